"""
The door of the server, before Django: what it cannot hear is refused, and a slow body keeps no reader waiting.

A thread of the server is held while a body arrives: a few clients that send theirs drop by drop would hold them all.
Here a body must keep coming, is received whole before the site is asked anything, and only some of the threads may
wait for one at a time, so that the others always answer who reads.
"""

import logging
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from queue import Empty, Full, Queue
from tempfile import SpooledTemporaryFile
from threading import BoundedSemaphore, Thread
from typing import IO, Any

from django.conf import settings
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.http import parse_header_parameters

from declic.web.design.headers import strict_headers
from declic.web.design.knocks import LARGEST_BODY_BYTES


Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]

PIECE_BYTES = 64 * 1024
IN_MEMORY_BYTES = 1_000_000

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Patience:
    """
    How long a body is waited for: a delay, and more for every byte that came.

    `at_a_time` is how many are waited for in one process: one less than the threads it serves with.
    """

    seconds: float = 10.0
    bytes_a_second: int = 50_000
    at_a_time: int = 3


@dataclass(frozen=True, slots=True)
class Refusal(Exception):  # noqa: N818 — it is an answer
    """What is answered instead of asking the site."""

    status: str
    says: str
    retry_after: int = 0


BAD_REQUEST = Refusal("400 Bad Request", "unclear")
NO_LENGTH = Refusal("411 Length Required", "unclear")
TOO_LARGE = Refusal("413 Content Too Large", "too_large")
TOO_SLOW = Refusal("408 Request Timeout", "too_slow")
BUSY = Refusal("503 Service Unavailable", "busy", retry_after=10)
FAULT = Refusal("500 Internal Server Error", "fault")


class FrontDoor:
    """Answer with the site's answer, or refuse in one sentence; never without the strict headers."""

    def __init__(self, site: Application, *, patience: Patience | None = None) -> None:
        """Stand before the site."""
        self.site = site
        self.patience = patience or Patience(at_a_time=max(1, settings.THREADS - 1))
        self.turns = BoundedSemaphore(self.patience.at_a_time)

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Let one request in, or not."""
        try:
            demand_legible(environ)
            with self._received(environ) as body:
                return self.site({**environ, "wsgi.input": body}, start_response)
        except Refusal as refusal:
            return refuse(refusal, start_response)
        except Exception:
            logger.exception("The site could not answer")
            return refuse(FAULT, start_response)

    @contextmanager
    def _received(self, environ: Environ) -> Iterator[IO[bytes]]:
        """Give the whole body while the site answers, which reads it before it returns. Raises Refusal."""
        length = body_length(environ)
        with SpooledTemporaryFile(max_size=IN_MEMORY_BYTES) as body:
            if length and not self.turns.acquire(blocking=False):
                raise BUSY
            if length:
                try:
                    receive(body, stream=environ["wsgi.input"], length=length, patience=self.patience)
                finally:
                    self.turns.release()
            yield body


def demand_legible(environ: Environ) -> None:
    """Raise Refusal where the type of the body names an encoding that does not exist: Django breaks on it."""
    try:
        parse_header_parameters(environ.get("CONTENT_TYPE", ""))
    except (LookupError, ValueError) as error:
        raise BAD_REQUEST from error


def body_length(environ: Environ) -> int:
    """Give how many bytes are announced. Raises Refusal where nothing clear is, or too much."""
    if environ.get("HTTP_TRANSFER_ENCODING"):
        raise NO_LENGTH
    announced = environ.get("CONTENT_LENGTH") or "0"
    if not (announced.isascii() and announced.isdecimal()):
        raise BAD_REQUEST
    length = int(announced[:20])
    if length > LARGEST_BODY_BYTES:
        raise TOO_LARGE
    return length


def receive(body: IO[bytes], *, stream: IO[bytes], length: int, patience: Patience) -> None:
    """
    Receive a body whole. Raises Refusal where it stops coming, or stops short.

    A thread of its own reads the stream, and is left there when patience ends: the refusal closes the connection,
    and the reading with it.
    """
    pieces: Queue[bytes] = Queue(maxsize=16)
    Thread(target=_pump, args=(stream, length, pieces), daemon=True).start()
    begun, came = time.monotonic(), 0
    while came < length:
        allowed = patience.seconds + came / patience.bytes_a_second
        try:
            piece = pieces.get(timeout=max(0.01, begun + allowed - time.monotonic()))
        except Empty as error:
            raise TOO_SLOW from error
        if not piece:
            raise BAD_REQUEST
        body.write(piece)
        came += len(piece)
    body.seek(0)


def _pump(stream: IO[bytes], length: int, pieces: "Queue[bytes]") -> None:
    left = length
    while left > 0:
        try:
            piece = stream.read(min(left, PIECE_BYTES))
        except Exception:  # noqa: BLE001 — a client that left: the body stops short
            piece = b""
        left -= len(piece)
        try:
            pieces.put(piece, timeout=30)
        except Full:
            return
        if not piece:
            return


def refuse(refusal: Refusal, start_response: StartResponse) -> HttpResponse:
    """Answer with one sentence, in French: nothing is known yet of who asks."""
    with translation.override("fr"):
        page = render_to_string("design/refused.html", {"page": {"says": refusal.says}})
    answer = HttpResponse(
        page, headers={**strict_headers(), "Cache-Control": "no-store", "Connection": "close"}
    )
    answer.headers["Content-Length"] = str(len(answer.content))
    if refusal.retry_after:
        answer.headers["Retry-After"] = str(refusal.retry_after)
    start_response(refusal.status, list(answer.items()))
    return answer
