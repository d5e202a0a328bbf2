"""The rows of action sheets."""

from declic.records.sheets.models.following import Blocker, Comment, Mention, Milestone, Note
from declic.records.sheets.models.histories import FieldChange
from declic.records.sheets.models.people import AxisPilot, MeasureLead, SheetInstitution, SheetPerson
from declic.records.sheets.models.sheets import ActionSheet
from declic.records.sheets.models.templates import SheetTemplate


__all__ = [
    "ActionSheet",
    "AxisPilot",
    "Blocker",
    "Comment",
    "FieldChange",
    "MeasureLead",
    "Mention",
    "Milestone",
    "Note",
    "SheetInstitution",
    "SheetPerson",
    "SheetTemplate",
]
