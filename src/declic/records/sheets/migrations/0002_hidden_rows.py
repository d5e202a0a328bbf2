"""PostgreSQL shows what hangs on a programme whose document is under review to those who review."""

from django.db import migrations

from declic.records.journal.hiding import REVIEWING, hide, hung_on, sees, show


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


def hide_rows(apps, editor):
    for table, (column, above) in HUNG.items():
        hide(editor, table=table, unless=f"{sees(REVIEWING)} OR {hung_on(column, table=above)}")


def show_rows(apps, editor):
    for table in HUNG:
        show(editor, table=table)


class Migration(migrations.Migration):
    dependencies = [("sheets", "0001_initial"), ("pact", "0004_hidden_rows")]
    operations = [migrations.RunPython(hide_rows, show_rows, elidable=False)]
