"""The acts of a sitting as open data: what the file says, what it waits for, and the form that a clerk fills."""

import datetime
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from declic.open_data.council_acts import IncompleteActsError, Lack, acts_csv, lacks
from declic.records.accounts.editions import ChangedMeanwhileError
from declic.records.accounts.rights import may_review_documents
from declic.records.council import reads, writes
from declic.records.council.filed import FilingLine
from declic.records.council.filing import OtherSiretError, WrongFilingError
from declic.records.council.matters import matter_name
from declic.records.council.values import SittingPage
from declic.records.partners.reads import list_institutions
from declic.web.clerks.filing_forms import FilingForm
from declic.web.clerks.pages import sitting_title
from declic.web.clerks.sources import in_words
from declic.web.design.choosing import Seen
from declic.web.design.components import Definitions, Field, Link, Message, Term
from declic.web.design.doors import EVERYONE, REVIEWERS, open_to, viewer_from
from declic.web.design.editions import Meanwhile, both_texts, edition_seen
from declic.web.design.fields import fields_of, form_message
from declic.web.design.headers import NOTHING_RUNS
from declic.web.design.pages import Head, head
from declic.web.design.unknown import unknown_is_404


@dataclass(frozen=True, slots=True)
class OpenActsPage:
    """The acts of a sitting as open data; `csv_url` is empty while something is missing."""

    head: Head
    message: Message | None
    waits_for: str
    csv_url: str
    facts: Definitions | None
    acts: tuple[Definitions, ...]
    form_url: str


@dataclass(frozen=True, slots=True)
class FilingPage:
    """The form of what the document does not say of its acts."""

    head: Head
    message: Message | None
    fields: tuple[Field, ...]
    seen: Seen
    back_url: str


@unknown_is_404(reads.UnknownSittingError)
@open_to(EVERYONE)
def open_acts(request: HttpRequest, sitting_id: int) -> HttpResponse:
    """Say what the file of acts says, or what it waits for."""
    viewer = viewer_from(request)
    sitting = reads.sitting_page(sitting_id, viewer=viewer)
    filing = reads.filing(sitting_id, viewer=viewer)
    found = lacks(sitting, filing=filing)
    may_file = may_review_documents(viewer)
    said = " ".join(str(one.message) for one in messages.get_messages(request))
    page = OpenActsPage(
        head=_head(sitting, title=_("The acts as open data")),
        message=Message(said, tone="good") if said else None,
        waits_for=_waits_for(found),
        csv_url="" if found else reverse("sitting_acts_csv", args=[sitting_id]),
        facts=_facts(filing),
        acts=_acts(filing),
        form_url=reverse("file_acts", args=[sitting_id]) if may_file else "",
    )
    return render(request, "clerks/open_acts.html", {"page": page})


@unknown_is_404(reads.UnknownSittingError)
@open_to(EVERYONE)
def sitting_acts_csv(request: HttpRequest, sitting_id: int) -> HttpResponse:
    """Give the file of acts; while something is missing, lead to the page that says what."""
    viewer = viewer_from(request)
    sitting = reads.sitting_page(sitting_id, viewer=viewer)
    address = request.build_absolute_uri(reverse("document", args=[sitting.header.version_id]))
    try:
        text = acts_csv(sitting, filing=reads.filing(sitting_id, viewer=viewer), address=address)
    except IncompleteActsError:
        return redirect("open_acts", sitting_id)
    return HttpResponse(
        text,
        content_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="deliberations-seance-{sitting_id}.csv"',
            "Content-Security-Policy": NOTHING_RUNS,
        },
    )


@unknown_is_404(reads.UnknownSittingError)
@open_to(REVIEWERS, methods=("GET", "POST"))
def file_acts(request: HttpRequest, sitting_id: int) -> HttpResponse:
    """Say whose council it is, and the matter of each act."""
    viewer = viewer_from(request)
    filing = reads.filing(sitting_id, viewer=viewer)
    institutions = list_institutions(viewer=viewer)
    form = FilingForm(request.POST or None, filing=filing, institutions=institutions)
    if request.method == "POST" and form.is_valid():
        try:
            writes.file_acts(sitting_id, said=form.filing(), by=viewer, seen=edition_seen(request))
        except ChangedMeanwhileError as change:
            kept = FilingForm(None, filing=filing, institutions=institutions)
            meanwhile = Meanwhile(form, kept, filing.edition, request.path)
            return both_texts(request, change, title=_("Two answers about one sitting"), meanwhile=meanwhile)
        except OtherSiretError as known:
            words = _(
                "This institution is known with the SIRET %(siret)s: its manager or a pilot corrects it."
            )
            form.add_error("siret", words % {"siret": known})
        except WrongFilingError:
            form.add_error(None, _("The prefecture receives an act after the sitting that voted it."))
        else:
            messages.success(request, _("What you said of the acts is kept."))
            return redirect("open_acts", sitting_id)
    page = FilingPage(
        head=_head(reads.sitting_page(sitting_id, viewer=viewer), title=_("What the document does not say")),
        message=form_message(form, title=_("Nothing was kept")),
        fields=fields_of(form),
        seen=Seen(filing.edition),
        back_url=reverse("open_acts", args=[sitting_id]),
    )
    status = 422 if form.is_bound else 200
    return render(request, "clerks/file_acts.html", {"page": page}, status=status)


def _head(sitting: SittingPage, *, title: str) -> Head:
    above = reverse("sitting", args=[sitting.header.sitting_id])
    return head(
        title,
        Link(_("Check a deliberation"), reverse("sittings")),
        Link(sitting_title(sitting.header), above),
    )


def _waits_for(found: tuple[Lack, ...]) -> str:
    words = {
        Lack.ACT: _("an act: none was read in the document"),
        Lack.DAY: _("the day of the sitting, which the document does not state"),
        Lack.NUMBER: _("the number of each act, which the document does not state"),
        Lack.TITLE: _("the title of each act, which the document does not state"),
        Lack.INSTITUTION: _("the institution whose council this is"),
        Lack.SIRET: _("its SIRET"),
        Lack.MATTER: _("the matter of each act"),
    }
    if not found:
        return ""
    return _("The file waits for %(what)s.") % {"what": ", ".join(words[lack] for lack in found)}


def _facts(filing: FilingLine) -> Definitions | None:
    pairs = [(_("Institution"), filing.institution), (_("SIRET"), filing.siret)]
    terms = tuple(Term(label, value) for label, value in pairs if value)
    return Definitions(terms) if terms else None


def _acts(filing: FilingLine) -> tuple[Definitions, ...]:
    return tuple(
        Definitions(
            (
                Term(_("Act"), " · ".join(word for word in (act.number, act.title) if word)),
                _matter(act.matter),
                _received(act.received_on),
            )
        )
        for act in filing.acts
    )


def _matter(code: str) -> Term:
    text = f"{code} {matter_name(code)}" if code else _("Not said yet")
    return Term(_("Matter of the act"), text, is_unsaid=not code)


def _received(day: datetime.date | None) -> Term:
    text = in_words(day) if day else _("Not said yet")
    return Term(_("Received by the prefecture on"), text, is_unsaid=day is None)
