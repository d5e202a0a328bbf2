"""
A site that can be killed and served again in a few hundredths of a second.

Everything is imported once, here; the server is then forked from this process with its workers, on the same
granian and the same settings as `declic serve`, and SIGKILL reaches all of its processes at once.
"""

import ctypes
import datetime
import http.client
import os
import shutil
import signal
import socket
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.empty_site import ready


PR_SET_CHILD_SUBREAPER = 36
LONGEST_START_SECONDS = 120.0
PILOT = "claire@demo.invalid"
TOKEN = "a" * 32
"""The secret of every form here: what is tried is what is kept, not who sends it."""


class ServerNotReadyError(Exception):
    """The server did not listen in time."""


class SurvivorError(Exception):
    """A process that was born of the server outlived it."""


@dataclass(frozen=True, slots=True)
class KilledSite:
    """A data folder, the database that each life starts from, and the port that is served."""

    data: Path
    port: int

    @property
    def database(self) -> Path:
        """The database that is served."""
        return self.data / "declic.sqlite3"

    def new_life(self) -> None:
        """Put the first database back; nobody may be serving."""
        for name in ("declic.sqlite3", "declic.sqlite3-wal", "declic.sqlite3-shm"):
            (self.data / name).unlink(missing_ok=True)
        shutil.copyfile(self.data / "first.sqlite3", self.database)


def prepared(data: Path) -> KilledSite:
    """Fill a folder with the restated pact and the invented people, and wake everything that a server imports."""
    os.environ.update(
        DECLIC_DATA=str(data), DECLIC_DEMO="yes", DJANGO_SETTINGS_MODULE="declic.config.settings"
    )
    os.environ.pop("DATABASE_URL", None)
    from declic.jobs.site import collect_styles, wake  # noqa: PLC0415 — the settings had to be known
    from declic.jobs.voice import Voice  # noqa: PLC0415

    ready(data)
    wake(voice=Voice())
    from django.db import connection  # noqa: PLC0415

    _fill_apart()
    collect_styles()
    _warm()
    connection.close()
    with closing(sqlite3.connect(data / "declic.sqlite3")) as kept:
        kept.execute("VACUUM INTO ?", [str(data / "first.sqlite3")])
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)  # the orphans of a killed server come to us
    return KilledSite(data, _free_port())


def _fill_apart() -> None:
    """Fill the site in a process of its own: the jail that its reading needs must not be born of who forks servers."""
    number = os.fork()
    if number == 0:
        code = 1
        try:
            from declic.jobs import demonstration  # noqa: PLC0415
            from declic.jobs.voice import Voice  # noqa: PLC0415

            demonstration.fill(tell=lambda _words: None, voice=Voice())
            code = 0
        finally:
            os._exit(code)
    _number, status = os.waitpid(number, 0)
    if status:
        raise ServerNotReadyError("the site could not be filled")


def _warm() -> None:
    """Read each page that is written from once, so that every server is born with its templates."""
    from django.contrib.auth import get_user_model  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    from declic.records.accounts.viewers import VISITOR  # noqa: PLC0415
    from declic.records.pact.reads import pacts, signatories_page  # noqa: PLC0415

    slug = pacts(viewer=VISITOR, today=datetime.date(2023, 3, 2)).lines[0].slug
    signatory = signatories_page(slug, viewer=VISITOR).signatories[-1].signatory_id
    reader = Client(headers={"host": "127.0.0.1"})
    reader.force_login(get_user_model()._default_manager.get(email=PILOT))
    for page in ("mesures/10/", f"signataires/{signatory}/", "anomalies/"):
        answer = reader.get(f"/pilotage/pactes/{slug}/{page}")
        if answer.status_code != 200:
            raise ServerNotReadyError(page)


def signed_in_cookie(email: str) -> str:
    """Sign somebody in, as tests do, and give the cookies of their browser."""
    from django.conf import settings  # noqa: PLC0415
    from django.contrib.auth import get_user_model  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    client = Client()
    client.force_login(get_user_model()._default_manager.get(email=email))
    connection.close()
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    return f"{settings.SESSION_COOKIE_NAME}={session}; {settings.CSRF_COOKIE_NAME}={TOKEN}"


def start(site: KilledSite, *, workers: int, threads: int) -> int:
    """Fork a server of its own session, and give its number; it may not listen yet."""
    number = os.fork()
    if number == 0:
        try:
            os.setsid()
            _serve(site, workers=workers, threads=threads)
        finally:
            os._exit(1)
    return number


def wait_until_it_listens(site: KilledSite) -> None:
    """Wait for the server to answer. Raises ServerNotReadyError."""
    end = time.monotonic() + LONGEST_START_SECONDS
    while time.monotonic() < end:
        line = http.client.HTTPConnection("127.0.0.1", site.port, timeout=LONGEST_START_SECONDS)
        try:
            line.request("GET", "/theme/couleurs.css")
            line.getresponse().read()
        except OSError:
            time.sleep(0.002)
        else:
            return
        finally:
            line.close()
    raise ServerNotReadyError


def kill(server: int) -> None:
    """Kill every process of the server at the same instant, and wait until the last one is gone."""
    try:
        os.killpg(server, signal.SIGKILL)
    except ProcessLookupError:  # born a moment ago: it has no group of its own yet, and no child
        os.kill(server, signal.SIGKILL)
    end = time.monotonic() + LONGEST_START_SECONDS
    while time.monotonic() < end:
        try:
            number, _status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if not number:
            time.sleep(0.001)
    raise SurvivorError(server)


def _serve(site: KilledSite, *, workers: int, threads: int) -> None:
    from granian import Granian  # noqa: PLC0415
    from granian.constants import Interfaces  # noqa: PLC0415
    from granian.log import LogLevels  # noqa: PLC0415

    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    Granian(
        "declic.config.wsgi:application",
        address="127.0.0.1",
        port=site.port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=threads,
        log_level=LogLevels.critical,
    ).serve(target_loader=_application, wrap_loader=False)


def _application() -> Callable[..., Any]:
    from declic.config.wsgi import application  # noqa: PLC0415 — imported before the fork

    return application


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])
