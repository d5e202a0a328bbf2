"""What accounts answer."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Account:
    """An account as its keeper sees it."""

    id: int
    email: str
    name: str
    is_active: bool
