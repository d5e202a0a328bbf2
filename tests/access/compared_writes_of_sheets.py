"""Every write of sheets beside the oracle."""

import datetime
import random
from collections.abc import Callable, Iterator

from declic.records.accounts.viewers import Viewer
from declic.records.sheets import writes as sheets
from declic.records.sheets.choices import NoteKind, PersonRole, SheetRole
from declic.records.sheets.models import (
    AxisPilot,
    Blocker,
    MeasureLead,
    Milestone,
    Note,
    SheetInstitution,
    SheetPerson,
)
from declic.records.sheets.naming import Naming
from tests.access import oracle
from tests.access.attempts import Attempt
from tests.access.oracle import Actor, Paper, World


DAY = datetime.date(2024, 5, 1)


def on_sheets(world: World, chance: random.Random) -> Iterator[Attempt]:
    """Give one attempt of every write of sheets, each on a sheet drawn from the world."""
    paper = world.papers[chance.choice(sorted(world.papers))]
    place = chance.choice(world.institutions)
    yield from _on_who_answers(paper, place)
    yield _attempt(
        "open_sheet",
        paper,
        lambda viewer: sheets.open_sheet(paper.measure, says={"title": "Une autre"}, by=viewer),
        lambda actor: oracle.writes_on(actor, paper.pilots, institutions=paper.leads),
    )
    yield from _on_the_sheet(paper, place)
    yield from _of_colleagues(paper)


def _on_who_answers(paper: Paper, place: int) -> Iterator[Attempt]:
    def named(actor: Actor) -> bool:
        return oracle.names_pilots(actor, paper.pilots, is_piloted=bool(paper.pilots))

    def steered(actor: Actor) -> bool:
        return oracle.steers_axis(actor, paper.pilots)

    yield _attempt(
        "name_pilot",
        paper,
        lambda viewer: sheets.name_pilot(
            paper.axis, institution_id=place, who=Naming(function="Adjoint"), by=viewer
        ),
        named,
    )
    yield _attempt(
        "name_lead",
        paper,
        lambda viewer: sheets.name_lead(paper.measure, institution_id=place, by=viewer),
        steered,
    )
    rows = {
        "unname_pilot": (AxisPilot.objects.filter(axis=paper.axis), sheets.unname_pilot, named),
        "unname_lead": (MeasureLead.objects.filter(measure=paper.measure), sheets.unname_lead, steered),
    }
    for name, (found, act, is_due) in rows.items():
        row = found.first()
        if row is not None:
            yield _attempt(name, paper, _call(act, row.pk), is_due)


def _on_the_sheet(paper: Paper, place: int) -> Iterator[Attempt]:
    number = paper.sheet
    milestone = Milestone.objects.get(sheet=number).pk
    edited: dict[str, Callable[[Viewer], object]] = {
        "edit_sheet": lambda viewer: sheets.edit_sheet(number, says={"context": "Un besoin."}, by=viewer),
        "edit_sheets": lambda viewer: sheets.edit_sheets([number], says={"context": "Un besoin."}, by=viewer),
        "put_institution": lambda viewer: sheets.put_institution(
            number, institution_id=place, role=SheetRole.HOST, by=viewer
        ),
        "put_person": lambda viewer: sheets.put_person(
            number, role=PersonRole.PILOT, words="Directrice", by=viewer
        ),
        "take_person_off": _call(sheets.take_person_off, SheetPerson.objects.get(sheet=number).pk),
        "add_milestone": lambda viewer: sheets.add_milestone(
            number, says={"title": "Fermer", "due_on": DAY}, by=viewer
        ),
        "edit_milestone": lambda viewer: sheets.edit_milestone(milestone, says={"done_on": DAY}, by=viewer),
    }
    row = SheetInstitution.objects.filter(sheet=number).first()
    if row is not None:
        edited["take_institution_off"] = _call(sheets.take_institution_off, row.pk)
    for name, act in edited.items():
        yield _attempt(
            name, paper, act, lambda actor: oracle.writes_on(actor, paper.pilots, institutions=paper.carriers)
        )
    blocker = {"cause": "Pas de local", "lifting_condition": "Un local", "since_on": DAY}
    known = Blocker.objects.get(sheet=number).pk
    followed: dict[str, Callable[[Viewer], object]] = {
        "add_blocker": lambda viewer: sheets.add_blocker(number, says=blocker, by=viewer),
        "edit_blocker": lambda viewer: sheets.edit_blocker(known, says={"lifted_on": DAY}, by=viewer),
        "add_note": lambda viewer: sheets.add_note(
            number, kind=NoteKind.PROGRESS, text="Bien.", on=DAY, by=viewer
        ),
    }
    for name, act in followed.items():
        yield _attempt(
            name, paper, act, lambda actor: oracle.writes_on(actor, paper.pilots, institutions=paper.partners)
        )


def _of_colleagues(paper: Paper) -> Iterator[Attempt]:
    written = Note.objects.get(sheet=paper.sheet)
    yield _attempt(
        "edit_note",
        paper,
        lambda viewer: sheets.edit_note(written.pk, says={"text": "Mieux."}, by=viewer),
        lambda actor: (
            oracle.writes_on(actor, paper.pilots, institutions=paper.partners)
            and actor.person is not None
            and actor.person == written.author_id
        ),
    )
    yield _attempt(
        "add_comment",
        paper,
        lambda viewer: sheets.add_comment(paper.sheet, words="Vu.", by=viewer),
        lambda actor: oracle.reads_sheet(actor, published=False),
    )
    yield _attempt(
        "import_sheets",
        paper,
        lambda viewer: sheets.import_sheets(paper.programme, rows=(), by=viewer),
        lambda actor: oracle.reads_sheet(actor, published=False),
    )
    yield _attempt(
        "keep_template",
        paper,
        lambda viewer: sheets.keep_template(paper.sheet, name="Modèle", by=viewer),
        oracle.steers,
    )


def _call(act: Callable[..., object], number: int) -> Callable[[Viewer], object]:
    return lambda viewer: act(number, by=viewer)


def _attempt(
    name: str, paper: Paper, act: Callable[[Viewer], object], is_due: Callable[[Actor], bool]
) -> Attempt:
    """Give an attempt that is due only where the pact itself is open to the actor."""

    def due(actor: Actor) -> bool:
        return oracle.reads_paper(actor, is_public=paper.is_public) and is_due(actor)

    return Attempt(f"sheets.{name}", act, due)
