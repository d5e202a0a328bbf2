"""Who signed, and where each stands with its own assembly."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _, ngettext

from declic.records.council.passages import Origin
from declic.records.pact.values import (
    SignatoriesPage as SignatoriesRead,
    SignatoryLine,
    ValidationLine,
    ValidationState,
)
from declic.web.design.components import Badge, Citation, Link, OriginMark, Person, Source, Tabs, Tone
from declic.web.design.pages import Head
from declic.web.design.passages import first_citation, first_source
from declic.web.design.wording import day
from declic.web.residents.pages.header import pact_head, pact_tabs


TONES: dict[ValidationState, Tone] = {
    ValidationState.AWAITED: "watch",
    ValidationState.VALIDATED: "good",
    ValidationState.NOT_REQUIRED: "neutral",
    ValidationState.UNKNOWN: "neutral",
}


@dataclass(frozen=True, slots=True)
class SignatoryPart:
    """A party: who stands for it, and where its validation stands; `origin` marks what nobody has recorded yet."""

    organisation: str
    people: tuple[Person, ...]
    badge: Badge
    origin: OriginMark | None
    proof: Link | None
    proof_words: str
    source: Source | None
    signs: str


@dataclass(frozen=True, slots=True)
class SignatoriesPage:
    """The page of the signatories; `reserve` is the sentence that makes validations necessary."""

    head: Head
    tabs: Tabs
    lead: str
    reserve: Citation | None
    signatories: tuple[SignatoryPart, ...]
    unassigned: tuple[Citation, ...]


def signatories_page(read: SignatoriesRead) -> SignatoriesPage:
    """Make the page of the signatories."""
    blocks = (first_citation(block.passages) for block in read.unassigned_blocks)
    return SignatoriesPage(
        head=pact_head(read.header, _("Who signed, and where each stands"), current=_("Signatories")),
        tabs=pact_tabs(read.header, current="signatories"),
        lead=_lead(read),
        reserve=first_citation(read.reserve.passages) if read.reserve else None,
        signatories=tuple(_signatory(line) for line in read.signatories),
        unassigned=tuple(block for block in blocks if block),
    )


def _lead(read: SignatoriesRead) -> str:
    summary = read.summary
    words = ngettext("%(total)d signatory", "%(total)d signatories", summary.total) % {"total": summary.total}
    if not summary.awaited:
        return f"{words}."
    awaited = ngettext(
        "%(count)d validation by an assembly is still awaited",
        "%(count)d validations by an assembly are still awaited",
        summary.awaited,
    )
    return f"{words}. " + awaited % {"count": summary.awaited} + "."


def _signatory(line: SignatoryLine) -> SignatoryPart:
    people = tuple(
        Person(" ".join(word for word in (one.civility, one.name) if word), one.function or "")
        for one in line.representatives
    )
    return SignatoryPart(
        organisation=line.organisation,
        people=people,
        badge=_badge(line.validation.state),
        origin=_origin(line.validation),
        proof=_proof(line.validation),
        proof_words=_proof_words(line.validation),
        source=first_source(line.passages),
        signs=line.signature.value.rstrip(" ,;") if line.signature else "",
    )


def _badge(state: ValidationState) -> Badge:
    words = {
        ValidationState.AWAITED: _("validation by its assembly awaited"),
        ValidationState.VALIDATED: _("validated by its assembly"),
        ValidationState.NOT_REQUIRED: _("no assembly has to validate"),
        ValidationState.UNKNOWN: _("validation: the text does not say"),
    }
    return Badge(words[state], TONES[state])


def _origin(validation: ValidationLine) -> OriginMark | None:
    is_ours = validation.recorded_at is None and validation.state is not ValidationState.UNKNOWN
    return OriginMark(Origin.PROPOSED) if is_ours else None


def _proof(validation: ValidationLine) -> Link | None:
    if validation.sitting_id is None:
        return None
    words = _("Check the deliberation %(number)s") % {"number": validation.deliberation_number or ""}
    return Link(words.strip(), reverse("sitting", kwargs={"sitting_id": validation.sitting_id}))


def _proof_words(validation: ValidationLine) -> str:
    if validation.reference:
        return validation.reference
    return _("on %(day)s") % {"day": day(validation.validated_on)} if validation.validated_on else ""
