"""« Lire un document »: what was put in, where its review stands, the form to put in another."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _, ngettext

from declic.records.sources.choices import DraftState
from declic.records.sources.values import DocumentLine, DraftLine
from declic.web.design.components import Badge, Field, Link, Message, Step, Steps, Tone
from declic.web.design.fields import fields_of, form_message
from declic.web.design.given_text import GivenTextForm
from declic.web.design.pages import Head
from declic.web.design.wording import day


DRAFT_TONES: dict[str, Tone] = {
    DraftState.PENDING: "watch",
    DraftState.APPLIED: "good",
    DraftState.DISCARDED: "neutral",
}


@dataclass(frozen=True, slots=True)
class DocumentPart:
    """A document that was put in."""

    title: str
    kicker: str
    badge: Badge
    words: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class DocumentsPage:
    """The documents and the form to put in another."""

    head: Head
    notices: tuple[Message, ...]
    steps: Steps
    refusal: Message | None
    fields: tuple[Field, ...]
    documents: tuple[DocumentPart, ...]


def documents_page(
    lines: tuple[DocumentLine, ...], *, form: GivenTextForm, notices: tuple[Message, ...] = ()
) -> DocumentsPage:
    """Show the documents, the latest first."""
    return DocumentsPage(
        head=Head(_("Read a document")),
        notices=notices,
        steps=Steps(
            (
                Step(_("Put in the text"), _("A deliberation, minutes, a pact or a plan."), is_current=True),
                Step(_("Review what was read"), _("Each value stands beside its sentence.")),
                Step(_("Apply"), _("The sitting and the pact open, once, with their passages.")),
            )
        ),
        refusal=form_message(form, title=_("The document was not read")),
        fields=fields_of(form),
        documents=tuple(_document(line) for line in lines),
    )


def _document(line: DocumentLine) -> DocumentPart:
    draft = line.draft
    links = [Link(_("The text"), reverse("document", args=[line.version.id]))]
    if draft is not None:
        words = _("Review") if draft.state == DraftState.PENDING else _("What was read")
        links.insert(0, Link(words, reverse("review", args=[draft.id])))
    return DocumentPart(
        title=line.title,
        kicker=_("%(kind)s, put in on %(day)s")
        % {"kind": line.kind_label, "day": day(line.version.taken_at.date())},
        badge=Badge(draft.state_label, DRAFT_TONES[draft.state])
        if draft
        else Badge(_("not read"), "neutral"),
        words=_progress(draft) if draft else "",
        links=tuple(links),
    )


def _progress(draft: DraftLine) -> str:
    words = ngettext(
        "%(decided)d of %(count)d value decided", "%(decided)d of %(count)d values decided", draft.item_count
    )
    return words % {"decided": draft.decided_count, "count": draft.item_count}
