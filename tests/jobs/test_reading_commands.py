"""`declic read` and `declic check`: one answer for any file, one sentence for a wrong one."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from declic.jobs.command_line import run
from tests.documents import PLANOISE, needs_planoise
from tests.empty_site import DECLIC, surroundings
from tests.jobs.commands import RESTATED, declic


@pytest.fixture(autouse=True)
def _french(monkeypatch):
    for name in ("DECLIC_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


def test_data_alone_is_on_standard_output(tmp_path):
    done = declic("read", RESTATED, "--json", data=tmp_path)

    answer = json.loads(done.stdout)
    assert done.returncode == 0
    assert done.stderr == ""
    assert answer["format"] == "declic-reading/1"
    assert answer["document"]["name"] == "deliberation.txt"
    assert answer["document"]["characters"] == len(RESTATED.read_text(encoding="utf-8"))


def test_the_same_file_gives_the_same_answer(capsys):
    run(["read", str(RESTATED), "--json"])
    first = capsys.readouterr().out
    run(["read", str(RESTATED), "--json"])

    assert capsys.readouterr().out == first


def test_the_text_is_the_file_itself(capfdbinary):
    assert run(["read", str(RESTATED), "--text"]) == 0

    assert capfdbinary.readouterr().out == RESTATED.read_bytes()


def test_the_ends_of_lines_are_kept_in_the_text(tmp_path, capfdbinary):
    document = tmp_path / "old.txt"
    document.write_bytes("Séance\r\ndu 4 mai\r\n".encode("cp1252"))

    run(["read", str(document), "--text"])

    assert capfdbinary.readouterr().out.decode("utf-8") == "Séance\r\ndu 4 mai\r\n"


def test_the_summary_says_what_was_read(capsys):
    assert run(["read", str(RESTATED)]) == 0

    page = capsys.readouterr().out
    assert "123" in page
    assert "Séance" in page
    assert "Pacte ou plan" in page
    assert "Anomalies relevées" in page
    assert "Couverture" in page
    assert "\x1b" not in page


def test_the_summary_is_said_in_english_when_asked(capsys):
    assert run(["read", str(RESTATED), "--lang", "en"]) == 0

    page = capsys.readouterr().out
    assert "Sitting" in page
    assert "members in office" in page
    assert "Séance" not in page.split("Findings")[0].splitlines()[0]


@pytest.mark.parametrize("shape", ["--json", "--text"])
def test_an_answer_is_written_to_a_file(shape, tmp_path, capfdbinary):
    run(["read", str(RESTATED), shape])
    printed = capfdbinary.readouterr().out

    assert run(["read", str(RESTATED), shape, "--out", str(tmp_path / "answer")]) == 0

    assert capfdbinary.readouterr().out == b""
    assert (tmp_path / "answer").read_bytes() == printed
    assert [path.name for path in tmp_path.iterdir()] == ["answer"]


def test_a_summary_is_written_to_a_file(tmp_path):
    assert run(["read", str(RESTATED), "--out", str(tmp_path / "summary.txt")]) == 0

    assert "Couverture" in (tmp_path / "summary.txt").read_text(encoding="utf-8")


def test_the_document_itself_is_never_written_over(tmp_path, capsys):
    document = tmp_path / "a.txt"
    document.write_text("Séance du 4 mai 2023.", encoding="utf-8")

    assert run(["read", str(document), "--out", str(document)]) == 2
    assert document.read_text(encoding="utf-8") == "Séance du 4 mai 2023."
    assert "document lui-même" in capsys.readouterr().err


def test_a_folder_that_is_not_there_cannot_be_written_to(tmp_path, capsys):
    assert run(["read", str(RESTATED), "--json", "--out", str(tmp_path / "no" / "a.json")]) == 2
    assert "impossible à écrire" in capsys.readouterr().err


WRONG_FILES = {
    "missing": None,
    "empty": b"",
    "blank": b" \n\t\n",
    "a PDF": b"%PDF-1.7\n",
    "a Word document": b"PK\x03\x04\x14\x00",
    "an old Word document": b"\xd0\xcf\x11\xe0\xa1\xb1",
    "a picture": b"\x89PNG\r\n",
    "binary": b"abc\x00\x01\x02",
    "neither UTF-8 nor Windows-1252": b"S\x81ance \x8d\xff",
}


@pytest.mark.parametrize("command", ["read", "check"])
@pytest.mark.parametrize("kind", WRONG_FILES)
def test_a_wrong_file_is_one_sentence(command, kind, tmp_path, capsys):
    document = tmp_path / "document.txt"
    data = WRONG_FILES[kind]
    if data is not None:
        document.write_bytes(data)

    assert run([command, str(document)]) == 2

    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(f"declic : {document} : ")
    assert printed.err.count("\n") == 1
    assert printed.err.endswith(".\n")


def test_a_folder_is_not_a_document(tmp_path, capsys):
    assert run(["read", str(tmp_path)]) == 2
    assert "c'est un dossier" in capsys.readouterr().err


def test_a_device_is_not_a_document(capsys):
    assert run(["read", "/dev/zero"]) == 2
    assert "pas un fichier ordinaire" in capsys.readouterr().err


def test_a_huge_file_is_refused_without_being_read(tmp_path, capsys):
    document = tmp_path / "huge.txt"
    with document.open("wb") as file:
        file.truncate(2_000_000_000)

    assert run(["read", str(document)]) == 2

    assert "trop grand, 50 Mo au plus" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["read"], "Il manque FICHIER."),
        (["unknown"], "Commande inconnue : unknown."),
        (["read", "--nothing"], "Option inconnue : --nothing."),
        (["read", "a", "b"], "Il y a un mot de trop."),
        (["read", "a", "--json", "--text"], "Choisissez --json ou --text."),
        (["serve", "--port", "x"], "--port : cette valeur ne convient pas."),
        (["serve", "--port", "70000"], "--port : cette valeur ne convient pas."),
        (["serve", "--port"], "--port : il manque une valeur."),
        (["read", "a", "--lang", "de"], "La langue est fr ou en."),
    ],
)
def test_a_wrong_command_is_one_sentence(arguments, words, capsys):
    assert run(arguments) == 2
    assert capsys.readouterr().err == f"declic : {words}\n"


def test_a_wrong_command_is_said_in_english_too(capsys):
    assert run(["--lang", "en", "read"]) == 2
    assert capsys.readouterr().err == "declic : Missing: FILE.\n"


@pytest.mark.parametrize("command", ["read", "check", "open", "serve", "demo", "account", "backup", "verify"])
@pytest.mark.parametrize(("language", "words"), [("fr", "Montrer cette aide"), ("en", "Show this help")])
def test_every_command_has_its_help(command, language, words, capsys):
    assert run([command, "--help", "--lang", language]) == 0
    assert words in capsys.readouterr().out


def test_without_a_command_the_help_is_shown(capsys):
    assert run([]) == 2
    assert "Commandes" in capsys.readouterr().out


def test_a_fault_of_ours_is_one_sentence_and_debug_shows_where(monkeypatch, capsys):
    """The fault is made on purpose, at the edge: the file system gives what no file system gives."""

    def broken(_path: Path) -> bytes:
        raise ZeroDivisionError("on purpose")

    monkeypatch.setattr(Path, "read_bytes", broken)

    assert run(["read", str(RESTATED)]) == 1
    brief = capsys.readouterr().err
    assert run(["read", str(RESTATED), "--debug"]) == 1
    full = capsys.readouterr().err

    assert brief.count("\n") == 1
    assert "ZeroDivisionError: on purpose" in brief
    assert "--debug" in brief
    assert "Traceback" in full


def test_reading_starts_without_django_or_database(tmp_path):
    script = (
        "import sys; from declic.jobs.command_line import run; "
        f"code = run(['read', {str(RESTATED)!r}, '--out', {str(tmp_path / 'a.txt')!r}]); "
        "print(code, sorted(name for name in sys.modules if name.split('.')[0] in {'django', 'sqlite3'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=surroundings(tmp_path),
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout == "0 []\n"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_pipe_that_closes_early_is_no_fault(tmp_path):
    with subprocess.Popen(
        [DECLIC, "read", RESTATED, "--json"],
        env=surroundings(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.read(10) == b'{\n "format'
        process.stdout.close()
        said = process.stderr.read().decode()

    assert said == ""


def test_a_sitting_that_agrees_with_itself_is_checked_with_0(tmp_path, capsys):
    document = tmp_path / "a.txt"
    document.write_text("Bonjour à toutes et à tous.\n", encoding="utf-8")

    assert run(["check", str(document)]) == 0
    assert "aucune séance" in capsys.readouterr().err


def test_a_contradiction_is_checked_with_3_and_shows_its_arithmetic(capsys):
    assert run(["check", str(RESTATED)]) == 3

    page = capsys.readouterr().out
    assert "89 + 24 = 113" in page
    assert "contradiction" in page
    assert "Qui était dans la salle" in page


@needs_planoise
def test_the_real_document_is_counted_again(capsys):
    run(["check", str(PLANOISE)])

    page = capsys.readouterr().out
    assert "90 + 22 = 112" in page
    assert "93 + 21 = 114" in page
    assert "89 + 24 = 113" in page
