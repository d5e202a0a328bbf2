"""Answers about sheets: who answers, what each says, how it goes, what is expected of whom."""

from declic.records.sheets.queries import UnknownSheetError
from declic.records.sheets.reads.answering import colleagues, pilots_page, took_away
from declic.records.sheets.reads.bulk import bulk_changes
from declic.records.sheets.reads.expecting import my_actions
from declic.records.sheets.reads.listing import (
    measure_sheets,
    published_sheets,
    sheets_below,
    sheets_header,
    sheets_page,
    sheets_table,
    templates,
)
from declic.records.sheets.reads.pages import sheet_brief, sheet_history, sheet_page
from declic.records.sheets.reads.timeline import timeline


__all__ = [
    "UnknownSheetError",
    "bulk_changes",
    "colleagues",
    "measure_sheets",
    "my_actions",
    "pilots_page",
    "published_sheets",
    "sheet_brief",
    "sheet_history",
    "sheet_page",
    "sheets_below",
    "sheets_header",
    "sheets_page",
    "sheets_table",
    "templates",
    "timeline",
    "took_away",
]
