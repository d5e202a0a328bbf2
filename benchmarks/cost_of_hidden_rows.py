"""
It will time pages on PostgreSQL with the policies that hide rows and without them, in one run, turn by turn.

Usage: python benchmarks/cost_of_hidden_rows.py
Each line gives the page, its statements, its quickest answer with and without the policies, and their ratio: on a
machine that others use, the quickest says best what the policies cost.
"""

import os
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any


HOUSE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HOUSE))
os.chdir(HOUSE)

from tests import postgres  # noqa: E402 — the house must be on the path first


ROUNDS, EACH = 8, 5


def main() -> None:
    """Fill a demonstration, then ask its pages."""
    server = postgres.started()
    try:
        os.environ["DATABASE_URL"] = server.address
        os.environ["DECLIC_DATA"] = tempfile.mkdtemp(prefix="declic-benchmark-")
        os.environ["DECLIC_DEMO"] = "yes"
        os.environ["DJANGO_SETTINGS_MODULE"] = "declic.config.settings"
        measure()
    finally:
        postgres.stop(server)


def measure() -> None:
    """Time each page with the policies and without, alternately."""
    from declic.jobs.site import collect_styles, wake  # noqa: PLC0415 — the settings read the address of the server
    from declic.jobs.voice import Voice  # noqa: PLC0415

    voice = Voice("en")
    wake(voice=voice)
    from declic.jobs.demonstration import fill  # noqa: PLC0415 — Django must be started first
    from declic.records.accounts.sight import Sight, see_usually  # noqa: PLC0415

    fill(tell=print, voice=voice)
    collect_styles()
    tables = hidden_tables()
    see_usually(Sight.PUBLISHED)
    print(f"{'page':34}{'statements':>11}{'hidden ms':>11}{'plain ms':>10}{'ratio':>7}")
    for name, address, email in pages():
        print(line(name, address=address, email=email, tables=tables))


def pages() -> list[tuple[str, str, str]]:
    """Name the pages to ask for, their address, and who asks."""
    from declic.records.accounts.sight import Sight, see_usually  # noqa: PLC0415
    from declic.records.council.models import Sitting  # noqa: PLC0415
    from declic.records.pact.models import Programme  # noqa: PLC0415
    from declic.records.sources.models import Draft  # noqa: PLC0415

    see_usually(Sight.ALL)
    slug, sitting, draft = Programme.objects.get().slug, Sitting.objects.get().pk, Draft.objects.get().pk
    measure = Programme.objects.get().measures.order_by("position")[0].number
    see_usually(Sight.PUBLISHED)
    return [
        ("visitor, home", "/", ""),
        ("visitor, pact", f"/pactes/{slug}/", ""),
        ("visitor, measure", f"/pactes/{slug}/mesures/{measure}/", ""),
        ("visitor, sitting re-counted", f"/deliberations/{sitting}/", ""),
        ("pilot, pact", f"/pilotage/pactes/{slug}/", "claire@demo.invalid"),
        ("pilot, review of a draft", f"/pilotage/documents/{draft}/relire/", "claire@demo.invalid"),
    ]


def line(name: str, *, address: str, email: str, tables: Iterable[str]) -> str:
    """Time one page."""
    from django.contrib.auth import get_user_model  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    client = Client(headers={"host": "localhost"})
    if email:
        client.force_login(get_user_model().objects.get(email=email))
    said: list[str] = []

    def heard(execute: Any, sql: str, *rest: Any) -> Any:
        said.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(heard):
        answer = client.get(address)
    if answer.status_code != 200:
        return f"{name:34} answered {answer.status_code}"
    times: dict[str, list[float]] = {"ENABLE": [], "DISABLE": []}
    for _ in range(ROUNDS):
        for word, kept in times.items():
            with connection.cursor() as cursor:
                cursor.execute(
                    "; ".join(f"ALTER TABLE {table} {word} ROW LEVEL SECURITY" for table in tables)
                )
            client.get(address)
            for _ in range(EACH):
                start = time.perf_counter()
                client.get(address)
                kept.append((time.perf_counter() - start) * 1000)
    hidden, plain = (min(times[word]) for word in ("ENABLE", "DISABLE"))
    return f"{name:34}{len(said):>11}{hidden:>11.1f}{plain:>10.1f}{hidden / plain:>7.2f}"


def hidden_tables() -> list[str]:
    """Name the tables whose rows the database hides."""
    from django.db import connection  # noqa: PLC0415

    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relrowsecurity ORDER BY relname")
        return [name for (name,) in cursor.fetchall()]


if __name__ == "__main__":
    main()
