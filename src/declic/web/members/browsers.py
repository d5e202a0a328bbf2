"""
Browsers: what one is called in two words, and those that an account has signed in from.

Guesses are counted by account. Counted together, they would let a stranger who guesses lock the person out; so a
browser that has signed in to the account bears a signed cookie, and is counted apart: strangers exhaust the patience
kept for strangers. The cookie holds hashes, no name and no e-mail.
"""

import hashlib
import hmac
import re
import secrets

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse


KNOWN_SECONDS = 90 * 24 * 3600
MOST_ACCOUNTS = 5
SALT = "known browser"
STRANGERS = "strangers"

BROWSERS = (
    ("Edge", r"\bEdg"),
    ("Opera", r"\bOPR/"),
    ("Firefox", r"\bFirefox/"),
    ("Chrome", r"\bChrom(?:e|ium)/"),
    ("Safari", r"\bSafari/"),
)
SYSTEMS = (
    ("Android", r"\bAndroid\b"),
    ("iPhone", r"\biPhone\b"),
    ("iPad", r"\biPad\b"),
    ("Windows", r"\bWindows\b"),
    ("Mac", r"\bMacintosh\b"),
    ("Linux", r"\bLinux\b"),
)


def name_of(user_agent: str) -> str:
    """Call a browser in two words (« Firefox, Linux »), so that its owner knows it; empty for an unknown one."""
    names = (
        next((name for name, mark in kinds if re.search(mark, user_agent)), "")
        for kinds in (BROWSERS, SYSTEMS)
    )
    return ", ".join(name for name in names if name)


def patience_key(request: HttpRequest, email: str) -> str:
    """Name whose patience a guess uses up: this account's for this browser where it is known, for strangers else."""
    return f"{email.strip().lower()}|{_known(request).get(_account_mark(email), STRANGERS)}"


def remember(request: HttpRequest, response: HttpResponse, *, email: str) -> None:
    """Have the browser bear that the account signed in from it."""
    known = _known(request)
    mark = _account_mark(email)
    nonce = known.pop(mark, secrets.token_urlsafe(9))
    kept = dict([(mark, nonce), *known.items()][:MOST_ACCOUNTS])
    response.set_cookie(
        settings.BROWSER_COOKIE_NAME,
        signing.dumps(kept, salt=SALT),
        max_age=KNOWN_SECONDS,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def _known(request: HttpRequest) -> dict[str, str]:
    try:
        known = signing.loads(
            request.COOKIES.get(settings.BROWSER_COOKIE_NAME, ""), salt=SALT, max_age=KNOWN_SECONDS
        )
    except signing.BadSignature:
        return {}
    return dict(known) if isinstance(known, dict) else {}


def _account_mark(email: str) -> str:
    secret = settings.SECRET_KEY.encode()
    return hmac.new(secret, f"account {email.strip().lower()}".encode(), hashlib.sha256).hexdigest()[:20]
