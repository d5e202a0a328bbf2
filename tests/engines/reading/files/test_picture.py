"""The picture of a page: what is written is seen, and no page makes it larger than it may be."""

import hashlib

import pytest
from hypothesis import given, strategies as st

from declic.engines.reading.files.picture import (
    LONGEST_SIDE,
    MOST_BYTES,
    MOST_PIXELS,
    WIDTH,
    picture_of,
    picture_size,
)
from declic.engines.reading.text import UnreadableFileError
from tests.engines.reading.files.seen import ink_of, shades_of
from tests.engines.written_pdfs import Put, lines_down, written_pdf


def noise(side: int) -> bytes:
    """Draw random greys over the whole page: what compresses least."""
    shades = hashlib.shake_256(b"noise").hexdigest(side * side).encode()
    image = b"BI /W %d /H %d /CS /G /BPC 8 /F /AHx ID %s>\nEI" % (side, side, shades)
    return b"\nq 595 0 0 842 0 0 cm\n" + image + b"\nQ\n"


def test_the_picture_shows_what_is_written_where_it_is_written():
    picture = picture_of(written_pdf([[Put(100, 200, "Clos.", size=20)]]), number=1)

    ink = ink_of(picture.data, width=595, height=842)

    assert (picture.width, picture.height) == (1200, 1698)
    assert ink is not None
    assert ink[0] == pytest.approx(101, abs=2)
    assert ink[1] == pytest.approx(185, abs=2)
    assert ink[3] == pytest.approx(200, abs=2)


def test_the_paper_is_white_and_the_ink_is_black():
    rows = shades_of(picture_of(written_pdf([lines_down(["Clos."])]), number=1).data)

    assert rows[0][0] == 15
    assert min(min(row) for row in rows) == 0


def test_each_page_has_its_own_picture():
    data = written_pdf([lines_down(["Un."]), []])

    assert ink_of(picture_of(data, number=1).data, width=595, height=842) is not None
    assert ink_of(picture_of(data, number=2).data, width=595, height=842) is None


def test_the_same_page_gives_the_same_picture():
    data = written_pdf([lines_down(["Un."])])

    assert picture_of(data, number=1) == picture_of(data, number=1)


def test_a_page_that_cannot_be_compressed_keeps_to_the_bound():
    picture = picture_of(written_pdf([lines_down(["Un."])], drawn=noise(700)), number=1)

    assert MOST_BYTES // 2 < len(picture.data) <= MOST_BYTES


@given(st.floats(0, 1e7, allow_nan=False), st.floats(0, 1e7, allow_nan=False))
def test_no_page_has_a_picture_beyond_the_bounds(width, height):
    wide, high = picture_size(width, height)

    assert 1 <= wide <= WIDTH
    assert 1 <= high <= LONGEST_SIDE
    assert wide * high <= MOST_PIXELS


@pytest.mark.parametrize("size", [(14_400, 3), (3, 14_400), (1, 1), (14_400, 14_400)])
def test_a_page_of_an_odd_shape_is_drawn_within_the_bounds(size):
    picture = picture_of(written_pdf([[]], size=size), number=1)

    assert (picture.width, picture.height) == picture_size(*size)
    assert len(picture.data) <= MOST_BYTES


@pytest.mark.parametrize(
    ("data", "number", "words"),
    [
        (written_pdf([[]]), 0, "La page 0 du PDF ne peut pas être dessinée."),
        (written_pdf([[]]), 2, "La page 2 du PDF ne peut pas être dessinée."),
        (b"%PDF-1.7\nrien du tout %%EOF", 1, "Le PDF est abîmé ou incomplet : il ne peut pas être ouvert."),
    ],
    ids=["page 0", "beyond", "broken"],
)
def test_a_page_that_cannot_be_drawn_says_so_in_one_sentence(data, number, words):
    with pytest.raises(UnreadableFileError) as refused:
        picture_of(data, number=number)

    assert str(refused.value) == words
