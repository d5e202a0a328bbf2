"""PostgreSQL shows what was done for a programme whose document is under review to those who review."""

from django.db import migrations

from declic.records.journal.hiding import hiding_hung_rows


HUNG = {"deliveries_delivery": ("measure_id", "pact_measure")}


class Migration(migrations.Migration):
    dependencies = [("deliveries", "0001_initial"), ("money", "0002_hidden_rows")]
    operations = [hiding_hung_rows(HUNG)]
