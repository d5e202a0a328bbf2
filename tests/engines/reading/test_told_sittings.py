"""Laws of what happens during a sitting: told in many ways, it is read back, and nothing else is."""

from hypothesis import HealthCheck, assume, given, settings, strategies as st

from declic.engines.reading.sitting import read_sitting
from declic.engines.reading.text import Layout
from declic.units.person_names import name_key
from tests.engines.generated_sittings import facts, styles
from tests.engines.told_sittings import told, write_told


few = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@st.composite
def happenings(draw):
    known = draw(facts(has_ranges=False))
    happens = draw(told(known))
    assume(happens is not None)
    style = draw(styles())
    return known, happens, read_sitting(Layout(write_told(known, style, happens)))


def key(known, at):
    return name_key(known.people[at].name)


@few
@given(happenings())
def test_who_comes_or_goes_is_there_for_that_part_alone_and_everybody_else_all_along(case):
    known, happens, sitting = case
    part = (happens.act + 1, None) if happens.comes else (None, happens.act)

    moved = {
        name_key(one.name): [(run.first, run.last) for run in one.ranges]
        for one in sitting.members
        if one.ranges
    }

    assert moved == {key(known, happens.mover): [part]}
    assert len(sitting.members) == len(known.people)


@few
@given(happenings())
def test_the_vote_left_behind_is_a_proxy_from_then_on_and_there_is_no_other(case):
    known, happens, sitting = case
    left = (
        {(key(known, happens.mover), key(known, known.chair), happens.act + 1)}
        if "{holder}" in happens.wording
        else set()
    )

    found = {(name_key(one.giver), name_key(one.holder), one.range.first) for one in sitting.proxies}

    assert found == left | {(key(known, one.giver), key(known, one.holder), None) for one in known.proxies}


@few
@given(happenings())
def test_votes_told_by_name_are_read_back_and_no_other(case):
    known, happens, sitting = case
    wanted = {(1, key(known, at), "against") for at in happens.named}
    if happens.apart and (1, key(known, happens.apart[0]), "against") not in wanted:
        wanted.add((happens.apart[1] + 1, key(known, happens.apart[0]), "not_taking_part"))

    found = {
        (act.question, name_key(one.name), one.way.value)
        for act in sitting.deliberations
        if act.vote
        for one in act.vote.named
    }

    twice = happens.apart and happens.apart[1] == 0 and happens.apart[0] in happens.named
    assert twice or found >= wanted
    assert twice or len(found) == len(happens.named) + bool(happens.apart)


@few
@given(happenings())
def test_the_ballot_of_an_election_is_read_back_with_its_scores(case):
    known, happens, sitting = case

    ballot = sitting.deliberations[-1].vote.ballot

    assert (ballot.blank, ballot.null) == (happens.blank, happens.null)
    assert ballot.cast == sum(votes for _place, votes in happens.scores)
    assert [(name_key(one.name), one.votes) for one in ballot.scores] == [
        (key(known, at), votes) for at, votes in happens.scores
    ]


FRAGMENTS = st.sampled_from(
    (
        "Conseil municipal", "Séance du 4 mai 2023", "Présents : Luc AUBRY, Eva BRUN", "Absents :", "Pour : 12", "Contre : 3",
        "abstention", "(M. AUBRY)", "Luc AUBRY quitte la séance", "Arrivée de Eva BRUN", "à 20h15", "Question n°3 :", "1/ Voirie",
        "Suffrages exprimés : 9", "Bulletins nuls : 1", "Luc AUBRY : 8 voix", "à l'unanimité", "donne pouvoir à", "Délibération n° 2023-04",
        "\n", "\n\n", "(", ")", ".", ":", "ne prend pas part au vote", "quorum atteint avec 9 élus représentés", "Majorité absolue : 5",
    )
)  # fmt: skip


@few
@given(st.lists(FRAGMENTS, max_size=60).map(" ".join))
def test_shreds_of_minutes_never_raise_name_members_alone_and_their_passages_re_read(text):
    sitting = read_sitting(Layout(text))

    names = {one.name for one in sitting.members} if sitting else set()
    for act in sitting.deliberations if sitting else ():
        assert {one.name for one in act.vote.named} <= names if act.vote else True
        for score in act.vote.ballot.scores if act.vote and act.vote.ballot else ():
            assert all(0 <= span.start < span.end <= len(text) for span in score.spans)
            assert name_key(score.name).split()[-1] in name_key(score.spans[0].of(text))
    for choice in sitting.choices if sitting else ():
        assert all(span.of(text).strip() for span in choice.spans)
        assert choice.chosen not in choice.rivals
