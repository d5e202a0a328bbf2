"""« Lire un document »: put a text in, review what was read, apply it once."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial, wraps
from typing import Any, Concatenate, ParamSpec
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _, ngettext

from declic.records.accounts.editions import ChangedMeanwhileError
from declic.records.accounts.viewers import Viewer
from declic.records.council.reads import sitting_of_version
from declic.records.pact.reads import pact_of_version
from declic.records.pact.values import OpenedDocument
from declic.records.pact.writes import NumberTwiceError, apply_draft as apply_reviewed
from declic.records.sources import reads, writes
from declic.records.sources.choices import DraftState, ItemState
from declic.records.sources.values import ReviewItem, ReviewPage
from declic.web.design.choosing import BothTexts, Difference
from declic.web.design.doors import REVIEWERS, open_to, viewer_from
from declic.web.design.editions import Meanwhile, ask_again, both_texts, edition_seen, who_and_when
from declic.web.design.given_text import GivenTextForm
from declic.web.design.knocks import takes_documents
from declic.web.design.pages import BothTextsPage, Head
from declic.web.design.unknown import unknown_is_404
from declic.web.pilots.forms import sent_with
from declic.web.pilots.item_forms import ItemForm
from declic.web.pilots.kinds import BY_SLUG, KINDS, field_name
from declic.web.pilots.pages.applying import apply_page
from declic.web.pilots.pages.documents import documents_page
from declic.web.pilots.pages.header import notices_of
from declic.web.pilots.pages.items import item_page
from declic.web.pilots.pages.review import asked_from, review_page
from declic.web.pilots.wording import in_words


DECISIONS = {
    "accepter": ItemState.ACCEPTED,
    "rejeter": ItemState.REJECTED,
    "reprendre": ItemState.PROPOSED,
}


@dataclass(frozen=True, slots=True)
class Decision:
    """What one button of the review asks: « rejeter:12:3 » rejects value 12, as its edition 3 was seen."""

    word: str
    item_id: int
    seen: int

    @classmethod
    def of(cls, sent: str) -> "Decision":
        """Read a button. Raises Http404 for one that does not exist."""
        found = re.fullmatch(r"([a-z]+):([0-9]{1,18})(?::([0-9]{1,9}))?", sent)
        if found is None or found[1] not in DECISIONS:
            raise Http404
        return cls(found[1], int(found[2]), int(found[3] or 0))

    @property
    def state(self) -> ItemState:
        """Give what the value becomes."""
        return DECISIONS[self.word]


P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def closed_leads_back(view: View[P]) -> View[P]:
    """Lead back to the review, and say so, where it was closed before the act came."""

    @wraps(view)
    def answer(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except writes.DraftClosedError:
            messages.warning(request, _("This review was closed: nothing changed."))
            return redirect("review", draft_id=kwargs["draft_id"])

    return answer


@open_to(REVIEWERS, methods=("GET", "POST"))
@takes_documents
def read_document(request: HttpRequest) -> HttpResponseBase:
    """List the documents, and read the one that is put in."""
    viewer = viewer_from(request)
    form = GivenTextForm.of(request)
    draft_id = form.read_with(partial(writes.take_document, by=viewer))
    if draft_id is not None:
        return redirect("review", draft_id=draft_id)
    page = documents_page(reads.list_documents(viewer=viewer), form=form, notices=notices_of(request))
    return render(request, "pilots/documents.html", {"page": page}, status=422 if form.is_bound else 200)


@open_to(REVIEWERS)
def review(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Show a draft beside its text."""
    read = _draft_or_404(draft_id, viewer=viewer_from(request))
    page = review_page(read, asked=asked_from(request.GET), notices=notices_of(request))
    return render(request, "pilots/review.html", {"page": page})


@open_to(REVIEWERS, methods=("POST",))
@unknown_is_404(LookupError)
@closed_leads_back
def decide(request: HttpRequest, draft_id: int) -> HttpResponseBase:
    """Accept or reject one value, or take the decision back."""
    viewer = viewer_from(request)
    asked = Decision.of(request.POST.get("decision", ""))
    item = _item_or_404(_draft_or_404(draft_id, viewer=viewer), item_id=asked.item_id)
    try:
        writes.decide_item(item.id, decision=asked.state, by=viewer, seen=asked.seen)
    except ChangedMeanwhileError as change:
        return _decide_again(request, change, item=item, asked=asked, draft_id=draft_id)
    return _back_to(item, request=request, draft_id=draft_id)


@open_to(REVIEWERS, methods=("GET", "POST"))
@unknown_is_404(LookupError)
@closed_leads_back
def edit_item(request: HttpRequest, draft_id: int, item_id: int) -> HttpResponseBase:
    """Correct one value, field by field."""
    viewer = viewer_from(request)
    read = _draft_or_404(draft_id, viewer=viewer)
    item = _item_or_404(read, item_id=item_id)
    if read.draft.state != DraftState.PENDING:
        raise writes.DraftClosedError(draft_id)
    form = ItemForm(item.shown, sent_with(request))
    if not form.is_valid():
        page = item_page(item, draft_id=draft_id, form=form)
        return render(request, "pilots/item.html", {"page": page}, status=422 if form.is_bound else 200)
    edited, seen = {**_corrected_before(item), **form.changes()}, edition_seen(request)
    try:
        writes.decide_item(item.id, decision=ItemState.EDITED, edited=edited, by=viewer, seen=seen)
    except ChangedMeanwhileError as change:
        keep_url = _back_to(item, request=request, draft_id=draft_id).url
        meanwhile = Meanwhile(form, ItemForm(item.shown), item.edition, keep_url)
        return both_texts(request, change, title=_("Two corrections of one value"), meanwhile=meanwhile)
    messages.success(request, _("Your correction is kept; what was read stays beside it."))
    return _back_to(item, request=request, draft_id=draft_id)


@open_to(REVIEWERS, methods=("POST",))
@unknown_is_404(LookupError)
@closed_leads_back
def accept_all(request: HttpRequest, draft_id: int) -> HttpResponseBase:
    """Accept every value of a kind that waits, or of all kinds."""
    slug = request.POST.get("type", "")
    if slug and slug not in BY_SLUG:
        raise Http404
    count = writes.accept_all(draft_id, kind=BY_SLUG.get(slug), by=viewer_from(request))
    words = ngettext("%(count)d value accepted.", "%(count)d values accepted.", count)
    messages.success(request, words % {"count": count})
    if not slug:
        return redirect("apply_draft", draft_id=draft_id)
    return HttpResponseRedirect(f"{reverse('review', args=[draft_id])}?{urlencode({'type': slug})}#values")


@open_to(REVIEWERS, methods=("GET", "POST"))
@unknown_is_404(LookupError)
@closed_leads_back
def apply_draft(request: HttpRequest, draft_id: int) -> HttpResponseBase:
    """Show what a draft would open, and open it, once."""
    viewer = viewer_from(request)
    read = _draft_or_404(draft_id, viewer=viewer)
    refusal = _applied_or_why_not(request, read=read, viewer=viewer) if request.method == "POST" else ""
    if request.method == "POST" and not refusal:
        return redirect("apply_draft", draft_id=draft_id)
    page = apply_page(read, opened=_opened(read, viewer=viewer), refusal=refusal, notices=notices_of(request))
    return render(request, "pilots/apply.html", {"page": page}, status=422 if refusal else 200)


def _applied_or_why_not(request: HttpRequest, *, read: ReviewPage, viewer: Viewer) -> str:
    """Apply a draft; empty once it is, else the sentence that says why it cannot be."""
    was_applied = read.draft.state == DraftState.APPLIED
    try:
        apply_reviewed(read.draft.id, by=viewer)
    except NumberTwiceError as error:
        return str(error)
    words = _("Already applied: nothing changed.") if was_applied else _("Applied: it is open.")
    messages.success(request, words)
    return ""


def _opened(read: ReviewPage, *, viewer: Viewer) -> OpenedDocument | None:
    if read.draft.state != DraftState.APPLIED:
        return None
    version_id = read.version.id
    return OpenedDocument(
        version_id,
        sitting_of_version(version_id, viewer=viewer),
        pact_of_version(version_id, viewer=viewer),
    )


def _draft_or_404(draft_id: int, *, viewer: Viewer) -> ReviewPage:
    found = reads.review_page(draft_id, viewer=viewer)
    if found is None:
        raise Http404
    return found


def _item_or_404(read: ReviewPage, *, item_id: int) -> ReviewItem:
    found = next((item for group in read.groups for item in group.items if item.id == item_id), None)
    if found is None:
        raise Http404
    return found


def _decide_again(
    request: HttpRequest, change: ChangedMeanwhileError, *, item: ReviewItem, asked: Decision, draft_id: int
) -> HttpResponse:
    """Ask again where somebody decided on the value meanwhile; a correction that would be dropped is shown."""
    corrected = _corrected_before(item).items()
    told = [f"{field_name(field)} – {in_words(new, field=field)}" for field, new in corrected]
    kept = [item.state_label, *told]
    both = BothTexts(
        who_and_when(request, change),
        (Difference(item.label, kept="\n".join(kept), yours=str(asked.state.label)),),
    )
    again = (
        ("decision", f"{asked.word}:{item.id}:{item.edition}"),
        ("page", request.POST.get("page", "")),
    )
    keep_url = _back_to(item, request=request, draft_id=draft_id).url
    return ask_again(request, BothTextsPage(Head(_("Two decisions on one value")), both, again, keep_url))


def _corrected_before(item: ReviewItem) -> dict[str, Any]:
    """Give the fields that an earlier correction changed: a new one adds to it."""
    return {field: new for field, new in (item.edited or {}).items() if item.value[field] != new}


def _back_to(item: ReviewItem, *, request: HttpRequest, draft_id: int) -> HttpResponseRedirect:
    """Come back to the list that the value stands in, at the same page of it."""
    query = {"type": KINDS[item.kind].slug}
    if request.POST.get("page", "").isdecimal():
        query["page"] = request.POST["page"]
    return HttpResponseRedirect(f"{reverse('review', args=[draft_id])}?{urlencode(query)}#valeur-{item.id}")
