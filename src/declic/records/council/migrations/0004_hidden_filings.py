"""PostgreSQL shows what was said of a sitting under review to those who review, as the sitting itself."""

from django.db import migrations

from declic.records.journal.hiding import hiding_hung_rows


HUNG = {
    "council_filing": ("sitting_id", "council_sitting"),
    "council_filedact": ("filing_id", "council_filing"),
}


class Migration(migrations.Migration):
    dependencies = [("council", "0003_filings")]
    operations = [hiding_hung_rows(HUNG)]
