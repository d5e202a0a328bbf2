"""
Who asks to read writes nothing: during GET, HEAD and OPTIONS the database hears reads alone.

A page that would write then fails, in production too, and what it would have written is not. The exceptions are
here, each with its reason, and nowhere else.
"""

import re
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponseBase


SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})

OWN_ROWS = {
    "accounts_session": "the visitor's own session: it lives on while they read, and forgets a notice once shown",
}
"""Tables of which a reader's own row may change, and why."""

ADDRESSES: dict[str, str] = {
    "provider_return": "a provider of identities sends people back by GET: OpenID Connect has it so (Core 1.0, 3.1.2.5)",
}
"""Names of addresses that act when they are asked for, because a protocol says so, and why."""

READ = re.compile(
    r"[\s(]*(?:SELECT|SAVEPOINT|RELEASE|ROLLBACK|BEGIN|SHOW|EXPLAIN\s+QUERY\s+PLAN)\b", re.IGNORECASE
)
NAMED_READ = re.compile(r"\s*WITH\b(?!.*\b(?:INSERT|UPDATE|DELETE|MERGE)\b)", re.IGNORECASE | re.DOTALL)
OWN_WRITE = re.compile(
    rf'\s*(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM)\s+"?(?:{"|".join(OWN_ROWS)})"?\s', re.IGNORECASE
)

Execute = Callable[..., Any]


class WriteWhileReadingError(RuntimeError):
    """A page that was only asked for tried to change the database; the message is the beginning of the statement."""


class ReadingOnly:
    """Refuse every statement that is not a read while a safe method is answered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Keep what answers after us."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, with the guard on where the method only asks."""
        if request.method not in SAFE_METHODS:
            return self.get_response(request)

        def guard(execute: Execute, sql: Any, *rest: Any) -> Any:
            demand_read(str(sql), request=request)
            return execute(sql, *rest)

        with connection.execute_wrapper(guard):
            return self.get_response(request)


def demand_read(sql: str, *, request: HttpRequest) -> None:
    """Raise WriteWhileReadingError for a statement that changes something, unless it is one of the exceptions."""
    if READ.match(sql) or NAMED_READ.match(sql) or OWN_WRITE.match(sql):
        return
    if request.resolver_match is not None and request.resolver_match.view_name in ADDRESSES:
        return
    raise WriteWhileReadingError(" ".join(sql.split())[:60])
