"""The tabs of a sheet."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from declic.records.accounts.viewers import Viewer
from declic.records.partners.reads import list_institutions
from declic.records.sheets import reads
from declic.records.sheets.values import SheetPage
from declic.records.steering import reads as steering_reads
from declic.web.design.doors import MEMBERS, open_to, viewer_from
from declic.web.design.unknown import unknown_is_404
from declic.web.pilots.pages.header import notices_of
from declic.web.pilots.sheets.pages import tabs
from declic.web.pilots.sheets.pages.histories import history
from declic.web.pilots.sheets.step_forms import (
    CommentForm,
    InstitutionForm,
    NoteForm,
    PersonForm,
    people_of,
)


LONGEST_PAGE_NUMBER = 6


@open_to(MEMBERS)
@unknown_is_404(LookupError)
def sheet(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """Show what the action is."""
    viewer, today = viewer_from(request), timezone.localdate()
    page = tabs.presentation(
        read_sheet(request, slug=slug, code=code),
        steering=steering_reads.sheet_steering(slug, code=code, viewer=viewer, today=today),
        today=today,
        notices=notices_of(request),
    )
    return render(request, "pilots/sheets/presentation.html", {"page": page})


@open_to(MEMBERS)
@unknown_is_404(LookupError)
def sheet_actors(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """Show who works on the sheet."""
    return show_actors(request, read_sheet(request, slug=slug, code=code))


@open_to(MEMBERS)
@unknown_is_404(LookupError)
def sheet_calendar(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """Show when the action runs."""
    page = tabs.calendar(
        read_sheet(request, slug=slug, code=code), today=timezone.localdate(), notices=notices_of(request)
    )
    return render(request, "pilots/sheets/calendar.html", {"page": page})


@open_to(MEMBERS)
@unknown_is_404(LookupError)
def sheet_means(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """Show with what the action is made."""
    read = read_sheet(request, slug=slug, code=code)
    page = tabs.means(
        read,
        today=timezone.localdate(),
        notices=notices_of(request),
    )
    return render(request, "pilots/sheets/means.html", {"page": page})


@open_to(MEMBERS)
@unknown_is_404(LookupError)
def sheet_following(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """Show how the action goes."""
    return show_following(request, read_sheet(request, slug=slug, code=code))


@open_to(MEMBERS)
@unknown_is_404(LookupError)
def sheet_decisions(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """Show what committees decided about the action."""
    today = timezone.localdate()
    decisions = steering_reads.sheet_decisions(slug, code=code, viewer=viewer_from(request), today=today)
    read = read_sheet(request, slug=slug, code=code)
    page = tabs.decided(read, decisions, today=today, notices=notices_of(request))
    return render(request, "pilots/sheets/decisions.html", {"page": page})


@open_to(MEMBERS)
@unknown_is_404(LookupError)
def sheet_history(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """Show how the sheet came to say what it says."""
    asked = request.GET.get("page", "1")
    number = int(asked) if asked.isdecimal() and len(asked) < LONGEST_PAGE_NUMBER else 1
    today = timezone.localdate()
    read = reads.sheet_history(slug, code=code, viewer=viewer_from(request), today=today, page=number)
    return render(request, "pilots/sheets/history.html", {"page": history(read, today=today)})


def read_sheet(request: HttpRequest, *, slug: str, code: str) -> SheetPage:
    """Read a sheet for who asks."""
    return reads.sheet_page(slug, code=code, viewer=viewer_from(request), today=timezone.localdate())


def show_actors(
    request: HttpRequest,
    read: SheetPage,
    *,
    institution_form: InstitutionForm | None = None,
    person_form: PersonForm | None = None,
) -> HttpResponse:
    """Show the tab of actors, with a form that was refused where there is one."""
    viewer = viewer_from(request)
    page = tabs.actors(
        read,
        today=timezone.localdate(),
        notices=notices_of(request),
        institution_form=institution_form or InstitutionForm(institutions=institutions(viewer)),
        person_form=person_form or PersonForm(people=people(viewer), auto_id="id_person_%s"),
    )
    refused = institution_form or person_form
    return render(request, "pilots/sheets/actors.html", {"page": page}, status=422 if refused else 200)


def show_following(
    request: HttpRequest,
    read: SheetPage,
    *,
    note_form: NoteForm | None = None,
    comment_form: CommentForm | None = None,
) -> HttpResponse:
    """Show the tab of follow-up, with a form that was refused where there is one."""
    page = tabs.following(
        read,
        today=timezone.localdate(),
        notices=notices_of(request),
        note_form=note_form or NoteForm(initial={"on": timezone.localdate()}),
        comment_form=comment_form
        or CommentForm(people=people(viewer_from(request)), auto_id="id_comment_%s"),
    )
    refused = note_form or comment_form
    return render(request, "pilots/sheets/following.html", {"page": page}, status=422 if refused else 200)


def institutions(viewer: Viewer) -> list[tuple[int, str]]:
    """Offer the institutions."""
    return [(one.id, one.name) for one in list_institutions(viewer=viewer)]


def people(viewer: Viewer) -> list[tuple[int, str]]:
    """Offer the colleagues that one may name."""
    return people_of(reads.colleagues(viewer=viewer))
