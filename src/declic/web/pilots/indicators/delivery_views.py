"""The pages of what was done: the list, the form of six fields, the correction of one."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from declic.records.deliveries import reads, writes
from declic.records.deliveries.values import DeliveryChoices, DeliveryRow
from declic.web.design.components import Link
from declic.web.design.doors import MEMBERS, open_to, viewer_from
from declic.web.design.editions import edition_seen
from declic.web.design.unknown import unknown_is_404
from declic.web.pilots.form_pages import Asked, answer_form, key_of
from declic.web.pilots.forms import sent_with
from declic.web.pilots.indicators.forms import PART_LABELS, CorrectionForm, DeliveryForm, WithdrawalForm
from declic.web.pilots.indicators.pages.done import deliveries_page, delivery_words
from declic.web.pilots.pages.header import address, notices_of, steering_head, steering_tabs


MOST_DIGITS = 6
SAID = ("kind", "on", "place_words", "count")


@open_to(MEMBERS)
@unknown_is_404(LookupError)
def deliveries(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what was done for a pact."""
    asked = request.GET.get("page", "1")
    number = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) <= MOST_DIGITS else 1
    read = reads.deliveries_page(slug, viewer=viewer_from(request), page=max(1, number))
    page = deliveries_page(read, number=max(1, number), notices=notices_of(request))
    return render(request, "pilots/indicators/done.html", {"page": page})


@open_to(MEMBERS, methods=("GET", "POST"))
@unknown_is_404(LookupError)
def record_delivery(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Say what was done, in six fields."""
    viewer = viewer_from(request)
    offered = reads.delivery_choices(slug, viewer=viewer)
    if not offered.sheets and not offered.measures:
        raise Http404
    initial = {"on": timezone.localdate(), **_asked_place(request)}
    form = DeliveryForm(sent_with(request), offered=offered, initial=initial)

    def write(said: Mapping[str, Any]) -> object:
        says = {name: said[name] for name in (*SAID, "women")}
        return writes.record_delivery(
            slug, source_key=f"form {key_of(request)}", says=says, by=viewer, **_place(said["place"])
        )

    asked = _asked(offered, title=_("Say what was done"), done=_("It is recorded: the indicators follow."))
    return answer_form(request, form, asked, write=write)


@open_to(MEMBERS, methods=("GET", "POST"))
@unknown_is_404(LookupError)
def delivery(request: HttpRequest, slug: str, delivery_id: int) -> HttpResponseBase:
    """Correct what was said of something that was done."""
    viewer = viewer_from(request)
    row = reads.delivery(slug, delivery_id, viewer=viewer)
    offered = reads.delivery_choices(slug, viewer=viewer)
    if not row.may_change:
        raise Http404
    kept = {"kind": row.kind, "on": row.on, "place_words": row.place, "count": row.count, **dict(row.parts)}

    def write(said: Mapping[str, Any]) -> object:
        says = {name: said[name] for name in (*SAID, *PART_LABELS)}
        return writes.correct_delivery(delivery_id, says=says, by=viewer, seen=edition_seen(request))

    asked = _asked(
        offered,
        title=_("Correct what was said"),
        done=_("The correction is kept."),
        intro=delivery_words(row),
        edition=row.edition,
        kept=CorrectionForm(initial=kept),
    )
    return answer_form(request, CorrectionForm(sent_with(request), initial=kept), asked, write=write)


@open_to(MEMBERS, methods=("GET", "POST"))
@unknown_is_404(LookupError)
def withdraw_delivery(request: HttpRequest, slug: str, delivery_id: int) -> HttpResponseBase:
    """Take back what was never done, for a reason; a second press finds it gone."""
    viewer = viewer_from(request)
    offered = reads.delivery_choices(slug, viewer=viewer)
    row = _row_or_none(request, slug=slug, delivery_id=delivery_id)
    if row is None:
        return redirect("deliveries", slug=slug)
    if not row.may_change:
        raise Http404
    form = WithdrawalForm(sent_with(request))
    if form.is_valid():
        writes.withdraw_delivery(delivery_id, why=form.cleaned_data["why"], by=viewer)
        messages.success(request, _("It is taken back; its history stays."))
        return redirect("deliveries", slug=slug)
    asked = _asked(offered, title=_("Take back what was never done"), done="", intro=delivery_words(row))
    return answer_form(request, form, asked, write=lambda _said: None)


def _asked(
    offered: DeliveryChoices,
    *,
    title: str,
    done: str,
    intro: str = "",
    edition: int | None = None,
    kept: CorrectionForm | None = None,
) -> Asked:
    return Asked(
        head=steering_head(offered.header, title),
        tabs=steering_tabs(offered.header, current="deliveries"),
        button=_("Keep"),
        back=Link(_("Back to what was done"), address("deliveries", offered.header)),
        done=done,
        intro=intro,
        edition=edition,
        kept=kept,
    )


def _row_or_none(request: HttpRequest, *, slug: str, delivery_id: int) -> DeliveryRow | None:
    try:
        return reads.delivery(slug, delivery_id, viewer=viewer_from(request))
    except LookupError:
        if request.method == "POST":
            return None
        raise


def _asked_place(request: HttpRequest) -> dict[str, Any]:
    sheet = request.GET.get("fiche", "")
    return {"place": f"s{sheet}"} if sheet.isdecimal() else {}


def _place(word: str) -> dict[str, Any]:
    return {"sheet_id": int(word[1:])} if word.startswith("s") else {"measure": word[1:]}
