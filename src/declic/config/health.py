"""
Two addresses for machines: is the process alive, is it ready to serve.

Neither looks at who asks: no account, no session, no cookie. They say yes or no and nothing else; why is for the log
and for the command line.
"""

import logging
from functools import cache

from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse

from declic.web.design.doors import open_to_machines


log = logging.getLogger("declic.health")


@open_to_machines
def alive(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Say that the process answers; nothing is asked of the database."""
    return _answer("oui", status=200)


@open_to_machines
def ready(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Say whether the database answers and has the tables of this version."""
    try:
        lacking = needed_migrations() - _applied()
    except DatabaseError:
        log.exception("the database does not answer")
        return _answer("non", status=503)
    if lacking:
        log.error("the database lacks tables of this version: %s migrations", len(lacking))
        return _answer("non", status=503)
    return _answer("oui", status=200)


@cache
def needed_migrations() -> frozenset[tuple[str, str]]:
    """Name the last migrations of each app of this version, read from the code once."""
    return frozenset(MigrationLoader(None).graph.leaf_nodes())


def _applied() -> set[tuple[str, str]]:
    recorder = MigrationRecorder(connection)
    return {(app, name) for app, name in recorder.migration_qs.values_list("app", "name")}


def _answer(word: str, *, status: int) -> HttpResponse:
    return HttpResponse(
        f"{word}\n",
        status=status,
        content_type="text/plain; charset=utf-8",
        headers={"Cache-Control": "no-store"},
    )
