"""The rows of who answers: pilots of axes, leads of measures, institutions and people on a sheet."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from declic.records.pact.models import Axis, Measure
from declic.records.partners.models import Institution
from declic.records.sheets.choices import PersonRole, SheetRole
from declic.records.sheets.models.sheets import ActionSheet
from declic.records.sheets.traced import Place, TracedRow


NAMED = ("institution_id", "person_id", "function")


class NamedRow(TracedRow):
    """
    An institution that answers for something, and who does there: an account, a function in words, or both.

    `person` (identifying, through the account) opens what they pilot; it is emptied when the account is erased.
    `function` (« the deputy in charge of culture ») names nobody.
    """

    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    function = models.CharField(max_length=200, blank=True)

    traced: ClassVar[tuple[str, ...]] = NAMED

    class Meta:
        abstract = True


class AxisPilot(NamedRow):
    """Who pilots an axis (fr: pilote d'axe); without a person, nobody steers it yet."""

    axis = models.ForeignKey(Axis, on_delete=models.PROTECT, related_name="pilots")

    class Meta:
        ordering = ["axis_id", "id"]
        constraints = [
            models.UniqueConstraint(fields=["axis", "institution"], name="axis_pilot_institution_once"),
        ]

    def __str__(self) -> str:
        """Name it by its number: a name has no place in a log."""
        return f"axis pilot {self.pk}"

    def place(self) -> Place:
        """Say under what its changes are told."""
        return Place(self.axis.programme_id)


class MeasureLead(NamedRow):
    """Who answers for a measure (fr: responsable de mesure)."""

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="leads")

    class Meta:
        ordering = ["measure_id", "id"]
        constraints = [
            models.UniqueConstraint(fields=["measure", "institution"], name="measure_lead_institution_once"),
        ]

    def __str__(self) -> str:
        """Name it by its number: a name has no place in a log."""
        return f"measure lead {self.pk}"

    def place(self) -> Place:
        """Say under what its changes are told."""
        return Place(self.measure.programme_id)


class SheetInstitution(TracedRow):
    """What an institution does on a sheet; who carries it edits it, and one at most leads."""

    sheet = models.ForeignKey(ActionSheet, on_delete=models.PROTECT, related_name="institutions")
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="on_sheets")
    role = models.CharField(max_length=20, choices=SheetRole)

    traced: ClassVar[tuple[str, ...]] = ("institution_id", "role")

    class Meta:
        ordering = ["sheet_id", "id"]
        constraints = [
            models.UniqueConstraint(fields=["sheet", "institution", "role"], name="sheet_institution_once"),
            models.UniqueConstraint(
                fields=["sheet"], condition=Q(role=SheetRole.LEAD), name="sheet_has_one_lead"
            ),
            models.CheckConstraint(
                condition=Q(role__in=SheetRole.values), name="sheet_institution_role_known"
            ),
        ]

    def __str__(self) -> str:
        """Name it by its number."""
        return f"institution {self.institution_id} on sheet {self.sheet_id}"

    def place(self) -> Place:
        """Say under what its changes are told."""
        return self.sheet.place()


class SheetPerson(TracedRow):
    """
    A person, a department or a function on a sheet, in words: they need no account.

    `words` (identifying, where it is a name) is professional, told to who works on the pact, and goes with the
    line. `person` is the account, where they have one: what is expected of them is on « my actions ».
    """

    sheet = models.ForeignKey(ActionSheet, on_delete=models.PROTECT, related_name="people")
    role = models.CharField(max_length=20, choices=PersonRole)
    words = models.CharField(max_length=200)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="on_sheets"
    )

    traced: ClassVar[tuple[str, ...]] = ("role", "words", "person_id")

    class Meta:
        ordering = ["sheet_id", "id"]
        constraints = [
            models.UniqueConstraint(fields=["sheet", "role", "words"], name="sheet_person_once"),
            models.CheckConstraint(condition=~Q(words=""), name="sheet_person_says_something"),
            models.CheckConstraint(condition=Q(role__in=PersonRole.values), name="sheet_person_role_known"),
        ]

    def __str__(self) -> str:
        """Name it by its number: a name has no place in a log."""
        return f"person {self.pk} of sheet {self.sheet_id}"

    def place(self) -> Place:
        """Say under what its changes are told."""
        return self.sheet.place()
