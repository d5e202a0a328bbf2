"""The door of the server, before Django: slow, short, endless and illegible requests are refused in one sentence."""

import io
import threading
import time
from typing import Any

import pytest

from declic.web.design.front_door import FrontDoor, Patience
from declic.web.design.headers import ON_EVERY_ANSWER


SHORT = Patience(seconds=0.2, bytes_a_second=1_000_000, at_a_time=1)


def echo(environ, start_response):
    """A site that says back what it was sent."""
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [environ["wsgi.input"].read()]


def knock(door, body: object = None, **environ):
    """Send one request and give its status, its headers and its body."""
    told: dict[str, Any] = {}

    def start_response(status, headers, exc_info=None):
        told.update(status=status, headers=dict(headers), exc_info=exc_info)

    asked = {"REQUEST_METHOD": "POST", "CONTENT_TYPE": "", "wsgi.input": body or io.BytesIO(), **environ}
    page = b"".join(door(asked, start_response)).decode()
    return told["status"], told["headers"], page


class Dripping(io.RawIOBase):
    """A body that stops coming, until somebody lets it go."""

    def __init__(self) -> None:
        super().__init__()
        self.freed = threading.Event()

    def read(self, size: int = -1) -> bytes:  # noqa: ARG002
        self.freed.wait(30)
        return b""


@pytest.fixture
def dripping():
    body = Dripping()
    yield body
    body.freed.set()


def assert_refused(answer, status):
    assert answer[0].startswith(status)
    assert set(ON_EVERY_ANSWER.items()) <= set(answer[1].items())
    assert '<html lang="fr">' in answer[2]
    assert answer[2].count('<p class="lead">') == 1


def test_a_body_reaches_the_site_whole():
    body = b"language=en" * 200_000

    status, _headers, page = knock(FrontDoor(echo), io.BytesIO(body + b"more"), CONTENT_LENGTH=str(len(body)))

    assert status == "200 OK"
    assert page.encode() == body


def test_a_request_without_body_is_not_touched(dripping):
    assert (
        knock(FrontDoor(lambda _environ, start: start("204 No Content", []) or []), dripping)[0]
        == "204 No Content"
    )


@pytest.mark.parametrize(
    "kind",
    [
        "text/plain; charset*=nosuch''x",
        "multipart/form-data; boundary*=nosuch''b",
    ],
)
def test_an_encoding_that_does_not_exist_is_refused(kind):
    assert_refused(knock(FrontDoor(echo), CONTENT_TYPE=kind, REQUEST_METHOD="GET"), "400")


@pytest.mark.parametrize(
    ("status", "announced"),
    [
        ("411", {"HTTP_TRANSFER_ENCODING": "chunked"}),
        ("411", {"HTTP_TRANSFER_ENCODING": "chunked", "CONTENT_LENGTH": "5"}),
        ("400", {"CONTENT_LENGTH": "-5"}),
        ("400", {"CONTENT_LENGTH": "five"}),
        ("400", {"CONTENT_LENGTH": "٥"}),
        ("413", {"CONTENT_LENGTH": "60000001"}),
        ("413", {"CONTENT_LENGTH": "9" * 5000}),
    ],
)
def test_a_length_that_is_unclear_or_too_large_is_refused_before_a_byte_is_read(dripping, status, announced):
    assert_refused(knock(FrontDoor(echo), dripping, **announced), status)


def test_a_body_that_stops_short_is_refused():
    assert_refused(knock(FrontDoor(echo), io.BytesIO(b"abc"), CONTENT_LENGTH="4"), "400")


def test_a_body_that_no_longer_comes_is_waited_for_a_while_and_refused(dripping):
    assert_refused(knock(FrontDoor(echo, patience=SHORT), dripping, CONTENT_LENGTH="4"), "408")


def test_while_slow_bodies_are_waited_for_the_others_are_told_so_and_who_reads_is_answered(dripping):
    door = FrontDoor(echo, patience=Patience(seconds=30, at_a_time=1))
    slow = threading.Thread(target=knock, args=(door, dripping), kwargs={"CONTENT_LENGTH": "4"})
    slow.start()
    while door.turns.acquire(blocking=False):  # until the slow one has its turn
        door.turns.release()
        time.sleep(0.01)

    refused = knock(door, io.BytesIO(b"abcd"), CONTENT_LENGTH="4")
    read = knock(door, REQUEST_METHOD="GET")
    dripping.freed.set()
    slow.join()

    assert_refused(refused, "503")
    assert refused[1]["Retry-After"] == "10"
    assert read[0] == "200 OK"
    assert knock(door, io.BytesIO(b"abcd"), CONTENT_LENGTH="4")[0] == "200 OK"


def test_a_fault_that_django_does_not_catch_is_a_page_and_a_line_in_the_log(caplog):
    def broken(_environ, _start_response):
        raise ZeroDivisionError

    assert_refused(knock(FrontDoor(broken)), "500")
    assert "The site could not answer" in caplog.text
