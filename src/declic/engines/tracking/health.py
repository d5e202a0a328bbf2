"""
Health (fr: météo): how an action sheet fares, proposed by rules, each reason said.

A pilot may say otherwise in writing; what the rules propose is kept beside it. What is unknown is « unknown », never
fair weather.
"""

from dataclasses import dataclass
from enum import StrEnum


class Health(StrEnum):
    """How a sheet fares, the worst last."""

    UNKNOWN = "unknown"
    SUN = "sun"
    CLOUD = "cloud"
    RAIN = "rain"
    STORM = "storm"


class HealthReason(StrEnum):
    """What the rules saw."""

    NOT_STARTED_AND_LATE = "not_started_and_late"
    END_PASSED = "end_passed"
    BLOCKED = "blocked"
    MILESTONES_LATE = "milestones_late"
    BEHIND_TIME = "behind_time"
    NO_UPDATE = "no_update"
    NO_DELIVERY = "no_delivery"
    MONEY_MISSING = "money_missing"
    NOTHING_KNOWN = "nothing_known"
    ON_TIME = "on_time"
    DONE = "done"


WEIGHTS = {
    HealthReason.BLOCKED: Health.STORM,
    HealthReason.END_PASSED: Health.RAIN,
    HealthReason.NOT_STARTED_AND_LATE: Health.RAIN,
    HealthReason.MONEY_MISSING: Health.RAIN,
    HealthReason.MILESTONES_LATE: Health.CLOUD,
    HealthReason.BEHIND_TIME: Health.CLOUD,
    HealthReason.NO_UPDATE: Health.CLOUD,
    HealthReason.NO_DELIVERY: Health.CLOUD,
    HealthReason.NOTHING_KNOWN: Health.UNKNOWN,
    HealthReason.ON_TIME: Health.SUN,
    HealthReason.DONE: Health.SUN,
}
"""What each reason alone makes of a sheet; several take the worst, and three clouds are rain."""

ORDER = (Health.UNKNOWN, Health.SUN, Health.CLOUD, Health.RAIN, Health.STORM)
CLOUDS_THAT_RAIN = 3
TOLERATED_GAP = 20
"""By how many points the milestones may stay behind the time that has passed."""


@dataclass(frozen=True, slots=True)
class HealthFacts:
    """
    What is known of a sheet; None is unknown.

    `elapsed` and `milestones` are shares from 0 to 100: of the time that has passed, of the weighted milestones.
    """

    is_done: bool = False
    is_started: bool | None = None
    should_have_started: bool = False
    end_passed: bool = False
    open_blockers: int = 0
    late_milestones: int = 0
    elapsed: float | None = None
    milestones: float | None = None
    lacks_update: bool = False
    lacks_delivery: bool = False
    lacks_money: bool = False


@dataclass(frozen=True, slots=True)
class ProposedHealth:
    """What the rules propose, and every reason they had, the worst first."""

    health: Health
    reasons: tuple[HealthReason, ...]


def propose_health(facts: HealthFacts) -> ProposedHealth:
    """Propose how a sheet fares: the worst of its reasons; three that only cloud it make rain."""
    if facts.is_done:
        return ProposedHealth(Health.SUN, (HealthReason.DONE,))
    reasons = tuple(sorted(_worries(facts), key=lambda reason: -ORDER.index(WEIGHTS[reason])))
    if not reasons:
        quiet = HealthReason.NOTHING_KNOWN if _is_unknown(facts) else HealthReason.ON_TIME
        return ProposedHealth(WEIGHTS[quiet], (quiet,))
    worst = WEIGHTS[reasons[0]]
    if worst is Health.CLOUD and len(reasons) >= CLOUDS_THAT_RAIN:
        worst = Health.RAIN
    return ProposedHealth(worst, reasons)


def _worries(facts: HealthFacts) -> list[HealthReason]:
    seen = {
        HealthReason.BLOCKED: facts.open_blockers > 0,
        HealthReason.END_PASSED: facts.end_passed,
        HealthReason.NOT_STARTED_AND_LATE: facts.should_have_started and facts.is_started is False,
        HealthReason.MONEY_MISSING: facts.lacks_money,
        HealthReason.MILESTONES_LATE: facts.late_milestones > 0,
        HealthReason.BEHIND_TIME: _is_behind(facts),
        HealthReason.NO_UPDATE: facts.lacks_update,
        HealthReason.NO_DELIVERY: facts.lacks_delivery,
    }
    return [reason for reason, holds in seen.items() if holds]


def _is_behind(facts: HealthFacts) -> bool:
    if facts.elapsed is None or facts.milestones is None:
        return False
    return facts.elapsed - facts.milestones > TOLERATED_GAP


def _is_unknown(facts: HealthFacts) -> bool:
    """Say whether nothing lets anybody say that it goes well: neither dates nor milestones."""
    return facts.elapsed is None and facts.milestones is None
