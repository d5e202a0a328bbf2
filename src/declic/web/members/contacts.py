"""Contact persons of an institution: added, changed, erased by its manager."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from declic.records.accounts.editions import ChangedMeanwhileError
from declic.records.partners.contacting import WrongContactError
from declic.records.partners.reads import team as read_team
from declic.records.partners.values import ContactLine, Team
from declic.records.partners.writes import add_contact_person, change_contact_person, remove_contact_person
from declic.web.design.choosing import Seen
from declic.web.design.components import Link
from declic.web.design.doors import KEEPERS, open_to, viewer_from
from declic.web.design.editions import Meanwhile, both_texts, edition_seen
from declic.web.design.fields import fields_of
from declic.web.design.pages import head
from declic.web.design.unknown import unknown_is_404
from declic.web.members.paged import message_of
from declic.web.members.pages import FormPage
from declic.web.members.team_forms import ContactForm


@unknown_is_404(LookupError)
@open_to(KEEPERS, methods=("GET", "POST"))
def add_contact(request: HttpRequest, institution_id: int) -> HttpResponse:
    """Add somebody to call."""
    found = _kept(request, institution_id)
    form = ContactForm(request.POST or None, others=found.contacts)
    if request.method == "POST" and form.is_valid():
        try:
            add_contact_person(institution_id, contact=form.contact(), by=viewer_from(request))
        except WrongContactError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The contact person is kept."))
            return redirect("team", institution_id)
    return _page(request, found, form, title=_("Add a contact person"), links=())


@unknown_is_404(LookupError)
@open_to(KEEPERS, methods=("GET", "POST"))
def contact(request: HttpRequest, institution_id: int, contact_id: int) -> HttpResponse:
    """Change what is said of somebody to call."""
    found = _kept(request, institution_id)
    line = _contact_of(found, contact_id)
    others = tuple(one for one in found.contacts if one.id != contact_id)
    form = ContactForm(request.POST or None, others=others, initial=_said(line))
    if request.method == "POST" and form.is_valid():
        try:
            seen = edition_seen(request)
            change_contact_person(contact_id, contact=form.contact(), by=viewer_from(request), seen=seen)
        except WrongContactError as error:
            form.add_error(None, str(error))
        except ChangedMeanwhileError as change:
            saved = ContactForm(None, others=others, initial=_said(line))
            meanwhile = Meanwhile(form, saved, line.edition, request.path)
            return both_texts(
                request, change, title=_("Two texts of one contact person"), meanwhile=meanwhile
            )
        else:
            messages.success(request, _("The contact person is kept."))
            return redirect("team", institution_id)
    erase = Link(_("Erase this contact person"), reverse("erase_contact", args=[institution_id, contact_id]))
    return _page(request, found, form, title=line.name, links=(erase,), seen=Seen(line.edition))


@unknown_is_404(LookupError)
@open_to(KEEPERS, methods=("GET", "POST"))
def erase_contact(request: HttpRequest, institution_id: int, contact_id: int) -> HttpResponse:
    """Ask, then erase somebody from the list."""
    found = _kept(request, institution_id)
    line = _contact_of(found, contact_id)
    if request.method == "POST":
        remove_contact_person(contact_id, by=viewer_from(request))
        messages.success(request, _("The contact person is erased."))
        return redirect("team", institution_id)
    page = FormPage(
        head=head(_("Erase %(name)s") % {"name": line.name}, _above(found)),
        lead=_("Their name, address and telephone will be erased."),
        button=_("Erase"),
        links=(Link(_("No, go back"), reverse("team", args=[institution_id])),),
    )
    return render(request, "members/form.html", {"page": page})


def _kept(request: HttpRequest, institution_id: int) -> Team:
    found = read_team(institution_id, viewer=viewer_from(request), now=timezone.now())
    if not found.keeps_contacts:
        raise Http404
    return found


def _contact_of(found: Team, contact_id: int) -> ContactLine:
    line = next((one for one in found.contacts if one.id == contact_id), None)
    if line is None:
        raise Http404
    return line


def _said(line: ContactLine) -> dict[str, object]:
    names = ("name", "function", "topics", "email", "phone", "is_public", "absent_until")
    return {**{name: getattr(line, name) for name in names}, "deputy": line.deputy_id}


def _above(found: Team) -> Link:
    return Link(found.institution.name, reverse("team", args=[found.institution.id]))


def _page(
    request: HttpRequest,
    found: Team,
    form: ContactForm,
    *,
    title: str,
    links: tuple[Link, ...],
    seen: Seen | None = None,
) -> HttpResponse:
    page = FormPage(
        head=head(title, _above(found)),
        lead=_("Somebody that partners or residents may call; they need no account."),
        button=_("Keep"),
        message=message_of(request, form, title=_("Nothing was kept")),
        fields=fields_of(form),
        seen=seen,
        links=links,
    )
    return render(request, "members/form.html", {"page": page})
