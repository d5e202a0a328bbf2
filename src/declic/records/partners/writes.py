"""Changes of partners."""

from django.db import transaction

from declic.records.accounts.rights import demand, may_edit_pact, may_review_documents
from declic.records.accounts.viewers import Viewer
from declic.records.journal.writes import note
from declic.records.partners.choices import InstitutionKind
from declic.records.partners.models import Institution
from declic.records.partners.names import normalised


@transaction.atomic
def find_or_add_institution(
    name: str,
    *,
    short_name: str = "",
    kind: InstitutionKind = InstitutionKind.UNKNOWN,
    by: Viewer,
) -> int:
    """
    Give the number of the institution of that name, added where it was not known.

    Wordings that differ by case, accents, spaces or punctuation are one institution: the first one stays.
    Raises ValueError for a name without a letter or digit. A found institution leaves no journal line.
    """
    demand(may_review_documents(by))
    words = " ".join(name.split())[:300]
    key = normalised(words)[:300]
    if not key:
        raise ValueError("An institution has a name.")
    row, added = Institution.objects.get_or_create(
        normalised_name=key, defaults={"name": words, "short_name": short_name, "kind": kind}
    )
    if added:
        note(by=by.mark, verb="added", about=f"institution {row.pk}")
    return row.pk


@transaction.atomic
def describe_institution(institution_id: int, *, short_name: str, kind: InstitutionKind, by: Viewer) -> None:
    """Say an institution's short name and kind. Raises LookupError for an unknown number."""
    demand(may_edit_pact(by))
    if not Institution.objects.filter(pk=institution_id).update(short_name=short_name, kind=kind):
        raise LookupError(institution_id)
    note(by=by.mark, verb="described", about=f"institution {institution_id}")
