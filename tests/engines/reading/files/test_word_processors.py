"""Word and LibreOffice files: the text as the page shows it, lists with their numbers, tables row by row."""

import pytest

from declic.engines.reading.files.opening import open_file
from declic.engines.reading.text import UnreadableFileError
from declic.records.sources.jail import read_in_jail
from tests.engines.written_documents import W, archive, docx, odt, p


LONG = "Les partenaires se retrouvent au printemps pour faire ensemble le point sur tout ce qui a été engagé."


def test_the_numbers_of_a_word_list_are_counted_again():
    data = docx(
        p("Axe 1 – Les jardins", style="Titre")
        + p("Nous ouvrirons un jardin.", number=3)
        + p("Un banc.", number=3, level=1)
        + p("Un arbre.", number=3, level=1)
        + p("En bois.", style="Puce")
        + p("Nous fermerons la friche.", number=3)
        + p("Un portail.", number=3, level=1)
        + p("Nous planterons.", number=4)
    )

    assert open_file(data).text.splitlines() == [
        "Axe 1 – Les jardins",
        "",
        "Mesure 1 : Nous ouvrirons un jardin.",
        "1.1 Un banc.",
        "1.2 Un arbre.",
        "- En bois.",
        "Mesure 2 : Nous fermerons la friche.",
        "2.1 Un portail.",
        "Mesure 1 : Nous planterons.",
    ]


def test_prose_stands_apart_and_short_lines_stay_together():
    data = docx(p("Présents :") + p("Brune AUBÉPINE") + p("Paul GRAND") + p(LONG) + p(LONG))

    assert open_file(data).text == f"Présents :\nBrune AUBÉPINE\nPaul GRAND\n\n{LONG}\n\n{LONG}\n"


def test_a_row_of_a_table_is_a_line():
    row = "<w:tr>" + "".join(f"<w:tc>{p(words)}</w:tc>" for words in ("Jardins", "12")) + "</w:tr>"
    inside = f"<w:tr><w:tc>{p('Friches')}</w:tc><w:tc><w:tbl>{row}</w:tbl>{p('puis')}</w:tc></w:tr>"

    data = docx(p("Voici :") + f"<w:tbl>{row}{inside}</w:tbl>" + p("Fin."))

    assert open_file(data).text == "Voici :\n\nJardins | 12\nFriches | Jardins 12 puis\n\nFin.\n"


def test_what_a_word_document_took_away_is_not_read():
    taken = (
        "<w:p><w:del><w:r><w:t>supprimé</w:t></w:r></w:del><w:ins><w:r><w:t>ajouté</w:t></w:r></w:ins></w:p>"
    )

    assert open_file(docx(taken)).text == "ajouté\n"


def test_the_numbers_of_a_libreoffice_list_are_counted_again():
    item = "<text:list-item><text:p>{}</text:p>{}</text:list-item>"
    below = "<text:list>" + item.format("Un banc.", "") + item.format("Un arbre.", "") + "</text:list>"
    measures = item.format("Nous ouvrirons un jardin.", below) + item.format("Nous fermerons la friche.", "")
    data = odt(
        '<text:h text:outline-level="1">Les jardins</text:h>'
        f'<text:list text:style-name="L">{measures}</text:list>'
        '<text:p>Puis<text:s text:c="2"/>rien<text:note>note</text:note>.</text:p>'
        "<table:table><table:table-row><table:table-cell><text:p>Jardins</text:p></table:table-cell>"
        "<table:table-cell><text:p>12</text:p></table:table-cell></table:table-row></table:table>"
        '<text:h text:outline-level="1">Les friches</text:h>'
    )

    assert open_file(data).text.splitlines() == [
        "I. Les jardins",
        "",
        "Mesure 1 : Nous ouvrirons un jardin.",
        "1.1 Un banc.",
        "1.2 Un arbre.",
        "Mesure 2 : Nous fermerons la friche.",
        "",
        "Puis  rien.",
        "",
        "Jardins | 12",
        "",
        "II. Les friches",
    ]


@pytest.mark.parametrize("data", [docx(p("Séance du 4 mai.")), odt("<text:p>Séance du 4 mai.</text:p>")])
def test_the_jail_reads_them_too(data):
    reading = read_in_jail(data, name="acte.txt")

    assert reading.text == "Séance du 4 mai.\n"
    assert reading.answer["document"]["pages"] is None


BOMB = f'<!DOCTYPE a [<!ENTITY b "{"b" * 1000}">]><w:document xmlns:w="{W}"><w:p><w:t>&b;</w:t></w:p></w:document>'
DEEP = f'<w:document xmlns:w="{W}">{"<w:x>" * 5_000}<w:p/>{"</w:x>" * 5_000}</w:document>'


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (archive({"word/document.xml": BOMB}), "piège"),
        (archive({"word/document.xml": DEEP}), "piège"),
        (archive({"word/document.xml": b"<a>" + b" " * 41_000_000 + b"</a>"}), "piège"),
        (archive({"word/document.xml": "<a>"}), "abîmé"),
        (archive({"word/document.xml": "<a/>"})[:40], "abîmé"),
        (docx(p(" ")), "ne contient pas de texte"),
        (odt("<text:p>a</text:p>", manifest="<encryption-data/>"), "mot de passe"),
        (archive({"xl/workbook.xml": "<a/>"}), "d'une autre sorte"),
    ],
    ids=["entities", "depth", "size", "XML", "cut", "no text", "encrypted", "spreadsheet"],
)
def test_a_document_that_cannot_be_read_says_why_in_one_sentence(data, words):
    with pytest.raises(UnreadableFileError) as refused:
        read_in_jail(data, name="acte.docx")

    assert words in str(refused.value)
    assert "\n" not in str(refused.value)
