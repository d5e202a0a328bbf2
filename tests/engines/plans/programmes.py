"""Invented programmes: parties, axes, groups and actions, each action with a target, a cost and a day to begin."""

from dataclasses import dataclass
from random import Random

from declic.units.french_calendar import MONTHS


VERBS = ("Créer", "Ouvrir", "Organiser", "Financer", "Renforcer", "Développer", "Installer", "Préparer")
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
    "une halle pour les producteurs",
    "le transport à la demande",
)
ENDS = (
    "dans chaque village",
    "avec les habitants",
    "pour les plus jeunes",
    "au fil des saisons",
    "près des écoles",
)
TARGETS = (
    ("accueillir", "élèves"),
    ("équiper", "foyers"),
    ("former", "agents"),
    ("planter", "arbres"),
    ("rénover", "logements"),
    ("aider", "familles"),
)
AXES = (
    "Habiter mieux",
    "Se déplacer autrement",
    "Apprendre à tout âge",
    "Travailler au pays",
    "Cultiver la terre",
    "Se retrouver ensemble",
)
GROUPS = ("Donner envie", "Ouvrir les portes", "Tenir dans la durée", "Aller plus loin", "Faire ensemble")
PILOTS = ("la commune", "le centre social", "la mission locale", "le syndicat de l'eau")
PEOPLE = (
    ("Mme", "Solène", "GRANVAL"),
    ("M.", "Yannick", "TRESSOL"),
    ("Mme", "Aude", "LESCURE"),
    ("M.", "Paul", "VIGNERON"),
    ("Mme", "Inès", "CARVEL"),
)
ORGANISATIONS = (
    ("l'", "État", "préfète de la Haute-Brenne", "préfet de la Haute-Brenne"),
    ("la ", "communauté de communes du Val d'Orbe", "présidente", "président"),
    ("la ", "commune de Montorbe", "maire", "maire"),
    ("la ", "région Grand-Plateau", "présidente", "président"),
    ("l'", "association des Trois Ponts", "présidente", "président"),
)
TITLES = ("Pacte de la vallée", "Plan d'action de la vallée", "Programme d'actions de la vallée")


@dataclass(frozen=True, slots=True)
class Party:
    """An institution and who stands for it."""

    article: str
    organisation: str
    civility: str
    person: str
    function: str


@dataclass(frozen=True, slots=True)
class Action:
    """An action: what it promises, how many of what, what it costs and when it begins, in words and as values."""

    promise: str
    target_verb: str
    target: int
    unit: str
    cost: str
    cost_eur: float
    begins: str
    begins_on: str
    pilot: str

    @property
    def target_words(self) -> str:
        return f"{self.target_verb} {self.target} {self.unit}"


@dataclass(frozen=True, slots=True)
class Group:
    """A level between axis and action."""

    title: str
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis and its groups."""

    title: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Programme:
    """A whole programme."""

    title: str
    parties: tuple[Party, ...]
    axes: tuple[Axis, ...]
    signed: str
    signed_on: str


def draw_programme(random: Random) -> Programme:
    """Draw two to four axes of one or two groups, in which no promise is made twice; the first group holds three."""
    promises = [f"{verb} {thing} {random.choice(ENDS)}" for thing in OBJECTS for verb in VERBS]
    random.shuffle(promises)
    axes = []
    for at, title in enumerate(random.sample(AXES, random.randint(2, 4))):
        names = random.sample(GROUPS, random.randint(1, 2))
        groups = [
            Group(
                name,
                tuple(
                    _action(random, promises.pop()) for _ in range(_size(random, is_first=at + place == 0))
                ),
            )
            for place, name in enumerate(names)
        ]
        axes.append(Axis(title, tuple(groups)))
    day, month, year = random.randint(2, 28), random.randint(1, 12), random.randint(2023, 2025)
    signed = f"{day} {MONTHS[month - 1]} {year}"
    return Programme(
        random.choice(TITLES), _parties(random), tuple(axes), signed, f"{year}-{month:02d}-{day:02d}"
    )


def _size(random: Random, *, is_first: bool) -> int:
    return 3 if is_first else random.randint(2, 4)


def _parties(random: Random) -> tuple[Party, ...]:
    count = random.randint(2, len(ORGANISATIONS))
    people = random.sample(PEOPLE, count)
    return tuple(
        Party(article, name, civility, f"{given} {surname}", hers if civility == "Mme" else his)
        for (article, name, hers, his), (civility, given, surname) in zip(ORGANISATIONS, people, strict=False)
    )


def _action(random: Random, promise: str) -> Action:
    verb, unit = random.choice(TARGETS)
    cost, value = _cost(random)
    month, year = random.randint(1, 12), random.randint(2026, 2030)
    is_month = random.random() < 0.5
    return Action(
        promise,
        verb,
        random.randint(12, 900),
        unit,
        cost,
        value,
        f"{MONTHS[month - 1]} {year}" if is_month else f"{year}",
        f"{year}-{month:02d}" if is_month else f"{year}",
        random.choice(PILOTS),
    )


def _cost(random: Random) -> tuple[str, float]:
    thousands = random.randint(4, 950)
    ways = (
        (f"{thousands} 000 €", thousands * 1000),
        (f"{thousands} k€", thousands * 1000),
        (f"{thousands / 100:.1f}".replace(".", ",") + " M€", round(round(thousands / 100, 1) * 1_000_000)),
        (f"{thousands} 500 euros", thousands * 1000 + 500),
    )
    return random.choice(ways)
