"""
It will measure how fast pages of steering are when one database holds every priority neighbourhood of France.

Usage: python benchmarks/speed_at_scale.py [PACTS]
1,500 pacts of 40 measures of 5 sheets, beside two pacts alone, in the same run, on SQLite and on PostgreSQL where it is
here. Each page is asked in one process, without the server: processor time and the clock, with the questions that the
database is asked. Writes docs/reference/scale.md.
"""

# ruff: noqa: PLC0415 — nothing of the site is imported before its settings are said

import datetime
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any


HOUSE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HOUSE))
RESULT = HOUSE / "docs" / "reference" / "scale.md"
FEW, PACTS, TIMES = 2, 1_500, 25
PERSON = "odile@demo.invalid"
PAGES: dict[str, tuple[str, dict[str, str]]] = {
    "national list": ("steering", {}),
    "pact home": ("steering_pact", {"slug": "{slug}"}),
    "measure": ("steering_measure", {"slug": "{slug}", "number": "3"}),
    "sheets of a pact": ("sheets", {"slug": "{slug}"}),
    "alerts of a pact": ("alerts", {"slug": "{slug}"}),
    "public list": ("home", {}),
    "public pact": ("pact", {"slug": "{slug}"}),
    "public measure": ("measure", {"slug": "{slug}", "number": "3"}),
}
"""Each page, by the name of its address and what stands in it."""


def main(arguments: list[str]) -> int:
    """Measure both sizes on both databases, and write the table."""
    if arguments[:1] == ["--measure"]:
        sys.stdout.write(json.dumps(measure(int(arguments[1]))) + "\n")
        return 0
    many = int(arguments[0]) if arguments else PACTS
    found = {
        store: {size: asked(store, size=size) for size in (FEW, many)} for store in ("SQLite", "PostgreSQL")
    }
    RESULT.write_text("\n".join(told(found, many=many)) + "\n", encoding="utf-8")
    return 0


def asked(store: str, *, size: int) -> dict[str, Any]:
    """Measure one size on one database, in a process of its own; what is not here is said, not guessed."""
    with tempfile.TemporaryDirectory(prefix="declic-scale-") as folder:
        surroundings = {**os.environ, "DECLIC_DATA": folder, "DECLIC_DEMO": "yes"}
        if store == "SQLite":
            return _in_a_process(surroundings, size=size)
        from tests.postgres import NoPostgresError, started, stop

        try:
            server = started()
        except NoPostgresError as error:
            return {"absent": str(error)}
        try:
            return _in_a_process({**surroundings, "DATABASE_URL": server.address}, size=size)
        finally:
            stop(server)


def _in_a_process(surroundings: dict[str, str], *, size: int) -> dict[str, Any]:
    words = [sys.executable, __file__, "--measure", str(size)]
    done = subprocess.run(words, env=surroundings, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def measure(size: int) -> dict[str, Any]:
    """Fill the database of the environment, then ask each page, many times."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "declic.config.settings"
    import django

    django.setup()
    from django.core.management import call_command

    from declic.records.accounts.sight import Sight, see_usually

    see_usually(Sight.ALL)
    call_command("migrate", verbosity=0, interactive=False)
    from many_pacts import fill

    begun = time.perf_counter()
    rows = fill(size)
    filled = time.perf_counter() - begun
    _gather_statistics()
    return {"rows": rows, "filled_seconds": round(filled), "pages": _pages(size)}


def _gather_statistics() -> None:
    """Let the database know how its rows lie, as it learns by itself within minutes in production."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _pages(size: int) -> dict[str, Any]:
    from django.conf import settings
    from django.test import Client
    from django.urls import reverse

    settings.ALLOWED_HOSTS = ["testserver"]
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    client = _signed_in(Client())
    slug = f"quartier-{size // 2:04d}"
    found = {}
    for name, (address, holes) in PAGES.items():
        url = reverse(address, kwargs={key: value.format(slug=slug) for key, value in holes.items()})
        found[name] = _one_page(client, url)
    return found


def _signed_in(client: Any) -> Any:
    from tests.people import ODILE, signed_up

    viewer = signed_up(ODILE)
    from django.contrib.auth import get_user_model

    client.force_login(get_user_model().objects.get(pk=viewer.user_id))
    return client


def _one_page(client: Any, url: str) -> dict[str, Any]:
    from tests.counted import asked_of_the_database

    with asked_of_the_database() as questions:
        answer = client.get(url)
    if answer.status_code != 200:
        raise SystemExit(f"{url} answers {answer.status_code}")
    clock, processor = [], []
    for _again in range(TIMES):
        begun, worked = time.perf_counter(), time.process_time()
        client.get(url)
        clock.append((time.perf_counter() - begun) * 1_000)
        processor.append((time.process_time() - worked) * 1_000)
    return {
        "queries": len(questions),
        "kilobytes": round(len(answer.content) / 1_000),
        "processor_ms": round(statistics.median(processor), 1),
        "median_ms": round(statistics.median(clock), 1),
        "p95_ms": round(statistics.quantiles(clock, n=20)[-1], 1),
    }


def told(found: dict[str, dict[int, dict[str, Any]]], *, many: int) -> list[str]:
    """Say it in Markdown."""
    day, load = datetime.datetime.now(tz=datetime.UTC).date(), os.getloadavg()[0]
    lines = [
        "# At the scale of France",
        "",
        f"Made by `make scale`. {day}, {os.cpu_count()} cores, load at the end {load:.1f}. {many:,} invented pacts of 40",
        "measures of 5 sheets in one database, beside two pacts alone, in the same run. Each page is asked in one process,",
        f"{TIMES} times, without the server. A shared machine disturbs the clock: compare the two sizes; the ratio is that of",
        "the medians of the clock. The processor's time is the site's own: that of a database server is in the clock alone.",
    ]
    for store, sizes in found.items():
        if "absent" in sizes[FEW]:
            lines += ["", f"## {store}", "", sizes[FEW]["absent"]]
            continue
        rows = ", ".join(f"{count:,} {kind}" for kind, count in sizes[many]["rows"].items())
        lines += ["", f"## {store}", "", f"{rows}; put in in {sizes[many]['filled_seconds']} s.", ""]
        lines += list(_table(sizes, many=many))
    return lines


def _table(sizes: dict[int, dict[str, Any]], *, many: int) -> Iterator[str]:
    """Give a row a page: both sizes side by side."""
    names = ("queries", "processor ms", "median ms", "p95 ms")
    heads = [f"{name}, {size:,}" for name in names for size in (FEW, many)]
    yield f"| page | {' | '.join(heads)} | ratio | kB, {many:,} |"
    yield "|---|" + "---:|" * (len(heads) + 2)
    for page in PAGES:
        few, all_ = sizes[FEW]["pages"][page], sizes[many]["pages"][page]
        keys = ("queries", "processor_ms", "median_ms", "p95_ms")
        cells = [str(one[key]) for key in keys for one in (few, all_)]
        ratio = all_["median_ms"] / few["median_ms"]
        yield f"| {page} | {' | '.join(cells)} | {ratio:.1f} | {all_['kilobytes']} |"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
