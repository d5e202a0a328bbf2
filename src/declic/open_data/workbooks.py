"""Tables as one .xlsx: numbers are numbers, days are days, and every word is a text that no spreadsheet runs."""

import datetime
import io
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from declic.records.sheets.spreadsheet.files import text_cell


Value = str | int | Decimal | datetime.date | None
LONGEST_NAME = 31
"""The most that a spreadsheet lets a sheet be called."""


@dataclass(frozen=True, slots=True)
class TableFile:
    """A sheet of a workbook: its name, the heads of its columns, its rows."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def workbook_of(tables: Sequence[TableFile]) -> bytes:
    """Write the tables as the sheets of a workbook, in their order."""
    book = Workbook(write_only=True)
    for table in tables:
        sheet = book.create_sheet(table.name[:LONGEST_NAME])
        sheet.freeze_panes = "A2"
        for row in (table.heads, *table.rows):
            sheet.append([_cell(sheet, value) for value in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(sheet: Any, value: Value) -> Any:
    if isinstance(value, str):
        return text_cell(sheet, value)
    cell: Any = WriteOnlyCell(sheet)
    cell.value = value
    return cell
