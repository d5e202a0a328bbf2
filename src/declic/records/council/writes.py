"""Changes of councils: a reviewed draft becomes a sitting, once."""

from django.db import transaction

from declic.engines.reading.drafts import SittingDraft
from declic.records.accounts.rights import demand, may_review_documents
from declic.records.accounts.viewers import Viewer
from declic.records.council.models import Council, Sitting
from declic.records.council.opening import (
    keep_agenda,
    keep_deliberations,
    keep_members,
    keep_others,
    keep_proxies,
    keep_sources,
    stated_values,
)
from declic.records.council.proofs import prove
from declic.records.journal.adding import notes_last
from declic.records.journal.writes import note
from declic.records.sources.models import Version


UNNAMED_COUNCIL = "Conseil non nommé dans le document"


@transaction.atomic
@notes_last()
def open_sitting(version_id: int, *, draft: SittingDraft, by: Viewer, council_id: int | None = None) -> int:
    """
    Open the sitting that a version of a document states, whole or not at all, and give its number.

    Opened once: a second time gives the same number and changes nothing. The council is a new one unless
    `council_id` says which: its name alone (« Conseil municipal ») does not prove that it is the same.
    Raises NotAllowedError, LookupError for an unknown version or council, UncitedValueError for a value without
    passage. The document is published by who applies the draft (`pact.writes.apply_draft`).
    """
    demand(may_review_documents(by))
    if not Version.objects.select_for_update().filter(pk=version_id).values_list("pk"):
        raise LookupError(version_id)
    known = Sitting.objects.filter(version_id=version_id).values_list("pk", flat=True).first()
    if known is not None:
        return known
    proofs = prove(version_id, draft=draft, by=by)
    sitting = Sitting.objects.create(
        version_id=version_id, council=_council(council_id, draft=draft), **stated_values(draft)
    )
    keep_sources(sitting, draft=draft, proofs=proofs)
    keep_agenda(sitting, order=draft.order)
    roll = keep_members(sitting, members=draft.members, proofs=proofs)
    keep_proxies(sitting, proxies=draft.proxies, roll=roll, proofs=proofs)
    keep_others(sitting, draft=draft, proofs=proofs)
    keep_deliberations(sitting, acts=draft.deliberations, proofs=proofs)
    note(by=by.mark, verb="opened", about=f"sitting {sitting.pk}")
    return sitting.pk


def _council(council_id: int | None, *, draft: SittingDraft) -> Council:
    if council_id is None:
        return Council.objects.create(name=draft.body.value if draft.body else UNNAMED_COUNCIL)
    found = Council.objects.filter(pk=council_id).first()
    if found is None:
        raise LookupError(council_id)
    return found
