"""A draft of a programme becomes rows: what it is, who signed it, how it is laid out."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.text import slugify

from declic.engines.reading.drafts import ArticleDraft, PactDraft, PartyDraft, Stated
from declic.records.accounts.viewers import Viewer
from declic.records.council.proofs import Proofs
from declic.records.pact.choices import StatedField, ValidationChoice
from declic.records.pact.models import (
    Article,
    Body,
    DiagnosisReason,
    Event,
    KeyDate,
    Programme,
    ProgrammeSource,
    Representative,
    Signatory,
    SignatureBlock,
)
from declic.records.pact.wordings import free_slug, is_local_authority
from declic.records.partners.choices import InstitutionKind
from declic.records.partners.names import normalised
from declic.records.partners.writes import find_or_add_institution
from declic.records.sources.models import Version


@dataclass(frozen=True, slots=True)
class _Party:
    institution_id: int
    draft: PartyDraft


def open_programme(version: Version, *, draft: PactDraft, proofs: Proofs) -> Programme:
    """Add the programme with its single values and their passages; without a title, it takes its document's."""
    stated: dict[StatedField, Stated[object] | None] = {
        field: getattr(draft, field.value) for field in StatedField
    }
    values = {field.value: said.value for field, said in stated.items() if said is not None}
    title = str(values.pop("title", "") or version.document.title)
    programme = Programme.objects.create(version=version, slug=_slug(title), title=title, **values)
    ProgrammeSource.objects.bulk_create(
        ProgrammeSource(programme=programme, field=field, origin=said.origin, citation_id=citation)
        for field, said in stated.items()
        if said is not None
        for citation in proofs.ids(said.spans)
    )
    return programme


def keep_signatories(programme: Programme, *, draft: PactDraft, proofs: Proofs, by: Viewer) -> None:
    """
    Keep the parties, one per institution, and the signature blocks that stand for them.

    Where the text makes local authorities' commitment wait for their assembly, theirs is proposed as awaited;
    everyone else's validation is unknown: the text says nothing of it.
    """
    parties = _parties(draft.parties, by=by)
    rows = [
        Signatory(
            programme=programme,
            position=position,
            institution_id=party.institution_id,
            organisation=party.draft.organisation,
            validation=_proposed_validation(party.draft.organisation, reserve=draft.reserve is not None),
        )
        for position, party in enumerate(parties, start=1)
    ]
    kept = proofs.keep(rows, spans=[party.draft.spans for party in parties])
    Representative.objects.bulk_create(
        Representative(
            signatory=row,
            position=position,
            name=one.name,
            civility=one.civility or "",
            function=one.function or "",
        )
        for row, party in zip(kept, parties, strict=True)
        for position, one in enumerate(party.draft.representatives, start=1)
    )
    _keep_blocks(programme, draft=draft, signatories=kept, proofs=proofs)


def keep_articles(
    programme: Programme, *, articles: Sequence[ArticleDraft], proofs: Proofs
) -> dict[int, Article]:
    """Keep the articles and give them by number."""
    rows = [
        Article(
            programme=programme,
            number=article.number,
            title=article.title,
            body_id=proofs.citation_ids[article.body],
        )
        for article in articles
    ]
    kept = proofs.keep(rows, spans=[article.spans for article in articles])
    return {row.number: row for row in kept}


def keep_frame(programme: Programme, *, draft: PactDraft, proofs: Proofs) -> None:
    """Keep the reasons of the diagnosis, the bodies, the dates and the events."""
    reasons = [
        DiagnosisReason(programme=programme, position=position, text=said.value, origin=said.origin)
        for position, said in enumerate(draft.diagnosis, start=1)
    ]
    proofs.keep(reasons, spans=[said.spans for said in draft.diagnosis])
    bodies = [
        Body(programme=programme, position=position, name=body.name, periodicity=body.periodicity or "")
        for position, body in enumerate(draft.bodies, start=1)
    ]
    proofs.keep(bodies, spans=[body.spans for body in draft.bodies])
    dates = [
        KeyDate(
            programme=programme,
            position=position,
            value=date.value,
            precision=date.precision,
            label=date.label,
        )
        for position, date in enumerate(draft.dates, start=1)
    ]
    proofs.keep(dates, spans=[date.spans for date in draft.dates])
    events = [
        Event(programme=programme, position=position, name=event.name, date=event.date or "")
        for position, event in enumerate(draft.events, start=1)
    ]
    proofs.keep(events, spans=[event.spans for event in draft.events])


def _slug(title: str) -> str:
    wanted = slugify(title.replace("'", " ").replace("’", " "))[:100].strip("-") or "pacte"
    taken = set(Programme.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    return free_slug(wanted, taken=taken)


def _parties(drafts: Sequence[PartyDraft], *, by: Viewer) -> list[_Party]:
    found: dict[int, _Party] = {}
    for draft in drafts:
        is_local = is_local_authority(draft.organisation)
        kind = InstitutionKind.LOCAL_AUTHORITY if is_local else InstitutionKind.UNKNOWN
        institution = find_or_add_institution(draft.organisation, kind=kind, by=by)
        known = found.get(institution)
        found[institution] = _Party(institution, _joined(known.draft, draft) if known else draft)
    return list(found.values())


def _joined(first: PartyDraft, second: PartyDraft) -> PartyDraft:
    people = tuple(dict.fromkeys(first.representatives + second.representatives))
    spans = tuple(dict.fromkeys(first.spans + second.spans))
    return PartyDraft(organisation=first.organisation, representatives=people, spans=spans)


def _proposed_validation(organisation: str, *, reserve: bool) -> ValidationChoice:
    if reserve and is_local_authority(organisation):
        return ValidationChoice.AWAITED
    return ValidationChoice.UNKNOWN


def _keep_blocks(
    programme: Programme, *, draft: PactDraft, signatories: Sequence[Signatory], proofs: Proofs
) -> None:
    by_name = {normalised(row.organisation): row for row in signatories}
    rows = [
        SignatureBlock(
            programme=programme,
            position=position,
            text=block.text,
            signatory=by_name.get(normalised(block.organisation)) if block.organisation else None,
        )
        for position, block in enumerate(draft.signature_blocks, start=1)
    ]
    proofs.keep(rows, spans=[block.spans for block in draft.signature_blocks])
