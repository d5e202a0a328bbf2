"""`declic export-pact` and `import-pact`: from one site to an empty one and back, and what a wrong file says."""

import json
from pathlib import Path

import pytest

from tests.empty_site import ready
from tests.jobs.commands import RESTATED, declic


SLUG_OF_NOBODY = "pacte-de-personne"
COUNTED_ANEW = """\
Pacte des deux collines

Axe 1 : L'éducation

Action 1 : Ouvrir une ludothèque.
Action 2 : Former les animateurs.
Action 3 : Créer un club de lecture.

Axe 2 : La nature

Action 1 : Planter des arbres.
Action 2 : Ouvrir des jardins.
"""


@pytest.fixture(scope="module")
def left(tmp_path_factory) -> Path:
    """The file that the site of the restated pact wrote."""
    home: Path = ready(tmp_path_factory.mktemp("depart"))
    opened = declic("open", RESTATED, "--yes", data=home)
    slug = opened.stdout.partition("/pactes/")[2].partition("/")[0]
    done = declic("export-pact", slug, home / "pacte.json", data=home)
    assert (done.returncode, done.stderr) == (0, "")
    assert str(home / "pacte.json") in done.stdout
    return home / "pacte.json"


def test_an_empty_site_opens_it_once_and_writes_the_same_file(left, tmp_path):
    first = declic("import-pact", left, data=ready(tmp_path))
    second = declic("import-pact", left, data=tmp_path)
    slug = json.loads(left.read_text(encoding="utf-8"))["slug"]
    again = declic("export-pact", slug, tmp_path / "again.json", data=tmp_path)

    assert (first.returncode, first.stdout) == (0, f"Ouvert : /pactes/{slug}/\n")
    assert second.stdout == (f"Ce pacte est déjà ici, à l'adresse /pactes/{slug}/ : rien n'a été changé.\n")
    assert again.returncode == 0
    assert (tmp_path / "again.json").read_bytes() == left.read_bytes()


def test_actions_that_count_anew_are_opened_and_keep_both_numbers_elsewhere(tmp_path):
    here, there = tmp_path / "ici", tmp_path / "ailleurs"
    here.mkdir()
    there.mkdir()
    plan = tmp_path / "plan.txt"
    plan.write_text(COUNTED_ANEW, encoding="utf-8")

    opened = declic("open", plan, "--yes", data=ready(here))
    slug = opened.stdout.partition("/pactes/")[2].partition("/")[0]
    declic("export-pact", slug, tmp_path / "pacte.json", data=here)
    brought = declic("import-pact", tmp_path / "pacte.json", data=ready(there))
    declic("export-pact", slug, tmp_path / "again.json", data=there)

    assert (opened.returncode, brought.returncode) == (0, 0)
    found = json.loads((tmp_path / "pacte.json").read_text(encoding="utf-8"))
    assert [one["number"] for one in found["pact"]["measures"]] == ["1.1", "1.2", "1.3", "2.1", "2.2"]
    assert found["published_numbers"] == {"1.1": "1", "1.2": "2", "1.3": "3", "2.1": "1", "2.2": "2"}
    assert (tmp_path / "again.json").read_bytes() == (tmp_path / "pacte.json").read_bytes()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("", "ce n'est pas un pacte au format declic-pact/1 (JSON)"),
        ("\x89PNG\x00", "ce n'est pas un pacte au format declic-pact/1 (JSON)"),
        ("{", "ce n'est pas un pacte au format declic-pact/1 (JSON)"),
        ('{"format": "declic-reading/1"}', "ce n'est pas un pacte au format declic-pact/1 ($"),
    ],
    ids=["empty", "no text", "not JSON", "another format"],
)
def test_a_wrong_file_is_one_sentence_twice(words, sentence, tmp_path):
    wrong = tmp_path / "faux.json"
    wrong.write_text(words, encoding="utf-8")

    for _time in (1, 2):
        refused = declic("import-pact", wrong, data=tmp_path)
        assert (refused.returncode, refused.stdout) == (2, "")
        assert sentence in refused.stderr
        assert refused.stderr.count("\n") == 1


def test_a_pact_that_contradicts_itself_is_one_sentence_and_keeps_nothing(left, tmp_path):
    found = json.loads(left.read_text(encoding="utf-8"))
    found["document"]["sha256"] = "0" * 64
    wrong = tmp_path / "faux.json"
    wrong.write_text(json.dumps(found), encoding="utf-8")

    refused = declic("import-pact", wrong, data=ready(tmp_path))
    unknown = declic("export-pact", found["slug"], tmp_path / "rien.json", data=tmp_path)

    assert refused.returncode == 2
    assert "ce pacte se contredit (sha256) ; rien n'a été gardé." in refused.stderr
    assert (unknown.returncode, (tmp_path / "rien.json").exists()) == (2, False)


def test_an_unknown_pact_and_a_folder_that_is_not_there_are_one_sentence(left, tmp_path):
    unknown = declic("export-pact", SLUG_OF_NOBODY, tmp_path / "rien.json", data=left.parent)
    slug = json.loads(left.read_text(encoding="utf-8"))["slug"]
    nowhere = declic("export-pact", slug, tmp_path / "nulle" / "part.json", data=left.parent)

    assert unknown.returncode == 2
    assert f"{SLUG_OF_NOBODY} : aucun pacte n'a cette adresse ici." in unknown.stderr
    assert nowhere.returncode == 2
    assert "impossible à écrire" in nowhere.stderr
