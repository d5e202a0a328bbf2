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
            name='Committee',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('edition', models.PositiveIntegerField(default=0)),
                ('edited_at', models.DateTimeField(blank=True, null=True)),
                ('kind', models.CharField(choices=[('steering', 'Steering committee'), ('technical', 'Technical group'), ('team', 'Project team'), ('axis_group', 'Group of an axis'), ('funders', 'Conference of funders'), ('citizens', "Citizens' council")], max_length=20)),
                ('name', models.CharField(max_length=200)),
                ('mandate', models.TextField(blank=True)),
                ('meetings_due', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('months', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('body', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pact.body')),
                ('edited_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='committees', to='pact.programme')),
            ],
            options={
                'ordering': ['programme_id', 'id'],
                'constraints': [models.UniqueConstraint(fields=('programme', 'name'), name='committee_name_once'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='committee_has_a_name'), models.CheckConstraint(condition=models.Q(('kind__in', ['steering', 'technical', 'team', 'axis_group', 'funders', 'citizens'])), name='committee_kind_known'), models.CheckConstraint(condition=models.Q(models.Q(('meetings_due__isnull', True), ('months__isnull', True)), models.Q(('meetings_due__gte', 1), ('meetings_due__lte', 60), ('months__gte', 1), ('months__lte', 60)), _connector='OR'), name='committee_rhythm_whole')],
            },
        ),
        migrations.CreateModel(
            name='AgendaItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('edition', models.PositiveIntegerField(default=0)),
                ('edited_at', models.DateTimeField(blank=True, null=True)),
                ('position', models.PositiveIntegerField(default=0)),
                ('kind', models.CharField(choices=[('information', 'Information'), ('review', 'Review of progress'), ('decision', 'To be decided'), ('validation', 'To be validated'), ('other', 'Other')], default='review', max_length=20)),
                ('title', models.CharField(max_length=300)),
                ('question', models.TextField(blank=True)),
                ('minutes_planned', models.PositiveSmallIntegerField(default=10)),
                ('proposed_by', models.CharField(blank=True, max_length=120)),
                ('state', models.CharField(choices=[('waiting', 'Not treated yet'), ('treated', 'Treated'), ('postponed', 'Put off to a next meeting'), ('dropped', 'Taken off')], default='waiting', max_length=20)),
                ('outcome', models.TextField(blank=True)),
                ('edited_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('measure', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pact.measure')),
                ('postponed', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='comes_back', to='steering.agendaitem')),
                ('presenter', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.institution')),
                ('sheet', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sheets.actionsheet')),
                ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='items', to='steering.committee')),
            ],
            options={
                'ordering': ['committee_id', 'position', 'id'],
            },
        ),
        migrations.CreateModel(
            name='CommitteeMember',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('edition', models.PositiveIntegerField(default=0)),
                ('edited_at', models.DateTimeField(blank=True, null=True)),
                ('function', models.CharField(blank=True, max_length=200)),
                ('alternate', models.CharField(blank=True, max_length=200)),
                ('is_chair', models.BooleanField(default=False)),
                ('alternate_person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='members', to='steering.committee')),
                ('edited_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.institution')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['committee_id', '-is_chair', 'id'],
                'constraints': [models.UniqueConstraint(fields=('committee', 'institution'), name='committee_member_once')],
            },
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('edition', models.PositiveIntegerField(default=0)),
                ('edited_at', models.DateTimeField(blank=True, null=True)),
                ('sequence', models.PositiveIntegerField()),
                ('form_key', models.UUIDField()),
                ('kind', models.CharField(choices=[('decision', 'Decision'), ('orientation', 'Orientation'), ('validation', 'Validation'), ('arbitration', 'Arbitration'), ('request', 'Request')], default='decision', max_length=20)),
                ('text', models.TextField()),
                ('due_on', models.DateField(blank=True, null=True)),
                ('state', models.CharField(choices=[('to_do', 'To be carried out'), ('doing', 'Under way'), ('done', 'Carried out'), ('superseded', 'Replaced by another'), ('dropped', 'Given up')], default='to_do', max_length=20)),
                ('edited_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('item', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='steering.agendaitem')),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.institution')),
            ],
            options={
                'ordering': ['meeting_id', 'sequence'],
            },
        ),
        migrations.CreateModel(
            name='DecisionEffect',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('sheet_end', 'End of a sheet'), ('sheet_status', 'Status of a sheet'), ('milestone_due', 'Date of a milestone')], max_length=20)),
                ('value', models.CharField(max_length=60)),
                ('old', models.CharField(blank=True, max_length=60)),
                ('applied_at', models.DateTimeField(blank=True, null=True)),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='effects', to='steering.decision')),
                ('milestone', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sheets.milestone')),
                ('sheet', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sheets.actionsheet')),
            ],
            options={
                'ordering': ['decision_id', 'id'],
                'constraints': [models.UniqueConstraint(fields=('decision', 'kind', 'sheet'), name='effect_on_a_sheet_once'), models.UniqueConstraint(fields=('decision', 'kind', 'milestone'), name='effect_on_a_milestone_once'), models.CheckConstraint(condition=models.Q(('value', ''), _negated=True), name='effect_changes_something'), models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ('sheet_end', 'sheet_status')), ('milestone__isnull', True), ('sheet__isnull', False)), models.Q(('kind', 'milestone_due'), ('milestone__isnull', False), ('sheet__isnull', True)), _connector='OR'), name='effect_on_what_its_kind_says')],
            },
        ),
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('edition', models.PositiveIntegerField(default=0)),
                ('edited_at', models.DateTimeField(blank=True, null=True)),
                ('number', models.PositiveIntegerField()),
                ('starts_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField(blank=True, null=True)),
                ('location', models.CharField(blank=True, max_length=300)),
                ('state', models.CharField(choices=[('planned', 'Planned'), ('convened', 'Convened'), ('in_progress', 'In progress'), ('held', 'Held'), ('minutes_to_approve', 'Minutes to approve'), ('closed', 'Minutes approved'), ('cancelled', 'Cancelled')], default='planned', max_length=20)),
                ('minutes', models.TextField(blank=True)),
                ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='meetings', to='steering.committee')),
                ('edited_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['committee_id', 'starts_at', 'id'],
                'constraints': [models.UniqueConstraint(fields=('committee', 'number'), name='meeting_number_once'), models.CheckConstraint(condition=models.Q(('state__in', ['planned', 'convened', 'in_progress', 'held', 'minutes_to_approve', 'closed', 'cancelled'])), name='meeting_state_known'), models.CheckConstraint(condition=models.Q(('ends_at__isnull', True), ('ends_at__gt', models.F('starts_at')), _connector='OR'), name='meeting_ends_after')],
            },
        ),
        migrations.CreateModel(
            name='Dossier',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sequence', models.PositiveIntegerField()),
                ('content', models.TextField()),
                ('sha256', models.CharField(max_length=64)),
                ('frozen_at', models.DateTimeField()),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='dossiers', to='steering.meeting')),
            ],
            options={
                'ordering': ['meeting_id', 'sequence'],
                'constraints': [models.UniqueConstraint(fields=('meeting', 'sequence'), name='dossier_number_once'), models.UniqueConstraint(fields=('meeting', 'sha256'), name='dossier_of_the_same_facts_once'), models.CheckConstraint(condition=models.Q(models.Q(('content', ''), _negated=True), models.Q(('sha256', ''), _negated=True)), name='dossier_is_sealed')],
            },
        ),
        migrations.AddField(
            model_name='decision',
            name='meeting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='steering.meeting'),
        ),
        migrations.CreateModel(
            name='Attendance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('edition', models.PositiveIntegerField(default=0)),
                ('edited_at', models.DateTimeField(blank=True, null=True)),
                ('presence', models.CharField(choices=[('present', 'Was present'), ('remote', 'At a distance'), ('alternate', 'Represented by the alternate'), ('excused', 'Sent its excuses'), ('absent', 'Was absent')], max_length=20)),
                ('edited_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.institution')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attendance', to='steering.meeting')),
            ],
            options={
                'ordering': ['meeting_id', 'id'],
                'constraints': [models.UniqueConstraint(fields=('meeting', 'institution'), name='attendance_once'), models.CheckConstraint(condition=models.Q(('presence__in', ['present', 'remote', 'alternate', 'excused', 'absent'])), name='attendance_presence_known')],
            },
        ),
        migrations.AddField(
            model_name='agendaitem',
            name='meeting',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='items', to='steering.meeting'),
        ),
        migrations.CreateModel(
            name='MutedAlert',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('edition', models.PositiveIntegerField(default=0)),
                ('edited_at', models.DateTimeField(blank=True, null=True)),
                ('key', models.CharField(max_length=120)),
                ('reason', models.TextField()),
                ('until_on', models.DateField(blank=True, null=True)),
                ('is_muted', models.BooleanField(default=True)),
                ('edited_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='muted_alerts', to='pact.programme')),
            ],
            options={
                'ordering': ['programme_id', 'key'],
                'constraints': [models.UniqueConstraint(fields=('programme', 'key'), name='alert_muted_once'), models.CheckConstraint(condition=models.Q(models.Q(('reason', ''), _negated=True), models.Q(('key', ''), _negated=True)), name='muted_alert_has_a_reason')],
            },
        ),
        migrations.CreateModel(
            name='StatusRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('email', models.EmailField(max_length=254)),
                ('site', models.CharField(max_length=200)),
                ('nonce', models.CharField(max_length=64, unique=True)),
                ('form_key', models.UUIDField()),
                ('asked_at', models.DateTimeField()),
                ('expires_on', models.DateField()),
                ('every_days', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('reminders', models.PositiveSmallIntegerField(default=0)),
                ('answer', models.CharField(blank=True, choices=[('done', 'It is done'), ('ongoing', 'It goes on'), ('blocked', 'It is blocked'), ('not_concerned', 'It is not for me')], max_length=20)),
                ('comment', models.TextField(blank=True)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('asked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('follows', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='followed_by', to='steering.statusrequest')),
                ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='status_requests', to='sheets.actionsheet')),
            ],
            options={
                'ordering': ['-asked_at', '-id'],
                'constraints': [models.UniqueConstraint(fields=('sheet', 'email', 'form_key'), name='request_of_a_form_once'), models.CheckConstraint(condition=models.Q(models.Q(('email', ''), _negated=True), models.Q(('nonce', ''), _negated=True)), name='request_can_be_answered'), models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_at__isnull', True), ('comment', '')), models.Q(('answer__in', ['done', 'ongoing', 'blocked', 'not_concerned']), ('answered_at__isnull', False)), _connector='OR'), name='request_answered_whole')],
            },
        ),
        migrations.CreateModel(
            name='Letter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('convocation', 'Convocation'), ('cancellation', 'Cancellation of a meeting'), ('status_request', 'Where do you stand?'), ('reminder', 'Reminder')], max_length=20)),
                ('key', models.CharField(max_length=120, unique=True)),
                ('email', models.EmailField(max_length=254)),
                ('subject', models.CharField(max_length=300)),
                ('text', models.TextField()),
                ('calendar', models.TextField(blank=True)),
                ('state', models.CharField(choices=[('waiting', 'Waits to be sent'), ('handing', 'Being handed over'), ('sent', 'Sent'), ('failed', 'Could not be sent'), ('uncertain', 'Perhaps sent')], default='waiting', max_length=10)),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('not_before', models.DateTimeField()),
                ('written_at', models.DateTimeField()),
                ('left_at', models.DateTimeField(blank=True, null=True)),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='letters', to='pact.programme')),
                ('meeting', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='letters', to='steering.meeting')),
                ('request', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='letters', to='steering.statusrequest')),
            ],
            options={
                'ordering': ['-written_at', '-id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ['waiting', 'handing', 'sent', 'failed', 'uncertain'])), name='letter_state_known'), models.CheckConstraint(condition=models.Q(('kind__in', ['convocation', 'cancellation', 'status_request', 'reminder'])), name='letter_kind_known'), models.CheckConstraint(condition=models.Q(models.Q(('email', ''), _negated=True), models.Q(('subject', ''), _negated=True), models.Q(('key', ''), _negated=True)), name='letter_can_leave'), models.CheckConstraint(condition=models.Q(models.Q(('left_at__isnull', False), ('state', 'sent')), models.Q(models.Q(('state', 'sent'), _negated=True), ('left_at__isnull', True)), _connector='OR'), name='letter_left_when_sent')],
            },
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.UniqueConstraint(fields=('meeting', 'sequence'), name='decision_number_once'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.UniqueConstraint(fields=('meeting', 'form_key'), name='decision_of_a_form_once'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='decision_says_something'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['decision', 'orientation', 'validation', 'arbitration', 'request'])), name='decision_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['to_do', 'doing', 'done', 'superseded', 'dropped'])), name='decision_state_known'),
        ),
        migrations.AddConstraint(
            model_name='agendaitem',
            constraint=models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='agenda_item_has_a_title'),
        ),
        migrations.AddConstraint(
            model_name='agendaitem',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['information', 'review', 'decision', 'validation', 'other'])), name='agenda_item_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='agendaitem',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['waiting', 'treated', 'postponed', 'dropped'])), name='agenda_item_state_known'),
        ),
        migrations.AddConstraint(
            model_name='agendaitem',
            constraint=models.CheckConstraint(condition=models.Q(('minutes_planned__lte', 600)), name='agenda_item_of_a_day_at_most'),
        ),
        migrations.AddConstraint(
            model_name='agendaitem',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'waiting'), models.Q(('proposed_by', ''), _negated=True)), fields=('committee', 'proposed_by'), name='agenda_item_proposed_once'),
        ),
        migrations.AddIndex(
            model_name='letter',
            index=models.Index(fields=['state', 'not_before'], name='letters_that_wait'),
        ),
    ]
