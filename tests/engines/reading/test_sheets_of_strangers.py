"""Invented sheets of action and noisy plans, written before the reader ran on them: fields, scans, page titles."""

from declic.engines.reading.drafts import PactDraft
from declic.engines.reading.reader import read_text


def read(text: str) -> PactDraft:
    pact = read_text(text).pact
    assert pact is not None
    return pact


def texts(pact: PactDraft) -> list[tuple[str, str]]:
    return [(measure.number, measure.text) for measure in pact.measures]


SHEETS = """\
PLAN LOCAL DE LUTTE CONTRE LA PAUVRETÉ

ORIENTATION STRATÉGIQUE N°1
AGIR DÈS LE PLUS JEUNE ÂGE

FICHE ACTION 1
Intitulé de l'action
Repas du matin à l'école
Pilote
Caisse des écoles
Objectif
Servir 480 repas par semaine
Calendrier
Rentrée 2024
Budget prévisionnel
36 000 € par an

FICHE ACTION 2
Intitulé de l'action
Crèche à vocation d'insertion
Pilote
CCAS
Objectif
Réserver 6 places
Calendrier
2025
Budget prévisionnel
54 000 €

ORIENTATION STRATÉGIQUE N°2
ALLER VERS

FICHE ACTION 3
Intitulé de l'action
Bus des droits
Pilote
Département
Objectif
Desservir 17 communes
Calendrier
2024-2026
Budget prévisionnel
120 000 €
"""


def test_a_figure_of_a_sheet_stays_in_its_field():
    assert [(one.value, one.unit, one.subject, one.date) for one in read(SHEETS).figures] == [
        (480, "repas", "repas par semaine", "par semaine"),
        (6, "places", "Réserver 6 places", None),
        (17, "communes", "Desservir 17 communes", None),
    ]


def test_an_amount_of_a_sheet_has_nobody_that_its_field_does_not_name():
    assert [(one.value_eur, one.funder, one.beneficiary, one.period) for one in read(SHEETS).amounts] == [
        (36_000, None, None, "par an"),
        (54_000, None, None, None),
        (120_000, None, None, None),
    ]


RELAUNCH = """\
CONTRAT DE RELANCE ET DE TRANSITION
Pays d'Auverne

SOMMAIRE
Fiche action n°1 – Rénover la piscine p. 4
Fiche action n°2 – Créer un tiers-lieu p. 6
Fiche action n°3 – Restaurer la rivière p. 8

Pays d'Auverne - CRTE
Fiche action n°1 – Rénover la piscine
Maître d'ouvrage : communauté
Plan : DETR 600 000 €, Région 300 000 €

Pays d'Auverne - CRTE
Fiche action n°1 – Rénover la piscine (suite)
Indicateurs : 9 bains

Pays d'Auverne - CRTE
Fiche action n°2 – Créer un tiers-lieu
Maître d'ouvrage : commune d'Auverne

Pays d'Auverne - CRTE
Fiche action n°3 – Restaurer la rivière
Maître d'ouvrage : syndicat de rivière
"""


def test_the_title_of_the_page_above_each_sheet_belongs_to_none():
    assert texts(read(RELAUNCH)) == [
        (
            "1",
            "Rénover la piscine Maître d'ouvrage : communauté Plan : DETR 600 000 €, Région 300 000 € Indicateurs : 9 bains",
        ),
        ("2", "Créer un tiers-lieu Maître d'ouvrage : commune d'Auverne"),
        ("3", "Restaurer la rivière Maître d'ouvrage : syndicat de rivière"),
    ]


def test_the_name_of_the_next_field_is_no_funder():
    text = RELAUNCH.replace("Plan :", "Coût total : 2,4 M€ HT\nPlan de financement :")

    assert [(one.value_eur, one.funder) for one in read(text).amounts] == [
        (2_400_000, None),
        (600_000, None),
        (300_000, "Région"),
    ]


def test_letters_that_a_scan_reads_as_figures_still_announce():
    text = """Pacte de solidarite de la ville d'Ormoy

Axe I. Se nourrir
Acti0n 1 : ouvrir une cantine
Action 2 : livrer 90 repas par jour
Action 3 : former 12 cuisiniers
Axe II. Se loger
Action 4 : capter 25 logements
Action 5 : creer une colocation
"""
    assert texts(read(text))[0] == ("1", "ouvrir une cantine")


def test_roman_figures_and_a_letter_make_one_number():
    text = """Pacte des quartiers ouest

Pilier I – Réussir
  Chantier I.1 : la persévérance scolaire
    • Mesure I.1.a — créer une équipe mobile de 5 personnes ;
    • Mesure I.1.b — ouvrir 2 internats relais.
  Chantier I.2 : les parents
    • Mesure I.2.a — tenir une école des parents.
Pilier II – Habiter
  Chantier II.1 : la propreté
    • Mesure II.1.a — financer 20 projets à hauteur de 3 000 € chacun ;
    • Mesure II.1.b — installer 35 points d'apport volontaire.
"""
    pact = read(text)

    assert [(one.number, one.axis, one.parent) for one in pact.measures] == [
        ("I.1.a", 1, "I.1"), ("I.1.b", 1, "I.1"), ("I.2.a", 1, "I.2"), ("II.1.a", 2, "II.1"), ("II.1.b", 2, "II.1")
    ]  # fmt: skip
    assert [(one.value_eur, one.funder, one.beneficiary, one.purpose) for one in pact.amounts] == [
        (3_000, None, None, None)
    ]


def test_a_stroke_between_number_and_title_is_no_part_of_what_is_counted():
    text = """PROJET DE TERRITOIRE 2030

Ambition 1 | Un territoire qui accueille
  Projet 1 | Maison de santé (1,2 M€)
  Projet 2 | Résidence pour 18 internes
Ambition 2 | Un territoire qui produit
  Projet 3 | 45 logements passifs
  Projet 4 | Abattoir mobile
"""
    assert [(one.value, one.subject) for one in read(text).figures] == [
        (18, "Résidence pour 18 internes"),
        (45, "45 logements passifs"),
    ]


def test_a_name_in_quotation_marks_keeps_both():
    text = """Convention « Cité de l'emploi »

La présente convention est conclue entre les soussignés :
l'État, représenté par le préfet délégué, M. Sami ORSEL,
et l'association « Tremplin 12 », représentée par sa présidente.

Objectif 1 : repérer
1. Aller vers 400 personnes.
2. Tenir 50 permanences.
3. Créer une équipe de 6 médiateurs.
"""
    assert [party.organisation for party in read(text).parties] == ["État", "association « Tremplin 12 »"]


def test_parts_without_a_number_end_the_measure_before_them():
    text = """CONTRAT DE VILLE DE L'AGGLOMÉRATION D'ORVAL

Pilier Cohésion sociale
Enjeu : prévenir l'isolement
Action 1 – Visites à domicile
Action 2 – Repas partagés
Pilier Cadre de vie
Enjeu : rafraîchir la ville
Action 3 – Cours sans bitume
Action 4 – Arbres plantés
"""
    assert texts(read(text)) == [
        ("1", "Visites à domicile"),
        ("2", "Repas partagés"),
        ("3", "Cours sans bitume"),
        ("4", "Arbres plantés"),
    ]


def test_the_last_field_of_each_sheet_stays_in_its_sheet():
    text = """Plan d'actions jeunesse

Action 1 – Visites
Objectif : rompre l'isolement
Action 2 – Repas
Objectif : se connaître
Action 3 – Arbres
Objectif : rafraîchir
"""
    assert texts(read(text))[:2] == [
        ("1", "Visites Objectif : rompre l'isolement"),
        ("2", "Repas Objectif : se connaître"),
    ]


def test_an_announcement_alone_on_its_line_is_no_part_of_what_is_counted():
    text = """PLAN DE MANDAT

Orientation 1
Une ville qui soigne
Mesure 1
Créer un centre de santé avec 5 médecins.
Mesure 2
Ouvrir la piscine.
Mesure 3
Équiper 36 classes.
"""
    assert [one.subject for one in read(text).figures] == [
        "Créer un centre de santé avec 5 médecins",
        "Équiper 36 classes",
    ]


def test_a_day_of_a_sheet_is_named_by_its_field_and_a_page_says_its_days_once():
    text = """Programme social du Val 2025-2029

Action 1 – Cantine
Calendrier : septembre 2026

Programme du Val 2025-2029 – page 1

Action 2 – Lavoir
Calendrier : 2027

Programme du Val 2025-2029 – page 2

Action 3 – Planter d'ici 2028

Programme du Val 2025-2029 – page 3
"""
    assert [(one.value, one.label) for one in read(text).dates] == [
        ("2025/2029", "Programme social du Val"),
        ("2026-09", "Calendrier"),
        ("2025/2029", "Programme du Val"),
        ("2027", "Calendrier"),
        ("2028", "Planter"),
    ]
