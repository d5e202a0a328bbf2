"""The list of pacts, and the home of one: what was promised, by whom, until when, and why."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _, ngettext

from declic.records.council.passages import Cited, Origin
from declic.records.pact.values import (
    AxisTile,
    BodyLine,
    NextThing,
    PactHeader,
    PactHome,
    PactLine,
    PactList,
    SignatorySummary,
)
from declic.web.design.charts.axes import AxesChart, AxisMeasures, axes_chart
from declic.web.design.choosing import Search
from declic.web.design.components import (
    AxisMark,
    Badge,
    Card,
    Citation,
    Definitions,
    Empty,
    Figure,
    Link,
    Message,
    OriginMark,
    Pagination,
    Tabs,
    Term,
    Tile,
)
from declic.web.design.listing import pact_search, pagination
from declic.web.design.pages import Head
from declic.web.design.passages import cited_term, first_citation, first_source, stated_term
from declic.web.design.wording import day, moment
from declic.web.residents.pages.header import (
    address,
    axis_link,
    measure_tile,
    measures_in_words,
    pact_tabs,
)


@dataclass(frozen=True, slots=True)
class PactsPage:
    """Every pact that can be read here; `empty` where there is none yet."""

    head: Head
    cards: tuple[Card, ...]
    empty: Empty | None
    search: Search | None
    pagination: Pagination | None


@dataclass(frozen=True, slots=True)
class AxisPart:
    """An axis on the home of its pact: its measures, and who pilots it as far as the text says."""

    mark: AxisMark
    link: Link
    words: str
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class PactPage:
    """The home of a pact."""

    head: Head
    tabs: Tabs
    lead: str
    ended: Message | None
    counts: tuple[Figure, ...]
    facts: Definitions
    reasons: tuple[Citation, ...]
    chart: AxesChart
    axes: tuple[AxisPart, ...]
    signatories: tuple[Badge, ...]
    signatories_url: str
    bodies: Definitions | None
    dates: Definitions | None
    data_url: str


def pacts_page(found: PactList, *, is_signed_in: bool) -> PactsPage:
    """List the pacts; where there is none, say what will be here and how it comes."""
    if found.total or found.words:
        return PactsPage(
            head=Head(_("The pacts")),
            cards=tuple(_card(line) for line in found.lines),
            empty=None,
            search=pact_search(words=found.words, total=found.total, pages=found.pages),
            pagination=pagination(page=found.page, pages=found.pages, words=found.words),
        )
    empty = Empty(
        title=_("No pact has been opened here yet"),
        text=_(
            "A pact appears here once its text has been read, reviewed and published: "
            "each promise then has its page, with its sentence and who answers for it."
        ),
        action=None if is_signed_in else Link(_("Sign in to open the first one"), reverse("sign_in")),
    )
    return PactsPage(Head(_("What was promised, and where it stands")), (), empty, None, None)


def pact_page(home: PactHome) -> PactPage:
    """Make the home of a pact."""
    header, counts = home.header, home.counts
    return PactPage(
        head=Head(header.title.value),
        tabs=pact_tabs(header, current="pact"),
        lead=_lead(home),
        ended=_ended(home),
        counts=(
            _count(counts.axes, ngettext("axis", "axes", counts.axes)),
            _count(counts.measures, ngettext("measure", "measures", counts.measures)),
            _count(counts.signatories, ngettext("signatory", "signatories", counts.signatories)),
        ),
        facts=_facts(header),
        reasons=tuple(
            citation for reason in home.diagnosis if (citation := first_citation(reason.passages)) is not None
        ),
        chart=axes_chart([AxisMeasures(axis.number, axis.title, len(axis.measures)) for axis in home.axes]),
        axes=tuple(_axis(axis, header=header) for axis in home.axes),
        signatories=_signatories(home.signatories),
        signatories_url=address("signatories", header),
        bodies=_bodies(home.bodies),
        dates=_dates(home.next_things),
        data_url=address("pact_as_data", header),
    )


def _card(line: PactLine) -> Card:
    facts = [measures_in_words(line.measure_count)]
    if line.signed_on:
        facts.append(_("signed on %(day)s") % {"day": day(line.signed_on)})
    badges = (Badge(_("ended")),) if line.has_ended else ()
    return Card(line.title, reverse("pact", kwargs={"slug": line.slug}), ", ".join(facts), badges=badges)


def _lead(home: PactHome) -> str:
    count = home.counts.signatories
    signed = home.header.signed_on
    if signed is None:
        words = ngettext(
            "Entered into by %(count)d institution.", "Entered into by %(count)d institutions.", count
        )
        return words % {"count": count}
    words = ngettext(
        "Signed on %(day)s by %(count)d institution.", "Signed on %(day)s by %(count)d institutions.", count
    )
    return words % {"count": count, "day": day(signed.value)}


def _ended(home: PactHome) -> Message | None:
    if not home.has_ended:
        return None
    text = _("Its own text says when it ends, and that day has passed. What follows stays readable.")
    return Message(text, _("This pact has ended"), "watch")


def _count(count: int, words: str) -> Figure:
    return Figure(str(count), "", words, origin=OriginMark(Origin.COMPUTED))


def _facts(header: PactHeader) -> Definitions:
    unsaid = _("the text does not say")
    terms = []
    for label, date in ((_("Signed on"), header.signed_on), (_("Until"), header.ends_on)):
        terms.append(
            stated_term(label, day(date.value), cited=date) if date else Term(label, unsaid, is_unsaid=True)
        )
    successor: Cited[str] | None = header.successor
    terms.append(cited_term(_("Then"), successor) if successor else Term(_("Then"), unsaid, is_unsaid=True))
    return Definitions(tuple(terms))


def _axis(axis: AxisTile, *, header: PactHeader) -> AxisPart:
    words = [measures_in_words(len(axis.measures))]
    if axis.pilot:
        words.append(_("pilot: %(name)s") % {"name": axis.pilot})
    if axis.number is None:
        link = Link(axis.title, address("pact", header))
    else:
        link = Link(axis.title, axis_link(axis.number, header=header).url)
    return AxisPart(
        mark=AxisMark(axis.number),
        link=link,
        words=", ".join(words),
        tiles=tuple(measure_tile(measure, header=header) for measure in axis.measures),
    )


def _signatories(summary: SignatorySummary) -> tuple[Badge, ...]:
    badges = (
        (summary.validated, _("validated by its assembly: %(count)d"), "good"),
        (summary.awaited, _("validation awaited: %(count)d"), "watch"),
        (summary.not_required, _("needs no validation: %(count)d"), "neutral"),
        (summary.unknown, _("nothing said of a validation: %(count)d"), "neutral"),
    )
    return tuple(Badge(words % {"count": count}, tone) for count, words, tone in badges if count)  # type: ignore[arg-type]


def _bodies(bodies: tuple[BodyLine, ...]) -> Definitions | None:
    unsaid = _("the text does not say how often")
    terms = tuple(
        Term(
            body.name,
            body.periodicity or unsaid,
            OriginMark(body.origin),
            first_source(body.passages),
            is_unsaid=body.periodicity is None,
        )
        for body in bodies
    )
    return Definitions(terms) if terms else None


def _dates(dates: tuple[NextThing, ...]) -> Definitions | None:
    terms = tuple(
        Term(moment(date.value), date.label, OriginMark(date.origin), first_source(date.passages))
        for date in dates
    )
    return Definitions(terms) if terms else None
