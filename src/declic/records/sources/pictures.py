"""Pages of a kept PDF: the boxes of a passage on them, and their pictures, drawn in the jail."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from time import monotonic

from declic.engines.reading.files.marks import marks_on
from declic.engines.reading.files.pages import Page
from declic.engines.reading.files.picture import Picture, picture_size
from declic.engines.reading.text import UnreadableFileError
from declic.records.sources.jail import picture_in_jail
from declic.records.sources.models import Version
from declic.records.sources.page_maps import KeptPages
from declic.records.sources.values import MarkedPage, Pages, PassageOnPages
from declic.units.spans import Span


PDF = "pdf"
DRAWING = "1"
"""How pages are drawn: raised when the picture of the same page changes."""
MOST_SHOWN = 4
"""A passage of more pages is a chapter: its first ones are shown."""
SHELF_BYTES = 8_000_000
SECONDS_REFUSED = 600.0
MOST_REFUSALS = 1_000


class Shelf:
    """
    The last pictures that were drawn, in memory and few bytes: a page that many ask for is drawn once.

    So is one that was refused, for a while: what makes a page too heavy today may be a machine that is busy.
    """

    def __init__(self, *, most_bytes: int, clock: Callable[[], float] = monotonic) -> None:
        """Begin empty."""
        self._lock = Lock()
        self._clock = clock
        self._most, self._held = most_bytes, 0
        self._pictures: OrderedDict[str, Picture] = OrderedDict()
        self._refused: OrderedDict[str, tuple[float, UnreadableFileError]] = OrderedDict()

    def demand_drawable(self, tag: str) -> None:
        """Raise the refusal of a page that was refused lately."""
        with self._lock:
            since, refusal = self._refused.get(tag, (float("-inf"), None))
            if refusal is not None and self._clock() - since < SECONDS_REFUSED:
                raise refusal.with_traceback(None)

    def refuse(self, tag: str, refusal: UnreadableFileError) -> None:
        """Remember that a page was refused, and forget the refusals that are oldest."""
        with self._lock:
            self._refused[tag] = (self._clock(), refusal)
            self._refused.move_to_end(tag)
            while len(self._refused) > MOST_REFUSALS:
                self._refused.popitem(last=False)

    def find(self, tag: str) -> Picture | None:
        """Give a picture that is there."""
        with self._lock:
            if tag in self._pictures:
                self._pictures.move_to_end(tag)
            return self._pictures.get(tag)

    def put(self, tag: str, picture: Picture) -> None:
        """Keep a picture, and let go those that nobody asked for, for longest."""
        with self._lock:
            if tag in self._pictures or len(picture.data) > self._most:
                return
            self._pictures[tag] = picture
            self._held += len(picture.data)
            while self._held > self._most:
                _tag, gone = self._pictures.popitem(last=False)
                self._held -= len(gone.data)


SHELF = Shelf(most_bytes=SHELF_BYTES)


def tag_of(row: Version, *, number: int) -> str | None:
    """Say what the picture of a page of a PDF is known by; None for another kind of file."""
    return f"{row.sha256}-{number}-{DRAWING}" if row.encoding == PDF else None


def drawn_page(row: Version, *, number: int) -> Picture | None:
    """Draw a page of a PDF, unless it was lately; None for another kind of file."""
    tag = tag_of(row, number=number)
    if tag is None:
        return None
    picture = SHELF.find(tag)
    if picture is None:
        SHELF.demand_drawable(tag)
        picture = _newly_drawn(row, number=number, tag=tag)
    return picture


def _newly_drawn(row: Version, *, number: int, tag: str) -> Picture:
    try:
        picture = picture_in_jail(bytes(row.data), number=number)
    except UnreadableFileError as refusal:
        SHELF.refuse(tag, refusal)
        raise
    SHELF.put(tag, picture)
    return picture


def shown_on_pages(row: Version, *, passage: Span | None, page: int) -> PassageOnPages | None:
    """Give the pages of a passage, else one page; None where the passage is outside the text."""
    text = row.text
    if passage is not None and not 0 <= passage.start < passage.end <= len(text):
        return None
    kept = KeptPages.of(bytes(row.places))
    held = _numbers(kept, passage=passage, page=page)
    shown = held[:MOST_SHOWN]
    return PassageOnPages(
        version_id=row.pk,
        document_title=row.document.title,
        quote=passage.of(text) if passage else "",
        state=_state(row, kept=kept),
        page_count=len(kept.held),
        pages=tuple(_marked(kept.page(n), row=row, passage=passage) for n in shown),
        further_count=len(held) - len(shown),
    )


def _state(row: Version, *, kept: KeptPages) -> Pages:
    if kept.held:
        return Pages.KEPT
    return Pages.FORGOTTEN if row.encoding == PDF else Pages.NONE


def _numbers(kept: KeptPages, *, passage: Span | None, page: int) -> list[int]:
    if not kept.held:
        return []
    if passage is None:
        return [min(max(page, 1), len(kept.held))]
    return [
        number
        for number, span in enumerate(kept.spans, start=1)
        if span.start < passage.end and passage.start < span.end
    ]


def _marked(page: Page, *, row: Version, passage: Span | None) -> MarkedPage:
    words, text = "", row.text
    if passage is not None:
        words = text[max(page.span.start, passage.start) : min(page.span.end, passage.end)]
    return MarkedPage(
        number=page.number,
        width=page.width,
        height=page.height,
        picture_size=picture_size(page.width, page.height),
        marks=marks_on(page, text=text, passage=passage) if passage is not None else (),
        words=words,
        tag=tag_of(row, number=page.number) or "",
    )
