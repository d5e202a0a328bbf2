"""Serve the site: two workers of four threads, until somebody stops it."""

from collections.abc import Callable

from django.conf import settings
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from declic.jobs.refusals import RefusedError
from declic.jobs.site import collect_styles, demand_free, prepare
from declic.jobs.voice import Voice
from declic.records.accounts.reads import list_accounts
from declic.records.accounts.viewers import OPERATOR


WORKERS, THREADS = 2, 4
PATIENCE_SECONDS = 10
"""How long a worker may finish what it answers before it is stopped."""

INVENTED = "@demo.invalid"
"""How the e-mail of an invented person ends: no such address can exist (RFC 2606)."""


def serve(*, port: int, host: str, tell: Callable[[str], None], voice: Voice) -> None:
    """Prepare what is missing, say where the site is, and serve it. Raises RefusedError, in one sentence."""
    demand_free(port, host=host, voice=voice)
    prepare(voice=voice)
    demand_no_invented_account(voice=voice)
    collect_styles()
    tell(voice.say("Déclic is served at {address} (Ctrl+C to stop).", address=address(port, host=host)))
    Granian(
        "declic.jobs.workers:application",
        factory=True,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=WORKERS,
        blocking_threads=THREADS,
        workers_kill_timeout=PATIENCE_SECONDS,
        log_level=LogLevels.warning,
    ).serve()


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
