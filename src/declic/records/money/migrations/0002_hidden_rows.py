"""PostgreSQL shows the money of a programme whose document is under review to those who review."""

from django.db import migrations

from declic.records.journal.hiding import REVIEWING, hide, hung_on, sees, show


HUNG = {
    "money_fundingline": ("programme_id", "pact_programme"),
    "money_plannedcost": ("sheet_id", "sheets_actionsheet"),
    "money_mediatorpost": ("measure_id", "pact_measure"),
    "money_promisereading": ("measure_id", "pact_measure"),
    "money_postimport": ("programme_id", "pact_programme"),
    "money_fundedpostrow": ("programme_id", "pact_programme"),
}


def hide_rows(apps, editor):
    for table, (column, above) in HUNG.items():
        hide(editor, table=table, unless=f"{sees(REVIEWING)} OR {hung_on(column, table=above)}")


def show_rows(apps, editor):
    for table in HUNG:
        show(editor, table=table)


class Migration(migrations.Migration):
    dependencies = [("money", "0001_initial"), ("sheets", "0002_hidden_rows")]
    operations = [migrations.RunPython(hide_rows, show_rows, elidable=False)]
