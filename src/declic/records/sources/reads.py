"""Answers about sources: the documents, their passages, and the drafts to review."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Count, Prefetch, Q

from declic.engines.reading.files.picture import Picture
from declic.records.accounts.filters import reached
from declic.records.accounts.rights import demand, may_read_document, may_review_documents, may_verify_records
from declic.records.accounts.viewers import Viewer
from declic.records.sources.choices import ItemKind, ItemState
from declic.records.sources.kept import KeptReading, kept_answer, reading_from
from declic.records.sources.models import HEAVY, Citation, Document, Draft, Segment, Version
from declic.records.sources.pictures import drawn_page, shown_on_pages, tag_of
from declic.records.sources.pieces import cut
from declic.records.sources.rows import citation_line, draft_line, review_item, version_line
from declic.records.sources.values import (
    AcceptedDraft,
    CitationLine,
    CoverageLine,
    DocumentLine,
    DocumentPage,
    DraftLine,
    Passage,
    PassageOnPages,
    ReviewGroup,
    ReviewPage,
    SourcesReport,
)
from declic.records.sources.verification import verified
from declic.units.spans import Span


AROUND = 400
"""How many characters of the document stand before and after a passage, unless told."""


def list_documents(*, viewer: Viewer) -> tuple[DocumentLine, ...]:
    """List the documents the viewer may read, the latest first."""
    versions = Prefetch("versions", queryset=Version.objects.defer(*HEAVY).order_by("-number"))
    known = reached(may_read_document, viewer=viewer, public="public")
    seen = list(Document.objects.filter(known).order_by("-id").prefetch_related(versions))
    lasts = [row.versions.all()[0] for row in seen]
    drafts = _last_drafts(last.pk for last in lasts) if may_review_documents(viewer) else {}
    return tuple(
        DocumentLine(
            id=row.pk,
            slug=row.slug,
            title=row.title,
            kind=row.kind,
            kind_label=row.get_kind_display(),
            public=row.public,
            version=version_line(last),
            draft=drafts.get(last.pk),
        )
        for row, last in zip(seen, lasts, strict=True)
    )


def document_page(slug: str, *, viewer: Viewer, number: int | None = None) -> DocumentPage | None:
    """Give a document with the text of one version (the last unless told); None where unknown or not allowed."""
    row = Document.objects.filter(slug=slug).first()
    return _page(row, number=number, viewer=viewer)


def document_of_version(version_id: int, *, viewer: Viewer) -> DocumentPage | None:
    """Give the document of a version, with the text of that version; None where unknown or not allowed."""
    version = Version.objects.select_related("document").defer(*HEAVY).filter(pk=version_id).first()
    return _page(version.document, number=version.number, viewer=viewer) if version else None


def _page(row: Document | None, *, number: int | None, viewer: Viewer) -> DocumentPage | None:
    if row is None or not may_read_document(viewer, public=row.public):
        return None
    versions = list(row.versions.defer(*HEAVY).order_by("-number"))
    shown = next((v for v in versions if number in (None, v.number)), None)
    if shown is None:
        return None
    drafts = _last_drafts(v.pk for v in versions) if may_review_documents(viewer) else {}
    return DocumentPage(
        id=row.pk,
        slug=row.slug,
        title=row.title,
        kind=row.kind,
        kind_label=row.get_kind_display(),
        public=row.public,
        version=version_line(shown),
        text=shown.text,
        versions=tuple(version_line(v) for v in versions),
        drafts=tuple(drafts.values()),
    )


def original_file(version_id: int, *, viewer: Viewer) -> tuple[str, bytes] | None:
    """Give the name and the bytes of a kept file, as it came; None where unknown or not allowed."""
    row = _readable(version_id, viewer=viewer, without=("text", "places"))
    if row is None:
        return None
    return row.file_name, bytes(row.data)


def passage(version_id: int, *, start: int, end: int, viewer: Viewer, around: int = AROUND) -> Passage | None:
    """Give words of a document with their surroundings; None where unknown, not allowed or outside the text."""
    row = _readable(version_id, viewer=viewer, without=("data", "places"))
    if row is None:
        return None
    text = row.text
    if not 0 <= start < end <= len(text):
        return None
    first, last = max(0, start - around), min(len(text), end + around)
    return Passage(
        version_id=row.pk,
        document_slug=row.document.slug,
        document_title=row.document.title,
        version_number=row.number,
        start=start,
        end=end,
        has_pages=row.has_pages,
        before=text[first:start],
        quote=text[start:end],
        after=text[end:last],
        cut_before=first > 0,
        cut_after=last < len(text),
    )


def passage_on_pages(
    version_id: int, *, passage: Span | None, page: int, viewer: Viewer
) -> PassageOnPages | None:
    """
    Give the pages where a passage stands with the boxes to mark, or one page without any where no passage is asked.

    A page that the file does not have is its last. None where unknown, not allowed or outside the text.
    """
    row = _readable(version_id, viewer=viewer, without=("data",))
    if row is None:
        return None
    return shown_on_pages(row, passage=passage, page=page)


def picture_tag(version_id: int, *, number: int, viewer: Viewer) -> str | None:
    """Give what the picture of a page is known by: it changes when the picture does. None where unknown or not allowed."""
    row = _readable(version_id, viewer=viewer, without=HEAVY)
    if row is None:
        return None
    return tag_of(row, number=number)


def page_picture(version_id: int, *, number: int, viewer: Viewer) -> Picture | None:
    """
    Draw a page of a kept PDF, in the jail. None where unknown, not allowed, or no PDF.

    Raises UnreadableFileError, in one sentence, for a page that is not there or cannot be drawn.
    """
    row = _readable(version_id, viewer=viewer, without=HEAVY)
    if row is None:
        return None
    return drawn_page(row, number=number)


def citation_passage(citation_id: int, *, viewer: Viewer, around: int = AROUND) -> Passage | None:
    """Give the passage of a citation; None where unknown or not allowed."""
    row = Citation.objects.filter(pk=citation_id).first()
    if row is None:
        return None
    return passage(row.version_id, start=row.start, end=row.end, viewer=viewer, around=around)


def citations(citation_ids: Iterable[int], *, viewer: Viewer) -> dict[int, CitationLine]:
    """Give several citations by number; those unknown or not allowed are left out."""
    known = reached(may_read_document, viewer=viewer, public="version__document__public")
    rows = Citation.objects.select_related("version__document").defer(
        *(f"version__{column}" for column in HEAVY)
    )
    return {row.pk: citation_line(row) for row in rows.filter(known, pk__in=set(citation_ids))}


def review_page(draft_id: int, *, viewer: Viewer) -> ReviewPage | None:
    """Give a draft beside its text cut by coverage; None where unknown or not allowed."""
    draft = _draft(draft_id, viewer=viewer)
    if draft is None:
        return None
    version, text = draft.version, draft.version.text
    items = [review_item(row, text=text) for row in draft.items.order_by("position")]
    groups = tuple(
        ReviewGroup(
            kind=kind.value, label=str(kind.label), items=tuple(i for i in items if i.kind == kind.value)
        )
        for kind in ItemKind
        if any(i.kind == kind.value for i in items)
    )
    decided = sum(item.state != ItemState.PROPOSED for item in items)
    segments = list(draft.segments.order_by("position"))
    return ReviewPage(
        draft=draft_line(draft, item_count=len(items), decided_count=decided),
        document_slug=version.document.slug,
        document_title=version.document.title,
        kind=draft.answer["document"]["kind"],
        version=version_line(version),
        pieces=cut(text, states=[(Span(s.start, s.end), s.state) for s in segments]),
        groups=groups,
        checks=tuple((draft.answer["sitting"] or {}).get("checks", [])),
        findings=tuple(draft.answer["findings"]),
        coverage=_coverage(draft, segments=segments),
        unread_digits=tuple(Span(*span) for span in draft.answer["coverage"]["unread_digits"]),
        has_pages=draft.has_pages,
    )


def accepted_draft(draft_id: int, *, viewer: Viewer) -> AcceptedDraft | None:
    """Give what the review kept of a draft; None where unknown or not allowed."""
    draft = _draft(draft_id, viewer=viewer)
    if draft is None:
        return None
    kept = draft.items.filter(state__in=[ItemState.ACCEPTED, ItemState.EDITED]).order_by("position")
    return AcceptedDraft(
        draft_id=draft.pk,
        version_id=draft.version_id,
        state=draft.state,
        answer=draft.answer,
        items=tuple(review_item(row, text=draft.version.text) for row in kept),
    )


def kept_reading(draft_id: int, *, viewer: Viewer) -> KeptReading | None:
    """Give what the review kept, with the types of the reading engine; None where unknown or not allowed."""
    accepted = accepted_draft(draft_id, viewer=viewer)
    if accepted is None:
        return None
    answer = kept_answer(accepted.answer, items=[(item.kind, item.shown) for item in accepted.items])
    return reading_from(
        answer, draft_id=accepted.draft_id, version_id=accepted.version_id, state=accepted.state
    )


def draft_of_version(version_id: int, *, viewer: Viewer) -> DraftLine | None:
    """Give the last draft of a version; None where there is none or it is not allowed."""
    if not may_review_documents(viewer):
        return None
    return _last_drafts([version_id]).get(version_id)


def count_versions(*, viewer: Viewer) -> int:
    """Count every kept version; none for who may not verify."""
    return Version.objects.count() if may_verify_records(viewer) else 0


def verify_sources(*, viewer: Viewer, tick: Callable[[], None]) -> SourcesReport:
    """Compare everything that is kept with its fingerprint. Raises NotAllowedError but for the operator."""
    demand(may_verify_records(viewer))
    return verified(tick=tick)


def _readable(version_id: int, *, viewer: Viewer, without: Iterable[str]) -> Any:
    rows = Version.objects.select_related("document").defer(*without)
    row = rows.annotate(has_pages=~Q(places=b"")).filter(pk=version_id).first()
    return row if row is not None and may_read_document(viewer, public=row.document.public) else None


def _draft(draft_id: int, *, viewer: Viewer) -> Any:
    if not may_review_documents(viewer):
        return None
    rows = Draft.objects.select_related("version__document").defer("version__data", "version__places")
    return rows.annotate(has_pages=~Q(version__places=b"")).filter(pk=draft_id).first()


def _last_drafts(version_ids: Iterable[int]) -> dict[int, DraftLine]:
    counted = Draft.objects.defer("answer").annotate(
        item_count=Count("items"),
        decided_count=Count("items", filter=~Q(items__state=ItemState.PROPOSED)),
    )
    rows = counted.filter(version_id__in=list(version_ids)).order_by("id")
    return {
        row.version_id: draft_line(row, item_count=row.item_count, decided_count=row.decided_count)
        for row in rows
    }


def _coverage(draft: Draft, *, segments: list[Segment]) -> CoverageLine:
    states = Counter(segment.state for segment in segments)
    stated = draft.answer["coverage"]
    return CoverageLine(
        sentence_count=len(segments),
        attached_count=states["attached"],
        ignored_count=states["ignored"],
        orphan_count=states["orphan"],
        digit_count=stated["digits"],
        claimed_digit_count=stated["digits_claimed"],
    )
