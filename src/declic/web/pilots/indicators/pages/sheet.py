"""The tab of a sheet that shows what is observed of its measure, and what was done for it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from declic.records.deliveries.values import DeliveriesPage
from declic.records.evaluation.values import IndicatorsPage
from declic.web.design.components import Cell, Empty, Link, Table
from declic.web.design.pages import Head
from declic.web.design.wording import day
from declic.web.pilots.indicators.pages.done import delivery_words
from declic.web.pilots.indicators.pages.listing import IndicatorPart, indicator_part
from declic.web.pilots.sheets.pages.top import SheetTop
from declic.web.pilots.sheets.tabs import SheetTab


@dataclass(frozen=True, slots=True)
class SheetIndicatorsPage:
    """What is observed of a sheet's measure, and what was done for the sheet."""

    head: Head
    top: SheetTop
    note: str
    indicators: tuple[IndicatorPart, ...]
    empty: Empty | None
    done: Table | None
    record: Link | None


def sheet_indicators_page(
    tab: SheetTab, *, observed: IndicatorsPage, done: DeliveriesPage
) -> SheetIndicatorsPage:
    """Show the indicators of a sheet."""
    slug = tab.read.header.slug
    add = Link(_("Add an indicator"), reverse("add_indicator", args=[slug])) if observed.may_add else None
    record = Link(_("Say what was done"), reverse("record_delivery", args=[slug]))
    nothing = Empty(_("No indicator yet"), _("Nothing is observed of this measure yet."), add)
    return SheetIndicatorsPage(
        head=tab.head,
        top=tab.top,
        note=tab.read.indicators_note,
        indicators=tuple(indicator_part(one, header=observed.header) for one in observed.indicators),
        empty=None if observed.indicators else nothing,
        done=_done(done) if done.rows else None,
        record=record if done.may_record else None,
    )


def _done(read: DeliveriesPage) -> Table:
    return Table(
        _("What was done, the latest first"),
        (_("Day"), _("What"), _("In detail")),
        tuple((Cell(day(one.on)), Cell(str(one.kind.label)), Cell(delivery_words(one))) for one in read.rows),
    )
