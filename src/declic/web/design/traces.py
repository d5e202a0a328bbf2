"""
One number and one line of log for each request: what was asked and how it went, never by whom nor about whom.

The line holds the *pattern* of the address, as it is written in the code: an address itself, its query, a form, a
name, an e-mail or the number of a machine could be somebody's, and stay out.
"""

import logging
import secrets
import time
from collections.abc import Callable
from contextvars import ContextVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse


log = logging.getLogger("declic.requests")

HEADER = "X-Request-ID"
METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"}

current_trace: ContextVar[str] = ContextVar("current_trace", default="")
"""The number of the request being answered; empty outside of one. What a visitor sends as a number is not believed."""


class Traced:
    """Give each request its number, and leave one line in the log once it is answered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep what answers after us."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, with the number."""
        started = time.perf_counter()
        trace = secrets.token_hex(8)
        before = current_trace.set(trace)
        try:
            response = self.get_response(request)
            response.headers[HEADER] = trace
            if log.isEnabledFor(logging.INFO):
                facts = _facts(request, status=response.status_code, started=started)
                log.info("request", extra={"facts": facts})
            return response
        finally:
            current_trace.reset(before)


def method_of(request: HttpRequest) -> str:
    """Give the method where it is one of HTTP's; any other word is the visitor's."""
    return request.method if request.method in METHODS else "other"


def pattern_of(request: HttpRequest) -> str:
    """Give the address as the code writes it, « /static/… » for a file of ours, « unknown » for no address of ours."""
    match = request.resolver_match
    if match is not None:
        return f"/{match.route}"
    return "/static/…" if request.path.startswith(settings.STATIC_URL) else "unknown"


def _facts(request: HttpRequest, *, status: int, started: float) -> dict[str, object]:
    return {
        "method": method_of(request),
        "address": pattern_of(request),
        "status": status,
        "ms": round((time.perf_counter() - started) * 1000, 1),
    }
