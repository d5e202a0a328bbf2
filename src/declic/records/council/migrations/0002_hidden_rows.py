"""PostgreSQL shows a sitting whose document is under review, and what hangs on it, to those who review."""

from django.db import migrations

from declic.records.journal.hiding import hiding_hung_rows


SITTING, MEMBER, ACT = "council_sitting", "council_attendance", "council_deliberation"
HUNG = {
    SITTING: ("version_id", "sources_version"),
    "council_sittingsource": ("sitting_id", SITTING),
    "council_agendaitem": ("sitting_id", SITTING),
    MEMBER: ("sitting_id", SITTING),
    "council_presencerange": ("member_id", MEMBER),
    "council_substitute": ("sitting_id", SITTING),
    "council_proxy": ("sitting_id", SITTING),
    "council_signature": ("sitting_id", SITTING),
    ACT: ("sitting_id", SITTING),
    "council_decision": ("deliberation_id", ACT),
    "council_vote": ("deliberation_id", ACT),
}


class Migration(migrations.Migration):
    dependencies = [("council", "0001_initial"), ("sources", "0003_hidden_rows")]
    operations = [hiding_hung_rows(HUNG)]
