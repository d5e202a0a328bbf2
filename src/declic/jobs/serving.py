"""Serve the site: several workers of several threads, renewed on SIGHUP, until somebody stops it."""

import multiprocessing
import os
import resource
import signal
import socket
from collections.abc import Callable
from functools import partial
from typing import Any

from django.conf import settings
from granian._granian import ListenerSpec
from granian.constants import HTTPModes, Interfaces
from granian.log import LogLevels
from granian.server.mp import MPServer, WorkerProcess

from declic.jobs.occupied import held_open, occupied
from declic.jobs.refusals import RefusedError
from declic.jobs.site import collect_styles, data_folder, demand_free, prepare
from declic.jobs.voice import Voice
from declic.records.accounts.reads import list_accounts
from declic.records.accounts.viewers import OPERATOR


PATIENCE_SECONDS = 10
"""How long a worker may finish what it answers before it is stopped."""

RENEWAL_SECONDS = 3.5
"""How long a worker of before goes on beside the one that replaces it, which takes as long to wake."""

MOST_CONNECTIONS = 4096
"""How many connections a worker holds: one that says nothing takes a place until its time is up."""

INVENTED = "@demo.invalid"
"""How the e-mail of an invented person ends: no such address can exist (RFC 2606)."""


class OneDoor(MPServer):
    """
    A server whose workers share one door, and leave in good order.

    On Linux each worker would have a door of its own (SO_REUSEPORT): who waits at the door of a worker that is being
    renewed would be sent away.
    """

    def _init_shared_socket(self) -> None:
        door = ListenerSpec(self.bind_addr, self.bind_port, self.backlog).build()
        self._ssp = None
        self._shd = door  # type: ignore[assignment] # the server writes no types here
        self._sfd = door.get_fd()
        self._sso = socket.socket(fileno=self._sfd)
        self._sso.set_inheritable(True)

    def _spawn_worker(self, *arguments: Any, **named: Any) -> WorkerProcess:
        worker: WorkerProcess = super()._spawn_worker(*arguments, **named)
        worker.terminate = partial(_ask_to_leave, worker)  # type: ignore[method-assign]
        return worker


def _ask_to_leave(worker: WorkerProcess) -> None:
    worker.interrupt_by_parent = True
    process = worker.inner
    if process.is_alive():
        os.kill(process.pid, signal.SIGUSR1)


def serve(*, port: int, host: str, tell: Callable[[str], None], voice: Voice) -> None:
    """Prepare what is missing, say where the site is, and serve it. Raises RefusedError, in one sentence."""
    demand_free(port, host=host, voice=voice)
    prepare(voice=voice)
    demand_no_invented_account(voice=voice)
    collect_styles()
    allow_many_connections()
    tell(voice.say("Déclic is served at {address} (Ctrl+C to stop).", address=address(port, host=host)))
    with occupied(data_folder()), held_open():
        _serve(port=port, host=host)


def _serve(*, port: int, host: str) -> None:
    multiprocessing.set_start_method("spawn")  # a forked worker would run, after SIGHUP, the code of before
    OneDoor(
        "declic.jobs.workers:application",
        factory=True,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=settings.WORKERS,
        blocking_threads=settings.THREADS,
        workers_kill_timeout=PATIENCE_SECONDS,
        respawn_failed_workers=True,
        respawn_interval=RENEWAL_SECONDS,
        log_level=LogLevels.error,  # its warnings of killed workers are false: two threads wait for one process
        log_dictconfig=settings.LOGGING,
        backlog=MOST_CONNECTIONS,
        backpressure=MOST_CONNECTIONS,
        http=HTTPModes.http1,
    ).serve()


def allow_many_connections() -> None:
    """Take as many open files as the machine lets this program have: each connection is one."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def demand_no_invented_account(*, voice: Voice) -> None:
    """Raise RefusedError where accounts whose passwords are public would be open on a site that is not a demo."""
    opened = any(one.is_active and one.email.endswith(INVENTED) for one in list_accounts(viewer=OPERATOR))
    if opened and not settings.DEMO:
        raise RefusedError(
            voice.say(
                "This database holds the demo accounts, whose passwords are public: name another with DECLIC_DATA."
            )
        )


def address(port: int, *, host: str) -> str:
    """Give the address to type in a browser on this machine."""
    name = "localhost" if host in {"127.0.0.1", "0.0.0.0", "::", "::1"} else host  # noqa: S104 — a name, not a bind
    return f"http://{name}:{port}"
