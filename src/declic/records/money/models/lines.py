"""The rows of funding lines and of what things are planned to cost."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from declic.records.money.choices import CreditType, Instrument, Nature, StageChoice, TaxBasis
from declic.records.pact.models import Measure, Programme
from declic.records.partners.models import Institution
from declic.records.sheets.models import ActionSheet
from declic.records.sheets.traced import Place, TracedRow


DATED = tuple(f"{stage}_on" for stage in StageChoice.values)
"""The column of the day on which a line came to each stage."""


class FundingLine(TracedRow):
    """
    Money that somebody was, is or will be asked for (fr: ligne de financement), in euros, its tax said.

    `euros` is what is asked, `granted_euros` what was said yes to; `signed_on` is the day of the agreement. `key`
    makes the same form sent twice one line.
    """

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="funding_lines")
    measure = models.ForeignKey(
        Measure, on_delete=models.PROTECT, null=True, blank=True, related_name="funding_lines"
    )
    sheet = models.ForeignKey(
        ActionSheet, on_delete=models.PROTECT, null=True, blank=True, related_name="funding_lines"
    )
    key = models.CharField(max_length=60)
    funder = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="funds")
    beneficiary = models.ForeignKey(
        Institution, on_delete=models.PROTECT, null=True, blank=True, related_name="is_funded"
    )
    purpose = models.CharField(max_length=300)
    instrument = models.CharField(max_length=20, choices=Instrument, default=Instrument.P147)
    credit = models.CharField(max_length=10, choices=CreditType, default=CreditType.SPECIFIC)
    nature = models.CharField(max_length=10, choices=Nature, default=Nature.OPERATING)
    fiscal_year = models.PositiveSmallIntegerField()
    euros = models.DecimalField(max_digits=14, decimal_places=2)
    granted_euros = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    tax = models.CharField(max_length=10, choices=TaxBasis, default=TaxBasis.INCLUDED)
    stage = models.CharField(max_length=10, choices=StageChoice, default=StageChoice.CONSIDERED)
    considered_on = models.DateField(null=True, blank=True)
    requested_on = models.DateField(null=True, blank=True)
    granted_on = models.DateField(null=True, blank=True)
    refused_on = models.DateField(null=True, blank=True)
    signed_on = models.DateField(null=True, blank=True)
    paid_on = models.DateField(null=True, blank=True)
    settled_on = models.DateField(null=True, blank=True)
    agreement_reference = models.CharField(max_length=100, blank=True)
    report_due_on = models.DateField(null=True, blank=True)

    traced: ClassVar[tuple[str, ...]] = (
        "funder_id",
        "beneficiary_id",
        "purpose",
        "instrument",
        "credit",
        "nature",
        "fiscal_year",
        "euros",
        "granted_euros",
        "tax",
        "stage",
        *DATED,
        "agreement_reference",
        "report_due_on",
    )

    class Meta:
        ordering = ["programme_id", "id"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "key"], name="funding_line_once"),
            models.CheckConstraint(condition=~Q(key="") & ~Q(purpose=""), name="funding_line_says_for_what"),
            models.CheckConstraint(condition=Q(euros__gt=0), name="funding_line_is_money"),
            models.CheckConstraint(
                condition=Q(granted_euros__isnull=True) | Q(granted_euros__gte=0),
                name="funding_line_grants_no_debt",
            ),
            models.CheckConstraint(
                condition=Q(fiscal_year__gte=2000, fiscal_year__lte=2100), name="funding_line_year_known"
            ),
            models.CheckConstraint(
                condition=Q(instrument__in=Instrument.values), name="funding_line_instrument_known"
            ),
            models.CheckConstraint(
                condition=Q(credit__in=CreditType.values), name="funding_line_credit_known"
            ),
            models.CheckConstraint(condition=Q(nature__in=Nature.values), name="funding_line_nature_known"),
            models.CheckConstraint(condition=Q(tax__in=TaxBasis.values), name="funding_line_tax_said"),
            models.CheckConstraint(
                condition=Q(stage__in=StageChoice.values), name="funding_line_stage_known"
            ),
            *(
                models.CheckConstraint(
                    condition=~Q(stage=stage) | Q(**{f"{stage}_on__isnull": False}),
                    name=f"funding_line_{stage}_on_a_day",
                )
                for stage in StageChoice.values
            ),
            models.CheckConstraint(
                condition=~Q(stage__in=[StageChoice.SIGNED, StageChoice.PAID, StageChoice.SETTLED])
                | ~Q(agreement_reference=""),
                name="funding_line_signed_by_an_act",
            ),
            models.CheckConstraint(
                condition=Q(sheet__isnull=True) | Q(measure__isnull=False),
                name="funding_line_sheet_has_its_measure",
            ),
        ]

    def __str__(self) -> str:
        """Name it by its number."""
        return f"funding line {self.pk}"

    def place(self) -> Place:
        """Say under what its changes are told."""
        return Place(self.programme_id, self.sheet_id)


class PlannedCost(TracedRow):
    """What a sheet is planned to cost in a year (fr: budget prévisionnel), one sum for each nature and tax basis."""

    sheet = models.ForeignKey(ActionSheet, on_delete=models.PROTECT, related_name="planned_costs")
    fiscal_year = models.PositiveSmallIntegerField()
    nature = models.CharField(max_length=10, choices=Nature, default=Nature.OPERATING)
    tax = models.CharField(max_length=10, choices=TaxBasis, default=TaxBasis.INCLUDED)
    euros = models.DecimalField(max_digits=14, decimal_places=2)

    traced: ClassVar[tuple[str, ...]] = ("fiscal_year", "nature", "tax", "euros")

    class Meta:
        ordering = ["sheet_id", "fiscal_year", "nature", "tax"]
        constraints = [
            models.UniqueConstraint(
                fields=["sheet", "fiscal_year", "nature", "tax"], name="planned_cost_once"
            ),
            models.CheckConstraint(condition=Q(euros__gte=0), name="planned_cost_not_negative"),
            models.CheckConstraint(
                condition=Q(fiscal_year__gte=2000, fiscal_year__lte=2100), name="planned_cost_year_known"
            ),
            models.CheckConstraint(condition=Q(nature__in=Nature.values), name="planned_cost_nature_known"),
            models.CheckConstraint(condition=Q(tax__in=TaxBasis.values), name="planned_cost_tax_said"),
        ]

    def __str__(self) -> str:
        """Name it by its number."""
        return f"planned cost {self.pk}"

    def place(self) -> Place:
        """Say under what its changes are told."""
        return self.sheet.place()
