"""The site on this machine: Django woken, its database ready, its styles collected."""

import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from declic.jobs.refusals import RefusedError
from declic.jobs.voice import Voice


PRIVATE = 0o077
"""What the site writes can be read by the account that runs it, and by nobody else."""


def wake(*, voice: Voice) -> None:
    """Start Django on the settings of the environment. Raises RefusedError for one that cannot be used."""
    try:
        os.umask(PRIVATE)
        django.setup()
        see_everything()
        Path(settings.STATIC_ROOT).parent.mkdir(parents=True, exist_ok=True)
    except (ImproperlyConfigured, OSError) as error:
        sentence = getattr(error, "sentence", str(error))
        reason = voice.say(sentence, **getattr(error, "values", {}))
        raise RefusedError(voice.say("The settings cannot be used: {reason}", reason=reason)) from error


def see_everything() -> None:
    """Have the database show this process everything: who types commands on the machine holds it anyway."""
    from declic.records.accounts.sight import Sight, see_usually  # noqa: PLC0415 — Django must be started first

    see_usually(Sight.ALL)


@contextmanager
def database(*, voice: Voice) -> Iterator[None]:
    """Turn a database that cannot be reached, opened or written into one sentence."""
    try:
        yield
    except OperationalError as error:
        raise RefusedError(voice.say("The database cannot be used ({reason}).", reason=str(error))) from error


def prepare(*, voice: Voice) -> None:
    """Bring the database to the tables of this version; nothing is done when it is there already."""
    with database(voice=voice):
        if pending():
            call_command("migrate", verbosity=0, interactive=False)


def pending() -> bool:
    """Say whether the database lacks tables of this version."""
    return bool(pending_count())


def pending_count() -> int:
    """Count the migrations of this version that the database lacks."""
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def demand_prepared(*, voice: Voice) -> None:
    """Raise RefusedError where there is no database of this version to work on."""
    with database(voice=voice):
        if pending():
            raise RefusedError(
                voice.say("There is no database here yet: run « declic serve » or « declic demo ».")
            )


def data_folder() -> Path:
    """Give the folder of what is kept on this machine."""
    return Path(settings.STATIC_ROOT).parent


def collect_styles() -> None:
    """Copy styles and scripts where they are served from, when one is newer than the last copy."""
    root = Path(settings.STATIC_ROOT)
    manifest = root / "staticfiles.json"
    newest = max((_changed_at(path) for path in _style_files()), default=0.0)
    if not manifest.exists() or manifest.stat().st_mtime < newest:
        for name in json.loads(manifest.read_text(encoding="utf-8"))["paths"] if manifest.exists() else ():
            (root / name).unlink(
                missing_ok=True
            )  # the copies of before under their new names stay: pages name them
        call_command("collectstatic", verbosity=0, interactive=False)


def demand_free(port: int, *, host: str, voice: Voice) -> None:
    """Raise RefusedError where another program listens there, or the address is not this machine's."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((host, port))
        except OSError as error:
            raise RefusedError(
                voice.say(
                    "{host}:{port} cannot be listened to ({reason}): choose another port with --port.",
                    host=host,
                    port=port,
                    reason=error.strerror or str(error),
                )
            ) from error


def _style_files() -> Iterator[Path]:
    for finder in get_finders():
        for name, storage in finder.list([]):
            yield Path(storage.path(name))


def _changed_at(path: Path) -> float:
    return path.stat().st_mtime
