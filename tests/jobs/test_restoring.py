"""`declic restore`: a backup comes back whole or nothing changes, whatever is handed in its place."""

import hashlib
import json
import random
import sqlite3
import stat
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from declic.jobs import restoring
from declic.jobs.archives import FORMAT, hash_of, unpack
from declic.jobs.occupied import occupied
from declic.jobs.refusals import RefusedError
from declic.jobs.restoring import demand_whole
from declic.jobs.voice import Voice
from declic.records.journal.seals import FIRST, seal
from tests.empty_site import ready
from tests.jobs.commands import RESTATED, declic, nora_joins
from tests.jobs.test_site_commands import counted


FRENCH = Voice("fr")


@pytest.fixture(scope="module")
def opened(tmp_path_factory) -> Path:
    """A data folder with the restated pact, a theme and its logo, and a kept file."""
    data: Path = tmp_path_factory.mktemp("opened")
    assert declic("open", RESTATED, "--yes", data=ready(data)).returncode == 0
    (data / "theme.toml").write_text('name = "Les deux rives"\nlogo = "mark.svg"\n', encoding="utf-8")
    (data / "mark.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    (data / "files" / "a").mkdir(parents=True)
    (data / "files" / "a" / "kept.txt").write_text("gardé", encoding="utf-8")
    return data


@pytest.fixture(scope="module")
def backup(opened: Path, tmp_path_factory) -> Path:
    """Its backup."""
    path: Path = tmp_path_factory.mktemp("backup") / "kept.zip"
    done = declic("backup", path, data=opened)
    assert done.returncode == 0, done.stderr
    return path


def hashes_of(folder: Path) -> dict[str, str]:
    """Give what a folder holds, by name, but the lock and what is made again."""
    return {
        str(path.relative_to(folder)): hash_of(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "serving.lock"
    }


def test_a_backup_comes_back_whole_in_an_empty_folder(opened, backup, tmp_path):
    done = declic("restore", backup, data=tmp_path)

    assert done.returncode == 0, done.stderr
    assert counted(tmp_path) == counted(opened)
    assert done.stdout.count("intact") == 5
    for name in ("secret_key", "theme.toml", "mark.svg", "files/a/kept.txt"):
        assert (tmp_path / name).read_bytes() == (opened / name).read_bytes()
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.glob("*re*d*-*")] == []


def test_a_folder_that_holds_a_site_is_left_alone_unless_told(backup, tmp_path):
    assert nora_joins(tmp_path).returncode == 0
    before = hashes_of(tmp_path)

    done = declic("restore", backup, data=tmp_path)

    assert done.returncode == 2
    assert "contient déjà un site : ajoutez --replace" in done.stderr
    assert done.stderr.count("\n") == 1
    assert hashes_of(tmp_path) == before


def test_what_was_there_before_is_kept_beside_and_can_come_back(opened, backup, tmp_path):
    assert nora_joins(tmp_path).returncode == 0
    before = hashes_of(tmp_path)

    done = declic("restore", backup, "--replace", data=tmp_path)

    (kept,) = tmp_path.glob("replaced-*")
    assert done.returncode == 0, done.stderr
    assert "Ce qui était là est gardé dans" in done.stdout
    assert counted(tmp_path) == counted(opened)
    assert hashes_of(kept) == before
    assert declic("verify", data=kept).returncode == 0
    assert counted(kept)["accounts_user"] == 1


def test_a_site_that_is_being_served_is_not_replaced(backup, tmp_path):
    assert nora_joins(tmp_path).returncode == 0
    before = hashes_of(tmp_path)

    with occupied(tmp_path):
        done = declic("restore", backup, "--replace", data=tmp_path)

    assert done.returncode == 2
    assert "en train d'être servi" in done.stderr
    assert hashes_of(tmp_path) == before


def test_a_wrong_file_is_one_sentence_and_changes_nothing(backup, tmp_path):
    assert nora_joins(tmp_path).returncode == 0
    whole = backup.read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[: len(whole) // 2])
    before = hashes_of(tmp_path)

    for wrong in (tmp_path / "cut.zip", RESTATED, tmp_path / "nothing.zip", tmp_path):
        done = declic("restore", wrong, "--replace", data=tmp_path)

        assert done.returncode == 2
        assert done.stderr.count("\n") == 1
        assert hashes_of(tmp_path) == before


# --- archives made to harm, unpacked here ---------------------------------------------------------


def unpacked(path: Path, folder: Path) -> dict[str, str]:
    """Unpack an archive into a new folder and give what is there."""
    folder.mkdir()
    unpack(path, folder, voice=FRENCH)
    return hashes_of(folder)


def test_an_archive_cut_anywhere_is_refused(backup, tmp_path):
    whole = backup.read_bytes()
    cut = tmp_path / "cut.zip"
    for number, length in enumerate(range(0, len(whole), len(whole) // 60)):
        cut.write_bytes(whole[:length])

        with pytest.raises(RefusedError):
            unpacked(cut, tmp_path / str(number))


def test_an_archive_damaged_anywhere_is_refused_or_comes_back_the_same(backup, tmp_path):
    whole, chance = backup.read_bytes(), random.Random(7)  # noqa: S311 — which bits are turned
    as_it_was = unpacked(backup, tmp_path / "whole")
    refused = 0
    for number in range(150):
        damaged, at = bytearray(whole), chance.randrange(len(whole))
        damaged[at] ^= 1 << chance.randrange(8)
        (tmp_path / "damaged.zip").write_bytes(damaged)
        try:
            assert unpacked(tmp_path / "damaged.zip", tmp_path / str(number)) == as_it_was
        except RefusedError:
            refused += 1

    assert refused > 100


def archive(path: Path, members: dict[str, bytes], **manifest: object) -> Path:
    """Write an archive as a backup would, of whatever members, under a manifest that is right unless told."""
    said = {
        "format": FORMAT,
        "engine": "sqlite",
        "journal": {"lines": 0, "head": ""},
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in members.items()},
        **manifest,
    }
    with ZipFile(path, "w", compression=ZIP_DEFLATED) as packed:
        packed.writestr("manifest.json", json.dumps(said))
        for name, data in members.items():
            packed.writestr(name, data)
    return path


STRANGE_NAMES = (
    "../outside",
    "/etc/outside",
    "files/../../outside",
    "files/",
    "files//outside",
    "files/./outside",
    "files/a\\..\\outside",
    "files/c:outside",
    "outside.py",
    "static/design/declic.css",
    "declic.sqlite3-wal",
    "../theme.toml",
    "FILES/a",
    ".svg",
)


@pytest.mark.parametrize("name", STRANGE_NAMES)
def test_a_name_that_no_backup_holds_refuses_the_archive_and_nothing_gets_out(tmp_path, name):
    path = archive(tmp_path / "a.zip", {"declic.sqlite3": b"x", name: b"x"})

    with pytest.raises(RefusedError, match=r"ce qu'aucune sauvegarde ne contient"):
        unpacked(path, tmp_path / "in")

    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.zip", "in"]
    assert list((tmp_path / "in").iterdir()) == []


def with_a_link(path: Path) -> None:
    link = ZipInfo("files/link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with ZipFile(path, "a") as packed:
        packed.writestr(link, "/etc/passwd")


def with_a_secret(path: Path) -> None:
    data = bytearray(path.read_bytes())
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1
    path.write_bytes(data)


def with_a_name_twice(path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate"), ZipFile(path, "a") as packed:
        packed.writestr("declic.sqlite3", b"y")


def with_one_more(path: Path) -> None:
    with ZipFile(path, "a") as packed:
        packed.writestr("theme.toml", b"y")


@pytest.mark.parametrize("change", [with_a_link, with_a_secret, with_a_name_twice, with_one_more])
def test_a_member_that_is_not_an_ordinary_file_once_refuses_the_archive(
    tmp_path, change: Callable[[Path], None]
):
    path = archive(tmp_path / "a.zip", {"declic.sqlite3": b"x"})
    change(path)

    with pytest.raises(RefusedError):
        unpacked(path, tmp_path / "in")


def test_an_archive_that_swells_out_of_measure_is_refused_before_it_is_unpacked(tmp_path):
    path = archive(tmp_path / "a.zip", {"declic.sqlite3": b"x", "files/a": bytes(300_000_000)})
    assert path.stat().st_size < 400_000

    with pytest.raises(RefusedError, match="remplirait le disque"):
        unpacked(path, tmp_path / "in")

    assert list((tmp_path / "in").iterdir()) == []


@pytest.mark.parametrize(
    "manifest",
    [
        {"format": "declic-backup/9"},
        {"format": 2},
        {"engine": "oracle"},
        {"files": {}},
        {"files": []},
        {"files": {"declic.sqlite3": "0" * 64}},
        {"files": {"declic.sqlite3": None}},
        {"journal": None},
        {"journal": {"lines": "many", "head": ""}},
    ],
)
def test_a_manifest_that_does_not_say_what_is_there_refuses_the_archive(tmp_path, manifest):
    path = archive(tmp_path / "a.zip", {"declic.sqlite3": b"x"}, **manifest)

    with pytest.raises(RefusedError):
        unpacked(path, tmp_path / "in")


@pytest.mark.parametrize(
    "words", [b"", b"{", b"[" * 100_000, b"null", b"\xff", b'{"format": "declic-backup/2"}']
)
def test_a_manifest_that_cannot_be_read_refuses_the_archive(tmp_path, words):
    with ZipFile(tmp_path / "a.zip", "w") as packed:
        packed.writestr("manifest.json", words)
        packed.writestr("declic.sqlite3", b"x")

    with pytest.raises(RefusedError, match="pas une sauvegarde entière"):
        unpacked(tmp_path / "a.zip", tmp_path / "in")


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        ("DELETE FROM sources_document", "abîmée"),
        ("DROP TABLE journal_line", "abîmée"),
        ("DROP TRIGGER journal_line_no_update; UPDATE journal_line SET who = 'x' WHERE id = 2", "abîmée"),
        ("DROP TRIGGER journal_line_no_delete; DELETE FROM journal_line WHERE id > 2", "abîmée"),
        ("INSERT INTO django_migrations (app, name, applied) VALUES ('pact', '9999_x', '')", "plus récente"),
    ],
)
def test_a_database_that_does_not_hold_is_not_put_back(backup, tmp_path, harm, said):
    (tmp_path / "in").mkdir()
    manifest = unpack(backup, tmp_path / "in", voice=FRENCH)
    database = tmp_path / "in" / "declic.sqlite3"
    demand_whole(database, manifest=manifest, path=backup, voice=FRENCH)
    with closing(sqlite3.connect(database)) as rows:
        rows.executescript(f"PRAGMA foreign_keys=OFF; {harm}")

    with pytest.raises(RefusedError, match=said):
        demand_whole(database, manifest=manifest, path=backup, voice=FRENCH)


def test_bytes_that_are_no_database_are_not_put_back(backup, tmp_path):
    (tmp_path / "in").mkdir()
    manifest = unpack(backup, tmp_path / "in", voice=FRENCH)
    for data in (b"", b"SQLite format 3\0" + bytes(100), b"Bonjour"):
        (tmp_path / "other.sqlite3").write_bytes(data)

        with pytest.raises(RefusedError, match="abîmée"):
            demand_whole(tmp_path / "other.sqlite3", manifest=manifest, path=backup, voice=FRENCH)


def test_a_disk_that_refuses_half_way_leaves_everything_where_it_was(tmp_path, monkeypatch):
    data, new = tmp_path / "data", tmp_path / "data" / ".restoring-x"
    new.mkdir(parents=True)
    for name in ("declic.sqlite3", "secret_key", "theme.toml"):
        (data / name).write_text(f"old {name}", encoding="utf-8")
        (new / name).write_text(f"new {name}", encoding="utf-8")
    before = hashes_of(data)
    rename, count = Path.rename, 0

    for broken in range(1, 7):
        count = 0

        def once(source: Path, target: Path, *, at: int = broken) -> Path:
            nonlocal count
            count += 1
            if count == at:
                raise OSError(28, "No space left on device")
            return rename(source, target)

        monkeypatch.setattr(Path, "rename", once)
        with pytest.raises(OSError, match="No space left"):
            restoring._swap(data, unpacked=new)

        assert hashes_of(data) == before, broken


# --- while people write ---------------------------------------------------------------------------


def write_pairs(database: Path, *, name: str, stop: threading.Event) -> None:
    """Add an institution and its sealed line, together, again and again."""
    with closing(sqlite3.connect(database, isolation_level=None, timeout=30)) as rows:
        rows.execute("PRAGMA busy_timeout=30000")
        count = 0
        while not stop.is_set():
            count += 1
            rows.execute("BEGIN IMMEDIATE")
            own = rows.execute(
                "INSERT INTO partners_institution (name, normalised_name, short_name, kind, siret, rna, edition)"
                " VALUES (?, ?, '', 'unknown', '', '', 0)",
                [f"{name} {count}", f"{name} {count}"],
            ).lastrowid
            last = rows.execute("SELECT hash FROM journal_line ORDER BY id DESC LIMIT 1").fetchone()
            previous = last[0] if last else FIRST
            sealed(rows, previous=previous, about=f"institution {own}")
            rows.execute("COMMIT")


def sealed(rows: sqlite3.Connection, *, previous: str, about: str) -> None:
    import datetime  # noqa: PLC0415

    at = datetime.datetime(2031, 5, 14, 9, 30, tzinfo=datetime.UTC)
    own = seal(previous=previous, at=at, who="user 1", verb="paired", about=about)
    rows.execute(
        "INSERT INTO journal_line (at, who, verb, about, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?)",
        ["2031-05-14 09:30:00", "user 1", "paired", about, previous, own],
    )


def test_a_backup_taken_while_people_write_holds_whole_acts_only(tmp_path):
    data = tmp_path / "data"
    data.mkdir()
    assert nora_joins(data).returncode == 0
    stop = threading.Event()
    writers = [
        threading.Thread(
            target=write_pairs, args=[data / "declic.sqlite3"], kwargs={"name": name, "stop": stop}
        )
        for name in ("one", "two", "three")
    ]
    for writer in writers:
        writer.start()
    try:
        pairs = []
        for number in range(3):
            done = declic("backup", tmp_path / f"{number}.zip", data=data)
            assert done.returncode == 0, done.stderr
            time.sleep(0.05)
    finally:
        stop.set()
        for writer in writers:
            writer.join()

    for number in range(3):
        folder = tmp_path / str(number)
        folder.mkdir()
        manifest = unpack(tmp_path / f"{number}.zip", folder, voice=FRENCH)
        demand_whole(folder / "declic.sqlite3", manifest=manifest, path=folder, voice=FRENCH)
        with closing(sqlite3.connect(folder / "declic.sqlite3")) as rows:
            alone = rows.execute(
                "SELECT count(*) FROM partners_institution WHERE 'institution ' || id NOT IN (SELECT about FROM journal_line)"
            ).fetchone()[0]
            pairs.append(
                rows.execute("SELECT count(*) FROM journal_line WHERE verb = 'paired'").fetchone()[0]
            )
        assert alone == 0
    assert 0 < pairs[0] < pairs[1] < pairs[2]
