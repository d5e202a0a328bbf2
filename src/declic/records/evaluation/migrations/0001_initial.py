import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('pact', '0004_hidden_rows'),
        ('partners', '0005_register_numbers'),
        ('sheets', '0002_hidden_rows'),
    ]

    operations = [
        migrations.CreateModel(
            name='Indicator',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('edition', models.PositiveIntegerField(default=0)),
                ('edited_at', models.DateTimeField(blank=True, null=True)),
                ('code', models.CharField(max_length=30)),
                ('name', models.CharField(max_length=200)),
                ('kind', models.CharField(choices=[('context', 'Context'), ('input', 'Means'), ('output', 'Output'), ('result', 'Result'), ('impact', 'Impact')], default='output', max_length=10)),
                ('unit', models.CharField(blank=True, max_length=60)),
                ('direction', models.CharField(choices=[('up', 'The higher the better'), ('down', 'The lower the better')], default='up', max_length=10)),
                ('frequency', models.CharField(choices=[('month', 'Each month'), ('quarter', 'Each quarter'), ('half_year', 'Each half-year'), ('year', 'Each year'), ('whole', 'Once, at the end of the pact')], default='quarter', max_length=10)),
                ('delay_days', models.PositiveSmallIntegerField(default=30)),
                ('baseline_value', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                ('baseline_on', models.DateField(blank=True, null=True)),
                ('method', models.TextField(blank=True)),
                ('limits', models.TextField(blank=True)),
                ('data_owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.institution')),
                ('edited_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('measure', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='indicators', to='pact.measure')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='indicators', to='pact.programme')),
            ],
            options={
                'ordering': ['programme_id', 'code'],
                'constraints': [models.UniqueConstraint(fields=('programme', 'code'), name='indicator_code_once'), models.CheckConstraint(condition=models.Q(models.Q(('code', ''), _negated=True), models.Q(('name', ''), _negated=True)), name='indicator_says_what'), models.CheckConstraint(condition=models.Q(('kind__in', ['context', 'input', 'output', 'result', 'impact'])), name='indicator_kind_known'), models.CheckConstraint(condition=models.Q(('direction__in', ['up', 'down'])), name='indicator_direction_known'), models.CheckConstraint(condition=models.Q(('frequency__in', ['month', 'quarter', 'half_year', 'year', 'whole'])), name='indicator_frequency_known'), models.CheckConstraint(condition=models.Q(('baseline_value__isnull', True), ('baseline_on__isnull', False), _connector='OR'), name='indicator_baseline_on_a_day'), models.CheckConstraint(condition=models.Q(('delay_days__lte', 730)), name='indicator_delay_of_two_years')],
            },
        ),
        migrations.CreateModel(
            name='IndicatorRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('edition', models.PositiveIntegerField(default=0)),
                ('edited_at', models.DateTimeField(blank=True, null=True)),
                ('kinds', models.JSONField(default=list)),
                ('aggregation', models.CharField(choices=[('sum', 'Sum of the people counted'), ('count', 'Number of deliveries'), ('last', 'Last count'), ('average', 'Average count'), ('distinct', 'Different people or posts, each once')], max_length=10)),
                ('part', models.CharField(blank=True, max_length=20)),
                ('is_cumulative', models.BooleanField(default=True)),
                ('edited_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('indicator', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='rule', to='evaluation.indicator')),
                ('sheet', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sheets.actionsheet')),
            ],
            options={
                'ordering': ['indicator_id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('aggregation__in', ['sum', 'count', 'last', 'average', 'distinct'])), name='rule_aggregation_known')],
            },
        ),
        migrations.CreateModel(
            name='IndicatorTarget',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('edition', models.PositiveIntegerField(default=0)),
                ('edited_at', models.DateTimeField(blank=True, null=True)),
                ('on', models.DateField()),
                ('value', models.DecimalField(decimal_places=2, max_digits=14)),
                ('edited_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('indicator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='targets', to='evaluation.indicator')),
            ],
            options={
                'ordering': ['indicator_id', 'on'],
                'constraints': [models.UniqueConstraint(fields=('indicator', 'on'), name='target_once_a_day')],
            },
        ),
        migrations.CreateModel(
            name='Observation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('edition', models.PositiveIntegerField(default=0)),
                ('edited_at', models.DateTimeField(blank=True, null=True)),
                ('start_on', models.DateField()),
                ('end_on', models.DateField()),
                ('value', models.DecimalField(decimal_places=2, max_digits=14)),
                ('origin', models.CharField(choices=[('auto', 'Computed from what was done'), ('entry', 'Typed'), ('import', 'Imported'), ('document', 'Read in a document')], max_length=10)),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('submitted', 'To be approved'), ('returned', 'To be corrected'), ('approved', 'Approved')], default='draft', max_length=10)),
                ('comment', models.TextField(blank=True)),
                ('evidence', models.CharField(blank=True, max_length=300)),
                ('review_words', models.TextField(blank=True)),
                ('edited_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('indicator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='observations', to='evaluation.indicator')),
            ],
            options={
                'ordering': ['indicator_id', 'end_on'],
                'constraints': [models.UniqueConstraint(fields=('indicator', 'end_on'), name='observation_once_a_period'), models.CheckConstraint(condition=models.Q(('origin__in', ['auto', 'entry', 'import', 'document'])), name='observation_origin_known'), models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'submitted', 'returned', 'approved'])), name='observation_state_known'), models.CheckConstraint(condition=models.Q(('end_on__gte', models.F('start_on'))), name='observation_ends_after_it_starts'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'returned'), _negated=True), models.Q(('review_words', ''), _negated=True), _connector='OR'), name='observation_returned_with_words')],
            },
        ),
        migrations.CreateModel(
            name='PeriodLock',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('until_on', models.DateField()),
                ('cause', models.CharField(max_length=60)),
                ('locked_at', models.DateTimeField()),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='period_locks', to='pact.programme')),
            ],
            options={
                'ordering': ['programme_id', '-until_on'],
                'constraints': [models.UniqueConstraint(fields=('programme', 'until_on', 'cause'), name='period_lock_once'), models.CheckConstraint(condition=models.Q(('cause', ''), _negated=True), name='period_lock_has_a_cause')],
            },
        ),
    ]
