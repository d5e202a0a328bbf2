"""What every answer of the site says to the browser: nothing from elsewhere, nothing inline, nothing kept."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse


CONTENT_SECURITY_POLICY = (
    "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'; "
    "require-trusted-types-for 'script'"
)
UPGRADED = "; upgrade-insecure-requests"
"""Added where the site is reached by https: a link left in http is then followed in https."""
NOTHING_RUNS = "default-src 'none'; frame-ancestors 'none'; sandbox"
"""The policy of a file that somebody gave: whatever opens it, nothing in it runs."""
REFUSED_FEATURES = (
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "display-capture",
    "encrypted-media",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "usb",
)
OWN_FEATURES = ("publickey-credentials-create", "publickey-credentials-get")
"""Passkeys: this site may ask for its own, and nobody else through it."""
PERMISSIONS_POLICY = ", ".join(
    [*(f"{feature}=()" for feature in REFUSED_FEATURES), *(f"{feature}=(self)" for feature in OWN_FEATURES)]
)
ON_EVERY_ANSWER = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Permissions-Policy": PERMISSIONS_POLICY,
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""What is said whoever asks and whatever comes back; strict transport joins it where there is https."""


class StrictHeaders:
    """Put the strict headers on every answer: pages, redirects, errors, downloads and static files."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep what answers after us."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, with the headers."""
        response = self.get_response(request)
        was_given = response.headers.get("Content-Security-Policy") == NOTHING_RUNS
        for name, value in strict_headers().items():
            response.headers[name] = value
        if was_given:
            response.headers["Content-Security-Policy"] = NOTHING_RUNS
        if _is_personal(request, response):
            response.headers["Cache-Control"] = "no-store"
        return response


def strict_headers() -> dict[str, str]:
    """Give what is on every answer of this installation."""
    if not settings.SECURE_HSTS_SECONDS:
        return ON_EVERY_ANSWER
    transport = f"max-age={settings.SECURE_HSTS_SECONDS}; includeSubDomains; preload"
    return {
        **ON_EVERY_ANSWER,
        "Content-Security-Policy": CONTENT_SECURITY_POLICY + UPGRADED,
        "Strict-Transport-Security": transport,
    }


def _is_personal(request: HttpRequest, response: HttpResponse) -> bool:
    """
    Say whether the answer is for one person only.

    A session exists for who signs in and for nobody else, so its cookie tells without a query, and an answer that
    gives a cookie is for who gets it; a static file never reached the session.
    """
    if response.cookies:
        return True
    return hasattr(request, "session") and settings.SESSION_COOKIE_NAME in request.COOKIES
