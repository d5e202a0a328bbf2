"""Who signed, where each stands with its own assembly, and the form by which a pilot records it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from declic.records.council.passages import Origin
from declic.records.council.values import DeliberationLine
from declic.records.pact.values import (
    PactHeader,
    SignatoriesPage as SignatoriesRead,
    SignatoryLine,
    ValidationState,
)
from declic.web.design.choosing import Seen
from declic.web.design.components import Badge, Citation, Field, Link, Message, OriginMark, Source, Tabs, Tone
from declic.web.design.fields import fields_of, form_message
from declic.web.design.pages import Head
from declic.web.design.passages import first_citation, first_source
from declic.web.design.wording import day
from declic.web.pilots.forms import ValidationForm
from declic.web.pilots.pages.header import steering_head, steering_tabs


TONES: dict[ValidationState, Tone] = {
    ValidationState.AWAITED: "watch",
    ValidationState.VALIDATED: "good",
    ValidationState.NOT_REQUIRED: "neutral",
    ValidationState.UNKNOWN: "neutral",
}


@dataclass(frozen=True, slots=True)
class SignatoryPart:
    """A signatory, where it stands, and the way to say so."""

    organisation: str
    people: str
    badge: Badge
    origin: OriginMark | None
    proof: Link | None
    proof_words: str
    source: Source | None
    record_url: str


@dataclass(frozen=True, slots=True)
class SignatoriesPage:
    """Every signatory of a pact, and the sentence that makes their validation necessary."""

    head: Head
    tabs: Tabs
    notices: tuple[Message, ...]
    reserve: Citation | None
    signatories: tuple[SignatoryPart, ...]


@dataclass(frozen=True, slots=True)
class ValidationPage:
    """The form of one signatory."""

    head: Head
    organisation: str
    badge: Badge
    reserve: Citation | None
    refusal: Message | None
    seen: Seen
    fields: tuple[Field, ...]
    back_url: str


def signatories_page(read: SignatoriesRead, *, notices: tuple[Message, ...]) -> SignatoriesPage:
    """Show who signed."""
    return SignatoriesPage(
        head=steering_head(read.header, _("Signatories")),
        tabs=steering_tabs(read.header, current="steering_signatories"),
        notices=notices,
        reserve=first_citation(read.reserve.passages) if read.reserve else None,
        signatories=tuple(_signatory(line, header=read.header) for line in read.signatories),
    )


def validation_page(read: SignatoriesRead, *, line: SignatoryLine, form: ValidationForm) -> ValidationPage:
    """Show the form by which the validation of a signatory is recorded."""
    return ValidationPage(
        head=steering_head(read.header, line.organisation),
        organisation=line.organisation,
        badge=_badge(line),
        reserve=first_citation(read.reserve.passages) if read.reserve else None,
        refusal=form_message(form, title=_("This was not recorded")),
        seen=Seen(line.edition),
        fields=fields_of(form),
        back_url=reverse("steering_signatories", args=[read.header.slug]),
    )


def validation_form(
    data: object, *, line: SignatoryLine, deliberations: Iterable[DeliberationLine]
) -> ValidationForm:
    """Give the form of a signatory, with what is recorded already."""
    known = line.validation
    return ValidationForm(
        data,
        deliberations=[(act.deliberation_id, _deliberation(act)) for act in deliberations],
        initial={
            "state": known.state.value,
            "deliberation": known.deliberation_id,
            "reference": known.reference or "",
        },
    )


def _signatory(line: SignatoryLine, *, header: PactHeader) -> SignatoryPart:
    return SignatoryPart(
        organisation=line.organisation,
        people=", ".join(" ".join(filter(None, (one.civility, one.name))) for one in line.representatives),
        badge=_badge(line),
        origin=None if line.validation.recorded_at else OriginMark(Origin.PROPOSED),
        proof=_proof(line),
        proof_words=_proof_words(line),
        source=first_source(line.passages),
        record_url=reverse("record_validation", args=[header.slug, line.signatory_id]),
    )


def _badge(line: SignatoryLine) -> Badge:
    return Badge(line.validation.label, TONES[line.validation.state])


def _proof(line: SignatoryLine) -> Link | None:
    known = line.validation
    if known.sitting_id is None:
        return None
    words = _("Deliberation %(number)s") % {"number": known.deliberation_number or ""}
    return Link(words.strip(), reverse("sitting", args=[known.sitting_id]))


def _proof_words(line: SignatoryLine) -> str:
    known = line.validation
    if known.reference:
        return known.reference
    return day(known.validated_on) if known.validated_on else ""


def _deliberation(act: DeliberationLine) -> str:
    return " – ".join(filter(None, (act.number, act.title))) or str(act.deliberation_id)
