"""Ballots of elections, as minutes count them: with invented people and our own words."""

from textwrap import dedent

import pytest

from declic.engines.reading.elections import find_ballots
from declic.engines.reading.sitting import read_sitting
from declic.engines.reading.text import Layout
from declic.units.folding import fold


def ballots(text):
    text = dedent(text)
    return [mark.ballot for mark in find_ballots(text, fold(text))]


def read(text):
    return read_sitting(Layout(text))


def scores(ballot):
    return {one.name: one.votes for one in ballot.scores}


COUNT = """
    Nombre de votants : 15
    Bulletins blancs : 2
    Bulletins nuls : 1
    Suffrages exprimés : 12
    Majorité absolue : 7
    {scores}
    M. Paul ROUVIER est proclamé maire.
"""


@pytest.mark.parametrize(
    "said",
    [
        "M. Paul ROUVIER : 9 voix\nMme Lise GARRIGOU : 3 voix",
        "Ont obtenu : M. Paul ROUVIER, 9 (neuf) voix ; Mme Lise GARRIGOU, 3 (trois) voix",
        "ROUVIER Paul 9 Neuf\nGARRIGOU Lise 3 Trois",
        "- M. Paul ROUVIER a obtenu neuf voix\n- Mme Lise GARRIGOU a obtenu trois voix",
        "Liste conduite par M. Paul ROUVIER : 9 voix\nListe conduite par Mme Lise GARRIGOU : 3 voix",
    ],
)
def test_the_scores_of_candidates_are_read_however_they_are_listed(said):
    found = ballots(COUNT.format(scores=said.replace("\n", "\n    ")))

    assert [(one.voters, one.blank, one.null, one.cast, one.majority) for one in found] == [(15, 2, 1, 12, 7)]
    assert scores(found[0]) == {"Paul ROUVIER": 9, "Lise GARRIGOU": 3}


def test_the_form_of_the_ministry_is_read():
    found = ballots(
        """
        b. Nombre de votants (enveloppes déposées) : 11
        c. Nombre de suffrages déclarés nuls par le bureau (art. L. 66 du code électoral) : 1
        d. Nombre de suffrages blancs (art. L. 65 du code électoral) : 2
        e. Nombre de suffrages exprimés [b - c - d] : 8
        f. Majorité absolue : 5
        """
    )

    assert [(one.voters, one.blank, one.null, one.cast, one.majority) for one in found] == [(11, 2, 1, 8, 5)]


def test_blank_or_null_together_leave_each_unknown_unless_there_are_none():
    text = "Votants : 15\nBulletins blancs ou nuls : {}\nSuffrages exprimés : 14\n"

    assert [(one.blank, one.null) for one in ballots(text.format(1))] == [(None, None)]
    assert [(one.blank, one.null) for one in ballots(text.format(0))] == [(0, 0)]


@pytest.mark.parametrize(
    "prose",
    [
        "Le maire est élu à la majorité absolue des suffrages exprimés, au scrutin secret.",
        "Votants : 14. Pour : 12. Contre : 2.",
        "Aux élections, les suffrages exprimés : 1 250 voix.",
    ],
)
def test_prose_and_a_show_of_hands_are_no_ballot(prose):
    assert ballots(prose) == []


def test_an_election_is_an_act_and_the_last_round_is_kept():
    text = dedent(
        """
        CONSEIL MUNICIPAL DE BELLEFOND
        Séance du 25 mai 2020
        Présents : Paul ROUVIER, Lise GARRIGOU, Hugo TISSANDIER, Zora KEBBAL
        1. Fixation du nombre des adjoints
        Adopté à l'unanimité.
        2. Élection du maire
        Premier tour de scrutin
        Votants : 4
        Suffrages exprimés : 4
        Paul ROUVIER : 2 voix
        Lise GARRIGOU : 2 voix
        Second tour de scrutin
        Votants : 4
        Suffrages exprimés : 4
        Paul ROUVIER : 3 voix
        Lise GARRIGOU : 1 voix
        """
    )

    sitting = read(text)

    first, election = sitting.deliberations
    assert (first.vote.unanimous, first.vote.ballot) == (True, None)
    assert election.question == 2
    assert scores(election.vote.ballot) == {"Paul ROUVIER": 3, "Lise GARRIGOU": 1}
    assert (election.vote.votes_for, election.vote.unanimous) == (None, None)
