"""Changes of evaluation: indicators, targets, rules; values that are entered, approved, returned, locked."""

import datetime
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from declic.records.accounts.rights import demand, may_edit_pact
from declic.records.accounts.viewers import Viewer
from declic.records.evaluation.choices import EvaluationFault, ObservationOrigin, ObservationState
from declic.records.evaluation.contents import WrongEvaluationError, cleaned
from declic.records.evaluation.facts import (
    kept_indicator,
    locked_until,
    may_approve,
    may_enter,
    writable_indicator,
)
from declic.records.evaluation.keeping import (
    demand_period,
    keep_computed,
    keep_indicator,
    keep_rule,
    keep_target,
    keep_value,
    open_of_promise,
)
from declic.records.evaluation.models import Indicator, Observation, PeriodLock
from declic.records.journal.turns import take_turn
from declic.records.journal.writes import note
from declic.records.money.facts import put_on, writable_programme
from declic.records.money.promises import promised_posts
from declic.records.sheets.history import TYPED, Reason, change


@transaction.atomic
def add_indicator(
    slug: str,
    *,
    says: Mapping[str, object],
    by: Viewer,
    measure: str = "",
    rule: Mapping[str, object] | None = None,
) -> int:
    """
    Add an indicator of a measure, or of the whole programme, with the rule that fills it; give its number.

    One name is one indicator of its measure: sent twice, nothing is added. Raises NotAllowedError, LookupError,
    WrongEvaluationError.
    """
    put = put_on(slug, measure=measure, by=by)
    demand(may_approve(by, measure=put.measure))
    values = cleaned({"name": "", **says})
    filling = cleaned({"kinds": [], "aggregation": "", **rule}) if rule else None
    take_turn(f"indicators of programme {put.programme.pk}")
    known = Indicator.objects.filter(
        programme=put.programme, measure=put.measure, name=values["name"]
    ).first()
    if known is not None:
        return known.pk
    row = keep_indicator(put.programme, measure=put.measure, values=values, by=by)
    if filling:
        keep_rule(row, values=filling, by=by)
    note(by=by.mark, verb="added", about=f"indicator {row.pk}")
    return row.pk


@transaction.atomic
def open_promised(slug: str, *, by: Viewer) -> int:
    """
    Open an indicator for each measure that promises posts and has none, filled by the posts; count them.

    It starts at none on the day of the programme and aims at what is surely promised by its end. Only measures that
    the viewer steers are opened. Raises NotAllowedError where there is none, LookupError.
    """
    programme = writable_programme(slug, by=by)
    take_turn(f"indicators of programme {programme.pk}")
    measures = programme.measures.in_bulk(promised_posts(programme.pk))
    mine = {key: row for key, row in measures.items() if may_approve(by, measure=row)}
    demand(bool(mine) or may_approve(by, measure=None))
    opened = sum(
        open_of_promise(programme, measure=mine[key], promise=promise, by=by)
        for key, promise in promised_posts(programme.pk).items()
        if key in mine
    )
    if opened:
        note(by=by.mark, verb="opened the indicators promised by", about=f"programme {programme.pk}")
    return opened


@transaction.atomic
def edit_indicator(
    indicator_id: int, *, says: Mapping[str, object], by: Viewer, seen: int | None = None
) -> None:
    """
    Write fields of an indicator. `seen` is the edition that the form was made from.

    Raises NotAllowedError, LookupError, WrongEvaluationError, ChangedMeanwhileError.
    """
    row = kept_indicator(indicator_id, by=by)
    values: dict[str, Any] = cleaned(says)
    if change(row, by=by, seen=seen, **values):
        note(by=by.mark, verb="edited", about=f"indicator {indicator_id}")


@transaction.atomic
def set_target(
    indicator_id: int, *, on: datetime.date, value: object, by: Viewer, reason: Reason = TYPED
) -> None:
    """
    Say what an indicator should reach by a day; another value for the same day takes its place.

    Raises NotAllowedError, LookupError, WrongEvaluationError for a day before the start.
    """
    row = kept_indicator(indicator_id, by=by)
    values = cleaned({"on": on, "value": value})
    if row.baseline_on is not None and on <= row.baseline_on:
        raise WrongEvaluationError({"on": EvaluationFault.TOO_EARLY})
    if keep_target(row, values=values, by=by, reason=reason):
        note(by=by.mark, verb="set a target of", about=f"indicator {indicator_id}")


@transaction.atomic
def enter_value(
    indicator_id: int,
    *,
    end_on: datetime.date,
    says: Mapping[str, object],
    by: Viewer,
    seen: int | None = None,
) -> None:
    """
    Say the value of a period that has begun, to be approved; it takes the place of what the rule computes.

    `seen` is the edition of the value that the form was made from, 0 where there was none. Raises NotAllowedError,
    LookupError, WrongEvaluationError for a locked period, ChangedMeanwhileError.
    """
    row = writable_indicator(indicator_id, by=by)
    demand(may_enter(by, measure=row.measure))
    values = cleaned({"value": None, **says})
    period = demand_period(row, end_on=end_on)
    known = Observation.objects.filter(indicator=row, end_on=end_on).first()
    if known is not None and known.state == ObservationState.APPROVED:
        demand(may_approve(by, measure=row.measure))
    values |= {"origin": ObservationOrigin.ENTRY, "state": ObservationState.SUBMITTED, "review_words": ""}
    if keep_value(row, period=period, values=values, by=by, seen=seen):
        note(by=by.mark, verb="entered a value of", about=f"indicator {indicator_id}")


@transaction.atomic
def review_value(
    indicator_id: int, *, end_on: datetime.date, approves: bool, by: Viewer, words: str = ""
) -> None:
    """
    Approve the value of a period, be it entered or computed, or return what was entered with words.

    Approved twice, nothing changes. Raises NotAllowedError, LookupError, WrongEvaluationError where there is no
    value, or no words for a return, or the period is locked.
    """
    row = kept_indicator(indicator_id, by=by)
    period = demand_period(row, end_on=end_on)
    said = " ".join(words.split())[:2000]
    if not approves and not said:
        raise WrongEvaluationError({"words": EvaluationFault.NEEDS_WORDS})
    known = Observation.objects.filter(indicator=row, end_on=end_on).first()
    if known is None and approves:
        kept = keep_computed(row, ends={period.end}, by=by)
        if not kept:
            raise WrongEvaluationError({"value": EvaluationFault.NOTHING})
    elif known is None:
        raise WrongEvaluationError({"value": EvaluationFault.NOTHING})
    else:
        state = ObservationState.APPROVED if approves else ObservationState.RETURNED
        if not change(known, by=by, state=state, review_words=said):
            return
    verb = "approved" if approves else "returned"
    note(by=by.mark, verb=f"{verb} a value of", about=f"indicator {indicator_id}")


@transaction.atomic
def lock_periods(slug: str, *, until: datetime.date, cause: str, by: Viewer) -> None:
    """
    Lock every period that ended by a day: a dossier used them; what rules compute is kept as it stands.

    `cause` is the mark of what used them (« dossier 3 »). The same twice is one. Raises NotAllowedError, LookupError.
    """
    demand(may_edit_pact(by))
    programme = writable_programme(slug, by=by)
    take_turn(f"indicators of programme {programme.pk}")
    if PeriodLock.objects.filter(programme=programme, until_on=until, cause=cause[:60]).exists():
        return
    before = locked_until(programme.pk)
    for row in Indicator.objects.filter(programme=programme).select_related("rule", "measure", "programme"):
        keep_computed(row, ends=None, by=by, after=before, until=until)
    PeriodLock.objects.create(
        programme=programme, until_on=until, cause=cause[:60], locked_at=timezone.now(), by_id=by.user_id
    )
    note(by=by.mark, verb="locked the periods of", about=f"programme {programme.pk}")


__all__ = [
    "WrongEvaluationError",
    "add_indicator",
    "edit_indicator",
    "enter_value",
    "lock_periods",
    "open_promised",
    "review_value",
    "set_target",
]
