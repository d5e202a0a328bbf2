"""An attempt of a write: how to try it, and whether the oracle allows it."""

from collections.abc import Callable
from dataclasses import dataclass

from declic.records.accounts.viewers import Viewer
from tests.access.oracle import Actor


@dataclass(frozen=True, slots=True)
class Attempt:
    """A write on one thing: how to try it, and whether the oracle allows it to an actor."""

    name: str
    act: Callable[[Viewer], object]
    is_due: Callable[[Actor], bool]
