"""One promise: its official sentence and its place, who answers for it, and what nobody has said."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from declic.records.evaluation.published import PublishedMeasure
from declic.records.pact.values import (
    FindingLine,
    FindingState,
    MeasureNeighbour,
    MeasurePage as MeasureRead,
    NamedLine,
    PactHeader,
)
from declic.web.design.components import (
    AxisMark,
    Badge,
    Definitions,
    Figure,
    Link,
    Neighbours,
    OriginMark,
    Source,
    Tabs,
    Term,
)
from declic.web.design.pages import Head
from declic.web.design.passages import first_source
from declic.web.residents.pages.axis import ActionPart, action_part, roles_of
from declic.web.residents.pages.done import DonePart, done_part
from declic.web.residents.pages.figures import amount_figure, figure_of
from declic.web.residents.pages.header import address, axis_link, pact_head, pact_tabs


@dataclass(frozen=True, slots=True)
class FindingPart:
    """Something that the text says against itself about this promise, and what was answered."""

    message: str
    badge: Badge
    explanation: str
    source: Source | None


@dataclass(frozen=True, slots=True)
class MeasurePage:
    """The page of a measure."""

    head: Head
    tabs: Tabs
    mark: AxisMark
    axes: tuple[Link, ...]
    promise: str
    promise_source: Source | None
    bullets: tuple[str, ...]
    place: str
    commitment: str
    origin: OriginMark
    parent: Link | None
    children: tuple[Link, ...]
    institutions: Definitions | None
    schemes: Definitions | None
    roles: Definitions | None
    quantities: tuple[Figure, ...]
    amounts: tuple[Figure, ...]
    actions: tuple[ActionPart, ...]
    findings: tuple[FindingPart, ...]
    done: DonePart | None
    unknowns: tuple[str, ...]
    neighbours: Neighbours


def measure_page(measure: MeasureRead, *, done: PublishedMeasure) -> MeasurePage:
    """Make the page of a measure, with what was done for it."""
    header = measure.header
    short = _("Measure %(number)s") % {"number": measure.number}
    axis = measure.axis_number
    above = (axis_link(axis, header=header),) if axis is not None else ()
    return MeasurePage(
        head=pact_head(header, measure.plain_title or short, *above, current=short),
        tabs=pact_tabs(header, current=""),
        mark=AxisMark(axis),
        axes=_axes(measure),
        promise=measure.official_text,
        promise_source=first_source(measure.passages),
        bullets=measure.bullets,
        place=_place(measure, short=short),
        commitment=measure.commitment_label,
        origin=OriginMark(measure.origin),
        parent=_link(measure.parent, header=header) if measure.parent else None,
        children=tuple(_link(child, header=header) for child in measure.children),
        institutions=_named(measure.organisations),
        schemes=_named(measure.schemes),
        roles=roles_of(measure.roles),
        quantities=tuple(figure_of(quantity) for quantity in measure.quantities),
        amounts=tuple(amount_figure(amount) for amount in measure.amounts),
        actions=tuple(action_part(action) for action in measure.related_actions),
        findings=tuple(_finding(finding) for finding in measure.findings),
        done=done_part(done),
        unknowns=_unknowns(measure, done=done),
        neighbours=Neighbours(
            _("Measures beside this one"),
            _link(measure.previous, header=header) if measure.previous else None,
            _link(measure.next, header=header) if measure.next else None,
        ),
    )


def _axes(measure: MeasureRead) -> tuple[Link, ...]:
    header, links = measure.header, []
    if measure.axis_number is not None:
        main = axis_link(measure.axis_number, header=header)
        links.append(Link(measure.axis_title or main.label, main.url))
    links += [axis_link(number, header=header) for number in measure.secondary_axes]
    return tuple(links)


def _place(measure: MeasureRead, *, short: str) -> str:
    place, words = measure.place, list[str]()
    if place.article_number is not None:
        words.append(_("article %(number)d") % {"number": place.article_number})
    if place.section_letter:
        words.append(_("part %(letter)s") % {"letter": place.section_letter})
    words.append(short.lower())
    if measure.published_number:
        words.append(_("numbered %(number)s in the text") % {"number": measure.published_number})
    return ", ".join(words)


def _link(neighbour: MeasureNeighbour, *, header: PactHeader) -> Link:
    return Link(f"{neighbour.number}. {neighbour.title}", address("measure", header, number=neighbour.number))


def _named(lines: tuple[NamedLine, ...]) -> Definitions | None:
    terms = tuple(Term(line.name, "", source=first_source(line.passages)) for line in lines)
    return Definitions(terms) if terms else None


def _finding(finding: FindingLine) -> FindingPart:
    if finding.state is FindingState.EXPLAINED:
        badge = Badge(_("explained"), "good")
    else:
        badge = Badge(_("not explained yet"), "watch")
    return FindingPart(finding.message, badge, finding.explanation or "", first_source(finding.passages))


def _unknowns(measure: MeasureRead, *, done: PublishedMeasure) -> tuple[str, ...]:
    """List what the text leaves unsaid, and what this site does not follow yet; an absence is never filled."""
    unsaid = [
        (not measure.organisations, _("The text of the measure names no institution that will do it.")),
        (not measure.roles, _("The text names nobody who pilots or carries it.")),
        (not measure.quantities, _("The text gives no number by which one could see that it is kept.")),
        (not measure.amounts, _("The text of the measure says nothing of its money.")),
        (not done.sheets, _("Who carries it out has published nothing of what was done since.")),
    ]
    return tuple(words for is_unsaid, words in unsaid if is_unsaid)
