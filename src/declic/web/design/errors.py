"""
Pages of what went wrong: one sentence that says what, one way out.

The page of a form that is too old is `403_csrf.html`, which Django finds by its name.
"""

import sys
from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from declic.web.design.components import Link
from declic.web.design.not_kept import not_kept, why_not_kept
from declic.web.design.pages import ErrorPage, FaultPage, Head
from declic.web.design.traces import current_trace


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """Say that there is nothing here, without telling what one has no right to know."""
    page = ErrorPage(
        head=Head(_("This page does not exist")),
        text=_("The address may have been mistyped, or what it showed is no longer public."),
        links=(
            Link(_("Go to the list of pacts"), reverse("home")),
            Link(_("How it works"), reverse("how_it_works")),
        ),
    )
    return _answer(request, page, status=404)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """Say that this is not for the person who asks."""
    page = ErrorPage(
        head=Head(_("You may not do this")),
        text=_("Your account does not open this page. If you think it should, ask who keeps the accounts."),
        links=(Link(_("Go to the list of pacts"), reverse("home")),),
    )
    return _answer(request, page, status=403)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """Say that the request could not be understood."""
    page = ErrorPage(
        head=Head(_("This request could not be understood")),
        text=_("Go back, check what you sent, and try again. Nothing was recorded."),
        links=(Link(_("Go to the list of pacts"), reverse("home")),),
    )
    return _answer(request, page, status=400)


def method_not_allowed(request: HttpRequest, allowed: Sequence[str]) -> HttpResponse:
    """Say that the address is not used this way; the answer's `Allow` says which ways there are."""
    page = ErrorPage(
        head=Head(_("This address is not used this way")),
        text=_("It only answers to what the pages of the site send. Nothing was recorded."),
        links=(Link(_("Go to the list of pacts"), reverse("home")),),
    )
    response = _answer(request, page, status=405)
    response.headers["Allow"] = ", ".join(allowed)
    return response


def too_large(request: HttpRequest) -> HttpResponse:
    """Say that more was sent than this page takes."""
    page = ErrorPage(
        head=Head(_("This is too large")),
        text=_("More was sent than this page takes: 50 MB at most for a document. Nothing was recorded."),
        links=(Link(_("Go to the list of pacts"), reverse("home")),),
    )
    return _answer(request, page, status=413)


def server_error(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 — the request may be what broke
    """Say that it is our fault, with the number to quote, on a page that needs neither database nor account."""
    why = why_not_kept(sys.exc_info()[1])
    if why is not None:
        return not_kept(why)
    page = FaultPage(number=current_trace.get())
    return HttpResponse(render_to_string("design/server_error.html", {"page": page}), status=500)


def _answer(request: HttpRequest, page: ErrorPage, *, status: int) -> HttpResponse:
    return render(request, "design/error.html", {"page": page}, status=status)
