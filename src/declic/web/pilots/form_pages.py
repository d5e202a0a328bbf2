"""A page of one form: what it asks, what is wrong with it, where it leads; and what a form that was sent becomes."""

import re
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from declic.records.accounts.editions import ChangedMeanwhileError
from declic.records.deliveries.writes import WrongDeliveryError
from declic.records.evaluation.writes import WrongEvaluationError
from declic.records.money.writes import WrongMoneyError
from declic.web.design.choosing import Seen
from declic.web.design.components import Field, Link, Message, Tabs
from declic.web.design.editions import Meanwhile, both_texts
from declic.web.design.fields import fields_of, form_message
from declic.web.design.pages import Head


WRONG = (WrongMoneyError, WrongDeliveryError, WrongEvaluationError)
KEY = re.compile(r"[a-z0-9-]{8,60}")
"""What makes a form that is sent twice one act: given with the form, and sent back with it."""


@dataclass(frozen=True, slots=True)
class FormPage:
    """One form. `key` makes it one act however often it is sent; empty where its row is known already."""

    head: Head
    tabs: Tabs
    intro: str
    refusal: Message | None
    seen: Seen | None
    key: str
    fields: tuple[Field, ...]
    button: str
    back: Link
    is_file: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """What a view asks by a form: the words around it, where it leads, and the edition it was made from."""

    head: Head
    tabs: Tabs
    button: str
    back: Link
    done: str
    intro: str = ""
    edition: int | None = None
    kept: forms.Form | None = None
    is_file: bool = False


def answer_form(
    request: HttpRequest, form: forms.Form, asked: Asked, *, write: Callable[[Mapping[str, Any]], object]
) -> HttpResponseBase:
    """Show a form, or write what it says: beside its field what was refused, both texts where it changed meanwhile."""
    if form.is_valid():
        try:
            write(form.cleaned_data)
        except WRONG as wrong:
            refuse(form, wrong.faults)
        except ChangedMeanwhileError as change:
            if asked.kept is None or asked.edition is None:
                raise
            meanwhile = Meanwhile(form, asked.kept, asked.edition, asked.back.url)
            return both_texts(request, change, title=asked.head.title, meanwhile=meanwhile)
        else:
            messages.success(request, asked.done)
            return redirect(asked.back.url)
    return _shown(request, form, asked)


def refuse(form: forms.Form, faults: Mapping[str, Any]) -> None:
    """Say beside each field why it was refused; above the form what concerns none of them."""
    for name, fault in faults.items():
        form.add_error(name if name in form.fields else None, str(fault.label))


def key_of(request: HttpRequest) -> str:
    """Give the key that the form was sent with; one of its own to a form that has none."""
    sent = request.POST.get("key", "")
    return sent if KEY.fullmatch(sent) else uuid.uuid4().hex


def _shown(request: HttpRequest, form: forms.Form, asked: Asked) -> HttpResponse:
    page = FormPage(
        head=asked.head,
        tabs=asked.tabs,
        intro=asked.intro,
        refusal=form_message(form, title=_("This was not recorded")),
        seen=None if asked.edition is None else Seen(asked.edition),
        key=key_of(request) if asked.edition is None else "",
        fields=fields_of(form),
        button=asked.button,
        back=asked.back,
        is_file=asked.is_file,
    )
    status = 422 if form.is_bound else 200
    return render(request, "pilots/form.html", {"page": page}, status=status)
