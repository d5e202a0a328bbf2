"""Which measures of the pilots' home are asked for: by axis, by state."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from declic.records.pact.values import MeasureState, MeasureTile, PactHeader, SteeringHome
from declic.web.design.components import Tab, Tabs
from declic.web.pilots.pages.header import address


LONGEST_NUMBER = 3


@dataclass(frozen=True, slots=True)
class Filter:
    """Which tiles are asked for; None is no condition."""

    axis: int | None
    state: MeasureState | None

    def address(self, header: PactHeader, *, axis: int | None, state: MeasureState | None) -> str:
        """Give the address of another choice."""
        query = QueryDict(mutable=True)
        if axis is not None:
            query["axe"] = str(axis)
        if state is not None:
            query["etat"] = state.value
        home = address("steering_pact", header)
        return f"{home}?{query.urlencode()}#measures" if query else f"{home}#measures"


def filter_from(query: QueryDict) -> Filter:
    """Read the filter in the address; what it cannot mean is no condition."""
    axis, state = query.get("axe", ""), query.get("etat", "")
    known = {each.value: each for each in MeasureState}
    is_a_number = axis.isdecimal() and len(axis) <= LONGEST_NUMBER
    return Filter(int(axis) if is_a_number else None, known.get(state))


def axis_filter(home: SteeringHome, *, asked: Filter) -> Tabs:
    """Let the measures of one axis be asked for."""
    total = sum(len(axis.measures) for axis in home.axes)
    tabs = [
        Tab(
            _("All axes"), asked.address(home.header, axis=None, state=asked.state), asked.axis is None, total
        )
    ]
    tabs += [
        Tab(
            _("Axis %(number)d") % {"number": axis.number},
            asked.address(home.header, axis=axis.number, state=asked.state),
            asked.axis == axis.number,
            len(axis.measures),
        )
        for axis in home.axes
        if axis.number is not None
    ]
    return Tabs(_("Filter by axis"), tuple(tabs))


def state_filter(home: SteeringHome, *, asked: Filter) -> Tabs:
    """Let the measures in one state be asked for."""
    names = {
        MeasureState.FINDING_OPEN: _("With a finding to explain"),
        MeasureState.WITHOUT_SHEET: _("Without action sheet"),
        MeasureState.WITH_SHEET: _("With an action sheet"),
        MeasureState.PUBLISHED: _("Published"),
    }
    measures = [
        each for axis in home.axes for each in axis.measures if asked.axis in (None, each.axis_number)
    ]
    tabs = [
        Tab(
            _("All states"),
            asked.address(home.header, axis=asked.axis, state=None),
            asked.state is None,
            len(measures),
        )
    ]
    tabs += [
        Tab(
            name,
            asked.address(home.header, axis=asked.axis, state=state),
            asked.state is state,
            _count_in(measures, state=state),
        )
        for state, name in names.items()
    ]
    return Tabs(_("Filter by state"), tuple(tabs))


def _count_in(measures: Iterable[MeasureTile], *, state: MeasureState) -> int:
    return sum(state in measure.states for measure in measures)
