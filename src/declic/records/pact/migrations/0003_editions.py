"""Rows that people change by a form count their editions; SQLite makes the table again, so its guard is set again."""

from importlib import import_module

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


guard = import_module("declic.records.pact.migrations.0002_measures_never_change")


class Migration(migrations.Migration):

    dependencies = [
        ('pact', '0002_measures_never_change'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(guard.lift_guard, guard.set_guard, elidable=False),
        migrations.AddField(
            model_name='finding',
            name='edited_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='finding',
            name='edited_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='finding',
            name='edition',
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='measure',
            name='edited_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='measure',
            name='edited_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='measure',
            name='edition',
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='signatory',
            name='edited_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='signatory',
            name='edited_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='signatory',
            name='edition',
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.RunPython(guard.set_guard, guard.lift_guard, elidable=False),
    ]
