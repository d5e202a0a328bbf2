"""What pages know of letters: questions asked, their answers, the sending log."""

import datetime
from dataclasses import dataclass

from declic.records.pact.values import PactHeader
from declic.records.steering.choices import LetterKind, LetterState, StatusAnswer
from declic.records.steering.values import Choice


@dataclass(frozen=True, slots=True)
class RequestLine:
    """A question asked about a sheet, and its answer."""

    id: int
    sheet_id: int
    sheet: str
    email: str
    asked_at: datetime.datetime
    expires_on: datetime.date
    every_days: int | None
    reminders: int
    answer: StatusAnswer | None
    comment: str
    answered_at: datetime.datetime | None


@dataclass(frozen=True, slots=True)
class LetterLine:
    """A line of the sending log."""

    id: int
    kind: LetterKind
    email: str
    subject: str
    state: LetterState
    tries: int
    written_at: datetime.datetime
    left_at: datetime.datetime | None


@dataclass(frozen=True, slots=True)
class LettersPage:
    """Questions asked by letter, and the log of every letter of a programme."""

    header: PactHeader
    requests: tuple[RequestLine, ...]
    letters: tuple[LetterLine, ...]
    waiting: int
    sheets: tuple[Choice, ...]
    may_keep: bool


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that its link opens: about which sheet, and what was answered where it was."""

    request_id: int
    sheet: str
    sheet_code: str
    pact: str
    expires_on: datetime.date
    is_over: bool
    answer: StatusAnswer | None
