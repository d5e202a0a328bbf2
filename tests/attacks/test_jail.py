"""A document is read in a jail: with little time, little memory, no file, no secret; whoever gave it gets one sentence."""

import os
import resource
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from declic.engines.reading.text import UnreadableFileError
from declic.records.sources import jail, jailed
from declic.records.sources.jail import Bounds, JailedReading, ReadingFault, TooHeavyError, read_in_jail
from declic.records.sources.models import Document, Version
from declic.records.sources.readings import read_bytes
from declic.records.sources.writes import take_document
from tests.attacks.crawling import entered
from tests.attacks.hostile_files import hostile_files
from tests.house.house import HOUSE
from tests.people import CLAIRE


RESTATED = HOUSE / "data" / "planoise" / "deliberation.txt"
DENSE = RESTATED.read_bytes() * 6
IN_CI, IN_CI_BYTES = 66, 4_000


def test_what_is_read_in_the_jail_is_what_is_read_outside():
    data = RESTATED.read_bytes()
    outside = read_bytes(data, name="deliberation.txt")

    inside = read_in_jail(data, name="deliberation.txt")

    coverage = outside.reading.coverage
    assert outside.file is not None
    assert inside == JailedReading(
        outside.file, outside.kind, outside.answer, coverage.attached, coverage.ignored, coverage.orphans
    )


@pytest.mark.parametrize(
    "bounds", [Bounds(cpu_seconds=1), Bounds(memory_bytes=30_000_000), Bounds(clock_seconds=0.05)]
)
def test_a_reading_that_takes_too_much_is_ended_and_said_in_one_sentence(bounds):
    with pytest.raises(TooHeavyError, match="trop de temps ou de mémoire"):
        read_in_jail(DENSE, name="a.txt", bounds=bounds)

    assert read_in_jail(b"Bonjour.", name="a.txt").text == "Bonjour."


def test_the_jail_that_was_killed_is_built_again():
    read_in_jail(b"Bonjour.", name="a.txt")
    server = jail.JAIL._server
    assert server is not None
    server.kill()
    server.wait()

    assert read_in_jail(b"Bonsoir.", name="a.txt").text == "Bonsoir."


def test_the_jail_knows_no_secret(monkeypatch):
    monkeypatch.setenv("DECLIC_SECRET_KEY", "canary-of-the-environment")
    jail.JAIL.close()
    read_in_jail(b"Bonjour.", name="a.txt")
    server = jail.JAIL._server
    assert server is not None

    process = Path("/proc") / str(server.pid)
    held = {str(one.readlink()).split(":")[0] for one in (process / "fd").iterdir()}

    assert (process / "environ").read_bytes() == b"LANG=C.UTF-8\0"
    assert held <= {"/dev/null", "socket"}


def confined(what: str) -> int:
    """Run a few words inside the jail's limits, in a process of their own, and give its exit code."""
    words = f"import os, socket\nfrom declic.records.sources.jailed import confine\nconfine(cpu_seconds=2, memory_bytes=400_000_000)\n{what}"
    return subprocess.run([sys.executable, "-c", words], check=False, capture_output=True).returncode


@pytest.mark.parametrize(
    "escape",
    [
        "open('/etc/passwd')",
        "open('/tmp/forged', 'w')",
        "socket.socket()",
        "os.pipe()",
        "bytearray(500_000_000)",
        "while True: pass",
    ],
)
def test_inside_no_file_no_network_no_more_memory_no_more_time(escape):
    assert confined("pass") == 0
    assert confined(escape) != 0


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has rights to give up")
def test_inside_the_rights_of_root_are_given_up():
    assert confined("assert os.getuid() == 65534\nos.setuid(0)") != 0


def test_what_breaks_in_the_engines_says_its_kind_and_no_word_of_the_text(monkeypatch):
    def broken(_data, *, name):
        raise ValueError(f"a private word of {name}")

    monkeypatch.setattr(jailed, "read_bytes", broken)

    assert jailed.said(b"a", name="a.txt") == b'{"fault": "ValueError"}\n'


def test_hostile_files_are_read_or_refused_within_their_bounds():
    bounds = Bounds(cpu_seconds=3)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    broken, said = [], set()
    for name, data in hostile_files(IN_CI, seed=3, size=IN_CI_BYTES):
        try:
            read_in_jail(data, name=f"{name}.txt", bounds=bounds)
        except TooHeavyError:
            broken.append((name, "too heavy"))
        except ReadingFault as fault:
            broken.append((name, str(fault)))
        except UnreadableFileError as refusal:
            said.add(str(refusal))

    assert broken == []
    assert said
    assert all(sentence.endswith(".") for sentence in said)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000


@pytest.mark.django_db
def test_a_document_that_is_too_heavy_is_refused_by_the_page_and_not_kept(monkeypatch):
    monkeypatch.setattr(take_document, "__kwdefaults__", {"bounds": Bounds(cpu_seconds=1)})
    client = entered(CLAIRE)

    answer = client.post("/pilotage/lire/", {"text": DENSE.decode()})

    assert answer.status_code == 422
    assert "trop de temps ou de mémoire" in answer.content.decode()
    assert not Version.objects.exists()
    assert not Document.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/pilotage/lire/", "/deliberations/verifier/"])
def test_hostile_files_never_break_a_page(address):
    client = entered(CLAIRE)
    statuses = set()
    for name, data in hostile_files(22, seed=5, size=1_500):
        file = SimpleUploadedFile(f"../{name}\x00.txt", data, content_type="text/html")
        statuses.add(client.post(address, {"file": file}).status_code)

    assert statuses <= {200, 302, 422}


def test_a_line_that_is_closed_leaves_no_child_waiting():
    ours, theirs = socket.socketpair()
    with theirs:
        jail.JAIL.hand_over(theirs)
    ours.close()

    assert read_in_jail(b"Bonjour.", name="a.txt").kind
