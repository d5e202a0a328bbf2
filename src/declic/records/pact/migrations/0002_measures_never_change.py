"""The database itself refuses that the number or the official text of a measure, or its proof, changes."""

from django.db import migrations


REFUSAL = "the number and the official text of a measure never change"
KEPT = ("programme_id", "number", "official_text", "citation_id")


def guard(schema_editor, *, kept):
    """Refuse that any of these columns changes."""
    for statement in _sqlite(kept) if schema_editor.connection.vendor == "sqlite" else _postgresql(kept):
        schema_editor.execute(statement)


def _sqlite(kept):
    changes = " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in kept)
    return (
        f"CREATE TRIGGER pact_measure_keeps_its_words BEFORE UPDATE ON pact_measure WHEN {changes}"
        f" BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END",
    )


def _postgresql(kept):
    changes = " OR ".join(f"NEW.{column} IS DISTINCT FROM OLD.{column}" for column in kept)
    return (
        "CREATE FUNCTION pact_measure_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$",
        "CREATE TRIGGER pact_measure_keeps_its_words BEFORE UPDATE ON pact_measure FOR EACH ROW WHEN ("
        f"{changes}) EXECUTE FUNCTION pact_measure_refuse()",
    )


def set_guard(apps, schema_editor):
    guard(schema_editor, kept=KEPT)


def lift_guard(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER pact_measure_keeps_its_words")
        return
    schema_editor.execute("DROP TRIGGER pact_measure_keeps_its_words ON pact_measure")
    schema_editor.execute("DROP FUNCTION pact_measure_refuse()")


class Migration(migrations.Migration):
    dependencies = [("pact", "0001_initial")]
    operations = [migrations.RunPython(set_guard, lift_guard, elidable=False)]
