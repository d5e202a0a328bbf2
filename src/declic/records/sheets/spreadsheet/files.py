"""The file itself, .xlsx or .csv: from bytes to rows of texts, and back."""

import csv
import datetime
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.utils.exceptions import InvalidFileException

from declic.records.partners.names import normalised
from declic.records.sheets.spreadsheet.columns import COLUMNS, Column


MOST_BYTES = 1_000_000
MOST_UNPACKED_BYTES = 60_000_000
MOST_ROWS = 3_000
FORMULA_STARTS = tuple("=+-@＝＋－＠\t\r\n")
UNSEEN = " \u00a0\u200b\ufeff"
"""What spreadsheets look behind."""

Row = tuple[str, ...]


class UnreadableSpreadsheetError(ValueError):
    """The file is no spreadsheet of these columns; the message says why, in French, for who sent it."""


def rows_of(data: bytes) -> tuple[tuple[int, Row], ...]:
    """
    Read a file: each row that says something, with its number in the file, as 28 texts.

    Raises UnreadableSpreadsheetError.
    """
    if len(data) > MOST_BYTES:
        raise UnreadableSpreadsheetError("Le fichier dépasse 1 Mo.")
    lines = _workbook(data) if data[:2] == b"PK" else _text(data)
    numbered = [(number, _cells(line)) for number, line in enumerate(lines, start=1)]
    head = next((place for place, (_number, cells) in enumerate(numbered) if _is_head(cells)), None)
    if head is None:
        raise UnreadableSpreadsheetError(
            "La ligne des 28 intitulés de colonnes manque, ou leur ordre diffère."
        )
    found = tuple((number, cells) for number, cells in numbered[head + 1 :] if any(cells))
    if len(found) > MOST_ROWS:
        raise UnreadableSpreadsheetError(f"Le fichier dépasse {MOST_ROWS} lignes.")
    return found


def workbook_of(rows: Iterable[Sequence[str]]) -> bytes:
    """Write rows as an .xlsx whose every cell is a text: none runs as a formula."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Fiches action")
    for row in (tuple(column.value for column in COLUMNS), *rows):
        cells = [text_cell(sheet, text) for text in row]
        sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def text_cell(sheet: Any, text: str) -> Any:
    """Give a cell that is a text, whatever it looks like: what no .xlsx may hold is left out."""
    cell = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub("", text) or None)
    if text:
        cell.data_type = "s"
    return cell


def csv_of(rows: Iterable[Sequence[str]]) -> bytes:
    """Write rows as a .csv that a spreadsheet opens as it is: semicolons, no cell that runs as a formula."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow([column.value for column in COLUMNS])
    writer.writerows([_guarded(text) for text in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _workbook(data: bytes) -> Iterator[Sequence[object]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(one.file_size for one in packed.infolist()) > MOST_UNPACKED_BYTES:
                raise UnreadableSpreadsheetError("Le fichier est trop gros une fois ouvert.")
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        yield from sheet.iter_rows(max_row=MOST_ROWS + 20, max_col=len(COLUMNS), values_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, IndexError, OSError, SyntaxError) as error:
        raise UnreadableSpreadsheetError("Ce fichier n'est pas un classeur .xlsx lisible.") from error


def _text(data: bytes) -> Iterator[Sequence[object]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    first = text.partition("\n")[0]
    delimiter = max(";\t,", key=first.count)
    try:
        for line in csv.reader(io.StringIO(text), delimiter=delimiter):
            yield [_unguarded(cell) for cell in line]
    except csv.Error as error:
        raise UnreadableSpreadsheetError("Ce fichier n'est ni un classeur .xlsx, ni un .csv.") from error


def _cells(line: Sequence[object]) -> Row:
    cells = [_said(value) for value in line[: len(COLUMNS)]]
    return (*cells, *([""] * (len(COLUMNS) - len(cells))))


def _said(value: object) -> str:
    match value:
        case None:
            return ""
        case datetime.datetime() | datetime.date():
            return value.strftime("%d/%m/%Y")
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value).replace("\r\n", "\n").strip()


def _is_head(cells: Row) -> bool:
    """Say whether these are the headings; the number that ours give to an amount is not asked for."""
    known = [_bare(column.value) for column in COLUMNS]
    return [_bare(cell) for cell in cells] == known


def _bare(heading: str) -> str:
    words = normalised(heading)
    return words.rstrip(" 123") if words.startswith("montant") else words


def _guarded(text: str) -> str:
    """Put a mark before what would run as a formula, and before what bears such a mark already."""
    return f"'{text}" if _runs(text) or _is_guarded(text) else text


def _unguarded(text: str) -> str:
    return text[1:] if _is_guarded(text) else text


def _runs(text: str) -> bool:
    return text.startswith(FORMULA_STARTS) or text.lstrip(UNSEEN).startswith(FORMULA_STARTS)


def _is_guarded(text: str) -> bool:
    rest = text[1:]
    return text[:1] == "'" and (_runs(rest) or _is_guarded(rest))


__all__ = ["Column", "Row", "UnreadableSpreadsheetError", "csv_of", "rows_of", "text_cell", "workbook_of"]
