"""The pages of mediator posts: promised beside filled, and the open data that say which were funded."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _, ngettext

from declic.engines.funding.open_posts import LARGEST_FILE_BYTES, UnreadablePostsError
from declic.records.accounts.editions import ChangedMeanwhileError
from declic.records.deliveries.writes import fill_post
from declic.records.money import reads, writes
from declic.records.money.choices import PostState
from declic.records.money.values import PromisedPosts
from declic.web.design.components import Link
from declic.web.design.doors import MEMBERS, PILOTS, open_to, viewer_from
from declic.web.design.editions import Meanwhile, both_texts, edition_seen
from declic.web.design.unknown import unknown_is_404
from declic.web.pilots.form_pages import Asked, answer_form, key_of, refuse
from declic.web.pilots.forms import sent_with
from declic.web.pilots.money.forms import HoldForm, PostForm, PostsFileForm, PromiseForm
from declic.web.pilots.money.pages.post import post_page
from declic.web.pilots.money.pages.posts import posts_page
from declic.web.pilots.pages.header import address, notices_of, steering_head, steering_tabs


POST = ("employer_id", "mission", "agreement_reference", "starts_on", "ends_on", "open_data_id")


@open_to(MEMBERS)
@unknown_is_404(LookupError)
def posts(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the posts promised, filled and funded."""
    viewer = viewer_from(request)
    read = reads.posts_page(slug, viewer=viewer)
    may_add = bool(reads.money_choices(slug, viewer=viewer).measures)
    page = posts_page(read, may_add=may_add, notices=notices_of(request))
    return render(request, "pilots/money/posts.html", {"page": page})


@open_to(MEMBERS, methods=("GET", "POST"))
@unknown_is_404(LookupError)
def add_post(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Add a mediator post of a measure."""
    viewer = viewer_from(request)
    offered = reads.money_choices(slug, viewer=viewer)
    if not offered.measures:
        raise Http404
    form = PostForm(sent_with(request), offered=offered, is_new=True)
    asked = Asked(
        head=steering_head(offered.header, _("Add a post")),
        tabs=steering_tabs(offered.header, current="posts"),
        button=_("Add the post"),
        back=Link(_("Back to the posts"), address("posts", offered.header)),
        done=_("The post is kept: it is to be filled."),
        intro=_("Say what the post is. Who holds it is never written here."),
    )

    def write(said: Mapping[str, Any]) -> object:
        values = {name: said[name] for name in POST}
        return writes.add_post(slug, key=key_of(request), measure=said["measure"], says=values, by=viewer)

    return answer_form(request, form, asked, write=write)


@open_to(MEMBERS)
@unknown_is_404(LookupError)
def post(request: HttpRequest, slug: str, post_id: int) -> HttpResponse:
    """Show a post, with the form that fills it."""
    viewer = viewer_from(request)
    row = reads.post(slug, post_id, viewer=viewer)
    header = reads.money_choices(slug, viewer=viewer).header
    page = post_page(header, row, form=HoldForm(), notices=notices_of(request))
    return render(request, "pilots/money/post.html", {"page": page})


@open_to(MEMBERS, methods=("POST",))
@unknown_is_404(LookupError)
def hold_post(request: HttpRequest, slug: str, post_id: int) -> HttpResponseBase:
    """Say that a post is filled, or vacant again."""
    viewer = viewer_from(request)
    row = reads.post(slug, post_id, viewer=viewer)
    if not row.may_edit:
        raise Http404
    header = reads.money_choices(slug, viewer=viewer).header
    form, back = HoldForm(request.POST), address("post", header, post_id=post_id)
    if form.is_valid():
        try:
            _hold(form.cleaned_data, post_id=post_id, request=request)
        except writes.WrongMoneyError as wrong:
            refuse(form, wrong.faults)
        except ChangedMeanwhileError as change:
            meanwhile = Meanwhile(form, HoldForm(initial={"state": row.state}), row.edition, back)
            return both_texts(request, change, title=_("Two states of one post"), meanwhile=meanwhile)
        else:
            messages.success(request, _("The state of the post is kept."))
            return redirect(back)
    page = post_page(header, row, form=form, notices=())
    return render(request, "pilots/money/post.html", {"page": page}, status=422)


@open_to(MEMBERS, methods=("GET", "POST"))
@unknown_is_404(LookupError)
def edit_post(request: HttpRequest, slug: str, post_id: int) -> HttpResponseBase:
    """Edit what a post is."""
    viewer = viewer_from(request)
    row = reads.post(slug, post_id, viewer=viewer)
    if not row.may_edit:
        raise Http404
    offered = reads.money_choices(slug, viewer=viewer)
    kept = {name: getattr(row, name) for name in POST}
    form = PostForm(sent_with(request), offered=offered, is_new=False, initial=kept)
    asked = Asked(
        head=steering_head(offered.header, _("Edit a post")),
        tabs=steering_tabs(offered.header, current="posts"),
        button=_("Keep"),
        back=Link(_("Back to the post"), address("post", offered.header, post_id=post_id)),
        done=_("The post is kept."),
        edition=row.edition,
        kept=PostForm(offered=offered, is_new=False, initial=kept),
    )

    def write(said: Mapping[str, Any]) -> object:
        values = {name: said[name] for name in POST}
        return writes.edit_post(post_id, says=values, by=viewer, seen=edition_seen(request))

    return answer_form(request, form, asked, write=write)


@open_to(PILOTS, methods=("GET", "POST"))
@unknown_is_404(LookupError)
def read_promise(request: HttpRequest, slug: str, number: str) -> HttpResponseBase:
    """Say how many posts a measure promises, where its text reads in two ways."""
    viewer = viewer_from(request)
    read = reads.posts_page(slug, viewer=viewer)
    one = _promise_or_404(read.promised, number=number)
    counts, promise = range(one.promise.least, one.promise.most + 1), one.promise
    kept = {"post_count": promise.read, "why": promise.why}
    form = PromiseForm(sent_with(request), counts=counts, initial=kept)
    asked = Asked(
        head=steering_head(read.header, _("How measure %(number)s is read") % {"number": number}),
        tabs=steering_tabs(read.header, current="posts"),
        button=_("Keep"),
        back=Link(_("Back to the posts"), address("posts", read.header)),
        done=_("Your reading is kept."),
        intro=_(
            "The text counts posts twice. Say how many it promises, and why: it explains the finding, and everyone reads it."
        ),
        edition=promise.edition,
        kept=PromiseForm(counts=counts, initial=kept),
    )

    def write(said: Mapping[str, Any]) -> object:
        seen = edition_seen(request)
        return writes.read_promise(
            promise.measure_id, post_count=said["post_count"], why=said["why"], by=viewer, seen=seen
        )

    return answer_form(request, form, asked, write=write)


@open_to(PILOTS, methods=("GET", "POST"))
@unknown_is_404(LookupError)
def import_posts(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Import a file of the State's open data of funded posts."""
    viewer = viewer_from(request)
    header = reads.money_choices(slug, viewer=viewer).header
    form = PostsFileForm(sent_with(request), request.FILES or None)
    asked = Asked(
        head=steering_head(header, _("Import the State’s open data")),
        tabs=steering_tabs(header, current="posts"),
        button=_("Import the file"),
        back=Link(_("Back to the posts"), address("posts", header)),
        done=_("The file is imported."),
        intro=_(
            "The same file twice changes nothing; a row that cannot be believed is refused with its reason."
        ),
        is_file=True,
    )
    if form.is_valid() and not _is_too_large(form):
        given = form.cleaned_data["file"]
        try:
            report = writes.import_posts(
                slug, given.read(), file_name=given.name, code=form.cleaned_data["code"], by=viewer
            )
        except UnreadablePostsError as refused:
            form.add_error("file", str(refused))
        else:
            words = ngettext("%(count)d post added.", "%(count)d posts added.", report.added)
            messages.success(request, words % {"count": report.added})
            return redirect("posts", slug=slug)
    return answer_form(request, form, asked, write=lambda _said: None)


def _is_too_large(form: PostsFileForm) -> bool:
    if form.cleaned_data["file"].size <= LARGEST_FILE_BYTES:
        return False
    form.add_error("file", _("This file is too large."))
    return True


def _hold(said: Mapping[str, Any], *, post_id: int, request: HttpRequest) -> None:
    viewer, seen = viewer_from(request), edition_seen(request)
    if said["state"] == PostState.FILLED:
        fill_post(post_id, on=said["on"], by=viewer, seen=seen)
    else:
        writes.hold_post(post_id, state=PostState(said["state"]), on=said["on"], by=viewer, seen=seen)


def _promise_or_404(promised: tuple[PromisedPosts, ...], *, number: str) -> PromisedPosts:
    one = next((each for each in promised if each.promise.number == number), None)
    if one is None or not one.may_steer or one.promise.least == one.promise.most:
        raise Http404
    return one
