"""From a view of the library to a page of ours: its form in our words, its result in one dataclass."""

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from declic.web.design.components import Link, Message
from declic.web.design.doors import Audience, View as PageView, open_to
from declic.web.design.fields import form_message
from declic.web.members.forms import reworded


Context = dict[str, Any]


class Paged:
    """Show `page(context)` with `page_template`, in place of the library's own template."""

    request: HttpRequest
    page_template = "members/form.html"

    def page(self, context: Context) -> object:
        """Give the page."""
        raise NotImplementedError

    def get_form(self, *arguments: Any) -> Any:
        """Give the library's form in our words."""
        return reworded(super().get_form(*arguments))  # type: ignore[misc] # the library's view stands behind

    def render_to_response(self, context: Context, **_more: Any) -> HttpResponse:
        """Show the page."""
        return render(self.request, self.page_template, {"page": self.page(context)})

    @property
    def next_url(self) -> str:
        """Where one was going, if it is one of our pages."""
        return getattr(self, "get_next_url", lambda: None)() or ""


def door(
    view: Callable[..., HttpResponseBase], audience: Audience, *, methods: tuple[str, ...] = ("GET", "POST")
) -> PageView[Any]:
    """
    Stand a view of the library behind one of our doors.

    It is given HEAD as GET: its patience counts, and so writes, for any method but GET.
    """

    @wraps(view)
    def enter(request: HttpRequest, /, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method == "HEAD":
            request.method = "GET"
        return view(request, *args, **kwargs)

    return open_to(audience, methods=methods)(enter)


def message_of(
    request: HttpRequest, form: forms.BaseForm | None = None, *, title: str = ""
) -> Message | None:
    """Say what is wrong with the form, or what was done just before."""
    if form is not None and form.is_bound and (wrong := form_message(form, title=title)):
        return wrong
    said = [(one.level, str(one.message)) for one in messages.get_messages(request)]
    if not said:
        return None
    is_bad = any(level >= messages.ERROR for level, _text in said)
    return Message(" ".join(text for _level, text in said), tone="bad" if is_bad else "good")


def as_json(options: object) -> str:
    """Write the options of a passkey for the browser."""
    return json.dumps(options)


def other_ways(context: Context) -> tuple[Link, ...]:
    """Give the other ways to say again who one is."""
    words = {
        "reauthenticate": _("With my password"),
        "reauthenticate_by_code": _("With a code sent by e-mail"),
        "mfa_reauthenticate": _("With a code of my app, or a recovery code"),
        "mfa_reauthenticate:webauthn": _("With my passkey"),
    }
    ways = context.get("reauthentication_alternatives", ())
    return tuple(Link(words[way["id"]], way["url"]) for way in ways)
