"""Answers about questions and letters: the sending log, the page that a link opens, the letter that leaves."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from declic.records.accounts.rights import NotAllowedError, may_keep_committees, may_verify_records
from declic.records.accounts.viewers import Viewer
from declic.records.pact.queries import header, programme as readable_pact
from declic.records.pact.reads import UnknownPactError
from declic.records.sheets.models import ActionSheet
from declic.records.steering.asking import QuestionClosedError, link_of, opened_link
from declic.records.steering.choices import LetterKind, LetterState, StatusAnswer
from declic.records.steering.letter_values import LetterLine, LettersPage, OpenQuestion, RequestLine
from declic.records.steering.models import Letter, StatusRequest
from declic.records.steering.posting import LINK
from declic.records.steering.rows import day_of
from declic.records.steering.values import Choice


PUBLIC = {
    "question_of_link": "the signed link is the right: only who received the letter holds it",
}
MOST_LETTERS = 200


@dataclass(frozen=True, slots=True)
class LeavingLetter:
    """A letter as it leaves; `key` makes its Message-ID."""

    id: int
    key: str
    email: str
    subject: str
    text: str
    calendar: str


def letters_page(slug: str, *, viewer: Viewer) -> LettersPage:
    """Give what was asked by letter, and the log of every letter, the latest first. Raises UnknownPactError."""
    row = readable_pact(slug, viewer=viewer) if may_keep_committees(viewer) else None
    if row is None:
        raise UnknownPactError(slug)
    asked = StatusRequest.objects.filter(sheet__measure__programme=row).select_related("sheet")
    letters = Letter.objects.filter(programme=row)
    sheets = ActionSheet.objects.filter(measure__programme=row).select_related("measure")
    return LettersPage(
        header=header(row, viewer=viewer),
        requests=tuple(_request(one) for one in asked.order_by("-asked_at", "-pk")[:MOST_LETTERS]),
        letters=tuple(_letter(one) for one in letters.order_by("-written_at", "-pk")[:MOST_LETTERS]),
        waiting=letters.filter(state=LetterState.WAITING).count(),
        sheets=tuple(_choices(sheets.order_by("measure__position", "sequence"))),
        may_keep=True,
    )


def question_of_link(link: str, *, now: datetime.datetime) -> OpenQuestion | None:
    """Give the question that a link opens, answered or not; None for a link that is altered."""
    try:
        number, nonce = opened_link(link)
    except QuestionClosedError:
        return None
    rows = StatusRequest.objects.filter(pk=number, nonce=nonce)
    row = rows.select_related("sheet__measure__programme").first()
    if row is None:
        return None
    measure = row.sheet.measure
    return OpenQuestion(
        request_id=row.pk,
        sheet=row.sheet.title,
        sheet_code=f"{measure.number}-{row.sheet.sequence}",
        pact=measure.programme.title,
        expires_on=row.expires_on,
        is_over=row.expires_on < day_of(now),
        answer=StatusAnswer(row.answer) if row.answer else None,
    )


def leaving_letter(letter_id: int, *, viewer: Viewer) -> LeavingLetter:
    """Give a letter as it leaves, the link of its question in its place. Raises NotAllowedError, LookupError."""
    if not may_verify_records(viewer):
        raise NotAllowedError
    row = Letter.objects.select_related("request").filter(pk=letter_id).first()
    if row is None:
        raise LookupError(letter_id)
    text = row.text
    if row.request is not None:
        path = reverse("answer_status", args=[link_of(row.request.pk, nonce=row.request.nonce)])
        text = text.replace(LINK, f"{row.request.site.rstrip('/')}{path}")
    return LeavingLetter(row.pk, row.key, row.email, row.subject, text, row.calendar)


def letters_being_handed(*, viewer: Viewer) -> tuple[int, ...]:
    """Give the letters that a worker took and said nothing more of. Raises NotAllowedError."""
    if not may_verify_records(viewer):
        raise NotAllowedError
    return tuple(Letter.objects.filter(state=LetterState.HANDING).order_by("pk").values_list("pk", flat=True))


def _request(row: StatusRequest) -> RequestLine:
    return RequestLine(
        id=row.pk,
        sheet_id=row.sheet_id,
        sheet=row.sheet.title,
        email=row.email,
        asked_at=row.asked_at,
        expires_on=row.expires_on,
        every_days=row.every_days,
        reminders=row.reminders,
        answer=StatusAnswer(row.answer) if row.answer else None,
        comment=row.comment,
        answered_at=row.answered_at,
    )


def _letter(row: Letter) -> LetterLine:
    return LetterLine(
        id=row.pk,
        kind=LetterKind(row.kind),
        email=row.email,
        subject=row.subject,
        state=LetterState(row.state),
        tries=row.tries,
        written_at=row.written_at,
        left_at=row.left_at,
    )


def _choices(rows: Iterable[ActionSheet]) -> Iterable[Choice]:
    return (Choice(row.pk, f"{row.measure.number}-{row.sequence} {row.title}"[:80]) for row in rows)
