"""Votes as minutes write them, and prose that looks like one."""

import pytest

from declic.engines.reading.roll_passages import blank_markup
from declic.engines.reading.sitting import read_sitting
from declic.engines.reading.text import Layout
from declic.engines.reading.votes import find_vote_marks, join_marks
from declic.units.folding import fold


HEAD = "Conseil municipal du 3 mars 2022\n\n"


def vote_of(text):
    view = blank_markup(HEAD + text)
    folded = fold(view)
    return join_marks(find_vote_marks(view, folded), folded, start=0, end=len(folded))


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Pour : 12 Contre : 0 Abstention : 2", (12, 0, 2)),
        ("Pour : 12\n\nContre : 1\n\nAbstention*: 2", (12, 1, 2)),
        ("**Pour :** 12\n**Contre :** néant\n**Abstention(s) :** 2", (12, 0, 2)),
        ("0 contre, 0 abstention, 11 pour", (11, 0, 0)),
        ("6 voix Contre, 0 Abstention, 5 pour", (5, 6, 0)),
        ("12 voix pour, 2 abstentions", (12, None, 2)),
        ("adopté par 12 voix pour et 2 contre", (12, 2, None)),
        ("adoptée par 12 voix contre 3", (12, 3, None)),
        ("douze voix pour, deux abstentions et une voix contre", (12, 1, 2)),
        ("Pour | Contre | Abstention\n12 | 0 | 2", (12, 0, 2)),
        ("POUR 12 CONTRE 1 ABSTENTION 0", (12, 1, 0)),
        ("12 POUR – 0 CONTRE – 1 ABSTENTION", (12, 0, 1)),
        ("Résultat : Votants : 14 Pour : 12 Contre : 2 Abstentions : 0", (12, 2, 0)),
        ("Nombre de voix pour : 10\nNombre de voix contre : 1\nAbstentions : 0", (10, 1, 0)),
        ("20 voix pour, 3 voix contre (MM. Vannoz, Delort et Mme Kebbal) et 2 abstentions", (20, 3, 2)),
        ("10 votes pour. 2 Abstentions", (10, None, 2)),
        ("Vote : 15 pour dont 2 procurations, 1 contre", (15, 1, None)),
        ("A l'unanimité (15 pour)", (15, None, None)),
        ("Pour : 12\nContre : Mme Zora KEBBAL, M. Luc DELORT\nAbstention : M. Hugo TISSANDIER", (12, 2, 1)),
    ],
)
def test_counts_are_read_in_any_order_and_layout(text, counts):
    vote = vote_of(text)

    assert (vote.votes_for, vote.against, vote.abstention) == counts


@pytest.mark.parametrize(
    "text",
    [
        "Le taux passe de 3 à 5 pour cent.",
        "Une personne viendra au 2nd semestre 2022pour évaluer les risques.",
        "Il y a 3 raisons pour agir et 2 contre-exemples.",
        "La commune désigne 2 élus pour siéger au syndicat.",
        "M. Marcel VANNOZ a obtenu 27 voix.",
        "La lutte contre les 2 incendies de 2019 a coûté 30 € pour 12 foyers.",
        "Cette motion a déjà été votée à l'unanimité.",
        "Le projet, déjà voté à l'unanimité par les communes voisines, est contesté.",
        "Le conseil départemental a adopté à l'unanimité une motion.",
        "Le conseil départemental l'a voté par 30 voix pour et 2 contre.",
        "L'Assemblée nationale a voté la loi par 300 voix pour et 200 contre.",
        "Lors de la séance du 3 mars, le projet avait recueilli 10 voix pour et 3 voix contre.",
        "Le maire souhaite que la motion soit votée à l'unanimité.",
        "Le règlement doit être adopté à l'unanimité des États membres.",
        "« Nous avions eu 10 voix pour et 2 contre », rappelle une élue.",
    ],
)
def test_prose_is_not_a_vote(text):
    assert vote_of(text) is None


@pytest.mark.parametrize(
    ("text", "unanimous"),
    [
        ("Adopté à l'unanimité.", True),
        ("VOTE : UNANIMITÉ", True),
        ("À l'unanimité, le conseil municipal :\n- approuve le devis,", True),
        (
            "Le conseil municipal, après en avoir délibéré, à l'unanimité des membres présents, décide d'agir.",
            True,
        ),
        ("Le procès-verbal est approuvé à l'unanimité.", True),
        ("Adopté à la majorité (2 contre).", False),
        ("Adopté à l'unanimité moins une abstention.", False),
        ("Pour : 12 Contre : 0 Abstention : 0", None),
    ],
)
def test_the_words_of_a_result_are_kept_apart_from_its_counts(text, unanimous):
    assert vote_of(text).unanimous is unanimous


def test_a_way_of_voting_left_unsaid_is_unknown_not_zero():
    vote = vote_of("12 voix pour, 2 abstentions")

    assert vote.against is None
    assert vote.interested is None


def test_the_bodys_own_rule_on_who_does_not_vote_is_read():
    vote = vote_of(
        "Pour : 9 Contre : 0 Abstention* : 1\n\n* Ne pas prendre part au vote, non-participation, est compté comme abstention."
    )

    assert vote.abstention_counts_non_voters is True


HEAD = "Conseil municipal de Bellefond\nSéance du 14 avril 2023\nPrésents : Luc AUBRY, Eva BRUN, Noé CADET, Ida DORE\n\n"


def sitting_of(body):
    return read_sitting(Layout(HEAD + body))


def acts_of(body):
    sitting = sitting_of(body)
    return [
        (act.title, (act.vote.votes_for, act.vote.against, act.vote.abstention, act.vote.unanimous))
        for act in sitting.deliberations
        if act.vote
    ]


def test_results_on_lines_of_their_own_are_acts():
    body = "Compte rendu du 6 mars : unanimité\nTarifs de la salle : 3 pour, 1 abstention\nAchat d'un broyeur : 4 pour\n"

    assert acts_of(body) == [
        ("Compte rendu du 6 mars", (None, None, None, True)),
        ("Tarifs de la salle", (3, 0, 1, None)),
        ("Achat d'un broyeur", (4, 0, 0, None)),
    ]


@pytest.mark.parametrize(
    ("said", "vote"),
    [
        ("Vote : 4 pour", (4, 0, 0, None)),
        ("Adopté à l'unanimité (4 voix).", (4, 0, 0, True)),
        (
            "Le conseil émet un avis défavorable : 3 voix pour l'avis défavorable, 1 voix contre.",
            (3, 1, 0, None),
        ),
        ("Votants : 4 - Abstentions : 1 - Exprimés : 3 - Pour : 2 - Contre : 1", (2, 1, 1, None)),
        ("La commission a voté 5 pour et 2 contre. Le conseil adopte par 4 voix pour.", (4, 0, 0, None)),
    ],
)
def test_a_result_is_read_beside_what_looks_like_it(said, vote):
    assert acts_of(f"1. Tarifs de la salle\n{said}\n2. Achat\nAdopté à l'unanimité.\n")[0] == (
        "Tarifs de la salle",
        vote,
    )


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("3 voix pour, 1 voix contre", "adopted"),
        ("1 voix pour, 3 voix contre", "rejected"),
        ("Le conseil émet un avis défavorable. Pour : 1 Contre : 3", "adopted"),
        ("2 voix pour, 2 voix contre", None),
        ("Adopté à l'unanimité.", "adopted"),
    ],
)
def test_the_outcome_is_what_the_counts_say_and_an_unfavourable_opinion_is_adopted(said, outcome):
    sitting = sitting_of(f"1. Tarifs\n{said}\n2. Achat\nAdopté à l'unanimité.\n")
    vote = next(act.vote for act in sitting.deliberations if act.question == 1)

    assert (vote.outcome.value if vote.outcome else None) == outcome


def test_a_sentence_that_ends_with_a_way_of_voting_takes_no_number_of_the_next():
    said = "M. CADET remarque que 60 % des habitants sont contre. Il votera contre.\nPar 3 voix pour et 1 contre (M. CADET), le conseil adopte."

    assert acts_of(f"1. Tarifs\n{said}\n2. Achat\nAdopté à l'unanimité.\n")[0] == ("Tarifs", (3, 1, 0, None))


def test_each_result_on_a_line_of_one_point_is_an_act_of_that_point():
    sitting = sitting_of(
        "1) Compte rendu\nApprouvé à l'unanimité.\n2) Délibérations :\na) Admission en non valeur : 4 pour\n"
        "b) Tarifs du cimetière : 3 pour - 1 contre\nc) Adhésion au groupement : unanimité\n3) Questions diverses\n"
    )

    assert [(act.question, act.title, act.vote.votes_for) for act in sitting.deliberations if act.vote][
        1:
    ] == [
        (2, "Admission en non valeur", 4),
        (2, "Tarifs du cimetière", 3),
        (2, "Adhésion au groupement", None),
    ]
