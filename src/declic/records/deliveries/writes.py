"""Changes of deliveries: say what was done, correct it, take it back; and fill a post, which is one."""

import datetime
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from declic.records.accounts.rights import demand
from declic.records.accounts.viewers import Viewer
from declic.records.deliveries.choices import DeliveryFault, DeliveryKind
from declic.records.deliveries.contents import WrongDeliveryError, cleaned
from declic.records.deliveries.facts import may_record, writable_delivery
from declic.records.deliveries.models import Delivery
from declic.records.journal.adding import notes_last
from declic.records.journal.turns import take_turn
from declic.records.journal.writes import note
from declic.records.money.choices import PostState
from declic.records.money.facts import put_on, writable_post
from declic.records.money.writes import hold_post
from declic.records.sheets.choices import ChangeSource
from declic.records.sheets.history import Reason, added, change, removed


@transaction.atomic
def record_delivery(
    slug: str,
    *,
    source_key: str,
    says: Mapping[str, object],
    by: Viewer,
    measure: str = "",
    sheet_id: int | None = None,
) -> int:
    """
    Say what was done for a sheet, or for a measure without one, and give its number.

    One `source_key` is one delivery: sent twice, nothing is added. Raises NotAllowedError, LookupError,
    WrongDeliveryError.
    """
    put = put_on(slug, measure=measure, sheet_id=sheet_id, by=by)
    if put.measure is None:
        raise LookupError(measure)
    demand(may_record(by, measure=put.measure, sheet_id=sheet_id))
    values = cleaned({"kind": "", "on": None, **says}, today=timezone.localdate())
    if values["kind"] == DeliveryKind.POST:  # said by `fill_post` alone, which knows the post
        raise WrongDeliveryError({"kind": DeliveryFault.UNKNOWN})
    take_turn(f"deliveries of measure {put.measure.pk}")
    key = source_key[:80]
    known = Delivery.objects.filter(measure=put.measure, source_key=key).first()
    if known is not None:
        return known.pk
    row = added(Delivery(measure=put.measure, sheet=put.sheet, source_key=key, **values), by=by)
    note(by=by.mark, verb="recorded", about=f"delivery {row.pk}")
    return row.pk


@transaction.atomic
def correct_delivery(
    delivery_id: int, *, says: Mapping[str, object], by: Viewer, seen: int | None = None
) -> None:
    """
    Correct what was said of a delivery. `seen` is the edition that the form was made from.

    Raises NotAllowedError, LookupError, WrongDeliveryError, ChangedMeanwhileError.
    """
    row = writable_delivery(delivery_id, by=by)
    values: dict[str, Any] = cleaned(says, today=timezone.localdate(), onto=row)
    if change(row, by=by, seen=seen, **values):
        note(by=by.mark, verb="corrected", about=f"delivery {delivery_id}")


@transaction.atomic
def withdraw_delivery(delivery_id: int, *, why: str, by: Viewer) -> None:
    """
    Take back what was never done; its history stays, with the reason.

    Raises NotAllowedError, LookupError, WrongDeliveryError without a reason.
    """
    row = writable_delivery(delivery_id, by=by)
    words = " ".join(why.split())[:2000]
    if not words:
        raise WrongDeliveryError({"why": DeliveryFault.REQUIRED})
    removed(row, by=by, reason=Reason(words))
    note(by=by.mark, verb="took back", about=f"delivery {delivery_id}")


@transaction.atomic
@notes_last()
def fill_post(post_id: int, *, on: datetime.date, by: Viewer, seen: int | None = None) -> None:
    """
    Say that a post is filled since a day, and record it as what was done for its measure.

    The key is the post's: a post that is filled again is not one more. Raises NotAllowedError, LookupError,
    WrongMoneyError, ChangedMeanwhileError.
    """
    post = writable_post(post_id, by=by)
    if not hold_post(post_id, state=PostState.FILLED, on=on, by=by, seen=seen):
        return
    key = f"post {post_id} filled {on.isoformat()}"
    if Delivery.objects.filter(measure=post.measure, source_key=key).exists():
        return
    delivery = Delivery(
        measure=post.measure,
        sheet=post.sheet,
        source_key=key,
        kind=DeliveryKind.POST,
        on=on,
        person_key=f"post-{post_id}",
    )
    row = added(delivery, by=by, reason=Reason(source=ChangeSource.RULE, cause=f"post {post_id}"))
    note(by=by.mark, verb="recorded", about=f"delivery {row.pk}")


__all__ = [
    "WrongDeliveryError",
    "correct_delivery",
    "fill_post",
    "record_delivery",
    "withdraw_delivery",
]
