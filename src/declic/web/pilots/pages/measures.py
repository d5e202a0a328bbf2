"""A measure as a pilot sees it: its promise, its plain title, what waits for an answer."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from declic.records.pact.values import MeasureNeighbour, MeasurePage as MeasureRead, PactHeader
from declic.web.design.choosing import Seen
from declic.web.design.components import AxisMark, Card, Citation, Field, Link, Message, Neighbours
from declic.web.design.fields import fields_of, form_message
from declic.web.design.pages import Head
from declic.web.design.passages import citation_of
from declic.web.pilots.forms import PlainTitleForm
from declic.web.pilots.pages.findings import FindingPart, finding_part
from declic.web.pilots.pages.header import address, steering_head
from declic.web.pilots.pages.standing import Told


@dataclass(frozen=True, slots=True)
class SheetsPart:
    """The action sheets of the measure, who answers for it, and where another is opened; empty where one may not."""

    cards: tuple[Card, ...]
    leads: tuple[str, ...]
    url: str
    open_url: str


@dataclass(frozen=True, slots=True)
class MeasurePage:
    """The pilots' page of a measure."""

    head: Head
    notices: tuple[Message, ...]
    mark: AxisMark
    axis_title: str
    title: str
    published_number: str
    official: Citation | None
    official_text: str
    bullets: tuple[str, ...]
    commitment: str
    refusal: Message | None
    seen: Seen
    fields: tuple[Field, ...]
    told: tuple[Told, ...]
    sheets: SheetsPart
    findings: tuple[FindingPart, ...]
    public_url: str
    neighbours: Neighbours


def measure_page(
    read: MeasureRead,
    *,
    form: PlainTitleForm,
    told: tuple[Told, ...],
    sheets: SheetsPart,
    notices: tuple[Message, ...] = (),
) -> MeasurePage:
    """Show a measure with the form of its plain title."""
    header = read.header
    return MeasurePage(
        head=steering_head(header, _("Measure %(number)s") % {"number": read.number}),
        notices=notices,
        mark=AxisMark(read.axis_number),
        axis_title=read.axis_title or "",
        title=read.plain_title or "",
        published_number=read.published_number or "",
        official=citation_of(read.passages[0], is_large=True) if read.passages else None,
        official_text=read.official_text,
        bullets=read.bullets,
        commitment=read.commitment_label,
        refusal=form_message(form, title=_("The title was not kept")),
        seen=Seen(read.edition),
        fields=fields_of(form),
        told=told,
        sheets=sheets,
        findings=tuple(finding_part(one, header=header) for one in read.findings),
        public_url=address("measure", header, number=read.number),
        neighbours=Neighbours(
            _("Measures beside this one"),
            _neighbour(read.previous, header=header),
            _neighbour(read.next, header=header),
        ),
    )


def _neighbour(measure: MeasureNeighbour | None, *, header: PactHeader) -> Link | None:
    if measure is None:
        return None
    return Link(
        f"{measure.number}. {measure.title}", address("steering_measure", header, number=measure.number)
    )
