"""PostgreSQL shows the money of a programme whose document is under review to those who review."""

from django.db import migrations

from declic.records.journal.hiding import hiding_hung_rows


HUNG = {
    "money_fundingline": ("programme_id", "pact_programme"),
    "money_plannedcost": ("sheet_id", "sheets_actionsheet"),
    "money_mediatorpost": ("measure_id", "pact_measure"),
    "money_promisereading": ("measure_id", "pact_measure"),
    "money_postimport": ("programme_id", "pact_programme"),
    "money_fundedpostrow": ("programme_id", "pact_programme"),
}


class Migration(migrations.Migration):
    dependencies = [("money", "0001_initial"), ("sheets", "0002_hidden_rows")]
    operations = [hiding_hung_rows(HUNG)]
