"""Pages of institutions, for who keeps them, and of an invitation that is answered."""

from dataclasses import dataclass

from declic.records.partners.values import InvitationLine
from declic.web.design.choosing import Seen
from declic.web.design.components import Badge, Field, Link, Message, Table
from declic.web.design.pages import Head


@dataclass(frozen=True, slots=True)
class Waiting:
    """An invitation that waits, and where to withdraw it."""

    invitation: InvitationLine
    roles: str
    badge: Badge
    withdraw_url: str


@dataclass(frozen=True, slots=True)
class TeamPage:
    """Who acts for an institution, who is invited, whom to call."""

    head: Head
    message: Message | None
    members: Table
    waiting: tuple[Waiting, ...]
    fields: tuple[Field, ...]
    contacts: Table | None
    add_contact_url: str
    describe_url: str


@dataclass(frozen=True, slots=True)
class MemberPage:
    """One member: their roles, their departure."""

    head: Head
    message: Message | None
    email: str
    seen: Seen
    fields: tuple[Field, ...]
    departure: Link | None


@dataclass(frozen=True, slots=True)
class InvitationPage:
    """An invitation, before one says yes."""

    head: Head
    message: Message | None
    institution: str
    email: str
    roles: str
    fields: tuple[Field, ...]
    can_accept: bool
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PlatformPage:
    """Institutions and accounts, for who administers the platform; nobody's data."""

    head: Head
    message: Message | None
    institutions: Table
    fields: tuple[Field, ...]
    accounts: Table
