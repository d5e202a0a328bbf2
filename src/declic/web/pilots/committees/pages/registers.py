"""The register of decisions and the alerts of a pact: filters, and what can be said of each."""

from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from declic.engines.tracking.alerts import AlertRule
from declic.records.steering.choices import OPEN_STATES
from declic.records.steering.values import (
    AlertLine,
    AlertsPage as AlertsRead,
    DecisionLine,
    DecisionsPage as DecisionsRead,
)
from declic.web.design.choosing import Seen
from declic.web.design.components import Badge, Empty, Link, Message, Tab, Tabs
from declic.web.design.pages import Head
from declic.web.design.wording import day
from declic.web.pilots.committees.following_forms import FollowForm, MuteForm
from declic.web.pilots.committees.pages.meetings import DecisionPart, decision_part
from declic.web.pilots.committees.parts import FormPart, button, form_part
from declic.web.pilots.committees.wording import RULES, alert_facts
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


@dataclass(frozen=True, slots=True)
class AlertPart:
    """An alert: its rule, what it is about, what raised it, who answers for it, and how it is muted."""

    rule: str
    title: str
    url: str
    facts: str
    owner: str
    badge: Badge | None
    reason: str
    form: FormPart | None


@dataclass(frozen=True, slots=True)
class AlertsPage:
    """The alerts of a pact."""

    head: Head
    tabs: Tabs
    notices: tuple[Message, ...]
    filters: Tabs
    speaking: tuple[AlertPart, ...]
    muted: tuple[AlertPart, ...]
    empty: Empty | None


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


def alerts_page(
    read: AlertsRead, *, query: QueryDict, refused: MuteForm | None, notices: tuple[Message, ...]
) -> AlertsPage:
    """Show the alerts that are asked for, those that speak first."""
    known = {each.value: each for each in AlertRule}
    asked = known.get(query.get("regle", ""))
    shown = [line for line in read.alerts if asked is None or line.alert.rule is asked]
    parts = [(line.is_muted, _alert_part(line, read=read, refused=refused)) for line in shown]
    calm = Empty(_("No alert"), _("Nothing waits for somebody, by the rules that are stated."))
    return AlertsPage(
        head=steering_head(read.header, _("Alerts")),
        tabs=steering_tabs(read.header, current="alerts"),
        notices=notices,
        filters=_rules(read, asked=asked),
        speaking=tuple(part for is_muted, part in parts if not is_muted),
        muted=tuple(part for is_muted, part in parts if is_muted),
        empty=None if parts else calm,
    )


def _rules(read: AlertsRead, *, asked: AlertRule | None) -> Tabs:
    home = address("alerts", read.header)
    counts = {rule: sum(line.alert.rule is rule for line in read.alerts) for rule in AlertRule}
    tabs = [Tab(_("All rules"), home, is_current=asked is None, count=len(read.alerts))]
    tabs += [
        Tab(str(RULES[rule]), f"{home}?regle={rule.value}", is_current=rule is asked, count=count)
        for rule, count in counts.items()
        if count
    ]
    return Tabs(_("Filter by rule"), tuple(tabs))


def _alert_part(line: AlertLine, *, read: AlertsRead, refused: MuteForm | None) -> AlertPart:
    alert = line.alert
    until = _("until %(day)s") % {"day": day(line.until_on)} if line.until_on else ""
    return AlertPart(
        rule=str(RULES[alert.rule]),
        title=alert.title,
        url=_where(alert.mark, read=read),
        facts=alert_facts(alert),
        owner=alert.owner or _("nobody answers for it"),
        badge=Badge(" ".join(word for word in (_("muted"), until) if word)) if line.is_muted else None,
        reason=line.reason,
        form=_mute_form(line, refused=refused) if read.may_keep else None,
    )


PLACES = {
    "axis": ("pilots", ""),
    "measure": ("measure_sheets", "number"),
    "indicator": ("indicator", "indicator_id"),
    "post": ("post", "post_id"),
    "funding line": ("funding_line", "line_id"),
    "finding": ("steering_findings", ""),
    "sheet": ("sheet", "code"),
    "milestone": ("sheet_calendar", "code"),
}
"""Where what an alert is about is answered, and what its address needs beside the pact."""


def _where(mark: str, *, read: AlertsRead) -> str:
    """Say where an alert is answered; nowhere for what has no page of its own."""
    kind, _space, number = mark.rpartition(" ")
    if kind in ("committee", "decision"):
        return reverse(kind, args=[number])
    name, needed = PLACES.get(kind, ("", ""))
    said = read.codes.get(mark, "") if needed == "code" else number
    if not name or not said:
        return ""
    return address(name, read.header, **({needed: said} if needed else {}))


def _mute_form(line: AlertLine, *, refused: MuteForm | None) -> FormPart:
    key = line.alert.key
    if line.is_muted:
        return button("unmute", _("Let it speak again"), hidden={"key": key})
    is_refused = refused is not None and refused.data.get("key") == key
    form = (
        refused if is_refused and refused is not None else MuteForm(initial={"key": key}, auto_id=_ids(key))
    )
    return form_part(form, act="mute", title=_("Mute it"), button=_("Mute"), is_folded=True)


def _ids(key: str) -> str:
    return f"id_{key.replace(' ', '_').replace('.', '-')}_%s"
