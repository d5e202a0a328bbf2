"""Changes of money: lines that move from a wish to a settled account, posts that are filled, open data."""

import datetime
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from declic.records.accounts.rights import demand, may_edit_pact, may_edit_sheet, may_steer_axis
from declic.records.accounts.viewers import Viewer
from declic.records.journal.turns import take_turn
from declic.records.journal.writes import note
from declic.records.money.choices import MoneyFault, PostState, StageChoice
from declic.records.money.contents import WrongMoneyError, cleaned, demand_past
from declic.records.money.facts import demand_put, put_on, writable_line, writable_post, writable_programme
from declic.records.money.importing import import_rows
from declic.records.money.models import FundingLine, MediatorPost, PlannedCost, PromiseReading
from declic.records.money.moving import Move, moved
from declic.records.money.promises import explain_counts, promised_posts
from declic.records.money.values import ImportReport
from declic.records.pact.models import Measure
from declic.records.sheets.facts import carriers_of, demand_readable, pilots_of, writable_sheet
from declic.records.sheets.history import TYPED, Reason, added, change


@transaction.atomic
def add_line(
    slug: str,
    *,
    key: str,
    says: Mapping[str, object],
    by: Viewer,
    measure: str = "",
    sheet_id: int | None = None,
) -> int:
    """
    Add a funding line, considered from today, on a sheet, a measure or the whole programme; give its number.

    One `key` is one line: sent twice, nothing is added. Raises NotAllowedError, LookupError, WrongMoneyError.
    """
    put = put_on(slug, measure=measure, sheet_id=sheet_id, by=by)
    demand_put(by, put=put)
    values = cleaned({"funder_id": None, "purpose": "", "euros": None, "fiscal_year": None, **says})
    take_turn(f"money of programme {put.programme.pk}")
    known = FundingLine.objects.filter(programme=put.programme, key=key[:60]).first()
    if known is not None:
        return known.pk
    row = FundingLine(programme=put.programme, measure=put.measure, sheet=put.sheet, key=key[:60], **values)
    row.considered_on = timezone.localdate()
    added(row, by=by)
    note(by=by.mark, verb="added", about=f"funding line {row.pk}")
    return row.pk


@transaction.atomic
def edit_line(
    line_id: int,
    *,
    says: Mapping[str, object],
    by: Viewer,
    seen: int | None = None,
    reason: Reason = TYPED,
) -> None:
    """
    Write fields of a line, but where it stands. `seen` is the edition that the form was made from.

    Raises NotAllowedError, LookupError, WrongMoneyError, ChangedMeanwhileError.
    """
    row = writable_line(line_id, by=by)
    values = cleaned(says)
    is_signed = row.stage in {StageChoice.SIGNED, StageChoice.PAID, StageChoice.SETTLED}
    if is_signed and values.get("agreement_reference") == "":
        raise WrongMoneyError({"agreement_reference": MoneyFault.NEEDS_AGREEMENT})
    if change(row, by=by, seen=seen, reason=reason, **values):
        note(by=by.mark, verb="edited", about=f"funding line {line_id}")


@transaction.atomic
def move_line(
    line_id: int, *, move: Move, by: Viewer, seen: int | None = None, reason: Reason = TYPED
) -> None:
    """
    Move a line to another stage on a day: one of the next, or back to the one before for a reason.

    Where it stands there already since that day, nothing changes. Raises NotAllowedError, LookupError,
    WrongMoneyError, ChangedMeanwhileError.
    """
    row = writable_line(line_id, by=by)
    if moved(row, move=move, by=by, seen=seen, reason=reason):
        note(by=by.mark, verb=f"moved to {move.to.value}", about=f"funding line {line_id}")


@transaction.atomic
def set_cost(sheet_id: int, *, says: Mapping[str, object], by: Viewer) -> None:
    """
    Say what a sheet is planned to cost in a year; one sum for each nature and tax basis, the last said holds.

    Raises NotAllowedError, LookupError, WrongMoneyError.
    """
    sheet = writable_sheet(sheet_id, by=by)
    demand(may_edit_sheet(by, axis_pilots=pilots_of(sheet.measure.axis_id), carriers=carriers_of(sheet_id)))
    values: dict[str, Any] = cleaned({"fiscal_year": None, "nature": "", "tax": "", "euros": None, **says})
    where = {name: values[name] for name in ("fiscal_year", "nature", "tax")}
    row = PlannedCost.objects.filter(sheet=sheet, **where).first()
    if row is None:
        row = added(PlannedCost(sheet=sheet, **values), by=by)
    elif not change(row, by=by, euros=values["euros"]):
        return
    note(by=by.mark, verb="said the cost of", about=f"action sheet {sheet_id}")


@transaction.atomic
def add_post(
    slug: str,
    *,
    key: str,
    measure: str,
    says: Mapping[str, object],
    by: Viewer,
    sheet_id: int | None = None,
) -> int:
    """
    Add a mediator post of a measure, to be filled, and give its number.

    One `key` is one post. Raises NotAllowedError, LookupError, WrongMoneyError.
    """
    put = put_on(slug, measure=measure, sheet_id=sheet_id, by=by)
    if put.measure is None or put.measure.number != measure:
        raise LookupError(measure)
    demand_put(by, put=put)
    values = cleaned({"employer_id": None, **says})
    take_turn(f"money of programme {put.programme.pk}")
    known = MediatorPost.objects.filter(measure=put.measure, key=key[:60]).first()
    if known is not None:
        return known.pk
    _demand_free(values, but=None)
    row = added(MediatorPost(measure=put.measure, sheet=put.sheet, key=key[:60], **values), by=by)
    note(by=by.mark, verb="added", about=f"post {row.pk}")
    return row.pk


@transaction.atomic
def edit_post(post_id: int, *, says: Mapping[str, object], by: Viewer, seen: int | None = None) -> None:
    """Write fields of a post, but its state. Raises NotAllowedError, LookupError, WrongMoneyError, ChangedMeanwhileError."""
    row = writable_post(post_id, by=by)
    values: dict[str, Any] = cleaned(says)
    _demand_free(values, but=row)
    if change(row, by=by, seen=seen, **values):
        note(by=by.mark, verb="edited", about=f"post {post_id}")


@transaction.atomic
def hold_post(
    post_id: int, *, state: PostState, on: datetime.date, by: Viewer, seen: int | None = None
) -> bool:
    """
    Say that a post is filled, or vacant again, since a day; never by whom. Say whether it changed.

    What a filled post delivers is told by `deliveries.writes.fill_post`. Raises NotAllowedError, LookupError,
    WrongMoneyError for a day to come or before that of its state, ChangedMeanwhileError.
    """
    row = writable_post(post_id, by=by)
    if row.state == state and row.state_on == on:
        return False
    if state is PostState.OPEN:
        raise WrongMoneyError({"state": MoneyFault.NOT_NEXT})
    demand_past(on, field="on", today=timezone.localdate())
    if row.state_on is not None and on < row.state_on:
        raise WrongMoneyError({"on": MoneyFault.TOO_EARLY})
    if not change(row, by=by, seen=seen, state=state, state_on=on):
        return False
    note(by=by.mark, verb=f"said {state.value}", about=f"post {post_id}")
    return True


@transaction.atomic
def read_promise(measure_id: int, *, post_count: int, why: str, by: Viewer, seen: int | None = None) -> None:
    """
    Say how many posts a measure promises where its text reads in two ways, and why; the finding about it is explained.

    Raises NotAllowedError, LookupError for a measure that promises none, WrongMoneyError for a count that the text
    cannot mean, ChangedMeanwhileError.
    """
    measure = Measure.objects.select_for_update(of=("self",)).filter(pk=measure_id).first()
    if measure is None:
        raise LookupError(measure_id)
    demand_readable(measure.programme_id, by=by)
    demand(may_steer_axis(by, axis_pilots=pilots_of(measure.axis_id)))
    promise = promised_posts(measure.programme_id).get(measure_id)
    if promise is None:
        raise LookupError(measure_id)
    if not promise.least <= post_count <= promise.most:
        raise WrongMoneyError({"post_count": MoneyFault.OUT_OF_RANGE})
    values: dict[str, Any] = {"post_count": post_count, **cleaned({"why": why})}
    row = PromiseReading.objects.filter(measure=measure).first()
    if row is None:
        added(PromiseReading(measure=measure, **values), by=by)
    elif not change(row, by=by, seen=seen, **values):
        return
    explain_counts(promise, read=post_count, why=values["why"], by=by)
    note(by=by.mark, verb="read the promise of", about=f"measure {measure_id}")


@transaction.atomic
def import_posts(slug: str, data: bytes, *, file_name: str, code: str, by: Viewer) -> ImportReport:
    """
    Import the open data of funded posts for a programme; the same file twice changes nothing.

    Raises NotAllowedError, LookupError, UnreadablePostsError for a file that is not one; nothing is kept then.
    """
    demand(may_edit_pact(by))
    programme = writable_programme(slug, by=by)
    take_turn(f"money of programme {programme.pk}")
    report, is_new = import_rows(programme, data=data, file_name=file_name, code=code.strip(), by=by)
    if is_new:
        note(by=by.mark, verb="imported funded posts for", about=f"programme {programme.pk}")
    return report


def _demand_free(values: Mapping[str, object], *, but: MediatorPost | None) -> None:
    """Raise WrongMoneyError where another post bears that number of the open data."""
    number = values.get("open_data_id")
    rows = MediatorPost.objects.filter(open_data_id=number) if number else MediatorPost.objects.none()
    if (rows.exclude(pk=but.pk) if but else rows).exists():
        raise WrongMoneyError({"open_data_id": MoneyFault.TAKEN})


__all__ = [
    "Move",
    "WrongMoneyError",
    "add_line",
    "add_post",
    "edit_line",
    "edit_post",
    "hold_post",
    "import_posts",
    "move_line",
    "read_promise",
    "set_cost",
]
