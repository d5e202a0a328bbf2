"""The text's own number of a measure is kept beside a computed one, and never changes either."""

from importlib import import_module

from django.db import migrations, models
from django.db.models import F, Q


words = import_module("declic.records.pact.migrations.0002_measures_never_change")
KEPT = (*words.KEPT, "published_number")


def set_guard(apps, schema_editor):
    words.guard(schema_editor, kept=KEPT)


class Migration(migrations.Migration):
    dependencies = [("pact", "0004_hidden_rows")]
    operations = [
        migrations.RunPython(words.lift_guard, words.set_guard, elidable=False),
        migrations.AddField("measure", "published_number", models.CharField(blank=True, default="", max_length=60), preserve_default=False),
        migrations.AddConstraint(
            "measure",
            models.CheckConstraint(condition=~Q(published_number=F("number")), name="pact_measure_number_computed"),
        ),
        migrations.RunPython(set_guard, words.lift_guard, elidable=False),
    ]
