"""A dossier as PDF and as a spreadsheet: the same frozen facts give the same bytes."""

import datetime
import io
import json
import zipfile
from dataclasses import asdict
from importlib.resources import files
from typing import Final

import typst
from django.conf import settings
from django.utils.translation import override
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from declic.open_data.cells import harmless
from declic.records.steering.values import FrozenDossier
from declic.web.pilots.committees.dossiers.contents import Shown, shown
from declic.web.pilots.committees.dossiers.parts import Said


LAYOUT = "dossier.typ"
ACCESSIBLE: Final = "ua-1"
"""PDF/UA-1: headings, tables and language are said to screen readers; typst refuses what is not."""

NO_HOUR = (1980, 1, 1, 0, 0, 0)
"""The hour of every file inside a spreadsheet: the first that a zip knows."""

NEVER = datetime.datetime(1980, 1, 1)  # noqa: DTZ001 — a spreadsheet knows no time zone
WIDEST = 60


def dossier_pdf(dossier: FrozenDossier) -> bytes:
    """Write the dossier as an accessible PDF."""
    with override(settings.LANGUAGE_CODE):
        content = json.dumps(asdict(shown(dossier)), ensure_ascii=False, sort_keys=True, default=str)
    layout = files(__package__).joinpath(LAYOUT).read_bytes()
    written: bytes = typst.compile(
        layout, sys_inputs={"dossier": content}, ignore_system_fonts=True, pdf_standards=[ACCESSIBLE]
    )
    return written


def dossier_xlsx(dossier: FrozenDossier) -> bytes:
    """Write the dossier as a spreadsheet: one sheet a section, no cell that runs as a formula."""
    with override(settings.LANGUAGE_CODE):
        told = shown(dossier)
    book = Workbook()
    book.properties.creator, book.properties.title = told.author, told.title
    book.properties.created = book.properties.modified = NEVER
    first = book.active
    if isinstance(first, Worksheet):
        book.remove(first)
    for section in told.sections:
        sheet = book.create_sheet(section.name[:31])
        _fill(sheet, told=told, name=section.name)
    target = io.BytesIO()
    book.save(target)
    return _without_hours(target.getvalue())


def _fill(sheet: Worksheet, *, told: Shown, name: str) -> None:
    section = next(one for one in told.sections if one.name == name)
    _bold(sheet, section.title, size=14)
    sheet.append([harmless(f"{told.title}, {told.known}")])
    for part in section.parts:
        sheet.append([])
        if part.title:
            _bold(sheet, part.title, size=12)
        for words in part.words:
            sheet.append([harmless(words)])
        if part.rows:
            _bold(sheet, *part.heads, size=11)
        for row in part.rows:
            _write(sheet, row)
    rows = [row for part in section.parts for row in part.rows]
    for column in range(max((len(row) for row in rows), default=0)):
        longest = max(len(row[column].words) for row in rows if len(row) > column)
        sheet.column_dimensions[get_column_letter(column + 1)].width = min(max(longest + 2, 10), WIDEST)


def _write(sheet: Worksheet, row: tuple[Said, ...]) -> None:
    """Write a row: numbers and days as a spreadsheet counts with them, all else as words."""
    sheet.append([harmless(said.words) if said.value is None else said.value for said in row])
    for cell, said in zip(sheet[sheet.max_row], row, strict=True):
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        if said.value is not None:
            cell.number_format = said.shown_as


def _bold(sheet: Worksheet, *words: str, size: int) -> None:
    sheet.append([harmless(word) for word in words])
    for cell in sheet[sheet.max_row]:
        cell.font = Font(bold=True, size=size)


def _without_hours(data: bytes) -> bytes:
    """Write a zip again without the hour at which it was made."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as given,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as kept,
    ):
        for name in sorted(given.namelist()):
            content = given.read(name)
            if name == "docProps/core.xml":
                content = _unstamped(content)
            entry = zipfile.ZipInfo(name, NO_HOUR)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            kept.writestr(entry, content)
    return target.getvalue()


def _unstamped(core: bytes) -> bytes:
    """Take the hour of writing out of the properties: the library sets it as it saves."""
    start, end = core.find(b"<dcterms:modified"), core.find(b"</dcterms:modified>")
    if start < 0 or end < 0:
        return core
    value = core.index(b">", start) + 1
    return core[:value] + b"1980-01-01T00:00:00Z" + core[end:]
