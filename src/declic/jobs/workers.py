"""What each worker of the server runs: the site, and how it stops without a word lost."""

import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.core.servers.basehttp import get_internal_wsgi_application
from django.urls import get_resolver

from declic.records.accounts.sight import Sight, see_usually


SECRETS = ("DECLIC_", "DATABASE_URL", "PGPASSWORD")
"""How the variables begin that nothing may read once the settings are made."""

QUIET_SECONDS = 0.3
"""How long nothing must have been asked before a worker that is leaving leaves."""

PATIENCE_SECONDS = 8
"""How long it waits at most; the server ends it a little later."""

Headers = list[tuple[str, str]]
Site = Callable[[dict[str, Any], Callable[..., Any]], Any]


class Leaving:
    """
    The site in one worker, which can leave: take nobody new, finish with those who are in, then stop.

    The server's own way to stop closes what is open at that instant, and a request that was just let in is lost.
    """

    def __init__(self, site: Site) -> None:
        """Keep the site."""
        self.site = site
        self.is_leaving = False
        self.answering = 0
        self._last_at = time.monotonic()
        self._lock = threading.Lock()

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer; somebody who was answered by a worker that is leaving will knock at the next one's door."""
        self._count(1)

        def start(status: str, headers: Headers, *more: Any) -> Any:
            return start_response(
                status, [*headers, ("Connection", "close")] if self.is_leaving else headers, *more
            )

        try:
            response = self.site(environ, start)
        except BaseException:
            self._count(-1)
            raise
        if getattr(response, "streaming", True):
            return Streamed(response, done=lambda: self._count(-1))
        try:
            return [b"".join(response)]
        finally:
            response.close()
            self._count(-1)

    def leave(self, *_signal: Any) -> None:
        """Close the door, and stop once everybody was answered."""
        if self.is_leaving:
            return
        self.is_leaving = True
        close_the_door()
        threading.Thread(target=self._stop_when_quiet, daemon=True).start()

    def _count(self, step: int) -> None:
        with self._lock:
            self.answering += step
            self._last_at = time.monotonic()

    def _stop_when_quiet(self) -> None:
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            with self._lock:
                if not self.answering and time.monotonic() - self._last_at > QUIET_SECONDS:
                    break
            time.sleep(QUIET_SECONDS / 6)
        os.kill(os.getpid(), signal.SIGTERM)


class Streamed:
    """An answer sent piece by piece, which says when it is over."""

    def __init__(self, response: Any, *, done: Callable[[], None]) -> None:
        """Keep the answer."""
        self.response = response
        self.done = done

    def __iter__(self) -> Iterator[bytes]:
        """Give the pieces."""
        return iter(self.response)

    def close(self) -> None:
        """Let everything go; the server calls it once, at the end or when the visitor is gone."""
        try:
            self.response.close()
        finally:
            self.done()


def application() -> Leaving:
    """
    Give the site to one worker, which is put out of the terminal's reach.

    Ctrl+C is then heard by the server alone, which stops its workers; heard by both, granian's WSGI workers are
    told twice to stop and never do.
    """
    os.setpgid(0, 0)
    site = Leaving(get_internal_wsgi_application())
    see_usually(Sight.PUBLISHED)  # the command line, which may have begotten us, sees more
    get_resolver().url_patterns  # noqa: B018 — every page is loaded now, so that the first visitor does not wait for it
    signal.signal(signal.SIGUSR1, site.leave)
    forget_secrets()
    return site


def forget_secrets() -> None:
    """
    Take our variables out of the environment once the settings are read.

    The server puts the whole environment beside each request: passwords would stand where a page of errors, or a
    library, may show them.
    """
    for name in [name for name in os.environ if name.startswith(SECRETS)]:
        del os.environ[name]


def close_the_door() -> None:
    """
    Let nobody new into this process; those who knock wait for another worker, which shares the same door.

    The door is replaced by one that nobody knows of: closing it would not do, the server still looks at its number.
    """
    if sys.platform != "linux":
        return  # nobody can replace a door there: the server's own way to stop is all there is
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as blind:
        blind.bind("")  # a name that the system chooses, on no disk
        blind.listen(1)
        blind.setblocking(False)
        for number in _doors():
            if number != blind.fileno():
                os.dup2(blind.fileno(), number)


def _doors() -> list[int]:
    found = []
    for name in os.listdir("/proc/self/fd"):  # noqa: PTH208 — numbers, not paths
        try:
            with socket.socket(fileno=os.dup(int(name))) as one:
                if one.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
                    found.append(int(name))
        except OSError:
            continue  # not a socket, or gone already
    return found
