"""Milestones, blockers, notes and comments of a sheet."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from declic.records.accounts.editions import ChangedMeanwhileError
from declic.records.sheets import writes
from declic.records.sheets.choices import NoteKind
from declic.records.sheets.values import BlockerLine, MilestoneLine, NoteLine, SheetPage
from declic.web.design.components import Link
from declic.web.design.doors import MEMBERS, open_to, viewer_from
from declic.web.design.editions import edition_seen
from declic.web.design.unknown import unknown_is_404
from declic.web.pilots.forms import sent_with
from declic.web.pilots.sheets.attempts import Attempt, answered
from declic.web.pilots.sheets.forms import PartForm
from declic.web.pilots.sheets.pages.forms import form_page
from declic.web.pilots.sheets.pages.top import sheet_address, sheet_head
from declic.web.pilots.sheets.sheet_views import institutions, people, read_sheet, show_following
from declic.web.pilots.sheets.step_forms import BlockerForm, CommentForm, MilestoneForm, NoteForm


Said = Mapping[str, Any]
Steps = MilestoneLine | BlockerLine | NoteLine
FIELDS_OF_A_NEW_ONE = {
    MilestoneForm: ("title", "due_on", "weight", "institution_id", "person_id", "is_key"),
    BlockerForm: ("cause", "lifting_condition", "institution_id", "since_on"),
}


@open_to(MEMBERS, methods=("GET", "POST"))
@unknown_is_404(LookupError)
def add_milestone(request: HttpRequest, slug: str, code: str) -> HttpResponseBase:
    """Add a milestone."""
    read = read_sheet(request, slug=slug, code=code)
    _demand(read.may_edit)
    form = _new(MilestoneForm, request)
    attempt = Attempt(
        lambda said: writes.add_milestone(read.line.id, says=said, by=viewer_from(request)),
        _("The milestone is kept."),
        sheet_address("sheet_calendar", read.line),
    )
    return _shown(request, form, attempt, read=read, title=_("A new milestone"))


@open_to(MEMBERS, methods=("GET", "POST"))
@unknown_is_404(LookupError)
def edit_milestone(request: HttpRequest, slug: str, code: str, milestone_id: int) -> HttpResponseBase:
    """Edit a milestone of this sheet."""
    read = read_sheet(request, slug=slug, code=code)
    _demand(read.may_edit)
    line = _one(read.milestones, number=milestone_id)
    return _edit(
        request, read, line, form_of=MilestoneForm, write=writes.edit_milestone, tab="sheet_calendar"
    )


@open_to(MEMBERS, methods=("POST",))
@unknown_is_404(LookupError)
def finish_milestone(request: HttpRequest, slug: str, code: str, milestone_id: int) -> HttpResponseBase:
    """Say that a milestone is done today, in one click."""
    read = read_sheet(request, slug=slug, code=code)
    _demand(read.may_edit)
    line, today = _one(read.milestones, number=milestone_id), timezone.localdate()
    try:
        writes.edit_milestone(
            line.id, says={"done_on": today}, by=viewer_from(request), seen=edition_seen(request)
        )
    except ChangedMeanwhileError:
        messages.warning(
            request, _("« %(title)s » was changed meanwhile: look again.") % {"title": line.title}
        )
        return redirect(sheet_address("sheet_calendar", read.line))
    messages.success(request, _("« %(title)s » is done today.") % {"title": line.title})
    if request.POST.get("from") == "actions":
        return redirect("my_actions")
    return redirect(sheet_address("sheet_calendar", read.line))


@open_to(MEMBERS, methods=("GET", "POST"))
@unknown_is_404(LookupError)
def add_blocker(request: HttpRequest, slug: str, code: str) -> HttpResponseBase:
    """Say what stops the action."""
    read = read_sheet(request, slug=slug, code=code)
    _demand(read.may_follow)
    form = _new(BlockerForm, request)
    attempt = Attempt(
        lambda said: writes.add_blocker(read.line.id, says=said, by=viewer_from(request)),
        _("The blocker is kept."),
        sheet_address("sheet_following", read.line),
    )
    return _shown(request, form, attempt, read=read, title=_("A new blocker"))


@open_to(MEMBERS, methods=("GET", "POST"))
@unknown_is_404(LookupError)
def edit_blocker(request: HttpRequest, slug: str, code: str, blocker_id: int) -> HttpResponseBase:
    """Edit a blocker of this sheet, or lift it."""
    read = read_sheet(request, slug=slug, code=code)
    _demand(read.may_follow)
    line = _one(read.blockers, number=blocker_id)
    return _edit(request, read, line, form_of=BlockerForm, write=writes.edit_blocker, tab="sheet_following")


@open_to(MEMBERS, methods=("POST",))
@unknown_is_404(LookupError)
def add_note(request: HttpRequest, slug: str, code: str) -> HttpResponseBase:
    """Say how the action goes."""
    read = read_sheet(request, slug=slug, code=code)
    _demand(read.may_follow)
    form = NoteForm(request.POST)
    attempt = Attempt(
        lambda said: writes.add_note(
            read.line.id,
            kind=NoteKind(said["kind"]),
            text=said["text"],
            on=said["on"],
            by=viewer_from(request),
        ),
        _("The note is kept."),
        sheet_address("sheet_following", read.line),
    )
    return answered(request, form, attempt) or show_following(request, read, note_form=form)


@open_to(MEMBERS, methods=("GET", "POST"))
@unknown_is_404(LookupError)
def edit_note(request: HttpRequest, slug: str, code: str, note_id: int) -> HttpResponseBase:
    """Correct a note of one's own."""
    read = read_sheet(request, slug=slug, code=code)
    line = _one(read.notes, number=note_id)
    _demand(read.may_follow and line.is_yours)
    return _edit(request, read, line, form_of=NoteForm, write=writes.edit_note, tab="sheet_following")


@open_to(MEMBERS, methods=("POST",))
@unknown_is_404(LookupError)
def add_comment(request: HttpRequest, slug: str, code: str) -> HttpResponseBase:
    """Say something to colleagues."""
    read, viewer = read_sheet(request, slug=slug, code=code), viewer_from(request)
    form = CommentForm(request.POST, people=people(viewer), auto_id="id_comment_%s")
    attempt = Attempt(
        lambda said: writes.add_comment(
            read.line.id, words=said["words"], mentioned=said["mentioned"], by=viewer
        ),
        _("Your comment is kept."),
        sheet_address("sheet_following", read.line),
    )
    return answered(request, form, attempt) or show_following(request, read, comment_form=form)


def _demand(is_open: bool) -> None:  # noqa: FBT001 — read as « _demand(read.may_edit) »
    if not is_open:
        raise Http404


def _one(lines: tuple[Any, ...], *, number: int) -> Any:
    found = next((line for line in lines if line.id == number), None)
    if found is None:
        raise Http404
    return found


def _offered(kind: type[PartForm], request: HttpRequest) -> dict[str, Any]:
    if kind is NoteForm:
        return {}
    viewer = viewer_from(request)
    return {"institutions": institutions(viewer), "people": people(viewer)}


def _new(kind: type[PartForm], request: HttpRequest) -> PartForm:
    """Make the form of a new one: what only comes later is not asked."""
    initial = {"since_on": timezone.localdate(), "weight": 1}
    form = kind(sent_with(request), initial=initial, **_offered(kind, request))
    for name in set(form.fields) - set(FIELDS_OF_A_NEW_ONE[kind]):
        del form.fields[name]
    return form


def _edit(
    request: HttpRequest,
    read: SheetPage,
    line: Steps,
    *,
    form_of: type[PartForm],
    write: Callable[..., None],
    tab: str,
) -> HttpResponseBase:
    kept, offered = {name: getattr(line, name) for name in form_of.base_fields}, _offered(form_of, request)
    form = form_of(sent_with(request), initial=kept, **offered)
    attempt = Attempt(
        lambda said: write(line.id, says=said, by=viewer_from(request), seen=edition_seen(request)),
        _("The change is kept."),
        sheet_address(tab, read.line),
        kept=form_of(initial=kept, **offered),
        edition=line.edition,
        title=_("Two texts of one thing"),
    )
    return _shown(request, form, attempt, read=read, title=_("Change"))


def _shown(
    request: HttpRequest, form: PartForm, attempt: Attempt, *, read: SheetPage, title: str
) -> HttpResponseBase:
    answer = answered(request, form, attempt)
    if answer is not None:
        return answer
    page = form_page(
        form,
        head=sheet_head(read.header, read.line, title=title),
        back=Link(_("Back to the sheet"), attempt.back),
        kicker=f"{read.line.code} · {read.line.title}",
        edition=attempt.edition,
    )
    return render(request, "pilots/sheets/form.html", {"page": page}, status=422 if form.is_bound else 200)
