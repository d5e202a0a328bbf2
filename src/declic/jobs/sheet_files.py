"""The action sheets of a pact as a spreadsheet of 28 columns, from the machine: read by the code that the pages use."""

from collections.abc import Callable, Sequence
from pathlib import Path

from declic.jobs.given_files import keep_bytes, load
from declic.jobs.refusals import RefusedError
from declic.jobs.site import database, demand_prepared
from declic.jobs.voice import Voice
from declic.records.accounts.viewers import OPERATOR
from declic.records.sheets.reads import sheets_table
from declic.records.sheets.spreadsheet.files import UnreadableSpreadsheetError, csv_of, rows_of, workbook_of
from declic.records.sheets.spreadsheet.importing import ImportReport
from declic.records.sheets.writes import import_sheets


SOME_REFUSED = 3
Tell = Callable[[str], None]


def bring_sheets(slug: str, path: Path, *, is_preview: bool, tell: Tell, voice: Voice) -> int:
    """
    Keep the sheets of a spreadsheet and say what became of each row; 0, or 3 where rows were refused.

    Raises RefusedError, in one sentence, for a file that is no such spreadsheet and for an unknown pact.
    """
    demand_prepared(voice=voice)
    try:
        rows = rows_of(load(path, voice=voice))
    except UnreadableSpreadsheetError as error:
        raise RefusedError(voice.say("{path}: {reason}", path=path, reason=error)) from error
    with database(voice=voice):
        try:
            report = import_sheets(slug, rows=rows, by=OPERATOR, is_preview=is_preview)
        except LookupError as error:
            raise _unknown(slug, voice=voice) from error
    for sentence in _said(report, voice=voice):
        tell(sentence)
    if is_preview:
        tell(voice.say("Nothing was kept: this was a preview."))
    return SOME_REFUSED if report.refused else 0


def write_sheets(slug: str, path: Path, *, tell: Tell, voice: Voice) -> None:
    """Write the sheets of a pact: a .csv where the file is named so, an .xlsx otherwise. Raises RefusedError."""
    demand_prepared(voice=voice)
    with database(voice=voice):
        try:
            table = sheets_table(slug, viewer=OPERATOR)
        except LookupError as error:
            raise _unknown(slug, voice=voice) from error
    data = csv_of(table) if path.suffix.lower() == ".csv" else workbook_of(table)
    keep_bytes(path, data=data, source=None, voice=voice)
    tell(voice.say("{path}: sheets written: {count}.", path=path, count=len(table)))


def _said(report: ImportReport, *, voice: Voice) -> Sequence[str]:
    said = [
        voice.say("Opened: {codes}", codes=", ".join(report.created) or "–"),
        voice.say("Changed: {codes}", codes=", ".join(report.changed) or "–"),
        voice.say("Left as they are: {count}", count=report.unchanged_count),
    ]
    said += [
        voice.say(
            "Line {number}, column « {column} »: {reason}",
            number=one.number,
            column=one.column,
            reason=one.reason,
        )
        for one in report.refused
    ]
    return said


def _unknown(slug: str, *, voice: Voice) -> RefusedError:
    return RefusedError(voice.say("{slug}: no pact has this address here.", slug=slug))
