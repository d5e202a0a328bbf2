"""Versions keep where their text stands on the pages of the file."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('sources', '0003_hidden_rows'),
    ]

    operations = [
        migrations.AddField(
            model_name='version',
            name='places',
            field=models.BinaryField(blank=True, default=b''),
        ),
    ]
