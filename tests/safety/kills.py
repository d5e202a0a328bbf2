"""
Kill the whole server without warning, again and again, while people write, and look for what is missing.

    python -m tests.safety.kills --kills 100 --seed 1 --out kills.json

Each life starts from the same database and lasts a hundred kills. At each kill every process of the server dies at
the same instant (SIGKILL), at a moment drawn by chance, sometimes while it starts. Then somebody looks, half of the
time before the server is up again, half of the time while it serves.
"""

import argparse
import datetime
import json
import os
import platform
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.safety.killed_site import (
    PILOT,
    KilledSite,
    kill,
    prepared,
    signed_in_cookie,
    start,
    wait_until_it_listens,
)
from tests.safety.looking_for_losses import Found, look
from tests.safety.writing_people import GivenText, Notes, Thing, WritingPerson


WORKERS, THREADS, PEOPLE = 2, 4, 4
KILLS_OF_A_LIFE = 100
MOST_ACKNOWLEDGEMENTS = 7
LONGEST_AFTER_SECONDS = 0.03
LONGEST_RUN_SECONDS = 30.0
LONGEST_START_SECONDS = 0.1
KILLED_WHILE_STARTING = 0.05
LOOKED_AT_WHILE_SERVED = 0.5


@dataclass(slots=True)
class Tally:
    """Everything that was counted, over every life."""

    kills: int = 0
    while_starting: int = 0
    lives: int = 0
    acknowledged: int = 0
    unanswered_kept: int = 0
    unanswered_absent: int = 0
    told_busy: int = 0
    longest_journal: int = 0
    lost: list[str] = field(default_factory=list)
    half_written: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    seen_wrong: list[str] = field(default_factory=list)

    def add(self, found: Found, *, notes: Sequence[Notes]) -> None:
        """Add what one look found, and what people noted since the last one."""
        self.unanswered_kept += found.kept_unanswered
        self.unanswered_absent += found.lost_unanswered
        self.longest_journal = max(self.longest_journal, found.line_count)
        self.lost += found.lost
        self.half_written += found.half_written
        self.broken += found.broken
        for each in notes:
            self.acknowledged += each.acknowledged
            self.told_busy += each.told_busy
            self.refused += each.refused
            self.seen_wrong += each.seen_wrong

    @property
    def faults(self) -> list[str]:
        """Give everything that must not be."""
        return [*self.lost, *self.half_written, *self.broken, *self.refused, *self.seen_wrong]


def things_of(site: KilledSite) -> list[Thing]:
    """List what can be written in the pact of the site, with the row and the page of each."""
    import sqlite3  # noqa: PLC0415 — the packaged one, chosen when the settings were read

    rows = sqlite3.connect(site.database)
    slug = rows.execute("SELECT slug FROM pact_programme").fetchone()[0]
    pact = f"/pilotage/pactes/{slug}"
    things = [
        Thing(
            page, page, "pact_measure", "plain_title", number, f"measure {number}", "plain_title", value=title
        )
        for number, name, title in rows.execute("SELECT id, number, plain_title FROM pact_measure")
        for page in [f"{pact}/mesures/{name}/"]
    ]
    state = (("state", "validated"), ("deliberation", ""))
    things += [
        Thing(
            page,
            page,
            "pact_signatory",
            "deliberation_elsewhere",
            number,
            f"signatory {number}",
            "reference",
            state,
        )
        for (number,) in rows.execute("SELECT id FROM pact_signatory WHERE deliberation_id IS NULL LIMIT 2")
        for page in [f"{pact}/signataires/{number}/"]
    ]
    page = f"{pact}/anomalies/"
    things += [
        Thing(
            page,
            f"{page}{number}/",
            "pact_finding",
            "explanation",
            number,
            f"finding {number}",
            "explanation",
        )
        for (number,) in rows.execute("SELECT id FROM pact_finding LIMIT 4")
    ]
    told = dict(rows.execute("SELECT about, count(*) FROM journal_line GROUP BY about"))
    rows.close()
    for thing in things:
        thing.line_count = told.get(thing.about, 0)
    return things


class Life:
    """One database from its first state on, with the people who write in it."""

    def __init__(self, site: KilledSite, *, chance: random.Random, tally: Tally) -> None:
        site.new_life()
        self.site, self.chance, self.tally = site, chance, tally
        cookie = signed_in_cookie(PILOT)
        self.things, self.texts = things_of(site), list[GivenText]()
        chance.shuffle(self.things)
        self.people = [
            WritingPerson(
                number,
                port=site.port,
                cookie=cookie,
                things=self.things[number::PEOPLE],
                chance=chance_of(chance),
            )
            for number in range(PEOPLE)
        ]
        tally.lives += 1

    def kill_once(self) -> None:
        """Serve what the last kill left, look at it, let people write, and kill at a moment drawn by chance."""
        looks_while_served = self.chance.random() < LOOKED_AT_WHILE_SERVED
        if not looks_while_served:
            self.look()
        server = start(self.site, workers=WORKERS, threads=THREADS)
        if self.chance.random() < KILLED_WHILE_STARTING:
            time.sleep(self.chance.uniform(0, LONGEST_START_SECONDS))
            kill(server)
            self.tally.while_starting += 1
        else:
            wait_until_it_listens(self.site)
            if looks_while_served:
                self.look()
            self._write_until_killed(server)
        self.tally.kills += 1

    def _write_until_killed(self, server: int) -> None:
        """Kill some thousandths of a second after a number of acknowledgements, both drawn by chance."""
        threads = [threading.Thread(target=person.write_until_stopped) for person in self.people]
        for person in self.people:
            person.stop.clear()
        for thread in threads:
            thread.start()
        wanted = self.chance.randint(0, MOST_ACKNOWLEDGEMENTS)
        end = time.monotonic() + LONGEST_RUN_SECONDS
        while sum(person.notes.acknowledged for person in self.people) < wanted and time.monotonic() < end:
            time.sleep(0.001)
        time.sleep(self.chance.uniform(0, LONGEST_AFTER_SECONDS))
        kill(server)
        for person in self.people:
            person.stop.set()
        for thread in threads:
            thread.join()

    def look(self) -> None:
        """Look for what is missing, and learn what became of the unanswered writes."""
        notes = [person.notes for person in self.people]
        for person in self.people:
            self.texts += person.notes.texts
            person.notes = Notes()
        found = look(self.site.database, things=self.things, texts=self.texts)
        self.texts = [text for text in self.texts if text.is_acknowledged]
        self.tally.add(found, notes=notes)


def chance_of(chance: random.Random) -> random.Random:
    """Give a chance of its own to one person."""
    return random.Random(chance.getrandbits(64))  # noqa: S311 — it draws moments, not secrets


def run(kills: int, *, seed: int, out: Path, minutes: float) -> Tally:
    """Kill as many times as asked, or as the minutes allow, and write the report as it grows."""
    began = time.monotonic()
    chance, tally = random.Random(seed), Tally()  # noqa: S311
    with tempfile.TemporaryDirectory(prefix="declic-kills-") as folder:
        site = prepared(Path(folder))
        life = Life(site, chance=chance, tally=tally)
        while tally.kills < kills and time.monotonic() - began < minutes * 60:
            if tally.kills and tally.kills % KILLS_OF_A_LIFE == 0:
                life.look()
                report(out, tally=tally, seed=seed, seconds=time.monotonic() - began)
                life = Life(site, chance=chance, tally=tally)
            life.kill_once()
        life.look()
    report(out, tally=tally, seed=seed, seconds=time.monotonic() - began)
    return tally


def report(out: Path, *, tally: Tally, seed: int, seconds: float) -> None:
    """Write what was counted; the first faults are said whole."""
    told: dict[str, Any] = {
        "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "commit": _commit(),
        "seed": seed,
        "kills": tally.kills,
        "kills_while_starting": tally.while_starting,
        "lives": tally.lives,
        "people_writing": PEOPLE,
        "server": f"granian, {WORKERS} processes of {THREADS} threads, SQLite",
        "acknowledged": tally.acknowledged,
        "acknowledged_lost": len(tally.lost),
        "half_written": len(tally.half_written),
        "database_or_journal_broken": len(tally.broken),
        "unanswered_kept_whole": tally.unanswered_kept,
        "unanswered_absent_whole": tally.unanswered_absent,
        "told_too_busy_and_kept_nothing": tally.told_busy,
        "refused_by_the_server": len(tally.refused),
        "shown_otherwise_than_acknowledged": len(tally.seen_wrong),
        "longest_journal": tally.longest_journal,
        "faults": tally.faults[:20],
        "seconds": round(seconds),
        "machine": f"{os.cpu_count()} cores, Linux, Python {platform.python_version()}",
    }
    out.write_text(json.dumps(told, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _commit() -> str:
    said = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],  # noqa: S607 — whichever git is at hand
        capture_output=True,
        text=True,
        check=False,
    )
    return said.stdout.strip() or "unknown"


def main() -> int:
    """Read what was asked, kill, and say how it went: exit code 1 where something is missing."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[1])
    asked.add_argument("--kills", type=int, default=100)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--minutes", type=float, default=24 * 60)
    asked.add_argument("--out", type=Path, default=Path("kills.json"))
    given = asked.parse_args()
    tally = run(given.kills, seed=given.seed, out=given.out, minutes=given.minutes)
    sys.stdout.write(given.out.read_text(encoding="utf-8"))
    return 1 if tally.faults else 0


if __name__ == "__main__":
    sys.exit(main())
