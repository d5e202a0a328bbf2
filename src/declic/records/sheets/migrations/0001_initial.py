import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('pact', '0004_hidden_rows'),
        ('partners', '0005_register_numbers'),
    ]

    operations = [
        migrations.CreateModel(
            name='ActionSheet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('edition', models.PositiveIntegerField(default=0)),
                ('edited_at', models.DateTimeField(blank=True, null=True)),
                ('sequence', models.PositiveSmallIntegerField()),
                ('title', models.CharField(max_length=300)),
                ('context', models.TextField(blank=True)),
                ('description', models.TextField(blank=True)),
                ('general_objective', models.TextField(blank=True)),
                ('objectives', models.TextField(blank=True)),
                ('expected_results', models.TextField(blank=True)),
                ('target_groups', models.JSONField(blank=True, default=list)),
                ('themes', models.JSONField(blank=True, default=list)),
                ('age_min', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('age_max', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('expected_reach', models.PositiveIntegerField(blank=True, null=True)),
                ('places', models.TextField(blank=True)),
                ('start_on', models.DateField(blank=True, null=True)),
                ('end_on', models.DateField(blank=True, null=True)),
                ('is_yearly', models.BooleanField(default=False)),
                ('status', models.CharField(choices=[('to_write', 'Sheet to be written'), ('to_discuss', 'To be discussed'), ('planned', 'To come'), ('ongoing', 'Under way'), ('paused', 'On hold'), ('blocked', 'Blocked'), ('done', 'Carried out'), ('dropped', 'Given up')], default='to_write', max_length=20)),
                ('priority', models.CharField(blank=True, choices=[('high', 'High'), ('medium', 'Medium'), ('low', 'Low')], max_length=10)),
                ('maturity', models.CharField(choices=[('draft', 'Being written'), ('submitted', 'Submitted'), ('validated', 'Validated by the technical group')], default='draft', max_length=10)),
                ('participation', models.CharField(blank=True, choices=[('none', 'No participation'), ('information', 'Information'), ('consultation', 'Consultation'), ('concertation', 'Concertation'), ('coconstruction', 'Co-construction'), ('codecision', 'Shared decision')], max_length=20)),
                ('participation_note', models.TextField(blank=True)),
                ('means', models.TextField(blank=True)),
                ('governance_note', models.TextField(blank=True)),
                ('indicators_note', models.TextField(blank=True)),
                ('funding_note', models.TextField(blank=True)),
                ('announced_funders', models.JSONField(blank=True, default=list)),
                ('announced_budget', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                ('evaluation_method', models.TextField(blank=True)),
                ('evaluation_result', models.TextField(blank=True)),
                ('public_summary', models.TextField(blank=True)),
                ('publication', models.CharField(choices=[('private', 'Not public'), ('proposed', 'Proposed for publication'), ('published', 'Published to everyone')], default='private', max_length=10)),
                ('opened_at', models.DateTimeField(auto_now_add=True)),
                ('edited_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('measure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sheets', to='pact.measure')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='sheets.actionsheet')),
            ],
            options={
                'ordering': ['measure_id', 'sequence'],
                'constraints': [models.UniqueConstraint(fields=('measure', 'sequence'), name='sheet_code_once'), models.UniqueConstraint(models.F('measure'), django.db.models.functions.text.Lower('title'), condition=models.Q(('parent__isnull', True)), name='sheet_title_once'), models.UniqueConstraint(models.F('parent'), django.db.models.functions.text.Lower('title'), condition=models.Q(('parent__isnull', False)), name='sheet_title_once_in_parent'), models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='sheet_has_a_title'), models.CheckConstraint(condition=models.Q(('sequence__gte', 1)), name='sheet_sequence_from_one'), models.CheckConstraint(condition=models.Q(('parent__isnull', True), models.Q(('parent', models.F('id')), _negated=True), _connector='OR'), name='sheet_not_its_own_parent'), models.CheckConstraint(condition=models.Q(('status__in', ['to_write', 'to_discuss', 'planned', 'ongoing', 'paused', 'blocked', 'done', 'dropped'])), name='sheet_status_known'), models.CheckConstraint(condition=models.Q(('priority__in', ['', 'high', 'medium', 'low'])), name='sheet_priority_known'), models.CheckConstraint(condition=models.Q(('maturity__in', ['draft', 'submitted', 'validated'])), name='sheet_maturity_known'), models.CheckConstraint(condition=models.Q(('participation__in', ['', 'none', 'information', 'consultation', 'concertation', 'coconstruction', 'codecision'])), name='sheet_participation_known'), models.CheckConstraint(condition=models.Q(('publication__in', ['private', 'proposed', 'published'])), name='sheet_publication_known'), models.CheckConstraint(condition=models.Q(models.Q(('publication', 'published'), _negated=True), models.Q(('public_summary', ''), _negated=True), _connector='OR'), name='sheet_published_says_something'), models.CheckConstraint(condition=models.Q(('start_on__isnull', True), ('end_on__isnull', True), ('end_on__gte', models.F('start_on')), _connector='OR'), name='sheet_ends_after_it_starts'), models.CheckConstraint(condition=models.Q(models.Q(('age_min__isnull', True), ('age_min__lte', 120), _connector='OR'), models.Q(('age_max__isnull', True), ('age_max__lte', 120), _connector='OR'), models.Q(('age_min__isnull', True), ('age_max__isnull', True), ('age_max__gte', models.F('age_min')), _connector='OR')), name='sheet_ages_in_order'), models.CheckConstraint(condition=models.Q(('announced_budget__isnull', True), ('announced_budget__gte', 0), _connector='OR'), name='sheet_budget_not_negative')],
            },
        ),
        migrations.CreateModel(
            name='AxisPilot',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('edition', models.PositiveIntegerField(default=0)),
                ('edited_at', models.DateTimeField(blank=True, null=True)),
                ('function', models.CharField(blank=True, max_length=200)),
                ('axis', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pilots', to='pact.axis')),
                ('edited_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.institution')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['axis_id', 'id'],
                'constraints': [models.UniqueConstraint(fields=('axis', 'institution'), name='axis_pilot_institution_once')],
            },
        ),
        migrations.CreateModel(
            name='Blocker',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('edition', models.PositiveIntegerField(default=0)),
                ('edited_at', models.DateTimeField(blank=True, null=True)),
                ('cause', models.TextField()),
                ('lifting_condition', models.TextField()),
                ('since_on', models.DateField()),
                ('lifted_on', models.DateField(blank=True, null=True)),
                ('edited_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('institution', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.institution')),
                ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='blockers', to='sheets.actionsheet')),
            ],
            options={
                'ordering': ['sheet_id', '-since_on', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('cause', ''), _negated=True), models.Q(('lifting_condition', ''), _negated=True)), name='blocker_says_why_and_until_what'), models.CheckConstraint(condition=models.Q(('lifted_on__isnull', True), ('lifted_on__gte', models.F('since_on')), _connector='OR'), name='blocker_lifted_after_it_began')],
            },
        ),
        migrations.CreateModel(
            name='Comment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField()),
                ('written_at', models.DateTimeField()),
                ('author', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='comments', to='sheets.actionsheet')),
            ],
            options={
                'ordering': ['sheet_id', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='comment_says_something')],
            },
        ),
        migrations.CreateModel(
            name='FieldChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=60)),
                ('number', models.PositiveBigIntegerField()),
                ('field', models.CharField(max_length=60)),
                ('old', models.JSONField(null=True)),
                ('new', models.JSONField(null=True)),
                ('at', models.DateTimeField()),
                ('mark', models.CharField(max_length=60)),
                ('why', models.TextField(blank=True)),
                ('source', models.CharField(choices=[('user', 'Typed by somebody'), ('decision', 'Decided in a meeting'), ('import', 'Imported'), ('rule', 'Computed by a rule')], max_length=10)),
                ('cause', models.CharField(blank=True, max_length=60)),
                ('institution', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='partners.institution')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='pact.programme')),
                ('sheet', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='sheets.actionsheet')),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('source__in', ['user', 'decision', 'import', 'rule'])), name='change_source_known'), models.CheckConstraint(condition=models.Q(models.Q(('kind', ''), _negated=True), models.Q(('field', ''), _negated=True), models.Q(('mark', ''), _negated=True)), name='change_says_what_and_who')],
            },
        ),
        migrations.CreateModel(
            name='MeasureLead',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('edition', models.PositiveIntegerField(default=0)),
                ('edited_at', models.DateTimeField(blank=True, null=True)),
                ('function', models.CharField(blank=True, max_length=200)),
                ('edited_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.institution')),
                ('measure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='leads', to='pact.measure')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['measure_id', 'id'],
                'constraints': [models.UniqueConstraint(fields=('measure', 'institution'), name='measure_lead_institution_once')],
            },
        ),
        migrations.CreateModel(
            name='Mention',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('told_at', models.DateTimeField(blank=True, null=True)),
                ('comment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mentions', to='sheets.comment')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mentions', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('comment', 'person'), name='mention_once')],
            },
        ),
        migrations.CreateModel(
            name='Milestone',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('edition', models.PositiveIntegerField(default=0)),
                ('edited_at', models.DateTimeField(blank=True, null=True)),
                ('title', models.CharField(max_length=200)),
                ('due_on', models.DateField()),
                ('done_on', models.DateField(blank=True, null=True)),
                ('is_cancelled', models.BooleanField(default=False)),
                ('weight', models.PositiveSmallIntegerField(default=1)),
                ('is_key', models.BooleanField(default=False)),
                ('edited_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('institution', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.institution')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='milestones', to=settings.AUTH_USER_MODEL)),
                ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='milestones', to='sheets.actionsheet')),
            ],
            options={
                'ordering': ['sheet_id', 'due_on', 'id'],
                'constraints': [models.UniqueConstraint(models.F('sheet'), django.db.models.functions.text.Lower('title'), name='milestone_title_once'), models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='milestone_has_a_title'), models.CheckConstraint(condition=models.Q(('weight__gte', 1), ('weight__lte', 100)), name='milestone_weighs_1_to_100'), models.CheckConstraint(condition=models.Q(('is_cancelled', False), ('done_on__isnull', True), _connector='OR'), name='milestone_done_or_cancelled')],
            },
        ),
        migrations.CreateModel(
            name='Note',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('edition', models.PositiveIntegerField(default=0)),
                ('edited_at', models.DateTimeField(blank=True, null=True)),
                ('kind', models.CharField(choices=[('progress', 'Progress'), ('risk', 'Risks and obstacles'), ('next', 'Next steps'), ('success', 'Example of success'), ('watch', 'Point to watch'), ('data', 'Comment on the data')], max_length=20)),
                ('text', models.TextField()),
                ('on', models.DateField()),
                ('written_at', models.DateTimeField(auto_now_add=True)),
                ('author', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('edited_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notes', to='sheets.actionsheet')),
            ],
            options={
                'ordering': ['sheet_id', '-on', '-id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='note_says_something'), models.CheckConstraint(condition=models.Q(('kind__in', ['progress', 'risk', 'next', 'success', 'watch', 'data'])), name='note_kind_known')],
            },
        ),
        migrations.CreateModel(
            name='SheetInstitution',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('edition', models.PositiveIntegerField(default=0)),
                ('edited_at', models.DateTimeField(blank=True, null=True)),
                ('role', models.CharField(choices=[('lead', 'Lead'), ('colead', 'Co-lead'), ('operator', 'Operator'), ('funder', 'Funder'), ('referrer', 'Referrer'), ('host', 'Host'), ('expert', 'Expertise'), ('relay', 'Relay'), ('partner', 'Partner')], max_length=20)),
                ('edited_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='on_sheets', to='partners.institution')),
                ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='institutions', to='sheets.actionsheet')),
            ],
            options={
                'ordering': ['sheet_id', 'id'],
                'constraints': [models.UniqueConstraint(fields=('sheet', 'institution', 'role'), name='sheet_institution_once'), models.UniqueConstraint(condition=models.Q(('role', 'lead')), fields=('sheet',), name='sheet_has_one_lead'), models.CheckConstraint(condition=models.Q(('role__in', ['lead', 'colead', 'operator', 'funder', 'referrer', 'host', 'expert', 'relay', 'partner'])), name='sheet_institution_role_known')],
            },
        ),
        migrations.CreateModel(
            name='SheetPerson',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('edition', models.PositiveIntegerField(default=0)),
                ('edited_at', models.DateTimeField(blank=True, null=True)),
                ('role', models.CharField(choices=[('pilot', 'Piloting person'), ('department', 'Department'), ('elected', 'Elected representative'), ('contact', 'Contact')], max_length=20)),
                ('words', models.CharField(max_length=200)),
                ('edited_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='on_sheets', to=settings.AUTH_USER_MODEL)),
                ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='people', to='sheets.actionsheet')),
            ],
            options={
                'ordering': ['sheet_id', 'id'],
                'constraints': [models.UniqueConstraint(fields=('sheet', 'role', 'words'), name='sheet_person_once'), models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='sheet_person_says_something'), models.CheckConstraint(condition=models.Q(('role__in', ['pilot', 'department', 'elected', 'contact'])), name='sheet_person_role_known')],
            },
        ),
        migrations.CreateModel(
            name='SheetTemplate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('summary', models.TextField(blank=True)),
                ('says', models.JSONField(default=dict)),
                ('milestones', models.JSONField(default=list)),
            ],
            options={
                'ordering': ['name', 'id'],
                'constraints': [models.UniqueConstraint(django.db.models.functions.text.Lower('name'), name='sheet_template_name_once'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='sheet_template_has_a_name')],
            },
        ),
        migrations.AddIndex(
            model_name='fieldchange',
            index=models.Index(fields=['kind', 'number', 'id'], name='change_of_a_row'),
        ),
        migrations.AddIndex(
            model_name='fieldchange',
            index=models.Index(fields=['programme', 'at'], name='change_since'),
        ),
    ]
