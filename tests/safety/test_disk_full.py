"""A disk that is full: writes say so and keep nothing, reads go on, and all is well again once there is room."""

import os
import re
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path

import pytest
from django.db import OperationalError, connection
from django.test import Client

from declic.web.design.not_kept import NotKept, why_not_kept
from tests.empty_site import ready
from tests.jobs.commands import declic
from tests.jobs.test_site_commands import free_port, served
from tests.people import CLAIRE
from tests.records.pact.invented import opened_small_pact
from tests.safety.tables import told
from tests.web.pilots.test_steering import words


ON_SQLITE = pytest.mark.skipif(
    connection.vendor != "sqlite", reason="PostgreSQL's disk is not this test's to fill"
)


@ON_SQLITE
@pytest.mark.django_db
def test_a_form_sent_to_a_full_database_gets_a_page_that_says_nothing_was_recorded(claire):
    slug = opened_small_pact()
    client = Client(raise_request_exception=False)
    client.force_login(_account())
    before = told()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0]}")
    try:
        text = "Un texte assez long pour qu'il lui faille de la place.\n" * 4000
        refused = client.post("/pilotage/lire/", {"text": text})
        read = client.get(f"/pilotage/pactes/{slug}/mesures/10/")
        after = told()
    finally:
        connection.cursor().execute("PRAGMA max_page_count = 1073741823")
    kept = client.post("/pilotage/lire/", {"text": text})

    page = words(refused.content.decode())
    assert claire.is_signed_in
    assert refused.status_code == 507
    assert "Il n'y a plus de place pour rien garder" in page
    assert "Rien de ce que vous avez envoyé n'a été enregistré" in page
    assert after == before
    assert read.status_code == 200
    assert kept.status_code == 302


def _account():
    from django.contrib.auth import get_user_model  # noqa: PLC0415 — Django must be ready

    return get_user_model().objects.get(email=CLAIRE.email)


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (OperationalError("database or disk is full"), NotKept.NO_ROOM),
        (OperationalError("database is locked"), NotKept.OTHERS_WRITE),
        (OSError(28, "No space left on device"), NotKept.NO_ROOM),
        (OperationalError("no such table: x"), None),
        (ZeroDivisionError(), None),
        (OSError(2, "No such file"), None),
        (None, None),
    ],
)
def test_only_what_means_that_nothing_could_be_kept_is_said_so(error, why):
    assert why_not_kept(error) is why


def test_an_error_is_known_through_what_wraps_it():
    wrapped = ValueError("the file could not be taken")
    wrapped.__cause__ = OSError(28, "No space left on device")

    assert why_not_kept(wrapped) is NotKept.NO_ROOM


# --- a whole server on a small disk ---------------------------------------------------------------


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 24 MB, where this machine lets us have one."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = (
        os.geteuid() == 0
        and subprocess.run(
            ["/bin/mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(place)],
            capture_output=True,
            check=False,
        ).returncode
        == 0
    )
    if not mounted:
        pytest.skip("a small disk can only be mounted by root: the test above fills a database instead")
    yield place
    subprocess.run(["/bin/umount", "--lazy", str(place)], check=True)


class Browser:
    """Somebody who signs in and sends forms to a served site."""

    def __init__(self, port: int) -> None:
        self.home = f"http://localhost:{port}"
        self.jar = CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))

    def ask(self, path: str, fields: dict[str, str] | None = None) -> tuple[int, str]:
        """Read a page, or send a form with its secret; give the status and the words."""
        token = next((one.value for one in self.jar if "csrf" in one.name), "")
        data = urllib.parse.urlencode({**fields, "csrfmiddlewaretoken": token}).encode() if fields else None
        request = urllib.request.Request(self.home + path, data=data, headers={"Referer": self.home + path})  # noqa: S310 — our own server
        try:
            with self.opener.open(request, timeout=60) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()


def wait_for(browser: Browser, *, seconds: float) -> None:
    end = time.monotonic() + seconds
    while True:
        try:
            browser.ask("/a-propos/")
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)
        else:
            return


def fill(disk: Path) -> Path:
    """Leave not one byte."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (1 << 16, 1 << 10, 1):
            try:
                while True:
                    file.write(bytes(size))
            except OSError:
                continue
    return filler


def test_a_site_on_a_full_disk_refuses_writes_shows_pages_and_recovers_by_itself(small_disk):
    port = free_port()
    browser = Browser(port)
    with served("demo", data=ready(small_disk), port=port):
        wait_for(browser, seconds=300)
        sign_in(browser)
        kept, _page = browser.ask("/pilotage/lire/", {"text": "Un premier texte.\n" * 2000})
        filler = fill(small_disk)
        refused = [browser.ask("/pilotage/lire/", {"text": f"Texte {n}.\n" * 30_000}) for n in range(4)]
        pages = [browser.ask(path)[0] for path in ("/", "/pilotage/", "/deliberations/", "/connexion/")]
        filler.unlink()
        again, _page = browser.ask("/pilotage/lire/", {"text": "Un dernier texte.\n" * 2000})

    assert kept == again == 200
    assert {status for status, _page in refused} <= {200, 507}, "the log had some room before it was full"
    assert refused[-1][0] == 507
    assert all("n'a été enregistré" in words(page) for status, page in refused if status == 507)
    assert pages == [200] * 4
    done = declic("verify", data=small_disk)
    assert done.returncode == 0, done.stdout
    documents = 3 + sum(status == 200 for status, _page in refused)
    assert re.search(rf"mêmes octets, même texte +{documents} ", done.stdout)


def sign_in(browser: Browser) -> None:
    _status, page = browser.ask("/connexion/")
    names = re.findall(r'<input[^>]*name="([^"]+)"', page)
    email = next(name for name in names if name in {"username", "login", "email"})
    status, _page = browser.ask("/connexion/", {email: CLAIRE.email, "password": CLAIRE.password})
    assert status == 200
