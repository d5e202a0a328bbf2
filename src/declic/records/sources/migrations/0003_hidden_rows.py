"""PostgreSQL shows a document under review, and what hangs on it, to those who review; drafts, to them alone."""

from django.db import migrations

from declic.records.journal.hiding import REVIEWING, hide, hung_on, sees, show


HIDDEN = {
    "sources_document": f"{sees(REVIEWING)} OR public",
    "sources_version": f"{sees(REVIEWING)} OR {hung_on('document_id', table='sources_document')}",
    "sources_citation": f"{sees(REVIEWING)} OR {hung_on('version_id', table='sources_version')}",
    "sources_draft": sees(REVIEWING),
    "sources_segment": sees(REVIEWING),
    "sources_draftitem": sees(REVIEWING),
}


def hide_rows(apps, editor):
    for table, unless in HIDDEN.items():
        hide(editor, table=table, unless=unless)


def show_rows(apps, editor):
    for table in HIDDEN:
        show(editor, table=table)


class Migration(migrations.Migration):
    dependencies = [("sources", "0002_editions"), ("journal", "0003_hidden_rows")]
    operations = [migrations.RunPython(hide_rows, show_rows, elidable=False)]
