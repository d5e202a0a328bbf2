"""The pages of one axis and of one measure."""

from collections.abc import Iterable, Sequence

from django.db.models import Q

from declic.records.accounts.viewers import Viewer
from declic.records.council.cited import origin, passages
from declic.records.pact import queries
from declic.records.pact.choices import NameKind, commitment_label
from declic.records.pact.findings import finding_lines
from declic.records.pact.homes import tiles
from declic.records.pact.lines import (
    action_line,
    amount_line,
    figure_group,
    figure_line,
    named_lines,
    neighbour,
    role_line,
    section_line,
    title_of,
    wording_lines,
)
from declic.records.pact.models import Axis, Measure, Programme
from declic.records.pact.values import (
    AxisPage,
    FigureGroup,
    FindingLine,
    MeasureNeighbour,
    MeasurePage,
    MeasurePlace,
    MeasureTile,
    OngoingActionLine,
    RoleLine,
)
from declic.records.partners.names import normalised
from declic.units.spans import Span


def one_axis(row: Programme, *, axes: Sequence[Axis], axis: Axis, viewer: Viewer) -> AxisPage:
    """Give the page of one axis among its siblings."""
    measures = queries.measures_of(row)
    own, also = _tiles_of_axis(row, axis=axis, measures=measures, viewer=viewer)
    at = [one.pk for one in axes].index(axis.pk)
    return AxisPage(
        header=queries.header(row, viewer=viewer),
        number=axis.number,
        title=axis.title,
        article=axis.article.number if axis.article else None,
        pilot=axis.pilot or None,
        origin=origin(axis),
        passages=passages(axis),
        wordings=wording_lines(axis),
        sections=tuple(section_line(section) for section in queries.sections_of(axis)),
        roles=_roles(row, axis=axis),
        ongoing_actions=_actions(row, axis=axis),
        measures=own,
        also_measures=also,
        figures=_figures(row, axis=axis),
        amounts=tuple(amount_line(amount) for amount in queries.amounts_of(row).filter(axis=axis)),
        previous_number=axes[at - 1].number if at else None,
        next_number=axes[at + 1].number if at + 1 < len(axes) else None,
    )


def one_measure(row: Programme, *, measure: Measure, viewer: Viewer) -> MeasurePage:
    """Give the page of one measure, with what its axis says of who answers for it."""
    axis = measure.axis
    previous, following = _beside(row, position=measure.position)
    return MeasurePage(
        header=queries.header(row, viewer=viewer),
        measure_id=measure.pk,
        number=measure.number,
        published_number=measure.published_number or None,
        official_text=measure.official_text,
        bullets=tuple(measure.bullets),
        plain_title=measure.plain_title or None,
        edition=measure.edition,
        title=title_of(measure),
        commitment=measure.commitment or None,
        commitment_label=commitment_label(measure.commitment),
        axis_number=axis.number if axis else None,
        axis_title=axis.title if axis else None,
        secondary_axes=tuple(sorted(one.number for one in measure.secondary_axes.all())),
        parent=neighbour(measure.parent),
        children=_neighbours(measure.children.all()),
        place=_place(row, measure=measure),
        organisations=named_lines(measure, kind=NameKind.ORGANISATION),
        schemes=named_lines(measure, kind=NameKind.SCHEME),
        roles=_roles(row, axis=axis),
        quantities=tuple(figure_line(one) for one in queries.figures_of(row).filter(measure=measure)),
        amounts=tuple(amount_line(one) for one in queries.amounts_of(row).filter(measure=measure)),
        related_actions=_actions(row, axis=axis) if axis else (),
        findings=_findings_of(measure, row=row, viewer=viewer),
        previous=previous,
        next=following,
        origin=origin(measure),
        passages=passages(measure),
    )


def _tiles_of_axis(
    row: Programme, *, axis: Axis, measures: Sequence[Measure], viewer: Viewer
) -> tuple[tuple[MeasureTile, ...], tuple[MeasureTile, ...]]:
    findings = finding_lines(queries.findings_of(row), measures=measures, viewer=viewer)
    also = set(axis.also_measures.values_list("pk", flat=True))
    own = [measure for measure in measures if measure.axis_id == axis.pk]
    others = [measure for measure in measures if measure.pk in also and measure.axis_id != axis.pk]
    return (
        tiles(own, row=row, findings=findings, viewer=viewer),
        tiles(others, row=row, findings=findings, viewer=viewer),
    )


def _roles(row: Programme, *, axis: Axis | None) -> tuple[RoleLine, ...]:
    """
    Give the roles of the axis first, then those of the whole programme.

    A role that names no axis is of the one whose part of the text holds it; outside every axis, it is of the whole
    programme when its words name it (« le pacte »).
    """
    bodies = [(number, Span(*ends)) for number, *ends in queries.axis_bodies(row)]
    kind_of_programme = normalised(row.title).split(" ")[0]
    own, whole = [], []
    for line in (role_line(role) for role in queries.roles_of(row)):
        said = Span(line.passages[0].start, line.passages[0].end)
        inside = [number for number, body in bodies if body.holds(said)]
        if axis is not None and axis.number in (line.axes or inside):
            own.append(line)
        elif not (line.axes or inside) and kind_of_programme in normalised(line.passages[0].quote).split(" "):
            whole.append(line)
    return tuple(own + whole)


def _actions(row: Programme, *, axis: Axis) -> tuple[OngoingActionLine, ...]:
    return tuple(action_line(action) for action in queries.actions_of(row).filter(axis=axis))


def _figures(row: Programme, *, axis: Axis) -> FigureGroup:
    lines = [figure_line(figure) for figure in queries.figures_of(row).filter(axis=axis)]
    return figure_group(lines, axis_number=axis.number, title=axis.title)


def _place(row: Programme, *, measure: Measure) -> MeasurePlace:
    start, end = measure.citation.start, measure.citation.end
    around = {"body__start__lte": start, "body__end__gte": end}
    article = row.articles.filter(**around).first()
    section = measure.axis.sections.filter(**around).first() if measure.axis else None
    return MeasurePlace(
        article_number=article.number if article else None,
        article_title=article.title if article else None,
        section_letter=section.letter if section else None,
        section_title=section.title if section else None,
    )


def _findings_of(measure: Measure, *, row: Programme, viewer: Viewer) -> tuple[FindingLine, ...]:
    lines = finding_lines(queries.findings_of(row), measures=[measure], viewer=viewer)
    return tuple(line for line in lines if measure.number in line.measure_numbers)


def _beside(row: Programme, *, position: int) -> tuple[MeasureNeighbour | None, MeasureNeighbour | None]:
    """Give the measures just before and just after a place in the plan, with one question."""
    before = row.measures.filter(position__lt=position).order_by("-position").values("pk")[:1]
    after = row.measures.filter(position__gt=position).order_by("position").values("pk")[:1]
    found = {one.position < position: one for one in row.measures.filter(Q(pk__in=before) | Q(pk__in=after))}
    return neighbour(found.get(True)), neighbour(found.get(False))


def _neighbours(measures: Iterable[Measure]) -> tuple[MeasureNeighbour, ...]:
    return tuple(MeasureNeighbour(measure.number, title_of(measure)) for measure in measures)
