"""The right pane of a review: the kinds of values, the values of one kind, the words that no value holds."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from declic.records.sources.choices import ItemState
from declic.records.sources.values import ReviewGroup, ReviewItem, ReviewPage as ReviewRead
from declic.units.spans import Span
from declic.web.design.components import Badge, Tab, Tabs, Tone
from declic.web.design.passages import pages_url
from declic.web.pilots.colouring import Place, part_number
from declic.web.pilots.kinds import KINDS
from declic.web.pilots.wording import facts_of


ORPHANS, UNREAD = "phrases-non-lues", "nombres-non-lus"
AROUND = 40
"""How many characters stand before and after a number that nobody read."""
STATE_TONES: dict[str, Tone] = {
    ItemState.PROPOSED: "neutral",
    ItemState.ACCEPTED: "good",
    ItemState.EDITED: "info",
    ItemState.REJECTED: "bad",
}


@dataclass(frozen=True, slots=True)
class ItemPart:
    """A value to review: its words, its fields, its passage, what was decided; `mark` is its number and its edition."""

    id: int
    mark: str
    label: str
    facts: tuple[tuple[str, str], ...]
    badge: Badge
    is_waiting: bool
    passage_url: str
    pages_url: str
    edit_url: str


@dataclass(frozen=True, slots=True)
class Left:
    """Words of the text that no value holds, and the way to their place."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for: a kind by its word, a part of the text, a part of the list."""

    slug: str
    part: int | None
    page: int

    def url(self, draft_id: int, *, slug: str = "", part: int | None = None, page: int = 1) -> str:
        """Give the address of another choice, of the same draft."""
        query = QueryDict(mutable=True)
        query["type"] = slug or self.slug
        if part is not None:
            query["partie"] = str(part)
        if page > 1:
            query["page"] = str(page)
        return f"{reverse('review', args=[draft_id])}?{query.urlencode()}"


@dataclass(frozen=True, slots=True)
class Shown:
    """
    The draft under review and the part of its text on the page, which links stay within where they can.

    `paged_version` is the version whose pages can be shown; None where it has none.
    """

    draft_id: int
    asked: Asked
    parts: tuple[Span, ...]
    number: int
    paged_version: int | None

    def url_of(self, place: Place) -> str:
        """Lead to a passage, without leaving the page where it is on it."""
        number = part_number(self.parts, position=place.span.start)
        if number == self.number:
            return f"#{place.anchor}"
        return f"{self.asked.url(self.draft_id, part=number, page=self.asked.page)}#{place.anchor}"


def kind_tabs(read: ReviewRead, *, asked: Asked) -> Tabs:
    """List the kinds of values of a draft, then what no value holds."""
    listed = [(KINDS[group.kind].slug, group.label, len(group.items)) for group in read.groups]
    listed += [(slug, left_label(slug), len(left_spans(read, slug=slug))) for slug in (ORPHANS, UNREAD)]
    return Tabs(
        _("Kinds of values"),
        tuple(
            Tab(label, asked.url(read.draft.id, slug=slug) + "#values", slug == asked.slug, count)
            for slug, label, count in listed
        ),
    )


def left_label(slug: str) -> str:
    """Name what no value holds."""
    return _("Sentences not read") if slug == ORPHANS else _("Numbers not read")


def left_spans(read: ReviewRead, *, slug: str) -> tuple[Span, ...]:
    """Give the sentences or the numbers that no value holds; none for another kind."""
    if slug == ORPHANS:
        return tuple(Span(piece.start, piece.end) for piece in read.pieces if piece.state == "orphan")
    return read.unread_digits if slug == UNREAD else ()


def places_of(group: ReviewGroup | None, *, left: Iterable[Span]) -> tuple[Place, ...]:
    """Give every passage of the values of a kind, or of what no value holds, with its anchor."""
    items = group.items if group else ()
    of_items = [
        Place(span, _anchor(item) if rank == 0 else "")
        for item in items
        for rank, span in enumerate(item.spans)
    ]
    return (*of_items, *_left_places(left))


def item_part(item: ReviewItem, *, shown: Shown) -> ItemPart:
    """Show one value."""
    first = Place(item.spans[0], _anchor(item)) if item.spans else None
    return ItemPart(
        id=item.id,
        mark=f"{item.id}:{item.edition}",
        label=item.label,
        facts=facts_of(item),
        badge=Badge(item.state_label, STATE_TONES[item.state]),
        is_waiting=item.state == ItemState.PROPOSED,
        passage_url=shown.url_of(first) if first else "",
        pages_url=pages_url(shown.paged_version, passage=first.span) if first and shown.paged_version else "",
        edit_url=reverse("edit_item", args=[shown.draft_id, item.id]),
    )


def left_parts(left: Iterable[Span], *, text: str, shown: Shown, around: int) -> tuple[Left, ...]:
    """Show the words that no value holds, with what stands around them."""
    return tuple(
        Left(
            " ".join(text[max(0, place.span.start - around) : place.span.end + around].split()),
            shown.url_of(place),
        )
        for place in _left_places(left)
    )


def _anchor(item: ReviewItem) -> str:
    return f"passage-{item.id}"


def _left_places(left: Iterable[Span]) -> list[Place]:
    return [Place(span, f"reste-{number}") for number, span in enumerate(left, start=1)]
