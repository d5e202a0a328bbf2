"""A long text in parts: nothing lost, nothing twice, and the passage marked in its place."""

from hypothesis import given, strategies as st

from declic.units.spans import Span
from declic.web.residents.parts import MarkedText, cut, mark, part_of


TEXTS = st.text(alphabet="abé \n", max_size=300)


@given(TEXTS, st.integers(1, 40))
def test_the_parts_follow_each_other_and_make_the_whole_text(text, size):
    parts = cut(text, size=size)

    assert "".join(part.of(text) for part in parts) == text
    assert all(0 < part.end - part.start <= size for part in parts) or text == ""


@given(TEXTS, st.integers(1, 40), st.integers(0, 300))
def test_every_position_of_the_text_is_in_the_part_said(text, size, position):
    parts = cut(text, size=size)
    part = parts[part_of(parts, position=position)]

    assert part.start <= position < part.end or position >= len(text)


@given(TEXTS, st.integers(0, 300), st.integers(1, 50))
def test_a_marked_part_re_reads_the_same(text, start, length):
    part = cut(text, size=60)[0]
    marked = mark(text, part=part, passage=Span(start, start + length))

    assert marked.before + marked.marked + marked.after == part.of(text)


def test_a_part_ends_between_paragraphs_before_between_lines_before_between_words():
    assert [part.end for part in cut("aaaa\n\nbb bb\nbb", size=10)] == [6, 14]
    assert [part.end for part in cut("aaaa aaa\nbb bb", size=10)] == [9, 14]
    assert [part.end for part in cut("aaaa aaaa bbbb", size=10)] == [10, 14]
    assert [part.end for part in cut("aaaaaaaaaaaaaa", size=10)] == [10, 14]


def test_a_passage_is_marked_where_it_stands():
    assert mark("un deux trois", part=Span(0, 13), passage=Span(3, 7)) == MarkedText("un ", "deux", " trois")


def test_a_passage_that_runs_beyond_its_part_is_marked_to_the_end():
    assert mark("un deux trois", part=Span(0, 7), passage=Span(3, 13)) == MarkedText("un ", "deux", "")


def test_a_passage_of_another_part_is_not_marked():
    assert mark("un deux trois", part=Span(0, 7), passage=Span(8, 13)) == MarkedText("un deux", "", "")
