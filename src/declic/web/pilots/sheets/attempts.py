"""A form that was sent: kept and led on, refused beside its fields, or two texts to choose between."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from declic.records.accounts.editions import ChangedMeanwhileError
from declic.records.sheets.contents import WrongSheetError
from declic.web.design.editions import Meanwhile, both_texts
from declic.web.pilots.sheets.forms import PartForm


@dataclass(frozen=True, slots=True)
class Attempt:
    """
    What a form asks for: `act` writes what it holds, `done` says so, `back` is where one goes then.

    `kept` is the form of what stands there now and `edition` its number, for who wrote at the same time.
    """

    act: Callable[[Mapping[str, Any]], object]
    done: str
    back: str
    kept: PartForm | None = None
    edition: int = 0
    title: str = ""


def answered(request: HttpRequest, form: PartForm, attempt: Attempt) -> HttpResponseBase | None:
    """Answer a form that was sent; None where it is to be shown, for the first time or with what is wrong."""
    if not form.is_valid():
        return None
    try:
        attempt.act(form.cleaned_data)
    except WrongSheetError as wrong:
        form.refuse(wrong)
        return None
    except ChangedMeanwhileError as change:
        if attempt.kept is None:
            raise
        meanwhile = Meanwhile(form, attempt.kept, attempt.edition, attempt.back)
        return both_texts(request, change, title=attempt.title, meanwhile=meanwhile)
    messages.success(request, attempt.done)
    return redirect(attempt.back)
