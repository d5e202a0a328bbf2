"""Answers about a sheet that is steered: its results, how it fares and why, what was decided about it."""

import datetime

from django.db.models import Prefetch, Q

from declic.records.accounts.rights import may_read_committees, may_steer_axis
from declic.records.accounts.viewers import Viewer
from declic.records.evaluation.gathering import known_lines
from declic.records.evaluation.results import results_of
from declic.records.pact.queries import header, programme as readable_pact
from declic.records.pact.wordings import first_words
from declic.records.sheets.facts import pilots_of
from declic.records.sheets.models import ActionSheet, Blocker
from declic.records.steering.choices import Fate, HealthChoice
from declic.records.steering.healths import standing_of
from declic.records.steering.lines import decision_lines
from declic.records.steering.models import CarryOver, Decision, WrittenHealth
from declic.records.steering.rows import readable_programme
from declic.records.steering.sheet_values import CarryOverPage, CarryOverSaid, HealthSaid, SheetSteering
from declic.records.steering.values import DecisionLine


def sheet_steering(slug: str, *, code: str, viewer: Viewer, today: datetime.date) -> SheetSteering:
    """Say how a sheet fares: its results, what the rules propose, what a pilot wrote. Raises LookupError."""
    row = _sheet(slug, code=code, viewer=viewer)
    lines = known_lines(row.measure.programme, on=today, measure=row.measure.number)
    proposed = standing_of(row, today=today).proposed
    written = WrittenHealth.objects.filter(sheet=row).select_related("edited_by").first()
    return SheetSteering(
        sheet_id=row.pk,
        results=results_of(lines, measure=row.measure.number, code=code),
        indicator_count=sum(1 for line in lines if line.measure),
        health=proposed.health,
        reasons=proposed.reasons,
        written=_said(written) if written else None,
        may_write=may_steer_axis(viewer, axis_pilots=pilots_of(row.measure.axis_id)),
    )


def sheet_decisions(
    slug: str, *, code: str, viewer: Viewer, today: datetime.date
) -> tuple[DecisionLine, ...]:
    """
    Give the decisions that change a sheet or one of its milestones, or were taken on a point about it, the latest first.

    Raises LookupError.
    """
    row = _sheet(slug, code=code, viewer=viewer)
    about = Q(effects__sheet=row) | Q(effects__milestone__sheet=row) | Q(item__sheet=row)
    known = Decision.objects.filter(about).order_by().values("pk")
    rows = Decision.objects.filter(pk__in=known).order_by("-meeting__starts_at", "-sequence")
    return decision_lines(rows, today=today)


def carry_over(slug: str, *, number: str, viewer: Viewer) -> CarryOverPage:
    """Say what becomes of a measure when the pact ends. Raises LookupError."""
    programme = readable_pact(slug, viewer=viewer) if may_read_committees(viewer) else None
    measure = programme.measures.filter(number=number).first() if programme else None
    if programme is None or measure is None:
        raise LookupError(number)
    row = CarryOver.objects.filter(measure=measure).select_related("institution").first()
    return CarryOverPage(
        header=header(programme, viewer=viewer),
        measure_id=measure.pk,
        number=measure.number,
        title=measure.plain_title or first_words(measure.official_text),
        said=_fate(row) if row else None,
        may_say=may_steer_axis(viewer, axis_pilots=pilots_of(measure.axis_id)),
    )


def _fate(row: CarryOver) -> CarryOverSaid:
    return CarryOverSaid(
        Fate(row.fate),
        row.institution_id,
        row.institution.name if row.institution else "",
        row.frame,
        row.why,
        row.edition,
    )


def _sheet(slug: str, *, code: str, viewer: Viewer) -> ActionSheet:
    programme = readable_programme(slug, viewer=viewer)
    number, _dash, sequence = code.rpartition("-")
    if programme is None or not sequence.isdecimal() or len(sequence) > 4:  # noqa: PLR2004 — a code is short
        raise LookupError(code)
    blockers = Prefetch("blockers", queryset=Blocker.objects.filter(lifted_on=None).order_by("pk"))
    rows = ActionSheet.objects.select_related("measure__programme").prefetch_related("milestones", blockers)
    row = rows.filter(measure__programme=programme, measure__number=number, sequence=int(sequence)).first()
    if row is None:
        raise LookupError(code)
    return row


def _said(row: WrittenHealth) -> HealthSaid:
    return HealthSaid(
        HealthChoice(row.health),
        row.why,
        row.edited_by.name if row.edited_by else "",
        row.edited_at,
        row.edition,
    )
