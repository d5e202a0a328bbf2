"""The pages of a PDF: columns one after the other, running titles apart, cut words whole, lines with their boxes."""

import pytest

from declic.engines.reading.files.glyphs import legible
from declic.engines.reading.files.opening import open_file
from declic.records.sources.jail import read_in_jail
from tests.engines.written_pdfs import Put, lines_down, written_pdf


LEFT = [
    "Les jardins de la colline ouvriront dès",
    "le printemps à toutes les familles qui",
    "en feront la demande auprès du bureau",
    "des quartiers, du lundi au vendredi et",
    "le samedi matin, sauf en plein mois de",
    "décembre, quand la terre est trop dure",
    "pour être retournée à la main par des",
]
RIGHT = [
    "enfants ou par des personnes âgées qui",
    "viennent en voisines, avec leurs outils",
    "et leurs graines, et repartent toujours",
    "le panier plein de légumes oubliés que",
    "personne ne vend plus sur les marchés,",
    "ni en ville ni dans les villages autour",
    "du lac, où chacun les avait longtemps.",
]


def side_by_side(left: list[str], right: list[str]) -> list[Put]:
    """Put lines in two columns, and write them row by row: the worst order of a file."""
    rows = zip(lines_down(left, left=60), lines_down(right, left=320), strict=True)
    return [put for row in rows for put in row]


def test_two_columns_are_read_one_after_the_other():
    page = [
        Put(
            60,
            50,
            "Le journal des jardins, numéro deux, pour toutes les familles de la colline et d'ailleurs",
        )
    ]

    opened = open_file(written_pdf([[*page, *side_by_side(LEFT, RIGHT)]]))

    assert opened.text.splitlines() == [page[0].words, *LEFT, *RIGHT]


def test_a_table_is_read_row_by_row():
    names = ["Brune AUBÉPINE", "Paul GRAND", "Flore OSIER", "Luc", "Anne SAULE", "Maël HOUX", "Iris LIN"]
    states = ["présente", "absent", "présente", "présent", "excusée", "présent", "présente"]

    opened = open_file(written_pdf([side_by_side(names, states)]))

    assert opened.text.splitlines() == [f"{name} {state}" for name, state in zip(names, states, strict=True)]


def pages_with_titles(count: int) -> list[list[Put]]:
    return [
        [
            Put(60, 40, "Commune de Valmorte – registre de 2031"),
            *lines_down([f"Phrase {number} du texte qui passe"]),
            Put(60, 815, f"Page {number} sur {count}"),
            Put(500, 815, str(number)),
        ]
        for number in range(1, count + 1)
    ]


def test_running_titles_and_page_numbers_are_kept_apart_from_the_text():
    opened = open_file(written_pdf(pages_with_titles(4)))

    assert opened.text.splitlines() == [
        "Commune de Valmorte – registre de 2031",
        "Phrase 1 du texte qui passe",
        "Phrase 2 du texte qui passe",
        "Phrase 3 du texte qui passe",
        "Phrase 4 du texte qui passe",
    ]
    assert opened.pages[0].furniture == ("Page 1 sur 4 1",)
    assert opened.pages[3].furniture == ("Commune de Valmorte – registre de 2031", "Page 4 sur 4 4")


def test_the_number_of_a_sheet_at_the_head_of_its_page_is_no_page_number():
    pages = [
        [Put(60, 60, f"Fiche action n° {number}"), *lines_down(["Le jardin."], top=200)]
        for number in (1, 2, 3)
    ]

    assert open_file(written_pdf(pages)).text.count("Fiche action n°") == 3


def test_the_heading_of_a_part_that_runs_stays_where_it_comes_first():
    heads = ["Axe 1 – Jardins", "Axe 1 – Jardins", "Axe 1 – Jardins", "Axe 2 – Friches"]
    pages = [
        [Put(60, 60, head), *lines_down([f"Phrase {number}."], top=200)] for number, head in enumerate(heads)
    ]

    assert open_file(written_pdf(pages)).text.splitlines() == [
        "Axe 1 – Jardins",
        "Phrase 0.",
        "Phrase 1.",
        "Phrase 2.",
        "Axe 2 – Friches",
        "Phrase 3.",
    ]


def test_what_two_pages_say_is_no_running_title():
    opened = open_file(written_pdf(pages_with_titles(2)))

    assert opened.text.count("Commune de Valmorte") == 2
    assert "Page 2 sur 2" in opened.text


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["Le déve-", "loppement des quartiers"], "Le développement\ndes quartiers\n"),
        (["La vice-", "présidente ouvre"], "La vice-présidente\nouvre\n"),
        (["Monsieur Jean-", "Marc GRAND"], "Monsieur Jean-Marc\nGRAND\n"),
        (["Un plan climat-air-", "énergie territorial"], "Un plan climat-air-énergie\nterritorial\n"),
        (
            ["Les bio-", "déchets ; un bio-déchet,", "des bio-déchets"],
            "Les bio-déchets\n; un bio-déchet,\ndes bio-déchets\n",
        ),
        (["Voici -", "un banc"], "Voici -\nun banc\n"),
        (["De 2031-", "2032 au lac"], "De 2031-\n2032 au lac\n"),
        (["Le portail-", "."], "Le portail-\n.\n"),
    ],
)
def test_a_word_cut_at_the_end_of_a_line_is_whole(lines, text):
    assert open_file(written_pdf([lines_down(lines)])).text == text


def test_odd_glyphs_become_letters():
    assert legible("e\u0301ﬁn \uf0b7 oﬃce\u200b\x03") == "éfin • office"


def test_each_line_has_its_box_on_its_page():
    opened = open_file(
        written_pdf([lines_down(["Séance du 4 mai.", "Présents : neuf."]), [Put(100, 200, "Clos.")]])
    )

    boxes = [(page.number, line.span.of(opened.text), line) for page in opened.pages for line in page.lines]
    assert [(number, words) for number, words, _ in boxes] == [
        (1, "Séance du 4 mai."),
        (1, "Présents : neuf."),
        (2, "Clos."),
    ]
    last = boxes[2][2]
    assert last.left == pytest.approx(100, abs=1)
    assert last.top < 200 < last.bottom
    assert last.right == pytest.approx(126, abs=4)


def test_the_jail_gives_the_same_pages_as_outside():
    data = written_pdf(pages_with_titles(4))

    reading = read_in_jail(data, name="registre.pdf")

    assert reading.file.pages == open_file(data).pages
    assert reading.answer["document"]["pages"] == 4
