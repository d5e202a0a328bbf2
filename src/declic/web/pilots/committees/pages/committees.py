"""The committees of a pact, and one of them: its rhythm, who sits there, its meetings, its backlog."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _, ngettext

from declic.records.steering.values import (
    CommitteeLine,
    CommitteePage as CommitteeRead,
    CommitteesPage as CommitteesRead,
    ItemLine,
    MeetingLine,
    MemberLine,
)
from declic.web.design.charts.bars import Bar, BarChart, bar_chart
from declic.web.design.components import Badge, Card, Cell, Citation, Empty, Link, Message, Table, Tabs
from declic.web.design.pages import Head
from declic.web.design.passages import citation_of
from declic.web.pilots.committees.forms import CommitteeForm, MeetingForm, SeatForm
from declic.web.pilots.committees.parts import FormPart, button, form_part
from declic.web.pilots.committees.wording import instant, meeting_badge, meeting_title, rhythm_words
from declic.web.pilots.pages.header import address, steering_head, steering_tabs


@dataclass(frozen=True, slots=True)
class CommitteesPage:
    """The committees of a pact."""

    head: Head
    tabs: Tabs
    notices: tuple[Message, ...]
    cards: tuple[Card, ...]
    gauges: BarChart | None
    empty: Empty | None
    ways: tuple[Link, ...]
    forms: tuple[FormPart, ...]


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting among those of its committee."""

    title: str
    url: str
    when: str
    badge: Badge


@dataclass(frozen=True, slots=True)
class CommitteePage:
    """One committee."""

    head: Head
    tabs: Tabs
    notices: tuple[Message, ...]
    rhythm: str
    is_kept: bool
    mandate: str
    citation: Citation | None
    members: Table | None
    meetings: tuple[MeetingRow, ...]
    backlog: tuple[str, ...]
    forms: tuple[FormPart, ...]


def committees_page(
    read: CommitteesRead, *, form: CommitteeForm, notices: tuple[Message, ...]
) -> CommitteesPage:
    """Show the committees, with their gauges."""
    header = read.header
    nothing = Empty(
        _("No committee yet"),
        _("Open the committees that the text promises, with their rhythm, or another one."),
    )
    return CommitteesPage(
        head=steering_head(header, _("Committees")),
        tabs=steering_tabs(header, current="committees"),
        notices=notices,
        cards=tuple(_card(line) for line in read.committees),
        gauges=_gauges(read.committees),
        empty=None if read.committees else nothing,
        ways=_ways(read),
        forms=_committees_forms(read, form=form) if read.may_keep else (),
    )


def committee_page(
    read: CommitteeRead, *, seat: SeatForm, plan: MeetingForm, notices: tuple[Message, ...]
) -> CommitteePage:
    """Show one committee."""
    line = read.committee
    return CommitteePage(
        head=steering_head(read.header, line.name),
        tabs=steering_tabs(read.header, current="committees"),
        notices=notices,
        rhythm=rhythm_words(line.rhythm),
        is_kept=line.rhythm is None or line.rhythm.is_kept,
        mandate=read.mandate,
        citation=citation_of(read.passage, note=_promised(read.promised)) if read.passage else None,
        members=_members(read.members),
        meetings=tuple(_meeting_row(one) for one in read.meetings),
        backlog=tuple(_backlog_words(one) for one in read.backlog),
        forms=_committee_forms(seat, plan) if read.may_keep else (),
    )


def _promised(words: str) -> str:
    return _("What the text promises: %(words)s") % {"words": words} if words else _("Named in the text")


def _committees_forms(read: CommitteesRead, *, form: CommitteeForm) -> tuple[FormPart, ...]:
    promised = button(
        "promised",
        ngettext(
            "Open %(count)d committee that the text promises",
            "Open %(count)d committees that the text promises",
            read.promised_count,
        )
        % {"count": read.promised_count},
    )
    other = form_part(
        form, act="other", title=_("Open another committee"), button=_("Open the committee"), is_folded=True
    )
    return (promised, other) if read.promised_count else (other,)


def _committee_forms(seat: SeatForm, plan: MeetingForm) -> tuple[FormPart, ...]:
    return (
        form_part(plan, act="plan", title=_("Plan a meeting"), button=_("Plan the meeting"), is_folded=True),
        form_part(
            seat, act="seat", title=_("Seat an institution"), button=_("Keep the seat"), is_folded=True
        ),
    )


def _card(line: CommitteeLine) -> Card:
    coming = (
        _("next: %(when)s") % {"when": instant(line.next_meeting.starts_at)}
        if line.next_meeting
        else _("no next meeting")
    )
    seats = ngettext("%(count)d institution", "%(count)d institutions", line.member_count) % {
        "count": line.member_count
    }
    kept = line.rhythm is None or line.rhythm.is_kept
    badges = () if kept else (Badge(_("rhythm not kept"), "bad"),)
    return Card(
        line.name, reverse("committee", args=[line.id]), f"{seats}, {coming}", str(line.kind.label), badges
    )


def _gauges(lines: tuple[CommitteeLine, ...]) -> BarChart | None:
    """Draw the meetings held beside those promised by today: two bars a committee, a third where some met later."""
    bars = []
    for line in lines:
        rhythm = line.rhythm
        if rhythm is None:
            continue
        longest = max(rhythm.held, rhythm.due, rhythm.in_all or 0, rhythm.held_after, 1)
        bars.append(
            Bar(_("%(name)s: held") % {"name": line.name}, str(rhythm.held), rhythm.held / longest, hue=2)
        )
        bars.append(
            Bar(
                _("%(name)s: promised by today") % {"name": line.name},
                str(rhythm.due),
                rhythm.due / longest,
            )
        )
        if rhythm.held_after:
            bars.append(
                Bar(
                    _("%(name)s: held after the end of the pact") % {"name": line.name},
                    str(rhythm.held_after),
                    rhythm.held_after / longest,
                    hue=4,
                )
            )
    if not bars:
        return None
    words = " ".join(
        f"{line.name} : {rhythm_words(line.rhythm)}." for line in lines if line.rhythm is not None
    )
    return bar_chart(
        bars,
        key="rhythm",
        title=_("Meetings held and promised"),
        description=words,
        heads=(_("Committee"), _("Meetings")),
    )


def _ways(read: CommitteesRead) -> tuple[Link, ...]:
    waiting = ngettext(
        "%(count)d decision to carry out", "%(count)d decisions to carry out", read.open_decisions
    ) % {"count": read.open_decisions}
    return (
        Link(_("Decisions (%(count)s)") % {"count": waiting}, address("decisions", read.header)),
        Link(_("Alerts"), address("alerts", read.header)),
        Link(_("Calendar of the pact (iCalendar)"), address("pact_calendar", read.header)),
    )


def _members(members: tuple[MemberLine, ...]) -> Table | None:
    if not members:
        return None
    heads = (_("Institution"), _("Function"), _("Alternate"), _("Convocation"))
    rows = tuple(
        (
            Cell(_("%(name)s (chair)") % {"name": one.institution} if one.is_chair else one.institution),
            Cell(one.function or "–"),
            Cell(one.alternate or "–"),
            Cell(_("by letter") if one.receives else _("nobody receives it")),
        )
        for one in members
    )
    return Table(_("Who sits in the committee"), heads, rows)


def _meeting_row(meeting: MeetingLine) -> MeetingRow:
    return MeetingRow(
        meeting_title(meeting),
        reverse("meeting", args=[meeting.id]),
        instant(meeting.starts_at),
        meeting_badge(meeting.state),
    )


def _backlog_words(item: ItemLine) -> str:
    return _("%(title)s (put off)") % {"title": item.title} if item.was_postponed else item.title
