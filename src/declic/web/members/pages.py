"""Pages of people who have an account."""

from dataclasses import dataclass

from declic.records.accounts.values import OpenSession, OwnAccount
from declic.web.design.choosing import Seen
from declic.web.design.components import Badge, Field, Link, Message
from declic.web.design.pages import Head


@dataclass(frozen=True, slots=True)
class Ceremony:
    """
    What a browser needs to make or to use a passkey.

    `kind` is `create` or `get`; `options` is their JSON, or empty where they are fetched from `url`; the answer is
    posted to `url`.
    """

    kind: str
    url: str
    button: str
    options: str = ""
    next_url: str = ""
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class SignInPage:
    """The ways to sign in, the e-mail first; `next_url` is where to go once in, `provider` who else may vouch."""

    head: Head
    message: Message | None
    email: Field
    password: Field
    next_url: str
    passkey: Ceremony
    provider: str = ""


@dataclass(frozen=True, slots=True)
class FormPage:
    """One question, one button; `links` are the other ways."""

    head: Head
    lead: str
    button: str
    message: Message | None = None
    fields: tuple[Field, ...] = ()
    next_url: str = ""
    seen: Seen | None = None
    passkey: Ceremony | None = None
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class AppPage:
    """How to have an app of codes protect one's account: a square to scan, or a key to type, then a code."""

    head: Head
    message: Message | None
    square: str
    key: str
    url: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class CodesPage:
    """The recovery codes that are left, to print or to copy."""

    head: Head
    message: Message | None
    codes: tuple[str, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """An institution that one acts for: with which roles, whether now, and where it is kept if one keeps it."""

    membership_id: int
    institution: str
    roles: str
    is_current: bool
    team_url: str = ""


@dataclass(frozen=True, slots=True)
class AccountPage:
    """One's account: who one is, how one signs in, what protects it."""

    head: Head
    message: Message | None
    account: OwnAccount
    badge: Badge
    places: tuple[Place, ...]
    platform_url: str = ""


@dataclass(frozen=True, slots=True)
class SessionsPage:
    """The browsers in which one is signed in."""

    head: Head
    message: Message | None
    sessions: tuple[OpenSession, ...]
    has_others: bool
