"""An installation is inspected fact by fact; what is wrong is said in one line, and nothing is changed."""

import os
import shutil
import socket
import socketserver
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing

import pytest

from tests.empty_site import ready
from tests.jobs.commands import declic


SITE = {"DECLIC_HTTPS": "yes", "DECLIC_HOSTS": "pacte.demo.invalid"}


class MailServer(socketserver.StreamRequestHandler):
    """A mail server that greets, and knows no password."""

    def handle(self) -> None:
        self.wfile.write(b"220 here\r\n")
        for line in self.rfile:
            word = line[:4].upper()
            self.wfile.write(
                b"221 bye\r\n" if word == b"QUIT" else b"250 here\r\n" if word != b"AUTH" else b"535 no\r\n"
            )
            if word == b"QUIT":
                return


@pytest.fixture
def mail_port() -> Iterator[int]:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), MailServer) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_address[1]
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("inspected")
    folder.chmod(0o700)
    assert declic("prepare", data=ready(folder)).returncode == 0
    return folder


def facts(done) -> dict[str, str]:
    """The state of each fact, by its name."""
    return {line[12:].split(" : ")[0]: line[:10].strip() for line in done.stdout.splitlines()}


def test_a_site_that_is_well_installed_is_fit_and_passes_every_check_of_a_deployment(data, mail_port):
    done = declic(
        "inspect",
        data=data,
        DECLIC_MAIL_URL=f"smtp+plain://127.0.0.1:{mail_port}",
        DECLIC_MAIL_FROM="pacte@demo.invalid",
        **SITE,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert "réglages : rien à signaler" in done.stdout
    expected = [
        "dossier de données",
        "clé secrète",
        "fichier de la base",
        "base de données",
        "tables",
        "horloge",
    ]
    assert {
        name: facts(done)[name] for name in (*expected, "courriels", "https", "réglages")
    } == dict.fromkeys((*expected, "courriels", "https", "réglages"), "conforme")
    assert facts(done)["compte"] == ("à vérifier" if os.geteuid() == 0 else "conforme")


def test_a_trial_on_one_machine_is_fit_with_what_it_lacks(data):
    done = declic("inspect", data=data)

    assert done.returncode == 0
    assert (facts(done)["courriels"], facts(done)["https"]) == ("à vérifier", "à vérifier")


def test_a_database_of_before_a_folder_open_to_all_and_a_closed_mail_server_are_each_said(tmp_path):
    tmp_path.chmod(0o755)
    with closing(socket.socket()) as door:
        door.bind(("127.0.0.1", 0))
        done = declic(
            "inspect",
            data=tmp_path,
            DECLIC_MAIL_URL=f"smtp+plain://ada:of-ada@127.0.0.1:{door.getsockname()[1]}",
            DECLIC_MAIL_FROM="pacte@demo.invalid",
        )

    assert done.returncode == 3
    wrong = {name for name, state in facts(done).items() if state == "erreur"}
    assert wrong == {"dossier de données", "tables", "courriels"}
    assert "of-ada" not in done.stdout
    assert "declic prepare" in done.stdout


def test_a_password_that_the_mail_server_refuses_is_said_without_it(data, mail_port):
    done = declic(
        "inspect",
        data=data,
        DECLIC_MAIL_URL=f"smtp+plain://ada:of-ada@127.0.0.1:{mail_port}",
        DECLIC_MAIL_FROM="pacte@demo.invalid",
    )

    assert done.returncode == 3
    assert facts(done)["courriels"] == "erreur"
    assert "of-ada" not in done.stdout + done.stderr


def test_a_database_that_does_not_answer_is_said(tmp_path):
    tmp_path.chmod(0o700)
    (tmp_path / "declic.sqlite3").mkdir()

    done = declic("inspect", data=tmp_path)

    assert done.returncode == 3
    assert facts(done)["base de données"] == "erreur"
    assert "tables" not in facts(done)


def test_a_clock_behind_the_journal_is_said(data, tmp_path):
    copied = shutil.copytree(data, tmp_path / "copied")
    with closing(sqlite3.connect(copied / "declic.sqlite3")) as database, database:
        database.execute(
            "INSERT INTO journal_line (at, who, verb, about, previous_hash, hash) "
            "VALUES ('2999-01-01 00:00:00', 'user 1', 'open', 'pact 1', 'a', 'b')"
        )

    done = declic("inspect", data=copied)

    assert done.returncode == 3
    assert facts(done)["horloge"] == "erreur"
