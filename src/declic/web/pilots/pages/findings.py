"""What the text says against itself, and the form by which somebody answers for it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from declic.records.pact.values import FindingLine, FindingsPage as FindingsRead, FindingState, PactHeader
from declic.web.design.choosing import Seen
from declic.web.design.components import Badge, Citation, Field, Link, Message, Tabs
from declic.web.design.fields import fields_of
from declic.web.design.pages import Head
from declic.web.design.passages import citation_of
from declic.web.design.wording import day
from declic.web.pilots.forms import ExplanationForm
from declic.web.pilots.pages.header import address, severity_badge, steering_head, steering_tabs


SHOWN_PASSAGES = 3


@dataclass(frozen=True, slots=True)
class FindingPart:
    """A finding, its passages, and the form to explain it; `is_unfolded` where its form was refused."""

    finding_id: int
    message: str
    badge: Badge
    measures: tuple[Link, ...]
    citations: tuple[Citation, ...]
    more_citations: tuple[Citation, ...]
    explanation: str
    explained_by: str
    explain_url: str
    seen: Seen
    fields: tuple[Field, ...]
    is_unfolded: bool


@dataclass(frozen=True, slots=True)
class FindingsPage:
    """Every finding of a pact: those that wait, then those that were explained."""

    head: Head
    tabs: Tabs
    notices: tuple[Message, ...]
    waiting: tuple[FindingPart, ...]
    explained: tuple[FindingPart, ...]


def findings_page(
    read: FindingsRead,
    *,
    notices: tuple[Message, ...] = (),
    refused: tuple[int, ExplanationForm] | None = None,
) -> FindingsPage:
    """Show the findings; `refused` is the finding whose explanation was not taken, with its form."""
    parts = [(one, finding_part(one, header=read.header, refused=refused)) for one in read.findings]
    return FindingsPage(
        head=steering_head(read.header, _("Findings")),
        tabs=steering_tabs(read.header, current="steering_findings"),
        notices=notices,
        waiting=tuple(part for one, part in parts if one.state is FindingState.OPEN),
        explained=tuple(part for one, part in parts if one.state is FindingState.EXPLAINED),
    )


def finding_part(
    line: FindingLine, *, header: PactHeader, refused: tuple[int, ExplanationForm] | None = None
) -> FindingPart:
    """Show one finding."""
    is_refused = refused is not None and refused[0] == line.finding_id
    form = refused[1] if refused and is_refused else explanation_form(line)
    citations = tuple(citation_of(passage) for passage in line.passages)
    return FindingPart(
        finding_id=line.finding_id,
        message=line.message,
        badge=severity_badge(line.severity),
        measures=tuple(_measure_link(number, header=header) for number in line.measure_numbers),
        citations=citations[:SHOWN_PASSAGES],
        more_citations=citations[SHOWN_PASSAGES:],
        explanation=line.explanation or "",
        explained_by=_explained_by(line),
        explain_url=reverse("explain_finding", args=[header.slug, line.finding_id]),
        seen=Seen(line.edition),
        fields=fields_of(form),
        is_unfolded=is_refused,
    )


def explanation_form(line: FindingLine) -> ExplanationForm:
    """Give the form with what was answered already; its fields bear the finding's number."""
    return ExplanationForm(initial={"explanation": line.explanation}, auto_id=f"id_{line.finding_id}_%s")


def _measure_link(number: str, *, header: PactHeader) -> Link:
    return Link(
        _("Measure %(number)s") % {"number": number}, address("steering_measure", header, number=number)
    )


def _explained_by(line: FindingLine) -> str:
    if line.explained_at is None:
        return ""
    words = _("Explained by %(name)s on %(day)s")
    return words % {"name": line.explained_by or "–", "day": day(line.explained_at.date())}
