"""The content of a file says what it is, never its name."""

import pytest

from declic.engines.reading.files.opening import open_file
from declic.engines.reading.text import UnreadableFileError
from tests.engines.written_pdfs import lines_down, written_pdf


ONE_XML = '<?xml version="1.0"?>\n<office:document xmlns:office="urn:x"/>'


@pytest.mark.parametrize("before", ["", "\ufeff", "\r\n\r\n", "HTTP/1.1 200 OK\r\nServer: valmorte\r\n\r\n"])
def test_a_pdf_is_known_behind_what_a_server_wrote_before_it(before):
    data = before.encode() + written_pdf([lines_down(["Séance du 4 mai."])])

    assert open_file(data).text == "Séance du 4 mai.\n"


def test_a_text_that_speaks_of_a_pdf_is_a_text():
    assert open_file(b"Le fichier commence par :\n%PDF-1.7\n").encoding == "utf-8"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("<!DOCTYPE html><html><body>Séance</body></html>", "une page web (HTML)"),
        ("\n<HTML><body>Séance</body></HTML>", "une page web (HTML)"),
        ("MIME-Version: 1.0\nContent-Type: multipart/related\n", "un message enregistré"),
        (ONE_XML, "(.fodt)"),
        (
            "<?xml version='1.0'?><?mso-application progid='Word.Document'?><w:wordDocument/>",
            "Word en un seul",
        ),
    ],
)
def test_a_file_of_another_kind_says_which_in_one_sentence(data, words):
    with pytest.raises(UnreadableFileError) as refused:
        open_file(data.encode())

    assert words in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_text_of_two_bytes_for_a_character_is_read_where_its_mark_begins_it(encoding):
    data = "\ufeffSéance du 4 mai.\r\n".encode(encoding)

    opened = open_file(data)

    assert (opened.encoding, opened.text.encode(encoding)) == (encoding, data)
    assert "Séance du 4 mai." in opened.text


def test_a_broken_text_of_two_bytes_for_a_character_is_refused():
    with pytest.raises(UnreadableFileError, match="UTF-16"):
        open_file(b"\xff\xfea\x00b")
