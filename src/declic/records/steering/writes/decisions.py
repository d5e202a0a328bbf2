"""Changes of decisions, alerts and dossiers: what is decided applies itself once, what is frozen stays."""

import datetime
from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from declic.records.accounts.editions import edit
from declic.records.accounts.rights import demand, may_keep_committees
from declic.records.accounts.viewers import Viewer
from declic.records.evaluation.writes import lock_periods
from declic.records.journal.turns import take_turn
from declic.records.journal.writes import note
from declic.records.pact.models import Programme
from declic.records.pact.queries import readable_programmes
from declic.records.sheets.history import TYPED, added, change
from declic.records.steering.choices import MINUTED_STATES, ItemState
from declic.records.steering.deciding import apply_effect, keep_effect
from declic.records.steering.given import GivenDecision
from declic.records.steering.models import Decision, Dossier, MutedAlert
from declic.records.steering.rows import NotNowError, held_decision, held_meeting, next_number
from declic.records.steering.snapshots import canonical, seal_of, snapshot


@transaction.atomic
def decide(meeting_id: int, *, says: GivenDecision, by: Viewer) -> int:
    """
    Keep a decision of a meeting, make the change that it carries, and give its number; a form sent twice is one.

    The point that it is typed on is treated. Raises NotAllowedError, LookupError for an unknown meeting, point,
    sheet or milestone, NotNowError where the meeting has not started or its minutes are approved, and what a sheet
    refuses (WrongSheetError).
    """
    meeting = held_meeting(meeting_id, by=by)
    if meeting.state not in MINUTED_STATES:
        raise NotNowError(meeting.state)
    known = meeting.decisions.filter(form_key=says.form_key).first()
    if known is not None:
        return known.pk
    item = meeting.items.filter(pk=says.item_id).first() if says.item_id is not None else None
    if says.item_id is not None and item is None:
        raise LookupError(says.item_id)
    row = added(
        Decision(
            meeting=meeting,
            item=item,
            sequence=next_number(meeting.decisions.all(), "sequence"),
            form_key=says.form_key,
            kind=says.kind,
            text=says.text,
            owner_id=says.owner_id,
            due_on=says.due_on,
        ),
        by=by,
    )
    if item is not None and item.state == ItemState.WAITING:
        change(item, by=by, state=ItemState.TREATED)
    if says.effect is not None:
        keep_effect(row, effect=says.effect, onto=meeting.committee)
    _apply(row, by=by)
    note(by=by.mark, verb="decided", about=f"decision {row.pk}")
    return row.pk


@transaction.atomic
def apply_decision(decision_id: int, *, by: Viewer) -> int:
    """
    Make the changes of a decision that were not made yet, and count them; done already, it changes nothing.

    Raises NotAllowedError, LookupError, and what a sheet refuses (WrongSheetError).
    """
    row = held_decision(decision_id, by=by)
    count = _apply(row, by=by)
    if count:
        note(by=by.mark, verb="applied", about=f"decision {decision_id}")
    return count


@transaction.atomic
def follow_decision(
    decision_id: int, *, says: Mapping[str, object], by: Viewer, seen: int | None = None
) -> None:
    """
    Say where a decision stands, who carries it out, by when.

    Raises NotAllowedError, LookupError, ValueError for a field that it has not, ChangedMeanwhileError.
    """
    row = held_decision(decision_id, by=by)
    if unknown := says.keys() - {"state", "owner_id", "due_on"}:
        raise ValueError(f"{sorted(unknown)} of a decision is not followed.")
    if change(row, by=by, seen=seen, reason=TYPED, **says):
        note(by=by.mark, verb="followed", about=f"decision {decision_id}")


@transaction.atomic
def mute_alert(
    slug: str, *, key: str, reason: str, until_on: datetime.date | None = None, by: Viewer
) -> None:
    """
    Mute an alert, with a reason that stays; until a day, or until somebody lets it speak again.

    Raises NotAllowedError, LookupError for an unknown programme, ValueError without a reason.
    """
    demand(may_keep_committees(by))
    programme = readable_programmes(viewer=by).filter(slug=slug).first()
    if programme is None:
        raise LookupError(slug)
    words = reason.strip()
    if not words or not key:
        raise ValueError("An alert is muted for a reason.")
    take_turn(f"alerts of programme {programme.pk}")
    row, is_new = MutedAlert.objects.get_or_create(
        programme=programme, key=key, defaults={"reason": words, "until_on": until_on, "edition": 1}
    )
    says = {"reason": words, "until_on": until_on, "is_muted": True}
    if is_new or edit(MutedAlert.objects.filter(pk=row.pk), seen=None, by=by, says=says):
        note(by=by.mark, verb="muted", about=f"muted alert {row.pk}")


@transaction.atomic
def unmute_alert(slug: str, *, key: str, by: Viewer) -> None:
    """
    Let an alert speak again; why it was muted stays. One that was never muted is left as it is.

    Raises NotAllowedError.
    """
    demand(may_keep_committees(by))
    known = readable_programmes(viewer=by).filter(slug=slug)
    row = MutedAlert.objects.filter(programme__in=known.order_by().values("pk"), key=key).first()
    if row is not None and edit(
        MutedAlert.objects.filter(pk=row.pk), seen=None, by=by, says={"is_muted": False}
    ):
        note(by=by.mark, verb="let speak again", about=f"muted alert {row.pk}")


@transaction.atomic
def freeze_dossier(meeting_id: int, *, today: datetime.date, by: Viewer) -> int:
    """
    Freeze what is known of the pact before a meeting, and give the number of its dossier.

    The values of the periods that it uses no longer change. The same facts are the same dossier, however often it is
    asked for. Raises NotAllowedError, LookupError.
    """
    meeting = held_meeting(meeting_id, by=by)
    programme = Programme.objects.get(pk=meeting.committee.programme_id)
    used = today - datetime.timedelta(days=1)  # what ended before today: a running period still fills
    lock_periods(programme.slug, until=used, cause=f"meeting {meeting_id}", by=by)
    content = canonical(snapshot(meeting, programme=programme, today=today))
    seal = seal_of(content)
    known = meeting.dossiers.filter(sha256=seal).values_list("pk", flat=True).first()
    if known is not None:
        return known
    row = Dossier.objects.create(
        meeting=meeting,
        sequence=next_number(meeting.dossiers.all(), "sequence"),
        content=content,
        sha256=seal,
        frozen_at=timezone.now(),
    )
    note(by=by.mark, verb="froze", about=f"dossier {row.pk}")
    return row.pk


def _apply(decision: Decision, *, by: Viewer) -> int:
    numbers = decision.effects.filter(applied_at=None).values_list("pk", flat=True)
    return sum(apply_effect(number, by=by) for number in list(numbers))
