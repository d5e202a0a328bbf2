"""Which measures have an action sheet: what the pact alone does not know."""

from collections.abc import Mapping
from dataclasses import replace

from declic.records.pact.values import MeasureState, MeasureTile, SteeringHome


def carried_out(home: SteeringHome, *, sheet_counts: Mapping[str, int]) -> SteeringHome:
    """Say of each measure that has a sheet that it has one."""

    def stands(measure: MeasureTile) -> MeasureTile:
        if not sheet_counts.get(measure.number):
            return measure
        without, having = MeasureState.WITHOUT_SHEET, MeasureState.WITH_SHEET
        states = tuple(having if one is without else one for one in measure.states)
        return replace(measure, states=states, state=states[0])

    axes = tuple(replace(axis, measures=tuple(stands(one) for one in axis.measures)) for axis in home.axes)
    return replace(home, axes=axes)
