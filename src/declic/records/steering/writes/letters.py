"""Changes of questions and letters: asked once, answered once, each letter handed over once or said to be uncertain."""

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import F

from declic.records.accounts.rights import demand, may_keep_committees, may_verify_records
from declic.records.accounts.viewers import Viewer
from declic.records.journal.turns import take_turn
from declic.records.journal.writes import note
from declic.records.sheets.choices import NoteKind
from declic.records.sheets.facts import demand_readable
from declic.records.sheets.history import Reason, added
from declic.records.sheets.models import ActionSheet, Note
from declic.records.steering.asking import (
    GOOD_DAYS,
    MOST_REMINDERS,
    WAIT_DAYS,
    QuestionClosedError,
    new_nonce,
    opened_link,
)
from declic.records.steering.choices import LetterState, StatusAnswer
from declic.records.steering.models import Letter, StatusRequest
from declic.records.steering.posting import ask
from declic.records.steering.rows import NotNowError, day_of


MOST_TRIES = 5
PAUSES_MINUTES = (1, 5, 30, 120)
"""How long a letter waits after each try that failed."""


@dataclass(frozen=True, slots=True)
class GivenQuestion:
    """Whom to ask, from which site, and how often; `form_key` is the form: sent twice, it asks once."""

    email: str
    site: str
    form_key: UUID
    every_days: int | None = None


@transaction.atomic
def ask_status(sheet_id: int, *, says: GivenQuestion, now: datetime.datetime, by: Viewer) -> int:
    """
    Ask somebody by letter where a sheet stands, and give the number of the question; a form sent twice asks once.

    Raises NotAllowedError, LookupError for an unknown sheet.
    """
    demand(may_keep_committees(by))
    sheet = ActionSheet.objects.select_related("measure").filter(pk=sheet_id).first()
    if sheet is None:
        raise LookupError(sheet_id)
    demand_readable(sheet.measure.programme_id, by=by)
    take_turn(f"questions about sheet {sheet_id}")
    known = sheet.status_requests.filter(form_key=says.form_key, email=says.email)
    number = known.values_list("pk", flat=True).first()
    if number is not None:
        return number
    row = _asked(sheet, says=says, now=now, asked_by=by.user_id)
    note(by=by.mark, verb="asked where stands", about=f"status request {row.pk}")
    return row.pk


@transaction.atomic
def answer_status(
    link: str, *, answer: StatusAnswer, comment: str, now: datetime.datetime, by: Viewer
) -> None:
    """
    Keep the answer to a question, once, and a note on its sheet; the link is the right.

    Raises QuestionClosedError for a link that is altered, too old, or was used.
    """
    number, nonce = opened_link(link)
    row = StatusRequest.objects.select_for_update().filter(pk=number, nonce=nonce).first()
    if row is None or row.answered_at is not None or row.expires_on < day_of(now):
        raise QuestionClosedError(number)
    StatusRequest.objects.filter(pk=row.pk).update(answer=answer, comment=comment, answered_at=now)
    kind = NoteKind.RISK if answer is StatusAnswer.BLOCKED else NoteKind.PROGRESS
    text = f"{answer.label}. {comment}".strip()
    reason = Reason(cause=f"status request {row.pk}")
    added(Note(sheet_id=row.sheet_id, kind=kind, text=text, on=day_of(now)), by=by, reason=reason)
    Letter.objects.filter(request=row, state=LetterState.WAITING).update(
        state=LetterState.FAILED, tries=MOST_TRIES
    )
    note(by=by.mark, verb="answered", about=f"status request {row.pk}")


@transaction.atomic
def remind(*, now: datetime.datetime, by: Viewer) -> int:
    """
    Write the reminders that are due, and ask again what is asked regularly; count the letters.

    Run as often as one likes: what was written is not written again. Raises NotAllowedError.
    """
    demand(may_verify_records(by))
    take_turn("reminders")
    today = day_of(now)
    waiting = StatusRequest.objects.filter(
        answered_at=None, expires_on__gte=today, reminders__lt=MOST_REMINDERS
    ).select_related("sheet__measure")
    count = 0
    for row in waiting.order_by("pk"):
        if (now - row.asked_at).days >= WAIT_DAYS * (row.reminders + 1):
            row.reminders += 1
            row.save(update_fields=["reminders"])
            ask(row, sheet_title=row.sheet.title, programme_id=row.sheet.measure.programme_id)
            count += 1
    regular = StatusRequest.objects.filter(every_days__isnull=False, followed_by=None)
    for row in regular.select_related("sheet__measure").order_by("pk"):
        if row.every_days is not None and (now - row.asked_at).days >= row.every_days:
            says = GivenQuestion(row.email, row.site, row.form_key, row.every_days)
            _asked(row.sheet, says=says, now=now, asked_by=row.asked_by_id, follows=row)
            count += 1
    if count:
        note(by=by.mark, verb="wrote reminders", about=f"{count} letters")
    return count


@transaction.atomic
def take_letter(*, now: datetime.datetime, by: Viewer) -> int | None:
    """
    Take the next letter that waits, and give its number: it is being handed over from now on. None where none waits.

    Raises NotAllowedError.
    """
    demand(may_verify_records(by))
    rows = Letter.objects.select_for_update().filter(state=LetterState.WAITING, not_before__lte=now)
    row = rows.order_by("not_before", "pk").first()
    if row is None:
        return None
    Letter.objects.filter(pk=row.pk).update(state=LetterState.HANDING, tries=F("tries") + 1)
    note(by=by.mark, verb="took", about=f"letter {row.pk}")
    return row.pk


@transaction.atomic
def settle_letter(letter_id: int, *, left: bool | None, now: datetime.datetime, by: Viewer) -> None:
    """
    Say what became of a letter that was being handed over: it left, it did not, or nobody can say (None).

    One that did not leave waits again, longer each time, five times at most. One that is not being handed over stays
    as it is. Raises NotAllowedError.
    """
    demand(may_verify_records(by))
    row = Letter.objects.select_for_update().filter(pk=letter_id, state=LetterState.HANDING).first()
    if row is None:
        return
    says: dict[str, object] = {"state": LetterState.UNCERTAIN}
    if left:
        says = {"state": LetterState.SENT, "left_at": now}
    elif left is False and row.tries >= MOST_TRIES:
        says = {"state": LetterState.FAILED}
    elif left is False:
        pause = datetime.timedelta(minutes=PAUSES_MINUTES[row.tries - 1])
        says = {"state": LetterState.WAITING, "not_before": now + pause}
    Letter.objects.filter(pk=row.pk).update(**says)
    note(by=by.mark, verb=f"settled as {says['state']}", about=f"letter {row.pk}")


@transaction.atomic
def send_again(letter_id: int, *, now: datetime.datetime, by: Viewer) -> None:
    """
    Have a letter wait again that could not leave, or of which nobody can say whether it left.

    Raises NotAllowedError, LookupError, NotNowError for one that left, waits, or asks what was answered.
    """
    demand(may_keep_committees(by))
    row = (
        Letter.objects.select_for_update(of=("self",)).select_related("request").filter(pk=letter_id).first()
    )
    if row is None:
        raise LookupError(letter_id)
    demand_readable(row.programme_id, by=by)
    is_answered = row.request is not None and row.request.answered_at is not None
    if row.state not in (LetterState.FAILED, LetterState.UNCERTAIN) or is_answered:
        raise NotNowError(row.state)
    Letter.objects.filter(pk=row.pk).update(state=LetterState.WAITING, tries=0, not_before=now)
    note(by=by.mark, verb="sent again", about=f"letter {row.pk}")


def _asked(
    sheet: ActionSheet,
    *,
    says: GivenQuestion,
    now: datetime.datetime,
    asked_by: int | None,
    follows: StatusRequest | None = None,
) -> StatusRequest:
    row = StatusRequest.objects.create(
        sheet=sheet,
        email=says.email,
        nonce=new_nonce(),
        site=says.site,
        form_key=UUID(int=(says.form_key.int + 1) % 2**128) if follows else says.form_key,
        asked_at=now,
        asked_by_id=asked_by,
        expires_on=day_of(now) + datetime.timedelta(days=GOOD_DAYS),
        every_days=says.every_days,
        follows=follows,
    )
    ask(row, sheet_title=sheet.title, programme_id=sheet.measure.programme_id)
    return row
