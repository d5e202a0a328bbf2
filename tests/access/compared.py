"""A read beside the oracle: what each person gets, and what they should."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from declic.records.accounts.rights import NotAllowedError
from declic.records.accounts.viewers import Viewer
from tests.access.oracle import Actor


TODAY = datetime.date(2031, 5, 1)
Keys = set[Any]


@dataclass(frozen=True, slots=True)
class Compared:
    """A read: the things it may give, which of them a viewer gets, which of them an actor should."""

    name: str
    things: Keys
    got: Callable[[Viewer], Keys]
    due: Callable[[Actor], Keys]


def one_by_one(things: Iterable[Any], ask: Callable[[Any, Viewer], object]) -> Callable[[Viewer], Keys]:
    """Ask a read for each thing, and give those that it shows; unknown, None and refused are one answer."""

    def got(viewer: Viewer) -> Keys:
        return {thing for thing in things if is_shown(ask, thing, viewer)}

    return got


def is_shown(ask: Callable[[Any, Viewer], object], thing: Any, viewer: Viewer) -> bool:
    """Ask a read for one thing."""
    try:
        return ask(thing, viewer) not in (None, (), {})
    except (LookupError, NotAllowedError):
        return False
