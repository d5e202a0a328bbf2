"""Changes of sheets: who answers, what a sheet says, its milestones, blockers, notes and comments."""

from declic.records.sheets.writes.answering import name_lead, name_pilot, unname_lead, unname_pilot
from declic.records.sheets.writes.following import (
    add_blocker,
    add_milestone,
    add_note,
    edit_blocker,
    edit_milestone,
    edit_note,
)
from declic.records.sheets.writes.importing import import_sheets
from declic.records.sheets.writes.people import (
    put_institution,
    put_person,
    take_institution_off,
    take_person_off,
)
from declic.records.sheets.writes.sheets import (
    LONGEST_NAME,
    edit_sheet,
    edit_sheets,
    keep_template,
    open_sheet,
)
from declic.records.sheets.writes.talking import add_comment


__all__ = [
    "LONGEST_NAME",
    "add_blocker",
    "add_comment",
    "add_milestone",
    "add_note",
    "edit_blocker",
    "edit_milestone",
    "edit_note",
    "edit_sheet",
    "edit_sheets",
    "import_sheets",
    "keep_template",
    "name_lead",
    "name_pilot",
    "open_sheet",
    "put_institution",
    "put_person",
    "take_institution_off",
    "take_person_off",
    "unname_lead",
    "unname_pilot",
]
