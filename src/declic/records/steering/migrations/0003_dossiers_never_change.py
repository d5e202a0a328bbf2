"""The database itself refuses to change or remove a dossier."""

from django.db import migrations


REFUSAL = "a dossier never changes"
SQLITE = {
    "update": f"CREATE TRIGGER steering_dossier_no_update BEFORE UPDATE ON steering_dossier "
    f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END",
    "delete": f"CREATE TRIGGER steering_dossier_no_delete BEFORE DELETE ON steering_dossier "
    f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END",
}
POSTGRESQL = (
    "CREATE FUNCTION steering_dossier_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$",
    "CREATE TRIGGER steering_dossier_no_change BEFORE UPDATE OR DELETE ON steering_dossier "
    "FOR EACH ROW EXECUTE FUNCTION steering_dossier_refuse()",
    "CREATE TRIGGER steering_dossier_no_truncate BEFORE TRUNCATE ON steering_dossier "
    "FOR EACH STATEMENT EXECUTE FUNCTION steering_dossier_refuse()",
)


def set_guards(apps, schema_editor):
    statements = SQLITE.values() if schema_editor.connection.vendor == "sqlite" else POSTGRESQL
    for statement in statements:
        schema_editor.execute(statement)


def lift_guards(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER steering_dossier_no_update")
        schema_editor.execute("DROP TRIGGER steering_dossier_no_delete")
        return
    schema_editor.execute("DROP TRIGGER steering_dossier_no_change ON steering_dossier")
    schema_editor.execute("DROP TRIGGER steering_dossier_no_truncate ON steering_dossier")
    schema_editor.execute("DROP FUNCTION steering_dossier_refuse()")


class Migration(migrations.Migration):
    dependencies = [("steering", "0002_hidden_rows")]
    operations = [migrations.RunPython(set_guards, lift_guards, elidable=False)]
