"""The alerts of a pact, rule by rule: what raised each, since when, who answers for it, and where it is answered."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _, ngettext

from declic.engines.tracking.alerts import AlertRule
from declic.records.steering.values import AlertLine, AlertsPage as AlertsRead
from declic.web.design.components import Badge, Empty, Link, Message, Tab, Tabs
from declic.web.design.pages import Head
from declic.web.design.wording import day
from declic.web.pilots.committees.following_forms import MuteForm
from declic.web.pilots.committees.parts import FormPart, button, form_part
from declic.web.pilots.committees.wording import RULES, alert_facts
from declic.web.pilots.pages.header import address, steering_head, steering_tabs


MOST_OF_A_RULE = 5
"""How many alerts of one rule are shown among the others; its own page shows them all."""


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
class AlertGroup:
    """The alerts that one rule raised: the first of them, and the way to all."""

    key: str
    rule: str
    count: int
    alerts: tuple[AlertPart, ...]
    more: Link | None


@dataclass(frozen=True, slots=True)
class AlertsPage:
    """The alerts of a pact."""

    head: Head
    tabs: Tabs
    notices: tuple[Message, ...]
    filters: Tabs
    speaking: tuple[AlertGroup, ...]
    muted: tuple[AlertPart, ...]
    empty: Empty | None


def alerts_page(
    read: AlertsRead, *, query: QueryDict, refused: MuteForm | None, notices: tuple[Message, ...]
) -> AlertsPage:
    """Show the alerts that are asked for, those that speak first."""
    known = {each.value: each for each in AlertRule}
    asked = known.get(query.get("regle", ""))
    shown = [line for line in read.alerts if asked is None or line.alert.rule is asked]
    muted = [line for line in shown if line.is_muted]
    calm = Empty(_("No alert"), _("Nothing waits for somebody, by the rules that are stated."))
    return AlertsPage(
        head=steering_head(read.header, _("Alerts")),
        tabs=steering_tabs(read.header, current="alerts"),
        notices=notices,
        filters=_rules(read, asked=asked),
        speaking=_groups(read, shown=shown, is_whole=asked is not None, refused=refused),
        muted=tuple(_alert_part(line, read=read, refused=refused) for line in muted),
        empty=None if shown else calm,
    )


def _groups(
    read: AlertsRead, *, shown: Sequence[AlertLine], is_whole: bool, refused: MuteForm | None
) -> tuple[AlertGroup, ...]:
    most = len(shown) if is_whole else MOST_OF_A_RULE
    raised = {
        rule: [one for one in shown if one.alert.rule is rule and not one.is_muted] for rule in AlertRule
    }
    return tuple(
        AlertGroup(
            key=rule.value,
            rule=str(RULES[rule]),
            count=len(lines),
            alerts=tuple(_alert_part(one, read=read, refused=refused) for one in lines[:most]),
            more=_more(read, rule=rule, count=len(lines[most:])),
        )
        for rule, lines in raised.items()
        if lines
    )


def _more(read: AlertsRead, *, rule: AlertRule, count: int) -> Link | None:
    if not count:
        return None
    words = ngettext("%(count)d other of this rule", "%(count)d others of this rule", count) % {
        "count": count
    }
    return Link(words, f"{address('alerts', read.header)}?regle={rule.value}")


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
