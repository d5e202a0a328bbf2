"""The rows of whom to call in an institution."""

from django.db import models
from django.db.models.functions import Lower

from declic.records.accounts.editions import EditedRow
from declic.records.partners.models.institutions import Institution


class ContactPerson(EditedRow):
    """
    Whom to call in an institution about a topic (fr: référent, personne ressource); they need no account.

    `name` (identifying), `email` and `phone` (contact, professional ones) are kept because measure 21 promises a
    person to reach, shown to partners, to everyone where `is_public`, and erased when the person is removed.
    `absent_until` sends people to the `deputy`. Source: Pacte, mesure 21.
    """

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="contact_persons")
    name = models.CharField(max_length=120)
    function = models.CharField(max_length=160, blank=True)
    topics = models.CharField(max_length=300, blank=True)
    email = models.EmailField(max_length=254, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    is_public = models.BooleanField(default=False)
    absent_until = models.DateField(null=True, blank=True)
    deputy = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="replaces"
    )

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint("institution", Lower("name"), name="contact_person_once"),
            models.CheckConstraint(condition=~models.Q(name=""), name="contact_person_has_a_name"),
            models.CheckConstraint(
                condition=~models.Q(email="") | ~models.Q(phone=""), name="contact_person_can_be_reached"
            ),
            models.CheckConstraint(
                condition=~models.Q(deputy=models.F("id")), name="contact_person_replaces_another"
            ),
        ]

    def __str__(self) -> str:
        """Name them by number: a name has no place in a log."""
        return f"contact person {self.pk}"
