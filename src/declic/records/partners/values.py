"""What partners answer."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class InstitutionLine:
    """An institution as it is listed; `kind_label` is in the reader's language."""

    id: int
    name: str
    short_name: str
    kind: str
    kind_label: str
    siret: str = ""
    rna: str = ""
    edition: int = 0


@dataclass(frozen=True, slots=True)
class Description:
    """What is said of an institution: a word of `InstitutionKind`, numbers of the registers or nothing."""

    short_name: str = ""
    kind: str = "unknown"
    siret: str = ""
    rna: str = ""


@dataclass(frozen=True, slots=True)
class MembershipLine:
    """A person who acts for an institution, as its manager sees it; `roles` are words of `Role`."""

    id: int
    user_id: int
    name: str
    email: str
    institution_id: int
    institution_name: str
    roles: tuple[str, ...]
    began_at: datetime.datetime
    edition: int


@dataclass(frozen=True, slots=True)
class InvitationLine:
    """An invitation that waits for its answer; `is_late` once its link is out of date."""

    id: int
    email: str
    institution_id: int
    institution_name: str
    roles: tuple[str, ...]
    sent_at: datetime.datetime
    expires_at: datetime.datetime
    is_late: bool


@dataclass(frozen=True, slots=True)
class ContactLine:
    """Whom to call; `deputy_name` is who answers while they are absent."""

    id: int
    institution_id: int
    name: str
    function: str
    topics: str
    email: str
    phone: str
    is_public: bool
    absent_until: datetime.date | None
    deputy_id: int | None
    deputy_name: str
    edition: int


@dataclass(frozen=True, slots=True)
class Contact:
    """What is said of a contact person, by who keeps it."""

    name: str
    function: str = ""
    topics: str = ""
    email: str = ""
    phone: str = ""
    is_public: bool = False
    absent_until: datetime.date | None = None
    deputy_id: int | None = None


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation that was made: its number, and what the mail to `email` carries."""

    id: int
    email: str
    link: str
    expires_at: datetime.datetime


@dataclass(frozen=True, slots=True)
class Team:
    """An institution as who keeps it sees it: who acts for it, who is invited, whom to call, which roles one gives."""

    institution: InstitutionLine
    members: tuple[MembershipLine, ...]
    invitations: tuple[InvitationLine, ...]
    contacts: tuple[ContactLine, ...]
    givable_roles: tuple[str, ...]
    keeps_contacts: bool
    describes: bool
