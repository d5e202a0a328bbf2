"""PostgreSQL shows what was done for a programme whose document is under review to those who review."""

from django.db import migrations

from declic.records.journal.hiding import REVIEWING, hide, hung_on, sees, show


DELIVERY = "deliveries_delivery"


def hide_rows(apps, editor):
    hide(editor, table=DELIVERY, unless=f"{sees(REVIEWING)} OR {hung_on('measure_id', table='pact_measure')}")


def show_rows(apps, editor):
    show(editor, table=DELIVERY)


class Migration(migrations.Migration):
    dependencies = [("deliveries", "0001_initial"), ("money", "0002_hidden_rows")]
    operations = [migrations.RunPython(hide_rows, show_rows, elidable=False)]
