"""A PDF with text is read page after page; one that cannot be read says why in one sentence."""

import pytest

from declic.engines.reading.files.opening import open_file
from declic.engines.reading.text import UnreadableFileError
from declic.units.spans import Span
from tests.engines.written_pdfs import Put, lines_down, written_pdf


def test_the_text_of_a_pdf_knows_its_pages():
    data = written_pdf(
        [lines_down(["Séance du 4 mai.", "Présents : neuf."]), lines_down(["Le vote est clos."])]
    )

    opened = open_file(data)

    assert opened.encoding == "pdf"
    assert [page.span.of(opened.text).split("\n") for page in opened.pages] == [
        ["Séance du 4 mai.", "Présents : neuf.", ""],
        ["Le vote est clos.", ""],
    ]
    assert opened.pages[0].span == Span(0, 34)
    assert (opened.pages[0].width, opened.pages[0].height) == (595, 842)


def test_the_same_pdf_gives_the_same_text():
    data = written_pdf([lines_down(["Séance du 4 mai."])])

    assert open_file(data) == open_file(data)


ENCRYPTED = "/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(" + "o" * 32 + ")/U(" + "u" * 32 + ")>>/ID[(a)(a)]"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (written_pdf([[]]), "OCR"),
        (written_pdf([[Put(60, 60, "...")]]), "OCR"),
        (written_pdf([lines_down(["Bonjour."])], trailer=ENCRYPTED), "mot de passe"),
        (b"%PDF-1.7\n", "abîmé ou incomplet"),
        (b"%PDF-1.7\nrien du tout %%EOF", "abîmé ou incomplet"),
        (written_pdf([[]] * 1_001), "1000 au plus"),
    ],
    ids=["no text", "dots alone", "encrypted", "cut", "empty", "too long"],
)
def test_a_pdf_that_cannot_be_read_says_why_in_one_sentence(data, words):
    with pytest.raises(UnreadableFileError) as refused:
        open_file(data)

    assert words in str(refused.value)
    assert str(refused.value).endswith((".", ")."))
    assert "\n" not in str(refused.value)
