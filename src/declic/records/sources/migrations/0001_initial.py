import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='Document',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=300)),
                ('slug', models.SlugField(max_length=120, unique=True)),
                ('kind', models.CharField(choices=[('deliberation', 'Deliberation'), ('minutes', 'Minutes of a sitting'), ('notice', 'Notice of meeting'), ('pact', 'Pact'), ('plan', 'Plan'), ('mixed', 'Deliberation with its pact'), ('unknown', 'Unknown')], default='unknown', max_length=20)),
                ('public', models.BooleanField(default=False)),
                ('created_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['-id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='document_has_a_title'), models.CheckConstraint(condition=models.Q(('kind__in', ['deliberation', 'minutes', 'notice', 'pact', 'plan', 'mixed', 'unknown'])), name='document_kind_is_known')],
            },
        ),
        migrations.CreateModel(
            name='Version',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('file_name', models.CharField(max_length=255)),
                ('data', models.BinaryField()),
                ('byte_count', models.PositiveIntegerField()),
                ('sha256', models.CharField(max_length=64, unique=True)),
                ('text', models.TextField()),
                ('encoding', models.CharField(max_length=20)),
                ('reader', models.CharField(max_length=20)),
                ('taken_at', models.DateTimeField()),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='sources.document')),
            ],
            options={
                'ordering': ['document_id', 'number'],
                'constraints': [models.UniqueConstraint(fields=('document', 'number'), name='version_number_once'), models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='version_number_from_one'), models.CheckConstraint(condition=models.Q(('byte_count__gte', 1)), name='version_has_bytes')],
            },
        ),
        migrations.CreateModel(
            name='Draft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reader', models.CharField(max_length=20)),
                ('state', models.CharField(choices=[('pending', 'To review'), ('applied', 'Applied'), ('discarded', 'Discarded')], default='pending', max_length=20)),
                ('answer', models.JSONField()),
                ('created_at', models.DateTimeField()),
                ('applied_at', models.DateTimeField(blank=True, null=True)),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='drafts', to='sources.version')),
            ],
            options={
                'ordering': ['-id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'pending')), fields=('version',), name='draft_pending_once'), models.UniqueConstraint(condition=models.Q(('state', 'applied')), fields=('version',), name='draft_applied_once'), models.CheckConstraint(condition=models.Q(models.Q(('applied_at__isnull', False), ('state', 'applied')), models.Q(('applied_at__isnull', True), ('state__in', ['pending', 'discarded'])), _connector='OR'), name='draft_applied_has_its_instant')],
            },
        ),
        migrations.CreateModel(
            name='Citation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('start', models.PositiveIntegerField()),
                ('end', models.PositiveIntegerField()),
                ('quote', models.TextField()),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='citations', to='sources.version')),
            ],
            options={
                'ordering': ['version_id', 'start', 'end'],
                'constraints': [models.UniqueConstraint(fields=('version', 'start', 'end'), name='citation_once'), models.CheckConstraint(condition=models.Q(('end__gt', models.F('start'))), name='citation_holds_words')],
            },
        ),
        migrations.CreateModel(
            name='DraftItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('sitting', 'Sitting'), ('member', 'Members'), ('substitute', 'Substitutes'), ('proxy', 'Proxies'), ('deliberation', 'Deliberations'), ('pact', 'Pact'), ('party', 'Signatories'), ('signature_block', 'Signature blocks'), ('article', 'Articles'), ('axis', 'Axes'), ('role', 'Who pilots or carries'), ('ongoing_action', 'Ongoing actions'), ('measure', 'Measures'), ('figure', 'Figures'), ('amount', 'Amounts'), ('body', 'Bodies'), ('date', 'Dates'), ('event', 'Events'), ('finding', 'Findings')], max_length=20)),
                ('key', models.CharField(max_length=200)),
                ('position', models.PositiveIntegerField()),
                ('label', models.CharField(max_length=300)),
                ('value', models.JSONField()),
                ('spans', models.JSONField(default=list)),
                ('state', models.CharField(choices=[('proposed', 'Proposed'), ('accepted', 'Accepted'), ('edited', 'Corrected'), ('rejected', 'Rejected')], default='proposed', max_length=10)),
                ('edited', models.JSONField(blank=True, null=True)),
                ('note', models.CharField(blank=True, max_length=1000)),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='items', to='sources.draft')),
            ],
            options={
                'ordering': ['draft_id', 'position'],
                'constraints': [models.UniqueConstraint(fields=('draft', 'position'), name='item_position_once'), models.UniqueConstraint(fields=('draft', 'kind', 'key'), name='item_key_once'), models.CheckConstraint(condition=models.Q(('kind__in', ['sitting', 'member', 'substitute', 'proxy', 'deliberation', 'pact', 'party', 'signature_block', 'article', 'axis', 'role', 'ongoing_action', 'measure', 'figure', 'amount', 'body', 'date', 'event', 'finding'])), name='item_kind_is_known'), models.CheckConstraint(condition=models.Q(('state__in', ['proposed', 'accepted', 'edited', 'rejected'])), name='item_state_is_known'), models.CheckConstraint(condition=models.Q(models.Q(('edited__isnull', False), ('state', 'edited')), models.Q(models.Q(('state', 'edited'), _negated=True), ('edited__isnull', True)), _connector='OR'), name='item_edited_has_its_value')],
            },
        ),
        migrations.CreateModel(
            name='Segment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('start', models.PositiveIntegerField()),
                ('end', models.PositiveIntegerField()),
                ('state', models.CharField(choices=[('attached', 'Attached to a value'), ('ignored', 'Formula, nothing to keep'), ('orphan', 'Not read')], max_length=10)),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='segments', to='sources.draft')),
            ],
            options={
                'ordering': ['draft_id', 'position'],
                'constraints': [models.UniqueConstraint(fields=('draft', 'position'), name='segment_position_once'), models.CheckConstraint(condition=models.Q(('end__gt', models.F('start'))), name='segment_holds_words'), models.CheckConstraint(condition=models.Q(('state__in', ['attached', 'ignored', 'orphan'])), name='segment_state_is_known')],
            },
        ),
    ]
