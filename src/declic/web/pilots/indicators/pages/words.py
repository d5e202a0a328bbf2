"""How an indicator is said: its values, where they come from, how far it is, why it cannot be calculated."""

import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from declic.engines.measuring.observing import Unknown
from declic.engines.measuring.periods import Freshness, Period
from declic.engines.measuring.progress import Incalculable, Progress
from declic.records.evaluation.choices import ObservationState
from declic.records.evaluation.values import IndicatorLine, PeriodValue
from declic.web.design.components import Badge, Tone
from declic.web.design.wording import day, days_late, quantity


TONES: dict[ObservationState, Tone] = {
    ObservationState.DRAFT: "neutral",
    ObservationState.SUBMITTED: "watch",
    ObservationState.RETURNED: "bad",
    ObservationState.APPROVED: "good",
}


def period_words(period: Period) -> str:
    """Say a period shortly: a month by its name, others by their ends."""
    if (period.start.year, period.start.month) == (period.end.year, period.end.month):
        return date_format(period.end, "F Y")
    return _("from %(first)s to %(last)s") % {"first": day(period.start), "last": day(period.end)}


def unknown_words(why: Unknown | None) -> str:
    """Say why a period has no value: never zero."""
    words = {
        Unknown.NO_DELIVERY: _("not calculable: nothing was recorded"),
        Unknown.NOT_COUNTED: _("not calculable: nobody was counted"),
        Unknown.NO_KEY: _("not calculable: people are not told apart"),
    }
    return words[why] if why else _("not known yet")


def incalculable_words(why: Incalculable | None) -> str:
    """Say why progress cannot be calculated."""
    words = {
        Incalculable.NO_VALUE: _("not calculable: no value yet"),
        Incalculable.NO_BASELINE: _("not calculable: nobody said where it starts"),
        Incalculable.NO_TARGET: _("not calculable: no target"),
        Incalculable.NOTHING_TO_GAIN: _("not calculable: the target is where it starts"),
        Incalculable.TARGET_CONTRADICTS: _("not calculable: the target goes the other way"),
    }
    return words[why] if why else ""


def progress_words(progress: Progress) -> str:
    """Say how far it is, and how far it should be."""
    if progress.share is None or progress.expected is None:
        return incalculable_words(progress.why)
    said = {"share": round(100 * progress.share), "expected": round(100 * progress.expected)}
    return _("%(share)d %% of the way; %(expected)d %% expected by that day") % said


def state_badge(value: PeriodValue) -> Badge:
    """Say where a value stands."""
    if value.state is None:
        if value.value is None:
            return Badge(_("no value"), "neutral")
        return Badge(_("computed, not approved"), "info")
    return Badge(str(value.state.label), TONES[value.state])


def origin_words(value: PeriodValue) -> str:
    """Say where a value comes from."""
    return str(value.origin.label) if value.origin else ""


def freshness_badge(freshness: Freshness) -> Badge:
    """Say whether an indicator is up to date."""
    if freshness.is_up_to_date:
        return Badge(_("up to date"), "good")
    return Badge(days_late(freshness.days_late), "watch")


def latest_words(line: IndicatorLine) -> str:
    """Say the last value with its period."""
    if line.latest is None or line.latest.value is None:
        return unknown_words(line.periods[-1].why if line.periods else None)
    said = quantity(line.latest.value, unit=line.unit)
    return f"{said} ({period_words(line.latest.period)})"


def iso(date: datetime.date) -> str:
    """Write a day as a form sends it."""
    return date.isoformat()
