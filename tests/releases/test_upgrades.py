"""
A database of each release is kept as text, and comes to this version with everything it held.

To keep one more: fill a site with the release itself (`declic demo`, then a few acts of each kind), and write
`sqlite3.Connection.iterdump` to `tests/releases/<version>.sql.xz`. Invented people only.
"""

import json
import lzma
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.empty_site import surroundings
from tests.jobs.commands import declic


HERE = Path(__file__).resolve().parent
RELEASES = sorted(path.name.removesuffix(".sql.xz") for path in HERE.glob("*.sql.xz"))


@pytest.fixture(scope="module", params=RELEASES)
def upgraded(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, dict[str, Any]]:
    """The database of a release, brought to this version; and what was seen in it then."""
    data: Path = tmp_path_factory.mktemp(str(request.param))
    words = lzma.decompress((HERE / f"{request.param}.sql.xz").read_bytes()).decode()
    with closing(sqlite3.connect(data / "declic.sqlite3")) as kept:
        kept.executescript(words)
    done = subprocess.run(
        [sys.executable, "-m", "tests.releases.upgraded"],
        env=surroundings(data, DECLIC_DEMO="yes"),
        cwd=HERE.parents[1],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return data, json.loads(done.stdout)


def test_a_database_of_every_release_is_kept():
    assert RELEASES == ["0.1.0"]


def test_every_public_page_can_be_read_after_an_upgrade(upgraded):
    _data, seen = upgraded

    assert seen["public"].keys() <= {"200", "302"}
    assert seen["public"]["200"] >= 60


def test_claire_still_pilots_jeanne_still_keeps_the_minutes_and_who_left_is_gone(upgraded):
    _data, seen = upgraded

    assert seen["people"] == {
        "Claire": [302, 200, 200],
        "Jeanne": [404, 200, 200],
        "Nora": [302, 200, 200],
        "Martin": [302, 302, 302],
    }


def test_everything_holds_after_an_upgrade_and_the_journal_says_what_it_said(upgraded):
    data, _seen = upgraded

    done = declic(
        "verify", "--head", "1573a2b54e4b8fb07afcfd7a8c721027f902ccf0d8c120aa63d5e5b35f656d1b", data=data
    )

    assert done.returncode == 0, done.stdout
    assert done.stdout.count("intact") == 5


def asked(data: Path, question: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(data / "declic.sqlite3")) as kept:
        return kept.execute(question).fetchall()


def test_what_people_wrote_is_there_after_an_upgrade(upgraded):
    data, _seen = upgraded

    assert asked(data, "SELECT count(*) FROM pact_measure WHERE plain_title <> ''") == [(30,)]
    assert asked(data, "SELECT plain_title FROM pact_measure ORDER BY id LIMIT 1") == [
        ("Un titre choisi par Claire",)
    ]
    assert asked(data, "SELECT explanation, explained_by FROM pact_finding WHERE state = 'explained'") == [
        ("Les deux nombres comptent des périodes différentes.", "Claire")
    ]
    assert asked(data, "SELECT count(*) FROM pact_signatory WHERE validation_recorded_at IS NOT NULL") == [
        (2,)
    ]
    assert asked(data, "SELECT state, count(*) FROM sources_draftitem WHERE draft_id = 2 GROUP BY state") == [
        ("accepted", 1),
        ("edited", 1),
        ("proposed", 18),
        ("rejected", 1),
    ]


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE journal_line SET who = 'x'",
        "DELETE FROM journal_line",
        "UPDATE pact_measure SET official_text = 'x'",
        "UPDATE pact_measure SET number = 'x' WHERE id = 1",
    ],
)
def test_what_the_database_refused_it_still_refuses_after_an_upgrade(upgraded, harm):
    data, _seen = upgraded

    with (
        closing(sqlite3.connect(data / "declic.sqlite3")) as kept,
        pytest.raises(sqlite3.DatabaseError, match="neve"),
    ):
        kept.execute(harm)
