"""The rows of a sitting: who was there, from when to when, and whose vote they held; contradictions included."""

from django.db import models
from django.db.models import F, Q

from declic.records.council.choices import OriginChoice, StatedField, StatusChoice
from declic.records.council.cited import CitedRow
from declic.records.partners.models import Institution
from declic.records.sources.models import Citation, Version


class Council(models.Model):
    """
    A deliberating body (fr: conseil).

    « Conseil municipal » names thousands of them: two sittings share a council only when somebody said so.
    """

    name = models.TextField()
    institution = models.ForeignKey(
        Institution, on_delete=models.PROTECT, null=True, blank=True, related_name="councils"
    )

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["institution", "name"], name="council_name_once_per_institution"),
            models.CheckConstraint(condition=~Q(name=""), name="council_has_a_name"),
        ]

    def __str__(self) -> str:
        """Say its name."""
        return self.name


class Sitting(models.Model):
    """A meeting of a council (fr: séance), opened once from one version of a document; empty is unsaid."""

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="sittings")
    version = models.OneToOneField(Version, on_delete=models.PROTECT, related_name="sitting")
    body = models.TextField(blank=True)
    date = models.DateField(null=True, blank=True)
    weekday = models.CharField(max_length=20, blank=True)
    published_on = models.DateField(null=True, blank=True)
    convened_on = models.DateField(null=True, blank=True)
    opened_at = models.TimeField(null=True, blank=True)
    closed_at = models.TimeField(null=True, blank=True)
    chair = models.TextField(blank=True)
    secretary = models.TextField(blank=True)
    members_in_office = models.PositiveIntegerField(null=True, blank=True)
    declared_present = models.PositiveIntegerField(null=True, blank=True)
    declared_absent = models.PositiveIntegerField(null=True, blank=True)
    declared_proxies = models.PositiveIntegerField(null=True, blank=True)
    declared_voters = models.PositiveIntegerField(null=True, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = [F("date").desc(nulls_last=True), "-id"]

    def __str__(self) -> str:
        """Say which sitting."""
        return f"sitting {self.pk} of {self.date or 'an unread day'}"


class SittingSource(models.Model):
    """A passage on which one single value of the sitting stands."""

    sitting = models.ForeignKey(Sitting, on_delete=models.PROTECT, related_name="sources")
    field = models.CharField(max_length=20, choices=StatedField)
    origin = models.CharField(max_length=10, choices=OriginChoice, default=OriginChoice.READ)
    citation = models.ForeignKey(Citation, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["sitting", "field", "citation"], name="council_sittingsource_once"
            ),
            models.CheckConstraint(
                condition=Q(field__in=StatedField.values), name="council_sittingsource_field_known"
            ),
            models.CheckConstraint(
                condition=Q(origin__in=OriginChoice.values), name="council_sittingsource_origin_known"
            ),
        ]

    def __str__(self) -> str:
        """Say what it proves."""
        return f"{self.field} of sitting {self.sitting_id}"


class AgendaItem(models.Model):
    """A question of the sitting (fr: question, rapport n°), at its place in the order of passage."""

    sitting = models.ForeignKey(Sitting, on_delete=models.PROTECT, related_name="agenda")
    question = models.PositiveIntegerField()
    position = models.PositiveIntegerField()

    class Meta:
        ordering = ["sitting_id", "position"]
        constraints = [
            models.UniqueConstraint(fields=["sitting", "question"], name="council_agendaitem_question_once"),
            models.UniqueConstraint(fields=["sitting", "position"], name="council_agendaitem_position_once"),
            models.CheckConstraint(condition=Q(position__gte=1), name="council_agendaitem_position_from_one"),
        ]

    def __str__(self) -> str:
        """Say which question, where."""
        return f"question {self.question}, taken {self.position}"


class Attendance(CitedRow):
    """
    A member in the roll of one sitting (fr: présence), with their commune or group as written.

    Their names (public: minutes are published by law) are kept as long as the sitting.
    """

    sitting = models.ForeignKey(Sitting, on_delete=models.PROTECT, related_name="members")
    position = models.PositiveIntegerField()
    name = models.TextField()
    given = models.TextField(blank=True)
    surname = models.TextField(blank=True)
    civility = models.CharField(max_length=20, blank=True)
    group = models.TextField(blank=True)
    status = models.CharField(max_length=12, choices=StatusChoice)

    class Meta(CitedRow.Meta):
        ordering = ["sitting_id", "position"]
        constraints = [
            *CitedRow.Meta.constraints,
            models.UniqueConstraint(fields=["sitting", "position"], name="council_attendance_position_once"),
            models.CheckConstraint(condition=~Q(name=""), name="council_attendance_has_a_name"),
            models.CheckConstraint(
                condition=Q(status__in=StatusChoice.values), name="council_attendance_status_known"
            ),
        ]

    def __str__(self) -> str:
        """Say which line of the roll: a name has no place in a log."""
        return f"member {self.position} of sitting {self.sitting_id}"


class PresenceRange(models.Model):
    """A part of the sitting that a member was in the room for; no first: since the opening, no last: to the end."""

    member = models.ForeignKey(Attendance, on_delete=models.PROTECT, related_name="ranges")
    position = models.PositiveIntegerField()
    first = models.PositiveIntegerField(null=True, blank=True)
    last = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["member_id", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["member", "position"], name="council_presencerange_position_once"
            ),
        ]

    def __str__(self) -> str:
        """Say from when to when."""
        return f"{self.first or 'opening'} to {self.last or 'end'}"


class Substitute(CitedRow):
    """Who sits in another member's place (fr: suppléant), as written; not a proxy."""

    sitting = models.ForeignKey(Sitting, on_delete=models.PROTECT, related_name="substitutes")
    position = models.PositiveIntegerField()
    name = models.TextField()
    replaces = models.TextField(blank=True)

    class Meta(CitedRow.Meta):
        ordering = ["sitting_id", "position"]
        constraints = [
            *CitedRow.Meta.constraints,
            models.UniqueConstraint(fields=["sitting", "position"], name="council_substitute_position_once"),
            models.CheckConstraint(condition=~Q(name=""), name="council_substitute_has_a_name"),
        ]

    def __str__(self) -> str:
        """Say which line."""
        return f"substitute {self.position} of sitting {self.sitting_id}"


class Proxy(CitedRow):
    """
    A vote given to another member for a part of the sitting (fr: procuration, pouvoir).

    The names are as written; `giver` and `holder` are the lines of the roll they agree with, if any.
    """

    sitting = models.ForeignKey(Sitting, on_delete=models.PROTECT, related_name="proxies")
    position = models.PositiveIntegerField()
    giver_name = models.TextField()
    holder_name = models.TextField()
    giver = models.ForeignKey(
        Attendance, on_delete=models.PROTECT, null=True, blank=True, related_name="given_proxies"
    )
    holder = models.ForeignKey(
        Attendance, on_delete=models.PROTECT, null=True, blank=True, related_name="held_proxies"
    )
    first = models.PositiveIntegerField(null=True, blank=True)
    last = models.PositiveIntegerField(null=True, blank=True)

    class Meta(CitedRow.Meta):
        ordering = ["sitting_id", "position"]
        constraints = [
            *CitedRow.Meta.constraints,
            models.UniqueConstraint(fields=["sitting", "position"], name="council_proxy_position_once"),
            models.CheckConstraint(
                condition=~Q(giver_name="") & ~Q(holder_name=""), name="council_proxy_has_both_names"
            ),
        ]

    def __str__(self) -> str:
        """Say which line."""
        return f"proxy {self.position} of sitting {self.sitting_id}"
