"""Letters written inside a write: they wait in the sending log, and leave when the worker hands them over."""

import datetime
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _, ngettext, override

from declic.engines.scheduling.icalendar import CalendarEvent, calendar_text
from declic.records.sheets.models import Mention
from declic.records.steering.choices import ItemState, LetterKind, MeetingState
from declic.records.steering.models import Letter, Meeting, StatusRequest
from declic.records.steering.rows import day_of


LINK = "[[lien]]"
"""Where the link of a question stands in the text that is kept; it is put there when the letter leaves."""

USUAL_LENGTH = datetime.timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Words:
    """The subject of a letter and its text."""

    subject: str
    text: str


def convene(meeting: Meeting) -> int:
    """Write to each account that sits in the committee that the meeting is held or cancelled, and count the letters."""
    kind = LetterKind.CANCELLATION if meeting.state == MeetingState.CANCELLED else LetterKind.CONVOCATION
    emails = meeting.committee.members.values_list("person__email", "alternate_person__email")
    reached = sorted({email for pair in emails for email in pair if email})
    with override(settings.LANGUAGE_CODE):
        words, calendar = _convocation(meeting), calendar_of((meeting,))
    for email in reached:
        _post(
            programme_id=meeting.committee.programme_id,
            kind=kind,
            key=f"meeting {meeting.pk} edition {meeting.edition} to {_seal(email)}",
            email=email,
            words=words,
            meeting=meeting,
            calendar=calendar,
        )
    return len(reached)


def ask(request: StatusRequest, *, sheet_title: str, programme_id: int) -> None:
    """Write a question, or its reminder where it was asked before."""
    again = request.reminders
    with override(settings.LANGUAGE_CODE):
        words = _question(sheet_title, until=request.expires_on, is_reminder=bool(again))
    _post(
        programme_id=programme_id,
        kind=LetterKind.REMINDER if again else LetterKind.STATUS_REQUEST,
        key=f"request {request.pk} reminder {again}",
        email=request.email,
        words=words,
        request=request,
    )


def tell(email: str, *, mentions: Sequence[Mention], programme_id: int) -> None:
    """Write to somebody which sheets of a pact their colleagues name them on: what was said stays on the site."""
    with override(settings.LANGUAGE_CODE):
        words = _named_on(mentions)
    _post(
        programme_id=programme_id,
        kind=LetterKind.MENTIONS,
        key=f"mentions {mentions[0].pk} to {mentions[-1].pk} of programme {programme_id} to {_seal(email)}",
        email=email,
        words=words,
    )


def event_of(meeting: Meeting) -> CalendarEvent:
    """Give a meeting as calendars know it."""
    return CalendarEvent(
        uid=f"meeting-{meeting.pk}@declic",
        title=meeting.committee.name,
        starts=meeting.starts_at,
        ends=meeting.ends_at or meeting.starts_at + USUAL_LENGTH,
        changed_at=meeting.edited_at or meeting.starts_at,
        place=meeting.location,
        sequence=meeting.edition,
        is_cancelled=meeting.state == MeetingState.CANCELLED,
    )


def calendar_of(meetings: tuple[Meeting, ...]) -> str:
    """Give meetings as one calendar that asks people to come, or no longer to come."""
    cancelled = all(meeting.state == MeetingState.CANCELLED for meeting in meetings)
    return calendar_text(
        "Déclic", events=[event_of(one) for one in meetings], method="CANCEL" if cancelled else "REQUEST"
    )


def _convocation(meeting: Meeting) -> Words:
    at = timezone.localtime(meeting.starts_at)
    facts = {
        "committee": meeting.committee.name,
        "day": date_format(day_of(meeting.starts_at), "l j F Y"),
        "time": date_format(at, "H:i"),
        "place": meeting.location or _("place to be said"),
    }
    if meeting.state == MeetingState.CANCELLED:
        text = _("The meeting of %(day)s at %(time)s will not take place.") % facts
        return Words(_("%(committee)s: meeting cancelled") % facts, f"{text}\n")
    lines = [_("You are invited on %(day)s at %(time)s (%(place)s).") % facts, ""]
    items = meeting.items.filter(state=ItemState.WAITING).order_by("position", "id")
    titles = items.values_list("title", flat=True)
    if titles:
        lines += [_("Agenda:"), *(f"{number}. {title}" for number, title in enumerate(titles, start=1)), ""]
    lines.append(_("The calendar file that comes with this letter adds the meeting to your own calendar."))
    return Words(_("%(committee)s: convocation for %(day)s") % facts, "\n".join(lines) + "\n")


def _question(title: str, *, until: datetime.date, is_reminder: bool) -> Words:
    subject = _("Where does « %(title)s » stand?") % {"title": title}
    lines = [
        _("You answer for the action sheet « %(title)s ». Where does it stand?") % {"title": title},
        "",
        _("Answer in one minute, without an account, on this page:"),
        f"    {LINK}",
        "",
        _("The link is good once, until %(day)s.") % {"day": date_format(until, "j F Y")},
    ]
    said = _("Reminder: %(subject)s") % {"subject": subject} if is_reminder else subject
    return Words(said, "\n".join(lines) + "\n")


def _named_on(mentions: Sequence[Mention]) -> Words:
    count = len(mentions)
    subject = ngettext("%(count)d comment names you", "%(count)d comments name you", count)
    lines = [_("Colleagues name you in comments on these action sheets:"), ""]
    for one in mentions:
        sheet, author = one.comment.sheet, one.comment.author
        who = author.name if author else _("somebody whose account is erased")
        lines.append(f"- {sheet.code} {sheet.title} ({who})")
    lines += ["", _("Read them, and answer, under « Following » of each sheet.")]
    return Words(subject % {"count": count}, "\n".join(lines) + "\n")


def _seal(email: str) -> str:
    """Tell two addresses apart without saying either."""
    return hashlib.sha256(email.encode()).hexdigest()[:16]


def _post(  # noqa: PLR0913 — a letter is all of these
    *,
    programme_id: int,
    kind: LetterKind,
    key: str,
    email: str,
    words: Words,
    meeting: Meeting | None = None,
    request: StatusRequest | None = None,
    calendar: str = "",
) -> None:
    now = timezone.now()
    Letter.objects.get_or_create(
        key=key,
        defaults={
            "programme_id": programme_id,
            "kind": kind,
            "email": email,
            "subject": words.subject[:300],
            "text": words.text,
            "meeting": meeting,
            "request": request,
            "calendar": calendar,
            "not_before": now,
            "written_at": now,
        },
    )
