"""Invented plans in the shapes of contracts of other territories: tables, fields with numbers, axes without, annexes."""

import pytest

from declic.engines.reading.drafts import PactDraft
from declic.engines.reading.reader import read_text


def read(text: str) -> PactDraft:
    pact = read_text(text).pact
    assert pact is not None
    return pact


def axes(pact: PactDraft) -> list[tuple[int, str]]:
    return [(axis.number, axis.title) for axis in pact.axes]


def rows(pact: PactDraft) -> list[tuple[str, int | None, str | None, str]]:
    return [(one.number, one.axis, one.parent, one.text) for one in pact.measures]


SHEET_FIELDS = ("Description de l'action", "Date de lancement", "Partenaires", "Budget")


def numbered_sheet(number: str, title: str, values: tuple[str, ...]) -> str:
    fields = (f"{number}.{at}. {name}" for at, name in enumerate(SHEET_FIELDS, start=1))
    lines = (f"{field}\n{value}" for field, value in zip(fields, values, strict=True))
    return "\n".join((f"{number}. Action : {title}", *lines))


NUMBERED_SHEETS = "\n".join(
    (
        "Stratégie locale contre la pauvreté",
        "",
        "1. Engagement : Prévenir les ruptures",
        numbered_sheet(
            "1.1",
            "Loger chaque jeune majeur",
            ("Un toit est proposé.", "Mai 2025", "bailleurs", "240 000 €, dont 120 000 € de l'État"),
        ),
        numbered_sheet("1.2", "Nommer un parrain", ("Un adulte suit le jeune.", "2026", "clubs", "15 000 €")),
        "2. Engagement : Accueillir sans condition",
        numbered_sheet(
            "2.1",
            "Ouvrir 12 lieux d'accueil",
            ("Chaque canton a le sien.", "2027", "centres sociaux", "80 000 €"),
        ),
    )
)


def test_numbers_that_say_the_fields_of_each_sheet_are_no_measures():
    pact = read(NUMBERED_SHEETS)

    assert [
        (number, parent, text.split(" 1.")[0].split(" 2.")[0]) for number, _, parent, text in rows(pact)
    ] == [
        ("1.1", "1", "Loger chaque jeune majeur"),
        ("1.2", "1", "Nommer un parrain"),
        ("2.1", "2", "Ouvrir 12 lieux d'accueil"),
    ]


def test_an_amount_and_a_date_of_a_numbered_field_stay_in_it():
    pact = read(NUMBERED_SHEETS)

    assert [(one.value_eur, one.funder, one.purpose) for one in pact.amounts] == [
        (240_000, None, None),
        (120_000, "État", None),
        (15_000, None, None),
        (80_000, None, None),
    ]
    assert [(one.value, one.label) for one in pact.dates] == [
        ("2025-05", "Date de lancement"),
        ("2026", "Date de lancement"),
        ("2027", "Date de lancement"),
    ]


LISTED_AXES = """\
PLAN CLIMAT DU PAYS DE LERNE

Sommaire
3 Introduction
4 AXE 1 : vivre avec moins d'eau
9 AXE 2 : isoler

Introduction

Ce plan est décliné en trois axes :
1. Préparer les communes au manque d'eau.
2. Isoler les maisons anciennes.
3. Réduire les trajets en voiture.

Chaque commune choisit ses actions parmi celles des axes.
"""


def test_a_list_that_the_text_calls_axes_holds_no_measure():
    pact = read(LISTED_AXES)

    assert axes(pact) == [
        (1, "Préparer les communes au manque d'eau"),
        (2, "Isoler les maisons anciennes"),
        (3, "Réduire les trajets en voiture"),
    ]
    assert not pact.measures


def test_a_page_before_a_heading_of_the_contents_counts_nothing():
    assert [(one.value, one.unit) for one in read(LISTED_AXES).figures] == [(3, "axes")]


def test_orientations_with_nothing_below_them_are_axes():
    pact = read(
        "Projet de territoire\n\nLes élus veulent agir.\n\n- Orientation 1 : développer l'habitat ;\n"
        "- Orientation 2 : soutenir le commerce ;\n- Orientation 3 : embellir les rues.\n"
    )

    assert axes(pact) == [(1, "développer l'habitat"), (2, "soutenir le commerce"), (3, "embellir les rues")]
    assert not pact.measures


TABLES = """\
# Plan pour l'égalité

## Axe 1 : Montrer l'exemple

| N° | Action | Pilote | Échéance |
|---|---|---|---|
| 1.1 | Nommer un référent par service | personnel | juin 2025 |

Reçu en préfecture le 12/03/2025

| 1.2 | Former les 40 cadres | personnel | 2026 |

## Axe 2 : Protéger

| N° | Thème | Mesure | Échéance |
|---|---|---|---|
| 2.1 | écoute | Ouvrir une ligne d'écoute | 2025 |
"""


def test_a_row_of_a_table_says_its_action_in_the_column_so_named():
    assert rows(read(TABLES)) == [
        ("1.1", 1, None, "Nommer un référent par service"),
        ("1.2", 1, None, "Former les 40 cadres"),
        ("2.1", 2, None, "Ouvrir une ligne d'écoute"),
    ]


def test_dates_and_figures_of_a_table_are_those_of_their_cells():
    pact = read(TABLES)

    assert [(one.value, one.label) for one in pact.dates] == [
        ("2025-06", "Échéance"),
        ("2025-03-12", "Reçu en préfecture"),
        ("2026", "Échéance"),
        ("2025", "Échéance"),
    ]
    assert [(one.value, one.unit) for one in pact.figures] == [(1, "référent"), (40, "cadres")]


THEMES = """\
Plan d'action pour les agents 2025-2027
Thématique : Réduire les écarts
Action n°1 : Publier un rapport
Responsable : personnel
Action n°2 : Former les chefs
Responsable : personnel
Thématique : Ouvrir les métiers
Action n°3 : Cacher les noms des candidats
Responsable : emploi
"""
TITLES = """\
Plan de mandat
Ville de Port-Clair

Une ville qui respire
1. Planter des arbres.
2. Ouvrir deux parcs.

Une ville solidaire
3. Créer une mutuelle communale.
4. Ouvrir une maison des aînés.
"""


@pytest.mark.parametrize(
    ("text", "expected", "places"),
    [
        pytest.param(THEMES, [(1, "Réduire les écarts"), (2, "Ouvrir les métiers")], [1, 1, 2], id="a word"),
        pytest.param(
            TITLES, [(1, "Une ville qui respire"), (2, "Une ville solidaire")], [1, 1, 2, 2], id="a title"
        ),
    ],
)
def test_axes_without_number_are_counted_from_one(
    text: str, expected: list[tuple[int, str]], places: list[int]
):
    pact = read(text)

    assert axes(pact) == expected
    assert [measure.axis for measure in pact.measures] == places


@pytest.mark.parametrize(
    "text",
    [
        "Plan local\n\nMesure 1 : Ouvrir un lieu.\n\nIl est à tous\n\nMesure 2 : Former.\n\nCeci aussi\n\nMesure 3 : Aider.\n",
        "Plan local\n\nLes mesures\nMesure 1 : Ouvrir un lieu.\nMesure 2 : Former.\n\nEnsuite\nMesure 3 : Aider.\n",
    ],
)
def test_a_last_line_or_a_title_of_the_list_is_no_axis(text: str):
    assert not read(text).axes


GREAT_PARTS = """\
PROJET SOCIAL DE TERRITOIRE

I – Cohésion
A – Enfance
1) Créer une crèche
2) Soutenir les assistantes
B – Jeunesse
1) Ouvrir un local
2) Recruter un animateur
3) Monter des chantiers
II – Droits
A – Numérique
1) Former 60 aînés
2) Équiper les mairies
"""


def test_great_parts_prove_themselves_where_bare_measures_count_anew_below_each():
    pact = read(GREAT_PARTS)

    assert axes(pact) == [(1, "Cohésion"), (2, "Droits")]
    assert [(number, axis, parent) for number, axis, parent, _ in rows(pact)] == [
        ("1", 1, "A"),
        ("2", 1, "A"),
        ("1", 1, "B"),
        ("2", 1, "B"),
        ("3", 1, "B"),
        ("1", 2, "A"),
        ("2", 2, "A"),
    ]
    assert pact.measures[4].text == "Monter des chantiers"


@pytest.mark.parametrize(
    "after",
    [
        "\nANNEXE 1 : Qui compose le comité\nLe comité réunit les communes.\n",
        "\nÉvaluation\nUn bilan est rendu chaque année.\n",
        "Gouvernance\nUn bilan est rendu chaque année.\n",
        "TOTAL : 185 000 €\n",
    ],
)
def test_the_last_measure_ends_where_the_plan_does(after: str):
    pact = read(
        "Plan local\n\nAction n° 1 : Ouvrir un lieu\nPorteur : ville\nAction n° 2 : Former\nPorteur : ville\n"
        f"Action n° 3 : Aider\nPorteur : ville\n{after}"
    )

    assert pact.measures[-1].text == "Aider Porteur : ville"


def test_two_names_that_a_slip_tells_apart_are_one_axis():
    text = "Plan local\n\nAxe 1 : Habiter autrernent la vallée\n" + "".join(
        f"Mesure {at} : Ouvrir le lieu {at}\n" for at in range(1, 4)
    )

    findings = read_text(f"{text}\nL'axe 1 : « Habiter autrement la vallée » vient en tête.\n").findings

    assert "axis-named-two-ways" not in {finding.rule for finding in findings}


def test_axes_of_which_one_number_is_unreadable_are_read_still():
    parts = "".join(
        f"\n{head} : {title}\nMesure {at} : Ouvrir un lieu {title}.\n"
        for at, (head, title) in enumerate(
            [("Axe 1", "aux champs"), ("Axc 2", "au bourg"), ("Axe 3", "au port"), ("Axe 4", "au bois")],
            start=1,
        )
    )

    assert [number for number, _ in axes(read(f"Plan local\n{parts}"))] == [1, 3, 4]


def test_a_budget_alone_between_two_pages_does_not_close_a_plan():
    pact = read(
        "Plan local\n\nMesure 1 : Ouvrir\nMesure 2 : Former\nMesure 3 : Aider\nDélai : 2027\n\nBudget : 12 000 €\n"
    )

    assert pact.measures[-1].text == "Aider Délai : 2027 Budget : 12 000 €"
