"""The review of a reading: the text on one side, on the other the values of one kind, each to accept or not."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _, ngettext

from declic.records.sources.choices import DraftState
from declic.records.sources.values import ReviewItem, ReviewPage as ReviewRead
from declic.units.spans import Span
from declic.web.design.charts.coverage import CoverageChart, coverage_chart
from declic.web.design.components import Link, Message, Pagination, Tabs
from declic.web.design.pages import Head, head
from declic.web.pilots.colouring import Run, part_number, parts_of, places_in, runs_of
from declic.web.pilots.kinds import BY_SLUG, KINDS
from declic.web.pilots.pages.review_lists import (
    AROUND,
    ORPHANS,
    UNREAD,
    Asked,
    ItemPart,
    Left,
    Shown,
    item_part,
    kind_tabs,
    left_label,
    left_parts,
    left_spans,
    places_of,
)
from declic.web.pilots.pages.unread import unread_in_words


ITEMS_ON_A_PAGE = 150
LONGEST_NUMBER = 5


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """The whole review; `items` or `left` is what the right pane lists, `here` where a decision comes back to."""

    head: Head
    notices: tuple[Message, ...]
    draft_id: int
    progress: str
    coverage: CoverageChart
    unread: str
    runs: tuple[Run, ...]
    text_parts: Pagination
    kinds: Tabs
    slug: str
    kind_label: str
    items: tuple[ItemPart, ...]
    left: tuple[Left, ...]
    item_parts: Pagination
    waiting_count: int
    may_decide: bool
    apply_url: str
    here: str


def asked_from(query: QueryDict) -> Asked:
    """Read the address; what it cannot mean is left to the page."""
    return Asked(query.get("type", ""), _number(query.get("partie", "")), _number(query.get("page", "")) or 1)


def review_page(read: ReviewRead, *, asked: Asked, notices: tuple[Message, ...]) -> ReviewPage:
    """Show the review of a draft."""
    text = "".join(piece.text for piece in read.pieces)
    asked = Asked(_known_slug(read, slug=asked.slug), asked.part, asked.page)
    group = next((one for one in read.groups if one.kind == BY_SLUG.get(asked.slug)), None)
    left = left_spans(read, slug=asked.slug)
    places = places_of(group, left=left)
    listed: Page[ReviewItem] = Paginator(group.items if group else (), ITEMS_ON_A_PAGE).get_page(asked.page)
    parts = parts_of(text)
    number = _part_shown(parts, asked=asked, items=list(listed))
    paged_version = read.version.id if read.has_pages else None
    shown = Shown(read.draft.id, asked, parts, number, paged_version)
    part = parts[shown.number - 1]
    return ReviewPage(
        head=head(
            _("Review: %(title)s") % {"title": read.document_title},
            Link(_("Read a document"), reverse("read_document")),
            current=_("Review"),
        ),
        notices=(*notices, *_closed(read)),
        draft_id=read.draft.id,
        progress=_progress(read),
        coverage=_coverage(read),
        unread=unread_in_words(len(read.unread_digits), total=read.coverage.digit_count),
        runs=runs_of(
            read.pieces, part=part, unread=read.unread_digits, places=places_in(part, places=places)
        ),
        text_parts=_text_parts(shown),
        kinds=kind_tabs(read, asked=asked),
        slug=asked.slug,
        kind_label=group.label if group else left_label(asked.slug),
        items=tuple(item_part(item, shown=shown) for item in listed),
        left=left_parts(left, text=text, shown=shown, around=0 if asked.slug == ORPHANS else AROUND),
        item_parts=_item_parts(read, asked=asked, listed=listed),
        waiting_count=group.waiting_count if group else 0,
        may_decide=read.draft.state == DraftState.PENDING,
        apply_url=reverse("apply_draft", args=[read.draft.id]),
        here=asked.url(read.draft.id, part=asked.part, page=asked.page),
    )


def _number(word: str) -> int | None:
    return int(word) if word.isdecimal() and 0 < len(word) <= LONGEST_NUMBER else None


def _known_slug(read: ReviewRead, *, slug: str) -> str:
    known = [*(KINDS[group.kind].slug for group in read.groups), ORPHANS, UNREAD]
    return slug if slug in known else known[0]


def _part_shown(parts: tuple[Span, ...], *, asked: Asked, items: list[ReviewItem]) -> int:
    """Give the part asked for, else the one where the first value listed stands."""
    if asked.part is not None:
        return min(max(asked.part, 1), len(parts))
    first = next((item.spans[0].start for item in items if item.spans), 0)
    return part_number(parts, position=first)


def _progress(read: ReviewRead) -> str:
    draft = read.draft
    words = ngettext(
        "%(decided)d of %(count)d value decided", "%(decided)d of %(count)d values decided", draft.item_count
    )
    return words % {"decided": draft.decided_count, "count": draft.item_count}


def _coverage(read: ReviewRead) -> CoverageChart:
    stated = read.coverage
    return coverage_chart(
        attached=stated.attached_count, ignored=stated.ignored_count, orphans=stated.orphan_count
    )


def _closed(read: ReviewRead) -> tuple[Message, ...]:
    if read.draft.state == DraftState.APPLIED:
        return (Message(_("This review was applied: nothing of it can change any more."), tone="good"),)
    if read.draft.state == DraftState.DISCARDED:
        return (Message(_("This reading was set aside: another took its place."), tone="info"),)
    return ()


def _text_parts(shown: Shown) -> Pagination:
    def url(other: int) -> str:
        page = shown.asked.url(shown.draft_id, part=other, page=shown.asked.page)
        return f"{page}#text" if 1 <= other <= len(shown.parts) else ""

    return Pagination(shown.number, len(shown.parts), url(shown.number - 1), url(shown.number + 1))


def _item_parts(read: ReviewRead, *, asked: Asked, listed: Page[ReviewItem]) -> Pagination:
    def url(other: int) -> str:
        return asked.url(read.draft.id, page=other) + "#values"

    return Pagination(
        listed.number,
        listed.paginator.num_pages,
        url(listed.number - 1) if listed.has_previous() else "",
        url(listed.number + 1) if listed.has_next() else "",
    )
