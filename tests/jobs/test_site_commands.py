"""The site on one machine: open, verify, back up, serve, and a demonstration that can be run twice."""

import json
import os
import signal
import socket
import sqlite3
import stat
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.empty_site import DECLIC, ready, surroundings
from tests.jobs.commands import RESTATED, declic


@pytest.fixture(scope="module")
def opened(tmp_path_factory) -> Path:
    """A data folder in which the restated document was opened from the command line."""
    data: Path = tmp_path_factory.mktemp("opened")
    done = declic("open", RESTATED, "--yes", data=ready(data))
    assert done.returncode == 0, done.stderr
    assert "La séance : /" in done.stdout
    assert "Le pacte : /" in done.stdout
    return data


def counted(data: Path) -> dict[str, int]:
    """Count the rows of every table of ours."""
    with sqlite3.connect(data / "declic.sqlite3") as database:
        names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 — names of tables
            for name in names
            if not name.startswith(("sqlite_", "django_", "auth_"))
        }


def test_opening_twice_changes_nothing(opened):
    before = counted(opened)

    again = declic("open", RESTATED, "--yes", data=opened)

    assert again.returncode == 0
    assert counted(opened) == before
    assert before["sources_version"] == 1
    assert before["sources_draft"] == 1


def test_without_an_answer_the_document_waits_for_its_review(tmp_path):
    done = declic("open", RESTATED, data=ready(tmp_path))

    assert done.returncode == 0
    assert "à relire : brouillon 1" in done.stdout
    assert counted(tmp_path)["sources_version"] == 1
    assert counted(tmp_path)["council_sitting"] == 0


def test_a_wrong_file_keeps_nothing(opened, tmp_path):
    before = counted(opened)
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")

    done = declic("open", tmp_path / "a.pdf", "--yes", data=opened)

    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert counted(opened) == before


@pytest.mark.long
def test_several_people_at_once_lose_nothing_and_keep_nothing_twice(tmp_path):
    (tmp_path / "same.txt").write_text("Bonjour à toutes et à tous.", encoding="utf-8")
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"Bonjour à {name}.", encoding="utf-8")
    assert declic("open", tmp_path / "same.txt", data=tmp_path).returncode == 0

    names = ["same", "a", "b", "c", "same", "a"]
    processes = [
        subprocess.Popen(
            [DECLIC, "open", tmp_path / f"{name}.txt"], env=surroundings(tmp_path), stdout=subprocess.DEVNULL
        )
        for name in names
    ]

    assert [process.wait(timeout=60) for process in processes] == [0] * 6
    assert counted(tmp_path)["sources_version"] == 4
    assert counted(tmp_path)["sources_draft"] == 4
    assert declic("verify", data=tmp_path).returncode == 0


def test_what_is_kept_is_verified(opened):
    done = declic("verify", data=opened)

    assert done.returncode == 0, done.stdout
    assert done.stderr == ""
    assert done.stdout.count("intact") == 5
    assert "rompu" not in done.stdout


@pytest.fixture
def copied(opened: Path, tmp_path: Path) -> Path:
    """A copy of the opened folder, to be harmed."""
    for path in opened.iterdir():
        if path.is_file():
            (tmp_path / path.name).write_bytes(path.read_bytes())
    return tmp_path


@pytest.mark.parametrize(
    ("harm", "named"),
    [
        ("UPDATE sources_citation SET quote = 'autre chose' WHERE id = 1", "citation 1"),
        ("UPDATE sources_version SET text = 'Autre texte'", "version 1"),
        ("UPDATE sources_version SET data = x'00'", "version 1"),
        ("DROP TRIGGER journal_line_no_update; UPDATE journal_line SET who = 'x' WHERE id = 2", "ligne 2"),
        ("PRAGMA foreign_keys=OFF; DELETE FROM sources_document", "sources_version"),
    ],
)
def test_a_harm_done_behind_its_back_is_named(copied, harm, named):
    with sqlite3.connect(copied / "declic.sqlite3") as database:
        database.executescript(harm)

    done = declic("verify", data=copied)

    assert done.returncode == 3
    assert "rompu" in done.stdout
    assert named in done.stdout


def test_without_a_database_there_is_nothing_to_verify_or_back_up(tmp_path):
    for command in ("verify", "backup"):
        done = declic(command, data=tmp_path)

        assert done.returncode == 2
        assert "Il n'y a pas encore de base ici" in done.stderr


def test_a_backup_is_whole_and_can_be_put_back(opened, tmp_path):
    done = declic("backup", tmp_path / "kept.zip", data=opened)
    assert done.returncode == 0, done.stderr

    back = tmp_path / "back"
    with ZipFile(tmp_path / "kept.zip") as pack:
        members = set(pack.namelist()) - {
            "journal-heads.txt"
        }  # noted once something was verified or backed up
        assert members == {"declic.sqlite3", "manifest.json", "secret_key"}
        pack.extractall(back)
    manifest = json.loads((back / "manifest.json").read_text(encoding="utf-8"))

    assert counted(back) == counted(opened)
    assert manifest["journal"]["lines"] == counted(opened)["journal_line"]
    assert manifest["journal"]["head"] in done.stdout
    assert declic("verify", data=back).returncode == 0
    assert stat.S_IMODE((tmp_path / "kept.zip").stat().st_mode) == 0o600


def test_a_backup_is_named_by_its_instant_in_a_folder(opened, tmp_path):
    done = declic("backup", tmp_path, data=opened)

    (kept,) = tmp_path.iterdir()
    assert done.returncode == 0
    assert kept.name.startswith("declic-20")
    assert kept.suffix == ".zip"


def test_a_backup_writes_over_nothing(opened, tmp_path):
    (tmp_path / "kept.zip").write_text("ce qui était là", encoding="utf-8")

    done = declic("backup", tmp_path / "kept.zip", data=opened)

    assert done.returncode == 2
    assert "existe déjà" in done.stderr
    assert (tmp_path / "kept.zip").read_text(encoding="utf-8") == "ce qui était là"


def test_a_backup_is_consistent_while_somebody_writes(tmp_path, copied):
    """A transaction is open and another is done during the copy: the copy holds the done one, whole."""
    writer = sqlite3.connect(copied / "declic.sqlite3", isolation_level=None)
    writer.execute("PRAGMA journal_mode=WAL")
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("UPDATE sources_document SET title = 'à moitié écrit'")

    done = declic("backup", tmp_path / "kept.zip", data=copied)
    writer.execute("ROLLBACK")
    writer.close()

    assert done.returncode == 0, done.stderr
    with ZipFile(tmp_path / "kept.zip") as pack:
        pack.extractall(tmp_path / "back")
    assert declic("verify", data=tmp_path / "back").returncode == 0
    with sqlite3.connect(tmp_path / "back" / "declic.sqlite3") as database:
        assert database.execute(
            "SELECT count(*) FROM sources_document WHERE title = 'à moitié écrit'"
        ).fetchone() == (0,)


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


@contextmanager
def served(command: str, *, data: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """Serve until the test is done, then stop as Ctrl+C does."""
    with (data / "said.txt").open("wb") as said:
        process = subprocess.Popen(
            [DECLIC, command, "--port", str(port)],
            env=surroundings(data),
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        os.killpg(process.pid, signal.SIGINT)
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise


def page(port: int, *, seconds: float) -> str:
    """Give the home page, waiting for it to be served."""
    end = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(f"http://localhost:{port}/", timeout=5) as answer:
                words: str = answer.read().decode("utf-8")
                return words
        except (urllib.error.URLError, ConnectionError):
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


@pytest.mark.long
def test_the_demonstration_is_served_and_a_second_time_changes_nothing(tmp_path):
    port = free_port()
    with served("demo", data=tmp_path, port=port):
        assert "Montrer aux enseignants les outils" in page(port, seconds=60)
    first, said = counted(tmp_path), (tmp_path / "said.txt").read_text(encoding="utf-8")

    with served("demo", data=tmp_path, port=port):
        assert "Montrer aux enseignants les outils" in page(port, seconds=60)

    assert counted(tmp_path) == first
    assert first["accounts_user"] == 6
    assert (first["sheets_actionsheet"], first["money_mediatorpost"], first["deliveries_delivery"]) == (
        4,
        3,
        8,
    )
    assert (first["steering_meeting"], first["steering_decision"], first["steering_dossier"]) == (2, 3, 1)
    assert f"http://localhost:{port}" in said
    assert "claire@demo.invalid" in said
    assert "jeanne@demo.invalid" in said
    assert "Traceback" not in said


def test_a_port_that_is_taken_is_one_sentence(tmp_path):
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen()
        port = door.getsockname()[1]
        for command in ("serve", "demo"):
            done = declic(command, "--port", port, data=tmp_path)

            assert done.returncode == 2
            assert f"127.0.0.1:{port}" in done.stderr
            assert "--port" in done.stderr
            assert done.stderr.count("\n") == 1


def test_the_accounts_of_the_demonstration_are_never_open_on_a_real_site(copied):
    with sqlite3.connect(copied / "declic.sqlite3") as database:
        database.execute(
            "INSERT INTO accounts_user (password, email, name, is_active, created_at)"
            " VALUES ('!', 'claire@demo.invalid', 'Claire', 1, '2023-05-04 18:00')"
        )

    done = declic("serve", "--port", free_port(), data=copied)

    assert done.returncode == 2
    assert "comptes de démonstration" in done.stderr


def test_a_lost_second_factor_is_erased_and_an_unknown_person_is_said(tmp_path):
    declic(
        "account", "nora@ville.invalid", "--name", "Nora", "--institution", "Conseil", data=ready(tmp_path)
    )
    with sqlite3.connect(tmp_path / "declic.sqlite3") as database:
        database.execute(
            "INSERT INTO mfa_authenticator (type, data, user_id, created_at)"
            " VALUES ('totp', '{}', 1, '2026-01-01')"
        )

    done = declic("unlock", "Nora@ville.invalid", data=tmp_path)
    unknown = declic("unlock", "eva@ville.invalid", data=tmp_path)

    assert done.returncode == 0, done.stderr
    assert counted(tmp_path)["mfa_authenticator"] == 0
    assert unknown.returncode == 2
    assert "n'a pas de compte" in unknown.stderr
    with sqlite3.connect(tmp_path / "declic.sqlite3") as database:
        lines = database.execute(
            "SELECT who, verb, about FROM journal_line ORDER BY id DESC LIMIT 1"
        ).fetchone()
    assert lines == ("operator", "reset the second factor", "user 1")


def test_what_expired_is_tidied(tmp_path):
    declic(
        "account", "nora@ville.invalid", "--name", "Nora", "--institution", "Conseil", data=ready(tmp_path)
    )
    with sqlite3.connect(tmp_path / "declic.sqlite3") as database:
        for key, until in (("a", "2020-01-01"), ("b", "2999-01-01")):
            database.execute("INSERT INTO accounts_throttle VALUES (?, '[]', ?)", (key, until))

    done = declic("tidy", data=tmp_path)

    assert done.returncode == 0, done.stderr
    assert "1 sessions et essais" in done.stdout
    assert counted(tmp_path)["accounts_throttle"] == 1


def test_an_account_is_opened_once_with_a_password_of_its_own(tmp_path):
    asked = ("account", "nora@ville.invalid", "--name", "Nora", "--institution", "Conseil", "--role", "clerk")

    first = declic(*asked, data=tmp_path)
    second = declic(*asked, data=tmp_path)
    wrong = declic("account", "nora", "--name", "Nora", "--institution", "Conseil", data=tmp_path)

    assert first.returncode == 0
    assert first.stdout.startswith("nora@ville.invalid peut se connecter avec ")
    assert len(first.stdout.split()[-1]) == 20
    assert (second.returncode, "a déjà un compte" in second.stderr) == (2, True)
    assert (wrong.returncode, "pas une adresse" in wrong.stderr) == (2, True)
    assert counted(tmp_path)["accounts_user"] == 1


def test_the_demonstration_stays_out_of_a_real_site(tmp_path):
    declic(
        "account",
        "nora@ville.invalid",
        "--name",
        "Nora",
        "--institution",
        "Conseil",
        "--role",
        "pilot",
        data=ready(tmp_path),
    )

    done = declic("demo", "--port", free_port(), data=tmp_path)

    assert done.returncode == 2
    assert "celle d'un vrai site" in done.stderr
    assert counted(tmp_path)["sources_document"] == 0


@pytest.mark.parametrize(
    ("variables", "words"),
    [
        ({"DATABASE_URL": "mysql://db/declic"}, "DATABASE_URL"),
        ({"DECLIC_HTTPS": "peut-être"}, "DECLIC_HTTPS"),
        ({"DECLIC_DATA": "/dev/null/data"}, "DECLIC_DATA"),
    ],
)
def test_a_setting_that_cannot_be_used_is_one_sentence(variables, words, tmp_path):
    done = declic("verify", data=tmp_path, **variables)

    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr
