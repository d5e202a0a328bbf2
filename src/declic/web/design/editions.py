"""
Two people, or two windows, wrote in one form: both texts are shown, neither is lost, one chooses.

A view gives `seen=edition_seen(request)` to its write, and answers `both_texts(…)` where the write says that the row
was changed meanwhile (`records/accounts/editions.py` says how the next form does it).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.forms import BaseForm, BoundField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from declic.records.accounts.editions import ChangedMeanwhileError
from declic.web.design.choosing import BothTexts, Difference
from declic.web.design.doors import viewer_from
from declic.web.design.pages import BothTextsPage, Head
from declic.web.design.wording import day


NEVER_SENT_AGAIN = {"csrfmiddlewaretoken", "edition"}
MOST_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """
    What the view knows where a write was refused: the two forms, and where to go to keep what is saved.

    `edition` is the one that `kept` shows: were there a newer one already, what is sent again would be refused again.
    """

    yours: BaseForm
    kept: BaseForm
    edition: int
    keep_url: str


def edition_seen(request: HttpRequest) -> int:
    """Say which edition the form was made from; one that does not say was made before anybody wrote."""
    said = request.POST.get("edition", "")
    return int(said) if said.isdecimal() and len(said) <= MOST_DIGITS else 0


def both_texts(
    request: HttpRequest, change: ChangedMeanwhileError, *, title: str, meanwhile: Meanwhile
) -> HttpResponse:
    """Show what was saved and what was sent, and let the reader choose: status 409, nothing is recorded yet."""
    both = BothTexts(who_and_when(request, change), tuple(_differences(meanwhile)))
    again = (*_sent_again(request), ("edition", str(meanwhile.edition)))
    return ask_again(request, BothTextsPage(Head(title), both, again, meanwhile.keep_url))


def ask_again(request: HttpRequest, page: BothTextsPage) -> HttpResponse:
    """Show both sides of a choice."""
    return render(request, "design/both_texts.html", {"page": page}, status=409)


def who_and_when(request: HttpRequest, change: ChangedMeanwhileError) -> str:
    """Say who saved meanwhile, to a colleague who was writing at the same time, and when."""
    if change.at is None:
        return _("It was saved before your form was sent.")
    at = timezone.localtime(change.at)
    when = {"day": day(at.date()), "time": date_format(at, "H:i"), "name": change.by_name}
    if change.by_id is not None and change.by_id == viewer_from(request).user_id:
        return _("You saved it yourself, in another window, on %(day)s at %(time)s.") % when
    if change.by_name:
        return _("%(name)s saved it on %(day)s at %(time)s.") % when
    return _("It was saved on %(day)s at %(time)s.") % when


def _differences(meanwhile: Meanwhile) -> Iterator[Difference]:
    """Give the fields that differ; all of them where none does."""
    pairs = [(bound, meanwhile.kept[bound.name]) for bound in meanwhile.yours.visible_fields()]
    differing = [(yours, kept) for yours, kept in pairs if yours.field.has_changed(kept.initial, yours.data)]
    for yours, kept in differing or pairs:
        yield Difference(str(yours.label), kept=_said(kept), yours=_said(yours))


def _said(bound: BoundField) -> str:
    value = bound.value()
    choices = dict(getattr(bound.field, "choices", ()))
    if choices and isinstance(value, list | tuple):
        chosen = {str(one) for one in value}
        return ", ".join(str(label) for key, label in choices.items() if str(key) in chosen)
    if choices:
        return str(next((label for key, label in choices.items() if str(key) == str(value)), ""))
    return "" if value is None else str(value)


def _sent_again(request: HttpRequest) -> Iterator[tuple[str, str]]:
    for name, values in request.POST.lists():
        if name not in NEVER_SENT_AGAIN:
            for value in values:
                yield name, str(value)
