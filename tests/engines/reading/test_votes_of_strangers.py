"""Elections of several rounds, votes part by part, majorities that name who was against: with invented people."""

from textwrap import dedent

import pytest

from declic.engines.reading.reader import read_text
from declic.engines.reading.sitting import read_sitting
from declic.engines.reading.text import Layout


HEAD = """
CONSEIL MUNICIPAL DE BELLEFOND
Compte rendu de la séance du 14 avril 2023

Présents : Luc AUBRY, Eva BRUN, Noé CADET, Ida DORE, Zoé HUET, Max ELOY, Guy FABRE
Secrétaire de séance : Eva BRUN
"""


def read(body, head=HEAD):
    return read_sitting(Layout(head + dedent(body)))


def acts_of(body):
    return read(body).deliberations


def counts(ballot):
    return ballot.round, ballot.voters, ballot.blank_or_null, ballot.cast, ballot.majority


def scores(ballot):
    return {one.name: one.votes for one in ballot.scores}


ROUNDS = """
    Élection du maire : premier tour de scrutin
    Le dépouillement donne :
    Nombre de bulletins : 7
    À déduire (bulletins blancs ou sans nom suffisant) : 0
    Reste, pour le nombre des suffrages exprimés : 7
    Majorité absolue : 4
    Ont obtenu :
    M. AUBRY Luc : 3 (trois) voix
    Mme BRUN Eva : 3 (trois) voix
    M. CADET Noé : 1 (une) voix
    Personne n'a la majorité, un autre tour a lieu.

    Deuxième tour de scrutin
    Nombre de bulletins : 7
    Bulletins blancs ou nuls : 1
    Suffrages exprimés : {cast}
    Majorité absolue : 4
    Ont obtenu :
    M. AUBRY Luc : 4 (quatre) voix
    Mme BRUN Eva : 2 (deux) voix
    M. AUBRY Luc est proclamé maire.

    Nombre des adjoints
    Le conseil municipal, à l'unanimité, décide d'avoir deux adjoints.

    Élection de la première adjointe
    Nombre de bulletins : 7
    Bulletins blancs : 1
    Bulletins nuls : 0
    Suffrages exprimés : 6
    Majorité absolue : 4
    A obtenu : Mme BRUN Eva : 6 voix
    Mme BRUN Eva est proclamée première adjointe.
"""


def test_every_round_of_an_election_is_read_and_each_election_is_an_act():
    mayor, count, deputy = acts_of(ROUNDS.format(cast=6))

    assert [one.title for one in (mayor, count, deputy)] == [
        "Élection du maire",
        "Nombre des adjoints",
        "Élection de la première adjointe",
    ]
    assert [counts(one) for one in mayor.vote.earlier] == [(1, 7, 0, 7, 4)]
    assert counts(mayor.vote.ballot) == (2, 7, 1, 6, 4)
    assert scores(mayor.vote.earlier[0]) == {"Luc AUBRY": 3, "Eva BRUN": 3, "Noé CADET": 1}
    assert scores(mayor.vote.ballot) == {"Luc AUBRY": 4, "Eva BRUN": 2}
    assert (deputy.vote.ballot.blank, deputy.vote.ballot.null, deputy.vote.ballot.cast) == (1, 0, 6)
    assert mayor.vote.votes_for is None


@pytest.mark.parametrize(("cast", "is_wrong"), [(6, False), (5, True)])
def test_blank_and_null_ballots_counted_together_are_held_to_the_votes_cast(cast, is_wrong):
    findings = read_text(HEAD + dedent(ROUNDS.format(cast=cast))).findings

    assert ("election_adds_up" in {one.rule for one in findings}) is is_wrong


def test_the_form_of_the_ministry_tells_two_rounds_of_one_act():
    (act,) = acts_of(
        """
        DELIBERATION N° 2023-45 : ELECTION DU PRESIDENT
        2.4 Résultats du premier tour de scrutin
        b. Nombre de votants (enveloppes déposées) : 7
        c. Nombre de suffrages déclarés nuls par le bureau : 0
        d. Nombre de suffrages déclarés blancs par le bureau : 1
        e. Nombre de suffrages exprimés [b – c - d] : 6
        f. Majorité absolue : 4
        AUBRY Luc 3 trois
        CADET Noé 3 trois
        2.5 Résultats du deuxième tour de scrutin
        b. Nombre de votants (enveloppes déposées) : 7
        c. Nombre de suffrages déclarés nuls par le bureau : 0
        d. Nombre de suffrages déclarés blancs par le bureau : 0
        e. Nombre de suffrages exprimés [b – c - d] : 7
        f. Majorité absolue : 4
        AUBRY Luc 4 quatre
        CADET Noé 3 trois
        """
    )

    assert [one.round for one in (*act.vote.earlier, act.vote.ballot)] == [1, 2]
    assert [one.cast for one in (*act.vote.earlier, act.vote.ballot)] == [6, 7]
    assert scores(act.vote.ballot) == {"Luc AUBRY": 4, "Noé CADET": 3}


def test_chapters_voted_one_by_one_are_parts_of_one_act():
    act, after = acts_of(
        """
        DELIBERATION N° 2023-48 : BUDGET PRIMITIF
        Le maire propose de voter par chapitre.
        Chapitre 011 : 7 voix pour
        Chapitre 012 : 6 voix pour, 1 abstention
        Chapitre 65 : 5 voix pour, 2 contre
        L'ensemble du budget est adopté par 6 voix pour et 1 contre (M. Noé CADET).

        DELIBERATION N° 2023-49 : LAVOIR
        Le conseil municipal, par 7 voix pour, retient le devis.
        """
    )

    assert (act.number, act.title, act.vote.votes_for, act.vote.against) == (
        "2023-48",
        "BUDGET PRIMITIF",
        6,
        1,
    )
    assert [(one.title, one.votes_for, one.against, one.abstention) for one in act.vote.parts] == [
        ("Chapitre 011", 7, None, None),
        ("Chapitre 012", 6, None, 1),
        ("Chapitre 65", 5, 2, None),
    ]
    assert after.vote.parts == ()


def test_chapters_without_a_result_of_the_whole_leave_it_unknown():
    (act,) = acts_of(
        """
        DELIBERATION N° 2023-48 : BUDGET PRIMITIF
        Le conseil municipal vote le budget par chapitre.
        - Chapitre 011 : unanimité
        - Chapitre 65 : 5 pour, 2 abstentions
        """
    )

    assert (act.vote.votes_for, act.vote.unanimous) == (None, None)
    assert [(one.votes_for, one.unanimous) for one in act.vote.parts] == [(None, True), (5, None)]


@pytest.mark.parametrize(
    ("said", "against", "abstention"),
    [
        ("Le conseil municipal, à la majorité (Mme Zoé HUET votant contre), retient le devis.", 1, None),
        ("Mme HUET et M. CADET votent contre. Le devis est adopté à la majorité.", 2, None),
        ("Adopté à la majorité. M. CADET s'abstient. Mme HUET vote contre.", 1, 1),
        ("Mme HUET, qui a le pouvoir de M. ELOY, vote contre. Adopté à la majorité.", None, None),
    ],
)
def test_a_majority_that_names_who_was_against_counts_them_and_nobody_else(said, against, abstention):
    (act,) = acts_of(f"\nDELIBERATION N° 2023-50 : LAVOIR\n{said}\n")

    assert (act.vote.votes_for, act.vote.against, act.vote.abstention) == (None, against, abstention)
    assert act.vote.unanimous is False
    assert act.vote.outcome.value == "adopted"


def apart(act):
    return [one.name for one in act.vote.named if one.way.value == "not_taking_part"]


def test_who_leaves_for_two_votes_is_out_of_both_until_the_text_says_that_they_are_back():
    found = acts_of(
        """
        1. Lavoir
        Le conseil, par 7 voix pour, retient le devis.

        2. Subvention au club
        M. Noé CADET quitte la salle.
        Le conseil, par 6 voix pour, adopte la subvention.

        3. Subvention à la fanfare
        Le conseil, par 6 voix pour, adopte la subvention.
        M. Noé CADET rejoint la salle.

        4. Voirie
        Le conseil, par 7 voix pour, retient le devis.
        """
    )

    assert [apart(act) for act in found] == [[], ["Noé CADET"], ["Noé CADET"], []]
    assert [act.vote.against for act in found] == [0, 0, 0, 0]


def test_without_words_of_a_return_a_withdrawal_is_of_one_vote_alone():
    found = acts_of(
        """
        1. Compte administratif
        M. Noé CADET se retire.
        Le conseil, par 6 voix pour, adopte le compte.

        2. Voirie
        Le conseil, par 7 voix pour, retient le devis.
        """
    )

    assert [apart(act) for act in found] == [["Noé CADET"], []]


def test_the_mayor_who_leaves_is_whom_the_roll_names_so_and_not_who_presides_instead():
    head = HEAD.replace("Luc AUBRY", "Luc AUBRY, Maire")
    body = """
        1. Compte administratif
        Sous la présidence de Mme Eva BRUN, première adjointe, le maire ayant quitté la salle.
        Vote : Pour : 6 Contre : 0 Abstention : 0

        2. Compte administratif de l'eau
        Vote : Pour : 6 Contre : 0 Abstention : 0

        Le maire regagne la salle.

        3. Affectation du résultat
        Vote : Pour : 7 Contre : 0 Abstention : 0
        """
    found = read(body, head=head)

    assert [apart(act) for act in found.deliberations] == [["Luc AUBRY"], ["Luc AUBRY"], []]


def told(act):
    return {one.name: one.way.value for one in act.vote.named}


@pytest.mark.parametrize(
    ("said", "counts", "names"),
    [
        ("Adopté à l'unanimité des suffrages exprimés (5 pour – 2 abstentions : M. CADET, Mme DORE).", (5, 0, 2), {"Noé CADET": "abstention", "Ida DORE": "abstention"}),
        ("Après un vote à bulletin secret : 5 oui, 2 non.", (5, 2, 0), {}),
        ("VOTE : 4 voix POUR - 2 voix CONTRE (Z. HUET, M. ELOY) - 1 ABSTENTION (G. FABRE)", (4, 2, 1), {"Zoé HUET": "against", "Max ELOY": "against", "Guy FABRE": "abstention"}),
        ("Le rapport est adopté par : 6 voix pour, 1 abstention de M. Guy FABRE.", (6, 0, 1), {"Guy FABRE": "abstention"}),
        ("Le devis est retenu : 5 voix pour, Zoé HUET contre, Ida DORE s'abstient.", (5, 1, 1), {"Zoé HUET": "against", "Ida DORE": "abstention"}),
        ("Votants 7 Pour 6\nContre 1 Abstention 0", (6, 1, 0), {}),
        ("M. CADET ne participe ni au débat ni au vote. Par 6 voix pour, le devis est retenu.", (6, 0, 0), {"Noé CADET": "not_taking_part"}),
        ("Adopté par 6 voix pour. Non-participation au vote : 1 (Mme DORE)", (6, 0, 0), {"Ida DORE": "not_taking_part"}),
    ],
)  # fmt: skip
def test_votes_are_read_in_the_words_of_other_councils(said, counts, names):
    (act,) = acts_of(f"\nDELIBERATION N° 2023-50 : LAVOIR\n{said}\n")

    assert (act.vote.votes_for, act.vote.against, act.vote.abstention) == counts
    assert told(act) == names


@pytest.mark.parametrize(
    ("said", "unanimous"),
    [
        ("Vote : majorité (2 contre : Mme HUET, M. ELOY)", False),
        ("Extinction de 23 h à 5 h : accord unanime du conseil.", True),
        ("Le conseil municipal, à l'unanimité, retient le devis.", True),
    ],
)
def test_a_majority_and_an_agreement_are_results_too(said, unanimous):
    (act,) = acts_of(f"\nDELIBERATION N° 2023-50 : LAVOIR\n{said}\n")

    assert act.vote.unanimous is unanimous
    assert act.vote.outcome.value == "adopted"


def test_yes_and_no_in_a_debate_are_no_vote():
    assert (
        acts_of("\nDELIBERATION N° 2023-50 : LAVOIR\nUn sondage donne 8 oui, 5 non.\nLe maire prend note.\n")
        == ()
    )


def test_a_round_that_the_law_allows_is_no_round_that_took_place():
    (act,) = acts_of(
        """
        DELIBERATION N° 2023-45 : ELECTION DU MAIRE
        Le maire est élu au scrutin secret. Si après deux tours personne n'a la majorité, il est procédé à un
        troisième tour de scrutin et l'élection a lieu à la majorité relative.
        Nombre de votants : 7
        Bulletins blancs : 1
        Bulletins nuls : 0
        Suffrages exprimés : 6
        Majorité absolue : 4
        M. Luc AUBRY : 6 voix
        """
    )

    assert act.vote.ballot.round is None


def test_what_each_of_several_grants_got_is_a_part_of_one_act():
    (act,) = acts_of(
        """
        DELIBERATION N° 2023-15 : SUBVENTIONS
        Comité des fêtes : 500 € - Unanimité (M. CADET ne prend pas part au vote)
        Club de boules : 300 € - 5 pour, 2 abstentions
        Fanfare : 100 € - Unanimité
        """
    )

    assert [(one.title, one.votes_for, one.unanimous) for one in act.vote.parts] == [
        ("Comité des fêtes", None, True),
        ("Club de boules", 5, None),
        ("Fanfare", None, True),
    ]
    assert act.vote.votes_for is None


def test_counts_with_those_for_are_the_result_and_the_names_below_them_are_not():
    (act,) = acts_of(
        """
        DELIBERATION N° 2023-15 : CLIMAT
        Votants : 7 | Exprimés : 6 | Pour : 5 | Contre : 1 | Abstentions : 1
        Contre : Zoé HUET
        Abstention : Max ELOY
        La délibération est adoptée à la majorité.
        """
    )

    assert (act.vote.votes_for, act.vote.against, act.vote.abstention) == (5, 1, 1)
    assert told(act) == {"Zoé HUET": "against", "Max ELOY": "abstention"}


def test_what_is_decided_stands_in_the_bullets_and_not_in_the_words_of_the_vote():
    (act,) = acts_of(
        """
        DELIBERATION N° 2023-17 : FOURRIERE
        Le conseil municipal, après en avoir délibéré,
        DÉCIDE, à l'unanimité des membres présents et représentés,
        - d'approuver la convention,
        - d'autoriser le maire à la signer.
        """
    )

    assert [one.verb for one in act.decisions] == ["approuver", "autoriser"]


def absences(*, second, last):
    """Read four votes with words after the first title, and before the last."""
    found = acts_of(
        f"""
        1. Lavoir
        M. Noé CADET quitte la salle.
        Le conseil retient le devis à l'unanimité.

        2. Voirie
        Le conseil retient le devis à l'unanimité.

        3. Subvention au club
        {second}
        Le conseil adopte la subvention à l'unanimité.
        {last}

        4. Bail du moulin
        Le conseil adopte le bail à l'unanimité.
        """
    )
    return [apart(act) for act in found]


def test_a_return_ends_the_last_withdrawal_and_says_nothing_of_the_one_before():
    away = absences(second="M. Noé CADET quitte la salle.", last="M. Noé CADET rejoint la séance.")

    assert away == [["Noé CADET"], [], ["Noé CADET"], []]


@pytest.mark.parametrize(
    "said",
    ["M. Noé CADET revient sur le prix du chantier.", "M. Noé CADET rejoint cet avis.", "M. Noé CADET reprend sa phrase."],
)  # fmt: skip
def test_to_come_back_to_a_subject_or_to_join_an_opinion_is_no_return_to_the_room(said):
    assert absences(second=said, last="") == [["Noé CADET"], [], [], []]


@pytest.mark.parametrize(
    "said",
    [
        "Sous la présidence de Mme Eva BRUN, M. le Maire s'étant retiré.",
        "Sous la présidence de Mme Eva BRUN, première adjointe, le maire ayant quitté la salle.",
    ],
)
@pytest.mark.parametrize(("office", "away"), [(", Maire", ["Luc AUBRY"]), ("", [])])
def test_who_takes_the_chair_is_not_the_mayor_who_leaves_it(said, office, away):
    head = HEAD.replace("Luc AUBRY", f"Luc AUBRY{office}")

    (act,) = read(f"\n1. Compte administratif\n{said}\nPour : 6 Contre : 0\n", head=head).deliberations

    assert apart(act) == away


@pytest.mark.parametrize(
    "said",
    [
        "Adopté à la majorité, Mme Eva BRUN et deux autres conseillers s'abstenant.",
        "Adopté à la majorité. M. Noé CADET et les élus de la minorité votent contre.",
        "Adopté à la majorité. Trois conseillers, dont Mme Ida DORE, s'abstiennent.",
        "Mme Zoé HUET est contre le rond-point du bourg voisin.\nAdopté à la majorité.",
    ],
)
def test_who_is_named_among_others_or_gives_an_opinion_counts_for_no_vote(said):
    (act,) = acts_of(f"\nDELIBERATION N° 2023-51 : LAVOIR\n{said}\n")

    assert (act.vote.against, act.vote.abstention) == (None, None)
    assert act.vote.unanimous is False


def test_the_yes_and_no_of_those_who_live_there_is_no_vote_of_the_council():
    (act,) = acts_of(
        """
        DELIBERATION N° 2023-52 : NOM DE LA PLACE
        Le dépouillement de la consultation des habitants donne 312 oui, 120 non.
        Le conseil retient ce nom à l'unanimité.
        """
    )

    assert (act.vote.votes_for, act.vote.against, act.vote.unanimous) == (None, None, True)


def test_a_part_that_some_oppose_is_not_unanimous_and_leaves_the_whole_unsaid():
    (act,) = acts_of(
        """
        DELIBERATION N° 2023-53 : BUDGET
        Le conseil municipal vote le budget par chapitre.
        Chapitre 011 : à l'unanimité à l'exception de Mme Ida DORE
        Chapitre 012 : à l'unanimité
        Chapitre 65 : adopté à la majorité
        """
    )

    assert [part.unanimous for part in act.vote.parts] == [False, True, False]
    assert act.vote.unanimous is None
