"""Invented plans in the styles of French contracts and programmes, written before the reader ran on them."""

from declic.engines.reading.drafts import PactDraft
from declic.engines.reading.reader import read_text


Row = tuple[str, int | None, str | None, str]


def read(text: str) -> PactDraft:
    pact = read_text(text).pact
    assert pact is not None
    return pact


def rows(pact: PactDraft) -> list[Row]:
    return [(measure.number, measure.axis, measure.parent, measure.text) for measure in pact.measures]


def parties(pact: PactDraft) -> list[tuple[str, tuple[tuple[str, str | None], ...]]]:
    return [
        (party.organisation, tuple((one.name, one.function) for one in party.representatives))
        for party in pact.parties
    ]


LERNE = [
    ("État", (("Hugo LESAGE", "préfet"),)),
    ("Ville de Lerne", (("Ada BRUN", "maire"),)),
]
THREE_MEASURES = """Axe 1 : Prévenir
Mesure 1 : Ouvrir un accueil.
Mesure 2 : Former les agents.
Mesure 3 : Tenir un forum.
"""
CITY_CONTRACT = """\
CONTRAT DE VILLE 2024-2030
« Engagements Quartiers 2030 »

Entre l'État, représenté par Mme Solène GRANVAL, préfète de la Haute-Brenne, la Communauté d'agglomération du Val d'Orbe,
représentée par M. Yannick TRESSOL, président, la Ville de Montorbe, représentée par Mme Aude LESCURE, maire, et la Caisse
d'allocations familiales de la Haute-Brenne, représentée par son directeur, M. Paul VIGNERON,

il est convenu ce qui suit :

Priorité 1 – L'émancipation par l'éducation

Objectif 1.1 : Prévenir le décrochage scolaire

Mesure 1.1.1 : Ouvrir un lieu d'accueil pour les élèves exclus temporairement
Action 1.1.1.a : Recruter deux éducateurs.
Action 1.1.1.b : Accueillir 40 élèves par an.

Mesure 1.1.2 : Accompagner les familles
Action 1.1.2.a : Tenir 6 cafés des parents par an.
Action 1.1.2.b : Traduire les documents de rentrée en 4 langues.

Objectif 1.2 : Ouvrir l'école sur la ville

Mesure 1.2.1 : Soutenir les sorties culturelles
Action 1.2.1.a : Financer 25 sorties.
Action 1.2.1.b : Prêter un car municipal.

Priorité 2 – Le cadre de vie

Objectif 2.1 : Rendre les espaces publics plus frais

Mesure 2.1.1 : Planter et ombrager
Action 2.1.1.a : Planter 30 arbres d'ici 2026.
Action 2.1.1.b : Installer 12 ombrières d'ici à 2027.

Fait à Montorbe, le 4 avril 2024
"""


def test_parties_named_in_one_sentence_are_found_each_with_who_stands_for_it():
    assert parties(read(CITY_CONTRACT)) == [
        ("État", (("Solène GRANVAL", "préfète de la Haute-Brenne"),)),
        ("Communauté d'agglomération du Val d'Orbe", (("Yannick TRESSOL", "président"),)),
        ("Ville de Montorbe", (("Aude LESCURE", "maire"),)),
        ("Caisse d'allocations familiales de la Haute-Brenne", (("Paul VIGNERON", "directeur"),)),
    ]


def test_the_span_of_a_party_holds_its_own_words_alone():
    spans = [party.spans[0].of(CITY_CONTRACT) for party in read(CITY_CONTRACT).parties]

    assert [words.partition(",")[0] for words in spans] == [
        "l'État",
        "la Communauté d'agglomération du Val d'Orbe",
        "la Ville de Montorbe",
        "la Caisse\nd'allocations familiales de la Haute-Brenne",
    ]


def test_what_follows_the_sentence_of_the_parties_is_nobody_s_function():
    text = (
        """Contrat local de sécurité

Le présent contrat est conclu entre l'État, représenté par M. Hugo LESAGE, préfet, la Ville de Lerne, représentée par
Mme Ada BRUN, maire, pour une durée de trois ans. La Ville de Lerne, l'État et leurs partenaires se réunissent.

- La gouvernance du contrat
- Le suivi du contrat

"""
        + THREE_MEASURES
    )
    assert parties(read(text)) == LERNE


def test_an_institution_that_nobody_stands_for_is_in_nobody_s_function():
    text = (
        """Contrat de quartier

Entre l'État, représenté par M. Hugo LESAGE, préfet, la Région des Lacs, la Ville de Lerne, représentée par Mme Ada
BRUN, maire,

"""
        + THREE_MEASURES
    )
    assert parties(read(text)) == LERNE


def test_measures_keep_their_titles_over_their_own_actions():
    assert rows(read(CITY_CONTRACT))[:4] == [
        ("1.1.1", 1, "1.1", "Ouvrir un lieu d'accueil pour les élèves exclus temporairement"),
        ("1.1.1.a", 1, "1.1.1", "Recruter deux éducateurs."),
        ("1.1.1.b", 1, "1.1.1", "Accueillir 40 élèves par an."),
        ("1.1.2", 1, "1.1", "Accompagner les familles"),
    ]


def test_a_day_to_come_is_no_part_of_what_is_counted():
    found = {figure.value: (figure.unit, figure.date) for figure in read(CITY_CONTRACT).figures}

    assert (found[30], found[12]) == (("arbres", "2026"), ("ombrières", "2027"))


FAMILY_CONVENTION = """\
Convention territoriale globale
2023 - 2027

Entre :
La Caf du Morvent, dont le siège est 3 rue des Tilleuls, représentée par sa directrice, Mme Irène BOISSEL ;
La communauté de communes Plateau-Sud, représentée par son président, M. Karim DELORME, dûment autorisé ;
La commune de Hautefage, représentée par son maire, M. Léo VASSEUR.

Article 1 : Objet de la convention

La présente convention vise à définir le projet stratégique global du territoire.

Article 2 : Les champs d'intervention

Enjeu 1 : Petite enfance
1.1 Créer 12 places d'accueil collectif à Hautefage
1.2 Ouvrir un relais petite enfance itinérant
1.3 Soutenir la formation de 8 assistantes maternelles

Enjeu 2 : Accès aux droits
2.1 Installer un point conseil budget
2.2 Labelliser 2 espaces France services
2.3 Former les secrétaires de mairie

Enjeu 3 : Animation de la vie sociale
3.1 Créer un espace de vie sociale
3.2 Organiser 4 fêtes de village

Article 3 : Engagements financiers

La Caf apporte 180 000 € par an.

Article 4 : Durée

La convention est conclue pour 5 ans, jusqu'au 31 décembre 2027.
"""


def test_measures_numbered_by_their_stake_are_not_those_of_the_article_of_that_number():
    pact = read(FAMILY_CONVENTION)

    assert [(axis.number, axis.title) for axis in pact.axes] == [
        (1, "Petite enfance"),
        (2, "Accès aux droits"),
        (3, "Animation de la vie sociale"),
    ]
    assert [(number, axis) for number, axis, _parent, _text in rows(pact)] == [
        ("1.1", 1), ("1.2", 1), ("1.3", 1), ("2.1", 2), ("2.2", 2), ("2.3", 2), ("3.1", 3), ("3.2", 3)
    ]  # fmt: skip


SOLIDARITY_PACT = """\
PACTE LOCAL DES SOLIDARITÉS
Département de la Haute-Brenne — 2024-2027

Sommaire
Axe 1. Prévenir la pauvreté dès l'enfance ........ 3
Axe 2. Amplifier l'accès à l'emploi ........ 5
Axe 3. Lutter contre la grande exclusion ........ 8

Axe 1. Prévenir la pauvreté dès l'enfance

1. Créer un réseau de 15 référents parentalité.
2. Distribuer 2 000 kits de puériculture.
3. Ouvrir 3 maisons des 1 000 premiers jours.

Axe 2. Amplifier l'accès à l'emploi

1. Accompagner 350 allocataires du RSA.
2. Financer 120 permis de conduire.

Axe 3. Lutter contre la grande exclusion

1. Renforcer les maraudes (5 soirs par semaine).
2. Ouvrir une pension de famille de 20 logements.
3. Installer 8 bagageries.

Tableau récapitulatif
Axe | Mesure | Montant
1 | Créer un réseau de 15 référents parentalité | 90 000 €
1 | Distribuer 2 000 kits de puériculture | 140 000 €
"""


def test_a_table_that_sums_up_the_plan_belongs_to_no_measure():
    pact = read(SOLIDARITY_PACT)

    assert rows(pact)[-1] == ("3", 3, None, "Installer 8 bagageries.")
    assert [(one.value_eur, one.funder, one.beneficiary, one.purpose) for one in pact.amounts] == [
        (90_000, None, None, None),
        (140_000, None, None, None),
    ]


SCANNED_PLAN = """\
Plan de lutte contre la pauvrete du territoire de Ferrand

Axe l : Logement
Mesure 1 - Creer un guichet unique du Iogement.
Mesure 2 - Prevenir les expulsions : 200 menages suivis.

Axe 2 : Alimentation
Mesure 3 - Ouvrir une epicerie sociale a Ferrand-Sud.
Mesure 4 - Distribuer 1 500 paniers par mois.
Mesure 6 - Creer 3 jardins nourriciers.

Axe 3 : Mobilite
Mesure 7 - Preter 40 velos.
Mesure 8 - Creer un garage solidaire.
"""


def test_a_one_that_a_scan_reads_as_a_letter_still_opens_its_axis():
    pact = read(SCANNED_PLAN)

    assert [(axis.number, axis.title) for axis in pact.axes] == [
        (1, "Logement"),
        (2, "Alimentation"),
        (3, "Mobilite"),
    ]
    assert rows(pact)[1] == ("2", 1, None, "Prevenir les expulsions : 200 menages suivis.")


WORK_PACT = """\
PACTE TERRITORIAL POUR L'EMPLOI DE LA VALLÉE DU SÉNOUIRE

CHAPITRE 1 – FORMER

Engagement n°1 : Ouvrir une école de la deuxième chance
L'engagement porte sur 60 places.

  Action 1 : Trouver un local de 800 m².
  Action 2 : Recruter 7 formateurs.

Engagement n°2 : Développer l'apprentissage
Les entreprises signataires accueillent 150 apprentis.

  Action 1 : Tenir un salon annuel.
  Action 2 : Créer une bourse au logement.
  Action 3 : Verser une prime de 500 € par apprenti.

CHAPITRE 2 – RECRUTER

Engagement n°3 : Recruter sans CV
Les signataires organisent 10 sessions par an.

  Action 1 : Former 30 recruteurs.
  Action 2 : Publier un guide.

Les signataires
Ville de Sénouire    Chambre de métiers    France Travail
"""


def test_engagements_that_say_more_than_a_title_are_promises_above_their_actions():
    pact = read(WORK_PACT)

    assert rows(pact)[0] == (
        "1", 1, None, "Ouvrir une école de la deuxième chance L'engagement porte sur 60 places."
    )  # fmt: skip
    assert [(number, parent) for number, _axis, parent, _text in rows(pact)] == [
        ("1", None), ("1", "1"), ("2", "1"), ("2", None), ("1", "2"), ("2", "2"), ("3", "2"),
        ("3", None), ("1", "3"), ("2", "3"),
    ]  # fmt: skip
    assert rows(pact)[-1][3] == "Publier un guide."


def test_what_is_paid_to_each_is_not_paid_by_each():
    assert [(one.value_eur, one.funder) for one in read(WORK_PACT).amounts] == [(500, None)]


FOUR_LEVELS = """\
Programme de réussite éducative et sociale du Val-Mahaut        2025-2029

Axe 1 : Apprendre

Objectif 1 : Lire et écrire

Mesure 1 : Donner des livres
Chaque enfant reçoit un livre par saison.

Action 1 : Acheter 900 albums.
Action 2 : Ouvrir 4 boîtes à livres.

Val-Mahaut – programme 2025-2029 – page 1

Mesure 2 : Écrire ensemble
Des ateliers d'écriture ont lieu dans chaque quartier.

Action 1 : Former 6 animateurs.
Action 2 : Publier un recueil.

Objectif 2 : Compter

Mesure 1 : Jouer avec les nombres
Les mathématiques sortent de l'école.

Action 1 : Tenir un rallye de 200 élèves.

Val-Mahaut – programme 2025-2029 – page 2

Axe 2 : Habiter

Objectif 1 : Se loger

Mesure 1 : Rénover
Les bailleurs rénovent leurs immeubles.

Action 1 : Isoler 350 logements.
Action 2 : Changer 40 chaudières d'ici 2028.

Val-Mahaut – programme 2025-2029 – page 3

Synthèse des mesures

Objectif / mesure | Pilote
Mesure 1 : Donner des livres | médiathèque
Mesure 2 : Écrire ensemble | centre social
"""


def test_four_levels_that_all_count_anew_are_told_apart_by_what_stands_above():
    assert rows(read(FOUR_LEVELS)) == [
        ("1", 1, "1", "Donner des livres Chaque enfant reçoit un livre par saison."),
        ("1", 1, "1", "Acheter 900 albums."),
        ("2", 1, "1", "Ouvrir 4 boîtes à livres."),
        ("2", 1, "1", "Écrire ensemble Des ateliers d'écriture ont lieu dans chaque quartier."),
        ("1", 1, "2", "Former 6 animateurs."),
        ("2", 1, "2", "Publier un recueil."),
        ("1", 1, "2", "Jouer avec les nombres Les mathématiques sortent de l'école."),
        ("1", 1, "1", "Tenir un rallye de 200 élèves."),
        ("1", 2, "1", "Rénover Les bailleurs rénovent leurs immeubles."),
        ("1", 2, "1", "Isoler 350 logements."),
        ("2", 2, "1", "Changer 40 chaudières d'ici 2028."),
    ]


CLIMATE_PLAN = """\
PLAN CLIMAT-AIR-ÉNERGIE TERRITORIAL
Pays de la Vouivre
Programme d'actions 2024-2029

AXE A - SOBRIÉTÉ ET EFFICACITÉ ÉNERGÉTIQUE

Objectif A.1 - Rénover le bâti public

Action A.1.1 - Rénover 14 écoles
Pilote : Pays de la Vouivre
Partenaires : communes, ADEME
Indicateur : nombre d'écoles rénovées

Action A.1.2 - Installer des sous-compteurs
Pilote : syndicat d'énergie
Partenaires : communes

Objectif A.2 - Aider les ménages

Action A.2.1 - Conseiller 600 ménages par an
Pilote : espace conseil
Partenaires : ANAH

AXE B - MOBILITÉS

Objectif B.1 - Développer le vélo

Action B.1.1 - Créer 22 km de pistes cyclables
Pilote : département
Action B.1.2 - Ouvrir une maison du vélo
Pilote : association Roue libre

Objectif B.2 - Partager la voiture

Action B.2.1 - Aménager 6 aires de covoiturage
Pilote : Pays de la Vouivre
"""


def test_the_fields_of_a_sheet_are_no_part_of_what_is_counted():
    assert [(one.value, one.unit, one.subject) for one in read(CLIMATE_PLAN).figures] == [
        (14, "écoles", "Rénover 14 écoles"),
        (600, "ménages", "ménages par an"),
        (22, "km", "pistes cyclables"),
        (6, "aires", "aires de covoiturage"),
    ]


def test_the_only_measure_of_an_axis_may_resemble_that_of_another():
    text = """Plan d'action pour la vallée

Axe 1 : Habiter
Mesure 1 : Créer un guichet pour les familles dans chaque village.
Mesure 2 : Ouvrir une maison des associations dès la rentrée.
Mesure 3 : Organiser un réseau de bénévoles.

Axe 2 : Se déplacer
Mesure 1 : Ouvrir un guichet pour les familles dans chaque village.
"""
    assert rows(read(text))[-1] == ("1", 2, None, "Ouvrir un guichet pour les familles dans chaque village.")


def test_a_title_with_its_page_number_belongs_to_no_measure():
    pages = [
        f"Mesure {n} : Ouvrir la salle {n}.\n\nPlan de la vallée – page {n} sur 4\n" for n in (1, 2, 3, 4)
    ]

    assert [text for *_place, text in rows(read("Plan d'action\n\n" + "\n".join(pages)))] == [
        f"Ouvrir la salle {n}." for n in (1, 2, 3, 4)
    ]
