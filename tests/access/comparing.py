"""A world and its oracle, compared: every actor, every rule, every read, every write."""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from django.contrib.auth import get_user_model

from declic.records.accounts import rights
from declic.records.accounts.rules import Rule
from declic.records.accounts.viewers import OPERATOR, VISITOR, Viewer
from declic.records.partners.reads import viewer_of
from tests.access import oracle
from tests.access.compared_reads import compared_reads
from tests.access.compared_writes import attempts, is_done
from tests.access.oracle import MACHINE, NOBODY, Actor, World


@dataclass(slots=True)
class Tally:
    """How many triples were compared, of which kind, and where the site and the oracle differ."""

    triples: Counter[str] = field(default_factory=Counter)
    divergences: list[str] = field(default_factory=list)

    def compare(self, kind: str, what: str, *, got: object, due: object, count: int = 1) -> None:
        self.triples[kind] += count
        if got != due:
            self.divergences.append(f"{what}: the site says {got}, the oracle {due}")


def compared(world: World, *, seed: int, share: float = 1.0) -> Tally:
    """Compare every rule, and this share of the reads and writes of each actor, drawn by the seed."""
    tally, chance = Tally(), random.Random(seed)  # noqa: S311 — a world that can be drawn again
    actors = dict(_actors(world, tally))
    for read in compared_reads(world):
        for actor, viewer in drawn(actors, chance, share=share):
            got, due = read.got(viewer), read.due(actor)
            tally.compare("reads", f"{read.name} for {actor}", got=got, due=due, count=len(read.things))
    for actor, viewer in actors.items():
        for name, facts in rule_questions(world):
            is_open, should = getattr(rights, name)(viewer, **facts), oracle.RULES[name](actor, **facts)
            tally.compare("rules", f"{name} {facts} for {actor}", got=is_open, due=should)
        for attempt in attempts(world, chance):
            if chance.random() < share:
                done, allowed = is_done(attempt, viewer), attempt.is_due(actor)
                tally.compare("writes", f"{attempt.name} for {actor}", got=done, due=allowed)
    return tally


def drawn(actors: dict[Actor, Viewer], chance: random.Random, *, share: float) -> list[tuple[Actor, Viewer]]:
    """Give this share of the actors, at least one."""
    return chance.sample(list(actors.items()), max(1, round(share * len(actors))))


def _actors(world: World, tally: Tally) -> Iterator[tuple[Actor, Viewer]]:
    """Give everybody, acting for each institution that they could ask to act for."""
    yield NOBODY, VISITOR
    yield MACHINE, OPERATOR
    for person in world.closed:
        user = get_user_model().objects.get(pk=person)
        mine = [number for number, job in world.jobs.items() if job.person == person]
        foreign = next((number for number, job in world.jobs.items() if job.person != person), None)
        for asked in (None, *mine, foreign, 999_999):
            viewer = viewer_of(user, acting_for=asked)
            actor = oracle.actor_of(world, person, acting_for=asked)
            seen = Actor(viewer.user_id, viewer.institution_id, viewer.roles)
            tally.compare("actors", f"person {person} acting for {asked}", got=seen, due=actor)
            yield actor, viewer


def rule_questions(world: World) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give every rule with every combination of the facts of the world."""
    values: dict[str, list[Any]] = {
        "public": [True, False],
        "institution": world.institutions,
        "role": ["member", *sorted(set(all_roles()))],
        "user": [*world.closed, None],
        "published": [True, False],
        "is_piloted": [True, False],
        "axis_pilots": sorted({one.pilots for one in world.papers.values()}, key=sorted),
        "leads": sorted({one.leads for one in world.papers.values()}, key=sorted),
        "carriers": sorted({one.carriers for one in world.papers.values()}, key=sorted),
        "partners": sorted({one.partners for one in world.papers.values()}, key=sorted),
    }
    for name, one in every_rule().items():
        facts = sorted(one.facts)
        for combination in product(*(values[fact] for fact in facts)):
            yield name, dict(zip(facts, combination, strict=True))


def all_roles() -> tuple[str, ...]:
    return ("manager", "pilot", "coordinator", "clerk", "administrator", "operator")


def every_rule() -> dict[str, Rule]:
    """Give the rules of the site by name."""
    return {name: value for name, value in vars(rights).items() if isinstance(value, Rule)}
