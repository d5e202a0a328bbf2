"""PostgreSQL shows a programme whose document is under review, and what hangs on it, to those who review."""

from django.db import migrations

from declic.records.journal.hiding import hiding_hung_rows


PROGRAMME = "pact_programme"
HUNG = {
    PROGRAMME: ("version_id", "sources_version"),
    **{
        f"pact_{name}": ("programme_id", PROGRAMME)
        for name in (
            "programmesource",
            "coverage",
            "signatory",
            "signatureblock",
            "article",
            "diagnosisreason",
            "body",
            "keydate",
            "event",
            "finding",
            "axis",
            "measure",
            "role",
            "ongoingaction",
            "contextfigure",
            "amount",
        )
    },
    "pact_representative": ("signatory_id", "pact_signatory"),
    "pact_findingpassage": ("finding_id", "pact_finding"),
    "pact_axiswording": ("axis_id", "pact_axis"),
    "pact_section": ("axis_id", "pact_axis"),
    "pact_measurename": ("measure_id", "pact_measure"),
}


class Migration(migrations.Migration):
    dependencies = [("pact", "0003_editions"), ("council", "0002_hidden_rows")]
    operations = [hiding_hung_rows(HUNG)]
