"""Who works on a sheet, who pilots an axis, who answers for a measure."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from declic.records.sheets import reads, writes
from declic.records.sheets.choices import PersonRole, SheetRole
from declic.records.sheets.naming import Naming
from declic.records.sheets.values import LedMeasure, NamedLine, PilotedAxis, PilotsPage
from declic.web.design.components import Link
from declic.web.design.doors import MEMBERS, PILOTS, open_to, viewer_from
from declic.web.design.editions import edition_seen
from declic.web.design.unknown import unknown_is_404
from declic.web.pilots.forms import sent_with
from declic.web.pilots.pages.header import notices_of, steering_head
from declic.web.pilots.sheets.attempts import Attempt, answered
from declic.web.pilots.sheets.pages.answering import pilots_list
from declic.web.pilots.sheets.pages.forms import form_page
from declic.web.pilots.sheets.pages.top import sheet_address
from declic.web.pilots.sheets.sheet_views import institutions, people, read_sheet, show_actors
from declic.web.pilots.sheets.step_forms import InstitutionForm, NamingForm, PersonForm


LONGEST_NUMBER = 9


@open_to(MEMBERS)
@unknown_is_404(LookupError)
def pilots(request: HttpRequest, slug: str) -> HttpResponse:
    """Show who pilots each axis and who answers for each measure."""
    viewer = viewer_from(request)
    read = reads.pilots_page(slug, viewer=viewer)
    page = pilots_list(read, notices=notices_of(request))
    return render(request, "pilots/sheets/pilots.html", {"page": page})


@open_to(PILOTS, methods=("GET", "POST"))
@unknown_is_404(LookupError)
def name_pilot(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """Say who pilots an axis."""
    read = reads.pilots_page(slug, viewer=viewer_from(request))
    axis = next((one for one in read.axes if one.number == number and one.may_name), None)
    if axis is None:
        raise Http404
    title = _("Who pilots axis %(number)d") % {"number": number}
    return _name(request, read, axis, write=writes.name_pilot, known=axis.pilots, title=title)


@open_to(PILOTS, methods=("GET", "POST"))
@unknown_is_404(LookupError)
def name_lead(request: HttpRequest, slug: str, number: str) -> HttpResponseBase:
    """Say who answers for a measure."""
    read = reads.pilots_page(slug, viewer=viewer_from(request))
    found = (one for axis in read.axes for one in axis.measures if one.number == number and one.may_lead)
    measure = next(found, None)
    if measure is None:
        raise Http404
    title = _("Who answers for measure %(number)s") % {"number": number}
    return _name(request, read, measure, write=writes.name_lead, known=measure.leads, title=title)


@open_to(PILOTS, methods=("POST",))
@unknown_is_404(LookupError)
def unname_pilot(request: HttpRequest, slug: str, pilot_id: int) -> HttpResponseBase:
    """Say that an institution pilots an axis of this pact no longer; a second press finds it gone."""
    if reads.took_away(slug, "pilot", pilot_id, viewer=viewer_from(request)):
        return redirect("pilots", slug=slug)
    read = reads.pilots_page(slug, viewer=viewer_from(request))
    if pilot_id not in {one.id for axis in read.axes for one in axis.pilots}:
        raise Http404
    writes.unname_pilot(pilot_id, by=viewer_from(request))
    messages.success(request, _("They pilot the axis no longer."))
    return redirect("pilots", slug=slug)


@open_to(PILOTS, methods=("POST",))
@unknown_is_404(LookupError)
def unname_lead(request: HttpRequest, slug: str, lead_id: int) -> HttpResponseBase:
    """Say that an institution answers for a measure of this pact no longer; a second press finds it gone."""
    if reads.took_away(slug, "lead", lead_id, viewer=viewer_from(request)):
        return redirect("pilots", slug=slug)
    read = reads.pilots_page(slug, viewer=viewer_from(request))
    if lead_id not in {one.id for axis in read.axes for each in axis.measures for one in each.leads}:
        raise Http404
    writes.unname_lead(lead_id, by=viewer_from(request))
    messages.success(request, _("They answer for the measure no longer."))
    return redirect("pilots", slug=slug)


@open_to(MEMBERS, methods=("POST",))
@unknown_is_404(LookupError)
def put_institution(request: HttpRequest, slug: str, code: str) -> HttpResponseBase:
    """Have an institution work on the sheet."""
    read, viewer = read_sheet(request, slug=slug, code=code), viewer_from(request)
    if not read.may_edit:
        raise Http404
    form = InstitutionForm(request.POST, institutions=institutions(viewer))
    attempt = Attempt(
        lambda said: writes.put_institution(
            read.line.id, institution_id=said["institution_id"], role=SheetRole(said["role"]), by=viewer
        ),
        _("The institution is on the sheet."),
        sheet_address("sheet_actors", read.line),
    )
    return answered(request, form, attempt) or show_actors(request, read, institution_form=form)


@open_to(MEMBERS, methods=("POST",))
@unknown_is_404(LookupError)
def put_person(request: HttpRequest, slug: str, code: str) -> HttpResponseBase:
    """Have somebody on the sheet, in words."""
    read, viewer = read_sheet(request, slug=slug, code=code), viewer_from(request)
    if not read.may_edit:
        raise Http404
    form = PersonForm(request.POST, people=people(viewer), auto_id="id_person_%s")
    attempt = Attempt(
        lambda said: writes.put_person(
            read.line.id,
            role=PersonRole(said["role"]),
            words=said["words"],
            person_id=said["person_id"],
            by=viewer,
        ),
        _("They are on the sheet."),
        sheet_address("sheet_actors", read.line),
    )
    return answered(request, form, attempt) or show_actors(request, read, person_form=form)


@open_to(MEMBERS, methods=("POST",))
@unknown_is_404(LookupError)
def take_institution_off(request: HttpRequest, slug: str, code: str, place_id: int) -> HttpResponseBase:
    """Take an institution off this sheet; a second press finds it gone."""
    read = read_sheet(request, slug=slug, code=code)
    if reads.took_away(slug, "institution", place_id, viewer=viewer_from(request)):
        return redirect(sheet_address("sheet_actors", read.line))
    if not read.may_edit or place_id not in {one.id for one in read.institutions}:
        raise Http404
    writes.take_institution_off(place_id, by=viewer_from(request))
    messages.success(request, _("The institution is off the sheet."))
    return redirect(sheet_address("sheet_actors", read.line))


@open_to(MEMBERS, methods=("POST",))
@unknown_is_404(LookupError)
def take_person_off(request: HttpRequest, slug: str, code: str, person_id: int) -> HttpResponseBase:
    """Take somebody off this sheet; a second press finds them gone."""
    read = read_sheet(request, slug=slug, code=code)
    if reads.took_away(slug, "person", person_id, viewer=viewer_from(request)):
        return redirect(sheet_address("sheet_actors", read.line))
    if not read.may_edit or person_id not in {one.id for one in read.people}:
        raise Http404
    writes.take_person_off(person_id, by=viewer_from(request))
    messages.success(request, _("They are off the sheet."))
    return redirect(sheet_address("sheet_actors", read.line))


def _name(
    request: HttpRequest,
    read: PilotsPage,
    what: PilotedAxis | LedMeasure,
    *,
    write: Any,
    known: tuple[NamedLine, ...],
    title: str,
) -> HttpResponseBase:
    viewer, back = viewer_from(request), reverse("pilots", args=[read.header.slug])
    offered = {"institutions": institutions(viewer), "people": people(viewer)}
    line = _named(request, known)
    kept = {name: getattr(line, name) for name in NamingForm.base_fields} if line else {}
    form = NamingForm(sent_with(request), initial=kept, **offered)

    def act(said: Mapping[str, Any]) -> None:
        who = Naming(said["person_id"], said["function"])
        write(what.id, institution_id=said["institution_id"], who=who, by=viewer, seen=edition_seen(request))

    attempt = Attempt(
        act,
        _("It is kept."),
        back,
        kept=NamingForm(initial=kept, **offered),
        edition=line.edition if line else 0,
        title=title,
    )
    return answered(request, form, attempt) or _naming(request, form, attempt, read=read, kicker=what.title)


def _naming(
    request: HttpRequest, form: NamingForm, attempt: Attempt, *, read: PilotsPage, kicker: str
) -> HttpResponse:
    page = form_page(
        form,
        head=steering_head(read.header, attempt.title, Link(_("Pilots"), attempt.back)),
        back=Link(_("Back to the pilots"), attempt.back),
        kicker=kicker,
        edition=attempt.edition,
    )
    return render(request, "pilots/sheets/form.html", {"page": page}, status=422 if form.is_bound else 200)


def _named(request: HttpRequest, known: tuple[NamedLine, ...]) -> NamedLine | None:
    """Give the row that the form is about: the one it names, or the one that its address asks to change."""
    asked = request.POST.get("institution_id") or request.GET.get("institution", "")
    if not asked.isdecimal() or len(asked) > LONGEST_NUMBER:
        return None
    return next((one for one in known if one.institution_id == int(asked)), None)
