"""Answers about evaluation: indicators that fill themselves, how far they are, what waits to be approved."""

import datetime
from collections.abc import Iterable

from django.utils import timezone

from declic.records.accounts.rights import demand, may_open_sheet, may_read_sheet, may_steer_axis
from declic.records.accounts.viewers import Viewer
from declic.records.evaluation.facts import NOBODY, locked_until
from declic.records.evaluation.filling import delivered, filled, line_of, whole_of
from declic.records.evaluation.gathering import rows_of
from declic.records.evaluation.models import Indicator
from declic.records.evaluation.published import PublishedMeasure, published
from declic.records.evaluation.values import IndicatorLine, IndicatorPage, IndicatorsPage
from declic.records.money.promises import promised_posts
from declic.records.pact.models import Measure, Programme
from declic.records.pact.queries import header, readable_programmes
from declic.records.sheets.models import AxisPilot, MeasureLead


def indicators_page(
    slug: str, *, viewer: Viewer, today: datetime.date | None = None, measure: str = ""
) -> IndicatorsPage:
    """
    Give the indicators of a programme, or of one measure, in a bounded number of queries.

    Raises LookupError, NotAllowedError.
    """
    programme = _programme(slug, viewer=viewer)
    rows = rows_of(programme)
    if measure:
        rows = rows.filter(measure__number=measure)
    rights = _rights(programme.pk, viewer=viewer)
    return IndicatorsPage(
        header=header(programme, viewer=viewer),
        indicators=_lines(programme, rows=rows, rights=rights, on=today or timezone.localdate()),
        locked_until=locked_until(programme.pk),
        may_add=any(may_approve for _may_enter, may_approve in rights.values()),
        promised_count=len(_promised_without(programme)),
    )


def indicator_page(
    slug: str, indicator_id: int, *, viewer: Viewer, today: datetime.date | None = None
) -> IndicatorPage:
    """Give one indicator. Raises LookupError, NotAllowedError."""
    programme = _programme(slug, viewer=viewer)
    rights = _rights(programme.pk, viewer=viewer)
    rows = rows_of(programme).filter(pk=indicator_id)
    lines = _lines(programme, rows=rows, rights=rights, on=today or timezone.localdate())
    if not lines:
        raise LookupError(indicator_id)
    return IndicatorPage(header=header(programme, viewer=viewer), line=lines[0])


def measures_to_observe(slug: str, *, viewer: Viewer) -> tuple[tuple[str, str], ...]:
    """Give the measures on which this viewer may keep indicators: number and words. Raises LookupError, NotAllowedError."""
    programme = _programme(slug, viewer=viewer)
    rights = _rights(programme.pk, viewer=viewer)
    return tuple(
        (one.number, one.plain_title or one.official_text)
        for one in programme.measures.order_by("position")
        if rights[one.pk][1]
    )


def _programme(slug: str, *, viewer: Viewer) -> Programme:
    demand(may_read_sheet(viewer, published=False))
    row = readable_programmes(viewer=viewer).prefetch_related("sources__citation").filter(slug=slug).first()
    if row is None:
        raise LookupError(slug)
    return row


def _lines(
    programme: Programme,
    *,
    rows: Iterable[Indicator],
    rights: dict[int | None, tuple[bool, bool]],
    on: datetime.date,
) -> tuple[IndicatorLine, ...]:
    whole, until = whole_of(programme), locked_until(programme.pk)
    done = delivered(programme.pk)
    return tuple(
        line_of(
            row,
            periods=filled(row, deliveries=done, whole=whole, on=on, locked_until=until),
            whole=whole,
            on=on,
            rights=rights[row.measure_id],
        )
        for row in rows
    )


def _rights(programme_id: int, *, viewer: Viewer) -> dict[int | None, tuple[bool, bool]]:
    """Say, for each measure and for none, whether the viewer may enter values and approve them; in three queries."""
    pilots: dict[int, frozenset[int]] = {}
    named = AxisPilot.objects.filter(axis__programme_id=programme_id, person__isnull=False)
    for axis_id, person_id in named.values_list("axis_id", "person__pk"):
        pilots[axis_id] = pilots.get(axis_id, NOBODY) | {person_id}
    leads: dict[int, frozenset[int]] = {}
    leading = MeasureLead.objects.filter(measure__programme_id=programme_id)
    for measure_id, institution_id in leading.values_list("measure_id", "institution_id"):
        leads[measure_id] = leads.get(measure_id, NOBODY) | {institution_id}
    alone = (
        may_open_sheet(viewer, axis_pilots=NOBODY, leads=NOBODY),
        may_steer_axis(viewer, axis_pilots=NOBODY),
    )
    found: dict[int | None, tuple[bool, bool]] = {None: alone}
    for key, axis_id in Measure.objects.filter(programme_id=programme_id).values_list("pk", "axis_id"):
        own = pilots.get(axis_id, NOBODY)
        found[key] = (
            may_open_sheet(viewer, axis_pilots=own, leads=leads.get(key, NOBODY)),
            may_steer_axis(viewer, axis_pilots=own),
        )
    return found


def _promised_without(programme: Programme) -> set[int]:
    """Give the measures that promise posts and have no indicator of them yet."""
    counted = Indicator.objects.filter(programme=programme, rule__kinds__icontains="post")
    return set(promised_posts(programme.pk)) - set(counted.values_list("measure_id", flat=True))


def published_measure(slug: str, *, number: str, viewer: Viewer) -> PublishedMeasure:
    """Give what was done for a promise and what is left, as everyone may read it. Raises LookupError."""
    programme = readable_programmes(viewer=viewer).filter(slug=slug).first()
    row = programme and programme.measures.filter(number=number).first()
    if not row:
        raise LookupError(number)
    return published(row)
