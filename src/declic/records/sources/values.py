"""What sources answer: frozen values, never rows."""

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal

from declic.engines.reading.files.pages import Box
from declic.units.spans import Span


PieceState = Literal["attached", "ignored", "orphan", "blank"]


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version as it is listed."""

    id: int
    number: int
    document_id: int
    file_name: str
    sha256: str
    byte_count: int
    encoding: str
    taken_at: datetime.datetime


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A draft as it is listed; `decided` counts the items on which somebody decided."""

    id: int
    version_id: int
    state: str
    state_label: str
    created_at: datetime.datetime
    applied_at: datetime.datetime | None
    item_count: int
    decided_count: int


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document as it is listed, with its last version and that version's last draft, if any."""

    id: int
    slug: str
    title: str
    kind: str
    kind_label: str
    public: bool
    version: VersionLine
    draft: DraftLine | None


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """A document: the text of one version, and every version, newest first."""

    id: int
    slug: str
    title: str
    kind: str
    kind_label: str
    public: bool
    version: VersionLine
    text: str
    versions: tuple[VersionLine, ...]
    drafts: tuple[DraftLine, ...]


@dataclass(frozen=True, slots=True)
class CitationLine:
    """Where a value was read: enough to quote it and to link to it."""

    id: int
    version_id: int
    document_slug: str
    version_number: int
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Passage:
    """
    Words of a document with what stands before and after them; `cut_before`: the text goes on further up.

    `has_pages`: the file has pages, and where the words stand on them is kept.
    """

    version_id: int
    document_slug: str
    document_title: str
    version_number: int
    start: int
    end: int
    has_pages: bool
    before: str
    quote: str
    after: str
    cut_before: bool
    cut_after: bool


@dataclass(frozen=True, slots=True)
class MarkedPage:
    """
    A page as its picture shows it: its size in points, the picture's in pixels, and the boxes of the passage.

    `words` are what the passage says on this page, `tag` changes when the picture does.
    """

    number: int
    width: float
    height: float
    picture_size: tuple[int, int]
    marks: tuple[Box, ...]
    words: str
    tag: str


class Pages(StrEnum):
    """Whether a passage can be shown on its pages."""

    KEPT = "kept"
    FORGOTTEN = "forgotten"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class PassageOnPages:
    """
    A passage and the pages where it stands, of all those of the file; `state` says why there is none.

    FORGOTTEN is a PDF that was kept before the places of its words were. `further_count` counts the pages of a long
    passage that are not shown.
    """

    version_id: int
    document_title: str
    quote: str
    state: Pages
    page_count: int
    pages: tuple[MarkedPage, ...]
    further_count: int


@dataclass(frozen=True, slots=True)
class TextPiece:
    """A run of the text in one state of coverage; the pieces of a page make the whole text, in order."""

    start: int
    end: int
    text: str
    state: PieceState


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """One value to review; `shown` is the correction where there is one, else the value as read."""

    id: int
    kind: str
    key: str
    position: int
    label: str
    value: dict[str, Any]
    edited: dict[str, Any] | None
    spans: tuple[Span, ...]
    quote: str
    state: str
    state_label: str
    note: str
    edition: int

    @property
    def shown(self) -> dict[str, Any]:
        """Give what would be applied."""
        return self.value if self.edited is None else self.edited


@dataclass(frozen=True, slots=True)
class ReviewGroup:
    """The items of one kind, with how many still wait."""

    kind: str
    label: str
    items: tuple[ReviewItem, ...]

    @property
    def waiting_count(self) -> int:
        """Count the items on which nobody decided."""
        return sum(item.state == "proposed" for item in self.items)


@dataclass(frozen=True, slots=True)
class CoverageLine:
    """What share of the text is accounted for."""

    sentence_count: int
    attached_count: int
    ignored_count: int
    orphan_count: int
    digit_count: int
    claimed_digit_count: int


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """A draft beside its text."""

    draft: DraftLine
    document_slug: str
    document_title: str
    kind: str
    version: VersionLine
    pieces: tuple[TextPiece, ...]
    groups: tuple[ReviewGroup, ...]
    checks: tuple[dict[str, Any], ...]
    findings: tuple[dict[str, Any], ...]
    coverage: CoverageLine
    unread_digits: tuple[Span, ...]
    has_pages: bool


@dataclass(frozen=True, slots=True)
class AcceptedDraft:
    """
    What a review kept of a draft, for the records that apply it.

    `items` are those accepted or corrected (in the order of the document), `answer` the whole reading.
    """

    draft_id: int
    version_id: int
    state: str
    answer: dict[str, Any]
    items: tuple[ReviewItem, ...]

    def of_kind(self, kind: str) -> tuple[ReviewItem, ...]:
        """Give the kept items of one kind, in order."""
        return tuple(item for item in self.items if item.kind == kind)


@dataclass(frozen=True, slots=True)
class SourcesReport:
    """How many versions and citations were compared with what they said, and the marks of those that changed."""

    version_count: int
    changed_versions: tuple[str, ...]
    citation_count: int
    changed_citations: tuple[str, ...]
