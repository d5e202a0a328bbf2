"""PostgreSQL shows what steers a programme whose document is under review to those who review."""

from django.db import migrations

from declic.records.journal.hiding import hiding_hung_rows


COMMITTEE, MEETING, DECISION = "steering_committee", "steering_meeting", "steering_decision"
PROGRAMME = "pact_programme"
HUNG = {
    COMMITTEE: ("programme_id", PROGRAMME),
    "steering_mutedalert": ("programme_id", PROGRAMME),
    "steering_letter": ("programme_id", PROGRAMME),
    "steering_committeemember": ("committee_id", COMMITTEE),
    MEETING: ("committee_id", COMMITTEE),
    "steering_agendaitem": ("committee_id", COMMITTEE),
    "steering_attendance": ("meeting_id", MEETING),
    "steering_dossier": ("meeting_id", MEETING),
    DECISION: ("meeting_id", MEETING),
    "steering_decisioneffect": ("decision_id", DECISION),
    "steering_statusrequest": ("sheet_id", "sheets_actionsheet"),
}


class Migration(migrations.Migration):
    dependencies = [("steering", "0001_initial"), ("sheets", "0002_hidden_rows")]
    operations = [hiding_hung_rows(HUNG)]
