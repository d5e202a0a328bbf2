"""The site is served by workers that are renewed, stopped and replaced without a request lost."""

import http.client
import os
import signal
import socket
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import pytest

from declic.jobs.workers import Leaving, Streamed, forget_secrets
from tests.empty_site import DECLIC, ready, surroundings
from tests.jobs.commands import declic


PATIENCE_SECONDS = 60
CLIENTS = 6


def wait_until(is_so: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while not is_so():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.05)


@dataclass(frozen=True, slots=True)
class Served:
    """A site that is running."""

    port: int
    process: subprocess.Popen[str]

    def status(self, address: str = "/pret/") -> int | None:
        """Give the status of one answer, None while nobody answers."""
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_SECONDS)) as visitor:
            try:
                visitor.request("GET", address)
                return visitor.getresponse().status
            except (OSError, http.client.HTTPException):
                return None

    def workers(self) -> set[int]:
        """Number the workers: each leads a group of its own."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text(
            encoding="ascii"
        )
        return {int(child) for child in children.split() if leads(int(child))}


def leads(process: int) -> bool:
    try:
        return os.getpgid(process) == process
    except ProcessLookupError:
        return False


@pytest.fixture(scope="module")
def data(tmp_path_factory) -> Path:
    folder: Path = tmp_path_factory.mktemp("served")
    assert declic("prepare", data=ready(folder)).returncode == 0
    return folder


@pytest.fixture
def site(data: Path) -> Iterator[Served]:
    with closing(socket.socket()) as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    process = subprocess.Popen(
        [str(DECLIC), "serve", "--port", str(port)],
        env=surroundings(data, DECLIC_WORKERS="1", DECLIC_MAIL_URL="console:"),
        cwd=data,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    served = Served(port, process)
    drained = [threading.Thread(target=stream.read) for stream in (process.stdout, process.stderr) if stream]
    for reader in drained:
        reader.start()
    try:
        wait_until(lambda: served.status() == 200)
        yield served
    finally:
        for worker in served.workers() if process.poll() is None else ():
            os.kill(worker, signal.SIGKILL)
        process.kill()
        process.wait()
        for reader in drained:
            reader.join()
        for stream in (process.stdout, process.stderr):
            if stream:
                stream.close()


class Visitors:
    """People who go on reading, one connection a page or one for all, and note how it went."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.seen: Counter[str] = Counter()
        self.is_over = threading.Event()
        self.threads = [threading.Thread(target=self.read, args=(one % 2 == 0,)) for one in range(CLIENTS)]

    def __enter__(self) -> Self:
        for thread in self.threads:
            thread.start()
        wait_until(lambda: self.seen["200"] > CLIENTS)
        return self

    def __exit__(self, *_fault: object) -> None:
        self.is_over.set()
        for thread in self.threads:
            thread.join()

    def read(self, stays: bool) -> None:
        while not self.is_over.is_set():
            with closing(
                http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_SECONDS)
            ) as visitor:
                self.visit(visitor, stays=stays)

    def visit(self, visitor: http.client.HTTPConnection, *, stays: bool) -> None:
        try:
            while not self.is_over.is_set():
                visitor.request("GET", "/a-propos/")
                answer = visitor.getresponse()
                answer.read()
                self.seen[str(answer.status)] += 1
                if not stays or answer.will_close:
                    return
        except (OSError, http.client.HTTPException) as error:
            self.seen[type(error).__name__] += 1


def test_the_workers_are_renewed_without_a_request_lost(site):
    before = site.workers()
    assert len(before) == 1

    with Visitors(site.port) as visitors:
        site.process.send_signal(signal.SIGHUP)
        wait_until(lambda: not site.workers() & before)
        since = visitors.seen["200"]
        wait_until(lambda: visitors.seen["200"] > since + CLIENTS)

    assert set(visitors.seen) == {"200"}
    assert len(site.workers()) == 1


def test_who_is_being_answered_when_the_site_stops_is_answered(site):
    with closing(socket.create_connection(("127.0.0.1", site.port), timeout=PATIENCE_SECONDS)) as visitor:
        form = b"email=somebody&password=of-somebody"
        visitor.sendall(
            b"POST /connexion/ HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            b"Content-Type: application/x-www-form-urlencoded\r\nExpect: 100-continue\r\n"
            b"Content-Length: %d\r\n\r\n" % len(form)
        )
        assert visitor.recv(64).startswith(b"HTTP/1.1 100")  # the form is being read from now on
        visitor.sendall(form[:10])

        site.process.terminate()
        wait_until(lambda: site.status("/sante/") is None)
        visitor.sendall(form[10:])
        answer = visitor.recv(64)

    assert answer.startswith(b"HTTP/1.1 403")  # the form had no token: it was read to its end, and answered
    assert site.process.wait(PATIENCE_SECONDS) == 0


def test_a_worker_that_dies_is_replaced(site):
    (before,) = site.workers()

    os.kill(before, signal.SIGKILL)

    wait_until(lambda: site.workers() - {before} and site.status() == 200)
    assert site.process.poll() is None


def test_secrets_leave_the_environment_once_they_are_read(monkeypatch):
    for name in ("DECLIC_SECRET_KEY", "DECLIC_MAIL_URL", "DATABASE_URL", "PGPASSWORD"):
        monkeypatch.setenv(name, "secret")

    forget_secrets()

    assert [name for name, value in os.environ.items() if value == "secret"] == []
    assert "PATH" in os.environ


class Answer:
    """An answer as a site gives it."""

    def __init__(self, *, streaming: bool) -> None:
        self.streaming = streaming
        self.is_closed = False

    def __iter__(self) -> Iterator[bytes]:
        return iter((b"one ", b"two"))

    def close(self) -> None:
        self.is_closed = True


@pytest.mark.parametrize("streaming", [False, True])
def test_an_answer_is_whole_and_over_however_it_is_sent(streaming):
    given = Answer(streaming=streaming)
    site = Leaving(lambda _environ, _start: given)

    answer = site({}, lambda *_words: None)

    assert b"".join(answer) == b"one two"
    if isinstance(answer, Streamed):
        assert (given.is_closed, site.answering) == (False, 1)
        answer.close()
    assert (given.is_closed, site.answering) == (True, 0)


def test_a_site_that_breaks_is_answering_nobody():
    def broken(_environ, _start):
        raise KeyError

    site = Leaving(broken)

    with pytest.raises(KeyError):
        site({}, lambda *_words: None)
    assert site.answering == 0


def test_who_is_answered_by_a_worker_that_leaves_is_told_to_knock_again():
    def plain(_environ, start):
        start("200 OK", [("Content-Type", "text/plain")])
        return Answer(streaming=False)

    told: list[list[tuple[str, str]]] = []
    site = Leaving(plain)
    site({}, lambda _status, headers: told.append(headers))
    site.is_leaving = True
    site({}, lambda _status, headers: told.append(headers))

    assert [("Connection", "close") in headers for headers in told] == [False, True]
