"""Committees in words: rhythms, days and hours, alerts with their facts, effects of decisions."""

import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _, gettext_lazy, ngettext

from declic.engines.scheduling.cadences import Rhythm
from declic.engines.tracking.alerts import Alert, AlertRule
from declic.records.money.choices import StageChoice
from declic.records.sheets.choices import SheetStatus
from declic.records.steering.choices import DecisionState, EffectKind, MeetingState
from declic.records.steering.values import DecisionLine, EffectLine, MeetingLine
from declic.web.design.components import Badge, Tone
from declic.web.design.wording import day


MEETING_TONES: dict[MeetingState, Tone] = {
    MeetingState.PLANNED: "neutral",
    MeetingState.CONVENED: "info",
    MeetingState.IN_PROGRESS: "watch",
    MeetingState.HELD: "info",
    MeetingState.MINUTES_TO_APPROVE: "watch",
    MeetingState.CLOSED: "good",
    MeetingState.CANCELLED: "bad",
}
DECISION_TONES: dict[DecisionState, Tone] = {
    DecisionState.TO_DO: "neutral",
    DecisionState.DOING: "info",
    DecisionState.DONE: "good",
    DecisionState.SUPERSEDED: "neutral",
    DecisionState.DROPPED: "neutral",
}
RULES = {
    AlertRule.MEASURE_WITHOUT_SHEET: gettext_lazy("Measure without action sheet"),
    AlertRule.AXIS_WITHOUT_PILOT: gettext_lazy("Axis without pilot"),
    AlertRule.NO_UPDATE: gettext_lazy("Sheet without update for 45 days"),
    AlertRule.MILESTONE_LATE: gettext_lazy("Milestone late"),
    AlertRule.NO_DELIVERY: gettext_lazy("Nothing delivered for 60 days"),
    AlertRule.FUNDING_NOT_GRANTED: gettext_lazy("Money not granted 30 days before the start"),
    AlertRule.INDICATOR_OUT_OF_DATE: gettext_lazy("Indicator out of date"),
    AlertRule.DECISION_OVERDUE: gettext_lazy("Decision overdue"),
    AlertRule.CADENCE_NOT_KEPT: gettext_lazy("Promised rhythm not kept"),
    AlertRule.POST_VACANT: gettext_lazy("Post vacant"),
    AlertRule.FINDING_NOT_EXPLAINED: gettext_lazy("Finding not explained"),
    AlertRule.NO_CARRY_OVER: gettext_lazy("End in 90 days, and no carry-over decided"),
}
"""Each rule in words; its thresholds are those of `engines/tracking/alerts.py`."""


def rhythm_words(rhythm: Rhythm | None) -> str:
    """Say how a rhythm is kept; that none can be told where it is unknown."""
    if rhythm is None:
        return _("No promised rhythm.")
    said = held_and_due(rhythm.held, rhythm.due)
    if rhythm.in_all is not None:
        said = _("%(said)s, %(all)d over the whole pact") % {"said": said, "all": rhythm.in_all}
    return _and_after(said, held_after=rhythm.held_after)


def instant(at: datetime.datetime) -> str:
    """Write an instant: its day and its hour, here."""
    here = timezone.localtime(at)
    return _("%(day)s at %(time)s") % {"day": day(here.date()), "time": date_format(here, "H:i")}


def meeting_title(meeting: MeetingLine) -> str:
    """Name a meeting."""
    return _("%(committee)s, no. %(number)d") % {
        "committee": meeting.committee_name,
        "number": meeting.number,
    }


def meeting_badge(state: MeetingState) -> Badge:
    """Say where a meeting stands."""
    return Badge(str(state.label), MEETING_TONES[state])


def decision_badges(decision: DecisionLine) -> tuple[Badge, ...]:
    """Say where a decision stands, and that it is late."""
    late = (Badge(_("late"), "bad"),) if decision.is_late else ()
    return (Badge(str(decision.state.label), DECISION_TONES[decision.state]), *late)


def effect_words(effect: EffectLine) -> str:
    """Say what a decision changed."""
    said = {
        "what": str(EffectKind(effect.kind).label),
        "about": effect.about,
        "old": _value(effect.old),
        "new": _value(effect.value),
    }
    if effect.applied_at is None:
        return _("%(what)s « %(about)s »: to become %(new)s") % said
    return _("%(what)s « %(about)s »: %(old)s → %(new)s") % said


def alert_facts(alert: Alert) -> str:
    """Say what raised an alert, and since when."""
    facts = dict(alert.facts)
    if alert.rule is AlertRule.CADENCE_NOT_KEPT:
        return held_and_due(int(facts["held"]), int(facts["due"]), held_after=int(facts.get("after", 0)))
    if alert.rule is AlertRule.NO_CARRY_OVER:
        ends = day(datetime.date.fromisoformat(facts["ends_on"]))
        return _("ends on %(day)s; measures to decide on: %(measures)s") % {
            "day": ends,
            "measures": facts["measures"],
        }
    if alert.since is None:
        return ""
    return _("since %(day)s") % {"day": day(alert.since)}


def held_and_due(held: int, due: int, *, held_after: int = 0) -> str:
    """Say how many meetings were held beside those that were promised by today, and those held once the pact had ended."""
    said = {
        "held": ngettext("%(count)d meeting held", "%(count)d meetings held", held) % {"count": held},
        "due": ngettext("%(count)d promised by today", "%(count)d promised by today", due) % {"count": due},
    }
    return _and_after(_("%(held)s, %(due)s") % said, held_after=held_after)


def _and_after(words: str, *, held_after: int) -> str:
    if not held_after:
        return words
    after = ngettext(
        "%(count)d held after the end of the pact", "%(count)d held after the end of the pact", held_after
    ) % {"count": held_after}
    return f"{words}, {after}"


def _value(said: str) -> str:
    for words in (SheetStatus, StageChoice):
        if said in words.values:
            return str(words(said).label)
    try:
        return day(datetime.date.fromisoformat(said))
    except ValueError:
        return said or _("unknown")
