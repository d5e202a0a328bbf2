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
from dataclasses import dataclass, replace
from functools import wraps
from typing import Concatenate, ParamSpec

from django.apps import apps
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import urlencode

from declic.records.accounts.choices import Because
from declic.records.accounts.rights import (
    may_describe_institution,
    may_keep_accounts,
    may_read_members,
    may_read_published,
    may_review_documents,
    may_see_pilot_pages,
    may_use_account,
    may_work_here,
    needs_second_factor,
)
from declic.records.accounts.rules import Ground
from declic.records.accounts.viewers import VISITOR, Viewer
from declic.web.design.errors import method_not_allowed


P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]

SEEN, DOOR, ENROLS = "_declic_viewer", "_declic_door", "_declic_enrols"
"""Where a request carries who looks, the door that let them in, and that they lack the factor that their role needs."""


@dataclass(frozen=True, slots=True)
class Audience:
    """People for whom a page is made: their name in the table of addresses, and the rule that admits them."""

    name: str
    ground: Callable[[Viewer], Ground | None]

    def __call__(self, viewer: Viewer) -> bool:
        """Say whether this person is one of them."""
        return self.ground(viewer) is not None

    def because(self, viewer: Viewer) -> Because | None:
        """Say why the page is open to this person; None where it is not."""
        ground = self.ground(viewer)
        return ground.because if ground else None


EVERYONE = Audience("everyone", may_read_published.ground)
REVIEWERS = Audience("clerks, pilots, coordinators", may_review_documents.ground)
PILOTS = Audience("pilots, coordinators", may_see_pilot_pages.ground)
ACCOUNT_HOLDERS = Audience(
    "who is signed in", lambda viewer: may_use_account.ground(viewer, user=viewer.user_id)
)
MEMBERS = Audience("members of an institution", may_work_here.ground)
KEEPERS = Audience(
    "managers of an institution, administrators",
    lambda viewer: may_read_members.ground(viewer, institution=viewer.institution_id),
)
DESCRIBERS = Audience(
    "managers of an institution, pilots, coordinators",
    lambda viewer: may_describe_institution.ground(viewer, institution=viewer.institution_id),
)
ADMINISTRATORS = Audience("administrators", may_keep_accounts.ground)

MACHINES = "machines, whoever asks"
"""The door of what machines ask."""

ACTING_FOR = "acting_for"
"""Where the session keeps the number of the membership that its person acts by."""


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
                return method_not_allowed(request, allowed)
            viewer = viewer_from(request)
            if audience(viewer):
                request.__dict__[DOOR] = audience
                return view(request, *args, **kwargs)
            if viewer.is_signed_in and ENROLS in request.__dict__:
                return redirect("own_account")
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
            return method_not_allowed(request, ("GET", "HEAD"))
        return view(request)

    enter.door = MACHINES  # type: ignore[attr-defined]
    enter.methods = ("GET",)  # type: ignore[attr-defined]
    return enter


def viewer_from(request: HttpRequest) -> Viewer:
    """
    Say who looks, and for which institution; asked once for each request.

    A request that broke before anybody was known comes from a visitor. Who lacks the second factor that their role
    needs is seen without the role.
    """
    from declic.records.partners.reads import viewer_of  # noqa: PLC0415 — menus are announced before any model

    if not hasattr(request, "user"):
        return VISITOR
    known = request.__dict__.get(SEEN)
    if known is None or known[0] is not request.user:
        acting_for = request.session.get(ACTING_FOR) if request.user.is_authenticated else None
        viewer = viewer_of(request.user, acting_for=acting_for)
        if lacks_second_factor(viewer):
            request.__dict__[ENROLS] = True
            viewer = replace(viewer, roles=frozenset())
        known = (request.user, viewer)
        request.__dict__[SEEN] = known
    seen: Viewer = known[1]
    return seen


def lacks_second_factor(viewer: Viewer) -> bool:
    """Say whether the role needs a factor that is not there: until it is, the role opens nothing (but in a demo)."""
    return needs_second_factor(viewer) and not viewer.has_second_factor and not settings.DEMO


def must_enrol(request: HttpRequest) -> bool:
    """Say whether who looks must add a second factor before their role opens anything."""
    viewer_from(request)
    return ENROLS in request.__dict__


def because_from(request: HttpRequest) -> Because | None:
    """Say why the page that answers is open to who looks: « You see this because … »; None before any door."""
    audience: Audience | None = request.__dict__.get(DOOR)
    return audience.because(viewer_from(request)) if audience else None


def doors_open_to(viewer: Viewer) -> Iterator[Door]:
    """Give the entries of the menu that this person sees, in order."""
    for config in apps.get_app_configs():
        for door in getattr(config, "doors", ()):
            if door.opens_to(viewer):
                yield door
