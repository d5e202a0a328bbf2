"""
Canaries: every text that names, reaches or opens, and every text under review, holds a word found nowhere else.

Which fields those are comes from the table of what is kept (`records/fields.csv`); who may read each word, from the
oracle. A word seen in any answer, header, letter or line of the log must be allowed to who received it.
"""

import re
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import connection, models

from declic.records.council.models import Deliberation, Sitting
from declic.records.pact.models import Measure, Programme
from declic.records.partners.models import Membership
from declic.records.sheets.models import AxisPilot, Note
from declic.records.sources.models import Document, Draft, Version
from tests.access import oracle
from tests.access.oracle import Actor
from tests.house.fields import class_of_fields


WORD = re.compile(r"zq[0-9a-f]{16}q")
TOLD = {"identifying", "contact", "secret"}
ROOMS = {
    "accounts",
    "partners",
    "sources",
    "council",
    "pact",
    "sheets",
    "money",
    "deliveries",
    "evaluation",
    "steering",
    "account",
    "mfa",
    "socialaccount",
}
ADDRESSES = {
    "source_key",
    "slug",
    "normalised_name",
    "sha256",
    "number",
    "key",
    "session_key",
    "session_data",
    "password",
}
"""Texts that are looked for, or that open something by their exact form: a word in them would break the world."""

BOUND = {"date", "value", "letter", "weekday", "civility", "plain_title"}
"""Texts whose form or length the pages compute with."""

SHEETS = tuple(model._meta.label for model in apps.get_app_config("sheets").get_models())
GUARD = "pact_measure_keeps_its_words"
Allowed = Callable[[Actor], bool]


@dataclass(slots=True)
class Canaries:
    """The words of a world: who may read each, and where it stands."""

    allowed: dict[str, Allowed] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)

    def leaks(self, text: str, *, to: Actor) -> Iterator[str]:
        """Name the places of the words that this actor should not have seen."""
        for word in set(WORD.findall(text)):
            if not self.allowed[word](to):
                yield self.places[word]


def marked() -> Canaries:
    """Put a word into every such text of the world, and say who may read it."""
    found = Canaries()
    classes = class_of_fields()
    with measures_unguarded():
        for model in apps.get_models():
            if model._meta.app_label in ROOMS:
                _mark_table(found, model, classes)
    return found


class measures_unguarded:  # noqa: N801 — read as « with measures_unguarded() »
    """Stand the trigger that keeps the words of measures aside."""

    def __enter__(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT sql FROM sqlite_master WHERE name = %s", [GUARD])
            self.statement = cursor.fetchone()[0]
            cursor.execute(f"DROP TRIGGER {GUARD}")

    def __exit__(self, *_raised: object) -> None:
        with connection.cursor() as cursor:
            cursor.execute(self.statement)


def _mark_table(found: Canaries, model: type[models.Model], classes: dict[tuple[str, str], str]) -> None:
    label = model._meta.label
    texts = [
        one
        for one in model._meta.local_fields
        if isinstance(one, models.CharField | models.TextField)
        and not one.choices
        and one.name not in ADDRESSES | BOUND
    ]
    for row in model._default_manager.all():
        for one in texts:
            if not getattr(row, one.name):
                continue
            allowed = _readers(row, one.name, said=classes[label, one.name])
            if allowed is not None:
                _mark(found, row, one, allowed=allowed)


def _mark(found: Canaries, row: Any, one: Any, *, allowed: Allowed) -> None:
    word = f"zq{secrets.token_hex(8)}q"
    kept = str(getattr(row, one.name))
    is_email = isinstance(one, models.EmailField)
    words = f"{word}@demo.invalid" if is_email else f"{kept} {word}"
    if one.max_length and len(words) > one.max_length:
        words = word[: one.max_length]
    if not WORD.search(words):
        return
    type(row)._default_manager.filter(pk=row.pk).update(**{one.name: words})
    found.allowed[word] = allowed
    found.places[word] = f"{row._meta.label}.{one.name} of {row.pk}"


# --- who may read a word -------------------------------------------------------------------------


def _readers(row: Any, name: str, *, said: str) -> Allowed | None:
    """Say who may read a text: by its class where it concerns people, by its document where it is public."""
    by_table: dict[str, Callable[[], Allowed]] = {
        "partners.ContactPerson": lambda: partial(oracle.knows_contact, is_public=row.is_public),
        "partners.Invitation": lambda: partial(_knows_invitation, place=row.institution_id),
        "accounts.User": lambda: (_readers_of_name if name == "name" else _readers_of_person)(row.pk),
        **dict.fromkeys(SHEETS, lambda: _readers_of_sheets(row, name)),
        "account.EmailAddress": lambda: _readers_of_person(row.user_id),
    }
    if said == "secret":
        return lambda _actor: False
    if name == "explained_by":
        return oracle.steers
    if row._meta.label in by_table:
        return by_table[row._meta.label]()
    return _readers_of_document(row)


def _knows_invitation(actor: Actor, *, place: int) -> bool:
    return oracle.knows_members(actor, place)


def _readers_of_person(person: int) -> Allowed:
    """A person is known to themselves, to their managers, and to who keeps accounts."""
    places = [job.institution_id for job in Membership.objects.filter(user_id=person, ended_at__isnull=True)]

    def allowed(actor: Actor) -> bool:
        known = any(oracle.knows_members(actor, place) for place in places)
        return actor.person == person or known or oracle.keeps_accounts(actor)

    return allowed


def _readers_of_sheets(row: Any, name: str) -> Allowed:
    """Sheets are read by who works for an institution, where the pact is theirs to read; what they publish, as it is."""
    document = document_of(row)
    is_public = document is None or document.public
    is_published = getattr(row, "publication", "") == "published" and name in {"title", "public_summary"}

    def allowed(actor: Actor) -> bool:
        seen = oracle.reads_sheet(actor, published=is_published)
        return seen and oracle.reads_paper(actor, is_public=is_public)

    return allowed


def _readers_of_name(person: int) -> Allowed:
    """Colleagues know by name who pilots an axis or wrote on a sheet, and their own; who steers, whom they may name."""
    places = {job.institution_id for job in Membership.objects.filter(user_id=person, ended_at__isnull=True)}
    pilots = AxisPilot.objects.filter(person_id=person).exists()
    wrote = Note.objects.filter(author_id=person).exists()
    known = _readers_of_person(person)

    def allowed(actor: Actor) -> bool:
        works = "member" in actor.roles
        near = pilots or wrote or actor.institution in places
        return known(actor) or (works and near) or (oracle.steers(actor) and bool(places))

    return allowed


def _readers_of_document(row: Any) -> Allowed | None:
    """Texts of a document are read as it is; those of a draft, by who reviews; what no document holds is public."""
    if row._meta.label == "sources.DraftItem":
        return oracle.reviews
    if row._meta.label == "pact.Finding" and row.state != "explained":
        return oracle.steers
    document = document_of(row)
    if document is None or document.public:
        return None
    return oracle.reviews


PATHS = (
    "comment",
    "sheet",
    "document",
    "version",
    "sitting",
    "programme",
    "deliberation",
    "measure",
    "axis",
    "signatory",
    "member",
)
TOPS = (Document, Version, Draft, Sitting, Programme, Deliberation, Measure)


def document_of(row: Any) -> Document | None:
    """Climb from a row to the document that it was read in."""
    if isinstance(row, Document):
        return row
    for path in PATHS:
        above = getattr(row, f"{path}_id", None)
        if above is not None:
            return document_of(getattr(row, path))
    return None


def actor_of_person(person: int | None) -> Actor:
    """Say who somebody is, as the oracle sees it: by their oldest open membership."""
    if person is None or not get_user_model().objects.get(pk=person).is_active:
        return oracle.NOBODY
    row = Membership.objects.filter(user_id=person, ended_at__isnull=True).order_by("began_at", "pk").first()
    if row is None:
        return Actor(person)
    given = ("manager", "pilot", "coordinator", "clerk", "administrator")
    roles = {role for role in given if getattr(row, f"is_{role}")}
    return Actor(person, row.institution_id, frozenset({"member", *roles}))
