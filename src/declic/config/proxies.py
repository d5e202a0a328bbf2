"""
Behind proxies: from which machine a request comes and whether it came by https, when somebody in between says so.

Anyone may write `X-Forwarded-For` in a request. It is believed for the number of proxies that the environment gives,
counted from the end, where they write; with none, it is thrown away.
"""

from collections.abc import Callable
from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest, HttpResponse


FOR, PROTO = "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO"
REPORTED = (
    "HTTP_X_FORWARDED_HOST",
    "HTTP_X_FORWARDED_PORT",
    "HTTP_X_FORWARDED_SERVER",
    "HTTP_X_REAL_IP",
    "HTTP_FORWARDED",
)
"""Other things that proxies report; nothing here may believe them."""


class BehindProxies:
    """Give `REMOTE_ADDR` and the scheme as the trusted proxies report them; nothing after us sees another report."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep what answers after us, and how many proxies are trusted."""
        self.get_response = get_response
        self.count: int = settings.TRUSTED_PROXIES

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, with the machine and the scheme that are true."""
        came_from = _reported(request.META.pop(FOR, ""), count=self.count)
        scheme = _reported(request.META.pop(PROTO, ""), count=1 if self.count else 0)
        for name in REPORTED:
            request.META.pop(name, None)
        if _is_address(came_from):
            request.META["REMOTE_ADDR"] = came_from
        if scheme in {"http", "https"}:
            request.META[PROTO] = scheme
        return self.get_response(request)


def _reported(written: str, *, count: int) -> str:
    """Give what the first of the trusted proxies wrote: `count` words from the end; empty where there are fewer."""
    words = [word.strip() for word in written.split(",")]
    return words[-count] if 0 < count <= len(words) else ""


def _is_address(word: str) -> bool:
    try:
        ip_address(word)
    except ValueError:
        return False
    return True
