"""A meeting as those who keep it work in it: prepare, convene, hold, write the minutes, follow."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _, ngettext

from declic.records.steering.choices import (
    NEXT_STATES,
    ItemState,
    MeetingState,
)
from declic.records.steering.values import (
    DecisionLine,
    DossierLine,
    ItemLine,
    MeetingLine,
    MeetingPage as MeetingRead,
    Proposal,
)
from declic.web.design.choosing import Seen
from declic.web.design.components import Badge, Link, Message, Step, Steps, Table, Tabs
from declic.web.design.pages import Head
from declic.web.design.wording import day
from declic.web.pilots.committees.parts import FormPart, button
from declic.web.pilots.committees.tables import presence_table
from declic.web.pilots.committees.wording import (
    RULES,
    alert_facts,
    decision_badges,
    effect_words,
    instant,
    meeting_badge,
    meeting_title,
)
from declic.web.pilots.pages.header import steering_head, steering_tabs


WAY = (
    MeetingState.PLANNED,
    MeetingState.CONVENED,
    MeetingState.IN_PROGRESS,
    MeetingState.HELD,
    MeetingState.MINUTES_TO_APPROVE,
    MeetingState.CLOSED,
)


LONGEST_LINE = 300


@dataclass(frozen=True, slots=True)
class DecisionPart:
    """A decision with what it changed, and the way to follow it."""

    number: str
    text: str
    badges: tuple[Badge, ...]
    who: str
    effects: tuple[str, ...]
    url: str


@dataclass(frozen=True, slots=True)
class ItemPart:
    """A point of the agenda."""

    title: str
    facts: str
    question: str
    outcome: str
    badge: Badge | None
    decisions: tuple[DecisionPart, ...]
    form: FormPart | None
    seen: Seen


@dataclass(frozen=True, slots=True)
class ProposalPart:
    """A point that is proposed, why, and the button that takes it."""

    title: str
    why: str
    form: FormPart


@dataclass(frozen=True, slots=True)
class MeetingForms:
    """The forms that the meeting's state opens; None where it does not."""

    date: FormPart | None = None
    item: FormPart | None = None
    attendance: FormPart | None = None
    decision: FormPart | None = None
    minutes: FormPart | None = None
    dossier: FormPart | None = None
    moves: tuple[FormPart, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """The workspace of a meeting."""

    head: Head
    tabs: Tabs
    notices: tuple[Message, ...]
    when: str
    badge: Badge
    receivers: str
    committee: Link
    steps: Steps | None
    seen: Seen
    items: tuple[ItemPart, ...]
    total: str
    proposals: tuple[ProposalPart, ...]
    attendance: Table | None
    decisions: tuple[DecisionPart, ...]
    followed: tuple[DecisionPart, ...]
    minutes: str
    dossiers: tuple[tuple[str, tuple[Link, ...]], ...]
    calendar_url: str
    forms: MeetingForms


def meeting_page(
    read: MeetingRead,
    *,
    forms: MeetingForms,
    item_forms: dict[int, FormPart],
    notices: tuple[Message, ...],
) -> MeetingPage:
    """Show a meeting, and what its state lets do."""
    meeting = read.meeting
    parts = {one.id: decision_part(one) for one in read.decisions}
    return MeetingPage(
        head=steering_head(read.header, meeting_title(meeting)),
        tabs=steering_tabs(read.header, current="committees"),
        notices=notices,
        when=_when(meeting),
        badge=meeting_badge(meeting.state),
        receivers=ngettext(
            "%(count)d account receives the convocation",
            "%(count)d accounts receive the convocation",
            read.receivers,
        )
        % {"count": read.receivers},
        committee=Link(meeting.committee_name, reverse("committee", args=[meeting.committee_id])),
        steps=None if meeting.state is MeetingState.CANCELLED else _steps(read),
        seen=Seen(meeting.edition),
        items=tuple(
            _item_part(one, decisions=read.decisions, form=item_forms.get(one.id)) for one in read.items
        ),
        total=_total(read.items),
        proposals=tuple(_proposal_part(one) for one in read.proposals),
        attendance=presence_table(read.attendance),
        decisions=tuple(parts[one.id] for one in read.decisions if one.item_id is None),
        followed=tuple(decision_part(one) for one in read.followed),
        minutes=read.minutes,
        dossiers=tuple(_dossier(one) for one in read.dossiers),
        calendar_url=reverse("meeting_calendar", args=[meeting.id]),
        forms=forms,
    )


def move_buttons(read: MeetingRead) -> tuple[FormPart, ...]:
    """Give the buttons that bring a meeting to its next states, the one that comes next first."""
    state = read.meeting.state
    words = {
        MeetingState.CONVENED: _("Convene the members by letter"),
        MeetingState.IN_PROGRESS: _("Start the meeting"),
        MeetingState.HELD: _("Close the meeting")
        if state is MeetingState.IN_PROGRESS
        else _("Take the minutes back"),
        MeetingState.MINUTES_TO_APPROVE: _("Submit the minutes for approval"),
        MeetingState.CLOSED: _("Approve the minutes"),
        MeetingState.CANCELLED: _("Cancel the meeting"),
    }
    sent = {"edition": read.meeting.edition}
    return tuple(
        button("move", words[to], hidden={**sent, "to": to.value}, is_main=place == 0)
        for place, to in enumerate(NEXT_STATES[state])
    )


def decision_part(decision: DecisionLine) -> DecisionPart:
    """Show a decision."""
    who = [decision.owner or _("nobody named")]
    if decision.due_on:
        who.append(_("by %(day)s") % {"day": day(decision.due_on)})
    return DecisionPart(
        decision.number,
        decision.text,
        decision_badges(decision),
        ", ".join(who),
        tuple(effect_words(one) for one in decision.effects),
        reverse("decision", args=[decision.id]),
    )


def _dossier(one: DossierLine) -> tuple[str, tuple[Link, ...]]:
    words = _("Dossier no. %(number)d, frozen on %(when)s, seal %(seal)s…") % {
        "number": one.sequence,
        "when": instant(one.frozen_at),
        "seal": one.sha256[:12],
    }
    links = tuple(
        Link(name.upper(), reverse(f"dossier_{name}", args=[one.id])) for name in ("pdf", "xlsx", "json")
    )
    return words, links


def _when(meeting: MeetingLine) -> str:
    words = instant(meeting.starts_at)
    return f"{words}, {meeting.location}" if meeting.location else words


def _steps(read: MeetingRead) -> Steps:
    at = WAY.index(read.meeting.state)
    return Steps(
        tuple(
            Step(str(one.label), _("no convocation was sent from here"))
            if one is MeetingState.CONVENED and number < at and not read.was_convened
            else Step(str(one.label), is_done=number < at, is_current=number == at)
            for number, one in enumerate(WAY)
        )
    )


def _item_part(item: ItemLine, *, decisions: tuple[DecisionLine, ...], form: FormPart | None) -> ItemPart:
    facts = [str(item.kind.label)]
    if item.minutes_planned:
        facts.append(
            ngettext("%(count)d minute", "%(count)d minutes", item.minutes_planned)
            % {"count": item.minutes_planned}
        )
    if item.presenter:
        facts.append(item.presenter)
    return ItemPart(
        item.title,
        " · ".join(facts),
        item.question,
        item.outcome,
        None if item.state is ItemState.WAITING else Badge(str(item.state.label)),
        tuple(decision_part(one) for one in decisions if one.item_id == item.id),
        form,
        Seen(item.edition),
    )


def _total(items: tuple[ItemLine, ...]) -> str:
    minutes = sum(item.minutes_planned for item in items)
    return ngettext("%(count)d minute planned", "%(count)d minutes planned", minutes) % {"count": minutes}


def proposal_title(one: Proposal) -> str:
    """Name the point that is proposed: an alert by its rule and what it is about, many of one rule by the rule."""
    if one.alert is None:
        return one.title
    rule = RULES[one.alert.rule]
    if not one.title:
        return f"{rule} ({one.count})"
    return (_("%(rule)s: %(title)s") % {"rule": rule, "title": one.title})[:LONGEST_LINE]


def _proposal_part(one: Proposal) -> ProposalPart:
    if one.item_id is not None:
        return ProposalPart(
            one.title,
            _("waits in the backlog"),
            button("take", _("Put on the agenda"), hidden={"item": one.item_id}),
        )
    why = _("decision that is late")
    if one.alert is not None and one.count > 1:
        why = ngettext("%(count)d alert", "%(count)d alerts", one.count) % {"count": one.count}
    elif one.alert is not None:
        why = alert_facts(one.alert)
    sent = {"proposed_by": one.proposed_by}
    return ProposalPart(proposal_title(one), why, button("propose", _("Put on the agenda"), hidden=sent))
