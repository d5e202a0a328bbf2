"""
What is refused at the door, before anybody looks who knocks: unknown methods, nul bytes, bodies too large.

Each refusal is a page with its sentence. What Django itself cannot hear is refused before it, in `front_door.py`.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from declic.web.design.doors import viewer_from
from declic.web.design.errors import bad_request, method_not_allowed, not_found, too_large


METHODS = ("GET", "HEAD", "POST", "OPTIONS")
SMALL_BODY_BYTES = 1_000_000
"""More than any form of the site fills; only a page that takes documents asks for more, and of its own people."""
LARGEST_BODY_BYTES = 60_000_000
NUL = "\x00"

View = Callable[..., Any]


def takes_documents(view: View) -> View:
    """Let a page receive whole documents, from people who are signed in."""
    view.largest_body = LARGEST_BODY_BYTES  # type: ignore[attr-defined] # read by the middleware below
    return view


class KnownRequests:
    """Refuse what no page of the site can have asked a browser to send."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep what answers after us."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer what is well formed."""
        if request.method not in METHODS:
            return method_not_allowed(request, METHODS)
        if NUL in request.path:
            return not_found(request)
        if _holds_a_nul(request):
            return bad_request(request)
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: View, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Refuse a body larger than its page takes, before a byte of it is read."""
        del args, kwargs
        length = _body_length(request)
        if length <= SMALL_BODY_BYTES:
            return None
        if length <= getattr(view, "largest_body", 0) and viewer_from(request).is_signed_in:
            return None
        return too_large(request)


def _holds_a_nul(request: HttpRequest) -> bool:
    """Say whether a parameter or a cookie holds the one character that PostgreSQL takes in no text."""
    if "%00" in request.META.get("QUERY_STRING", ""):
        return True
    return any(NUL in name or NUL in value for name, value in request.COOKIES.items())


def _body_length(request: HttpRequest) -> int:
    length = request.META.get("CONTENT_LENGTH") or "0"
    return int(length) if length.isascii() and length.isdecimal() else LARGEST_BODY_BYTES + 1
