"""The rows of institutions."""

from django.db import models
from django.db.models.functions import Length
from django.db.models.lookups import Exact

from declic.records.accounts.editions import EditedRow
from declic.records.partners.choices import InstitutionKind


class Institution(EditedRow):
    """
    An organisation that signs, carries, funds or hosts (fr: institution, partenaire); never a person.

    `siret` is its establishment in the register of companies (14 digits), `rna` its number in the register of
    associations; both are public, and open data asks for them.
    """

    name = models.CharField(max_length=300)
    normalised_name = models.CharField(max_length=300, unique=True, editable=False)
    short_name = models.CharField(max_length=60, blank=True)
    kind = models.CharField(max_length=20, choices=InstitutionKind, default=InstitutionKind.UNKNOWN)
    siret = models.CharField(max_length=14, blank=True)
    rna = models.CharField(max_length=10, blank=True)

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(normalised_name=""), name="institution_has_a_name"),
            models.CheckConstraint(
                condition=models.Q(kind__in=InstitutionKind.values), name="institution_kind_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(siret="") | models.Q(Exact(Length("siret"), 14)),
                name="institution_siret_has_14_digits",
            ),
            models.CheckConstraint(
                condition=models.Q(rna="")
                | models.Q(models.Q(rna__startswith="W"), Exact(Length("rna"), 10)),
                name="institution_rna_is_w_and_nine",
            ),
        ]

    def __str__(self) -> str:
        """Say its name, or the short one."""
        return self.short_name or self.name
