"""The page of what was done for a pact, the latest first; and of one of these."""

from dataclasses import dataclass

from django.utils.translation import gettext as _, ngettext

from declic.records.deliveries.choices import DeliveryKind
from declic.records.deliveries.values import DeliveriesPage as DeliveriesRead, DeliveryRow
from declic.web.design.components import Badge, Empty, Link, Message, Pagination, Tabs, Tone
from declic.web.design.listing import neighbours_at
from declic.web.design.pages import Head
from declic.web.design.wording import day
from declic.web.pilots.indicators.forms import PART_LABELS
from declic.web.pilots.pages.header import address, steering_head, steering_tabs


ROWS_A_PAGE = 50
TONES: dict[DeliveryKind, Tone] = {DeliveryKind.POST: "good", DeliveryKind.AGREEMENT: "good"}


@dataclass(frozen=True, slots=True)
class DeliveryPart:
    """Something that was done."""

    title: str
    words: str
    badge: Badge
    ways: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class DeliveriesPage:
    """What was done for a pact."""

    head: Head
    tabs: Tabs
    notices: tuple[Message, ...]
    empty: Empty | None
    rows: tuple[DeliveryPart, ...]
    pagination: Pagination | None
    ways: tuple[Link, ...]


def deliveries_page(read: DeliveriesRead, *, number: int, notices: tuple[Message, ...]) -> DeliveriesPage:
    """Show what was done for a pact."""
    record = Link(_("Say what was done"), address("record_delivery", read.header))
    nothing = Empty(
        _("Nothing was recorded yet"),
        _("Say what was done as it happens: the indicators fill themselves."),
        record if read.may_record else None,
    )
    return DeliveriesPage(
        head=steering_head(read.header, _("What was done")),
        tabs=steering_tabs(read.header, current="deliveries"),
        notices=notices,
        empty=None if read.rows else nothing,
        rows=tuple(_row(one, read=read) for one in read.rows),
        pagination=_pagination(read, number=number),
        ways=(record,) if read.may_record else (),
    )


def delivery_words(row: DeliveryRow) -> str:
    """Say what was done in one line: people counted, never named."""
    said = [row.sheet_code or _("Measure %(number)s") % {"number": row.measure_number}, row.place]
    if row.count is not None:
        words = ngettext("%(count)d person", "%(count)d people", row.count)
        said.append(words % {"count": row.count})
    elif row.kind is not DeliveryKind.POST:
        said.append(_("not counted"))
    said += [f"{count} {PART_LABELS[name]}" for name, count in row.parts]
    return " · ".join(filter(None, said))


def _row(row: DeliveryRow, *, read: DeliveriesRead) -> DeliveryPart:
    here = {"delivery_id": row.delivery_id}
    ways = (
        Link(_("Correct"), address("delivery", read.header, **here)),
        Link(_("Take this back"), address("withdraw_delivery", read.header, **here)),
    )
    return DeliveryPart(
        title=day(row.on),
        words=delivery_words(row),
        badge=Badge(str(row.kind.label), TONES.get(row.kind, "info")),
        ways=ways if row.may_change else (),
    )


def _pagination(read: DeliveriesRead, *, number: int) -> Pagination | None:
    pages = -(-read.total // ROWS_A_PAGE)
    if pages <= 1:
        return None
    return neighbours_at(address("deliveries", read.header), page=number, pages=pages)
