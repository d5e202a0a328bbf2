"""Commands run as people run them: in a process of their own, with only the environment that is given."""

import os
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path


HOUSE = Path(__file__).resolve().parents[2]
RESTATED = HOUSE / "data" / "planoise" / "deliberation.txt"
DECLIC = Path(sys.executable).with_name("declic")


def surroundings(data: Path, **variables: str) -> dict[str, str]:
    """Give an environment with nothing of the developer's, so that French is the default."""
    return {
        "PATH": os.environ.get("PATH", ""),
        "HOME": str(data),
        "DECLIC_DATA": str(data),
        "PYTHONWARNINGS": "error",
        **variables,
    }


def declic(*arguments: object, data: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run `declic` to its end."""
    return subprocess.run(
        [str(DECLIC), *map(str, arguments)],
        env=surroundings(data, **variables),
        cwd=data,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@cache
def _empty_database() -> bytes:
    with tempfile.TemporaryDirectory(prefix="declic-empty-") as folder:
        done = declic("prepare", data=Path(folder))
        assert done.returncode == 0, done.stderr
        return (Path(folder) / "declic.sqlite3").read_bytes()


def ready(data: Path) -> Path:
    """Give the folder of a site that was started once: tables that are made anew for each test take seconds."""
    (data / "declic.sqlite3").write_bytes(_empty_database())
    return data


def nora_joins(data: Path) -> subprocess.CompletedProcess[str]:
    """Begin a site with one account, Nora's."""
    ready(data)
    return declic(
        "account", "nora@demo.invalid", "--name", "Nora", "--institution", "Ville de Valmorte", data=data
    )
