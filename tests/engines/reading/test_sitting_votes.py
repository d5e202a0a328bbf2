"""Votes as minutes write them, and prose that looks like one."""

import pytest

from declic.engines.reading.roll_passages import blank_markup
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
