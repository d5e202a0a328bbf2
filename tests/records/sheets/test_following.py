"""Milestones, blockers, notes, comments, institutions and people: who writes them, once, and what is refused."""

import datetime

import pytest

from declic.records.accounts.editions import ChangedMeanwhileError
from declic.records.accounts.rights import NotAllowedError
from declic.records.accounts.viewers import OPERATOR
from declic.records.sheets import writes
from declic.records.sheets.choices import NoteKind, PersonRole, SheetFault, SheetRole
from declic.records.sheets.contents import WrongSheetError
from declic.records.sheets.history import changes_of, replayed, state_of
from declic.records.sheets.models import (
    Blocker,
    Comment,
    FieldChange,
    MeasureLead,
    Mention,
    Milestone,
    Note,
    SheetInstitution,
    SheetPerson,
    SheetTemplate,
)
from declic.records.sheets.naming import Naming
from tests.records.sheets.invented import Steered, axis, measure, sheet, steered


pytestmark = pytest.mark.django_db
DAY = datetime.date(2024, 3, 1)
LATER = datetime.date(2024, 4, 1)
STEP = {"title": "Ouvrir au public", "due_on": DAY}
BLOCKED = {"cause": "Pas de local", "lifting_condition": "Un local prêté", "since_on": DAY}


@pytest.fixture
def pact() -> Steered:
    return steered()


def test_a_milestone_is_added_once_moved_and_finished_with_its_history(pact):
    number = writes.add_milestone(pact.sheet_id, says=STEP, by=pact.lina)
    assert writes.add_milestone(pact.sheet_id, says=STEP, by=pact.lina) == number

    writes.edit_milestone(number, says={"due_on": LATER}, by=pact.lina, seen=1)
    writes.edit_milestone(number, says={"done_on": LATER}, by=pact.claire, seen=2)

    row = Milestone.objects.get(pk=number)
    assert (row.due_on, row.done_on) == (LATER, LATER)
    assert [(one.field, one.old, one.new) for one in changes_of(row)] == [
        ("title", "", "Ouvrir au public"),
        ("due_on", None, "2024-03-01"),
        ("due_on", "2024-03-01", "2024-04-01"),
        ("done_on", None, "2024-04-01"),
    ]
    assert replayed(Milestone, changes_of(row)) == state_of(row)


def test_two_people_who_move_a_milestone_see_each_other(pact):
    number = writes.add_milestone(pact.sheet_id, says=STEP, by=pact.lina)
    writes.edit_milestone(number, says={"due_on": LATER}, by=pact.lina, seen=1)

    with pytest.raises(ChangedMeanwhileError):
        writes.edit_milestone(number, says={"due_on": datetime.date(2024, 5, 1)}, by=pact.claire, seen=1)


@pytest.mark.parametrize(
    ("says", "faults"),
    [
        ({"title": ""}, {"title": SheetFault.REQUIRED}),
        ({"due_on": None}, {"due_on": SheetFault.REQUIRED}),
        ({"weight": 0}, {"weight": SheetFault.OUT_OF_RANGE}),
        ({"weight": 101}, {"weight": SheetFault.OUT_OF_RANGE}),
        ({"institution_id": 999_999}, {"institution_id": SheetFault.UNKNOWN}),
        ({"person_id": 999_999}, {"person_id": SheetFault.NOT_HERE}),
        ({"is_cancelled": True, "done_on": DAY}, {"done_on": SheetFault.OUT_OF_RANGE}),
    ],
)
def test_a_milestone_that_cannot_be_kept_says_why(pact, says, faults):
    with pytest.raises(WrongSheetError) as wrong:
        writes.add_milestone(pact.sheet_id, says={**STEP, **says}, by=pact.lina)

    assert wrong.value.faults == faults
    assert not Milestone.objects.exists()


def test_two_milestones_of_a_sheet_have_two_titles(pact):
    writes.add_milestone(pact.sheet_id, says=STEP, by=pact.lina)
    other = writes.add_milestone(pact.sheet_id, says={"title": "Fermer", "due_on": LATER}, by=pact.lina)

    for act in (
        lambda: writes.add_milestone(pact.sheet_id, says={**STEP, "due_on": LATER}, by=pact.lina),
        lambda: writes.edit_milestone(other, says={"title": "ouvrir au public"}, by=pact.lina),
    ):
        with pytest.raises(WrongSheetError) as wrong:
            act()
        assert wrong.value.faults == {"title": SheetFault.TAKEN}


def test_a_blocker_is_said_once_and_lifted(pact):
    number = writes.add_blocker(pact.sheet_id, says=BLOCKED, by=pact.lina)
    assert writes.add_blocker(pact.sheet_id, says=BLOCKED, by=pact.lina) == number

    with pytest.raises(WrongSheetError) as wrong:
        writes.edit_blocker(number, says={"lifted_on": datetime.date(2024, 2, 1)}, by=pact.lina)
    writes.edit_blocker(number, says={"lifted_on": LATER}, by=pact.lina, seen=1)

    assert wrong.value.faults == {"lifted_on": SheetFault.BACKWARDS}
    assert Blocker.objects.get().lifted_on == LATER


def test_a_funder_says_how_a_sheet_goes_and_writes_nothing_else(pact):
    assert pact.hugo.institution_id is not None
    writes.put_institution(
        pact.sheet_id, institution_id=pact.hugo.institution_id, role=SheetRole.FUNDER, by=pact.lina
    )

    for _ in range(2):
        writes.add_note(pact.sheet_id, kind=NoteKind.RISK, text="À suivre.", on=DAY, by=pact.hugo)
    with pytest.raises(NotAllowedError):
        writes.add_milestone(pact.sheet_id, says=STEP, by=pact.hugo)

    assert Note.objects.get().author_id == pact.hugo.user_id


def test_a_note_is_corrected_by_its_author_alone(pact):
    number = writes.add_note(pact.sheet_id, kind=NoteKind.NEXT, text="Bientôt.", on=DAY, by=pact.lina)

    with pytest.raises(NotAllowedError):
        writes.edit_note(number, says={"text": "Jamais."}, by=pact.claire)
    writes.edit_note(number, says={"text": "En mai."}, by=pact.lina, seen=1)

    assert Note.objects.get().text == "En mai."


def test_a_new_lead_takes_the_place_of_the_one_before_and_may_write(pact):
    assert pact.hugo.institution_id is not None
    with pytest.raises(NotAllowedError):
        writes.edit_sheet(pact.sheet_id, says={"means": "Deux postes"}, by=pact.hugo)

    writes.put_institution(
        pact.sheet_id, institution_id=pact.hugo.institution_id, role=SheetRole.LEAD, by=pact.claire
    )
    writes.edit_sheet(pact.sheet_id, says={"means": "Deux postes"}, by=pact.hugo)
    with pytest.raises(NotAllowedError):
        writes.edit_sheet(pact.sheet_id, says={"means": "Trois postes"}, by=pact.lina)

    assert list(SheetInstitution.objects.values_list("institution_id", "role")) == [
        (pact.hugo.institution_id, "lead")
    ]
    former = FieldChange.objects.filter(kind="sheets.sheetinstitution", field="role", new="").get()
    assert former.old == "lead"


def test_institutions_and_people_come_once_and_go(pact):
    for _ in range(2):
        writes.put_institution(pact.sheet_id, institution_id=pact.workshop, role=SheetRole.HOST, by=pact.lina)
        writes.put_person(
            pact.sheet_id,
            role=PersonRole.PILOT,
            words=" La  directrice ",
            by=pact.lina,
            person_id=pact.lina.user_id,
        )
    host = SheetInstitution.objects.get(role="host")
    person = SheetPerson.objects.get()
    assert (person.words, person.person_id) == ("La directrice", pact.lina.user_id)

    writes.take_institution_off(host.pk, by=pact.lina)
    writes.take_person_off(person.pk, by=pact.lina)

    assert SheetInstitution.objects.count() == 1
    assert not SheetPerson.objects.exists()
    with pytest.raises(LookupError):
        writes.take_person_off(person.pk, by=pact.lina)


def test_who_answers_for_a_measure_opens_its_sheets(pact):
    writes.name_lead(
        measure("20").pk, institution_id=pact.workshop, who=Naming(pact.lina.user_id), by=pact.odile
    )

    number = writes.open_sheet(measure("20").pk, says={"title": "Lire dehors"}, by=pact.lina)

    assert sheet(number).code == "20-1"
    lead = MeasureLead.objects.get()
    writes.unname_lead(lead.pk, by=pact.odile)
    with pytest.raises(NotAllowedError):
        writes.open_sheet(measure("20").pk, says={"title": "Lire encore"}, by=pact.lina)


def test_a_pilot_who_is_taken_away_pilots_no_more(pact):
    pilot = axis().pilots.get()
    writes.unname_pilot(pilot.pk, by=pact.odile)

    with pytest.raises(NotAllowedError):
        writes.edit_sheet(pact.sheet_id, says={"means": "x"}, by=pact.claire)


def test_several_sheets_are_written_together_or_not_at_all(pact):
    other = writes.open_sheet(measure().pk, says={"title": "Prêter des jeux"}, by=pact.claire)
    alone = writes.open_sheet(measure("20").pk, says={"title": "Lire dehors"}, by=OPERATOR)
    measure_20 = measure("20")
    measure_20.axis = axis(2)
    measure_20.save()

    with pytest.raises(NotAllowedError):
        writes.edit_sheets([pact.sheet_id, other, alone], says={"priority": "high"}, by=pact.claire)
    assert {sheet(one).priority for one in (pact.sheet_id, other, alone)} == {""}

    assert writes.edit_sheets([pact.sheet_id, other], says={"priority": "high"}, by=pact.claire) == 2
    assert writes.edit_sheets([pact.sheet_id, other], says={"priority": "high"}, by=pact.claire) == 0


def test_a_sheet_starts_from_a_model_with_its_milestones(pact):
    writes.edit_sheet(
        pact.sheet_id, says={"context": "Un besoin.", "themes": ["culture"], "start_on": DAY}, by=pact.claire
    )
    writes.add_milestone(pact.sheet_id, says={**STEP, "due_on": LATER, "weight": 3}, by=pact.claire)
    template = writes.keep_template(pact.sheet_id, name="Ludothèque", by=pact.claire)
    assert writes.keep_template(pact.sheet_id, name="ludothèque", by=pact.claire) == template

    says = {"title": "Une autre ludothèque", "start_on": datetime.date(2024, 6, 1), "context": "Le nôtre."}
    number = writes.open_sheet(measure("20").pk, says=says, template_id=template, by=pact.odile)

    row = sheet(number)
    assert (row.context, row.themes, row.status) == ("Le nôtre.", ["culture"], "to_write")
    step = row.milestones.get()
    assert (step.title, step.due_on, step.weight) == ("Ouvrir au public", datetime.date(2024, 7, 2), 3)
    assert SheetTemplate.objects.count() == 1


def test_a_comment_names_colleagues_who_are_told_once(pact):
    for _ in range(2):
        writes.add_comment(
            pact.sheet_id, words="Qu'en pensez-vous ?", mentioned=[pact.claire.user_id], by=pact.hugo
        )
    mention = Mention.objects.get()

    assert Comment.objects.get().author_id == pact.hugo.user_id
    assert (mention.person_id, mention.told_at) == (pact.claire.user_id, None)
    with pytest.raises(WrongSheetError):
        writes.add_comment(pact.sheet_id, words="Oui.", mentioned=[999_999], by=pact.hugo)
    with pytest.raises(WrongSheetError):
        writes.add_comment(pact.sheet_id, words="  ", by=pact.hugo)


def test_what_does_not_exist_is_not_found(pact):
    for act in (
        lambda: writes.edit_milestone(0, says={}, by=OPERATOR),
        lambda: writes.edit_blocker(0, says={}, by=OPERATOR),
        lambda: writes.edit_note(0, says={}, by=OPERATOR),
        lambda: writes.take_institution_off(0, by=OPERATOR),
        lambda: writes.unname_pilot(0, by=OPERATOR),
        lambda: writes.unname_lead(0, by=OPERATOR),
        lambda: writes.name_lead(0, institution_id=pact.workshop, by=OPERATOR),
        lambda: writes.put_institution(pact.sheet_id, institution_id=0, role=SheetRole.HOST, by=OPERATOR),
        lambda: writes.open_sheet(measure().pk, says={"title": "x"}, template_id=0, by=OPERATOR),
    ):
        with pytest.raises(LookupError):
            act()
