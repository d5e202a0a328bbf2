"""A council's sitting drawn at random, whose votes add up to who is in the room at each question."""

import datetime
from dataclasses import dataclass, replace
from random import Random

from tests.engines.generated_sittings import (
    COMMUNES,
    GIVEN,
    LONG_SURNAMES,
    SURNAMES,
    TITLES,
    Given,
    Result,
    Someone,
)


FIRST_DAY = datetime.date(2015, 1, 1)
DAYS = 5400
PACE = 12


@dataclass(frozen=True, slots=True)
class Item:
    """A question put to the vote, and who votes against it or abstains (places in the roll)."""

    number: int
    identifier: str
    title: str
    result: Result
    against: tuple[int, ...] = ()
    abstaining: tuple[int, ...] = ()

    @property
    def is_unanimous(self) -> bool:
        return not self.result.against and not self.result.abstention


@dataclass(frozen=True, slots=True)
class Meeting:
    """A sitting: who sits, who votes for whom, what is voted; the chair is the first of the roll."""

    day: datetime.date
    opened: datetime.time
    people: tuple[Someone, ...]
    proxies: tuple[Given, ...]
    items: tuple[Item, ...]
    secretary: int

    def standing(self, away: str | None) -> list[Someone]:
        return [person for person in self.people if person.away == away]

    def begins(self, number: int) -> datetime.time:
        """Give when a question is opened; the sitting is closed when the one after the last would be."""
        start = datetime.datetime.combine(self.day, self.opened)
        return (start + datetime.timedelta(minutes=PACE * (number - 1) + 3)).time()


def draw_meeting(random: Random, *, moves: bool, parts_of_proxies: bool, communes: bool) -> Meeting:
    """Draw a sitting; without moves everybody stays, without parts the proxies hold all along."""
    people = _people(random)
    there = [at for at, one in enumerate(people) if one.away is None]
    away = [at for at, one in enumerate(people) if one.away]
    holders = random.sample(there, len(there))
    givers = random.sample(away, random.randint(0, min(3, len(away), len(there))))
    proxies = [Given(giver, holders[at]) for at, giver in enumerate(givers)]
    count = random.randint(3, 6)
    if moves:
        held = {0, *(proxy.holder for proxy in proxies)}
        free = [at for at in there if at not in held]
        people = _with_moves(random, people, free, count)
    if parts_of_proxies and proxies and random.random() < 1 / 2:
        proxies[0] = replace(proxies[0], last=random.randint(1, count - 1))
    day = FIRST_DAY + datetime.timedelta(days=random.randrange(DAYS))
    if not communes:
        people = [replace(one, commune="") for one in people]
    opened = datetime.time(random.choice((17, 18, 19)), random.choice((0, 15, 30)))
    items = tuple(_item(random, day, number, people, proxies) for number in range(1, count + 1))
    staying = [at for at in there if people[at].first is None and people[at].last is None]
    return Meeting(day, opened, tuple(people), tuple(proxies), items, random.choice(staying))


def _people(random: Random) -> list[Someone]:
    count = random.randint(8, 19)
    given = random.sample(GIVEN, count)
    surnames = random.sample([*SURNAMES, *LONG_SURNAMES], count)
    communes = sorted(random.choices(COMMUNES, k=count))
    present = random.randint(count // 2 + 3, count - 1)
    people = []
    for at in range(count):
        away = None if at < present else random.choice(("absent", "excused"))
        civility = random.choice(("M.", "Mme"))
        people.append(Someone(civility, given[at], surnames[at].upper(), communes[at], away))
    return people


def _with_moves(random: Random, people: list[Someone], free: list[int], count: int) -> list[Someone]:
    moved = list(people)
    movers = random.sample(free, min(2, len(free)))
    if movers and random.random() < 2 / 3:
        moved[movers[0]] = replace(moved[movers[0]], first=random.randint(2, count))
    if len(movers) > 1 and random.random() < 2 / 3:
        moved[movers[1]] = replace(moved[movers[1]], last=random.randint(1, count - 1))
    return moved


def _item(
    random: Random, day: datetime.date, number: int, people: list[Someone], proxies: list[Given]
) -> Item:
    room = [at for at, one in enumerate(people) if one.away is None and _holds(one, number)]
    votes = len(room) + sum(_holds(proxy, number) and proxy.holder in room for proxy in proxies)
    others = random.sample(room[1:], min(len(room) - 1, random.choice((0, 0, 0, 1, 2, 3))))
    cut = random.randint(0, len(others))
    against, abstaining = tuple(others[:cut]), tuple(others[cut:])
    result = Result(votes - len(others), len(against), len(abstaining))
    title = TITLES[(number + day.day) % len(TITLES)]
    return Item(number, f"{day.year}-{day.month:02d}-{number:02d}", title, result, against, abstaining)


def _holds(part: Someone | Given, number: int) -> bool:
    return (part.first is None or part.first <= number) and (part.last is None or number <= part.last)
