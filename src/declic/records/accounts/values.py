"""What accounts answer."""

import datetime
import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Account:
    """An account as its keeper sees it."""

    id: int
    email: str
    name: str
    is_active: bool


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A browser in which one is signed in; `mark` names it in a form, and does not open it."""

    mark: str
    browser: str
    started_at: datetime.datetime | None
    is_this_one: bool


@dataclass(frozen=True, slots=True)
class Passkey:
    """A passkey as its owner sees it."""

    id: int
    name: str
    created_at: datetime.datetime
    last_used_at: datetime.datetime | None


@dataclass(frozen=True, slots=True)
class OwnAccount:
    """One's account as one sees it: how one signs in, and what protects it."""

    name: str
    email: str
    has_password: bool
    has_app: bool
    passkeys: tuple[Passkey, ...]
    has_recovery_codes: bool

    @property
    def has_second_factor(self) -> bool:
        """Say whether a password or a code alone no longer signs in."""
        return self.has_app or bool(self.passkeys)


def session_mark(session_key: str) -> str:
    """Name a session without giving the key that opens it."""
    return hashlib.sha256(f"session {session_key}".encode()).hexdigest()[:20]
