"""Commands run as people run them: in a process of their own, with only the environment that is given."""

import subprocess
from pathlib import Path

from tests.empty_site import DECLIC, ready, surroundings
from tests.house.house import HOUSE


RESTATED = HOUSE / "data" / "planoise" / "deliberation.txt"


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


def nora_joins(data: Path) -> subprocess.CompletedProcess[str]:
    """Begin a site with one account, Nora's."""
    ready(data)
    return declic(
        "account", "nora@demo.invalid", "--name", "Nora", "--institution", "Ville de Valmorte", data=data
    )
