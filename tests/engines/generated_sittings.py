"""Sittings that never were: facts drawn at random, and the many layouts in which minutes would state them."""

import datetime
from dataclasses import dataclass, replace

from hypothesis import strategies as st


def words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


GIVEN = words(
    "Odile Marcel Hugo Zora Paul Lise Théo Anne Luc Inès Yann Solène Karim Jean-Marc Marie-Claude Noé Élodie Gaël "
    "Anne-Lise René Fatou Joël Clémence Ali Nora Éric Maëlle Cédric Sonia Baptiste Jean-Éric Lucie Simon Claire"
)
SURNAMES = words(
    "Perrachon Vannoz Tissandier Kebbal Rouvier Garrigou Marchandot Delort Chazotte Ferrand-Ney Arnoux Benhamou Oudiné "
    "Plassard Quérillac Rambourg Sauvanet Truchelut Urvoas Verdenet Wackers Ybarnou Zellmer Boisrond Courcel Dandrieu "
    "Esparvier Fontvieille Grandclaude Hersant Iribarnou Jolivard Lestrade Mauborgne Nantillac Ollivaux"
)
LONG_SURNAMES = (
    "Le Borvec",
    "de La Tournelle",
    "Van Hoorde",
    "L'Hermitte",
    "D'Aubrac",
    "Di Vareno",
    "Saint-Aubrac",
)
COMMUNES = (
    "Auberive-la-Neuve", "La Combe-Haute", "Saint-Barthe", "Valmy-sur-Ource", "Les Essertines", "Bellefond", "Chaux-Neuve",
    "Montagny-le-Bas", "Villers et Pontay", "L'Hôpital-du-Val",
)  # fmt: skip
TITLES = (
    "Tarifs de la salle des fêtes", "Convention avec le club de judo", "Décision modificative", "Travaux de voirie",
    "Subvention à la bibliothèque", "Règlement du cimetière", "Recensement de la population", "Achat d'un broyeur",
)  # fmt: skip


@dataclass(frozen=True)
class Someone:
    civility: str
    given: str
    surname: str
    commune: str
    away: str | None = None
    first: int | None = None
    last: int | None = None

    @property
    def name(self) -> str:
        return f"{self.given} {self.surname}"


@dataclass(frozen=True)
class Given:
    giver: int
    holder: int
    first: int | None = None
    last: int | None = None


@dataclass(frozen=True)
class Result:
    votes_for: int
    against: int
    abstention: int


@dataclass(frozen=True)
class Facts:
    day: datetime.date
    people: tuple[Someone, ...]
    proxies: tuple[Given, ...]
    order: tuple[int, ...]
    results: tuple[Result, ...]
    chair: int
    secretary: int

    def standing(self, away: str | None) -> list[Someone]:
        return [person for person in self.people if person.away == away]


@st.composite
def facts(draw, *, has_ranges=True):
    count = draw(st.integers(6, 14))
    names = draw(
        st.lists(
            st.tuples(st.sampled_from(GIVEN), st.sampled_from([*SURNAMES, *LONG_SURNAMES])),
            min_size=count,
            max_size=count,
            unique_by=(lambda name: name[1], lambda name: name[0]),
        ),
    )
    present = draw(st.integers(4, count - 1))
    absent = draw(st.integers(0, count - present))
    communes = draw(st.lists(st.sampled_from(COMMUNES), min_size=count, max_size=count))
    people = []
    for at, (given, surname) in enumerate(names):
        away = None if at < present else ("absent" if at < present + absent else "excused")
        civility = draw(st.sampled_from(["M.", "Mme"]))
        people.append(Someone(civility, given, surname.upper(), communes[at], away))
    order = tuple(draw(st.permutations(range(1, draw(st.integers(4, 9)) + 1))))
    if has_ranges and draw(st.booleans()):
        at = draw(st.integers(1, present - 1))
        question = draw(st.sampled_from(order))
        comes = draw(st.booleans())
        people[at] = replace(people[at], first=question if comes else None, last=None if comes else question)
    elsewhere = [at for at, person in enumerate(people) if person.away]
    givers = (
        draw(st.lists(st.sampled_from(elsewhere), unique=True, max_size=min(3, present - 1)))
        if elsewhere
        else []
    )
    holders = draw(st.permutations(range(present)))
    proxies = [Given(giver, holders[at]) for at, giver in enumerate(givers)]
    if has_ranges and proxies and draw(st.booleans()):
        ends = sorted(
            draw(st.lists(st.sampled_from(range(1, len(order) + 1)), min_size=2, max_size=2, unique=True))
        )
        proxies[0] = replace(proxies[0], first=ends[0], last=ends[1])
    votes = draw(st.integers(1, 4))
    results = [
        Result(draw(st.integers(0, 40)), draw(st.integers(0, 9)), draw(st.integers(0, 9)))
        for _vote in range(votes)
    ]
    day = draw(st.dates(datetime.date(2015, 1, 1), datetime.date(2029, 12, 31)))
    return Facts(
        day, tuple(people), tuple(proxies), order, tuple(results), 0, draw(st.integers(0, present - 1))
    )


MONTHS = words("janvier février mars avril mai juin juillet août septembre octobre novembre décembre")


def day_in_words(day):
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number} {MONTHS[day.month - 1]} {day.year}"


@dataclass(frozen=True)
class Style:
    """One way of writing minutes: every choice is a name of the tables below."""

    name: str
    listing: str
    labels: int
    proxy: str
    bounds: int
    totals: int
    heading: str
    vote: str


NAMES = ("civil", "plain", "surname first", "civil surname first", "mixed case")
LISTINGS = (
    "commas",
    "semicolons",
    "dashes",
    "lines",
    "bullets",
    "bold communes",
    "communes",
    "collective",
    "commune lines",
)
PROXIES = ("to", "gives", "gave", "having", "arrow", "by", "of", "brackets", "represented", "lines")
HEADINGS = ("slash", "point", "question", "bracket", "dot", "deliberation")
VOTES = ("block", "line", "against first", "voices", "words", "bars", "adopted")


@st.composite
def styles(draw):
    return Style(
        name=draw(st.sampled_from(NAMES)),
        listing=draw(st.sampled_from(LISTINGS)),
        labels=draw(st.integers(0, 4)),
        proxy=draw(st.sampled_from(PROXIES)),
        bounds=draw(st.integers(0, 2)),
        totals=draw(st.integers(0, 4)),
        heading=draw(st.sampled_from(HEADINGS)),
        vote=draw(st.sampled_from(VOTES)),
    )
