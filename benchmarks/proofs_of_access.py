"""
The long runs of the proofs of access: more worlds than the tests', with their result kept in docs/reference.

`python benchmarks/proofs_of_access.py worlds 1000000` compares the site with the oracle until so many triples are;
`python benchmarks/proofs_of_access.py crawl 20000` reads so many answers of canary worlds. Nothing of a real
installation is touched: the database is in memory.
"""

# ruff: noqa: PLC0415 — nothing of the site is imported before its settings are said

import argparse
import datetime
import json
import logging
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


HOUSE = Path(__file__).resolve().parents[1]
RESULTS = HOUSE / "docs" / "reference"
KEPT = 20


@contextmanager
def site_in_memory() -> Iterator[None]:
    """Start Django on a database in memory, as the tests do."""
    sys.path[:0] = [str(HOUSE / "src"), str(HOUSE)]
    os.environ["DECLIC_DATA"] = tempfile.mkdtemp(prefix="declic-proofs-")
    os.environ["DJANGO_SETTINGS_MODULE"] = "declic.config.settings"
    import django
    from django.conf import settings

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.WHITENOISE_AUTOREFRESH = True
    django.setup()
    from django.db import connection
    from django.test.utils import setup_test_environment

    setup_test_environment()
    connection.creation.create_test_db(verbosity=0, serialize=False)
    yield
    connection.creation.destroy_test_db(str(connection.settings_dict["NAME"]), verbosity=0)


def compare_worlds(wanted: int, *, seed: int) -> dict[str, Any]:
    """Compare worlds with the oracle until `wanted` triples are."""
    from django.db import transaction

    from tests.access.comparing import compared
    from tests.access.random_worlds import LARGE, SMALL, random_world

    triples: Counter[str] = Counter()
    divergences: list[str] = []
    worlds = 0
    while triples.total() < wanted:
        number = seed + worlds
        with transaction.atomic():
            size = LARGE if worlds % 2 else SMALL
            tally = compared(random_world(number, size), seed=number, share=SHARE)
            transaction.set_rollback(True)
        triples += tally.triples
        divergences += tally.divergences
        worlds += 1
        print(worlds, triples.total(), len(divergences), flush=True)
    counted = {"worlds": worlds, "triples": triples.total(), "of_which": dict(triples)}
    return {**counted, "divergences": len(divergences), "first_divergences": divergences[:KEPT]}


SHARE = 0.05
"""The share of reads and writes that is tried in each world; every rule is asked of every actor."""


def crawl_worlds(wanted: int, *, seed: int) -> dict[str, Any]:  # noqa: ARG001 — words are secrets
    """Crawl worlds whose every text is a canary, until so many answers are read; the words are drawn anew."""
    from django.db import transaction

    from tests.access.canaries import marked
    from tests.access.crawling import crawl
    from tests.access.populated import populated

    counted: Counter[str] = Counter()
    leaks: list[str] = []
    logging.disable(logging.INFO)
    while counted["answers"] < 0.99 * wanted:  # everybody stops at the same count
        with transaction.atomic():
            site = populated()
            canaries = marked()
            found = crawl(site, canaries, most_answers=max(100, wanted // 11))
            transaction.set_rollback(True)
        counted.update(
            worlds=1,
            answers=found.answers,
            words_hidden=len(canaries.allowed),
            words_met_by_who_may=found.words,
            letters=found.letters,
            lines_of_log=found.lines,
        )
        leaks += found.leaks
        print(counted, len(leaks), flush=True)
    return {**counted, "leaks": len(leaks), "first_leaks": leaks[:KEPT]}


RUNS = {
    "worlds": (compare_worlds, "access-oracle.json"),
    "crawl": (crawl_worlds, "access-canaries.json"),
}


def main() -> int:
    """Run one proof for long, and keep its result."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", choices=RUNS)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1000)
    asked = parser.parse_args()
    run, file = RUNS[asked.run]
    started = time.perf_counter()
    with site_in_memory():
        found = run(asked.count, seed=asked.seed)
    result = {
        "date": datetime.datetime.now(tz=datetime.UTC).date().isoformat(),
        "commit": commit(),
        "command": f"python benchmarks/proofs_of_access.py {asked.run} {asked.count} --seed {asked.seed}",
        "seed": asked.seed,
        "seconds": round(time.perf_counter() - started),
        **found,
    }
    (RESULTS / file).write_text(json.dumps(result, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return 1 if found.get("divergences") or found.get("leaks") else 0


def commit() -> str:
    """Name the state of the code, and say where it is not all committed."""
    git = ["git", "-C", str(HOUSE)]
    name = subprocess.run(
        [*git, "rev-parse", "HEAD"], capture_output=True, text=True, check=True
    ).stdout.strip()
    changed = subprocess.run(
        [*git, "status", "--porcelain", "src"], capture_output=True, text=True, check=True
    )
    return f"{name} with changes" if changed.stdout.strip() else name


if __name__ == "__main__":
    sys.exit(main())
