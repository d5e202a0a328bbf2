"""A PDF made to harm is drawn within bounds or refused in one sentence; the site goes on."""

import zlib

import pytest

from declic.engines.reading.files.picture import MOST_BYTES
from declic.engines.reading.text import UnreadableFileError
from declic.records.accounts.viewers import OPERATOR
from declic.records.sources import jail, jailed, pictures
from declic.records.sources.jail import Bounds, ReadingFault, UndrawnError, picture_in_jail
from declic.records.sources.models import Document
from declic.records.sources.writes import keep_document
from tests.engines.written_pdfs import lines_down, written_pdf


PLAIN = written_pdf([lines_down(["Nous ouvrirons un jardin."])])
ENDLESS = b"\n" + b"0 0 m 595 842 l 0 842 l 595 0 l b*\n" * 400_000
"""Shapes over the whole page, again and again: minutes of drawing in a file of some megabytes."""
LARGE_IMAGE = (
    b"\nq 595 0 0 842 0 0 cm\nBI /W 60000 /H 60000 /CS /RGB /BPC 8 /F /Fl ID "
    + zlib.compress(bytes(10_000_000))
    + b"\nEI Q\n"
)
HOSTILE = {
    "endless shapes": written_pdf([lines_down(["Un."])], drawn=ENDLESS),
    "a huge image": written_pdf([lines_down(["Un."])], drawn=LARGE_IMAGE),
    "a page that holds itself": written_pdf(
        [lines_down(["Un."])], also="/Resources<</XObject<</A 4 0 R>>>>", drawn=b"\n/A Do\n"
    ),
    "states without end": written_pdf([lines_down(["Un."])], drawn=b"\n" + b"q " * 200_000),
    "a page without bounds": written_pdf([lines_down(["Un."])], also="/CropBox[-1e30 -1e30 1e30 1e30]"),
    "cut in two": PLAIN[: len(PLAIN) // 2],
    "noise": PLAIN[:60] + bytes(range(256)) * 20 + PLAIN[60:],
    "fonts that are not there": PLAIN.replace(b"/BaseFont/Helvetica", b"/BaseFont/Absente  "),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_page_is_drawn_within_its_bounds_or_refused_in_one_sentence(data):
    size, said = 0, "."
    try:
        size = len(picture_in_jail(data, number=1, bounds=Bounds(2, 400_000_000, 60)).data)
    except UnreadableFileError as refusal:
        said = str(refusal)

    assert size <= MOST_BYTES
    assert said.endswith(".")
    assert "\n" not in said
    assert picture_in_jail(PLAIN, number=1).width == 1200


@pytest.mark.parametrize(
    "bounds", [Bounds(cpu_seconds=1), Bounds(memory_bytes=30_000_000), Bounds(clock_seconds=0.05)]
)
def test_a_drawing_that_takes_too_much_is_ended_and_said_in_one_sentence(bounds):
    with pytest.raises(UndrawnError, match="trop de temps ou de mémoire pour être dessinée"):
        picture_in_jail(HOSTILE["endless shapes"], number=1, bounds=bounds)


def test_what_breaks_while_drawing_says_its_kind_and_no_word_of_the_file(monkeypatch):
    def broken(_data, *, number):
        raise ValueError(f"a private word of page {number}")

    monkeypatch.setattr(jailed, "picture_of", broken)

    assert jailed.drawn(b"a", number=1) == b'{"fault": "ValueError"}\n'


@pytest.mark.django_db
def test_a_page_that_is_too_heavy_is_one_sentence_and_its_words_are_still_read(client, monkeypatch):
    version = keep_document(PLAIN, "pacte.pdf", by=OPERATOR).id
    Document.objects.update(public=True)
    monkeypatch.setattr(pictures, "SHELF", pictures.Shelf(most_bytes=0))
    monkeypatch.setattr(jail.picture_in_jail, "__kwdefaults__", {"bounds": Bounds(clock_seconds=0.0001)})

    answer = client.get(f"/documents/{version}/pages/1")
    page = client.get(f"/documents/{version}/pages/?de=0&a=4")

    assert answer.status_code == 503
    assert "trop de temps ou de mémoire pour être dessinée" in answer.content.decode()
    assert page.status_code == 200
    assert "« Nous »" in page.content.decode()


@pytest.mark.django_db
def test_a_fault_of_ours_is_one_sentence_without_a_word_of_it_and_is_logged_with_its_kind(
    client, monkeypatch, caplog
):
    def broken(_data, *, number):
        raise ReadingFault(f"KeyError {number}")

    version = keep_document(PLAIN, "pacte.pdf", by=OPERATOR).id
    Document.objects.update(public=True)
    monkeypatch.setattr(pictures, "SHELF", pictures.Shelf(most_bytes=0))
    monkeypatch.setattr(pictures, "picture_in_jail", broken)

    answer = client.get(f"/documents/{version}/pages/1")

    assert answer.status_code == 500
    assert "La page n&#x27;a pas pu être dessinée" in answer.content.decode()
    assert "KeyError" not in answer.content.decode()
    assert [
        (one.levelname, "KeyError 1" in one.getMessage()) for one in caplog.records if "no picture" in one.msg
    ] == [("ERROR", True)]
