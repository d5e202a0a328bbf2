"""What is kept of an institution and of a contact person, from what was said of them."""

from declic.records.partners.choices import InstitutionKind
from declic.records.partners.models import ContactPerson
from declic.records.partners.values import Contact, Description
from declic.units.register_numbers import plain_rna, plain_siret


class WrongContactError(ValueError):
    """A contact person cannot be kept as said; the message says why, in French, for who types it."""


def contact_fields(
    contact: Contact, *, institution_id: int, contact_id: int | None = None
) -> dict[str, object]:
    """
    Give the columns of a contact person of this institution, of the one with that number where they are changed.

    Raises WrongContactError.
    """
    name = " ".join(contact.name.split())[:120]
    if not name:
        raise WrongContactError("Indiquez le nom de la personne.")
    if not (contact.email or contact.phone):
        raise WrongContactError("Indiquez un moyen de la joindre : une adresse ou un téléphone.")
    deputies = ContactPerson.objects.filter(institution_id=institution_id)
    if contact.deputy_id is not None and not deputies.filter(pk=contact.deputy_id).exists():
        raise WrongContactError("Le remplaçant n'est pas dans la liste de cette institution.")
    if contact_id is not None and contact.deputy_id == contact_id:
        raise WrongContactError("Une personne ne se remplace pas elle-même.")
    twin = deputies.filter(name__iexact=name).exclude(pk=contact_id or 0)
    if contact_id is not None and twin.exists():
        raise WrongContactError("Une autre personne de ce nom est déjà dans la liste.")
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


def description_fields(said: Description) -> dict[str, object]:
    """Give the columns of an institution so described. Raises ValueError for a number or a kind that cannot be."""
    return {
        "short_name": " ".join(said.short_name.split())[:60],
        "kind": InstitutionKind(said.kind).value,
        "siret": plain_siret(said.siret) if said.siret else "",
        "rna": plain_rna(said.rna) if said.rna else "",
    }
