"""The marks of a passage cover its letters and no other word's, wherever the page shows them."""

import pypdfium2
import pytest
from hypothesis import given, settings, strategies as st

from declic.engines.reading.files.marks import marks_on
from declic.engines.reading.files.opening import open_file
from declic.engines.reading.files.pages import Box, OpenedFile
from declic.engines.reading.files.picture import picture_of
from declic.units.spans import Span
from tests.engines.reading.files.seen import ink_of
from tests.engines.written_pdfs import Put, lines_down, written_pdf


LINES = ["Les jardins de la colline ouvrent", "au printemps, le samedi, pour", "toutes les familles."]
DATA = written_pdf([lines_down(LINES)])
OPENED = open_file(DATA)
NEAR = 0.2
"""Boxes are kept to a tenth of a point."""


def letters(data: bytes) -> list[tuple[str, Box]]:
    """Ask the library alone where each letter stands, in the order of the file."""
    document = pypdfium2.PdfDocument(data)
    page = document[0]
    height = page.get_height()
    words = page.get_textpage()
    found = []
    for index in range(words.count_chars()):
        letter = words.get_text_range(index, 1)
        left, bottom, right, top = words.get_charbox(index)
        if letter.strip():
            found.append((letter, (left, height - top, right, height - bottom)))
    document.close()
    return found


LETTERS = letters(DATA)
PLACES = [place for place, letter in enumerate(OPENED.text) if letter.strip()]


def marked(opened: OpenedFile, passage: Span, *, number: int = 1) -> tuple[Box, ...]:
    return marks_on(opened.pages[number - 1], text=opened.text, passage=passage)


def passage_of(opened: OpenedFile, words: str) -> Span:
    start = opened.text.index(words)
    return Span(start, start + len(words))


def holds(outer: Box, inner: Box) -> bool:
    return (
        outer[0] <= inner[0] + NEAR
        and outer[1] <= inner[1] + NEAR
        and inner[2] <= outer[2] + NEAR
        and inner[3] <= outer[3] + NEAR
    )


def meets(one: Box, other: Box) -> bool:
    middle = ((other[0] + other[2]) / 2, (other[1] + other[3]) / 2)
    return one[0] < middle[0] < one[2] and one[1] < middle[1] < one[3]


@given(
    st.tuples(st.integers(0, len(OPENED.text)), st.integers(0, len(OPENED.text))).filter(
        lambda p: p[0] != p[1]
    )
)
@settings(max_examples=200)
def test_the_marks_hold_each_letter_of_the_passage_and_none_of_the_words_it_does_not_touch(ends):
    passage = Span(min(ends), max(ends))
    text = OPENED.text
    first, last = passage.start, passage.end
    while first > 0 and text[first - 1] not in " \n" and text[first] not in " \n":
        first -= 1
    while last < len(text) and text[last] not in " \n" and text[last - 1] not in " \n":
        last += 1

    marks = marked(OPENED, passage)

    assert [text[place] for place in PLACES] == [letter for letter, _ in LETTERS]
    for place, (letter, box) in zip(PLACES, LETTERS, strict=True):
        if passage.start <= place < passage.end:
            assert any(holds(mark, box) for mark in marks), letter
        elif not first <= place < last:
            assert not any(meets(mark, box) for mark in marks), letter


def test_a_passage_of_several_lines_has_a_mark_for_each():
    marks = marked(OPENED, passage_of(OPENED, "ouvrent\nau printemps, le samedi, pour\ntoutes"))

    assert len(marks) == 3
    assert [round(mark[0]) for mark in marks[1:]] == [60, 60]
    assert marks[0][0] > 150


def test_a_blank_has_no_mark():
    assert marked(OPENED, passage_of(OPENED, "\n")) == ()


def test_a_word_cut_at_the_end_of_a_line_is_marked_on_both():
    opened = open_file(written_pdf([lines_down(["Le déve-", "loppement des quartiers"])]))

    first, rest = marked(opened, passage_of(opened, "développement"))
    (other,) = marked(opened, passage_of(opened, "des quartiers"))

    assert first[1] < rest[1]
    assert rest[0] == pytest.approx(60, abs=1)
    assert rest[2] < other[0]
    assert other[1] == rest[1]


def test_a_passage_over_two_pages_is_marked_on_both():
    opened = open_file(written_pdf([lines_down(["Nous ouvrirons"]), lines_down(["un jardin."])]))
    passage = passage_of(opened, "ouvrirons\nun jardin")

    assert len(marked(opened, passage, number=1)) == 1
    assert len(marked(opened, passage, number=2)) == 1
    assert marked(opened, passage_of(opened, "Nous"), number=2) == ()


@pytest.mark.parametrize(
    "also",
    [
        "",
        "/Rotate 90",
        "/Rotate 180",
        "/Rotate 270",
        "/CropBox[40 500 400 800]",
        "/Rotate 90/CropBox[40 500 400 800]",
    ],
)
@pytest.mark.parametrize("turned", [0, 1, 2, 3])
def test_the_mark_is_where_the_picture_shows_the_ink(also, turned):
    data = written_pdf([[Put(150, 200, "Clos.", size=20, turned=turned)]], also=also)
    opened = open_file(data)
    page = opened.pages[0]

    (mark,) = marked(opened, passage_of(opened, "Clos."))
    ink = ink_of(picture_of(data, number=1).data, width=page.width, height=page.height)

    assert ink is not None
    assert holds(mark, ink)
    assert (mark[2] - mark[0]) * (mark[3] - mark[1]) < 3 * (ink[2] - ink[0]) * (ink[3] - ink[1])
