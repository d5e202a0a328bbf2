"""A reading becomes rows: the draft, whether each sentence was read, and the values to review."""

from django.utils import timezone

from declic.records.sources.choices import DraftState, SegmentState
from declic.records.sources.files import READER
from declic.records.sources.items import ItemDraft, items_of
from declic.records.sources.jail import JailedReading
from declic.records.sources.models import Draft, DraftItem, Segment, Version


def known_draft(version: Version) -> int | None:
    """Give the draft that this reader made of a version and that nobody put aside; None where there is none."""
    known = version.drafts.filter(reader=READER).exclude(state=DraftState.DISCARDED).first()
    return known.pk if known else None


def keep_draft(version: Version, *, reading: JailedReading) -> Draft:
    """Keep the draft of a version, with its segments and its values."""
    draft = Draft.objects.create(
        version=version, reader=READER, answer=reading.answer, created_at=timezone.now()
    )
    Segment.objects.bulk_create(_segments(draft, reading=reading), batch_size=500)
    rows = [
        _item(draft, position=position, item=item) for position, item in enumerate(items_of(reading.answer))
    ]
    DraftItem.objects.bulk_create(rows, batch_size=200)
    return draft


def _segments(draft: Draft, *, reading: JailedReading) -> list[Segment]:
    stated = [(span, SegmentState.ATTACHED) for span in reading.attached]
    stated += [(span, SegmentState.IGNORED) for span in reading.ignored]
    stated += [(span, SegmentState.ORPHAN) for span in reading.orphans]
    return [
        Segment(draft=draft, position=position, start=span.start, end=span.end, state=state)
        for position, (span, state) in enumerate(sorted(stated))
        if span.end > span.start
    ]


def _item(draft: Draft, *, position: int, item: ItemDraft) -> DraftItem:
    return DraftItem(
        draft=draft,
        kind=item.kind,
        key=item.key,
        position=position,
        label=item.label,
        value=item.value,
        spans=item.spans,
    )
