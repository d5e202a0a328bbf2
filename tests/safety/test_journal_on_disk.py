"""
Whoever holds the file can lift the triggers and write anything: what they did to the journal is named.

On a file, by SQL alone, as somebody with the machine would: nothing of ours runs while the harm is done.
"""

import datetime
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from declic.jobs.heads import note_head, noted_heads
from declic.records.journal.chains import chain_report
from declic.records.journal.seals import FIRST, seal
from declic.records.journal.values import ChainReport, Harm, JournalFault, SealedLine
from tests.jobs.commands import declic, nora_joins


LIFT = "DROP TRIGGER journal_line_no_update; DROP TRIGGER journal_line_no_delete;"
HARMS: dict[str, tuple[str, str]] = {
    "altered": ("UPDATE journal_line SET verb = 'closed' WHERE id = 3", "ligne 3 modifiée"),
    "deleted": ("DELETE FROM journal_line WHERE id = 3", "ligne 3 absente"),
    "deleted and numbered again": (
        """DELETE FROM journal_line WHERE id = 3; UPDATE journal_line SET id = id - 1 WHERE id > 3;
        UPDATE sqlite_sequence SET seq = seq - 1 WHERE name = 'journal_line'""",
        "ligne 3 qui ne suit pas la précédente",
    ),
    "the first one deleted": ("DELETE FROM journal_line WHERE id = 1", "ligne 1 absente"),
    "inserted": (
        """UPDATE journal_line SET id = -(id + 1) WHERE id > 2; UPDATE journal_line SET id = -id WHERE id < 0;
        INSERT INTO journal_line SELECT 3, at, who, 'closed', about, 'a', 'b' FROM journal_line WHERE id = 2""",
        "ligne 3 modifiée",
    ),
    "moved": (
        """UPDATE journal_line SET id = -3 WHERE id = 3; UPDATE journal_line SET id = 3 WHERE id = 2;
        UPDATE journal_line SET id = 2 WHERE id = -3""",
        "ligne 2 qui ne suit pas la précédente",
    ),
    "cut at the end": ("DELETE FROM journal_line WHERE id > 4", "fin coupée, depuis la ligne 5 ou avant"),
    "cut, and its number forgotten": (
        "DELETE FROM journal_line WHERE id > 4; UPDATE sqlite_sequence SET seq = 4 WHERE name = 'journal_line'",
        "fin coupée, depuis la ligne 6 ou avant",
    ),
    "emptied": ("DELETE FROM journal_line", "fin coupée, depuis la ligne 1 ou avant"),
}


@pytest.fixture(scope="module")
def kept(tmp_path_factory) -> Path:
    """A data folder whose journal holds six lines, once verified: its head was noted."""
    data: Path = tmp_path_factory.mktemp("journal")
    assert nora_joins(data).returncode == 0
    with sqlite3.connect(data / "declic.sqlite3") as database:
        sealed_again(database, lines=[("user 1", "tried", f"draft {n}") for n in range(1, 7)])
    assert declic("verify", data=data).returncode == 0
    return data


@pytest.fixture
def copied(kept: Path, tmp_path: Path) -> Path:
    """A copy of it, to be harmed."""
    for path in kept.iterdir():
        if path.is_file():
            (tmp_path / path.name).write_bytes(path.read_bytes())
    return tmp_path


def sealed_again(database: sqlite3.Connection, *, lines: list[tuple[str, str, str]]) -> str:
    """Write a whole journal in the place of the one that is there, each line sealed; give its head."""
    at = datetime.datetime(2031, 5, 14, 9, 30, tzinfo=datetime.UTC)
    database.executescript(
        LIFT + "DELETE FROM journal_line; DELETE FROM sqlite_sequence WHERE name = 'journal_line'"  # noqa: S608
    )
    previous = FIRST
    for who, verb, about in lines:
        own = seal(previous=previous, at=at, who=who, verb=verb, about=about)
        database.execute(
            "INSERT INTO journal_line (at, who, verb, about, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?)",
            ["2031-05-14 09:30:00", who, verb, about, previous, own],
        )
        previous = own
    database.executescript(
        "CREATE TRIGGER journal_line_no_update BEFORE UPDATE ON journal_line BEGIN SELECT RAISE(ABORT, 'no'); END;"
        "CREATE TRIGGER journal_line_no_delete BEFORE DELETE ON journal_line BEGIN SELECT RAISE(ABORT, 'no'); END"
    )
    return previous


@pytest.mark.parametrize("name", HARMS)
def test_a_harm_done_to_the_journal_is_named(copied, name):
    statements, named = HARMS[name]
    with sqlite3.connect(copied / "declic.sqlite3") as database:
        database.executescript(f"PRAGMA ignore_check_constraints=ON; {LIFT} {statements}")

    done = declic("verify", data=copied)

    assert done.returncode == 3
    assert named in " ".join(done.stdout.split()), done.stdout


def test_a_journal_rewritten_whole_is_known_by_the_heads_that_were_noted(copied):
    head = noted_heads(copied)[6]
    with sqlite3.connect(copied / "declic.sqlite3") as database:
        sealed_again(database, lines=[("user 1", "tried", f"draft {n}") for n in (1, 2, 30, 4, 5, 6)])

    done = declic("verify", data=copied)
    (copied / "journal-heads.txt").unlink()
    without = declic("verify", data=copied)
    elsewhere = declic("verify", "--head", head, data=copied)

    assert done.returncode == 3
    assert "ligne 6 autre que celle dont la tête a été notée" in " ".join(done.stdout.split())
    assert without.returncode == 0, "nobody can know it from the folder alone"
    assert elsewhere.returncode == 3
    assert f"aucune ligne n'a la tête {head[:12]}…" in " ".join(elsewhere.stdout.replace("\n", " ").split())


def test_a_head_noted_elsewhere_is_found_in_an_untouched_journal(copied):
    head = noted_heads(copied)[6]

    assert declic("verify", "--head", head, data=copied).returncode == 0


def line(number: int, *, previous: str, verb: str = "tried") -> SealedLine:
    at = datetime.datetime(2031, 5, 14, tzinfo=datetime.UTC)
    own = seal(previous=previous, at=at, who="user 1", verb=verb, about="draft 1")
    return SealedLine(number, at, "user 1", verb, "draft 1", previous, own)


def chain(count: int) -> list[SealedLine]:
    lines: list[SealedLine] = []
    for number in range(1, count + 1):
        lines.append(line(number, previous=lines[-1].hash if lines else FIRST))
    return lines


def reported(
    change: Callable[[list[SealedLine]], list[SealedLine]], *, last_given: int | None = None
) -> ChainReport:
    return chain_report(change(chain(9)), last_given=last_given)


def test_where_numbers_have_gaps_a_removed_line_is_known_by_the_one_that_followed():
    report = reported(lambda lines: [*lines[:3], *lines[4:]])

    assert report.faults == (JournalFault(5, Harm.OUT_OF_TURN),)


def test_every_harm_is_named_not_only_the_first():
    report = reported(lambda lines: [lines[0], lines[2], *lines[3:6], *lines[7:]], last_given=9)

    assert report.faults == (JournalFault(2, Harm.MISSING), JournalFault(7, Harm.MISSING))


def test_a_cut_end_where_nothing_was_noted_and_no_number_is_remembered_is_not_found():
    assert reported(lambda lines: lines[:5]).is_whole


def test_a_head_is_noted_once_and_a_line_torn_by_a_crash_is_left_out(tmp_path):
    report = chain_report(chain(3))

    note_head(tmp_path, report=report)
    note_head(tmp_path, report=report)
    with (tmp_path / "journal-heads.txt").open("a", encoding="ascii") as file:
        file.write("2031-05-14T09:30:00+00:00 7 abc")

    assert noted_heads(tmp_path) == {3: report.head}
    assert (tmp_path / "journal-heads.txt").read_text(encoding="ascii").count("\n") == 1
