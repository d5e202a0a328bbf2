"""The two homes of a programme, for everyone and for who steers, and the counts and tiles they share."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from declic.records.accounts.rights import may_edit_pact, may_see_pilot_pages
from declic.records.accounts.viewers import Viewer
from declic.records.council.cited import origin, passages, with_passages
from declic.records.council.passages import Cited
from declic.records.pact import queries
from declic.records.pact.choices import ValidationChoice
from declic.records.pact.findings import finding_lines, open_counts
from declic.records.pact.key_dates import days_of
from declic.records.pact.lines import body_line, measure_tile, role_line
from declic.records.pact.models import (
    Amount,
    Axis,
    Body,
    ContextFigure,
    Coverage,
    Event,
    KeyDate,
    Measure,
    OngoingAction,
    Programme,
    Signatory,
)
from declic.records.pact.values import (
    AxisTile,
    BodyLine,
    CoverageLine,
    FindingLine,
    FindingState,
    MeasureState,
    MeasureTile,
    NextThing,
    PactCounts,
    PactHeader,
    PactHome,
    SignatorySummary,
    SteeringHome,
)
from declic.records.partners.names import normalised
from declic.units.spans import Span


def public_home(row: Programme, *, viewer: Viewer, today: datetime.date) -> PactHome:
    """Give the home that everyone reads."""
    header = queries.header(row, viewer=viewer)
    measures = queries.measures_of(row)
    findings = finding_lines(queries.findings_of(row), measures=measures, viewer=viewer)
    reasons = with_passages(row.diagnosis.order_by("position"))
    return PactHome(
        header=header,
        has_ended=has_ended(row, today=today),
        diagnosis=tuple(Cited(reason.text, origin(reason), passages(reason)) for reason in reasons),
        axes=axis_tiles(row, measures=measures, findings=findings, viewer=viewer),
        counts=_counts(row, measures=measures, findings=findings),
        signatories=signatory_summary(row),
        bodies=_bodies(row),
        roles=tuple(role_line(role) for role in queries.roles_of(row)),
        next_things=_next_things(row, header=header, today=today),
    )


def pilots_home(row: Programme, *, viewer: Viewer) -> SteeringHome:
    """Give the home of who steers."""
    measures = queries.measures_of(row)
    findings = finding_lines(queries.findings_of(row), measures=measures, viewer=viewer)
    may_edit = may_edit_pact(viewer)
    return SteeringHome(
        header=queries.header(row, viewer=viewer),
        axes=axis_tiles(row, measures=measures, findings=findings, viewer=viewer),
        findings=findings,
        coverage=_coverage(row),
        counts=_counts(row, measures=measures, findings=findings),
        signatories=signatory_summary(row),
        may_explain_findings=may_edit,
        may_title_measures=may_edit,
        may_record_validations=may_edit,
    )


def has_ended(row: Programme, *, today: datetime.date) -> bool:
    """Say whether the last day of the programme has passed; one without end has not."""
    return row.ends_on is not None and row.ends_on < today


def tiles(
    measures: Sequence[Measure], *, row: Programme, findings: Sequence[FindingLine], viewer: Viewer
) -> tuple[MeasureTile, ...]:
    """Give measures as tiles; who does not steer sees only that each is published."""
    steers = may_see_pilot_pages(viewer)
    opened = open_counts(findings) if steers else Counter[str]()
    published = (MeasureState.PUBLISHED,) if row.version.document.public or not steers else ()
    pressing = (MeasureState.WITHOUT_SHEET,) if steers else ()
    return tuple(
        measure_tile(
            measure,
            states=((MeasureState.FINDING_OPEN,) if opened[measure.number] else ()) + pressing + published,
            open_finding_count=opened[measure.number],
        )
        for measure in measures
    )


def axis_tiles(
    row: Programme, *, measures: Sequence[Measure], findings: Sequence[FindingLine], viewer: Viewer
) -> tuple[AxisTile, ...]:
    """Give the axes with their measures; those of no axis come last, under an axis without number."""
    grouped: dict[int | None, list[MeasureTile]] = defaultdict(list)
    for tile in tiles(measures, row=row, findings=findings, viewer=viewer):
        grouped[tile.axis_number].append(tile)
    axes = row.axes.annotate(
        action_count=queries.count_of(OngoingAction, under="axis"),
        figure_count=queries.count_of(ContextFigure, under="axis"),
    )
    found = [
        AxisTile(
            number=axis.number,
            title=axis.title,
            pilot=axis.pilot or None,
            measures=tuple(grouped[axis.number]),
            ongoing_action_count=axis.action_count,
            figure_count=axis.figure_count,
        )
        for axis in axes
    ]
    if grouped[None]:
        found.append(AxisTile(None, _("Measures of no axis"), None, tuple(grouped[None]), 0, 0))
    return tuple(found)


def signatory_summary(row: Programme) -> SignatorySummary:
    """Count where the signatories stand."""
    states = Counter(row.signatories.values_list("validation", flat=True))
    return SignatorySummary(
        total=states.total(),
        validated=states[ValidationChoice.VALIDATED],
        awaited=states[ValidationChoice.AWAITED],
        not_required=states[ValidationChoice.NOT_REQUIRED],
        unknown=states[ValidationChoice.UNKNOWN],
    )


def _counts(row: Programme, *, measures: Sequence[Measure], findings: Sequence[FindingLine]) -> PactCounts:
    """Count what a home counts, what is in other tables in one question."""
    tables = (Axis, OngoingAction, ContextFigure, Amount, Signatory, Body)
    parts = (_count_in(each.objects.all()) for each in tables)
    axes, actions, figures, amounts, signatories, bodies = (
        Programme.objects.order_by().values_list(*parts).get(pk=row.pk)
    )
    return PactCounts(
        axes=axes,
        measures=len(measures),
        ongoing_actions=actions,
        figures=figures,
        amounts=amounts,
        signatories=signatories,
        bodies=bodies,
        findings=len(findings),
        open_findings=sum(finding.state is FindingState.OPEN for finding in findings),
    )


def _count_in(rows: QuerySet[Any]) -> Coalesce:
    """Count the rows of a programme in one table, as a part of one question."""
    own = rows.filter(programme=OuterRef("pk")).order_by().values("programme")
    return Coalesce(Subquery(own.annotate(count=Count("pk")).values("count")), 0)


def _coverage(row: Programme) -> CoverageLine:
    kept = Coverage.objects.get(programme=row)
    return CoverageLine(
        sentences=kept.sentences,
        attached=kept.attached,
        ignored=kept.ignored,
        orphans=kept.orphans,
        digits=kept.digits,
        digits_claimed=kept.digits_claimed,
    )


def _bodies(row: Programme) -> tuple[BodyLine, ...]:
    """Give each body once with its rhythm, and every passage that names it so."""
    found: dict[tuple[str, str], BodyLine] = {}
    for body in with_passages(row.bodies.order_by("position")):
        line = body_line(body)
        key = (normalised(body.name), normalised(body.periodicity))
        known = found.get(key)
        found[key] = replace(known, passages=known.passages + line.passages) if known else line
    return tuple(found.values())


def _next_things(row: Programme, *, header: PactHeader, today: datetime.date) -> tuple[NextThing, ...]:
    """Give the dates and the dated events that have not passed, and the end; an event told as a date comes once."""
    events = [event for event in with_passages(row.events.order_by("position")) if event.date]
    dates = list(with_passages(row.key_dates.order_by("position")))
    said = [
        (date.value, date.precision, _name_of(date, events=events), origin(date), passages(date))
        for date in dates
    ]
    told = {date.value for date in dates}
    said += [
        (event.date, _precision(event.date), event.name, origin(event), passages(event))
        for event in events
        if event.date not in told
    ]
    end = header.ends_on
    if end and end.value.isoformat() not in told:
        said.append((end.value.isoformat(), "day", _("End of the programme"), end.origin, end.passages))
    found = [
        NextThing(days[0], value, precision, label, how, where)
        for value, precision, label, how, where in said
        if (days := days_of(value, precision=precision)) and days[1] >= today
    ]
    return tuple(sorted(found, key=lambda thing: thing.on))


def _name_of(date: KeyDate, *, events: Sequence[Event]) -> str:
    """Name a date by the event whose passage holds it, else by what was read beside it."""
    own = Span(date.citation.start, date.citation.end)
    return next(
        (event.name for event in events if Span(event.citation.start, event.citation.end).holds(own)),
        date.label,
    )


def _precision(value: str) -> str:
    return {4: "year", 7: "month", 10: "day"}.get(len(value), "approx")
