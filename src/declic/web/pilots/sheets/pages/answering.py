"""Who pilots each axis and who answers for each measure."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _, ngettext

from declic.records.sheets.values import LedMeasure, NamedLine, PilotedAxis, PilotsPage as PilotsRead
from declic.web.design.components import AxisMark, Badge, Link, Message, Tabs
from declic.web.design.pages import Head
from declic.web.pilots.pages.header import steering_head, steering_tabs
from declic.web.pilots.sheets.pages.lists import who_answers


@dataclass(frozen=True, slots=True)
class Answering:
    """Who answers, and where it is said otherwise; empty addresses where the reader may not."""

    words: str
    edit_url: str
    off_url: str


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure and who answers for it."""

    number: str
    title: str
    leads: tuple[Answering, ...]
    name_url: str
    sheets: Link


@dataclass(frozen=True, slots=True)
class AxisBlock:
    """An axis, its pilots and its measures."""

    mark: AxisMark
    title: str
    stated: str
    badge: Badge | None
    pilots: tuple[Answering, ...]
    name_url: str
    measures: tuple[MeasureRow, ...]


@dataclass(frozen=True, slots=True)
class PilotsPage:
    """The pilots of a pact."""

    head: Head
    notices: tuple[Message, ...]
    tabs: Tabs
    axes: tuple[AxisBlock, ...]


def pilots_list(read: PilotsRead, *, notices: tuple[Message, ...]) -> PilotsPage:
    """Show who pilots and who answers."""
    slug = read.header.slug
    return PilotsPage(
        head=steering_head(read.header, _("Pilots")),
        notices=notices,
        tabs=steering_tabs(read.header, current="pilots"),
        axes=tuple(_axis(axis, slug=slug) for axis in read.axes),
    )


def _axis(axis: PilotedAxis, *, slug: str) -> AxisBlock:
    name_url = reverse("name_pilot", args=[slug, axis.number])
    return AxisBlock(
        mark=AxisMark(axis.number),
        title=axis.title,
        stated=_("The text says: %(pilot)s") % {"pilot": axis.stated}
        if axis.stated
        else _("The text names no pilot."),
        badge=None if axis.is_piloted else Badge(_("pilot not named"), "watch"),
        pilots=tuple(
            _answering(one, name_url=name_url, off="unname_pilot", slug=slug, may=axis.may_name)
            for one in axis.pilots
        ),
        name_url=name_url if axis.may_name else "",
        measures=tuple(_measure(one, slug=slug) for one in axis.measures),
    )


def _measure(one: LedMeasure, *, slug: str) -> MeasureRow:
    name_url = reverse("name_lead", args=[slug, one.number])
    words = ngettext("%(count)d sheet", "%(count)d sheets", one.sheet_count) % {"count": one.sheet_count}
    return MeasureRow(
        number=one.number,
        title=one.title,
        leads=tuple(
            _answering(lead, name_url=name_url, off="unname_lead", slug=slug, may=one.may_lead)
            for lead in one.leads
        ),
        name_url=name_url if one.may_lead else "",
        sheets=Link(words, reverse("measure_sheets", args=[slug, one.number])),
    )


def _answering(one: NamedLine, *, name_url: str, off: str, slug: str, may: bool) -> Answering:
    return Answering(
        words=who_answers(one),
        edit_url=f"{name_url}?institution={one.institution_id}" if may else "",
        off_url=reverse(off, args=[slug, one.id]) if may else "",
    )
