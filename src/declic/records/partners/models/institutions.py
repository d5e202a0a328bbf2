"""The rows of institutions."""

from django.db import models

from declic.records.partners.choices import InstitutionKind


class Institution(models.Model):
    """An organisation that signs, carries, funds or hosts (fr: institution, partenaire); never a person."""

    name = models.CharField(max_length=300)
    normalised_name = models.CharField(max_length=300, unique=True, editable=False)
    short_name = models.CharField(max_length=60, blank=True)
    kind = models.CharField(max_length=20, choices=InstitutionKind, default=InstitutionKind.UNKNOWN)

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(normalised_name=""), name="institution_has_a_name"),
            models.CheckConstraint(
                condition=models.Q(kind__in=InstitutionKind.values), name="institution_kind_is_known"
            ),
        ]

    def __str__(self) -> str:
        """Say its name, or the short one."""
        return self.short_name or self.name
