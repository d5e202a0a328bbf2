"""
It will measure what each guard costs: the same page with it and without it, in one process, in processor time.

Usage: python benchmarks/cost_of_guards.py
Processor time, not the clock: a shared machine then disturbs little. Batches alternate; medians are kept.
"""

# ruff: noqa: PLC0415 — nothing of the site is imported before its settings are said

import datetime
import io
import logging.config
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import redirect_stderr
from functools import partial
from pathlib import Path

import django
from django.conf import settings


HOUSE = Path(__file__).resolve().parents[1]
RESULTS = HOUSE / "docs" / "reference" / "benchmarks.md"
START = "<!-- guards -->"
os.environ["DECLIC_DATA"] = tempfile.mkdtemp(prefix="declic-guards-")
os.environ.update(DECLIC_DEMO="yes", DECLIC_LOG="requests", DJANGO_SETTINGS_MODULE="declic.config.settings")
os.chdir(HOUSE)

BATCH, BATCHES = 20, 7
GUARDS = {
    "number and line of log": ("declic.web.design.traces.Traced",),
    "trusted proxies": ("declic.config.proxies.BehindProxies",),
    "strict headers": (
        "declic.web.design.headers.StrictHeaders",
        "django.middleware.security.SecurityMiddleware",
    ),
    "hostile requests refused": ("declic.web.design.knocks.KnownRequests",),
    "compressed pages": ("django.middleware.gzip.GZipMiddleware",),
    "nothing written by a reading": ("declic.web.design.reading_only.ReadingOnly",),
    "forms against forgery": ("django.middleware.csrf.CsrfViewMiddleware",),
}


class Site:
    """The demonstration, read in this process with or without some of its guards."""

    def __init__(self) -> None:
        """Open it in a folder of its own; its log is written, to nowhere."""
        django.setup()
        from declic.jobs import demonstration, site
        from declic.jobs.voice import Voice
        from declic.records.pact.models import Measure, Programme

        demonstration.fill(tell=lambda _words: None, voice=Voice("en"))
        site.collect_styles()
        with redirect_stderr(io.StringIO()):
            logging.config.dictConfig(settings.LOGGING)
        self.slug = Programme.objects.get().slug
        self.measure = Measure.objects.order_by("pk")[0].number
        self.everything = tuple(settings.MIDDLEWARE)

    def reader(
        self, address: str, *, signed_in: bool = False, without: tuple[str, ...] = ()
    ) -> Callable[[], object]:
        from django.contrib.auth import get_user_model
        from django.test import Client

        settings.MIDDLEWARE = [one for one in self.everything if one not in without]
        client = Client(headers={"host": "localhost", "accept-encoding": "gzip"})
        if signed_in:
            client.force_login(get_user_model().objects.get(email="claire@demo.invalid"))
        assert client.get(address).status_code == 200  # the chain of middleware is made now
        return lambda: client.get(address)


def main() -> int:
    site = Site()
    lines = [
        START,
        "## What each guard costs",
        "",
        machine(),
        "",
        *pages(site),
        "",
        *guards(site),
        "",
        journal(),
    ]
    write(lines)
    print("\n".join(lines))
    return 0


def machine() -> str:
    load = os.getloadavg()[0]
    return (
        f"{datetime.datetime.now(tz=datetime.UTC).date()}, {os.cpu_count()} cores, load {load:.1f}. Processor time of one "
        "answer, in one process, without the server; medians of alternating batches."
    )


def pages(site: Site) -> list[str]:
    from django.db import connection

    lines = ["| page | ms | queries |", "|---|---:|---:|"]
    for name, address, signed_in in (
        ("about", "/a-propos/", False),
        ("home", "/", False),
        ("measure", f"/pactes/{site.slug}/mesures/{site.measure}/", False),
        ("about, signed in", "/a-propos/", True),
        ("steering, signed in", f"/pilotage/pactes/{site.slug}/", True),
    ):
        read = site.reader(address, signed_in=signed_in)
        asked: list[object] = []
        with connection.execute_wrapper(partial(counted, asked)):
            read()
        spent = statistics.median(cost(read, batch=5) for _ in range(BATCHES))
        lines.append(f"| {name} | {spent:.2f} | {len(asked)} |")
    return lines


def counted(asked: list[object], execute: Callable[..., object], *question: object) -> object:
    asked.append(question[0])
    return execute(*question)


def guards(site: Site) -> list[str]:
    lines = [
        "| guard | the page « about » with it, ms | without, ms | it costs, ms |",
        "|---|---:|---:|---:|",
    ]
    whole = site.reader("/a-propos/")
    for name, own in GUARDS.items():
        if not set(own) <= set(site.everything):
            continue
        less = site.reader("/a-propos/", without=own)
        pairs = [(cost(whole), cost(less)) for _ in range(BATCHES)]
        with_it, without = (statistics.median(pair[side] for pair in pairs) for side in (0, 1))
        costs = statistics.median(one - other for one, other in pairs)
        lines.append(f"| {name} | {with_it:.2f} | {without:.2f} | {costs:.2f} |")
    return lines


def journal() -> str:
    from declic.records.journal.writes import note

    spent = statistics.median(
        cost(lambda: note(by="operator", verb="opened", about="pact 1")) for _ in range(BATCHES)
    )
    return f"One line of the journal, sealed and committed: {spent:.2f} ms."


def cost(run: Callable[[], object], *, batch: int = BATCH) -> float:
    """Milliseconds of processor time of one run, over a batch."""
    start = time.process_time()
    for _ in range(batch):
        run()
    return (time.process_time() - start) / batch * 1000


def write(lines: list[str]) -> None:
    known = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else "# Benchmarks\n\n"
    serving = known[known.index("<!-- serving -->") :] if "<!-- serving -->" in known else ""
    before = known.split(START)[0].split("<!-- serving -->")[0].rstrip() + "\n\n"
    RESULTS.write_text(before + "\n".join(lines) + "\n\n" + serving, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
