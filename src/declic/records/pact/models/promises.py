"""The rows of what is promised: axes, measures, who answers for them, what already runs."""

from django.db import models
from django.db.models import F, Q

from declic.records.accounts.editions import EditedRow
from declic.records.council.cited import CitedRow
from declic.records.pact.choices import NameKind
from declic.records.pact.models.programmes import Article, Programme
from declic.records.sources.models import Citation


class Axis(CitedRow):
    """A part of the programme (fr: axe); `citation` is its heading, `body` the whole of it."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="axes")
    number = models.PositiveIntegerField()
    title = models.TextField()
    article = models.ForeignKey(Article, on_delete=models.PROTECT, null=True, blank=True, related_name="axes")
    pilot = models.TextField(blank=True)
    body = models.ForeignKey(Citation, on_delete=models.PROTECT, related_name="+")

    class Meta(CitedRow.Meta):
        ordering = ["programme_id", "number"]
        constraints = [
            *CitedRow.Meta.constraints,
            models.UniqueConstraint(fields=["programme", "number"], name="pact_axis_number_once"),
            models.CheckConstraint(condition=~Q(title=""), name="pact_axis_has_a_title"),
        ]

    def __str__(self) -> str:
        """Say its number and title."""
        return f"axis {self.number} ({self.title})"


class AxisWording(models.Model):
    """One wording of an axis's name in the text: they may differ, and none is corrected."""

    axis = models.ForeignKey(Axis, on_delete=models.PROTECT, related_name="wordings")
    position = models.PositiveIntegerField()
    text = models.TextField()

    class Meta:
        ordering = ["axis_id", "position"]
        constraints = [
            models.UniqueConstraint(fields=["axis", "position"], name="pact_axiswording_position_once"),
            models.UniqueConstraint(fields=["axis", "text"], name="pact_axiswording_text_once"),
            models.CheckConstraint(condition=~Q(text=""), name="pact_axiswording_says_something"),
        ]

    def __str__(self) -> str:
        """Say the words."""
        return self.text


class Section(CitedRow):
    """A lettered part of an axis: context, ongoing actions, plan of action."""

    axis = models.ForeignKey(Axis, on_delete=models.PROTECT, related_name="sections")
    position = models.PositiveIntegerField()
    letter = models.CharField(max_length=10)
    title = models.TextField(blank=True)
    body = models.ForeignKey(Citation, on_delete=models.PROTECT, related_name="+")

    class Meta(CitedRow.Meta):
        ordering = ["axis_id", "position"]
        constraints = [
            *CitedRow.Meta.constraints,
            models.UniqueConstraint(fields=["axis", "position"], name="pact_section_position_once"),
        ]

    def __str__(self) -> str:
        """Say its letter."""
        return f"section {self.letter} of axis {self.axis_id}"


class Measure(CitedRow, EditedRow):
    """
    A promise of the programme (fr: mesure).

    `number` and `official_text` are what was signed: a trigger of the database refuses that they change. Where the
    text counts its measures anew under each axis or measure, `number` is computed and `published_number` is the text's
    own; it is empty elsewhere.
    `plain_title` is what residents read beside them, and is ours.
    """

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="measures")
    position = models.PositiveIntegerField()
    number = models.CharField(max_length=60)
    published_number = models.CharField(max_length=60, blank=True)
    official_text = models.TextField()
    bullets = models.JSONField(default=list)
    plain_title = models.CharField(max_length=120, blank=True)
    commitment = models.CharField(max_length=60, blank=True)
    verb = models.TextField(blank=True)
    axis = models.ForeignKey(Axis, on_delete=models.PROTECT, null=True, blank=True, related_name="measures")
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    secondary_axes = models.ManyToManyField(Axis, related_name="also_measures", blank=True)

    class Meta(CitedRow.Meta):
        ordering = ["programme_id", "position"]
        constraints = [
            *CitedRow.Meta.constraints,
            models.UniqueConstraint(fields=["programme", "number"], name="pact_measure_number_once"),
            models.UniqueConstraint(fields=["programme", "position"], name="pact_measure_position_once"),
            models.CheckConstraint(
                condition=~Q(number="") & ~Q(official_text=""), name="pact_measure_says_something"
            ),
            models.CheckConstraint(
                condition=~Q(published_number=F("number")), name="pact_measure_number_computed"
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")), name="pact_measure_not_its_own_parent"
            ),
        ]

    def __str__(self) -> str:
        """Say its number."""
        return f"measure {self.number}"


class MeasureName(CitedRow):
    """An organisation or a scheme that a measure names, as written."""

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="names")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=NameKind)
    name = models.TextField()

    class Meta(CitedRow.Meta):
        ordering = ["measure_id", "position"]
        constraints = [
            *CitedRow.Meta.constraints,
            models.UniqueConstraint(fields=["measure", "position"], name="pact_measurename_position_once"),
            models.UniqueConstraint(fields=["measure", "kind", "name"], name="pact_measurename_once"),
            models.CheckConstraint(condition=Q(kind__in=NameKind.values), name="pact_measurename_kind_known"),
            models.CheckConstraint(condition=~Q(name=""), name="pact_measurename_says_something"),
        ]

    def __str__(self) -> str:
        """Say the name."""
        return self.name


class Role(CitedRow):
    """Who carries, coordinates or pilots; without axes: the whole programme."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="roles")
    position = models.PositiveIntegerField()
    organisation = models.TextField()
    role = models.TextField()
    axes = models.ManyToManyField(Axis, related_name="roles", blank=True)

    class Meta(CitedRow.Meta):
        ordering = ["programme_id", "position"]
        constraints = [
            *CitedRow.Meta.constraints,
            models.UniqueConstraint(fields=["programme", "position"], name="pact_role_position_once"),
            models.CheckConstraint(
                condition=~Q(organisation="") & ~Q(role=""), name="pact_role_says_something"
            ),
        ]

    def __str__(self) -> str:
        """Say who does what."""
        return f"{self.organisation}: {self.role}"


class OngoingAction(CitedRow):
    """Something that already runs when the programme is signed (fr: action en cours)."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="ongoing_actions")
    position = models.PositiveIntegerField()
    axis = models.ForeignKey(
        Axis, on_delete=models.PROTECT, null=True, blank=True, related_name="ongoing_actions"
    )
    title = models.TextField()
    text = models.TextField(blank=True)
    carrier = models.TextField(blank=True)

    class Meta(CitedRow.Meta):
        ordering = ["programme_id", "position"]
        constraints = [
            *CitedRow.Meta.constraints,
            models.UniqueConstraint(
                fields=["programme", "position"], name="pact_ongoingaction_position_once"
            ),
            models.CheckConstraint(condition=~Q(title=""), name="pact_ongoingaction_has_a_title"),
        ]

    def __str__(self) -> str:
        """Say its title."""
        return self.title
