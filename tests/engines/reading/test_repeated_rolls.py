"""Extracts one after the other, each with its own roll: one sitting, and who was there at each act."""

from textwrap import dedent

from declic.engines.reading.sitting import read_sitting
from declic.engines.reading.text import Layout


EXTRACT = """
    EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS
    Conseil municipal de Bellefond
    Séance du 14 avril 2023
    Délibération n° 2023-{number}
    Présents : {present}
    Absents excusés : {away}
    Objet : {title}
    Pour : {votes_for} - Contre : 0 - Abstention : 0
"""
EVERYBODY = "M. Luc AUBRY, Mme Eva BRUN, M. Noé CADET, Mme Ida DORE"
MAX = "M. Max ELOY, qui a donné procuration à Mme Eva BRUN"


def read(*rolls):
    texts = [
        dedent(EXTRACT).format(
            number=18 + at, title=f"Dossier {'abcdef'[at]}", present=present, away=away, votes_for=votes
        )
        for at, (present, away, votes) in enumerate(rolls)
    ]
    return read_sitting(Layout("\n".join(texts)))


def there(sitting):
    return {one.name: [(part.first, part.last) for part in one.ranges] for one in sitting.members}


def test_each_act_keeps_its_own_number_and_title():
    sitting = read((EVERYBODY, MAX, 5), (EVERYBODY, MAX, 5))

    assert [(act.number, act.title) for act in sitting.deliberations] == [
        ("2023-18", "Dossier a"),
        ("2023-19", "Dossier b"),
    ]


def test_rolls_that_say_the_same_give_one_presence_and_one_proxy():
    sitting = read((EVERYBODY, MAX, 5), (EVERYBODY, MAX, 5), (EVERYBODY, MAX, 5))

    assert set(map(tuple, there(sitting).values())) == {()}
    assert [(one.giver, one.holder, one.range.first) for one in sitting.proxies] == [
        ("Max ELOY", "Eva BRUN", None)
    ]


def test_who_is_in_the_later_rolls_alone_came_in_between():
    early = "M. Luc AUBRY, Mme Eva BRUN, M. Noé CADET"
    sitting = read((early, MAX, 4), (EVERYBODY, MAX, 5))

    assert there(sitting)["Ida DORE"] == [(2, None)]
    assert there(sitting)["Luc AUBRY"] == []


def test_who_is_in_the_first_rolls_alone_left_and_their_proxy_starts_then():
    late = "M. Luc AUBRY, Mme Eva BRUN, Mme Ida DORE"
    sitting = read(
        (EVERYBODY, MAX, 5), (late, f"{MAX}, M. Noé CADET, qui a donné procuration à M. Luc AUBRY", 5)
    )

    assert there(sitting)["Noé CADET"] == [(None, 1)]
    assert [(one.giver, one.range.first, one.range.last) for one in sitting.proxies] == [
        ("Max ELOY", None, None),
        ("Noé CADET", 2, None),
    ]
    assert all(act.vote.votes_for == 5 for act in sitting.deliberations)
