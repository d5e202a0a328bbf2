"""The register of decisions of a pact: filters, and what can be said of each."""

from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from declic.records.steering.choices import OPEN_STATES
from declic.records.steering.values import DecisionLine, DecisionsPage as DecisionsRead
from declic.web.design.choosing import Seen
from declic.web.design.components import Empty, Link, Message, Tab, Tabs
from declic.web.design.pages import Head
from declic.web.design.wording import day
from declic.web.pilots.committees.following_forms import FollowForm
from declic.web.pilots.committees.pages.meetings import DecisionPart, decision_part
from declic.web.pilots.committees.parts import FormPart, form_part
from declic.web.pilots.pages.header import address, steering_head, steering_tabs


FILTERS = ("", "ouvertes", "en-retard", "executees")


@dataclass(frozen=True, slots=True)
class DecisionsPage:
    """The register of decisions."""

    head: Head
    tabs: Tabs
    notices: tuple[Message, ...]
    filters: Tabs
    decisions: tuple[DecisionPart, ...]
    empty: Empty | None
    csv_url: str


@dataclass(frozen=True, slots=True)
class DecisionPage:
    """One decision, and the form that says where it stands."""

    head: Head
    notices: tuple[Message, ...]
    decision: DecisionPart
    meeting: Link
    seen: Seen
    form: FormPart | None


def decisions_page(read: DecisionsRead, *, query: QueryDict, notices: tuple[Message, ...]) -> DecisionsPage:
    """Show the decisions that are asked for."""
    asked = query.get("etat", "")
    asked = asked if asked in FILTERS else ""
    shown = filtered(read.decisions, asked=asked)
    names = {
        "": _("All"),
        "ouvertes": _("To carry out"),
        "en-retard": _("Late"),
        "executees": _("Carried out or closed"),
    }
    home = address("decisions", read.header)
    tabs = tuple(
        Tab(
            words,
            f"{home}?etat={name}" if name else home,
            is_current=name == asked,
            count=len(filtered(read.decisions, asked=name)),
        )
        for name, words in names.items()
    )
    suffix = f"?etat={asked}" if asked else ""
    return DecisionsPage(
        head=steering_head(read.header, _("Decisions")),
        tabs=steering_tabs(read.header, current="committees"),
        notices=notices,
        filters=Tabs(_("Filter by state"), tabs),
        decisions=tuple(decision_part(one) for one in shown),
        empty=None if shown else Empty(_("No decision"), _("Decisions are typed during a meeting.")),
        csv_url=address("decisions_csv", read.header) + suffix,
    )


def filtered(decisions: tuple[DecisionLine, ...], *, asked: str) -> tuple[DecisionLine, ...]:
    """Keep the decisions of a filter."""
    if asked == "ouvertes":
        return tuple(one for one in decisions if one.state in OPEN_STATES)
    if asked == "en-retard":
        return tuple(one for one in decisions if one.is_late)
    if asked == "executees":
        return tuple(one for one in decisions if one.state not in OPEN_STATES)
    return decisions


def decision_page(
    read: DecisionsRead,
    *,
    line: DecisionLine,
    form: FollowForm,
    meeting_url: str,
    notices: tuple[Message, ...],
) -> DecisionPage:
    """Show one decision."""
    follow = form_part(form, act="follow", title=_("Say where it stands"), button=_("Record"))
    return DecisionPage(
        head=steering_head(read.header, line.number),
        notices=notices,
        decision=decision_part(line),
        meeting=Link(f"{line.committee}, {day(line.decided_on)}", meeting_url),
        seen=Seen(line.edition),
        form=follow if read.may_keep else None,
    )
