"""
PostgreSQL shows the lines of the journal to who holds the machine alone; everyone adds to it.

`journal_head` gives whoever adds a line the seal of the last one, and nothing else of it.
"""

from django.db import migrations

from declic.records.journal.hiding import ALONE, hide, sees, show


HEAD = """
CREATE FUNCTION journal_head() RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  sight text := coalesce(current_setting('declic.sight', true), '');
  head text;
BEGIN
  PERFORM set_config('declic.sight', 'all', true);
  SELECT hash INTO head FROM journal_line ORDER BY id DESC LIMIT 1;
  PERFORM set_config('declic.sight', sight, true);
  RETURN head;
END $$
"""


def hide_rows(apps, editor):
    hide(editor, table="journal_line", unless=sees(ALONE))
    if editor.connection.vendor == "postgresql":
        editor.execute("CREATE POLICY journal_line_added ON journal_line FOR INSERT WITH CHECK (true)")
        editor.execute(HEAD)


def show_rows(apps, editor):
    if editor.connection.vendor == "postgresql":
        editor.execute("DROP FUNCTION journal_head()")
        editor.execute("DROP POLICY journal_line_added ON journal_line")
    show(editor, table="journal_line")


class Migration(migrations.Migration):
    dependencies = [("journal", "0002_lines_never_change")]
    operations = [migrations.RunPython(hide_rows, show_rows, elidable=False)]
