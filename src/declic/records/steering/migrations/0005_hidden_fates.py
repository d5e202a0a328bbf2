"""PostgreSQL shows what is written of a programme under review to those who review: healths, carry-overs."""

from django.db import migrations

from declic.records.journal.hiding import REVIEWING, hide, hung_on, sees, show


HUNG = {
    "steering_writtenhealth": ("sheet_id", "sheets_actionsheet"),
    "steering_carryover": ("measure_id", "pact_measure"),
}


def hide_rows(apps, editor):
    for table, (column, above) in HUNG.items():
        hide(editor, table=table, unless=f"{sees(REVIEWING)} OR {hung_on(column, table=above)}")


def show_rows(apps, editor):
    for table in HUNG:
        show(editor, table=table)


class Migration(migrations.Migration):
    dependencies = [("steering", "0004_what_a_decision_changes")]
    operations = [migrations.RunPython(hide_rows, show_rows, elidable=False)]
