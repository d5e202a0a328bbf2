"""`declic inspect`: whether an installation is fit to serve, fact by fact, changing nothing."""

import os
import shutil
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from django.conf import settings
from django.core.checks import run_checks
from django.core.mail import get_connection
from django.db import DatabaseError, connection
from django.utils import timezone

from declic.jobs.site import pending_count
from declic.jobs.voice import Voice
from declic.records.journal.reads import last_line_at


LEAST_BYTES, WISHED_BYTES = 200_000_000, 2_000_000_000
"""Room left on the disk: below the first nothing can be trusted to be written, below the second somebody should act."""

PRIVATE = stat.S_IRWXG | stat.S_IRWXO
"""What a file of the site grants to nobody: anything, to the group and to others."""

SMTP = "django.core.mail.backends.smtp.EmailBackend"

State = Literal["ok", "warning", "error"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that was looked at: its name, how it is, and in which words."""

    name: str
    state: State
    words: str


def inspect(*, voice: Voice) -> Iterator[Fact]:
    """Look at everything in order; a fact that needs the database comes only where it answers."""
    yield _person(voice=voice)
    yield from _folders(Path(settings.MEDIA_ROOT).parent, voice=voice)
    yield _room(voice=voice)
    database = _database(voice=voice)
    yield database
    if database.state == "ok":
        yield _tables(voice=voice)
        yield _clock(voice=voice)
    yield _letters(voice=voice)
    yield _https(voice=voice)
    yield from _checks(voice=voice)


def _person(*, voice: Voice) -> Fact:
    name = voice.say("account")
    if os.geteuid() == 0:
        return Fact(name, "warning", voice.say("runs as root: give the site an account of its own"))
    return Fact(name, "ok", voice.say("number {number}", number=os.geteuid()))


def _folders(data: Path, *, voice: Voice) -> Iterator[Fact]:
    yield _kept_to_oneself(voice.say("data folder"), data, voice=voice)
    key = data / "secret_key"
    if key.exists():
        yield _kept_to_oneself(voice.say("secret key"), key, voice=voice)
    else:
        yield Fact(voice.say("secret key"), "ok", voice.say("given by DECLIC_SECRET_KEY"))
    if connection.vendor == "sqlite" and (file := data / "declic.sqlite3").exists():
        yield _kept_to_oneself(voice.say("database file"), file, voice=voice)


def _kept_to_oneself(name: str, path: Path, *, voice: Voice) -> Fact:
    try:
        found = path.stat()
    except OSError as error:
        return Fact(name, "error", f"{path} ({error.strerror})")
    if found.st_uid != os.geteuid():
        return Fact(name, "error", voice.say("{path} belongs to another account", path=path))
    if found.st_mode & PRIVATE and not _is_shut_in(path):
        mode = f"{stat.S_IMODE(found.st_mode):o}"
        return Fact(
            name, "error", voice.say("{path} is open to other accounts ({mode})", path=path, mode=mode)
        )
    return Fact(name, "ok", str(path))


def _is_shut_in(path: Path) -> bool:
    """Say whether the folder around it lets nobody else through."""
    return not path.is_dir() and not path.parent.stat().st_mode & PRIVATE


def _room(*, voice: Voice) -> Fact:
    left = shutil.disk_usage(settings.MEDIA_ROOT.parent).free
    state: State = "error" if left < LEAST_BYTES else "warning" if left < WISHED_BYTES else "ok"
    return Fact(voice.say("room on the disk"), state, voice.say("{count} MB left", count=left // 1_000_000))


def _database(*, voice: Voice) -> Fact:
    name = voice.say("database")
    try:
        connection.ensure_connection()
    except DatabaseError as error:
        return Fact(name, "error", voice.say("does not answer ({reason})", reason=str(error).strip()))
    version = ".".join(map(str, connection.get_database_version()))
    return Fact(name, "ok", f"{connection.display_name} {version}")


def _tables(*, voice: Voice) -> Fact:
    name = voice.say("tables")
    if count := pending_count():
        return Fact(name, "error", voice.say("{count} migrations to run: declic prepare", count=count))
    return Fact(name, "ok", voice.say("those of this version"))


def _clock(*, voice: Voice) -> Fact:
    name, now = voice.say("clock"), timezone.localtime()
    try:
        last = last_line_at()
    except DatabaseError:  # the journal has no table yet: its own fact says so
        last = None
    if last is not None and last > now:
        said = f"{timezone.localtime(last):%Y-%m-%d %H:%M}"
        return Fact(name, "error", voice.say("behind the last line of the journal ({instant})", instant=said))
    return Fact(name, "ok", f"{now:%Y-%m-%d %H:%M %Z}")


def _letters(*, voice: Voice) -> Fact:
    name = voice.say("letters")
    if settings.LETTERS_BACKEND != SMTP:
        return Fact(name, "warning", voice.say("reach nobody: give DECLIC_MAIL_URL"))
    server = f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"
    try:
        door = get_connection(settings.LETTERS_BACKEND, timeout=settings.EMAIL_TIMEOUT)
        door.open()
        door.close()
    except (
        OSError
    ) as error:  # the reasons of a mail server can repeat a name or a password: its kind is enough
        reason = type(error).__name__
        return Fact(
            name, "error", voice.say("{server} does not accept us ({reason})", server=server, reason=reason)
        )
    return Fact(name, "ok", server)


def _https(*, voice: Voice) -> Fact:
    name = voice.say("https")
    if settings.DEBUG:
        return Fact(name, "error", voice.say("DECLIC_DEBUG shows the inside of the site to anybody"))
    if not settings.SESSION_COOKIE_SECURE:
        return Fact(name, "warning", voice.say("off: only for this machine (DECLIC_HTTPS)"))
    hosts = ", ".join(settings.ALLOWED_HOSTS)
    return Fact(
        name, "ok", voice.say("{hosts}, behind {count} proxies", hosts=hosts, count=settings.TRUSTED_PROXIES)
    )


def _checks(*, voice: Voice) -> Iterator[Fact]:
    """Give what Django finds; what it says of a site without https is said already."""
    found = run_checks(include_deployment_checks=settings.SESSION_COOKIE_SECURE)
    for one in found:
        yield Fact(voice.say("settings"), "error" if one.is_serious() else "warning", f"{one.id} {one.msg}")
    if not found:
        yield Fact(voice.say("settings"), "ok", voice.say("nothing to say"))


def print_inspection(*, tell: Callable[[str], None], voice: Voice) -> int:
    """Print one line for each fact, and give the exit code: 3 where something is wrong."""
    says: dict[State, str] = {
        "ok": voice.say("ok"),
        "warning": voice.say("warning"),
        "error": voice.say("error"),
    }
    width = max(len(words) for words in says.values())
    is_fit = True
    for fact in inspect(voice=voice):
        tell(f"{says[fact.state]:{width}}  {fact.name} : {fact.words}")
        is_fit = is_fit and fact.state != "error"
    return 0 if is_fit else UNFIT


UNFIT = 3
"""Exit code of an installation in which something is wrong."""
