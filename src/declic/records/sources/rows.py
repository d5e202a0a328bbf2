"""Rows of sources become frozen values."""

from declic.records.sources.models import Citation, Draft, DraftItem, Version
from declic.records.sources.values import CitationLine, DraftLine, ReviewItem, VersionLine
from declic.units.spans import Span


LONGEST_QUOTE = 400


def version_line(row: Version) -> VersionLine:
    """Give a version as it is listed."""
    return VersionLine(
        id=row.pk,
        number=row.number,
        document_id=row.document_id,
        file_name=row.file_name,
        sha256=row.sha256,
        byte_count=row.byte_count,
        encoding=row.encoding,
        taken_at=row.taken_at,
    )


def draft_line(row: Draft, *, item_count: int, decided_count: int) -> DraftLine:
    """Give a draft as it is listed."""
    return DraftLine(
        id=row.pk,
        version_id=row.version_id,
        state=row.state,
        state_label=row.get_state_display(),
        created_at=row.created_at,
        applied_at=row.applied_at,
        item_count=item_count,
        decided_count=decided_count,
    )


def review_item(row: DraftItem, *, text: str) -> ReviewItem:
    """Give an item to review, with the words of its first passage."""
    spans = tuple(Span(*span) for span in row.spans)
    return ReviewItem(
        id=row.pk,
        kind=row.kind,
        key=row.key,
        position=row.position,
        label=row.label,
        value=row.value,
        edited=row.edited,
        spans=spans,
        quote=spans[0].of(text)[:LONGEST_QUOTE] if spans else "",
        state=row.state,
        state_label=row.get_state_display(),
        note=row.note,
        edition=row.edition,
    )


def citation_line(row: Citation) -> CitationLine:
    """Give a citation as a page links to it; `version__document` must have been selected."""
    return CitationLine(
        id=row.pk,
        version_id=row.version_id,
        document_slug=row.version.document.slug,
        version_number=row.version.number,
        start=row.start,
        end=row.end,
        quote=row.quote,
    )
