"""What sheets answer."""

from declic.records.sheets.values.lines import (
    BlockerLine,
    CommentLine,
    InstitutionOnSheet,
    MilestoneLine,
    NoteLine,
    PersonOnSheet,
    SheetLine,
)
from declic.records.sheets.values.pages import (
    ChangeLine,
    Colleague,
    ExpectedAction,
    HistoryPage,
    LedMeasure,
    MeasureSheets,
    MentionLine,
    NamedLine,
    PilotedAxis,
    PilotsPage,
    PublishedSheet,
    SheetPage,
    SheetsPage,
    TemplateLine,
)


__all__ = [
    "BlockerLine",
    "ChangeLine",
    "Colleague",
    "CommentLine",
    "ExpectedAction",
    "HistoryPage",
    "InstitutionOnSheet",
    "LedMeasure",
    "MeasureSheets",
    "MentionLine",
    "MilestoneLine",
    "NamedLine",
    "NoteLine",
    "PersonOnSheet",
    "PilotedAxis",
    "PilotsPage",
    "PublishedSheet",
    "SheetLine",
    "SheetPage",
    "SheetsPage",
    "TemplateLine",
]
