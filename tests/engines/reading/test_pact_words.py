"""Verbs, kinds of promise, institutions and schemes: what the words of a measure say, and when they say nothing."""

import pytest
from hypothesis import given, strategies as st

from declic.engines.reading.commitments import LABELS, Commitment, commitment_of
from declic.engines.reading.organisations import find_organisations
from declic.engines.reading.promise_verbs import BY_PLAIN_FORM, begins_as_promise, read_verb
from declic.engines.reading.schemes import find_schemes
from declic.engines.reading.text import Layout
from declic.engines.reading.wordings import ends_unfinished, likeness, same_wording, stems_of
from declic.units.spans import Span


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        ("Nous organiserons une fête.", "organiser"),
        ("Demain, nous déploierons un réseau.", "déployer"),
        ("Nous appellerons les familles.", "appeler"),
        ("Nous tiendrons un registre.", "tenir"),
        ("Nous ferons mieux.", "faire"),
        ("Nous construirons une halle.", "construire"),
        ("Nous mettrons à disposition une salle.", "mettre à disposition"),
        ("Nous lanceront un appel.", "lancer"),
        ("Nous travaillerons à repérer et accompagner les jeunes.", "repérer et accompagner"),
        ("Nous nous engageons à recruter dix personnes.", "recruter"),
        ("L'agence renforcera son accueil.", "renforcer"),
        ("Les écoles bénéficieront d'un jardin.", "bénéficier"),
        ("Créer un verger", "créer"),
        ("Élaguer les arbres", "élaguer"),
        ("Mise en place de navettes", "mettre en place"),
        ("Le Banc – création de deux postes", "créer"),
    ],
)
def test_the_verb_of_a_promise_is_an_infinitive(words: str, verb: str):
    found = read_verb(words)

    assert found is not None
    assert found.infinitive == verb


@pytest.mark.parametrize(
    "words", ["Un lieu pour tous", "Foyer de jeunes", "Atelier de couture", "Accompagnement scolaire", ""]
)
def test_a_name_promises_nothing(words: str):
    assert read_verb(words) is None
    assert not begins_as_promise(words)


@given(st.sampled_from(sorted(verb for verb in BY_PLAIN_FORM.values() if verb.endswith("er"))))
def test_a_known_verb_is_read_back_from_its_infinitive(verb: str):
    found = read_verb(f"{verb.capitalize()} la place du village")

    assert found is not None
    assert verb in found.infinitive or found.infinitive in BY_PLAIN_FORM.values()


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Nous créerons un second accueil.", Commitment.CREATE_STRUCTURE),
        ("Nous créerons deux postes de médiateurs.", Commitment.FUND_POST),
        ("Une nouvelle convention adulte-relais pour lire.", Commitment.FUND_POST),
        ("Nous financerons une crèche.", Commitment.FUND_OPERATION),
        ("Nous organiserons un bal.", Commitment.ORGANISE_EVENT),
        ("Nous présenterons l'outil aux parents.", Commitment.INFORM),
        ("Nous développerons la communication en santé.", Commitment.COMMUNICATE),
        ("Nous renforcerons la coordination des équipes.", Commitment.COORDINATE),
        ("Nous renforcerons les moyens de l'école.", Commitment.REINFORCE),
        ("Nous mettrons à disposition nos salles.", Commitment.PROVIDE_RESOURCES),
        ("Nous accompagnerons les jeunes.", Commitment.SUPPORT_PEOPLE),
        ("Déployer le vélo en ville", Commitment.DEPLOY_SCHEME),
        ("Former vingt agents", Commitment.TRAIN),
        ("Évaluer le plan", Commitment.STUDY),
        ("Rénover les écoles", Commitment.BUILD),
        ("Élaborer un schéma", Commitment.PLAN),
    ],
)
def test_the_kind_of_promise_follows_the_verb_and_its_object(words: str, kind: Commitment):
    assert commitment_of(words, verb=read_verb(words)) == kind


def test_a_promise_that_no_rule_is_sure_of_has_no_kind():
    words = "Nous apporterons une attention particulière."

    assert commitment_of(words, verb=read_verb(words)) is None


def test_each_kind_of_promise_has_its_french_label():
    assert set(LABELS) == set(Commitment)
    assert all(label[0].isupper() for label in LABELS.values())


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "avec l'association Les Lilas et le collège Jean Moulin",
            ["association Les Lilas", "collège Jean Moulin"],
        ),
        ("par l'ARS, le CCAS de la ville et l'Éducation nationale", ["ARS", "CCAS", "Éducation nationale"]),
        ("en lien avec les acteurs culturels locaux", ["acteurs culturels locaux"]),
        ("dans les QPV, avec le dispositif ABCD", []),
        ("le livre « Maison Bleue » est offert", []),
        ("avec l'ARS puis l'ARS", ["ARS"]),
        ("pour les jeunes et leurs parents", []),
    ],
)
def test_institutions_are_named_once_and_titles_are_not(words: str, names: list[str]):
    found = find_organisations(Layout(words), [Span(0, len(words))])

    assert [organisation.name for organisation in found] == names
    assert all(passage.of(words) for organisation in found for passage in organisation.spans)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("la démarche « Lire dehors » et l'outil Boussole", ["Lire dehors", "Boussole"]),
        ("dans le cadre du contrat de ville", ["contrat de ville"]),
        ("une convention adulte-relais", ["adulte-relais"]),
        ("à croiser avec l'axe 5 « Habiter »", []),
        ("un programme de lecture", []),
    ],
)
def test_schemes_have_a_name_of_their_own(words: str, names: list[str]):
    assert [scheme.name for scheme in find_schemes(Layout(words), [Span(0, len(words))])] == names


def test_two_wordings_are_alike_by_their_stems():
    assert same_wording("Accès à la Santé", "accès à la santé !")
    assert not same_wording("Accès à la santé", "Accès aux soins")
    assert likeness(stems_of("Diversité des cultures"), stems_of("Diversification culturelle")) == 1.0
    assert likeness(stems_of("Habiter"), stems_of("Apprendre")) == 0.0
    assert likeness(stems_of(""), stems_of("Apprendre")) == 0.0


@pytest.mark.parametrize(
    ("words", "answer"),
    [("porté par les", True), ("un lieu,", True), ("une fin.", False), ("un banc", False), ("", False)],
)
def test_a_passage_is_unfinished_where_its_last_word_calls_another(words: str, answer: bool):
    assert ends_unfinished(words) is answer
