"""The site and an independent oracle answer alike, for everybody and everything, over random worlds."""

import importlib
import inspect
import random
from collections import Counter

import pytest
from django.db import connection, transaction

from tests.access import oracle
from tests.access.compared_reads import compared_reads
from tests.access.compared_writes import attempts
from tests.access.comparing import Tally, compared, every_rule
from tests.access.random_worlds import random_world
from tests.house.house import SOURCE


WORLDS = range(0, 40, 2) if connection.vendor == "sqlite" else range(1, 40, 2)
"""Each of the two databases has its half of the worlds."""

SHARE = 0.1
ROOMS = (
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
)
UNCOMPARED = {
    "partners.viewer_of": "it makes the viewers that are compared, and is itself compared with the oracle's actors",
    "steering.question_of_link": "the signed link is the right: told in tests/records/steering/test_letters.py",
    "steering.answer_status": "the signed link is the right: told in tests/records/steering/test_letters.py",
    "partners.invitation_of_link": "the signed link is the right: told in tests/records/partners/test_memberships.py",
    "partners.accept_invitation": "the signed link is the right: told in tests/records/partners/test_memberships.py",
    "partners.close_late_invitations": "a nightly job of the machine, open to every caller: it only forgets",
    "accounts.create_invited_account": "called by accept_invitation alone, behind the signed link",
    "accounts.account_at": "asked before anybody is known, by who holds the mailbox: it gives an account to sign in",
    "accounts.account_linked_to": "asked before anybody is known, behind a signed proof of identity",
    "accounts.holds_second_factor": "it makes the viewer that every other read asks for",
    "accounts.keep_password": "called by the library of accounts for who has just proved who they are",
    "accounts.link_identity": "called by the library of accounts for who has just proved who they are",
    "accounts.note_event": "it only leaves a line of the journal about signing in",
    "accounts.note_failed_sign_in": "it only leaves a line of the journal about signing in",
    "accounts.recorded": "it only leaves a line of the journal beside what the library of accounts does",
    "pact.axis_page": "the same programme as measure_page, by the same function",
    "pact.signatories_page": "compared by the acts that it names",
    "pact.open_pact": "called with a whole draft: told in the table of doors by apply_draft",
    "council.open_sitting": "called with a whole draft: told in the table of doors by apply_draft",
}
"""Reads and writes that the oracle does not judge, each with the reason."""


@pytest.mark.long
@pytest.mark.django_db
def test_the_site_answers_as_the_oracle_over_random_worlds():
    whole: Counter[str] = Counter()
    divergences: list[str] = []

    for seed in WORLDS:
        with transaction.atomic():
            tally = compared(random_world(seed), seed=seed, share=SHARE)
            transaction.set_rollback(True)
        whole += tally.triples
        divergences += tally.divergences

    assert divergences == []
    assert set(whole) == {"actors", "reads", "rules", "writes"}
    assert min(whole.values()) > 5 * len(WORLDS)


def test_a_divergence_would_be_told():
    tally = Tally()

    tally.compare("reads", "a document for nobody", got={1}, due=set())

    assert tally.divergences == ["a document for nobody: the site says {1}, the oracle set()"]


def test_every_rule_of_rights_is_said_again_by_the_oracle():
    assert every_rule().keys() == oracle.RULES.keys()


@pytest.mark.django_db
def test_every_read_and_every_write_is_compared_or_says_why_not():
    world = random_world(1)
    names = {one.name.partition(":")[0] for one in compared_reads(world)}
    chance = random.Random(1)  # noqa: S311
    names |= {one.name for _ in range(9) for one in attempts(world, chance)}
    public = {
        f"{room}.{name}"
        for room in ROOMS
        for floor in ("reads", "writes")
        if any((SOURCE / "records" / room / name).exists() for name in (floor, f"{floor}.py"))
        for name, value in inspect.getmembers(
            importlib.import_module(f"declic.records.{room}.{floor}"), inspect.isfunction
        )
        if not name.startswith("_") and is_of(value, f"declic.records.{room}.{floor}")
    }

    assert sorted(public - names - UNCOMPARED.keys()) == [], "add these to tests/access/compared_*.py"
    assert sorted(UNCOMPARED.keys() - public) == [], "these are gone"


def is_of(function: object, module: str) -> bool:
    """A floor is a module, or a package of them."""
    home = inspect.getmodule(inspect.unwrap(function)).__name__  # type: ignore[arg-type, union-attr]
    return f"{home}.".startswith(f"{module}.")
