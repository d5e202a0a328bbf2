"""What is printed cannot act on the terminal, whatever a document holds."""

from io import StringIO

from hypothesis import given, strategies as st

from declic.jobs.tables import clean, facts, grid, sheet, title


@given(st.text())
def test_no_control_character_is_printed(words):
    page = StringIO()

    console = sheet(page)
    for shown in (facts([("nom", words)]), grid(["nom"], [[words]]), title(words)):
        console.print(shown)

    assert [
        mark for mark in page.getvalue() if (mark < " " and mark != "\n") or "\x7f" <= mark <= "\x9f"
    ] == []


def test_an_escape_sequence_is_made_harmless():
    assert clean("\x1b]0;titre\x07 rouge\x1b[31m") == "�]0;titre� rouge�[31m"


def test_markup_of_a_document_is_only_text():
    page = StringIO()

    sheet(page).print(facts([("titre", "[bold]gras[/bold] [link=x]")]))

    assert "[bold]gras[/bold] [link=x]" in page.getvalue()


def test_an_unknown_fact_is_left_out():
    page = StringIO()

    sheet(page).print(facts([("date", None), ("lieu", ""), ("nombre", 0)]))

    assert page.getvalue().split() == ["nombre", "0"]
