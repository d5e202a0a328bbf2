"""PostgreSQL shows the evaluation of a programme whose document is under review to those who review."""

from django.db import migrations

from declic.records.journal.hiding import REVIEWING, hide, hung_on, sees, show


INDICATOR = "evaluation_indicator"
HUNG = {
    INDICATOR: ("programme_id", "pact_programme"),
    "evaluation_periodlock": ("programme_id", "pact_programme"),
    "evaluation_indicatortarget": ("indicator_id", INDICATOR),
    "evaluation_indicatorrule": ("indicator_id", INDICATOR),
    "evaluation_observation": ("indicator_id", INDICATOR),
}


def hide_rows(apps, editor):
    for table, (column, above) in HUNG.items():
        hide(editor, table=table, unless=f"{sees(REVIEWING)} OR {hung_on(column, table=above)}")


def show_rows(apps, editor):
    for table in HUNG:
        show(editor, table=table)


class Migration(migrations.Migration):
    dependencies = [("evaluation", "0001_initial"), ("deliveries", "0002_hidden_rows")]
    operations = [migrations.RunPython(hide_rows, show_rows, elidable=False)]
