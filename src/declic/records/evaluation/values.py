"""What evaluation answers."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from declic.engines.measuring.observing import Unknown
from declic.engines.measuring.periods import Freshness, Period
from declic.engines.measuring.progress import Progress, Trajectory
from declic.records.evaluation.choices import ObservationOrigin, ObservationState
from declic.records.pact.values import PactHeader


@dataclass(frozen=True, slots=True)
class PeriodValue:
    """
    The value of a period: None with `why` where there is none.

    `state` is None for what a rule computes and nobody approved yet; `computed` is what the rule says today, beside a
    value that was kept.
    """

    period: Period
    value: Decimal | None
    origin: ObservationOrigin | None
    state: ObservationState | None
    why: Unknown | None
    computed: Decimal | None
    is_incomplete: bool
    is_locked: bool
    observation_id: int | None
    edition: int
    comment: str
    evidence: str
    review_words: str
    delivery_count: int

    @property
    def is_approved(self) -> bool:
        """Say whether everyone may read it."""
        return self.state is ObservationState.APPROVED

    @property
    def has_drifted(self) -> bool:
        """Say whether what was kept is no longer what the rule computes."""
        kept = self.origin is ObservationOrigin.AUTO and self.state is not None
        return kept and self.computed != self.value


@dataclass(frozen=True, slots=True)
class RuleLine:
    """How deliveries fill an indicator."""

    kinds: tuple[str, ...]
    aggregation: str
    part: str
    is_cumulative: bool
    sheet_code: str | None


@dataclass(frozen=True, slots=True)
class MeasureOf:
    """The measure that an indicator tells of."""

    number: str
    title: str
    axis_number: int | None


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """An indicator with its periods, its way to the target, and whether it is up to date."""

    indicator_id: int
    edition: int
    code: str
    name: str
    kind: str
    unit: str
    direction: str
    frequency: str
    delay_days: int
    method: str
    limits: str
    data_owner: str
    measure: MeasureOf | None
    rule: RuleLine | None
    trajectory: Trajectory
    periods: tuple[PeriodValue, ...]
    progress: Progress
    freshness: Freshness
    may_enter: bool
    may_approve: bool

    @property
    def latest(self) -> PeriodValue | None:
        """Give the last period that has a value."""
        return next((one for one in reversed(self.periods) if one.value is not None), None)

    @property
    def target(self) -> Decimal | None:
        """Give the value that it aims at."""
        return self.trajectory.targets[-1].value if self.trajectory.targets else None


@dataclass(frozen=True, slots=True)
class IndicatorsPage:
    """The indicators of a programme, and the values that wait for somebody to approve them."""

    header: PactHeader
    indicators: tuple[IndicatorLine, ...]
    locked_until: datetime.date | None
    may_add: bool
    promised_count: int

    @property
    def waiting(self) -> tuple[tuple[IndicatorLine, PeriodValue], ...]:
        """Give the values that were submitted, with their indicators."""
        return tuple(
            (line, one)
            for line in self.indicators
            for one in line.periods
            if one.state is ObservationState.SUBMITTED
        )


@dataclass(frozen=True, slots=True)
class IndicatorPage:
    """One indicator."""

    header: PactHeader
    line: IndicatorLine
