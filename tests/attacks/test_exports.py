"""What leaves as a file: no cell runs as a formula, no name breaks the header, nothing is opened as a page."""

import csv
import io
import re

import pytest
from hypothesis import given, strategies as some

from declic.open_data.cells import harmless
from declic.records.sources.models import Version
from declic.web.design.headers import NOTHING_RUNS
from tests.attacks.crawling import town
from tests.web.clerks.invented import opened_sitting


pytestmark = pytest.mark.django_db
STARTS = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "\0",
    "＝",
    "＋",
    "－",
    "＠",
    " =",
    "\u200b=",
    "\ufeff=",
    "\u00a0=",
    "\0=",
)
HOSTILE_NAMES = (
    'a"; filename="b.html',
    "a\r\nX-Forged: yes",
    "../../etc/passwd",
    "é\u202etxt.exe",
    "a" * 300 + ".html",
    "page.html",
    "%0d%0aX-Forged:1",
)


@given(start=some.sampled_from(STARTS), rest=some.text(max_size=20))
def test_no_cell_starts_like_a_formula_whatever_it_holds(start, rest):
    word = f"{start}{rest}"

    cell = harmless(word)

    assert "\0" not in cell
    assert cell == "" or cell[0] not in "=+-@\t\r\n＝＋－＠"
    assert not re.match(r"[\s\u00a0\u200b\ufeff]*[=+\-@＝＋－＠]", cell)
    assert cell.removeprefix("'") == word.replace("\0", "") or cell == word.replace("\0", "")


@given(word=some.from_regex(r"[A-Za-zéÉ][\w \-]{0,20}", fullmatch=True))
def test_a_name_is_not_touched(word):
    assert harmless(word) == word


def test_the_grid_is_a_file_to_save_and_every_cell_of_it_is_harmless(client):
    answer = client.get(f"/deliberations/{opened_sitting()}/grille.csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))

    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"].startswith("attachment; ")
    assert answer["Content-Security-Policy"] == NOTHING_RUNS
    assert len(rows) > 1
    assert [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))] == []


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_an_original_is_saved_and_never_opened_whatever_it_is_called(client, name):
    town()
    number = Version.objects.values_list("pk", flat=True)[0]
    Version.objects.filter(pk=number).update(file_name=name[:255])

    answer = client.get(f"/documents/{number}/fichier")

    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == NOTHING_RUNS
    assert answer["Content-Disposition"].startswith("attachment; filename")
    assert "X-Forged" not in answer.headers
    assert not re.search(r"[\r\n\x00]", answer["Content-Disposition"])
