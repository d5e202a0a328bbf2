"""What is kept of a contact person, from what was said of them."""

from declic.records.partners.models import ContactPerson
from declic.records.partners.values import Contact


class WrongContactError(ValueError):
    """A contact person cannot be kept as said; the message says why, in French, for who types it."""


def contact_fields(contact: Contact, *, institution_id: int) -> dict[str, object]:
    """Give the columns of a contact person of this institution. Raises WrongContactError."""
    name = " ".join(contact.name.split())[:120]
    if not name:
        raise WrongContactError("Indiquez le nom de la personne.")
    if not (contact.email or contact.phone):
        raise WrongContactError("Indiquez un moyen de la joindre : une adresse ou un téléphone.")
    deputies = ContactPerson.objects.filter(institution_id=institution_id)
    if contact.deputy_id is not None and not deputies.filter(pk=contact.deputy_id).exists():
        raise WrongContactError("Le remplaçant n'est pas dans la liste de cette institution.")
    return {
        "name": name,
        "function": " ".join(contact.function.split())[:160],
        "topics": " ".join(contact.topics.split())[:300],
        "email": contact.email.strip().lower(),
        "phone": " ".join(contact.phone.split())[:30],
        "is_public": contact.is_public,
        "absent_until": contact.absent_until,
        "deputy_id": contact.deputy_id,
    }
