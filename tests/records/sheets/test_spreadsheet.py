"""The spreadsheet of 28 columns: what is exported is imported again, twice is once, and what is refused says why."""

import datetime
import io
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from openpyxl import Workbook, load_workbook

from declic.records.accounts.rights import NotAllowedError
from declic.records.accounts.viewers import OPERATOR, VISITOR
from declic.records.partners.models import Institution
from declic.records.sheets import reads, writes
from declic.records.sheets.choices import (
    Participation,
    PersonRole,
    Priority,
    SheetRole,
    SheetStatus,
)
from declic.records.sheets.models import (
    ActionSheet,
    FieldChange,
    Milestone,
    SheetInstitution,
    SheetPerson,
)
from declic.records.sheets.spreadsheet.columns import COLUMNS, Column
from declic.records.sheets.spreadsheet.files import (
    UnreadableSpreadsheetError,
    csv_of,
    rows_of,
    workbook_of,
)
from tests.records.sheets.invented import Steered, measure, sheet, steered


pytestmark = pytest.mark.django_db
BOTH: list[Callable[[Any], bytes]] = [workbook_of, csv_of]
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=20)
LINES = st.lists(WORDS, max_size=3).map("\n".join)
DAYS = st.none() | st.dates(datetime.date(2020, 1, 1), datetime.date(2024, 1, 1))
LATER = st.none() | st.dates(datetime.date(2024, 1, 1), datetime.date(2030, 1, 1))
CENTS = st.decimals(0, 10**7, places=2)
FUNDERS = st.lists(st.tuples(st.text("abc=é", min_size=1, max_size=5), CENTS.map(str)), max_size=3)
SAYS = st.fixed_dictionaries(
    {},
    optional={
        "description": LINES,
        "objectives": LINES,
        "means": LINES,
        "governance_note": LINES,
        "indicators_note": LINES,
        "funding_note": LINES,
        "start_on": DAYS,
        "end_on": LATER,
        "status": st.sampled_from(SheetStatus.values),
        "priority": st.sampled_from(["", *Priority.values]),
        "participation": st.sampled_from(["", *Participation.values]),
        "announced_budget": st.none() | CENTS,
        "announced_funders": FUNDERS,
    },
)
SHEETS = st.lists(
    st.tuples(
        SAYS, st.sampled_from(["10", "20"]), st.lists(WORDS.filter(lambda one: one.strip() != ""), max_size=2)
    ),
    max_size=3,
)


@pytest.fixture
def pact() -> Steered:
    return steered()


def wiped() -> None:
    for model in (FieldChange, Milestone, SheetInstitution, SheetPerson, ActionSheet):
        model.objects.all().delete()


def filled(slug: str, given_sheets: list[Any]) -> None:
    """Open sheets that say what is given, each with people and institutions."""
    places = list(Institution.objects.order_by("pk")[:3])
    for number, (says, which, people) in enumerate(given_sheets):
        made = writes.open_sheet(measure(which).pk, says={"title": f"Fiche {number}", **says}, by=OPERATOR)
        for place, role in zip(places, (SheetRole.LEAD, SheetRole.COLEAD, SheetRole.PARTNER), strict=True):
            writes.put_institution(made, institution_id=place.pk, role=role, by=OPERATOR)
        for words in people:
            writes.put_person(made, role=PersonRole.ELECTED, words=words, by=OPERATOR)
    assert slug


@pytest.mark.parametrize("as_file", BOTH)
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(given_sheets=SHEETS)
def test_what_is_exported_and_imported_again_is_the_same(as_file, given_sheets):
    slug = (Institution.objects.exists() and "pacte-des-deux-rives") or steered().slug
    wiped()
    filled(slug, given_sheets)
    table = reads.sheets_table(slug, viewer=OPERATOR)

    again = writes.import_sheets(slug, rows=rows_of(as_file(table)), by=OPERATOR)
    assert (again.created, again.changed, again.refused) == ((), (), ())
    wiped()
    report = writes.import_sheets(slug, rows=rows_of(as_file(table)), by=OPERATOR)

    assert report.refused == ()
    assert reads.sheets_table(slug, viewer=OPERATOR) == table


def row(**cells: str) -> tuple[str, ...]:
    return tuple(cells.get(column.name.lower(), "") for column in COLUMNS)


GOOD = row(
    measure="Mesure 10 : jouer",
    title="Prêter des jeux",
    status="en cours",
    start="01/03/2024",
    lead="Médiathèque des Quais",
)


def test_importing_twice_changes_nothing_and_a_preview_keeps_nothing(pact):
    rows = [(2, GOOD)]

    preview = writes.import_sheets(pact.slug, rows=rows, by=pact.claire, is_preview=True)
    assert (preview.created, ActionSheet.objects.count()) == (("10-2",), 1)
    first = writes.import_sheets(pact.slug, rows=rows, by=pact.claire)
    second = writes.import_sheets(pact.slug, rows=rows, by=pact.claire)

    assert first.created == ("10-2",)
    assert (second.created, second.changed, second.unchanged_count) == ((), (), 1)
    made = ActionSheet.objects.get(sequence=2)
    assert (made.status, made.start_on) == ("ongoing", datetime.date(2024, 3, 1))
    assert made.institutions.get().institution.name == "Médiathèque des Quais"
    assert set(FieldChange.objects.filter(sheet=made).values_list("source", flat=True)) == {"import"}


def test_an_empty_cell_leaves_what_is_there(pact):
    writes.import_sheets(pact.slug, rows=[(2, GOOD)], by=pact.claire)

    bare = row(measure="10", title="Prêter des jeux", priority="moy")
    report = writes.import_sheets(pact.slug, rows=[(2, bare)], by=pact.claire)

    made = ActionSheet.objects.get(sequence=2)
    assert report.changed == ("10-2",)
    assert (made.priority, made.status) == ("medium", "ongoing")


@pytest.mark.parametrize(
    ("cells", "column", "reason"),
    [
        ({"title": ""}, Column.TITLE, "le titre de l'action manque"),
        ({"measure": "Axe sans chiffre"}, Column.MEASURE, "le numéro de la mesure manque"),
        ({"measure": "Mesure 99"}, Column.MEASURE, "« Mesure 99 » n'est pas une mesure de ce pacte"),
        ({"status": "Peut-être"}, Column.STATUS, "« Peut-être » n'est pas une valeur connue"),
        ({"priority": "??1"}, Column.PRIORITY, "« ??1 » n'est pas une valeur connue"),
        ({"start": "2024"}, Column.START, "« 2024 » n'est pas une date JJ/MM/AAAA"),
        ({"end": "31/02/2024"}, Column.END, "« 31/02/2024 » n'est pas une date JJ/MM/AAAA"),
        ({"start": "02/03/2024", "end": "01/03/2024"}, Column.END, "la fin vient avant le début"),
        ({"budget": "beaucoup"}, Column.BUDGET, "« beaucoup » n'est pas un montant"),
        ({"amount_1": "12"}, Column.FUNDER_1, "un montant sans financeur"),
        ({"funder_1": "Ville", "amount_1": "-3"}, Column.AMOUNT_1, "le montant est négatif"),
        (
            {"part_title": "Une part"},
            Column.TITLE,
            "l'action « Prêter des jeux » n'existe pas dans cette mesure",
        ),
    ],
)
def test_a_row_that_cannot_be_kept_says_its_number_its_column_and_why_and_the_others_are_kept(
    pact, cells, column, reason
):
    wrong = row(**{"measure": "10", "title": "Prêter des jeux", **cells})
    other = row(measure="10", title="Une autre fiche")

    report = writes.import_sheets(pact.slug, rows=[(7, wrong), (8, other)], by=pact.claire)

    assert [(one.number, one.column, one.reason) for one in report.refused] == [(7, column.value, reason)]
    assert report.created == ("10-2",)


def test_who_may_not_open_or_edit_a_sheet_has_its_row_refused(pact):
    mine = row(measure="10", title="Ouvrir la ludothèque le samedi", means="Deux postes")

    theirs = writes.import_sheets(pact.slug, rows=[(2, mine), (3, GOOD)], by=pact.hugo)
    ours = writes.import_sheets(pact.slug, rows=[(2, mine), (3, GOOD)], by=pact.lina)

    assert [one.reason for one in theirs.refused] == ["cette fiche n'est pas la vôtre"] * 2
    assert ours.changed == ("10-1",)
    assert [one.number for one in ours.refused] == [3]
    assert sheet(pact.sheet_id).means == "Deux postes"
    with pytest.raises(NotAllowedError):
        writes.import_sheets(pact.slug, rows=[], by=VISITOR)
    with pytest.raises(LookupError):
        writes.import_sheets("inconnu", rows=[], by=OPERATOR)


def test_a_member_does_not_add_institutions_by_a_spreadsheet(pact):
    said = row(measure="10", title="Ouvrir la ludothèque le samedi", partners="Club des inconnus")

    refused = writes.import_sheets(pact.slug, rows=[(2, said)], by=pact.lina)
    kept = writes.import_sheets(pact.slug, rows=[(2, said)], by=pact.claire)

    assert refused.refused[0].column == "Partenaires"
    assert not refused.changed
    assert kept.changed == ("10-1",)
    assert Institution.objects.filter(name="Club des inconnus").exists()


def test_a_part_stands_under_its_action_and_late_is_read_as_under_way(pact):
    rows = [
        (2, row(measure="10", title="Prêter", status="En retard")),
        (3, row(measure="10", title="Prêter", part_title="Acheter des jeux")),
    ]

    writes.import_sheets(pact.slug, rows=rows, by=pact.claire)

    part = ActionSheet.objects.get(title="Acheter des jeux")
    assert part.parent is not None
    assert (part.parent.title, part.parent.status, part.code) == ("Prêter", "ongoing", "10-3")


def test_a_workbook_made_elsewhere_is_read_with_its_dates_and_numbers(pact):
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["Un titre au-dessus"])
    page.append([column.value for column in COLUMNS])
    cells: list[Any] = list(row(measure="10", title="Prêter"))
    cells[COLUMNS.index(Column.START)] = datetime.datetime(2024, 3, 1)  # noqa: DTZ001 — as a workbook has it
    cells[COLUMNS.index(Column.BUDGET)] = 1500.5
    page.append(cells)
    out = io.BytesIO()
    book.save(out)

    writes.import_sheets(pact.slug, rows=rows_of(out.getvalue()), by=pact.claire)

    made = ActionSheet.objects.get(title="Prêter")
    assert (made.start_on, str(made.announced_budget)) == (datetime.date(2024, 3, 1), "1500.50")


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04rien", b"une;deux\n1;2\n", b"\xff\xfe\x00", b"x" * 1_000_001]
)
def test_a_file_that_is_no_such_spreadsheet_is_refused_in_one_sentence(data):
    with pytest.raises(UnreadableSpreadsheetError):
        rows_of(data)


def test_no_exported_cell_runs_as_a_formula(pact):
    writes.edit_sheet(pact.sheet_id, says={"means": "=cmd()", "description": "'=a"}, by=pact.claire)
    table = reads.sheets_table(pact.slug, viewer=pact.claire)

    book = load_workbook(io.BytesIO(workbook_of(table)))
    types = {cell.data_type for line in book.worksheets[0].iter_rows() for cell in line if cell.value}

    assert types == {"s"}
    assert "'=cmd()" in csv_of(table).decode()
    assert dict(zip(COLUMNS, rows_of(csv_of(table))[0][1], strict=True))[Column.DESCRIPTION] == "'=a"
