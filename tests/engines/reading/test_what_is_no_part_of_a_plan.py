"""What looks like an axis, a row of a table or a count, and is none: nothing is read of it, nothing is lost by it."""

import pytest

from declic.engines.reading.drafts import PactDraft
from declic.engines.reading.reader import read_text


def read(body: str) -> PactDraft:
    pact = read_text(f"Plan d'action pour la vallée\n\n{body}").pact
    assert pact is not None
    return pact


LAST_FIELDS = """Objectif : vivre mieux ensemble
Action 1 : Ouvrir un jardin
Pilote : la commune
Objectif : accueillir vingt familles
Action 2 : Prêter des vélos
Pilote : le club
Objectif : équiper les jeunes
Action 3 : Rénover la salle
Pilote : la commune
Objectif : faire vivre le bourg
"""


def test_the_last_field_of_each_sheet_is_no_axis_and_stays_in_its_sheet():
    pact = read(LAST_FIELDS)

    assert pact.axes == ()
    assert [one.text for one in pact.measures] == [
        "Ouvrir un jardin Pilote : la commune Objectif : accueillir vingt familles",
        "Prêter des vélos Pilote : le club Objectif : équiper les jeunes",
        "Rénover la salle Pilote : la commune Objectif : faire vivre le bourg",
    ]


@pytest.mark.parametrize("line", ["Suite page suivante", "Version du 3 mai", "Document de travail"])
def test_a_line_that_speaks_of_the_document_is_no_axis(line: str):
    measures = "Mesure {} : Ouvrir un guichet\nMesure {} : Prêter des vélos\n\n"

    pact = read(f"Les familles\n\n{measures.format(1, 2)}{line}\n\n{measures.format(3, 4)}")

    assert pact.axes == ()


@pytest.mark.parametrize("blanks", ["  ", "   "])
def test_a_line_spread_over_its_width_is_no_row_of_a_table(blanks: str):
    titles = [
        "Ouvrir un guichet avec les familles",
        "Prêter des vélos aux jeunes",
        "Rénover la salle du bourg",
    ]
    lines = [f"Mesure {at} : {title}".replace(" ", blanks) for at, title in enumerate(titles, start=1)]

    assert [one.text for one in read("\n".join(lines)).measures] == titles


def test_the_column_of_the_titles_says_the_actions_before_one_that_only_speaks_of_an_action():
    rows = [("1.1", "Ouvrir la plage"), ("1.2", "Poser des bancs"), ("1.3", "Planter des pins")]
    table = "".join(f"| {number} | {title} | Prêter un bateau |\n" for number, title in rows)

    pact = read(f"| N° | Intitulé | Action attendue du club |\n|---|---|---|\n{table}")

    assert [one.text for one in pact.measures] == [title for _, title in rows]


def test_the_number_of_a_row_counts_nothing():
    paths = ["Chemin du lavoir", "Chemin des crêtes", "Chemin du bois"]
    rows = "".join(f"| {at}. {path} | 8 000 € | 2032 |\n" for at, path in enumerate(paths, start=1))
    measures = "".join(f"Action {at} : Rouvrir le chemin\n" for at in (1, 2, 3))

    assert read(f"{rows}\n{measures}").figures == ()


STAMPS = [
    "Publié le 20/05/2031",
    "Affiché le 4 mai 2031",
    "AR Préfecture du 20/05/2031",
    "Date de télétransmission : 20/05/2031",
    "Reçu en préfecture le 20/05/2031",
]


@pytest.mark.parametrize("stamp", STAMPS)
def test_a_stamp_is_no_day_of_the_pact_and_no_words_of_a_measure(stamp: str):
    measures = ["Mesure 1 : Ouvrir un lieu.", "Mesure 2 : Planter un arbre.", stamp, "Le long du lac."]

    pact = read("\n".join([stamp, "", *measures, "Mesure 3 : Garder la rive."]))

    assert pact.date is None
    assert pact.measures[1].text == "Planter un arbre. Le long du lac."


def test_a_sentence_that_begins_as_a_stamp_does_is_kept():
    said = "Affiché le 4 mai 2031 dans chaque école."

    pact = read(f"Mesure 1 : Ouvrir.\nMesure 2 : Planter.\n{said}\nMesure 3 : Garder.\n")

    assert pact.measures[1].text == f"Planter. {said}"
