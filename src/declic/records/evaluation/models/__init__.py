"""The rows of evaluation."""

from declic.records.evaluation.models.indicators import Indicator, IndicatorRule, IndicatorTarget
from declic.records.evaluation.models.observations import Observation, PeriodLock


__all__ = ["Indicator", "IndicatorRule", "IndicatorTarget", "Observation", "PeriodLock"]
