"""`declic work`: whatever kills it, no letter is lost, and none is doubled."""

import os
import signal
import subprocess
import sys
import time
from email import message_from_bytes
from pathlib import Path

from tests.empty_site import DECLIC, ready, surroundings
from tests.jobs.commands import declic


COUNT, KILLS = 150, 6
WRITES_LETTERS = """
import django
django.setup()
from django.utils import timezone
from declic.records.accounts.sight import Sight, see_usually
from declic.records.steering.models import Letter
from tests.records.pact.invented import opened_small_pact
from declic.records.pact.models import Programme
see_usually(Sight.ALL)
programme = Programme.objects.get(slug=opened_small_pact())
now = timezone.now()
Letter.objects.bulk_create(
    Letter(programme=programme, kind="convocation", key=f"letter {n}", email=f"p{n}@demo.invalid",
           subject=f"Convocation {n}", text="Bonjour.", not_before=now, written_at=now)
    for n in range(%d)
)
"""
TELLS_STATES = """
import django
django.setup()
from collections import Counter
from declic.records.accounts.sight import Sight, see_usually
from declic.records.steering.models import Letter
see_usually(Sight.ALL)
print(sorted(Counter(Letter.objects.order_by("pk").values_list("state", flat=True)).items()))
"""
HOUSE = Path(__file__).resolve().parents[2]


def run(code: str, data: Path) -> str:
    """Run a few lines on the data of a site."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=surroundings(data, DJANGO_SETTINGS_MODULE="declic.config.settings", PYTHONPATH=str(HOUSE)),
        cwd=data,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def letters(data: Path) -> list[Path]:
    return sorted((data / "letters").glob("*.eml"))


def kill_after(data: Path, *, count: int) -> None:
    """Start a worker, and kill it at once when it has handed over so many more letters."""
    goal = len(letters(data)) + count
    worker = subprocess.Popen([str(DECLIC), "work"], env=surroundings(data), cwd=data)
    deadline = time.monotonic() + 60
    while len(letters(data)) < goal and worker.poll() is None and time.monotonic() < deadline:
        time.sleep(0.001)
    os.kill(worker.pid, signal.SIGKILL)
    worker.wait()


def test_a_worker_killed_again_and_again_loses_no_letter_and_doubles_none(tmp_path):
    ready(tmp_path)
    run(WRITES_LETTERS % COUNT, tmp_path)

    for number in range(KILLS):
        kill_after(tmp_path, count=3 + 7 * number % 11)
    middle = len(letters(tmp_path))
    done = declic("work", "--once", data=tmp_path)

    received = [message_from_bytes(path.read_bytes()) for path in letters(tmp_path)]
    assert done.returncode == 0, done.stderr
    assert KILLS <= middle < COUNT
    assert sorted(one["To"] for one in received) == sorted(f"p{n}@demo.invalid" for n in range(COUNT))
    assert len({one["Message-ID"] for one in received}) == COUNT
    assert run(TELLS_STATES, tmp_path) == f"[('sent', {COUNT})]"


def test_one_worker_is_enough(tmp_path):
    ready(tmp_path)
    worker = subprocess.Popen([str(DECLIC), "work"], env=surroundings(tmp_path), cwd=tmp_path)
    try:
        deadline = time.monotonic() + 60
        while not (tmp_path / "working.lock").exists() and time.monotonic() < deadline:
            time.sleep(0.01)
        time.sleep(0.5)
        second = declic("work", "--once", data=tmp_path)
    finally:
        worker.kill()
        worker.wait()

    assert second.returncode == 2
    assert "Un autre ouvrier travaille déjà" in second.stderr


def test_a_folder_without_a_site_is_said(tmp_path):
    done = declic("work", "--once", data=tmp_path)

    assert done.returncode == 2
    assert "declic serve" in done.stderr
