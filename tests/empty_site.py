"""
The database of a site that was just prepared, made once for each state of the code, and copied from then on.

Its tables take ten seconds of processor to make and none to copy. Any change to the code makes it anew.
"""

import fcntl
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tests.house.house import HOUSE


KEPT = HOUSE / ".pytest_cache" / "empty-sites"
DECLIC = Path(sys.executable).with_name("declic")
IN_MEMORY = "file:memorydb_default?mode=memory&cache=shared"
"""Where Django's tests look for the database in memory: what stands there when they begin is not made again."""


def surroundings(data: Path, **variables: str) -> dict[str, str]:
    """Give an environment with nothing of the developer's, so that French is the default."""
    return {
        "PATH": os.environ.get("PATH", ""),
        "HOME": str(data),
        "DECLIC_DATA": str(data),
        "PYTHONWARNINGS": "error",
        **variables,
    }


def empty_database() -> Path:
    """Give the file of the database that `declic prepare` leaves; whoever comes first makes it, the others wait."""
    kept = KEPT / f"{_state_of_the_code()}.sqlite3"
    KEPT.mkdir(parents=True, exist_ok=True)
    with (KEPT / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            _forget_older()
            _prepare(kept)
    return kept


def ready(data: Path) -> Path:
    """Give the folder of a site that was started once."""
    shutil.copyfile(empty_database(), data / "declic.sqlite3")
    return data


@contextmanager
def empty_database_in_memory() -> Iterator[None]:
    """Hold a copy of it where Django's tests look for theirs."""
    with (
        closing(sqlite3.connect(empty_database())) as kept,
        closing(sqlite3.connect(IN_MEMORY, uri=True)) as memory,
    ):
        kept.backup(memory)
        yield


def _state_of_the_code() -> str:
    files = [*sorted((HOUSE / "src").rglob("*.py")), HOUSE / "requirements" / "base.txt"]
    state = hashlib.sha256()
    for file in files:
        state.update(str(file.relative_to(HOUSE)).encode() + b"\0" + file.read_bytes() + b"\0")
    return state.hexdigest()


def _forget_older() -> None:
    for file in KEPT.glob("*.sqlite3"):
        file.unlink()


def _prepare(kept: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="declic-empty-") as folder:
        data = Path(folder)
        command = [str(DECLIC), "prepare"]
        done = subprocess.run(
            command,
            env=surroundings(data),
            cwd=data,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        made = kept.with_suffix(".made")
        made.write_bytes((data / "declic.sqlite3").read_bytes())
        made.rename(kept)
