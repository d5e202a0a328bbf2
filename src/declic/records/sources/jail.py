"""
A document read in a jail: in a process of its own, with little time, little memory, no file and no secret.

Whatever a text is made to do to the engines, the site and the command line go on, and whoever gave it gets one
sentence. Reading outside of it is for tests and for the engines themselves.
"""

import atexit
import base64
import json
import os
import socket
import subprocess
import sys
from dataclasses import dataclass
from threading import Lock
from typing import Any

from declic.engines.reading.files.kinds import FileKind
from declic.engines.reading.files.picture import Picture
from declic.engines.reading.text import UnreadableFileError
from declic.records.sources.files import DecodedFile, decode_file, demand_readable
from declic.records.sources.page_maps import pages_from
from declic.units.spans import Span


MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Bounds:
    """
    What a reading may take.

    Processor time is what counts: 20 seconds are about 2.5 million characters of dense text, a thousand pages. The
    clock is only there for a machine that is too busy to give that time.
    """

    cpu_seconds: int = 20
    memory_bytes: int = 1_000 * MEGABYTE
    clock_seconds: float = 90.0


QUICK = Bounds()
"""For somebody who waits before a screen."""
GLANCE = Bounds(cpu_seconds=4, memory_bytes=600 * MEGABYTE, clock_seconds=20.0)
"""For one picture of one page: an ordinary one takes a tenth of a second."""
PATIENT = Bounds(cpu_seconds=900, memory_bytes=4_000 * MEGABYTE, clock_seconds=1800.0)
"""For who types on the machine itself."""


class TooHeavyError(UnreadableFileError):
    """The reading took more than it may; the message is one sentence, in French."""

    def __init__(self) -> None:
        """Say it."""
        super().__init__(
            "Le document demande trop de temps ou de mémoire pour être lu : coupez-le en plusieurs fichiers."
        )


class UndrawnError(UnreadableFileError):
    """Drawing a page took more than it may; the message is one sentence, in French."""

    def __init__(self, number: int) -> None:
        """Say which page."""
        super().__init__(f"La page {number} du PDF demande trop de temps ou de mémoire pour être dessinée.")


class ReadingFault(RuntimeError):  # noqa: N818 — a fault is ours
    """The engines broke on a text; the message is the kind of error, without a word of the text."""


@dataclass(frozen=True, slots=True)
class JailedReading:
    """What came out of the jail: the answer in the format `declic-reading/1`, and whether each sentence was read."""

    file: DecodedFile
    kind: str
    answer: dict[str, Any]
    attached: tuple[Span, ...]
    ignored: tuple[Span, ...]
    orphans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """Give the text that every span counts in."""
        return self.file.text


class Jail:
    """The process that forks a child for each document; started at the first one, and again if it died."""

    def __init__(self) -> None:
        """Wait for a first document."""
        self._lock = Lock()
        self._server: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._owner = 0

    def hand_over(self, line: socket.socket) -> None:
        """Give the other end of a line to a new child."""
        with self._lock:
            control = self._ready()
            try:
                socket.send_fds(control, [b"1"], [line.fileno()])
            except OSError:  # it died: once more, with a new one
                self._close()
                socket.send_fds(self._ready(), [b"1"], [line.fileno()])

    def close(self) -> None:
        """Let the process go."""
        with self._lock:
            self._close()

    def _ready(self) -> socket.socket:
        if self._control is not None and self._owner == os.getpid():
            return self._control
        ours, theirs = socket.socketpair()
        with theirs:
            self._server = subprocess.Popen(  # noqa: S603 — our own program, our own words
                [sys.executable, "-I", "-m", "declic.records.sources.jailed", str(theirs.fileno())],
                pass_fds=(theirs.fileno(),),
                env={"LANG": "C.UTF-8"},
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        self._control, self._owner = ours, os.getpid()
        return ours

    def _close(self) -> None:
        if self._control is not None:
            self._control.close()
        if self._server is not None and self._owner == os.getpid():
            self._server.wait()
        self._control = self._server = None


JAIL = Jail()
atexit.register(JAIL.close)


def read_in_jail(data: bytes, *, name: str, bounds: Bounds = QUICK) -> JailedReading:
    """
    Read the bytes of a file in the jail.

    Raises UnreadableFileError, in one sentence, for what cannot be read and for what takes too much; ReadingFault where
    the engines broke.
    """
    demand_readable(data)
    told = _told(data, asked={"name": name}, bounds=bounds)
    answer = told["answer"]
    attached, ignored, orphans = (_spans(told[word]) for word in ("attached", "ignored", "orphan"))
    file = DecodedFile(
        told["text"], told["encoding"], answer["document"]["sha256"], pages_from(told["pages"])
    )
    return JailedReading(file, answer["document"]["kind"], answer, attached, ignored, orphans)


def file_in_jail(data: bytes, *, name: str) -> DecodedFile:
    """
    Give the text of a file, which is taken apart in the jail unless it is plain text.

    Raises UnreadableFileError, in one sentence.
    """
    if demand_readable(data) is FileKind.TEXT:
        return decode_file(data)
    return read_in_jail(data, name=name).file


def picture_in_jail(data: bytes, *, number: int, bounds: Bounds = GLANCE) -> Picture:
    """
    Draw a page of a PDF in the jail.

    Raises UnreadableFileError, in one sentence, for what cannot be drawn and for what takes too much; ReadingFault where
    the engines broke.
    """
    try:
        told = _told(data, asked={"page": number}, bounds=bounds)
    except TooHeavyError as error:
        raise UndrawnError(number) from error
    return Picture(base64.b64decode(told["picture"]), told["width"], told["height"])


def _told(data: bytes, *, asked: dict[str, Any], bounds: Bounds) -> dict[str, Any]:
    asked = {
        **asked,
        "bytes": len(data),
        "cpu_seconds": bounds.cpu_seconds,
        "memory_bytes": bounds.memory_bytes,
    }
    ours, theirs = socket.socketpair()
    with ours:
        with theirs:
            JAIL.hand_over(theirs)
        ours.settimeout(bounds.clock_seconds)
        try:
            ours.sendall(json.dumps(asked).encode() + b"\n" + data)
            with ours.makefile("rb") as pipe:
                said = pipe.readline()
        except OSError as error:  # it was ended while it listened, or its time is up
            raise TooHeavyError from error
    if not said.endswith(b"\n"):
        raise TooHeavyError
    told: dict[str, Any] = json.loads(said)
    if "refused" in told:
        raise UnreadableFileError(told["refused"])
    if "fault" in told:
        raise ReadingFault(told["fault"])
    return told


def _spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)
