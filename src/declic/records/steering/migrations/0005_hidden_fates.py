"""PostgreSQL shows what is written of a programme under review to those who review: healths, carry-overs."""

from django.db import migrations

from declic.records.journal.hiding import hiding_hung_rows


HUNG = {
    "steering_writtenhealth": ("sheet_id", "sheets_actionsheet"),
    "steering_carryover": ("measure_id", "pact_measure"),
}


class Migration(migrations.Migration):
    dependencies = [("steering", "0004_what_a_decision_changes")]
    operations = [hiding_hung_rows(HUNG)]
