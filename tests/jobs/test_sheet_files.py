"""`declic import-sheets` and `export-sheets`: the spreadsheet of 28 columns, from the machine."""

import csv
import io
from pathlib import Path

import pytest

from declic.records.sheets.spreadsheet.columns import COLUMNS, Column
from declic.records.sheets.spreadsheet.files import rows_of
from tests.empty_site import ready
from tests.jobs.commands import RESTATED, declic


GOOD = {
    Column.MEASURE: "44",
    Column.TITLE: "Réunir l'équipe de soins",
    Column.STATUS: "En cours",
    Column.START: "01/03/2024",
    Column.END: "30/06/2024",
}
WRONG_DAY = {Column.MEASURE: "23", Column.TITLE: "Tenir la journée", Column.END: "31/02/2024"}
UNKNOWN_MEASURE = {Column.MEASURE: "99", Column.TITLE: "Rien"}


def written(path: Path, *rows: dict[Column, str]) -> Path:
    target = io.StringIO()
    lines = csv.writer(target, delimiter=";")
    lines.writerow(COLUMNS)
    lines.writerows([row.get(column, "") for column in COLUMNS] for row in rows)
    path.write_text(target.getvalue(), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> tuple[Path, str]:
    """A site where the restated pact is open, and its slug."""
    home: Path = ready(tmp_path_factory.mktemp("fiches"))
    opened = declic("open", RESTATED, "--yes", data=home)
    return home, opened.stdout.partition("/pactes/")[2].partition("/")[0]


def test_rows_are_kept_once_and_what_is_refused_says_its_line_its_column_and_why(site, tmp_path):
    home, slug = site
    file = written(tmp_path / "fiches.csv", GOOD, WRONG_DAY, UNKNOWN_MEASURE)

    seen = declic("import-sheets", slug, file, "--preview", data=home)
    first = declic("import-sheets", slug, file, data=home)
    second = declic("import-sheets", slug, file, data=home)

    refused = (
        "Ligne 3, colonne « Date de fin » : ",
        "Ligne 4, colonne « Sous-axe » : « 99 » n'est pas une mesure de ce pacte",
    )
    for done in (seen, first, second):
        assert (done.returncode, done.stderr) == (3, "")
        assert all(sentence in done.stdout for sentence in refused)
    assert "Ouvertes : 44-1\n" in seen.stdout
    assert "Rien n'a été gardé : c'était un aperçu." in seen.stdout
    assert "Ouvertes : 44-1\n" in first.stdout
    assert "Ouvertes : –\nModifiées : –\nInchangées : 1\n" in second.stdout


@pytest.mark.parametrize("name", ["fiches.csv", "fiches.xlsx"])
def test_what_is_written_comes_back_and_changes_nothing(site, tmp_path, name):
    home, slug = site
    declic("import-sheets", slug, written(tmp_path / "bonnes.csv", GOOD), data=home)

    left = declic("export-sheets", slug, tmp_path / name, data=home)
    back = declic("import-sheets", slug, tmp_path / name, data=home)

    assert (left.returncode, left.stdout) == (0, f"{tmp_path / name} : fiches écrites : 1.\n")
    ((_line, row),) = rows_of((tmp_path / name).read_bytes())
    assert row[COLUMNS.index(Column.TITLE)] == "Réunir l'équipe de soins"
    assert (back.returncode, back.stdout) == (0, "Ouvertes : –\nModifiées : –\nInchangées : 1\n")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "La ligne des 28 intitulés de colonnes manque"),
        (b"Axe;Titre\n1;Ouvrir\n", "La ligne des 28 intitulés de colonnes manque"),
        (b"PK\x03\x04rien", "n'est pas un classeur .xlsx lisible"),
        (b";" * 1_000_001, "Le fichier dépasse 1 Mo."),
    ],
    ids=["empty", "other columns", "a broken zip", "too large"],
)
def test_a_wrong_file_is_one_sentence_and_keeps_nothing(site, tmp_path, data, sentence):
    home, slug = site
    wrong = tmp_path / "faux.csv"
    wrong.write_bytes(data)

    refused = declic("import-sheets", slug, wrong, data=home)

    assert (refused.returncode, refused.stdout) == (2, "")
    assert sentence in refused.stderr
    assert refused.stderr.count("\n") == 1


def test_an_unknown_pact_is_one_sentence_both_ways(site, tmp_path):
    home, _slug = site
    file = written(tmp_path / "fiches.csv", GOOD)

    for command, path in (("import-sheets", file), ("export-sheets", tmp_path / "rien.xlsx")):
        refused = declic(command, "pacte-de-personne", path, data=home)
        assert refused.returncode == 2
        assert "pacte-de-personne : aucun pacte n'a cette adresse ici." in refused.stderr
    assert not (tmp_path / "rien.xlsx").exists()
