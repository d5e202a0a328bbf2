"""PostgreSQL shows what hangs on a programme whose document is under review to those who review."""

from django.db import migrations

from declic.records.journal.hiding import hiding_hung_rows


SHEET = "sheets_actionsheet"
HUNG = {
    "sheets_axispilot": ("axis_id", "pact_axis"),
    "sheets_measurelead": ("measure_id", "pact_measure"),
    SHEET: ("measure_id", "pact_measure"),
    "sheets_fieldchange": ("programme_id", "pact_programme"),
    **{
        f"sheets_{name}": ("sheet_id", SHEET)
        for name in ("sheetinstitution", "sheetperson", "milestone", "blocker", "note", "comment")
    },
    "sheets_mention": ("comment_id", "sheets_comment"),
}


class Migration(migrations.Migration):
    dependencies = [("sheets", "0001_initial"), ("pact", "0004_hidden_rows")]
    operations = [hiding_hung_rows(HUNG)]
