import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('partners', '0001_initial'),
        ('sources', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Attendance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('read', 'Read in the document'), ('computed', 'Computed'), ('proposed', 'Proposed')], default='read', max_length=10)),
                ('position', models.PositiveIntegerField()),
                ('name', models.TextField()),
                ('given', models.TextField(blank=True)),
                ('surname', models.TextField(blank=True)),
                ('civility', models.CharField(blank=True, max_length=20)),
                ('group', models.TextField(blank=True)),
                ('status', models.CharField(choices=[('present', 'Present'), ('absent', 'Absent'), ('excused', 'Excused'), ('represented', 'Represented')], max_length=12)),
                ('citation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sources.citation')),
                ('further_citations', models.ManyToManyField(blank=True, related_name='+', to='sources.citation')),
            ],
            options={
                'ordering': ['sitting_id', 'position'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Council',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.TextField()),
                ('institution', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='councils', to='partners.institution')),
            ],
            options={
                'ordering': ['name', 'id'],
                'constraints': [models.UniqueConstraint(fields=('institution', 'name'), name='council_name_once_per_institution'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='council_has_a_name')],
            },
        ),
        migrations.CreateModel(
            name='Deliberation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('read', 'Read in the document'), ('computed', 'Computed'), ('proposed', 'Proposed')], default='read', max_length=10)),
                ('position', models.PositiveIntegerField()),
                ('question', models.PositiveIntegerField(blank=True, null=True)),
                ('number', models.TextField(blank=True)),
                ('title', models.TextField(blank=True)),
                ('rapporteur', models.TextField(blank=True)),
                ('budget_impact', models.TextField(blank=True)),
                ('summary', models.TextField(blank=True)),
                ('appeal_court', models.TextField(blank=True)),
                ('appeal_months', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('citation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sources.citation')),
                ('further_citations', models.ManyToManyField(blank=True, related_name='+', to='sources.citation')),
            ],
            options={
                'ordering': ['sitting_id', 'position'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('read', 'Read in the document'), ('computed', 'Computed'), ('proposed', 'Proposed')], default='read', max_length=10)),
                ('position', models.PositiveIntegerField()),
                ('verb', models.TextField()),
                ('text', models.TextField()),
                ('citation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sources.citation')),
                ('further_citations', models.ManyToManyField(blank=True, related_name='+', to='sources.citation')),
                ('deliberation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='council.deliberation')),
            ],
            options={
                'ordering': ['deliberation_id', 'position'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('origin__in', ['read', 'computed', 'proposed'])), name='council_decision_origin_known'), models.UniqueConstraint(fields=('deliberation', 'position'), name='council_decision_position_once'), models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='council_decision_says_something')],
            },
        ),
        migrations.CreateModel(
            name='PresenceRange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('first', models.PositiveIntegerField(blank=True, null=True)),
                ('last', models.PositiveIntegerField(blank=True, null=True)),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ranges', to='council.attendance')),
            ],
            options={
                'ordering': ['member_id', 'position'],
                'constraints': [models.UniqueConstraint(fields=('member', 'position'), name='council_presencerange_position_once')],
            },
        ),
        migrations.CreateModel(
            name='Sitting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('body', models.TextField(blank=True)),
                ('date', models.DateField(blank=True, null=True)),
                ('weekday', models.CharField(blank=True, max_length=20)),
                ('published_on', models.DateField(blank=True, null=True)),
                ('convened_on', models.DateField(blank=True, null=True)),
                ('opened_at', models.TimeField(blank=True, null=True)),
                ('closed_at', models.TimeField(blank=True, null=True)),
                ('chair', models.TextField(blank=True)),
                ('secretary', models.TextField(blank=True)),
                ('members_in_office', models.PositiveIntegerField(blank=True, null=True)),
                ('declared_present', models.PositiveIntegerField(blank=True, null=True)),
                ('declared_absent', models.PositiveIntegerField(blank=True, null=True)),
                ('declared_proxies', models.PositiveIntegerField(blank=True, null=True)),
                ('declared_voters', models.PositiveIntegerField(blank=True, null=True)),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sittings', to='council.council')),
                ('version', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='sitting', to='sources.version')),
            ],
            options={
                'ordering': [models.OrderBy(models.F('date'), descending=True, nulls_last=True), '-id'],
            },
        ),
        migrations.CreateModel(
            name='Signature',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('read', 'Read in the document'), ('computed', 'Computed'), ('proposed', 'Proposed')], default='read', max_length=10)),
                ('position', models.PositiveIntegerField()),
                ('name', models.TextField()),
                ('role', models.TextField(blank=True)),
                ('citation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sources.citation')),
                ('further_citations', models.ManyToManyField(blank=True, related_name='+', to='sources.citation')),
                ('sitting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='council.sitting')),
            ],
            options={
                'ordering': ['sitting_id', 'position'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('origin__in', ['read', 'computed', 'proposed'])), name='council_signature_origin_known'), models.UniqueConstraint(fields=('sitting', 'position'), name='council_signature_position_once'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='council_signature_has_a_name')],
            },
        ),
        migrations.CreateModel(
            name='Proxy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('read', 'Read in the document'), ('computed', 'Computed'), ('proposed', 'Proposed')], default='read', max_length=10)),
                ('position', models.PositiveIntegerField()),
                ('giver_name', models.TextField()),
                ('holder_name', models.TextField()),
                ('first', models.PositiveIntegerField(blank=True, null=True)),
                ('last', models.PositiveIntegerField(blank=True, null=True)),
                ('citation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sources.citation')),
                ('further_citations', models.ManyToManyField(blank=True, related_name='+', to='sources.citation')),
                ('giver', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='given_proxies', to='council.attendance')),
                ('holder', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='held_proxies', to='council.attendance')),
                ('sitting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proxies', to='council.sitting')),
            ],
            options={
                'ordering': ['sitting_id', 'position'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('origin__in', ['read', 'computed', 'proposed'])), name='council_proxy_origin_known'), models.UniqueConstraint(fields=('sitting', 'position'), name='council_proxy_position_once'), models.CheckConstraint(condition=models.Q(models.Q(('giver_name', ''), _negated=True), models.Q(('holder_name', ''), _negated=True)), name='council_proxy_has_both_names')],
            },
        ),
        migrations.AddField(
            model_name='deliberation',
            name='sitting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deliberations', to='council.sitting'),
        ),
        migrations.AddField(
            model_name='attendance',
            name='sitting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='members', to='council.sitting'),
        ),
        migrations.CreateModel(
            name='AgendaItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('question', models.PositiveIntegerField()),
                ('position', models.PositiveIntegerField()),
                ('sitting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agenda', to='council.sitting')),
            ],
            options={
                'ordering': ['sitting_id', 'position'],
                'constraints': [models.UniqueConstraint(fields=('sitting', 'question'), name='council_agendaitem_question_once'), models.UniqueConstraint(fields=('sitting', 'position'), name='council_agendaitem_position_once'), models.CheckConstraint(condition=models.Q(('position__gte', 1)), name='council_agendaitem_position_from_one')],
            },
        ),
        migrations.CreateModel(
            name='SittingSource',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('field', models.CharField(choices=[('body', 'Body'), ('date', 'Date'), ('weekday', 'Day of the week'), ('published_on', 'Published on'), ('convened_on', 'Convened on'), ('opened_at', 'Opened at'), ('closed_at', 'Closed at'), ('chair', 'Chair'), ('secretary', 'Secretary'), ('members_in_office', 'Members in office'), ('declared_present', 'Present, as declared'), ('declared_absent', 'Absent, as declared'), ('declared_proxies', 'Proxies, as declared'), ('declared_voters', 'Voters, as declared'), ('order', 'Order of passage')], max_length=20)),
                ('origin', models.CharField(choices=[('read', 'Read in the document'), ('computed', 'Computed'), ('proposed', 'Proposed')], default='read', max_length=10)),
                ('citation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sources.citation')),
                ('sitting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sources', to='council.sitting')),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('sitting', 'field', 'citation'), name='council_sittingsource_once'), models.CheckConstraint(condition=models.Q(('field__in', ['body', 'date', 'weekday', 'published_on', 'convened_on', 'opened_at', 'closed_at', 'chair', 'secretary', 'members_in_office', 'declared_present', 'declared_absent', 'declared_proxies', 'declared_voters', 'order'])), name='council_sittingsource_field_known'), models.CheckConstraint(condition=models.Q(('origin__in', ['read', 'computed', 'proposed'])), name='council_sittingsource_origin_known')],
            },
        ),
        migrations.CreateModel(
            name='Substitute',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('read', 'Read in the document'), ('computed', 'Computed'), ('proposed', 'Proposed')], default='read', max_length=10)),
                ('position', models.PositiveIntegerField()),
                ('name', models.TextField()),
                ('replaces', models.TextField(blank=True)),
                ('citation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sources.citation')),
                ('further_citations', models.ManyToManyField(blank=True, related_name='+', to='sources.citation')),
                ('sitting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='substitutes', to='council.sitting')),
            ],
            options={
                'ordering': ['sitting_id', 'position'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('origin__in', ['read', 'computed', 'proposed'])), name='council_substitute_origin_known'), models.UniqueConstraint(fields=('sitting', 'position'), name='council_substitute_position_once'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='council_substitute_has_a_name')],
            },
        ),
        migrations.CreateModel(
            name='Vote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('read', 'Read in the document'), ('computed', 'Computed'), ('proposed', 'Proposed')], default='read', max_length=10)),
                ('votes_for', models.PositiveIntegerField(blank=True, null=True)),
                ('against', models.PositiveIntegerField(blank=True, null=True)),
                ('abstention', models.PositiveIntegerField(blank=True, null=True)),
                ('interested', models.PositiveIntegerField(blank=True, null=True)),
                ('unanimous', models.BooleanField(blank=True, null=True)),
                ('abstention_counts_non_voters', models.BooleanField(default=False)),
                ('citation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sources.citation')),
                ('deliberation', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='vote', to='council.deliberation')),
                ('further_citations', models.ManyToManyField(blank=True, related_name='+', to='sources.citation')),
            ],
            options={
                'ordering': ['deliberation_id'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('origin__in', ['read', 'computed', 'proposed'])), name='council_vote_origin_known'), models.CheckConstraint(condition=models.Q(('votes_for__isnull', False), ('against__isnull', False), ('abstention__isnull', False), ('interested__isnull', False), ('unanimous__isnull', False), _connector='OR'), name='council_vote_says_something')],
            },
        ),
        migrations.AddConstraint(
            model_name='deliberation',
            constraint=models.CheckConstraint(condition=models.Q(('origin__in', ['read', 'computed', 'proposed'])), name='council_deliberation_origin_known'),
        ),
        migrations.AddConstraint(
            model_name='deliberation',
            constraint=models.UniqueConstraint(fields=('sitting', 'position'), name='council_deliberation_position_once'),
        ),
        migrations.AddConstraint(
            model_name='attendance',
            constraint=models.CheckConstraint(condition=models.Q(('origin__in', ['read', 'computed', 'proposed'])), name='council_attendance_origin_known'),
        ),
        migrations.AddConstraint(
            model_name='attendance',
            constraint=models.UniqueConstraint(fields=('sitting', 'position'), name='council_attendance_position_once'),
        ),
        migrations.AddConstraint(
            model_name='attendance',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='council_attendance_has_a_name'),
        ),
        migrations.AddConstraint(
            model_name='attendance',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['present', 'absent', 'excused', 'represented'])), name='council_attendance_status_known'),
        ),
    ]
