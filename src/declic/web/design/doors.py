"""
Doors: who may enter each page, and which entries of the main menu each person sees.

A view declares its door, and nothing else tests a right on the way in:

    @open_to(PILOTS, methods=("GET", "POST"))
    def explain(request, ...): ...

An audience announces its entries of the menu in its `apps.py`:

    class ClerksConfig(AppConfig):
        doors = (Door("sittings", _("Check a deliberation")),)

They are shown in the order of `INSTALLED_APPS`, to whom they open.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec

from django.apps import apps
from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import urlencode

from declic.records.accounts.rights import (
    may_read_published,
    may_review_documents,
    may_see_pilot_pages,
)
from declic.records.accounts.viewers import VISITOR, Viewer, viewer_of


P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


@dataclass(frozen=True, slots=True)
class Audience:
    """People for whom a page is made: their name in the table of addresses, and the rule that admits them."""

    name: str
    rule: Callable[[Viewer], bool]

    def __call__(self, viewer: Viewer) -> bool:
        """Say whether this person is one of them."""
        return self.rule(viewer)


EVERYONE = Audience("everyone", may_read_published)
REVIEWERS = Audience("clerks and pilots", may_review_documents)
PILOTS = Audience("pilots", may_see_pilot_pages)


@dataclass(frozen=True, slots=True)
class Door:
    """
    An entry of the main menu: the name of its address, its label, and who sees it.

    `behind` are the beginnings of other addresses that stand behind it: it is the current one there too.
    """

    url_name: str
    label: str | Promise
    opens_to: Callable[[Viewer], bool] = EVERYONE
    behind: tuple[str, ...] = ()


def open_to(audience: Audience, *, methods: tuple[str, ...] = ("GET",)) -> Callable[[View[P]], View[P]]:
    """
    Declare who may enter a page, and by which methods (HEAD comes with GET).

    A visitor who is not admitted is asked to sign in, whatever stands behind the door; somebody signed in who is
    not finds nothing there.
    """
    allowed = (*methods, "HEAD") if "GET" in methods else methods

    def around(view: View[P]) -> View[P]:
        @wraps(view)
        def enter(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if request.method not in allowed:
                return HttpResponseNotAllowed(allowed)
            viewer = viewer_from(request)
            if audience(viewer):
                return view(request, *args, **kwargs)
            if viewer.is_signed_in:
                raise Http404
            return redirect(f"{reverse('sign_in')}?{urlencode({'next': request.get_full_path()})}")

        enter.door = audience.name  # type: ignore[attr-defined] # both are read by the table of addresses
        enter.methods = methods  # type: ignore[attr-defined]
        return enter

    return around


def open_to_machines(
    view: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Declare a page that machines ask for: who looks is not even known, so that nothing can depend on it."""

    @wraps(view)
    def enter(request: HttpRequest) -> HttpResponseBase:
        if request.method not in {"GET", "HEAD"}:
            return HttpResponseNotAllowed(("GET", "HEAD"))
        return view(request)

    enter.door = "machines, whoever asks"  # type: ignore[attr-defined]
    enter.methods = ("GET",)  # type: ignore[attr-defined]
    return enter


def viewer_from(request: HttpRequest) -> Viewer:
    """Say who looks; a request that broke before anybody was known comes from a visitor."""
    return viewer_of(request.user) if hasattr(request, "user") else VISITOR


def doors_open_to(viewer: Viewer) -> Iterator[Door]:
    """Give the entries of the menu that this person sees, in order."""
    for config in apps.get_app_configs():
        for door in getattr(config, "doors", ()):
            if door.opens_to(viewer):
                yield door
