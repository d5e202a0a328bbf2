"""Who may enter and approve the values of an indicator, and until when periods are locked."""

import datetime

from django.db.models import Max

from declic.records.accounts.rights import demand, may_open_sheet, may_steer_axis
from declic.records.accounts.viewers import Viewer
from declic.records.evaluation.models import Indicator, PeriodLock
from declic.records.pact.models import Measure
from declic.records.sheets.facts import demand_readable, leads_of, pilots_of


NOBODY: frozenset[int] = frozenset()


def may_enter(by: Viewer, *, measure: Measure | None) -> bool:
    """Say whether somebody may enter values: who answers for the measure or steers its axis; else the coordinator."""
    pilots = pilots_of(measure.axis_id) if measure else NOBODY
    leads = leads_of(measure.pk) if measure else NOBODY
    return may_open_sheet(by, axis_pilots=pilots, leads=leads)


def may_approve(by: Viewer, *, measure: Measure | None) -> bool:
    """Say whether somebody may approve values, and keep indicators: who steers the axis; else the coordinator."""
    return may_steer_axis(by, axis_pilots=pilots_of(measure.axis_id) if measure else NOBODY)


def writable_indicator(indicator_id: int, *, by: Viewer) -> Indicator:
    """Give an indicator, held until the transaction ends. Raises LookupError, NotAllowedError where its pact is not theirs."""
    rows = Indicator.objects.select_related("programme", "measure").select_for_update(of=("self",))
    row = rows.filter(pk=indicator_id).first()
    if row is None:
        raise LookupError(indicator_id)
    demand_readable(row.programme_id, by=by)
    return row


def kept_indicator(indicator_id: int, *, by: Viewer) -> Indicator:
    """Give an indicator that somebody may keep. Raises LookupError, NotAllowedError."""
    row = writable_indicator(indicator_id, by=by)
    demand(may_approve(by, measure=row.measure))
    return row


def locked_until(programme_id: int) -> datetime.date | None:
    """Give the day up to which periods no longer change; None where none is locked."""
    rows = PeriodLock.objects.filter(programme_id=programme_id)
    until: datetime.date | None = rows.aggregate(until=Max("until_on"))["until"]
    return until
