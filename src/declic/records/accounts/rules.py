"""
What a rule of rights is made of: grounds, each with its reason and the facts it demands.

One rule answers three questions, so that they cannot disagree: may this person do this (`rule(viewer, …)`), why
(`rule.ground(viewer, …)`), and which rows may they reach (`filters.reached`).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from declic.records.accounts.choices import Because
from declic.records.accounts.viewers import Viewer


class FactsError(TypeError):
    """A rule was asked without the facts it judges by, or with others: a fault of the caller, never an answer."""


@dataclass(frozen=True, slots=True)
class Ground:
    """
    One reason for which something is open, where every demanded fact has the demanded value.

    A fact may be several values at once (a frozenset: who pilots an axis, which institutions carry a sheet): the
    demanded one must be among them.
    """

    because: Because
    demanded: tuple[tuple[str, object], ...] = ()

    def holds(self, facts: dict[str, object]) -> bool:
        """Say whether the facts are those demanded."""
        return all(_is_met(facts[name], value) for name, value in self.demanded)


def _is_met(given: object, demanded: object) -> bool:
    return demanded in given if isinstance(given, frozenset) else given == demanded


def ground(because: Because, **demanded: object) -> Ground:
    """Give a ground that demands these facts; without any, it always holds."""
    return Ground(because, tuple(demanded.items()))


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of rights: what the viewer's grounds are, and the names of the facts that they may demand."""

    name: str
    said: str
    facts: frozenset[str]
    grounds_of: Callable[[Viewer], Iterable[Ground]]

    def __call__(self, viewer: Viewer, **facts: object) -> bool:
        """Say whether one thing, of these facts, is open to the viewer. Raises FactsError for missing facts."""
        return self.ground(viewer, **facts) is not None

    def ground(self, viewer: Viewer, **facts: object) -> Ground | None:
        """Give the first ground that holds; None where nothing opens it. Raises FactsError for missing facts."""
        if facts.keys() != self.facts:
            raise FactsError(f"{self.name} is asked with {sorted(self.facts)}, not with {sorted(facts)}.")
        return next((one for one in self.grounds(viewer) if one.holds(facts)), None)

    def grounds(self, viewer: Viewer) -> tuple[Ground, ...]:
        """Give every ground that the viewer has, whatever the facts."""
        return tuple(self.grounds_of(viewer))


def rule(*facts: str) -> Callable[[Callable[[Viewer], Iterable[Ground]]], Rule]:
    """Make a rule of a function that yields grounds, and name the facts that it judges by."""

    def made(grounds_of: Callable[[Viewer], Iterable[Ground]]) -> Rule:
        said = " ".join((grounds_of.__doc__ or "").split())
        return Rule(grounds_of.__name__, said, frozenset(facts), grounds_of)

    return made
