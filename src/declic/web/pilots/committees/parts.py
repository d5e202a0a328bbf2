"""Forms as pages show them: one value each, whatever they ask; and what came of one that was sent."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _

from declic.records.steering.writes import NotNowError
from declic.web.design.components import Field, Message
from declic.web.design.fields import fields_of, form_message


@dataclass(frozen=True, slots=True)
class FormPart:
    """A form of a page: `act` says to the view what is asked, `hidden` travels with it; folded away where `is_folded`."""

    act: str
    title: str
    button: str
    fields: tuple[Field, ...] = ()
    hidden: tuple[tuple[str, str], ...] = ()
    refusal: Message | None = None
    is_folded: bool = False
    is_button: bool = False
    is_main: bool = False


def form_part(
    form: forms.BaseForm,
    *,
    act: str,
    title: str,
    button: str,
    hidden: Mapping[str, object] | None = None,
    is_folded: bool = False,
) -> FormPart:
    """Show a form; one that was refused is open, and says why."""
    kept = {bound.name: bound.value() for bound in form.hidden_fields()}
    sent = {**kept, **(hidden or {})}
    return FormPart(
        act=act,
        title=title,
        button=button,
        fields=fields_of(form),
        hidden=tuple((name, str(value)) for name, value in sent.items() if value is not None),
        refusal=form_message(form, title=_("Nothing was kept")),
        is_folded=is_folded and not form.is_bound,
    )


def button(
    act: str, words: str, *, hidden: Mapping[str, object] | None = None, is_main: bool = False
) -> FormPart:
    """Show a form that is only a button; the main one of a page stands out."""
    sent = tuple((name, str(value)) for name, value in (hidden or {}).items())
    return FormPart(act=act, title="", button=words, hidden=sent, is_button=True, is_main=is_main)


Act = Callable[[], HttpResponseBase]


def act_of(request: HttpRequest, acts: Mapping[str, Act]) -> HttpResponseBase:
    """Do what the form asks. Raises Http404 for what no form of this page asks."""
    asked = acts.get(request.POST.get("act", ""))
    if asked is None:
        raise Http404
    return asked()


def refused_now(request: HttpRequest, back: HttpResponseBase, act: Act) -> HttpResponseBase:
    """Do it, or say that it cannot be done any more and lead back."""
    try:
        return act()
    except NotNowError:
        messages.warning(request, _("It moved on meanwhile: nothing changed."))
        return back


def number_in(request: HttpRequest, name: str) -> int:
    """Give the number of a hidden field. Raises Http404 for one that is none."""
    said = request.POST.get(name, "")
    if not said.isdecimal() or len(said) > MOST_DIGITS:
        raise Http404
    return int(said)


MOST_DIGITS = 18
