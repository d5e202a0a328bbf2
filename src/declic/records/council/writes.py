"""Changes of councils: a reviewed draft becomes a sitting, once; a clerk says what publishing its acts asks for."""

from django.db import transaction

from declic.engines.reading.drafts import SittingDraft
from declic.records.accounts.editions import demand_latest, next_edition
from declic.records.accounts.rights import demand, may_review_documents
from declic.records.accounts.viewers import Viewer
from declic.records.council.filed import FilingSaid
from declic.records.council.filing import (
    acts_kept,
    acts_said,
    institution_said,
    keep_acts,
    name_council,
    number_institution,
)
from declic.records.council.models import Council, Filing, Sitting
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


@transaction.atomic
@notes_last()
def file_acts(sitting_id: int, *, said: FilingSaid, by: Viewer, seen: int | None = None) -> None:
    """
    Keep what a clerk says of a sitting's acts so that they leave as open data; the same again changes nothing.

    Raises NotAllowedError, LookupError for an unknown sitting or institution, WrongFilingError, ValueError for a
    SIRET that cannot exist, OtherSiretError, ChangedMeanwhileError where it was said since the edition `seen`.
    """
    demand(may_review_documents(by))
    sitting = Sitting.objects.select_for_update().filter(pk=sitting_id).first()
    if sitting is None:
        raise LookupError(sitting_id)
    filing, _is_new = Filing.objects.get_or_create(sitting=sitting)
    acts, institution_id = acts_said(sitting, said.acts), institution_said(said, by=by)
    if institution_id is not None and said.siret:
        number_institution(institution_id, siret=said.siret, by=by)
    if filing.edition and (sitting.council.institution_id, acts_kept(filing)) == (institution_id, acts):
        return
    demand_latest(filing, seen=seen)
    name_council(sitting, institution_id=institution_id)
    keep_acts(filing, acts=acts)
    Filing.objects.filter(pk=filing.pk).update(**next_edition(by))
    note(by=by.mark, verb="filed", about=f"acts of sitting {sitting_id}")


def _council(council_id: int | None, *, draft: SittingDraft) -> Council:
    if council_id is None:
        return Council.objects.create(name=draft.body.value if draft.body else UNNAMED_COUNCIL)
    found = Council.objects.filter(pk=council_id).first()
    if found is None:
        raise LookupError(council_id)
    return found
