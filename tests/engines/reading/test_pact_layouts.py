"""Small plans in the layouts that French plans have: numbers, words, parents and axes are read back."""

import pytest

from declic.engines.reading.drafts import PactDraft
from declic.engines.reading.pact import read_pact
from declic.engines.reading.text import Layout


Row = tuple[str, int | None, str | None, str]


def read(text: str) -> PactDraft:
    pact = read_pact(Layout(text), sitting=None)
    assert pact is not None
    return pact


def rows(text: str) -> list[Row]:
    return [(measure.number, measure.axis, measure.parent, measure.text) for measure in read(text).measures]


def axes(text: str) -> list[tuple[int, str]]:
    return [(axis.number, axis.title) for axis in read(text).axes]


def test_a_table_of_contents_gives_no_measure_and_lone_subheadings_are_left_out():
    text = """Plan d'actions jeunesse 2024-2026
Ville de Valmont

Sommaire
Axe 1 – Emploi et formation ........ 3
Mesure n° 1 – Ouvrir un guichet ........ 4
Mesure n° 2 – Former ........ 5
Axe 2 – Culture ........ 6
Mesure n° 3 – Fêter ........ 7

Axe 1 – Emploi et formation

Cet axe parle de travail.

Mesure n° 1 – Ouvrir un guichet pour les jeunes.
Il reçoit sans rendez-vous :

- le lundi ;
- le mardi
  après l'école.
-

Pour les équipes :

Mesure n° 2 – Former vingt animateurs.

Axe 2 – Culture

Mesure n° 3 – Organiser une fête dans la cour
de l'école, avec les

parents et les voisins.

Mesure n° 4 – Prêter des salles aux associations.

Gouvernance

Le comité de pilotage se réunit deux fois par an.
"""

    assert axes(text) == [(1, "Emploi et formation"), (2, "Culture")]
    assert rows(text) == [
        (
            "1",
            1,
            None,
            "Ouvrir un guichet pour les jeunes. Il reçoit sans rendez-vous : - le lundi ; - le mardi après l'école.",
        ),
        ("2", 1, None, "Former vingt animateurs."),
        ("3", 2, None, "Organiser une fête dans la cour de l'école, avec les parents et les voisins."),
        ("4", 2, None, "Prêter des salles aux associations."),
    ]
    assert read(text).measures[0].bullets == ("le lundi ;", "le mardi après l'école.")
    assert [(body.name, body.periodicity) for body in read(text).bodies] == [
        ("comité de pilotage", "2 fois par an")
    ]


def test_four_levels_of_numbers_give_measures_and_what_they_are_made_of():
    text = """PLAN CLIMAT DE LA VALLÉE

1 - Sobriété
1.1 Bâtiments
1.1.1 Rénover les écoles
La commune rénove deux écoles par an.
1.1.1.0 Être en règle
1.1.1.1 Isoler les toits
1.1.1.2 Changer les chaudières
1.1.2 Rénover les logements
1.1.2.1 Conseiller les propriétaires
1.1.2.2 Aider les locataires
1.2 Mobilité
1.2.1 Développer le vélo
1.2.1.1 Tracer des pistes
2 – Nature
2.1 Eau
2.1.1 Protéger les sources
2.1.1.1 Clôturer les captages
"""

    assert axes(text) == [(1, "Sobriété"), (2, "Nature")]
    assert rows(text) == [
        ("1.1.1", 1, "1.1", "Rénover les écoles La commune rénove deux écoles par an."),
        ("1.1.1.0", 1, "1.1.1", "Être en règle"),
        ("1.1.1.1", 1, "1.1.1", "Isoler les toits"),
        ("1.1.1.2", 1, "1.1.1", "Changer les chaudières"),
        ("1.1.2", 1, "1.1", "Rénover les logements"),
        ("1.1.2.1", 1, "1.1.2", "Conseiller les propriétaires"),
        ("1.1.2.2", 1, "1.1.2", "Aider les locataires"),
        ("1.2.1", 1, "1.2", "Développer le vélo"),
        ("1.2.1.1", 1, "1.2.1", "Tracer des pistes"),
        ("2.1.1", 2, "2.1", "Protéger les sources"),
        ("2.1.1.1", 2, "2.1.1", "Clôturer les captages"),
    ]


def test_orientation_objectives_and_actions_give_the_objective_as_parent():
    text = """Projet de territoire 2030

Orientation 1 : Un territoire solidaire
Objectif stratégique n°1 : Loger
Objectif opérationnel n°1.1 : Rénover
Action 1.1.1 : Créer une agence du logement
Action 1.1.2 : Aider les copropriétés
Objectif opérationnel n°1.2 : Construire
Action 1.2.1 : Bâtir cent logements
Orientation 2 : Un territoire vivant
Objectif stratégique n°2 : Animer
Objectif opérationnel n°2.1 : Fêter
Action 2.1.1 : Organiser un carnaval
Orientation 3 : Un territoire sûr
Objectif stratégique n°3 : Protéger
Objectif opérationnel n°3.1 : Éclairer
Action 3.1.1 : Poser des lampadaires
"""

    assert axes(text) == [
        (1, "Un territoire solidaire"),
        (2, "Un territoire vivant"),
        (3, "Un territoire sûr"),
    ]
    assert rows(text) == [
        ("1.1.1", 1, "1.1", "Créer une agence du logement"),
        ("1.1.2", 1, "1.1", "Aider les copropriétés"),
        ("1.2.1", 1, "1.2", "Bâtir cent logements"),
        ("2.1.1", 2, "2.1", "Organiser un carnaval"),
        ("3.1.1", 3, "3.1", "Poser des lampadaires"),
    ]


def test_roman_figures_letters_and_figures_make_a_frame():
    text = """CHARTE DE LA VIE NOCTURNE

I. Tranquillité publique
A. Médiation
1. Recruter trois médiateurs
2. Former les gérants
B. Bruit
1. Mesurer le bruit
2. Équiper les salles
3. Sanctionner les abus
II. Transports
A. Bus
1. Prolonger les lignes
B. Taxis
1. Créer une station
III. Santé
A. Alcool
1. Distribuer de l'eau
"""

    assert axes(text) == [(1, "Tranquillité publique"), (2, "Transports"), (3, "Santé")]
    assert rows(text) == [
        ("1", 1, "A", "Recruter trois médiateurs"),
        ("2", 1, "A", "Former les gérants"),
        ("1", 1, "B", "Mesurer le bruit"),
        ("2", 1, "B", "Équiper les salles"),
        ("3", 1, "B", "Sanctionner les abus"),
        ("1", 2, "A", "Prolonger les lignes"),
        ("1", 2, "B", "Créer une station"),
        ("1", 3, "A", "Distribuer de l'eau"),
    ]


def test_sheets_of_a_marked_text_keep_their_fields():
    text = """# Contrat local de santé

## Axe I – Prévention

### Fiche action n°1 : Dépister les troubles du langage
Pilote : Ville
Calendrier : 2024

### Fiche action n°2 : Parler de nutrition
Pilote : Agence
Calendrier : 2025

## Axe II – Soins

### Fiche action n°3 : Ouvrir un centre de santé
Pilote : Agglomération
Calendrier : 2026
"""

    assert axes(text) == [(1, "Prévention"), (2, "Soins")]
    assert rows(text) == [
        ("1", 1, None, "Dépister les troubles du langage Pilote : Ville Calendrier : 2024"),
        ("2", 1, None, "Parler de nutrition Pilote : Agence Calendrier : 2025"),
        ("3", 2, None, "Ouvrir un centre de santé Pilote : Agglomération Calendrier : 2026"),
    ]


def test_a_heading_repeated_on_each_page_is_said_once():
    text = """Plan santé

Axe 1 : Prévenir
Fiche action n°1 : Bouger
Le sport pour tous.

Axe 1 : Prévenir
Fiche action n°2 : Manger
Des repas équilibrés.

Axe 2 : Soigner
Fiche action n°3 : Recevoir
Un centre.

Axe 2 : Soigner
Fiche action n°4 : Se déplacer
Une navette.

Axe 3 : Écouter
Fiche action n°5 : Parler
Une ligne.
"""

    assert axes(text) == [(1, "Prévenir"), (2, "Soigner"), (3, "Écouter")]
    assert rows(text) == [
        ("1", 1, None, "Bouger Le sport pour tous."),
        ("2", 1, None, "Manger Des repas équilibrés."),
        ("3", 2, None, "Recevoir Un centre."),
        ("4", 2, None, "Se déplacer Une navette."),
        ("5", 3, None, "Parler Une ligne."),
    ]


def test_a_list_before_the_details_is_merged_with_them():
    text = """Plan vélo

Axe 1 : Rouler
Action 1.1 : Tracer des pistes
Action 1.2 : Réparer les ponts
Action 1.3 : Entretenir

Action 1.1 : Tracer des pistes
Dix kilomètres de pistes seront tracés entre les villages.

Action 1.2 : Réparer les ponts
Trois ponts seront réparés au printemps.

Action 1.3 : Entretenir
Les bas-côtés seront fauchés deux fois.

Axe 2 : Garer
Action 2.1 : Poser des arceaux
Action 2.2 : Abriter

Action 2.1 : Poser des arceaux
Cent arceaux seront posés devant les écoles.

Action 2.2 : Abriter
Un abri fermé sera construit à la gare.
"""

    assert rows(text) == [
        ("1.1", 1, None, "Tracer des pistes Dix kilomètres de pistes seront tracés entre les villages."),
        ("1.2", 1, None, "Réparer les ponts Trois ponts seront réparés au printemps."),
        ("1.3", 1, None, "Entretenir Les bas-côtés seront fauchés deux fois."),
        ("2.1", 2, None, "Poser des arceaux Cent arceaux seront posés devant les écoles."),
        ("2.2", 2, None, "Abriter Un abri fermé sera construit à la gare."),
    ]


def test_a_mention_at_the_head_of_a_line_is_no_measure():
    text = """Plan d'action

Axe 1 : Lire
Mesure 1 : Ouvrir un lieu, en lien avec la
Mesure 3 : voir plus bas.
Mesure 2 : Former des gens.
Mesure 3 : Acheter des livres.
Axe 2 : Peindre
Mesure 4 : Peindre des murs.
Mesure 2 : déjà dit.
Mesure 5 : Planter des arbres.
"""

    assert rows(text) == [
        ("1", 1, None, "Ouvrir un lieu, en lien avec la Mesure 3 : voir plus bas."),
        ("2", 1, None, "Former des gens."),
        ("3", 1, None, "Acheter des livres."),
        ("4", 2, None, "Peindre des murs. Mesure 2 : déjà dit."),
        ("5", 2, None, "Planter des arbres."),
    ]


def test_numbers_that_start_again_under_each_axis_are_kept_as_published():
    text = """Pacte de solidarité

Axe 1 : Alimentation
Mesure 1 : Créer une épicerie sociale.
Mesure 2 : Organiser des ateliers.
Mesure 3 : Soutenir les jardins.
Axe 2 : Logement
Mesure 1 : Ouvrir dix places.
Mesure 2 : Accompagner les locataires.
"""

    assert rows(text) == [
        ("1", 1, None, "Créer une épicerie sociale."),
        ("2", 1, None, "Organiser des ateliers."),
        ("3", 1, None, "Soutenir les jardins."),
        ("1", 2, None, "Ouvrir dix places."),
        ("2", 2, None, "Accompagner les locataires."),
    ]


def test_an_announcement_alone_on_its_line_takes_the_words_below():
    text = """Plan jeunesse

MESURE N°1

Créer une maison des jeunes
avec un studio.

MESURE N°2

Offrir des permis.

MESURE N°3

Ouvrir le gymnase le soir.
"""

    assert rows(text) == [
        ("1", None, None, "Créer une maison des jeunes avec un studio."),
        ("2", None, None, "Offrir des permis."),
        ("3", None, None, "Ouvrir le gymnase le soir."),
    ]


def test_ranks_before_the_word_and_codes_are_announcements():
    ranked = """Contrat de ville de Valmont

1er axe : Emploi
Action 1.1 : 50 stages de troisième
Action 1.2 : Ouvrir un lieu
Deuxième axe : Santé
Action 2.1 : Dépister
"""
    coded = """Convention territoriale globale

OS1 : Accueillir les enfants
OO1.1 : Ouvrir des crèches
FA1 : Créer dix places
FA2 : Former les assistantes
OS2 : Soutenir les parents
OO2.1 : Écouter
FA3 : Ouvrir un lieu d'écoute
"""

    assert rows(ranked) == [
        ("1.1", 1, None, "50 stages de troisième"),
        ("1.2", 1, None, "Ouvrir un lieu"),
        ("2.1", 2, None, "Dépister"),
    ]
    assert rows(coded) == [
        ("FA1", 1, "OO1.1", "Créer dix places"),
        ("FA2", 1, "OO1.1", "Former les assistantes"),
        ("FA3", 2, "OO2.1", "Ouvrir un lieu d'écoute"),
    ]


def test_engagements_within_articles_have_no_axis():
    text = """Contrat de réussite

ARTICLE 1er – OBJET

Le présent contrat dit ce qui est promis.

ARTICLE 2 – PROMESSES

Engagement 1. – Nous ouvrirons une salle d'étude dans
chaque collège, du lundi au vendredi.

Engagement 2. – Nous financerons des séjours.

Pour les familles

Engagement 3. – Nous créerons un café des parents.

ARTICLE 3 – DURÉE

Le contrat court jusqu'au 30 juin 2026.
"""
    pact = read(text)

    assert [(article.number, article.title) for article in pact.articles] == [
        (1, "OBJET"),
        (2, "PROMESSES"),
        (3, "DURÉE"),
    ]
    assert rows(text) == [
        ("1", None, None, "Nous ouvrirons une salle d'étude dans chaque collège, du lundi au vendredi."),
        ("2", None, None, "Nous financerons des séjours."),
        ("3", None, None, "Nous créerons un café des parents."),
    ]
    assert pact.ends_on is not None
    assert pact.ends_on.value.isoformat() == "2026-06-30"


def test_articles_are_axes_where_the_text_names_them_so():
    text = """Pacte pour la rivière

Trois axes composent le pacte : « Nettoyer », « Surveiller » et « Raconter ».

Article 1 : Objet
Ce pacte parle de la rivière.
Article 2 : Nettoyer
Mesure 10 : Nous ramasserons les déchets.
Mesure 11 : Nous curerons le lit.
Article 3 : Surveiller
Mesure 20 : Nous mesurerons le niveau.
Article 4 : Raconter
Mesure 30 : Nous publierons un livre.
Mesure 31 : Nous ouvrirons un musée.
Mesure 32 : Nous organiserons une fête.
"""

    assert [(axis.number, axis.title, axis.article) for axis in read(text).axes] == [
        (1, "Nettoyer", 2),
        (2, "Surveiller", 3),
        (3, "Raconter", 4),
    ]
    assert [(number, axis) for number, axis, _, _ in rows(text)] == [
        ("10", 1),
        ("11", 1),
        ("20", 2),
        ("30", 3),
        ("31", 3),
        ("32", 3),
    ]


def test_a_summary_at_the_end_repeats_nothing_and_belongs_to_no_measure():
    text = """Pacte pour la lecture

Mesure 1 : Offrir un livre à chaque naissance.
La mairie choisit le livre avec les libraires.

Mesure 2 : Ouvrir la médiathèque le dimanche.
Six agents se relaient.

Mesure 3 : Former les bénévoles.
Deux jours par an.

Récapitulatif des mesures

Mesure 1 : Offrir un livre à chaque naissance
Mesure 2 : Ouvrir la médiathèque le dimanche
Mesure 3 : Former les bénévoles
"""

    assert rows(text) == [
        (
            "1",
            None,
            None,
            "Offrir un livre à chaque naissance. La mairie choisit le livre avec les libraires.",
        ),
        ("2", None, None, "Ouvrir la médiathèque le dimanche. Six agents se relaient."),
        ("3", None, None, "Former les bénévoles. Deux jours par an."),
    ]


def test_axes_that_are_only_listed_hold_no_measure():
    text = """VILLE DE VALMONT
PLAN D'ACTIONS 2024

Le plan compte trois axes :
- Axe 1 : Emploi ;
- Axe 2 : Culture ;
- Axe 3 : Santé.

Mesure 1 : Ouvrir un guichet.
Mesure 2 : Former.
Mesure 3 : Soigner.
"""

    assert axes(text) == []
    assert [(number, axis) for number, axis, _, _ in rows(text)] == [("1", None), ("2", None), ("3", None)]


def test_sheets_in_an_annex_are_no_other_measures():
    text = """Plan vert

Axe 1 : Arbres
Mesure 1 : Planter.
Mesure 2 : Tailler.
Axe 2 : Eau
Mesure 3 : Curer.
Mesure 4 : Mesurer.

Annexes

Fiche action n°1 : Planter des haies
Pilote : Ville
Fiche action n°2 : Tailler
Fiche action n°3 : Curer
"""

    assert rows(text) == [
        ("1", 1, None, "Planter."),
        ("2", 1, None, "Tailler."),
        ("3", 2, None, "Curer."),
        ("4", 2, None, "Mesurer."),
    ]


def test_axes_inside_an_article_end_with_it():
    text = """Contrat local

Article 1 – Objet
Dire.
Article 2 – Programme

AXE 1 : L'EMPLOI
Action 1.1 : Créer un forum
Action 1.2 : Ouvrir un atelier
AXE 2 : LA SANTÉ
Action 2.1 : Dépister
Article 3 – Suivi
Un comité de suivi semestriel.
"""

    assert axes(text) == [(1, "L'EMPLOI"), (2, "LA SANTÉ")]
    assert [axis.article for axis in read(text).axes] == [2, 2]
    assert rows(text)[-1] == ("2.1", 2, None, "Dépister")


def test_a_chapter_that_goes_on_counting_after_the_plan_is_not_its_last_measure():
    text = """CONTRAT DE QUARTIER

I. CONTEXTE
Le quartier est grand.

II. PLAN

Mesure 1 – Planter.
Mesure 2 – Tailler.
Mesure 3 – Arroser.

III. MOYENS
Dix arrosoirs.
"""

    assert rows(text)[-1] == ("3", None, None, "Arroser.")


def test_a_plan_inside_minutes_is_read_without_its_agenda():
    text = """Conseil municipal de Valmont
Procès-verbal de la séance du 3 mai 2024
Étaient présents : M. Paul LENOIR.
Secrétaire de séance : Mme Anne VALLON
Ordre du jour :
1. Approbation du procès-verbal
2. Plan d'action jeunesse

1. Approbation du procès-verbal
Adopté à l'unanimité.
2. Plan d'action jeunesse
Le maire présente le plan suivant.

Axe 1 : Jouer
Action 1 : Ouvrir le gymnase.
Action 2 : Prêter des ballons.
Axe 2 : Lire
Action 3 : Acheter des livres.
Action 4 : Ouvrir le soir.
Action 5 : Conter.
"""

    assert axes(text) == [(1, "Jouer"), (2, "Lire")]
    assert [(number, axis) for number, axis, _, _ in rows(text)] == [
        ("1", 1),
        ("2", 1),
        ("3", 2),
        ("4", 2),
        ("5", 2),
    ]


NO_PLANS = {
    "minutes": """CONSEIL MUNICIPAL
Procès-verbal de la séance du 3 mai 2024

Étaient présents : M. Paul LENOIR, Mme Anne VALLON.
Secrétaire de séance : Mme Anne VALLON
Ordre du jour :
1. Approbation du procès-verbal
2. Plan d'action jeunesse
3. Créer un poste
4. Questions diverses

1. Approbation du procès-verbal
Adopté.
2. Plan d'action jeunesse
Le maire présente le plan.
3. Créer un poste
Adopté à l'unanimité.
""",
    "a lease between two parties": """Convention de mise à disposition

Entre
la commune de Valmont, représentée par son maire, Mme Anne VALLON,
et
l'association Horizon, représentée par M. Sam OKO, président,

Article 1 : Objet
La commune prête une salle.
Article 2 : Durée
Un an.
Article 3 : Obligations
3.1 Assurer la salle
3.2 Entretenir le local
3.3 Rendre les clefs
""",
    "standing orders": """Règlement intérieur

Titre I : Séances
Article 1 : Convocation
Article 2 : Ordre du jour
Titre II : Débats
Article 3 : Parole
Titre III : Votes
Article 4 : Scrutin
""",
    "a report in chapters": """Rapport d'activité 2023

1. Présentation
1.1 Le territoire
Le territoire compte vingt communes.
1.2 Les moyens
1.3 Les agents
2. Bilan
2.1 Les chiffres
2.2 Les projets
3. Perspectives
3.1 Demain
""",
    "two measures only": "Plan court\n\nMesure 1 : Ouvrir.\nMesure 2 : Fermer.\n",
    "measures out of order": "Plan mêlé\n\nMesure 7 : Ouvrir.\nMesure 3 : Fermer.\nMesure 5 : Peindre.\n",
    "nothing": "",
}


@pytest.mark.parametrize("name", NO_PLANS)
def test_a_document_that_is_no_plan_gives_none(name: str):
    assert read_pact(Layout(NO_PLANS[name]), sitting=None) is None


TITLES = ["Tenir un forum", "Ouvrir un chantier", "Aider les jeunes", "Former les tuteurs"]


def test_a_pilot_named_at_the_end_of_each_sheet_is_no_title_of_the_page():
    pilots = "\nPorteur\nCCAS\n", "\nPilote : CCAS\n"
    texts = [
        "Plan d'actions\n\nAXE 1 : L'EMPLOI\n"
        + "".join(f"Action 1.{at} : {title}{pilot if at < 4 else ''}" for at, title in enumerate(TITLES, 1))
        for pilot in pilots
    ]

    assert [[row[-1] for row in rows(text)] for text in texts] == [
        [f"{title} {words}" for title in TITLES[:3]] + [TITLES[3]]
        for words in ("Porteur CCAS", "Pilote : CCAS")
    ]
