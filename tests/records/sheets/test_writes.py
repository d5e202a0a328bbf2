"""Who pilots names and opens, who carries writes, and nobody else touches a sheet."""

import datetime

import pytest

from declic.records.accounts.editions import ChangedMeanwhileError
from declic.records.accounts.rights import NotAllowedError
from declic.records.accounts.viewers import OPERATOR, VISITOR
from declic.records.journal.reads import lines_about
from declic.records.sheets.choices import SheetFault
from declic.records.sheets.contents import WrongSheetError
from declic.records.sheets.history import changes_of
from declic.records.sheets.models import ActionSheet, AxisPilot
from declic.records.sheets.naming import Naming
from declic.records.sheets.writes import edit_sheet, name_pilot, open_sheet
from tests.records.sheets.invented import Steered, axis, measure, sheet, steered


pytestmark = pytest.mark.django_db


@pytest.fixture
def pact() -> Steered:
    return steered()


def test_a_pilot_takes_an_axis_that_nobody_has_and_no_other(pact):
    assert pact.claire.institution_id is not None
    name_pilot(
        axis(2).pk, institution_id=pact.claire.institution_id, who=Naming(pact.claire.user_id), by=pact.claire
    )

    AxisPilot.objects.filter(axis=axis(1)).update(person=pact.odile.user_id)
    with pytest.raises(NotAllowedError):
        name_pilot(
            axis(1).pk, institution_id=pact.workshop, who=Naming(function="Directrice"), by=pact.claire
        )

    assert AxisPilot.objects.get(axis=axis(2)).person_id == pact.claire.user_id
    assert [line.verb for line in lines_about(f"axis {axis(2).pk}")] == ["named who pilots"]


def test_naming_the_same_pilot_twice_is_one_act(pact):
    for _ in range(2):
        name_pilot(
            axis(2).pk, institution_id=pact.workshop, who=Naming(function="Élue à la culture"), by=pact.odile
        )

    assert AxisPilot.objects.filter(axis=axis(2)).count() == 1
    assert len(lines_about(f"axis {axis(2).pk}")) == 1


def test_a_person_pilots_for_the_institution_that_they_act_for(pact):
    with pytest.raises(WrongSheetError) as wrong:
        name_pilot(axis(2).pk, institution_id=pact.workshop, who=Naming(pact.hugo.user_id), by=pact.odile)

    assert wrong.value.faults == {"person": SheetFault.NOT_HERE}


@pytest.mark.parametrize("who", ["lina", "hugo", "visitor"])
def test_nobody_else_names_a_pilot_or_opens_a_sheet(pact, who):
    by = getattr(pact, who, VISITOR)

    with pytest.raises(NotAllowedError):
        name_pilot(axis(2).pk, institution_id=pact.workshop, by=by)
    with pytest.raises(NotAllowedError):
        open_sheet(measure().pk, says={"title": "Autre"}, by=by)


def test_a_pilot_opens_sheets_of_her_axes_alone(pact):
    number = open_sheet(measure("10").pk, says={"title": "Prêter des jeux"}, by=pact.claire)

    assert sheet(number).code == "10-2"
    other = measure("20")
    other.axis = axis(2)
    other.save()
    with pytest.raises(NotAllowedError):
        open_sheet(other.pk, says={"title": "Autre"}, by=pact.claire)


def test_the_same_sheet_sent_twice_is_one_and_another_of_that_title_is_refused(pact):
    says = {"title": "Prêter des jeux", "start_on": datetime.date(2024, 3, 1)}
    first = open_sheet(measure().pk, says=says, by=pact.claire)

    assert open_sheet(measure().pk, says=says, by=pact.claire) == first
    with pytest.raises(WrongSheetError) as wrong:
        open_sheet(measure().pk, says={"title": "prêter des JEUX"}, by=pact.claire)
    assert wrong.value.faults == {"title": SheetFault.TAKEN}


def test_a_member_of_the_institution_that_carries_a_sheet_writes_on_it(pact):
    edit_sheet(pact.sheet_id, says={"context": "Peu d'enfants viennent."}, by=pact.lina, seen=1)

    assert sheet(pact.sheet_id).context == "Peu d'enfants viennent."
    assert [line.verb for line in lines_about(f"action sheet {pact.sheet_id}")] == ["opened", "edited"]


def test_a_member_of_another_institution_cannot_touch_it(pact):
    with pytest.raises(NotAllowedError):
        edit_sheet(pact.sheet_id, says={"context": "Autre"}, by=pact.hugo)

    assert sheet(pact.sheet_id).context == ""


def test_a_sheet_of_a_pact_under_review_is_closed_to_who_carries_it():
    pact = steered(public=False)

    with pytest.raises(NotAllowedError):
        edit_sheet(pact.sheet_id, says={"context": "Autre"}, by=pact.lina)


def test_nobody_overwrites_unseen_what_another_wrote(pact):
    edit_sheet(pact.sheet_id, says={"context": "Le mien."}, by=pact.lina, seen=1)

    with pytest.raises(ChangedMeanwhileError) as meanwhile:
        edit_sheet(pact.sheet_id, says={"context": "Le sien."}, by=pact.claire, seen=1)

    assert meanwhile.value.by_name == "Lina"
    assert sheet(pact.sheet_id).context == "Le mien."


def test_the_same_form_sent_twice_leaves_one_line(pact):
    for _ in range(2):
        edit_sheet(pact.sheet_id, says={"context": "Une fois."}, by=pact.lina, seen=1)

    assert changes_of(sheet(pact.sheet_id)).filter(field="context").count() == 1


def test_only_a_pilot_publishes_and_validates(pact):
    summary = {"public_summary": "La ludothèque ouvrira.", "publication": "published"}

    with pytest.raises(WrongSheetError) as wrong:
        edit_sheet(pact.sheet_id, says={**summary, "maturity": "validated"}, by=pact.lina)
    assert wrong.value.faults == {"publication": SheetFault.NOT_YOURS, "maturity": SheetFault.NOT_YOURS}
    edit_sheet(pact.sheet_id, says={**summary, "publication": "proposed"}, by=pact.lina)
    edit_sheet(pact.sheet_id, says=summary, by=pact.claire)

    assert sheet(pact.sheet_id).publication == "published"


def test_what_is_published_and_rewritten_by_its_carrier_waits_for_a_pilot_again(pact):
    says = {"public_summary": "La ludothèque ouvrira.", "publication": "published"}
    edit_sheet(pact.sheet_id, says=says, by=pact.claire)

    edit_sheet(pact.sheet_id, says={"public_summary": "Elle est ouverte."}, by=pact.lina)

    assert sheet(pact.sheet_id).publication == "proposed"


@pytest.mark.parametrize(
    ("says", "faults"),
    [
        ({"title": "  "}, {"title": SheetFault.REQUIRED}),
        ({"title": "x" * 301}, {"title": SheetFault.TOO_LONG}),
        ({"description": "x" * 20_001}, {"description": SheetFault.TOO_LONG}),
        ({"status": "late"}, {"status": SheetFault.UNKNOWN}),
        ({"themes": ["culture", "magic"]}, {"themes": SheetFault.UNKNOWN}),
        ({"age_min": 121}, {"age_min": SheetFault.OUT_OF_RANGE}),
        ({"age_min": 30, "age_max": 20}, {"age_max": SheetFault.BACKWARDS}),
        (
            {"start_on": datetime.date(2024, 3, 2), "end_on": datetime.date(2024, 3, 1)},
            {"end_on": SheetFault.BACKWARDS},
        ),
        ({"publication": "published"}, {"public_summary": SheetFault.REQUIRED}),
    ],
)
def test_what_cannot_be_kept_is_said_field_by_field_and_nothing_is_kept(pact, says, faults):
    before = ActionSheet.objects.values().get(pk=pact.sheet_id)

    with pytest.raises(WrongSheetError) as wrong:
        edit_sheet(pact.sheet_id, says=says, by=OPERATOR)

    assert wrong.value.faults == faults
    assert ActionSheet.objects.values().get(pk=pact.sheet_id) == before


def test_what_does_not_exist_is_not_found(pact):
    for act in (
        lambda: edit_sheet(999_999, says={}, by=OPERATOR),
        lambda: open_sheet(999_999, says={"title": "x"}, by=OPERATOR),
        lambda: name_pilot(999_999, institution_id=pact.workshop, by=OPERATOR),
        lambda: name_pilot(axis().pk, institution_id=999_999, by=OPERATOR),
        lambda: open_sheet(measure().pk, says={"title": "x"}, lead_id=999_999, by=OPERATOR),
    ):
        with pytest.raises(LookupError):
            act()
