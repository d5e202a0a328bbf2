"""What stands beside the words of a word-processor file: notes, running titles, boxes, changes, hidden words, layouts."""

import pytest

from declic.engines.reading.files.opening import open_file
from tests.engines.written_documents import STRICT, archive, docx, docx_of, odt, p, part


def run(words: str, shown: str = "") -> str:
    return f'<w:r><w:rPr>{shown}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def lines(data: bytes) -> list[str]:
    return open_file(data).text.splitlines()


CALLED = '<w:r><w:footnoteReference w:id="2"/></w:r>'
CALLED_AT_THE_END = '<w:r><w:endnoteReference w:id="1"/></w:r>'
NOTES = '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2">{}</w:footnote>'


def test_the_notes_of_a_word_page_follow_the_paragraph_that_calls_them():
    data = docx_of(
        {
            "document": f"<w:p>{run('Douze familles')}{CALLED}{run(' du quartier.')}{CALLED_AT_THE_END}</w:p>"
            + p("Le vote est clos."),
            "footnotes": part("footnotes", NOTES.format(p("Hors friche."))),
            "endnotes": part("endnotes", f'<w:endnote w:id="1">{p("Carte de 2030.")}</w:endnote>'),
        }
    )

    assert lines(data) == [
        "Douze familles du quartier.",
        "",
        "(2) Hors friche.",
        "",
        "Le vote est clos.",
        "",
        "(1) Carte de 2030.",
    ]


def test_a_note_that_is_called_in_a_table_follows_the_table():
    row = f"<w:tr><w:tc>{p('Jardins')}</w:tc><w:tc><w:p>{run('12')}{CALLED}</w:p></w:tc></w:tr>"

    data = docx_of(
        {"document": f"<w:tbl>{row}</w:tbl>", "footnotes": part("footnotes", NOTES.format(p("Hors friche.")))}
    )

    assert lines(data) == ["Jardins | 12", "", "(2) Hors friche."]


def test_the_running_title_of_a_word_document_is_read_once_without_its_page_number():
    counted = '<w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>3</w:t></w:r></w:fldSimple></w:p>'
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>'

    data = docx_of(
        {
            "document": p("Séance du 4 mai.") + section,
            "header": part("hdr", p("Commune de Valmorte") + counted),
        }
    )

    assert lines(data) == ["Commune de Valmorte", "", "Séance du 4 mai."]


@pytest.mark.parametrize(
    "made",
    [{"main": "word/document2.xml"}, {"w": STRICT}],
    ids=["a body of another name", "the strict kind"],
)
def test_every_kind_of_word_document_is_read(made):
    assert lines(docx_of({"document": p("Séance du 4 mai.")}, **made)) == ["Séance du 4 mai."]


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        ("<w:caps/>", "Mme Brune AUBÉPINE"),
        ("<w:smallCaps/>", "Mme Brune AUBÉPINE"),
        ('<w:caps w:val="0"/>', "Mme Brune Aubépine"),
        ("<w:vanish/>", "Mme Brune"),
    ],
)
def test_words_are_read_as_they_are_shown(shown, words):
    assert lines(docx(f"<w:p>{run('Mme Brune ')}{run('Aubépine', shown)}</w:p>")) == [words]


def test_a_paragraph_whose_end_was_taken_away_goes_on_with_the_next():
    ends = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"

    assert lines(docx(f"<w:p>{ends}{run('Ce début ')}</w:p>" + p("et cette fin."))) == [
        "Ce début et cette fin."
    ]


def test_a_paragraph_whose_end_was_taken_away_loses_no_word_where_none_follows_in_its_part_of_the_page():
    ends = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('Jardins')}</w:p>"
    row = f"<w:tr><w:tc>{ends}</w:tc><w:tc>{p('12')}</w:tc></w:tr>"

    assert lines(docx(p("Friche.") + ends)) == ["Friche.", "Jardins"]
    assert lines(docx(f"<w:tbl>{row}</w:tbl>")) == ["Jardins | 12"]
    assert lines(docx(f"{ends}<w:tbl>{row}</w:tbl>")) == ["Jardins", "", "Jardins | 12"]


def test_a_row_that_was_taken_away_is_not_read():
    gone = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{p('Friche')}</w:tc><w:tc>{p('3')}</w:tc></w:tr>"
    kept = f"<w:tr><w:tc>{p('Jardins')}</w:tc><w:tc>{p('12')}</w:tc></w:tr>"

    assert lines(docx(f"<w:tbl>{gone}{kept}</w:tbl>")) == ["Jardins | 12"]


def test_a_letterhead_made_of_a_table_is_read_one_cell_after_the_other():
    cells = [("Département du Lac", "Canton du Pont"), ("Présents : 8", "Votants : 9")]
    word = "".join(f"<w:tc>{''.join(map(p, cell))}</w:tc>" for cell in cells)
    free = "".join(
        f"<table:table-cell>{''.join(f'<text:p>{one}</text:p>' for one in cell)}</table:table-cell>"
        for cell in cells
    )

    for data in (
        docx(f"<w:tbl><w:tr>{word}</w:tr></w:tbl>"),
        odt(f"<table:table><table:table-row>{free}</table:table-row></table:table>"),
    ):
        assert [line for line in lines(data) if line] == [line for cell in cells for line in cell]


def test_a_list_of_names_in_a_cell_keeps_its_lines():
    names = ["Mme Brune AUBÉPINE", "M. Paul GRAND", "Mme Flore OSIER"]
    rows = [("Présents", names), ("Absents", ["M. Rémi FRÊNE"])]
    table = "".join(
        f"<w:tr><w:tc>{p(label)}</w:tc><w:tc>{''.join(map(p, held))}</w:tc></w:tr>" for label, held in rows
    )

    assert [line for line in lines(docx(f"<w:tbl>{table}</w:tbl>")) if line] == [
        "Présents",
        *names,
        "Absents | M. Rémi FRÊNE",
    ]


def test_the_words_of_a_box_for_old_programs_are_read_once():
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    both = (
        f'<w:r><m:AlternateContent xmlns:m="{compatible}"><m:Choice><w:txbxContent>{p("en boîte")}</w:txbxContent>'
        f"</m:Choice><m:Fallback><w:txbxContent>{p('en boîte')}</w:txbxContent></m:Fallback></m:AlternateContent></w:r>"
    )
    row = f"<w:tr><w:tc><w:p>{run('Mot')}{both}</w:p></w:tc><w:tc>{p('12')}</w:tc></w:tr>"

    assert lines(docx(f"<w:tbl>{row}</w:tbl>")) == ["Mot en boîte | 12"]


def test_what_hangs_on_the_words_of_a_libreoffice_page_follows_them():
    note = (
        '<text:note text:note-class="{}"><text:note-citation>{}</text:note-citation><text:note-body><text:p>{}'
        "</text:p></text:note-body></text:note>"
    )
    frame = "<draw:frame><draw:text-box><text:p>Dans le cadre</text:p></draw:text-box></draw:frame>"
    data = odt(
        f"<text:p>Douze familles{note.format('footnote', 1, 'Hors friche.')} ici.</text:p>"
        f"<text:p>Au lac{frame}.{note.format('endnote', 'i', 'Carte de 2030.')}</text:p>"
        '<text:section text:display="none"><text:p>Caché.</text:p></text:section>',
        header="<text:p>Commune de Valmorte</text:p><text:p>Page <text:page-number>1</text:page-number></text:p>",
    )

    assert [line for line in lines(data) if line] == [
        "Commune de Valmorte",
        "Douze familles ici.",
        "(1) Hors friche.",
        "Au lac.",
        "Dans le cadre",
        "(i) Carte de 2030.",
    ]


def test_a_word_document_that_names_a_missing_note_is_read_without_it():
    data = docx_of({"document": f"<w:p>{run('Douze')}{CALLED}</w:p>"})

    assert lines(data) == ["Douze"]


def test_a_document_that_names_its_own_folder_as_its_body_is_another_kind():
    links = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
        'Type="x/officeDocument" Target="../../etc/passwd"/></Relationships>'
    )

    with pytest.raises(ValueError, match="d'une autre sorte"):
        open_file(archive({"_rels/.rels": links}))
