"""Joining, leaving, a role given or taken, an account closed, another institution: each holds from the next request."""

from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.db import transaction
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, settings, strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from declic.records.accounts.choices import Role
from declic.records.accounts.viewers import OPERATOR
from declic.records.accounts.writes import close_account
from declic.records.partners.writes import end_membership, find_or_add_institution, join, set_roles
from declic.web.design.doors import ACTING_FOR
from tests.access import oracle
from tests.access.oracle import Job, World, actor_of
from tests.people import give_app


GIVEN = (Role.MANAGER, Role.PILOT, Role.COORDINATOR, Role.CLERK, Role.ADMINISTRATOR)
PEOPLE, PLACES = 2, 2
PROTECTED = 0
"""The first of them has an app of codes; without it, some roles open nothing."""

some_roles = st.frozensets(st.sampled_from([role.value for role in GIVEN]), max_size=2)
DOORS = {"/mon-compte/": "account", "/pilotage/": "steering", "/deliberations/verifier/": "review"}


def opens(door: str, actor: oracle.Actor) -> bool:
    """What the oracle says of three doors."""
    if door == "account":
        return actor.person is not None
    return oracle.steers(actor) if door == "steering" else oracle.reviews(actor)


class LivesOfAccounts(RuleBasedStateMachine):
    """Two people in two institutions; after each event, every door is as the oracle says."""

    def __init__(self) -> None:
        super().__init__()
        self.undo = transaction.atomic()
        self.undo.__enter__()
        self.world = World()
        self.browsers: dict[int, Client] = {}
        self.asked: dict[int, int | None] = {}
        self.gone: set[int] = set()
        self.world.institutions = [find_or_add_institution(f"Lieu {n}", by=OPERATOR) for n in range(PLACES)]
        for n in range(PEOPLE):
            user = get_user_model().objects.create(email=f"vie{n}@demo.invalid", name=f"Vie {n}")
            EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
            if n == PROTECTED:
                give_app(user.pk)
            client = Client()
            client.force_login(user)
            self.world.closed[user.pk], self.browsers[user.pk], self.asked[user.pk] = False, client, None

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.undo.__exit__(None, None, None)

    def running(self) -> list[int]:
        """The memberships that run."""
        return [number for number, job in self.world.jobs.items() if not job.is_over]

    @rule(who=st.integers(0, PEOPLE - 1), where=st.integers(0, PLACES - 1), roles=some_roles)
    def somebody_joins(self, who: int, where: int, roles: frozenset[str]) -> None:
        person, place = sorted(self.world.closed)[who], self.world.institutions[where]
        if any(
            (self.world.jobs[n].person, self.world.jobs[n].institution) == (person, place)
            for n in self.running()
        ):
            return
        given = [Role(role) for role in roles]
        number = join(person, institution_id=place, roles=given, now=timezone.now(), by=OPERATOR)
        self.world.jobs[number] = Job(person, place, roles, is_over=False, rank=number)
        if person in self.gone and not self.world.closed[person]:
            self.browsers[person].force_login(get_user_model().objects.get(pk=person))
            self.gone.remove(person)

    @precondition(lambda self: bool(self.running()))
    @rule(data=st.data())
    def somebody_leaves(self, data: Any) -> None:
        number = data.draw(st.sampled_from(self.running()))
        end_membership(number, now=timezone.now(), by=OPERATOR)
        self.world.jobs[number].is_over = True
        person = self.world.jobs[number].person
        if not any(self.world.jobs[n].person == person for n in self.running()):
            self.gone.add(
                person
            )  # who acts for nobody is signed out at once, and signs in again if they come back
            self.asked[person] = None

    @precondition(lambda self: bool(self.running()))
    @rule(data=st.data(), roles=some_roles)
    def roles_are_given_and_taken(self, data: Any, roles: frozenset[str]) -> None:
        number = data.draw(st.sampled_from(self.running()))
        set_roles(number, roles=[Role(role) for role in roles], by=OPERATOR)
        self.world.jobs[number].roles = roles

    @precondition(lambda self: bool(self.world.jobs))
    @rule(data=st.data(), who=st.integers(0, PEOPLE - 1))
    def somebody_asks_to_act_for_another_institution(self, data: Any, who: int) -> None:
        person = sorted(self.world.closed)[who]
        if person in self.gone:
            return
        self.asked[person] = data.draw(st.sampled_from(sorted(self.world.jobs)))
        if not self.world.closed[person]:
            session = self.browsers[person].session
            session[ACTING_FOR] = self.asked[person]
            session.save()

    @rule(who=st.integers(0, 9))
    def an_account_is_closed(self, who: int) -> None:
        if who < PEOPLE:
            person = sorted(self.world.closed)[who]
            close_account(person, by=OPERATOR)
            self.world.closed[person] = True

    @invariant()
    def the_next_request_knows(self) -> None:
        for person, browser in self.browsers.items():
            held = actor_of(self.world, person, acting_for=self.asked[person])
            is_protected = person == sorted(self.world.closed)[PROTECTED]
            actor = oracle.enrolled(held, has_second_factor=is_protected)
            for address, door in DOORS.items():
                status = browser.get(address).status_code
                is_hidden = actor.person is not None and actor == held
                due = 200 if opens(door, actor) else 404 if is_hidden else 302
                if person in self.gone:
                    due = 302
                assert status == due, (address, actor)


@pytest.mark.django_db
def test_what_changes_holds_from_the_very_next_request():
    few = settings(
        max_examples=8,
        stateful_step_count=8,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )

    run_state_machine_as_test(LivesOfAccounts, settings=few)
