"""Invented facts of a plan, and how they are drawn: axes, groups, measures, in which no promise is made twice."""

from dataclasses import dataclass
from itertools import cycle

from hypothesis import strategies as st


VERBS = (
    "Créer",
    "Ouvrir",
    "Organiser",
    "Financer",
    "Former",
    "Renforcer",
    "Développer",
    "Accompagner",
    "Installer",
)
OBJECTS = (
    "un guichet pour les familles",
    "des ateliers de lecture",
    "une épicerie solidaire",
    "des permanences de quartier",
    "un réseau de bénévoles",
    "des séjours au bord de la mer",
    "le prêt de vélos",
    "une maison des associations",
    "des visites de chantier",
    "un verger partagé",
)
ENDS = (
    "dans chaque village",
    "avec les habitants",
    "pour les plus jeunes",
    "dès la rentrée",
    "au fil des saisons",
)
DETAILS = (
    "Les habitants choisissent les lieux avec la commune.",
    "La commune prête ses salles et ses véhicules.",
    "Un bilan est rendu chaque hiver aux partenaires.",
    "Les écoles et les clubs sont associés à ce travail.",
)
BULLETS = (
    "les horaires d'ouverture ;",
    "la formation des équipes ;",
    "le transport des enfants ;",
    "l'accueil des parents.",
)
TITLES = (
    "Habiter",
    "Se déplacer",
    "Apprendre",
    "Se soigner",
    "Travailler",
    "Se retrouver",
    "Cultiver la terre",
)
GROUPS = ("Donner envie", "Ouvrir les portes", "Tenir dans la durée", "Aller plus loin", "Faire ensemble")
PROMISES = [
    f"{VERBS[at % len(VERBS)]} {OBJECTS[at * 7 % len(OBJECTS)]} {ENDS[at * 3 % len(ENDS)]}."
    for at in range(len(VERBS) * len(OBJECTS))
]


@dataclass(frozen=True, slots=True)
class PlannedMeasure:
    """A measure as the plan means it: its sentences, and the items of its list."""

    lines: tuple[str, ...]
    bullets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlannedGroup:
    """A level between axis and measure."""

    title: str
    measures: tuple[PlannedMeasure, ...]


@dataclass(frozen=True, slots=True)
class PlannedAxis:
    """An axis and what it holds."""

    title: str
    groups: tuple[PlannedGroup, ...]


@st.composite
def measures(draw: st.DrawFn, promise: str) -> PlannedMeasure:
    """Draw a measure: its promise, then perhaps some sentences, then perhaps a list."""
    details = draw(st.lists(st.sampled_from(DETAILS), max_size=2, unique=True))
    bullets = draw(st.lists(st.sampled_from(BULLETS), max_size=3, unique=True))
    return PlannedMeasure((promise, *details), tuple(bullets))


@st.composite
def axes(draw: st.DrawFn) -> tuple[PlannedAxis, ...]:
    """
    Draw two to four axes, in which no promise is made twice.

    The first group holds three measures at least, so that the numbering proves itself.
    """
    promises = draw(
        st.integers(0, len(PROMISES) - 1).map(lambda start: cycle(PROMISES[start:] + PROMISES[:start]))
    )
    titles = draw(st.lists(st.sampled_from(TITLES), min_size=2, max_size=4, unique=True))
    planned = []
    for at, title in enumerate(titles):
        names = draw(st.lists(st.sampled_from(GROUPS), min_size=1, max_size=3, unique=True))
        groups = []
        for place, name in enumerate(names):
            count = draw(st.integers(3 if at + place == 0 else 1, 4))
            groups.append(PlannedGroup(name, tuple(draw(measures(next(promises))) for _ in range(count))))
        planned.append(PlannedAxis(title, tuple(groups)))
    return tuple(planned)
