"""The whole server is killed while people write: nothing acknowledged is lost, nothing is half written."""

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.empty_site import ready, surroundings
from tests.house.house import HOUSE
from tests.jobs.test_site_commands import free_port, served
from tests.safety.looking_for_losses import Found, look_at_texts, look_at_thing
from tests.safety.test_disk_full import Browser, sign_in, wait_for
from tests.safety.writing_people import GivenText, Thing


KILLS = 50


@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="orphans are only given to us on Linux")
@pytest.mark.parametrize("seed", [20311, 20312])
def test_a_hundred_kills_lose_nothing(tmp_path, seed):
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "tests.safety.kills",
            "--kills",
            str(KILLS),
            "--seed",
            str(seed),
            "--out",
            "kills.json",
        ],
        env={**surroundings(tmp_path), "PYTHONPATH": str(HOUSE)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=1500,
        check=False,
    )

    told = json.loads((tmp_path / "kills.json").read_text(encoding="utf-8")) if not done.stderr else {}
    assert done.returncode == 0, (told.get("faults"), done.stderr[-2000:])
    assert told["kills"] == KILLS
    assert told["acknowledged"] > KILLS
    assert told["acknowledged_lost"] == told["half_written"] == told["database_or_journal_broken"] == 0


def processes_of(number: int) -> list[int]:
    """Give a process and all that were born of it."""
    born = Path(f"/proc/{number}/task/{number}/children").read_text(encoding="ascii").split()
    return [number, *(each for child in born for each in processes_of(int(child)))]


def kill_all(number: int) -> None:
    """Stop every process of a server, then kill them: none sees another die."""
    found = processes_of(number)
    for one in found:
        os.kill(one, signal.SIGSTOP)
    for one in [*found, *set(processes_of(number)) - set(found)]:
        os.kill(one, signal.SIGKILL)


@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="processes are counted in /proc")
def test_the_real_server_killed_while_it_writes_comes_back_with_everything(tmp_path):
    ready(tmp_path)
    titles: list[str] = []
    for life in range(3):
        port = free_port()
        browser = Browser(port)
        with suppress(ProcessLookupError), served("demo", data=tmp_path, port=port) as process:
            wait_for(browser, seconds=300)
            sign_in(browser)
            page = measure(browser)
            assert not titles or titles[-1] in browser.ask(page)[1]
            titles += [write_title(browser, page, f"Titre {life} {number}") for number in range(5)]
            kill_all(process.pid)
            process.wait()

    with sqlite3.connect(tmp_path / "declic.sqlite3") as rows:
        count = rows.execute("SELECT count(*) FROM journal_line WHERE verb = 'titled'").fetchone()[0]
        kept = [title for (title,) in rows.execute("SELECT plain_title FROM pact_measure")]
    assert count == len(titles) == 15
    assert titles[-1] in kept


def measure(browser: Browser) -> str:
    _status, page = browser.ask("/pilotage/")
    return str(re.findall(r'href="(/pilotage/pactes/[^"]+/mesures/[^"]+/)"', page)[0])


def write_title(browser: Browser, page: str, title: str) -> str:
    edition = re.findall(r'name="edition" value="(\d+)"', browser.ask(page)[1])[0]
    status, answered = browser.ask(page, {"plain_title": title, "edition": edition})
    assert status == 200
    assert title in answered
    return title


# --- the one who looks sees ------------------------------------------------------------------------


@pytest.fixture
def rows():
    """A database with one measure that says « Deux », written twice."""
    kept = sqlite3.connect(":memory:")
    kept.executescript(
        "CREATE TABLE pact_measure (id, plain_title); INSERT INTO pact_measure VALUES (7, 'Deux');"
        "CREATE TABLE journal_line (about, verb); CREATE TABLE sources_version (id, sha256);"
        "CREATE TABLE sources_draft (id, version_id, answer); CREATE TABLE sources_segment (draft_id)"
    )
    yield kept
    kept.close()


def measured(*, value: str, acknowledged: int, pending: str | None = None) -> Thing:
    return Thing(
        "/x/", "/x/", "pact_measure", "plain_title", 7, "measure 7", "plain_title",
        value=value, acknowledged=acknowledged, pending=pending,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("thing", "lines", "lost", "half"),
    [
        (measured(value="Deux", acknowledged=2), 2, 0, 0),
        (measured(value="Un", acknowledged=1, pending="Deux"), 2, 0, 0),
        (measured(value="Deux", acknowledged=2, pending="Trois"), 2, 0, 0),
        (measured(value="Trois", acknowledged=3), 2, 1, 0),
        (measured(value="Trois", acknowledged=2), 2, 1, 0),
        (measured(value="Deux", acknowledged=3), 2, 1, 0),
        (measured(value="Un", acknowledged=1, pending="Deux"), 1, 0, 1),
        (measured(value="Deux", acknowledged=2), 3, 0, 1),
        (measured(value="Un", acknowledged=1, pending="Trois"), 2, 1, 0),
    ],
)
def test_what_was_lost_or_half_written_is_seen(rows, thing, lines, lost, half):
    found = Found()

    look_at_thing(rows, thing=thing, line_count=lines, found=found)

    assert (len(found.lost), len(found.half_written)) == (lost, half)


def test_a_document_that_was_acknowledged_and_is_not_there_is_seen(rows):
    found = Found()

    look_at_texts(rows, texts=[GivenText("a", is_acknowledged=True), GivenText("b")], found=found)

    assert len(found.lost) == 1


def test_a_document_without_its_line_or_its_sentences_is_seen(rows):
    rows.execute("INSERT INTO sources_version VALUES (3, 'a')")
    rows.execute("INSERT INTO sources_draft VALUES (4, 3, ?)", ['{"coverage": {"sentences": 2}}'])
    rows.execute("INSERT INTO journal_line VALUES ('draft 4', 'read')")
    found = Found()

    look_at_texts(rows, texts=[GivenText("a", is_acknowledged=True)], found=found)

    assert len(found.half_written) == 2
