"""Title, days, parties, signatures, diagnosis, roles, ongoing actions, bodies: each read only where it is said."""

import datetime

import pytest

from declic.engines.reading.bodies import read_bodies
from declic.engines.reading.diagnosis import read_diagnosis
from declic.engines.reading.drafts import AxisDraft, PactDraft, SittingDraft
from declic.engines.reading.ongoing import read_ongoing_actions
from declic.engines.reading.pact import read_pact
from declic.engines.reading.parties import read_parties
from declic.engines.reading.roles import read_roles
from declic.engines.reading.signature_blocks import read_signature_blocks
from declic.engines.reading.text import Layout
from declic.units.spans import Span


MEASURES = """
Mesure 1 : Nous planterons des arbres.
Mesure 2 : Nous ouvrirons un jardin.
Mesure 3 : Nous fêterons la rivière.
"""


def read(text: str, *, sitting: SittingDraft | None = None) -> PactDraft:
    pact = read_pact(Layout(text), sitting=sitting)
    assert pact is not None
    return pact


# --- parties -----------------------------------------------------------------------
PARTIES = {
    "list": (
        """Entre

- l'État représenté par la préfète du Jura, Claire MARTIN-DURAND ;
- la Ville de Valmont, représentée par Mme Léa PONT, maire, et Monsieur Hugo BLANC, premier adjoint ;

et

- la Caisse d'allocations familiales ;
- l'Agence régionale de santé, représentée par son directeur général, M. Éric VAL.

Il est convenu ce qui suit,
""",
        [
            ("État", [("Claire MARTIN-DURAND", None, "préfète du Jura")]),
            (
                "Ville de Valmont",
                [("Léa PONT", "Mme", "maire"), ("Hugo BLANC", "Monsieur", "premier adjoint")],
            ),
            ("Caisse d'allocations familiales", []),
            ("Agence régionale de santé", [("Éric VAL", "M.", "directeur général")]),
        ],
    ),
    "paragraphs": (
        """ENTRE LES SOUSSIGNÉS :

L'État, représenté par Monsieur Jean DE LA TOUR, Préfet de la Loue, d'une part,

Et

La commune de Valmont, représentée par son maire, M. Paul Lenoir, dûment habilité par
délibération du 3 mai 2024, ci-après dénommée « la commune »,
L'association Les Jardins Bleus, association loi 1901 dont le siège est à Valmont, représentée
par sa présidente, Madame Zoé PETIT,
d'autre part,

Il a été convenu ce qui suit :
""",
        [
            ("État", [("Jean DE LA TOUR", "Monsieur", "Préfet de la Loue")]),
            ("commune de Valmont", [("Paul Lenoir", "M.", "maire")]),
            ("association Les Jardins Bleus", [("Zoé PETIT", "Madame", "présidente")]),
        ],
    ),
    "one sentence": (
        """Entre l'État, représenté par le préfet, M. Luc ARNAUD, d'une part, et la commune de Valmont, représentée par son
maire, Mme Anne VALLON, d'autre part, et l'association Horizon, représentée par M. Sam OKO, président,
il a été convenu ce qui suit.
""",
        [
            ("État", [("Luc ARNAUD", "M.", "préfet")]),
            ("commune de Valmont", [("Anne VALLON", "Mme", "maire")]),
            ("association Horizon", [("Sam OKO", "M.", "président")]),
        ],
    ),
    "a function without a name": (
        """La présente convention est conclue entre :
- la Région Grande-Plaine, représentée par son président ;
- le lycée Bleu, représenté par sa directrice Julie MOREL.

Article 1 : Objet
""",
        [("Région Grande-Plaine", []), ("lycée Bleu", [("Julie MOREL", None, "directrice")])],
    ),
}


@pytest.mark.parametrize("layout", PARTIES)
def test_parties_are_read_with_who_stands_for_them(layout: str):
    text, expected = PARTIES[layout]
    parties = read_parties(Layout(text), since=0)

    assert [
        (
            party.organisation,
            [(person.name, person.civility, person.function) for person in party.representatives],
        )
        for party in parties
    ] == expected
    assert all(party.organisation in party.spans[0].of(text) for party in parties)


@pytest.mark.parametrize(
    "text",
    [
        "Entre midi et deux, la salle est ouverte.",
        "Le lien entre la Ville et l'État est fort. La Ville est représentée par le maire.",
        "Entre\n\nla colline et la rivière\n\nIl est convenu de marcher.",
        "",
    ],
)
def test_a_sentence_that_says_between_gives_no_party(text: str):
    assert read_parties(Layout(text), since=0) == ()


def test_a_signature_block_goes_to_the_party_whose_rare_words_it_says():
    text, _ = PARTIES["list"]
    signed = f"""{text}
Signatures

Madame la Préfète du Jura,

Pour la Ville de Valmont,
le premier adjoint

Monsieur le directeur général de l'Agence
régionale de santé,

Monsieur le Président du club d'échecs

Les parties restent libres.
"""
    layout = Layout(signed)
    blocks = read_signature_blocks(layout, read_parties(layout, since=0), since=len(text))

    assert [block.organisation for block in blocks] == [
        "État",
        "Ville de Valmont",
        "Agence régionale de santé",
        None,
    ]


# --- what the pact says of itself ----------------------------------------------------
def test_a_pact_within_minutes_has_the_title_that_opens_it():
    text = f"""Extrait du registre des délibérations
Étaient présents : tous.
Secrétaire de séance : M. Paul LENOIR

Pacte pour la forêt

Rapporteur : Mme Anne VALLON

La commune prend acte du pacte. Il est adopté.
Le maire en remercie les auteurs.
Le vote est unanime.

Pacte pour la forêt et la rivière

Signé à Valmont, le lundi 6 mai 2024

Préambule

La forêt est belle.
{MEASURES}"""
    pact = read(text)

    assert pact.title is not None
    assert pact.title.value == "Pacte pour la forêt et la rivière"
    assert pact.date is not None
    assert pact.date.value == datetime.date(2024, 5, 6)
    assert pact.date.spans[0].of(text) == "lundi 6 mai 2024"
    assert pact.weekday is not None
    assert pact.weekday.value == "lundi"
    assert len(pact.measures) == 3


def test_the_end_the_successor_and_the_reserve_are_the_words_of_the_text():
    text = f"""Contrat de rivière
{MEASURES}
Article 1 : Durée
Le présent contrat prend effet à sa signature et s'achève le 31 décembre 2027.
Il sera ensuite remplacé par un nouveau schéma de gestion.
L'engagement de la Ville est pris sous réserve de la délibération de son assemblée.
Article 2 : Fin
Rien.
Article 3 : Suite
Fait à Valmont, le 2 mai 2024
"""
    pact = read(text)

    assert pact.ends_on is not None
    assert pact.ends_on.value == datetime.date(2027, 12, 31)
    assert pact.successor is not None
    assert pact.successor.value == "schéma de gestion"
    assert pact.reserve is not None
    assert pact.reserve.value.startswith("L'engagement de la Ville")
    assert pact.date is not None
    assert pact.date.value == datetime.date(2024, 5, 2)


def test_what_is_not_said_stays_unknown():
    pact = read(f"Plan d'action\n{MEASURES}Les travaux durent jusqu'au soir.\n")

    assert (pact.date, pact.weekday, pact.ends_on, pact.successor, pact.reserve) == (None,) * 5
    assert (pact.parties, pact.signature_blocks, pact.articles, pact.axes, pact.diagnosis) == ((),) * 5


# --- diagnosis --------------------------------------------------------------------------
def test_reasons_are_the_sentences_that_order_words_open():
    text = (
        "Le fleuve monte pour plusieurs raisons. D'abord, il pleut. En second lieu, le lit est étroit. "
        "Enfin, les berges sont nues. La commune agit."
    )
    reasons = read_diagnosis(Layout(text), since=0)

    assert [reason.value for reason in reasons] == [
        "D'abord, il pleut.",
        "En second lieu, le lit est étroit.",
        "Enfin, les berges sont nues.",
    ]


def test_reasons_may_be_a_list():
    text = "Trois difficultés demeurent, et trois freins :\n- le prix ;\n- la distance.\n\nOn y travaille."

    assert [reason.value for reason in read_diagnosis(Layout(text), since=0)] == ["le prix ;", "la distance."]


def test_reasons_that_are_not_told_one_by_one_are_none():
    text = "Il y a plusieurs raisons à cela. Le fleuve monte. Enfin, il pleut."

    assert read_diagnosis(Layout(text), since=0) == ()


# --- axes, roles, ongoing actions ---------------------------------------------------------
AXES = """Pacte pour la vallée

Le pacte compte deux axes : « Habiter la vallée » et « Apprendre ensemble ».

La Ville de Valmont portera et coordonnera l'axe « Habiter la vallée » avec le maire comme pilote.
L'axe 2 sera animé par la bibliothèque.
Ils suivront l'axe 1.

Axe 1 : Habiter dans la vallée

A - Constat

On habite mal.

B - Actions en cours

Depuis dix ans, les actions suivantes sont menées :

- Le café des voisins, porté par l'association Le Banc ;
- La navette du marché.

C - Plan d'actions

Mesure 1 : Nous bâtirons dix maisons. Cette mesure rejoint l'axe 2.
Mesure 2 : Nous prêterons des outils.

Axe 2 : Apprendre ensemble
Pilote : le collège

A - Constat
On apprend peu.
B - Actions en cours
1- L'heure du conte : une lecture par semaine.

Elle réunit vingt enfants.

2- Le club d'échecs.

Rien n'est fait pour les adultes.

C - Plan d'actions
Mesure 3 : Nous ouvrirons une école du soir.
"""


def test_axes_have_their_names_sections_and_pilots():
    pact = read(AXES)

    assert [(axis.number, axis.title, axis.titles, axis.pilot) for axis in pact.axes] == [
        (1, "Habiter dans la vallée", ("Habiter la vallée",), "Ville de Valmont"),
        (2, "Apprendre ensemble", (), "le collège"),
    ]
    assert [[section.letter for section in axis.sections] for axis in pact.axes] == [["A", "B", "C"]] * 2
    assert [measure.secondary_axes for measure in pact.measures] == [(2,), (), ()]


def test_roles_name_their_axes_and_a_pronoun_gives_none():
    pact = read(AXES)

    assert [(role.organisation, role.role, role.axes) for role in pact.roles] == [
        ("Ville de Valmont", "porte et coordonne", (1,)),
        ("bibliothèque", "anime", (2,)),
    ]


def test_ongoing_actions_are_items_with_their_carrier_and_what_concludes_is_left_out():
    pact = read(AXES)

    assert [(action.axis, action.title, action.carrier) for action in pact.ongoing_actions] == [
        (1, "Le café des voisins", "association Le Banc"),
        (1, "La navette du marché", None),
        (2, "L'heure du conte", None),
        (2, "Le club d'échecs", None),
    ]
    assert pact.ongoing_actions[2].text == (
        "1- L'heure du conte : une lecture par semaine. Elle réunit vingt enfants."
    )


def test_an_unlettered_heading_opens_ongoing_actions_too():
    text = "Axe 1 : Nager\n\nActions déjà engagées :\n\n- La leçon du lundi ;\n- Le bassin d'été.\n\nMesures :\n\n- rien"
    axis = AxisDraft(1, "Nager", (), None, (), None, (Span(0, 13),), Span(0, len(text)))

    assert [action.title for action in read_ongoing_actions(Layout(text), [axis], furniture=frozenset())] == [
        "La leçon du lundi",
        "Le bassin d'été",
    ]


def test_the_whole_pact_may_be_steered_without_an_axis():
    text = "L'État et les collectivités sont chargés du pilotage du pacte de la vallée. Elle pilote le pacte."

    assert [(role.organisation, role.axes) for role in read_roles(Layout(text), ())] == [
        ("État et les collectivités", ())
    ]


# --- bodies -----------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Un comité de pilotage se réunit trois fois par an.", [("comité de pilotage", "3 fois par an")]),
        ("Le groupe technique se réunira chaque mois.", [("groupe technique", "mensuel")]),
        ("Un COPIL annuel et un comité technique trimestriel.", [("COPIL", "annuel"), ("comité technique", "trimestriel")]),
        ("Le comité de suivi siège au moins deux fois par an.", [("comité de suivi", "au moins 2 fois par an")]),
        ("Le conseil citoyen est consulté. Le conseil citoyen vote.", [("conseil citoyen", None)]),
        ("2 - Écoute des parents : réunions bimensuelles au centre.", [("Écoute des parents", "bimensuel")]),
        ("Une permanence ouvre (tous les mardis).", [("permanence", "hebdomadaire, tous les mardis")]),
        ("Un jeudi sur deux à partir de 10 h, un café « qui vient ? » est offert.", [("café « qui vient ? »", "un jeudi sur deux, 10 h")]),
        ("Le conseil départemental verse une aide annuelle.", []),
        ("Tous les lundis se ressemblent.", []),
        ("Dix heures de marche par semaine sont utiles.", []),
    ],
)  # fmt: skip
def test_bodies_have_the_rhythm_that_their_sentence_says(text: str, expected: list[tuple[str, str | None]]):
    bodies = read_bodies(Layout(text))

    assert [(body.name, body.periodicity) for body in bodies] == expected
