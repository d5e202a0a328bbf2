"""The rows of a programme: what it is, who signed it, how its text is laid out."""

from django.db import models
from django.db.models import F, Q

from declic.records.accounts.editions import EditedRow
from declic.records.council.choices import OriginChoice
from declic.records.council.cited import CitedRow
from declic.records.council.models import Deliberation
from declic.records.pact.choices import ProgrammeKind, StatedField, ValidationChoice
from declic.records.partners.models import Institution
from declic.records.sources.models import Citation, Version


class Programme(models.Model):
    """A signed public plan (fr: pacte, programme), opened once from one version of a document; empty is unsaid."""

    kind = models.CharField(max_length=20, choices=ProgrammeKind, default=ProgrammeKind.PACT)
    slug = models.SlugField(max_length=120, unique=True)
    version = models.OneToOneField(Version, on_delete=models.PROTECT, related_name="programme")
    title = models.TextField()
    date = models.DateField(null=True, blank=True)
    weekday = models.CharField(max_length=20, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    successor = models.TextField(blank=True)
    reserve = models.TextField(blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = [F("date").desc(nulls_last=True), "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=ProgrammeKind.values), name="pact_programme_kind_known"
            ),
            models.CheckConstraint(condition=~Q(title="") & ~Q(slug=""), name="pact_programme_has_a_title"),
        ]

    def __str__(self) -> str:
        """Say its slug."""
        return self.slug


class ProgrammeSource(models.Model):
    """A passage on which one single value of the programme stands."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="sources")
    field = models.CharField(max_length=20, choices=StatedField)
    origin = models.CharField(max_length=10, choices=OriginChoice, default=OriginChoice.READ)
    citation = models.ForeignKey(Citation, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "field", "citation"], name="pact_programmesource_once"
            ),
            models.CheckConstraint(
                condition=Q(field__in=StatedField.values), name="pact_programmesource_field_known"
            ),
            models.CheckConstraint(
                condition=Q(origin__in=OriginChoice.values), name="pact_programmesource_origin_known"
            ),
        ]

    def __str__(self) -> str:
        """Say what it proves."""
        return f"{self.field} of {self.programme_id}"


class Coverage(models.Model):
    """What share of the document was accounted for when the programme was opened (computed)."""

    programme = models.OneToOneField(Programme, on_delete=models.PROTECT, related_name="coverage")
    sentences = models.PositiveIntegerField()
    attached = models.PositiveIntegerField()
    ignored = models.PositiveIntegerField()
    orphans = models.PositiveIntegerField()
    digits = models.PositiveIntegerField()
    digits_claimed = models.PositiveIntegerField()

    class Meta:
        ordering = ["programme_id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(sentences=F("attached") + F("ignored") + F("orphans")),
                name="pact_coverage_adds_up",
            ),
            models.CheckConstraint(
                condition=Q(digits_claimed__lte=F("digits")), name="pact_coverage_digits_add_up"
            ),
        ]

    def __str__(self) -> str:
        """Say of which programme."""
        return f"coverage of {self.programme_id}"


class Signatory(CitedRow, EditedRow):
    """
    An institution that entered the programme (fr: signataire), and where it stands with its own assembly.

    `organisation` is the text's wording. The state is proposed at opening, until a person records one; a
    validated one names the deliberation, kept here or elsewhere.
    """

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="signatories")
    position = models.PositiveIntegerField()
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="signed")
    organisation = models.TextField()
    validation = models.CharField(max_length=20, choices=ValidationChoice, default=ValidationChoice.UNKNOWN)
    validation_recorded_at = models.DateTimeField(null=True, blank=True)
    deliberation = models.ForeignKey(
        Deliberation, on_delete=models.PROTECT, null=True, blank=True, related_name="validates"
    )
    deliberation_elsewhere = models.CharField(max_length=300, blank=True)

    class Meta(CitedRow.Meta):
        ordering = ["programme_id", "position"]
        constraints = [
            *CitedRow.Meta.constraints,
            models.UniqueConstraint(fields=["programme", "position"], name="pact_signatory_position_once"),
            models.UniqueConstraint(fields=["programme", "institution"], name="pact_signatory_signs_once"),
            models.CheckConstraint(
                condition=Q(validation__in=ValidationChoice.values), name="pact_signatory_validation_known"
            ),
            models.CheckConstraint(
                condition=Q(validation=ValidationChoice.VALIDATED)
                & (Q(deliberation__isnull=False) | ~Q(deliberation_elsewhere=""))
                | ~Q(validation=ValidationChoice.VALIDATED)
                & Q(deliberation__isnull=True, deliberation_elsewhere=""),
                name="pact_signatory_validated_by_an_act",
            ),
        ]

    def __str__(self) -> str:
        """Say what the text calls it."""
        return self.organisation


class Representative(models.Model):
    """Who stands for a signatory, in public office (public: the act is published); proven by the signatory's passage."""

    signatory = models.ForeignKey(Signatory, on_delete=models.PROTECT, related_name="representatives")
    position = models.PositiveIntegerField()
    name = models.TextField()
    civility = models.CharField(max_length=20, blank=True)
    function = models.TextField(blank=True)

    class Meta:
        ordering = ["signatory_id", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["signatory", "position"], name="pact_representative_position_once"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="pact_representative_has_a_name"),
        ]

    def __str__(self) -> str:
        """Say which one: a name has no place in a log."""
        return f"representative {self.position} of signatory {self.signatory_id}"


class SignatureBlock(CitedRow):
    """A place for a signature at the end of the text."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="signature_blocks")
    position = models.PositiveIntegerField()
    text = models.TextField()
    signatory = models.ForeignKey(
        Signatory, on_delete=models.PROTECT, null=True, blank=True, related_name="signature_blocks"
    )

    class Meta(CitedRow.Meta):
        ordering = ["programme_id", "position"]
        constraints = [
            *CitedRow.Meta.constraints,
            models.UniqueConstraint(
                fields=["programme", "position"], name="pact_signatureblock_position_once"
            ),
        ]

    def __str__(self) -> str:
        """Say which one."""
        return f"signature block {self.position}"


class Article(CitedRow):
    """A numbered article; `citation` is its heading, `body` the whole of it."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="articles")
    number = models.PositiveIntegerField()
    title = models.TextField(blank=True)
    body = models.ForeignKey(Citation, on_delete=models.PROTECT, related_name="+")

    class Meta(CitedRow.Meta):
        ordering = ["programme_id", "number"]
        constraints = [
            *CitedRow.Meta.constraints,
            models.UniqueConstraint(fields=["programme", "number"], name="pact_article_number_once"),
        ]

    def __str__(self) -> str:
        """Say its number."""
        return f"article {self.number}"


class DiagnosisReason(CitedRow):
    """A reason the text gives for what did not work before, verbatim."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="diagnosis")
    position = models.PositiveIntegerField()
    text = models.TextField()

    class Meta(CitedRow.Meta):
        ordering = ["programme_id", "position"]
        constraints = [
            *CitedRow.Meta.constraints,
            models.UniqueConstraint(
                fields=["programme", "position"], name="pact_diagnosisreason_position_once"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="pact_diagnosisreason_says_something"),
        ]

    def __str__(self) -> str:
        """Say which one."""
        return f"reason {self.position}"


class Body(CitedRow):
    """A body or regular meeting that the text names (fr: instance), and how often it meets."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="bodies")
    position = models.PositiveIntegerField()
    name = models.TextField()
    periodicity = models.TextField(blank=True)

    class Meta(CitedRow.Meta):
        ordering = ["programme_id", "position"]
        constraints = [
            *CitedRow.Meta.constraints,
            models.UniqueConstraint(fields=["programme", "position"], name="pact_body_position_once"),
            models.CheckConstraint(condition=~Q(name=""), name="pact_body_has_a_name"),
        ]

    def __str__(self) -> str:
        """Say its name."""
        return self.name


class KeyDate(CitedRow):
    """A date of the text: `value` is ISO cut to its precision, as the reading gives it."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="key_dates")
    position = models.PositiveIntegerField()
    value = models.CharField(max_length=30)
    precision = models.CharField(max_length=20)
    label = models.TextField(blank=True)

    class Meta(CitedRow.Meta):
        ordering = ["programme_id", "position"]
        constraints = [
            *CitedRow.Meta.constraints,
            models.UniqueConstraint(fields=["programme", "position"], name="pact_keydate_position_once"),
            models.CheckConstraint(condition=~Q(value=""), name="pact_keydate_has_a_value"),
        ]

    def __str__(self) -> str:
        """Say when."""
        return self.value


class Event(CitedRow):
    """Something public that is to happen or happens regularly."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="events")
    position = models.PositiveIntegerField()
    name = models.TextField()
    date = models.CharField(max_length=30, blank=True)

    class Meta(CitedRow.Meta):
        ordering = ["programme_id", "position"]
        constraints = [
            *CitedRow.Meta.constraints,
            models.UniqueConstraint(fields=["programme", "position"], name="pact_event_position_once"),
            models.CheckConstraint(condition=~Q(name=""), name="pact_event_has_a_name"),
        ]

    def __str__(self) -> str:
        """Say its name."""
        return self.name
