"""The rows of sources: documents are kept as they came, and nothing of them is ever deleted."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from declic.records.accounts.editions import EditedRow
from declic.records.sources.choices import DraftState, ItemKind, ItemState, Kind, SegmentState


class Document(models.Model):
    """A public document (fr: document), whatever its versions; `public` once a draft of it was applied."""

    title = models.CharField(max_length=300)
    slug = models.SlugField(max_length=120, unique=True)
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.UNKNOWN)
    public = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="document_has_a_title"),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="document_kind_is_known"),
        ]

    def __str__(self) -> str:
        """Say its number and slug."""
        return f"document {self.pk} ({self.slug})"


HEAVY = ("data", "text", "places")
"""Columns of a version that weigh what its document weighs: they are left out wherever they are not shown."""


class Version(models.Model):
    """
    One state of a document (fr: version): the file as it came, and the text that every span counts in.

    `sha256` is unique in the whole house: the same file put in twice is one version. `places` is where the text stands
    on the pages of the file, packed; empty for a file without pages, and for a PDF kept before places were.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    file_name = models.CharField(max_length=255)
    data = models.BinaryField()
    byte_count = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64, unique=True)
    text = models.TextField()
    encoding = models.CharField(max_length=20)
    places = models.BinaryField(default=b"", blank=True)
    reader = models.CharField(max_length=20)
    taken_at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["document_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="version_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="version_number_from_one"),
            models.CheckConstraint(condition=Q(byte_count__gte=1), name="version_has_bytes"),
        ]

    def __str__(self) -> str:
        """Say which version of which document."""
        return f"version {self.number} of document {self.document_id}"


class Citation(models.Model):
    """A passage that proves a value (fr: source, passage cité): `version.text[start:end]` is `quote`, for ever."""

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="citations")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()

    class Meta:
        ordering = ["version_id", "start", "end"]
        constraints = [
            models.UniqueConstraint(fields=["version", "start", "end"], name="citation_once"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="citation_holds_words"),
        ]

    def __str__(self) -> str:
        """Say where it stands."""
        return f"version {self.version_id} [{self.start}:{self.end}]"


class Draft(models.Model):
    """
    What a reader proposes for one version (fr: brouillon), to be reviewed, then applied once.

    `answer` is the whole reading in the format `declic-reading/1`.
    """

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="drafts")
    reader = models.CharField(max_length=20)
    state = models.CharField(max_length=20, choices=DraftState, default=DraftState.PENDING)
    answer = models.JSONField()
    created_at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["version"], condition=Q(state=DraftState.PENDING), name="draft_pending_once"
            ),
            models.UniqueConstraint(
                fields=["version"], condition=Q(state=DraftState.APPLIED), name="draft_applied_once"
            ),
            models.CheckConstraint(
                condition=Q(state=DraftState.APPLIED, applied_at__isnull=False)
                | Q(state__in=[DraftState.PENDING, DraftState.DISCARDED], applied_at__isnull=True),
                name="draft_applied_has_its_instant",
            ),
        ]

    def __str__(self) -> str:
        """Say which draft of which version."""
        return f"draft {self.pk} of version {self.version_id}"


class Segment(models.Model):
    """A sentence of the text, and whether one reading accounted for it."""

    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="segments")
    position = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=SegmentState)

    class Meta:
        ordering = ["draft_id", "position"]
        constraints = [
            models.UniqueConstraint(fields=["draft", "position"], name="segment_position_once"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="segment_holds_words"),
            models.CheckConstraint(condition=Q(state__in=SegmentState.values), name="segment_state_is_known"),
        ]

    def __str__(self) -> str:
        """Say where it stands and how."""
        return f"segment {self.position} of draft {self.draft_id}: {self.state}"


class DraftItem(EditedRow):
    """
    One value of a draft, as read, and what the reviewer decided on it.

    `value` never changes; a correction stands beside it in `edited`, whole.
    """

    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="items")
    kind = models.CharField(max_length=20, choices=ItemKind)
    key = models.CharField(max_length=200)
    position = models.PositiveIntegerField()
    label = models.CharField(max_length=300)
    value = models.JSONField()
    spans = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=ItemState, default=ItemState.PROPOSED)
    edited = models.JSONField(null=True, blank=True)
    note = models.CharField(max_length=1000, blank=True)

    class Meta:
        ordering = ["draft_id", "position"]
        constraints = [
            models.UniqueConstraint(fields=["draft", "position"], name="item_position_once"),
            models.UniqueConstraint(fields=["draft", "kind", "key"], name="item_key_once"),
            models.CheckConstraint(condition=Q(kind__in=ItemKind.values), name="item_kind_is_known"),
            models.CheckConstraint(condition=Q(state__in=ItemState.values), name="item_state_is_known"),
            models.CheckConstraint(
                condition=Q(state=ItemState.EDITED, edited__isnull=False)
                | Q(~Q(state=ItemState.EDITED), edited__isnull=True),
                name="item_edited_has_its_value",
            ),
        ]

    def __str__(self) -> str:
        """Say which item of which draft, without what it holds."""
        return f"{self.kind} {self.position} of draft {self.draft_id}"
