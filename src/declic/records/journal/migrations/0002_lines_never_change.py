"""The database itself refuses to change or remove a line of the journal."""

from django.db import migrations


SQLITE = {
    "update": "CREATE TRIGGER journal_line_no_update BEFORE UPDATE ON journal_line "
    "BEGIN SELECT RAISE(ABORT, 'a line of the journal is never changed'); END",
    "delete": "CREATE TRIGGER journal_line_no_delete BEFORE DELETE ON journal_line "
    "BEGIN SELECT RAISE(ABORT, 'a line of the journal is never removed'); END",
}
POSTGRESQL = (
    "CREATE FUNCTION journal_line_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'a line of the journal is never changed or removed'; END $$",
    "CREATE TRIGGER journal_line_no_change BEFORE UPDATE OR DELETE ON journal_line "
    "FOR EACH ROW EXECUTE FUNCTION journal_line_refuse()",
    "CREATE TRIGGER journal_line_no_truncate BEFORE TRUNCATE ON journal_line "
    "FOR EACH STATEMENT EXECUTE FUNCTION journal_line_refuse()",
)


def set_guards(apps, schema_editor):
    statements = SQLITE.values() if schema_editor.connection.vendor == "sqlite" else POSTGRESQL
    for statement in statements:
        schema_editor.execute(statement)


def lift_guards(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER journal_line_no_update")
        schema_editor.execute("DROP TRIGGER journal_line_no_delete")
        return
    schema_editor.execute("DROP TRIGGER journal_line_no_change ON journal_line")
    schema_editor.execute("DROP TRIGGER journal_line_no_truncate ON journal_line")
    schema_editor.execute("DROP FUNCTION journal_line_refuse()")


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]
    operations = [migrations.RunPython(set_guards, lift_guards, elidable=False)]
