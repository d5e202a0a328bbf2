"""PostgreSQL shows what was said of a sitting under review to those who review, as the sitting itself."""

from django.db import migrations

from declic.records.journal.hiding import REVIEWING, hide, hung_on, sees, show


HUNG = {
    "council_filing": ("sitting_id", "council_sitting"),
    "council_filedact": ("filing_id", "council_filing"),
}


def hide_rows(apps, editor):
    for table, (column, above) in HUNG.items():
        hide(editor, table=table, unless=f"{sees(REVIEWING)} OR {hung_on(column, table=above)}")


def show_rows(apps, editor):
    for table in HUNG:
        show(editor, table=table)


class Migration(migrations.Migration):
    dependencies = [("council", "0003_filings")]
    operations = [migrations.RunPython(hide_rows, show_rows, elidable=False)]
