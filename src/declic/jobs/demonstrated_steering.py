"""The demonstration steered: invented pilots, sheets, steps, money, posts and sessions, as of the day it is opened."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from declic.engines.funding.stages import Stage
from declic.jobs.demonstrated_meetings import Table, meet
from declic.records.accounts.viewers import OPERATOR, Viewer
from declic.records.deliveries.writes import fill_post, record_delivery
from declic.records.evaluation.writes import open_promised
from declic.records.money.moving import Move
from declic.records.money.writes import add_line, add_post, move_line, set_cost
from declic.records.pact.reads import measure_page
from declic.records.partners.writes import find_or_add_institution
from declic.records.sheets.naming import Naming
from declic.records.sheets.reads import colleagues as list_colleagues, pilots_page
from declic.records.sheets.writes import add_blocker, add_milestone, name_pilot, open_sheet


@dataclass(frozen=True, slots=True)
class Action:
    """An invented action of a measure: who leads it, what its sheet says, its steps by days from today."""

    measure: str
    lead: str
    says: Mapping[str, Any]
    steps: tuple[tuple[str, int, bool], ...]
    euros: int
    stages: tuple[Stage, ...] = ()


STATE, COUNCIL, ASSOCIATION = (
    "Préfecture de démonstration",
    "Conseil de démonstration",
    "Association de démonstration",
)
ACTIONS = (
    Action(
        "23",
        COUNCIL,
        {
            "title": "Préparer et tenir la journée du numérique",
            "description": "Ateliers, rencontres et démonstrations, ouverts à tous, sur une place du quartier.",
            "status": "ongoing",
            "public_summary": "Une journée d'ateliers et de rencontres autour du numérique, au pied des immeubles.",
            "publication": "published",
        },
        (
            ("Choisir le lieu", -60, True),
            ("Réunir les structures", -20, True),
            ("Tenir la journée", 30, False),
        ),
        12_000,
        (Stage.REQUESTED,),
    ),
    Action(
        "33",
        ASSOCIATION,
        {
            "title": "Recruter une médiatrice ou un médiateur pour la culture",
            "description": "Un poste pour aller au-devant des jeunes et les mener vers les lieux de culture.",
            "status": "ongoing",
            "public_summary": "Une personne du quartier va au-devant des jeunes et les mène vers les lieux de culture.",
            "publication": "published",
        },
        (("Signer la convention", -45, True), ("Recruter", -10, True), ("Premier bilan", 90, False)),
        22_000,
        (Stage.REQUESTED, Stage.GRANTED),
    ),
    Action(
        "44",
        STATE,
        {
            "title": "Réunir l'équipe de soins de proximité",
            "description": "Trouver un local et des soignants, avec les professionnels de santé du quartier.",
            "status": "blocked",
        },
        (("Trouver un local", -15, False), ("Réunir les soignants", 45, False)),
        80_000,
    ),
    Action(
        "53",
        ASSOCIATION,
        {
            "title": "Aller vers les jeunes en soirée",
            "description": "Deux personnes de plus dans la rue, en soirée et le samedi.",
            "status": "ongoing",
            "public_summary": "Des médiateurs sont dans la rue en soirée et le samedi, sans rendez-vous.",
            "publication": "published",
        },
        (("Définir les tournées", -30, True), ("Recruter deux personnes", 20, False)),
        44_000,
        (Stage.REQUESTED, Stage.GRANTED),
    ),
)
PILOT = "Claire"
"""The invented person who pilots the axes."""

POSTS = (
    ("33", "post-33", "Médiation culturelle", -10),
    ("53", "post-53-1", "Médiation de rue, en soirée", -5),
    ("53", "post-53-2", "Médiation de rue, le samedi", None),
)
"""Posts of mediators: measure, key, mission, filled how many days from today or still to be filled."""
SESSIONS = 6
OWN_SHARE = Decimal(3_000)
"""What each action costs beyond the money that is sought."""


def steer(slug: str, *, today: datetime.date, by: Viewer = OPERATOR) -> None:
    """Put the invented steering in, once, in the name of who coordinates the pact."""
    places = {name: find_or_add_institution(name, by=OPERATOR) for name in (STATE, COUNCIL, ASSOCIATION)}
    _name_pilots(slug, places, by=by)
    opened = {action.measure: _open(slug, action, places=places, today=today, by=by) for action in ACTIONS}
    sheets = {measure: sheet for measure, (sheet, _steps) in opened.items()}
    cause = "Aucun local n'est libre dans le quartier."
    says = {"cause": cause, "lifting_condition": "Un bail est signé.", "since_on": today}
    add_blocker(sheets["44"], says=says, by=by)
    _fill_posts(slug, places[ASSOCIATION], sheets, today=today, by=by)
    _hold_sessions(slug, sheets["53"], today=today, by=by)
    open_promised(slug, by=by)
    table = Table(_seats(places, by=by), sheets, moved_step=opened["44"][1][-1])
    meet(slug, table, today=today, by=by)


def _name_pilots(slug: str, places: Mapping[str, int], *, by: Viewer) -> None:
    """Name a pilot for the first four axes, who may open their sheets: the fifth has none, as in the text."""
    colleagues = {one.name: one.person_id for one in list_colleagues(viewer=by)}
    for axis in pilots_page(slug, viewer=by).axes[:4]:
        who = Naming(person_id=colleagues.get(PILOT), function="direction de projet")
        name_pilot(axis.id, institution_id=places[STATE], who=who, by=by)


def _seats(places: Mapping[str, int], *, by: Viewer) -> tuple[tuple[int, str, int | None], ...]:
    """Give who sits in the committees, the chair first."""
    colleagues = {one.name: one.person_id for one in list_colleagues(viewer=by)}
    sitting = (
        (STATE, "Direction de projet", PILOT),
        (COUNCIL, "Vice-présidence", "Jeanne"),
        (ASSOCIATION, "Coordination", "Lina"),
    )
    return tuple((places[name], function, colleagues.get(person)) for name, function, person in sitting)


def _open(
    slug: str, action: Action, *, places: Mapping[str, int], today: datetime.date, by: Viewer
) -> tuple[int, tuple[int, ...]]:
    """Open a sheet with its steps, its cost and its money; give its number and those of its steps."""
    measure = measure_page(slug, number=action.measure, viewer=by).measure_id
    days = {"start_on": today - datetime.timedelta(days=90), "end_on": today + datetime.timedelta(days=120)}
    sheet = open_sheet(measure, says={**action.says, **days}, lead_id=places[action.lead], by=by)
    steps = tuple(_add_step(sheet, step, today=today, by=by) for step in action.steps)
    cost = {"nature": "operating", "tax": "included", "fiscal_year": today.year}
    set_cost(sheet, says={**cost, "euros": Decimal(action.euros) + OWN_SHARE}, by=by)
    says = {
        "funder_id": places[STATE],
        "purpose": action.says["title"],
        "euros": Decimal(action.euros),
        "fiscal_year": today.year,
    }
    line = add_line(slug, key=f"demo-{action.measure}", says=says, sheet_id=sheet, by=by)
    for stage in action.stages:
        move_line(line, move=Move(stage, today), by=by)
    return sheet, steps


def _add_step(sheet: int, step: tuple[str, int, bool], *, today: datetime.date, by: Viewer) -> int:
    title, day, is_done = step
    due = today + datetime.timedelta(days=day)
    says = {"title": title, "due_on": due, **({"done_on": due} if is_done else {})}
    return add_milestone(sheet, says=says, by=by)


def _fill_posts(
    slug: str, employer: int, sheets: Mapping[str, int], *, today: datetime.date, by: Viewer
) -> None:
    for measure, key, mission, day in POSTS:
        says = {"employer_id": employer, "mission": mission}
        number = add_post(slug, key=key, measure=measure, says=says, sheet_id=sheets[measure], by=by)
        if day is not None:
            fill_post(number, on=today + datetime.timedelta(days=day), by=by)


def _hold_sessions(slug: str, sheet: int, *, today: datetime.date, by: Viewer) -> None:
    for week in range(SESSIONS):
        on = today - datetime.timedelta(days=7 * week + 1)
        says = {"kind": "session", "on": on, "place_words": "au pied des immeubles", "count": 9 + week}
        record_delivery(slug, source_key=f"demo-{week}", says=says, sheet_id=sheet, by=by)
