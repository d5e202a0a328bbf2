"""PDF as writers and scanners make them: turned, askew, shuffled, stamped, spaced, with raised letters and side notes."""

import random

import pytest

from declic.engines.reading.files.opening import open_file
from declic.engines.reading.text import UnreadableFileError
from tests.engines.reading.files.test_pdf_pages import LEFT, RIGHT
from tests.engines.written_pdfs import A4, Put, lines_down, written_pdf


LINES = [
    "Commune de Valmorte",
    "Séance du 4 mai 2031",
    "Étaient présents : Mme Brune AUBÉPINE, M. Paul GRAND",
    "Délibération n° 12 : Jardins de la colline",
    "Le conseil décide de les ouvrir",
    "Pour : 9 Contre : 0",
]
STAMP = [
    "Envoyé en préfecture le 20/05/2031",
    "Reçu en préfecture le 20/05/2031",
    "ID : 099-219900001-20310504-DEL",
]
WIDTH, HEIGHT = A4
WIDTHS = {**dict.fromkeys("MWmw", 8.6), **dict.fromkeys("iltfjr.,: ", 3.4)}


def lines(pages: list[list[Put]], *, also: str = "") -> list[str]:
    return open_file(written_pdf(pages, also=also)).text.splitlines()


def turned_lines(turned: int) -> list[Put]:
    """Put lines so that they are read once the paper is turned."""
    places = {
        0: lambda down: (80, 80 + down),
        1: lambda down: (80 + down, HEIGHT - 80),
        2: lambda down: (WIDTH - 80, HEIGHT - 80 - down),
        3: lambda down: (WIDTH - 80 - down, 80),
    }
    return [Put(*places[turned](14 * rank), words, turned=turned) for rank, words in enumerate(LINES)]


@pytest.mark.parametrize("turned", [0, 1, 2, 3])
@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_page_is_read_whichever_way_it_lies(turned, rotation):
    assert lines([turned_lines(turned)], also=f"/Rotate {rotation}") == LINES


def wide(words: str) -> float:
    """Say about how wide words are, in points."""
    return sum(WIDTHS.get(letter, 7.3 if letter.isupper() else 5.7) for letter in words)


def words_apart(*, slope: float = 0.0) -> list[Put]:
    """Put each word alone, as the recognition of a scan does, on lines that go down to the right."""
    puts = []
    for rank, line in enumerate(LINES):
        left = 60.0
        for word in line.split():
            puts.append(Put(left, 80 + 16 * rank + slope * (left - 60), word))
            left += wide(word) + 4
    return puts


@pytest.mark.parametrize("slope", [-0.03, -0.01, 0.01, 0.03])
def test_the_words_of_a_scan_that_is_askew_are_read_line_by_line(slope):
    assert lines([words_apart(slope=slope)]) == LINES


@pytest.mark.parametrize("seed", range(5))
def test_words_that_the_file_holds_in_no_order_are_read_by_their_places(seed):
    puts = words_apart()
    random.Random(seed).shuffle(puts)  # noqa: S311 — a seed, so that a fault can be seen again

    assert lines([puts]) == LINES


def test_the_stamp_of_the_prefecture_is_apart_from_the_text_that_it_overlaps():
    stamp = [Put(380, 30 + 9 * rank, words, size=7) for rank, words in enumerate(STAMP)]
    first = [Put(60, 40, "Commune de Valmorte"), *lines_down(LINES[1:])]

    read = lines([stamp + first, [*stamp, Put(60, 45, "Fait à Valmorte")]])

    assert [line for line in read if line not in STAMP] == [*LINES, "Fait à Valmorte"]
    assert [line for line in read if line in STAMP] == STAMP


def test_what_is_stamped_along_the_side_comes_after_the_page():
    side = Put(580, 600, "Accusé de réception en préfecture à Valmorte", size=8, turned=1)

    assert lines([[side, *lines_down(LINES)]]) == [*LINES, side.words]
    assert lines([[side, *lines_down(LINES, top=200)]] * 3) == LINES * 3


def test_a_raised_letter_does_not_break_its_line():
    page = [
        Put(60, 80, "Le 1"),
        Put(79, 80, "er", size=6, raised=4),
        Put(87, 80, "juin, la délibération n"),
        Put(178.7, 80, "o", size=6, raised=4),
        Put(185.0, 80, "12 est prise."),
    ]

    assert lines([page]) == ["Le 1er juin, la délibération no 12 est prise."]


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("S É A N C E", "SÉANCE"),
        ("C O N S E I L   M U N I C I P A L", "CONSEIL MUNICIPAL"),
        ("1 2 3 4 5", "1 2 3 4 5"),
        ("A et B", "A et B"),
    ],
)
def test_a_spaced_title_is_read_with_its_letters_together(words, read):
    assert lines([[Put(60, 80, words)]]) == [read]


def test_words_printed_twice_to_look_bold_are_read_once():
    bold = [Put(60 + shift, 80 + 14 * rank, words) for rank, words in enumerate(LINES) for shift in (0, 0.3)]

    assert lines([bold]) == LINES


def test_what_is_written_outside_of_the_page_is_not_read():
    assert lines([[*lines_down(LINES), Put(60, 1_000, "Dessous"), Put(900, 100, "Ailleurs")]]) == LINES


def test_running_titles_that_differ_on_odd_and_even_pages_are_both_left_out():
    titles = ["Commune de Valmorte", "Procès-verbal"]
    pages = [[Put(60, 40, titles[rank % 2]), *lines_down([f"Phrase {rank}."])] for rank in range(7)]

    assert lines(pages) == [titles[0], *(f"Phrase {rank}." for rank in range(7))]


def test_columns_whose_lines_the_file_holds_row_by_row_are_read_one_after_the_other():
    rows = [
        Put(left + at, 200 + 14 * rank, word)
        for rank, row in enumerate(zip(LEFT, RIGHT, strict=True))
        for left, words in zip((60, 320), row, strict=True)
        for word, at in places(words)
    ]

    assert lines([rows]) == [*LEFT, *RIGHT]


def places(words: str) -> list[tuple[str, float]]:
    """Give each word and where it begins, in a line that fills its column."""
    held = words.split()
    blank = (225 - wide("".join(held))) / (len(held) - 1)
    return [(word, wide("".join(held[:rank])) + rank * blank) for rank, word in enumerate(held)]


def test_a_table_under_two_columns_keeps_its_rows():
    columns = [*lines_down(LEFT, left=60), *lines_down(RIGHT, left=320)]
    rows = [("Brune AUBÉPINE", "présente"), ("Paul GRAND", "absent")]
    table = [
        Put(left, 300 + 20 * rank, words)
        for rank, row in enumerate(rows)
        for left, words in zip((60, 250), row, strict=True)
    ]

    assert lines([columns + table]) == [*LEFT, *RIGHT, "Brune AUBÉPINE présente", "Paul GRAND absent"]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("/H FRQVHLO GpFLGH G RXYULU OHV MDUGLQV GH OD FROOLQH ", "ne sont pas celles que l'on voit"),
        ("!#$% & ' 1 *+ ,- ./ :; <=> ?@ a ] ", "ne sont pas celles que l'on voit"),
    ],
)
def test_a_text_whose_letters_stand_for_others_is_refused(words, reason):
    with pytest.raises(UnreadableFileError, match=reason):
        lines([lines_down([words] * 20)])


@pytest.mark.parametrize(
    "words", ["The council opens the gardens of the hill", "Der Rat öffnet die Gärten", "1 000 250 37"]
)
def test_another_language_and_a_table_of_figures_are_no_such_text(words):
    assert lines([lines_down([words] * 20)]) == [words] * 20
