"""The rows of decisions, and of what they change by themselves."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from declic.records.evaluation.models import IndicatorTarget
from declic.records.money.models import FundingLine
from declic.records.partners.models import Institution
from declic.records.sheets.models import ActionSheet, Milestone
from declic.records.sheets.traced import Place, TracedRow
from declic.records.steering.choices import DecisionKind, DecisionState, EffectKind
from declic.records.steering.models.meetings import AgendaItem, Meeting


TARGETS = ("sheet", "milestone", "line", "target")
"""What an effect may be on: one of them, as its kind says."""


def _on(name: str, *kinds: EffectKind) -> Q:
    """Say that an effect of these kinds is on that row and on no other."""
    return Q(kind__in=kinds, **{f"{one}__isnull": one != name for one in TARGETS})


class Decision(TracedRow):
    """
    What a committee decided at a meeting (fr: décision); it comes back at each next one until it is carried out.

    `sequence` counts the decisions of its meeting. `form_key` is the form it was typed in: the same form sent twice is
    one decision. « Late » is never kept: it is computed from `due_on`.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="decisions")
    item = models.ForeignKey(
        AgendaItem, on_delete=models.PROTECT, null=True, blank=True, related_name="decisions"
    )
    sequence = models.PositiveIntegerField()
    form_key = models.UUIDField()
    kind = models.CharField(max_length=20, choices=DecisionKind, default=DecisionKind.DECISION)
    text = models.TextField()
    owner = models.ForeignKey(Institution, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    due_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=20, choices=DecisionState, default=DecisionState.TO_DO)

    traced: ClassVar[tuple[str, ...]] = ("kind", "text", "owner_id", "due_on", "state")

    class Meta:
        ordering = ["meeting_id", "sequence"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "sequence"], name="decision_number_once"),
            models.UniqueConstraint(fields=["meeting", "form_key"], name="decision_of_a_form_once"),
            models.CheckConstraint(condition=~Q(text=""), name="decision_says_something"),
            models.CheckConstraint(condition=Q(kind__in=DecisionKind.values), name="decision_kind_known"),
            models.CheckConstraint(condition=Q(state__in=DecisionState.values), name="decision_state_known"),
        ]

    def __str__(self) -> str:
        """Name it by its number."""
        return f"decision {self.pk}"

    def place(self) -> Place:
        """Say under what its changes are told."""
        return Place(self.meeting.committee.programme_id)


class DecisionEffect(models.Model):
    """
    A change that a decision makes by itself, once (fr: effet).

    `value` is what the field becomes, as JSON says it; `old` what it was. `applied_at` is set in the transaction
    that changes it, and the history says « decision n ».
    """

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="effects")
    kind = models.CharField(max_length=20, choices=EffectKind)
    sheet = models.ForeignKey(ActionSheet, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    milestone = models.ForeignKey(
        Milestone, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    line = models.ForeignKey(FundingLine, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    target = models.ForeignKey(
        IndicatorTarget, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    value = models.CharField(max_length=60)
    old = models.CharField(max_length=60, blank=True)
    applied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["decision_id", "id"]
        constraints = [
            models.UniqueConstraint(fields=["decision", "kind", "sheet"], name="effect_on_a_sheet_once"),
            models.UniqueConstraint(
                fields=["decision", "kind", "milestone"], name="effect_on_a_milestone_once"
            ),
            models.UniqueConstraint(fields=["decision", "kind", "line"], name="effect_on_a_line_once"),
            models.UniqueConstraint(fields=["decision", "kind", "target"], name="effect_on_a_target_once"),
            models.CheckConstraint(condition=~Q(value=""), name="effect_changes_something"),
            models.CheckConstraint(
                condition=_on("sheet", EffectKind.SHEET_END, EffectKind.SHEET_STATUS)
                | _on("milestone", EffectKind.MILESTONE_DUE)
                | _on("line", EffectKind.FUNDING_STAGE)
                | _on("target", EffectKind.INDICATOR_TARGET),
                name="effect_on_what_its_kind_says",
            ),
        ]

    def __str__(self) -> str:
        """Name it by its number."""
        return f"effect {self.pk}"
