"""
The watch on sessions: an hour without a page, or twelve hours in all, and one signs in again.

A page that is read must write nothing, so the instant of the last page is not a row: it is a signed cookie, tied to
its session by a value that the session alone holds. Without the cookie, the instant of signing in stands for it: a
stolen session is then worth an hour at most. A clock that went back, or a cookie from the future, ends the session:
what cannot be judged is not believed.
"""

import secrets
import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY, get_user
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from declic.records.accounts.choices import LONGEST_IDLE_SECONDS, LONGEST_SESSION_SECONDS, SKEW_SECONDS
from declic.records.accounts.sessions import BROWSER, STARTED
from declic.web.members.browsers import name_of


WATCH = "watch"
"""Where a session keeps the value that ties the cookie to it."""

RENEWED_AFTER_SECONDS = 60
"""How old the cookie is before it is given again."""


class WatchedSessions:
    """End the sessions that lasted when somebody asks who is there; renew the cookie of the others."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep what answers after us."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, as a visitor's where the session is over; a page that asks nobody's name asks no session."""
        request.user = SimpleLazyObject(lambda: _who_is_there(request))  # type: ignore[assignment]
        response = self.get_response(request)
        if request.session.accessed:
            _renew(request, response)
        return response


def start_watch(request: HttpRequest, **_more: Any) -> None:
    """Note in a session that somebody signs in now; Django calls it after a sign-in."""
    request.session[STARTED] = time.time()
    request.session[WATCH] = secrets.token_urlsafe(16)
    request.session[BROWSER] = name_of(request.headers.get("User-Agent", ""))


def last_seen(request: HttpRequest) -> float | None:
    """Give the instant of the last page of this session; None where the session is over."""
    now, started = time.time(), request.session.get(STARTED)
    if started is None or not started - SKEW_SECONDS <= now < started + LONGEST_SESSION_SECONDS:
        return None
    seen = max(started, _told_by_cookie(request) or started)
    return seen if now - LONGEST_IDLE_SECONDS < seen <= now + SKEW_SECONDS else None


def _who_is_there(request: HttpRequest) -> AbstractBaseUser | AnonymousUser:
    if SESSION_KEY in request.session and last_seen(request) is None:
        request.session.flush()  # a page that is read leaves no line in the journal
    return get_user(request)


def _told_by_cookie(request: HttpRequest) -> float | None:
    try:
        return float(_signer(request).unsign(request.COOKIES.get(settings.SEEN_COOKIE_NAME, "")))
    except (BadSignature, ValueError):
        return None


def _renew(request: HttpRequest, response: HttpResponse) -> None:
    if SESSION_KEY not in request.session:
        if settings.SEEN_COOKIE_NAME in request.COOKIES:
            response.delete_cookie(settings.SEEN_COOKIE_NAME, samesite="Lax")
        return
    now, told = time.time(), _told_by_cookie(request)
    if told is not None and 0 <= now - told < RENEWED_AFTER_SECONDS:
        return
    response.set_cookie(
        settings.SEEN_COOKIE_NAME,
        _signer(request).sign(f"{now:.0f}"),
        max_age=LONGEST_IDLE_SECONDS,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def _signer(request: HttpRequest) -> Signer:
    return Signer(salt=f"last seen {request.session.get(WATCH)}")
