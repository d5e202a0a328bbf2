"""Where the real documents are, and why a test that needs them is skipped where they are missing."""

import json
import os
from pathlib import Path
from typing import Any

import pytest


DOCUMENTS = Path(
    os.environ.get("DECLIC_DOCUMENTS", Path(__file__).resolve().parents[2] / "shared" / "documents"),
)
PLANOISE = DOCUMENTS / "planoise" / "deliberation-2023-006429.txt"
GOLD = DOCUMENTS / "planoise" / "gold.json"

needs_planoise = pytest.mark.skipif(
    not (PLANOISE.is_file() and GOLD.is_file()),
    reason="the real document is not here: set DECLIC_DOCUMENTS to the folder that holds planoise/",
)


def planoise_text() -> str:
    return PLANOISE.read_text(encoding="utf-8")


def planoise_gold() -> dict[str, Any]:
    gold: dict[str, Any] = json.loads(GOLD.read_text(encoding="utf-8"))
    return gold
