"""Every write of the site beside the oracle: tried for real, then taken back."""

import random
from collections.abc import Callable, Iterator

from django.db import transaction
from django.utils import timezone

from declic.engines.reading.text import UnreadableFileError
from declic.records.accounts import writes as accounts
from declic.records.accounts.choices import Role
from declic.records.accounts.rights import NotAllowedError
from declic.records.accounts.viewers import Viewer
from declic.records.council import writes as council
from declic.records.council.filed import FilingSaid
from declic.records.pact import writes as pact
from declic.records.pact.values import ValidationState
from declic.records.partners import writes as partners
from declic.records.partners.choices import InstitutionKind
from declic.records.partners.joining import AlreadyMemberError
from declic.records.partners.values import Contact, Description
from declic.records.sources import writes as sources
from declic.records.sources.choices import ItemState
from declic.records.steering.writes import bring_steered_pact
from tests.access import oracle
from tests.access.attempts import Attempt
from tests.access.compared_steering import on_steering
from tests.access.compared_writes_of_evaluation import on_evaluation
from tests.access.compared_writes_of_money import on_money
from tests.access.compared_writes_of_sheets import on_sheets
from tests.access.oracle import World
from tests.records.pact.invented import tiny_whole_pact
from tests.records.steering.invented_whole import invented_steering


REFUSED = (NotAllowedError, partners.OwnRolesError)
ALREADY = (AlreadyMemberError, LookupError, UnreadableFileError)
"""What a write answers to who was allowed, where there is nothing to do: a file without words, or none."""

ROLES = ("manager", "pilot", "coordinator", "clerk", "administrator")
PASSWORD = "un-mot-de-passe-long"  # noqa: S105 — of nobody
WORDS = Contact(name="Une autre", phone="04")


def is_done(attempt: Attempt, viewer: Viewer) -> bool:
    """Try a write, take it back, and say whether it was allowed."""
    with transaction.atomic():
        try:
            attempt.act(viewer)
        except REFUSED:
            return False
        except ALREADY:
            return True
        else:
            return True
        finally:
            transaction.set_rollback(True)


def attempts(world: World, chance: random.Random) -> Iterator[Attempt]:
    """Give one attempt of every write, each on a thing drawn from the world."""
    yield from _on_accounts(world, chance)
    yield from _on_sessions()
    yield from _on_institutions(world, chance)
    yield from _on_memberships(world, chance)
    yield from _on_invitations(world, chance)
    yield from _on_contacts(world, chance)
    yield from _on_documents(world, chance)
    yield from _on_pacts(world, chance)
    yield from on_sheets(world, chance)
    yield from on_money(world, chance)
    yield from on_steering(world, chance)
    yield from on_evaluation(world, chance)


def _on_accounts(world: World, chance: random.Random) -> Iterator[Attempt]:
    person = chance.choice(sorted(world.closed))
    yield Attempt(
        "accounts.close_account",
        lambda viewer: accounts.close_account(person, by=viewer),
        oracle.keeps_accounts,
    )
    yield Attempt(
        "accounts.create_account",
        lambda viewer: accounts.create_account(
            "neuf@demo.invalid", name="Neuf", password=PASSWORD, by=viewer
        ),
        oracle.keeps_accounts,
    )


def _on_sessions() -> Iterator[Attempt]:
    yield Attempt(
        "accounts.reset_second_factor",
        lambda viewer: accounts.reset_second_factor("personne@demo.invalid", by=viewer),
        oracle.keeps_accounts,
    )
    yield Attempt(
        "accounts.tidy_accounts", lambda viewer: accounts.tidy_accounts(by=viewer), oracle.keeps_accounts
    )
    yield Attempt(
        "accounts.end_session",
        lambda viewer: accounts.end_session("inconnue", by=viewer),
        lambda actor: actor.person is not None,
    )
    yield Attempt(
        "accounts.end_other_sessions",
        lambda viewer: accounts.end_other_sessions(keep_session=None, by=viewer),
        lambda actor: actor.person is not None,
    )


def _on_institutions(world: World, chance: random.Random) -> Iterator[Attempt]:
    place = chance.choice(world.institutions)
    yield Attempt(
        "partners.find_or_add_institution",
        lambda viewer: partners.find_or_add_institution("Une de plus", by=viewer),
        oracle.adds_institutions,
    )
    yield Attempt(
        "partners.erase_old_memberships",
        lambda viewer: partners.erase_old_memberships(now=timezone.now(), by=viewer),
        oracle.keeps_accounts,
    )
    yield Attempt(
        "partners.describe_institution",
        lambda viewer: partners.describe_institution(
            place, description=Description("X", InstitutionKind.STATE.value), by=viewer
        ),
        lambda actor: oracle.describes(actor, place),
    )


def _on_memberships(world: World, chance: random.Random) -> Iterator[Attempt]:
    place, person = chance.choice(world.institutions), chance.choice(sorted(world.closed))
    asked = frozenset(role for role in ROLES if chance.random() < 0.3)
    roles, now = [Role(role) for role in asked], timezone.now()
    yield Attempt(
        "partners.join",
        lambda viewer: partners.join(person, institution_id=place, roles=roles, now=now, by=viewer),
        lambda actor: all(oracle.gives_role(actor, place, role) for role in asked | {"member"}),
    )
    running = sorted(n for n, job in world.jobs.items() if not job.is_over)
    if running:
        number = chance.choice(running)
        wanted = chance.choice((asked, world.jobs[number].roles))
        yield Attempt(
            "partners.set_roles",
            lambda viewer: partners.set_roles(number, roles=[Role(role) for role in wanted], by=viewer),
            lambda actor: oracle.sets_roles(actor, world.jobs[number], wanted),
        )
    if world.jobs:
        ended = chance.choice(sorted(world.jobs))
        job = world.jobs[ended]
        yield Attempt(
            "partners.end_membership",
            lambda viewer: partners.end_membership(ended, now=now, by=viewer),
            lambda actor: oracle.ends(actor, job.institution, job.person),
        )


def _on_invitations(world: World, chance: random.Random) -> Iterator[Attempt]:
    place, now = chance.choice(world.institutions), timezone.now()
    asked = frozenset(role for role in ROLES if chance.random() < 0.3)
    yield Attempt(
        "partners.invite",
        lambda viewer: partners.invite(
            "neuf@demo.invalid",
            institution_id=place,
            roles=[Role(role) for role in asked],
            now=now,
            by=viewer,
        ),
        lambda actor: all(oracle.gives_role(actor, place, role) for role in asked | {"member"}),
    )
    every = world.waiting | world.answered
    number = chance.choice(sorted(every))
    yield Attempt(
        "partners.withdraw_invitation",
        lambda viewer: partners.withdraw_invitation(number, now=now, by=viewer),
        lambda actor: oracle.gives_role(actor, every[number], "member"),
    )


def _on_contacts(world: World, chance: random.Random) -> Iterator[Attempt]:
    place, number = chance.choice(world.institutions), chance.choice(sorted(world.contacts))
    home = world.contacts[number].institution
    yield Attempt(
        "partners.add_contact_person",
        lambda viewer: partners.add_contact_person(place, contact=WORDS, by=viewer),
        lambda actor: oracle.keeps_contacts(actor, place),
    )
    yield Attempt(
        "partners.change_contact_person",
        lambda viewer: partners.change_contact_person(number, contact=WORDS, by=viewer),
        lambda actor: oracle.keeps_contacts(actor, home),
    )
    yield Attempt(
        "partners.remove_contact_person",
        lambda viewer: partners.remove_contact_person(number, by=viewer),
        lambda actor: oracle.keeps_contacts(actor, home),
    )


def _on_documents(world: World, chance: random.Random) -> Iterator[Attempt]:
    paper = world.papers[chance.choice(sorted(world.papers))]
    acts: dict[str, Callable[[Viewer], object]] = {
        "keep_document": lambda viewer: sources.keep_document(b"Un texte neuf.", "neuf.txt", by=viewer),
        "take_document": lambda viewer: sources.take_document(b"", "vide.txt", by=viewer),
        "read_version": lambda viewer: sources.read_version(0, by=viewer),
        "decide_item": lambda viewer: sources.decide_item(paper.item, decision=ItemState.REJECTED, by=viewer),
        "accept_all": lambda viewer: sources.accept_all(paper.draft, by=viewer),
        "discard_draft": lambda viewer: sources.discard_draft(paper.draft, by=viewer),
        "mark_applied": lambda viewer: sources.mark_applied(paper.draft, by=viewer),
        "cite": lambda viewer: sources.cite(paper.version, [], by=viewer),
    }
    for name, act in acts.items():
        yield Attempt(f"sources.{name}", act, oracle.reviews)
    said = FilingSaid(institution_id=chance.choice(world.institutions))
    yield Attempt(
        "council.file_acts",
        lambda viewer: council.file_acts(paper.sitting, said=said, by=viewer),
        oracle.reviews,
    )


def _on_pacts(world: World, chance: random.Random) -> Iterator[Attempt]:
    paper = world.papers[chance.choice(sorted(world.papers))]
    acts: dict[str, Callable[[Viewer], object]] = {
        "title_measure": lambda viewer: pact.title_measure(paper.measure, plain_title="Titre", by=viewer),
        "title_measures": lambda viewer: pact.title_measures(
            paper.programme, plain_titles={"1": "Titre"}, by=viewer
        ),
        "explain_finding": lambda viewer: pact.explain_finding(
            paper.unexplained, explanation="Parce que.", by=viewer
        ),
        "record_validation": lambda viewer: pact.record_validation(
            paper.signatory, state=ValidationState.AWAITED, by=viewer
        ),
    }
    acts["bring_pact"] = lambda viewer: pact.bring_pact(tiny_whole_pact(), by=viewer)
    for name, act in acts.items():
        yield Attempt(f"pact.{name}", act, oracle.steers)
    yield Attempt(
        "steering.bring_steered_pact",
        lambda viewer: bring_steered_pact(tiny_whole_pact(), steering=invented_steering({}), by=viewer),
        oracle.steers,
    )
    yield Attempt("pact.apply_draft", lambda viewer: pact.apply_draft(paper.draft, by=viewer), oracle.reviews)
