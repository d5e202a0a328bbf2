"""The row of a change of a field, whatever the row that changed."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from declic.records.pact.models import Programme
from declic.records.partners.models import Institution
from declic.records.sheets.choices import ChangeSource
from declic.records.sheets.models.sheets import ActionSheet


class FieldChange(models.Model):
    """
    A value of one field that took the place of another (fr: modification).

    `kind` and `number` say of which row (« sheets.actionsheet », 12), `old` and `new` are the values as JSON says
    them: null, true, 3, « text », « 2024-05-01 », a list. What a row was added with is a change from the field's
    empty value, and what it was taken away with a change back to it: told again in order, changes give the row as
    it stands. `cause` names what made it where that is kept (« decision 7 »); `why` is in somebody's words.
    `person` (identifying, through the account) made it, acting for `institution`; `mark` stays when it is erased.
    """

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="changes")
    sheet = models.ForeignKey(
        ActionSheet, on_delete=models.PROTECT, null=True, blank=True, related_name="changes"
    )
    kind = models.CharField(max_length=60)
    number = models.PositiveBigIntegerField()
    field = models.CharField(max_length=60)
    old = models.JSONField(null=True)
    new = models.JSONField(null=True)
    at = models.DateTimeField()
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    institution = models.ForeignKey(
        Institution, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    mark = models.CharField(max_length=60)
    why = models.TextField(blank=True)
    source = models.CharField(max_length=10, choices=ChangeSource)
    cause = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(fields=["kind", "number", "id"], name="change_of_a_row"),
            models.Index(fields=["programme", "at"], name="change_since"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(source__in=ChangeSource.values), name="change_source_known"),
            models.CheckConstraint(
                condition=~Q(kind="") & ~Q(field="") & ~Q(mark=""), name="change_says_what_and_who"
            ),
        ]

    def __str__(self) -> str:
        """Say of what."""
        return f"{self.field} of {self.kind} {self.number}"
