"""What an institution is: its short name, its kind, its numbers in the registers, said by who may."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from declic.records.accounts.editions import ChangedMeanwhileError
from declic.records.partners.reads import institution_to_describe
from declic.records.partners.values import InstitutionLine
from declic.records.partners.writes import describe_institution
from declic.web.design.choosing import Seen
from declic.web.design.doors import DESCRIBERS, open_to, viewer_from
from declic.web.design.editions import Meanwhile, both_texts, edition_seen
from declic.web.design.fields import fields_of
from declic.web.design.pages import head
from declic.web.design.unknown import unknown_is_404
from declic.web.members.paged import message_of
from declic.web.members.pages import FormPage
from declic.web.members.team_forms import DescriptionForm


@unknown_is_404(LookupError)
@open_to(DESCRIBERS, methods=("GET", "POST"))
def describe(request: HttpRequest, institution_id: int) -> HttpResponse:
    """Say what an institution is."""
    found = institution_to_describe(institution_id, viewer=viewer_from(request))
    form = DescriptionForm(request.POST or None, initial=_said(found))
    if request.method == "POST" and form.is_valid():
        try:
            said, seen = form.description(), edition_seen(request)
            describe_institution(institution_id, description=said, by=viewer_from(request), seen=seen)
        except ChangedMeanwhileError as change:
            saved = DescriptionForm(None, initial=_said(found))
            meanwhile = Meanwhile(form, saved, found.edition, request.path)
            return both_texts(
                request, change, title=_("Two descriptions of one institution"), meanwhile=meanwhile
            )
        messages.success(request, _("The description is kept."))
        return redirect("describe_institution", institution_id)
    page = FormPage(
        head=head(_("Describe %(name)s") % {"name": found.name}),
        lead=_("These facts are public. The numbers are those of the open registers, and go into open data."),
        button=_("Keep"),
        message=message_of(request, form, title=_("Nothing was kept")),
        fields=fields_of(form),
        seen=Seen(found.edition),
    )
    return render(request, "members/form.html", {"page": page}, status=422 if form.is_bound else 200)


def _said(found: InstitutionLine) -> dict[str, object]:
    return {name: getattr(found, name) for name in ("short_name", "kind", "siret", "rna")}
