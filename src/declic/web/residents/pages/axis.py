"""One axis: what it promises, why, who answers, what already ran, its money."""

from dataclasses import dataclass

from django.utils.translation import gettext as _, ngettext

from declic.records.pact.values import AxisPage as AxisRead, OngoingActionLine, RoleLine, SectionLine
from declic.web.design.components import (
    AxisMark,
    Citation,
    Definitions,
    Link,
    Neighbours,
    OriginMark,
    Source,
    Tabs,
    Term,
    Tile,
)
from declic.web.design.pages import Head
from declic.web.design.passages import citation_of, first_source, passage_url
from declic.web.residents.pages.header import address, axis_link, measure_tile, pact_head, pact_tabs


@dataclass(frozen=True, slots=True)
class ActionPart:
    """Something that already ran when the pact was signed."""

    title: str
    text: str
    carrier: str
    source: Source | None
    origin: OriginMark


@dataclass(frozen=True, slots=True)
class AxisPage:
    """The page of an axis."""

    head: Head
    tabs: Tabs
    mark: AxisMark
    other_names: tuple[Citation, ...]
    roles: Definitions | None
    tiles: tuple[Tile, ...]
    also_tiles: tuple[Tile, ...]
    sections: tuple[Link, ...]
    actions: tuple[ActionPart, ...]
    figures: Link | None
    amounts: Link | None
    neighbours: Neighbours


def axis_page(axis: AxisRead) -> AxisPage:
    """Make the page of an axis."""
    header = axis.header
    short = _("Axis %(number)d") % {"number": axis.number}
    return AxisPage(
        head=pact_head(header, axis.title, current=short),
        tabs=pact_tabs(header, current=""),
        mark=AxisMark(axis.number),
        other_names=tuple(
            citation_of(wording.passages[0])
            for wording in axis.wordings
            if not wording.is_title and wording.text != axis.title and wording.passages
        ),
        roles=roles_of(axis.roles, pilot=axis.pilot),
        tiles=tuple(measure_tile(measure, header=header) for measure in axis.measures),
        also_tiles=tuple(measure_tile(measure, header=header) for measure in axis.also_measures),
        sections=tuple(_section(section) for section in axis.sections),
        actions=tuple(action_part(action) for action in axis.ongoing_actions),
        figures=_figures(axis),
        amounts=_amounts(axis),
        neighbours=Neighbours(
            _("Axes beside this one"),
            axis_link(axis.previous_number, header=header) if axis.previous_number else None,
            axis_link(axis.next_number, header=header) if axis.next_number else None,
        ),
    )


def roles_of(roles: tuple[RoleLine, ...], *, pilot: str | None = None) -> Definitions | None:
    """List who answers for what; None where the text names nobody."""
    terms = [
        Term(role.organisation, role.role, OriginMark(role.origin), first_source(role.passages))
        for role in roles
    ]
    if pilot and not any(pilot in role.organisation for role in roles):
        terms.insert(0, Term(_("Pilot"), pilot))
    return Definitions(tuple(terms)) if terms else None


def _section(section: SectionLine) -> Link:
    return Link(f"{section.letter}. {section.title}", passage_url(section.body))


def action_part(action: OngoingActionLine) -> ActionPart:
    """Show something that already ran."""
    text = "" if action.text == action.title else action.text
    return ActionPart(
        action.title, text, action.carrier or "", first_source(action.passages), OriginMark(action.origin)
    )


def _figures(axis: AxisRead) -> Link | None:
    group = axis.figures
    count = len(group.shares) + len(group.counts) + len(group.others)
    if not count:
        return None
    words = ngettext("%(count)d figure of this axis", "%(count)d figures of this axis", count)
    return Link(words % {"count": count}, f"{address('figures', axis.header)}?axe={axis.number}")


def _amounts(axis: AxisRead) -> Link | None:
    count = len(axis.amounts)
    if not count:
        return None
    words = ngettext("%(count)d amount of this axis", "%(count)d amounts of this axis", count)
    return Link(words % {"count": count}, address("amounts", axis.header))
