"""How the whole pact fares, as its home shows it: gauges side by side, and facts with the page that says more."""

from dataclasses import dataclass

from declic.web.design.charts.gauges import GaugesChart
from declic.web.design.components import Link


@dataclass(frozen=True, slots=True)
class Told:
    """A fact of the home, and the page that says more of it."""

    name: str
    words: str
    way: Link


@dataclass(frozen=True, slots=True)
class StandingPart:
    """How the whole pact fares."""

    gauges: GaugesChart
    told: tuple[Told, ...]
