"""From sheets to rows of 28 texts."""

from collections.abc import Iterable, Mapping
from typing import Any

from declic.records.sheets.choices import PersonRole, SheetRole
from declic.records.sheets.models import ActionSheet, SheetInstitution
from declic.records.sheets.spreadsheet.columns import (
    COLUMNS,
    FUNDERS,
    PARTICIPATIONS,
    PRIORITIES,
    STATUSES,
    TEXTS,
    Column,
)
from declic.records.sheets.spreadsheet.files import Row


PEOPLE = {
    Column.DEPARTMENT: PersonRole.DEPARTMENT,
    Column.PILOT: PersonRole.PILOT,
    Column.ELECTED: PersonRole.ELECTED,
}


def row_of(sheet: ActionSheet) -> Row:
    """Give the row of a sheet fetched by `queries.whole`; several names in one cell are one a line."""
    said = {column: str(getattr(sheet, name)) for column, name in TEXTS.items()}
    said |= _place(sheet)
    said |= _people(sheet)
    said |= _money(sheet)
    said |= {
        Column.PARTICIPATION: _word(PARTICIPATIONS, sheet.participation),
        Column.STATUS: _word(STATUSES, sheet.status),
        Column.PRIORITY: _word(PRIORITIES, sheet.priority),
        Column.START: sheet.start_on.strftime("%d/%m/%Y") if sheet.start_on else "",
        Column.END: sheet.end_on.strftime("%d/%m/%Y") if sheet.end_on else "",
    }
    return tuple(said.get(column, "") for column in COLUMNS)


def _place(sheet: ActionSheet) -> dict[Column, str]:
    measure, axis, parent = sheet.measure, sheet.measure.axis, sheet.parent
    title = measure.plain_title
    return {
        Column.AXIS: f"{axis.number}. {axis.title}" if axis else "",
        Column.MEASURE: f"Mesure {measure.number}" + (f" : {title}" if title else ""),
        Column.TITLE: parent.title if parent else sheet.title,
        Column.PART_TITLE: sheet.title if parent else "",
    }


def _people(sheet: ActionSheet) -> dict[Column, str]:
    people, institutions = list(sheet.people.all()), list(sheet.institutions.all())
    carriers = _named(one for one in institutions if one.role == SheetRole.LEAD)
    carriers += _named(one for one in institutions if one.role == SheetRole.COLEAD)
    said = {
        Column.LEAD: "\n".join(carriers),
        Column.PARTNERS: "\n".join(_named(one for one in institutions if one.role == SheetRole.PARTNER)),
    }
    for column, role in PEOPLE.items():
        said[column] = "\n".join(sorted(one.words for one in people if one.role == role))
    return said


def _named(rows: Iterable[SheetInstitution]) -> list[str]:
    return sorted(row.institution.name for row in rows)


def _money(sheet: ActionSheet) -> dict[Column, str]:
    said = {Column.BUDGET: "" if sheet.announced_budget is None else f"{sheet.announced_budget:f}"}
    for (funder, amount), pair in zip(FUNDERS, sheet.announced_funders, strict=False):
        said[funder], said[amount] = pair
    return said


def _word(words: Mapping[Any, str], value: str) -> str:
    return next((said for one, said in words.items() if one == value), "")
