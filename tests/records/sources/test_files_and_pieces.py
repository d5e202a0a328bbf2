"""A file is decoded without changing a character, and a text is cut without losing one."""

import pytest
from hypothesis import given, strategies as st

from declic.engines.reading.text import UnreadableFileError
from declic.records.sources.files import decode_file
from declic.records.sources.pieces import cut
from declic.units.spans import Span


def test_a_modern_file_is_utf_8():
    file = decode_file("Séance".encode())

    assert (file.text, file.encoding) == ("Séance", "utf-8")
    assert file.sha256 == "c1574e19f27f0f9271f864377c5bddceb10a3b25bf0f3d4f7b5d4bf0bdce6185"


def test_an_old_file_is_in_the_windows_code_page():
    file = decode_file("Séance à 18h".encode("cp1252"))

    assert (file.text, file.encoding) == ("Séance à 18h", "windows-1252")


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1))
def test_every_text_that_is_accepted_gives_its_bytes_back(text):
    data = text.encode()
    try:
        file = decode_file(data)
    except UnreadableFileError:
        return

    assert file.text.encode(file.encoding) == data


@pytest.mark.parametrize("data", [b"", b"  \n", b"%PDF-1.7", b"PK\x03\x04rest", b"a\x00b"])
def test_what_is_not_a_text_is_refused_in_one_sentence(data):
    with pytest.raises(UnreadableFileError) as refused:
        decode_file(data)

    assert str(refused.value).endswith(".")
    assert "\n" not in str(refused.value)


def test_a_text_is_cut_by_state_and_the_rest_is_blank():
    pieces = cut("Un. Deux. Trois.", states=[(Span(4, 9), "orphan"), (Span(0, 3), "attached")])

    assert [(piece.text, piece.state) for piece in pieces] == [
        ("Un.", "attached"),
        (" ", "blank"),
        ("Deux.", "orphan"),
        (" Trois.", "blank"),
    ]


spans = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda ends: Span(*sorted(ends)))
states = st.lists(st.tuples(spans, st.sampled_from(["attached", "ignored", "orphan"])))


@given(st.text(max_size=40), states)
def test_the_pieces_make_the_whole_text(text, stated):
    pieces = cut(text, states=stated)

    assert "".join(piece.text for piece in pieces) == text
    assert all(text[piece.start : piece.end] == piece.text for piece in pieces)
