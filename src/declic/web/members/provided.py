"""Signing in by a provider of identities: asked by a button, answered by an address, for who has an account here."""

import hmac
import logging
from dataclasses import asdict
from typing import Any

from allauth.account.utils import perform_login
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from declic.records.accounts.reads import account_at, account_linked_to
from declic.records.accounts.viewers import Viewer
from declic.records.accounts.writes import IdentityTakenError, link_identity
from declic.web.design.components import Link
from declic.web.design.doors import EVERYONE, open_to
from declic.web.design.pages import Head
from declic.web.members.openid import (
    Demand,
    Identity,
    IdentityRefusedError,
    Provider,
    address_to_ask,
    identity_of,
    new_demand,
)
from declic.web.members.pages import FormPage


log = logging.getLogger("declic.identities")

KEPT = "identity_demand"
"""Where a session keeps what it asked a provider."""


@open_to(EVERYONE, methods=("POST",))
def ask(request: HttpRequest) -> HttpResponse:
    """
    Show where to go to be recognised: a link, because a form may lead to this site only.

    Raises Http404 where no provider is set.
    """
    provider, demand = _provider(), new_demand()
    try:
        address = address_to_ask(provider, demand=demand, back=_back(request))
    except IdentityRefusedError as error:
        return _refused(request, error)
    request.session[KEPT] = {**asdict(demand), "next": _next(request)}
    page = FormPage(
        head=Head(_("Sign in with %(name)s") % {"name": settings.OIDC_NAME}),
        lead=_("You leave this site for a moment, to be recognised; then you come back."),
        button="",
        links=(
            Link(_("Go on to %(name)s") % {"name": settings.OIDC_NAME}, address),
            Link(_("Sign in another way"), reverse("sign_in")),
        ),
    )
    return render(request, "members/form.html", {"page": page})


@open_to(EVERYONE)
def come_back(request: HttpRequest) -> HttpResponse:
    """Sign in who comes back recognised; any wrong word, and one sentence says that they are not."""
    provider = _provider()
    kept: dict[str, Any] = request.session.pop(KEPT, None) or {}
    try:
        identity = _identity(request, provider=provider, kept=kept)
        user = account_linked_to(identity.issuer, identity.subject) or _linked(identity)
    except (IdentityRefusedError, IdentityTakenError) as error:
        return _refused(request, error)
    if user is None:
        messages.error(
            request,
            _("You were recognised, but no account here has your address: open your invitation first."),
        )
        return redirect("sign_in")
    answer: HttpResponse = perform_login(request, user, redirect_url=kept["next"] or None)
    return answer


def _identity(request: HttpRequest, *, provider: Provider, kept: dict[str, Any]) -> Identity:
    state = request.GET.get("state", "")
    if not kept or not hmac.compare_digest(state.encode(), str(kept["state"]).encode()):
        raise IdentityRefusedError("state")
    if "code" not in request.GET:
        raise IdentityRefusedError("refused by the provider")
    demand = Demand(kept["state"], kept["nonce"], kept["verifier"])
    return identity_of(provider, code=request.GET["code"], demand=demand, back=_back(request))


def _linked(identity: Identity) -> Any:
    """Tie the account of that e-mail to the identity, the first time. Raises IdentityTakenError."""
    user = account_at(identity.email)
    if user is not None:
        link_identity(user.pk, issuer=identity.issuer, subject=identity.subject, by=Viewer(user.pk, ""))
    return user


def _provider() -> Provider:
    if not settings.OIDC_ISSUER:
        raise Http404
    return Provider(settings.OIDC_ISSUER, settings.OIDC_CLIENT_ID, settings.OIDC_CLIENT_SECRET)


def _back(request: HttpRequest) -> str:
    return request.build_absolute_uri(reverse("provider_return"))


def _next(request: HttpRequest) -> str:
    wanted = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if is_ours else ""


def _refused(request: HttpRequest, error: Exception) -> HttpResponse:
    log.warning("an identity was refused: %s", str(error) or type(error).__name__)
    messages.error(
        request,
        _("%(name)s did not recognise you. Try again, or sign in another way.")
        % {"name": settings.OIDC_NAME},
    )
    return redirect("sign_in")
