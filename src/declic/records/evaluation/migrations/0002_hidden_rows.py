"""PostgreSQL shows the evaluation of a programme whose document is under review to those who review."""

from django.db import migrations

from declic.records.journal.hiding import hiding_hung_rows


INDICATOR = "evaluation_indicator"
HUNG = {
    INDICATOR: ("programme_id", "pact_programme"),
    "evaluation_periodlock": ("programme_id", "pact_programme"),
    "evaluation_indicatortarget": ("indicator_id", INDICATOR),
    "evaluation_indicatorrule": ("indicator_id", INDICATOR),
    "evaluation_observation": ("indicator_id", INDICATOR),
}


class Migration(migrations.Migration):
    dependencies = [("evaluation", "0001_initial"), ("deliveries", "0002_hidden_rows")]
    operations = [hiding_hung_rows(HUNG)]
