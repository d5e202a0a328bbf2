"""The writes that are broken on purpose: the name of each, with what prepares it and gives one call of it."""

from collections.abc import Callable


Act = Callable[[], object]
WRITES: dict[str, Callable[[], Act]] = {}
"""« pact.title_measure » → what prepares it and gives the call."""


def write(name: str) -> Callable[[Callable[[], Act]], Callable[[], Act]]:
    """Name the write that a scenario calls."""

    def named(scenario: Callable[[], Act]) -> Callable[[], Act]:
        WRITES[name] = scenario
        return scenario

    return named
