"""A draft of a programme becomes rows: axes, measures, roles, ongoing actions, figures, money, findings."""

from collections.abc import Iterable, Mapping, Sequence

from declic.engines.reading.drafts import AxisDraft, Finding as FindingDraft, MeasureDraft, PactDraft
from declic.records.council.proofs import Proofs
from declic.records.pact.choices import NameKind
from declic.records.pact.models import (
    Article,
    Axis,
    AxisWording,
    Coverage,
    Finding,
    FindingPassage,
    Measure,
    MeasureName,
    OngoingAction,
    Programme,
    Role,
    Section,
)
from declic.records.pact.values import CoverageLine
from declic.units.spans import Span


def keep_axes(
    programme: Programme, *, axes: Sequence[AxisDraft], articles: Mapping[int, Article], proofs: Proofs
) -> dict[int, Axis]:
    """Keep the axes with every wording of their names and their sections, and give them by number."""
    rows = [
        Axis(
            programme=programme,
            number=axis.number,
            title=axis.title,
            article=articles.get(axis.article) if axis.article is not None else None,
            pilot=axis.pilot or "",
            body_id=proofs.citation_ids[axis.body],
        )
        for axis in axes
    ]
    kept = proofs.keep(rows, spans=[axis.spans for axis in axes])
    pairs = list(zip(kept, axes, strict=True))
    AxisWording.objects.bulk_create(
        AxisWording(axis=row, position=position, text=text)
        for row, axis in pairs
        for position, text in enumerate(dict.fromkeys((axis.title, *axis.titles)), start=1)
    )
    _keep_sections(pairs, proofs=proofs)
    return {row.number: row for row in kept}


def keep_measures(
    programme: Programme, *, measures: Sequence[MeasureDraft], axes: Mapping[int, Axis], proofs: Proofs
) -> list[Measure]:
    """Keep the measures with what they name, under their parents, in the order of the text."""
    rows = [
        Measure(
            programme=programme,
            position=position,
            number=measure.number,
            published_number=measure.published or "",
            official_text=measure.text,
            bullets=list(measure.bullets),
            commitment=measure.commitment or "",
            verb=measure.verb or "",
            axis=axes.get(measure.axis) if measure.axis is not None else None,
        )
        for position, measure in enumerate(measures, start=1)
    ]
    kept = proofs.keep(rows, spans=[measure.spans for measure in measures])
    pairs = list(zip(kept, measures, strict=True))
    _set_parents(pairs)
    _keep_names(pairs, proofs=proofs)
    also = Measure.secondary_axes.through
    also.objects.bulk_create(
        also(measure_id=row.pk, axis_id=axes[number].pk)
        for row, measure in pairs
        for number in dict.fromkeys(measure.secondary_axes)
        if number in axes
    )
    return kept


def keep_roles_and_actions(
    programme: Programme, *, draft: PactDraft, axes: Mapping[int, Axis], proofs: Proofs
) -> None:
    """Keep who carries or pilots what, and what already runs."""
    rows = [
        Role(programme=programme, position=position, organisation=role.organisation, role=role.role)
        for position, role in enumerate(draft.roles, start=1)
    ]
    kept = proofs.keep(rows, spans=[role.spans for role in draft.roles])
    of_axes = Role.axes.through
    of_axes.objects.bulk_create(
        of_axes(role_id=row.pk, axis_id=axes[number].pk)
        for row, role in zip(kept, draft.roles, strict=True)
        for number in dict.fromkeys(role.axes)
        if number in axes
    )
    actions = [
        OngoingAction(
            programme=programme,
            position=position,
            axis=axes.get(action.axis) if action.axis is not None else None,
            title=action.title,
            text=action.text,
            carrier=action.carrier or "",
        )
        for position, action in enumerate(draft.ongoing_actions, start=1)
    ]
    proofs.keep(actions, spans=[action.spans for action in draft.ongoing_actions])


def keep_findings(programme: Programme, *, findings: Sequence[FindingDraft], proofs: Proofs) -> None:
    """Keep what the text says against itself, open, with its passages (a silence has none)."""
    rows = Finding.objects.bulk_create(
        Finding(
            programme=programme,
            position=position,
            rule=finding.rule,
            severity=finding.severity,
            message=finding.message,
        )
        for position, finding in enumerate(findings, start=1)
    )
    FindingPassage.objects.bulk_create(
        FindingPassage(finding=row, position=position, citation_id=citation)
        for row, finding in zip(rows, findings, strict=True)
        for position, citation in enumerate(proofs.ids(finding.spans), start=1)
    )


def keep_coverage(programme: Programme, *, coverage: CoverageLine) -> None:
    """Keep what share of the text was accounted for."""
    Coverage.objects.create(
        programme=programme,
        sentences=coverage.sentences,
        attached=coverage.attached,
        ignored=coverage.ignored,
        orphans=coverage.orphans,
        digits=coverage.digits,
        digits_claimed=coverage.digits_claimed,
    )


def _keep_sections(axes: Iterable[tuple[Axis, AxisDraft]], *, proofs: Proofs) -> None:
    rows, spans = [], []
    for row, axis in axes:
        for position, section in enumerate(axis.sections, start=1):
            rows.append(
                Section(
                    axis=row,
                    position=position,
                    letter=section.letter,
                    title=section.title,
                    body_id=proofs.citation_ids[section.body],
                )
            )
            spans.append(section.spans)
    proofs.keep(rows, spans=spans)


def _keep_names(measures: Iterable[tuple[Measure, MeasureDraft]], *, proofs: Proofs) -> None:
    rows, spans = [], []
    for row, measure in measures:
        named = [(NameKind.ORGANISATION, one) for one in measure.organisations]
        named += [(NameKind.SCHEME, one) for one in measure.schemes]
        said: dict[tuple[NameKind, str], tuple[Span, ...]] = {}
        for kind, one in named:
            said[kind, one.name] = said.get((kind, one.name), ()) + one.spans
        for position, ((kind, name), where) in enumerate(said.items(), start=1):
            rows.append(MeasureName(measure=row, position=position, kind=kind, name=name))
            spans.append(where)
    proofs.keep(rows, spans=spans)


def _set_parents(measures: Sequence[tuple[Measure, MeasureDraft]]) -> None:
    by_number = {row.number: row for row, _ in measures}
    children = []
    for row, measure in measures:
        if measure.parent is not None and measure.parent in by_number:
            row.parent = by_number[measure.parent]
            children.append(row)
    Measure.objects.bulk_update(children, ["parent"])
