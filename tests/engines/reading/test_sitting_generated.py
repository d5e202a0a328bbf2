"""Laws of the sitting reader: what is written is read back, and nothing else is."""

import dataclasses

from hypothesis import HealthCheck, assume, example, given, settings, strategies as st

from declic.engines.reading.sitting import read_sitting
from declic.engines.reading.text import Layout
from declic.units.person_names import name_key
from declic.units.spans import Span
from tests.engines.generated_sittings import facts, styles
from tests.engines.rendered_sittings import write_minutes


few = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
minutes = st.builds(write_minutes, facts(), styles())


def read(text):
    return read_sitting(Layout(text))


def passages(draft):
    if isinstance(draft, Span):
        yield draft
    elif isinstance(draft, tuple):
        for one in draft:
            yield from passages(one)
    elif dataclasses.is_dataclass(draft):
        for field in dataclasses.fields(draft):
            yield from passages(getattr(draft, field.name))


def ends(part):
    return (part.first, part.last)


@few
@given(facts(), styles())
def test_every_member_written_is_read_back_and_nobody_else(known, style):
    sitting = read(write_minutes(known, style))

    assert sitting is not None
    assert sorted((name_key(one.name), one.status.value) for one in sitting.members) == sorted(
        (name_key(one.name), one.away or "present") for one in known.people
    )


@few
@given(facts(), styles())
def test_presence_ranges_and_communes_are_read_back(known, style):
    sitting = read(write_minutes(known, style))

    found = {
        name_key(one.name): (one.group, ends(one.ranges[0]) if one.ranges else (None, None))
        for one in sitting.members
    }

    has_communes = "commune" in style.listing
    assert found == {
        name_key(one.name): (one.commune if has_communes else None, (one.first, one.last))
        for one in known.people
    }


@few
@given(facts(), styles())
def test_every_proxy_written_is_read_back_with_its_range_and_no_other(known, style):
    sitting = read(write_minutes(known, style))

    found = {(name_key(one.giver), name_key(one.holder), ends(one.range)) for one in sitting.proxies}

    assert found == {
        (
            name_key(known.people[one.giver].name),
            name_key(known.people[one.holder].name),
            (one.first, one.last),
        )
        for one in known.proxies
    }
    assert len(sitting.proxies) == len(known.proxies)


@few
@given(facts(), styles())
def test_the_votes_are_read_back_in_order(known, style):
    sitting = read(write_minutes(known, style))

    votes = [act.vote for act in sitting.deliberations if act.vote]

    assert [(one.votes_for, one.against, one.abstention) for one in votes] == [
        (one.votes_for, one.against, one.abstention) for one in known.results
    ]


@few
@given(facts(), styles())
def test_the_head_is_read_back(known, style):
    sitting = read(write_minutes(known, style))

    assert sitting.date.value == known.day
    assert sitting.order == known.order
    assert sitting.members_in_office.value == len(known.people)
    assert name_key(sitting.chair.value) == name_key(known.people[known.chair].name)
    assert name_key(sitting.secretary.value) == name_key(known.people[known.secretary].name)


@few
@given(minutes)
def test_every_passage_re_reads_and_a_members_passage_holds_the_surname(text):
    sitting = read(text)

    for span in passages(sitting):
        assert span.of(text) == text[span.start : span.end]
        assert span.of(text).strip()
    for member in sitting.members:
        assert name_key(member.surname) in name_key(member.spans[0].of(text))


@few
@given(minutes, st.data())
def test_a_truncated_text_invents_nobody(text, data):
    whole = read(text)
    cut = data.draw(st.integers(0, len(text)))
    at_a_line = text[:cut].rpartition("\n\n")[0]

    part = read(at_a_line)

    if part is not None:
        assert {one.name for one in part.members} <= {one.name for one in whole.members}
        assert {(one.giver, one.holder) for one in part.proxies} <= {
            (one.giver, one.holder) for one in whole.proxies
        }
        assert len(part.deliberations) <= len(whole.deliberations)


@few
@given(minutes, st.randoms(use_true_random=False))
def test_a_shuffled_text_never_raises_and_its_passages_re_read(text, random):
    words = text.split(" ")
    random.shuffle(words)
    shuffled = " ".join(words)

    sitting = read(shuffled)

    assert all(0 <= span.start < span.end <= len(shuffled) for span in passages(sitting))


@few
@given(st.text(max_size=400))
@example("Présents : ")
@example("Étaient présents :\n\n\n")
@example("Pour : ")
@example("Séance du 31 février 2023 — Conseil municipal")
def test_any_text_is_read_without_an_error_and_shows_no_vote(text):
    assume("pour" not in text.lower())

    sitting = read(text)

    assert sitting is None or all(act.vote is None for act in sitting.deliberations)


@few
@given(minutes)
def test_reading_twice_gives_the_same(text):
    assert read(text) == read(text)
