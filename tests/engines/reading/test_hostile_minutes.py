"""Laws of the sitting reader on spoilt minutes: it never raises, re-reads its passages and invents nobody."""

import re
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from declic.engines.reading.drafts import SittingDraft
from declic.engines.reading.reader import read_text
from declic.engines.reading.sitting import read_sitting
from declic.engines.reading.text import Layout
from declic.units.person_names import name_key
from tests.engines.minutes.layouts import LAYOUTS, meeting_for, write
from tests.engines.minutes.scanning import LEVELS, scan
from tests.engines.rendered_sittings import in_words


FIGURES = re.compile(r"\d+")
few = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
layouts = st.sampled_from(sorted(LAYOUTS))
randoms = st.integers(0, 1_000_000).map(Random)


def minutes(name: str, random: Random) -> str:
    layout = LAYOUTS[name]
    return write(meeting_for(layout, random), layout)


def is_re_read(text: str, sitting: SittingDraft | None) -> bool:
    if sitting is None:
        return True
    spans = [span for member in sitting.members for span in member.spans]
    spans += [span for proxy in sitting.proxies for span in proxy.spans]
    spans += [span for act in sitting.deliberations for span in act.spans]
    return all(0 <= span.start < span.end <= len(text) and span.of(text).strip() for span in spans)


def is_written(count: int, text: str) -> bool:
    return str(count) in FIGURES.findall(text) or in_words(count) in text.casefold()


@pytest.mark.parametrize("level", [level for level in LEVELS if level != "none"])
@few
@given(name=layouts, random=randoms)
def test_scanned_minutes_are_read_without_an_error_and_every_passage_re_reads(level, name, random):
    text = scan(minutes(name, random), random, LEVELS[level])

    assert is_re_read(text, read_sitting(Layout(text)))


@few
@given(name=layouts, random=randoms)
def test_a_member_of_scanned_minutes_is_made_of_words_that_stand_in_the_text(name, random):
    text = scan(minutes(name, random), random, LEVELS["middle"])
    sitting = read_sitting(Layout(text))

    words = set(name_key(text).split())

    named = [one.name for one in sitting.members] if sitting else []
    assert [name for name in named if not set(name_key(name).split()) <= words] == []


@few
@given(name=layouts, random=randoms, share=st.floats(0, 1))
def test_minutes_cut_anywhere_are_read_without_an_error(name, random, share):
    whole = minutes(name, random)
    text = whole[: int(len(whole) * share)]

    assert is_re_read(text, read_text(text).sitting)


@few
@given(name=layouts, random=randoms)
def test_lines_in_disorder_are_read_without_an_error_and_give_no_vote_that_is_not_written(name, random):
    lines = minutes(name, random).split("\n")
    random.shuffle(lines)
    text = "\n".join(lines)

    sitting = read_sitting(Layout(text))

    votes = [act.vote for act in sitting.deliberations if act.vote] if sitting else []
    assert is_re_read(text, sitting)
    counts = [count for vote in votes for count in (vote.votes_for, vote.against, vote.abstention)]
    named = [one.name for one in sitting.members] if sitting else []
    assert [one for one in named if not set(name_key(one).split()) <= set(name_key(text).split())] == []
    unsaid = [one for one in counts if one and not is_written(one, text)]
    assert unsaid == []


@few
@given(name=layouts, random=randoms)
def test_minutes_turned_into_a_notice_give_no_act(name, random):
    agenda = "\n".join(f"{item.number}. {item.title}" for item in meeting_for(LAYOUTS[name], random).items)
    text = (
        "Convocation du conseil municipal de Bellefond\n\nVous êtes prié d'assister à la séance qui aura lieu le "
        f"lundi 4 novembre 2030 à 19 h.\n\nOrdre du jour :\n{agenda}\n\nLe Maire,\nOdile ARNOUX\n"
    )

    sitting = read_sitting(Layout(text))

    assert sitting is not None
    assert (sitting.members, sitting.deliberations) == ((), ())
