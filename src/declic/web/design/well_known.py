"""The addresses that programs ask every site for: what may be indexed, its picture, where to report a weakness."""

import datetime

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.utils import timezone

from declic.web.design.doors import EVERYONE, open_to


NOT_INDEXED = ("/connexion/", "/deconnexion/", "/langue/", "/pilotage/")
VALID_FOR = datetime.timedelta(days=180)
"""RFC 9116 asks for an end within a year: who reads it later asks again."""


@open_to(EVERYONE)
def robots(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Say what search engines leave alone."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in NOT_INDEXED)]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@open_to(EVERYONE)
def favicon(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Lead to the site's picture."""
    return redirect(static("design/mark.svg"))


@open_to(EVERYONE)
def security(request: HttpRequest) -> HttpResponse:
    """Say where to report a weakness of this site (RFC 9116). Raises Http404 where the installation does not say."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    ends = (timezone.now() + VALID_FOR).astimezone(datetime.UTC).replace(hour=0, minute=0, second=0)
    lines = [
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {ends:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: fr, en",
        f"Canonical: {request.build_absolute_uri(request.path)}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
