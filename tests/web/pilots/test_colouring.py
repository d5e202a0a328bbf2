"""The text beside its review is the whole text, each word in its state, each passage where it stands."""

from hypothesis import given, strategies as st

from declic.records.sources.pieces import cut
from declic.units.spans import Span
from declic.web.pilots.colouring import Place, Run, part_number, parts_of, places_in, runs_of


TEXT = "Article 1. Un jardin de 40 places. Fait à Valmorte."
PIECES = cut(TEXT, states=[(Span(0, 10), "ignored"), (Span(11, 34), "attached"), (Span(35, 51), "orphan")])
WHOLE = Span(0, len(TEXT))


def test_each_sentence_is_written_in_its_state():
    runs = runs_of(PIECES, part=WHOLE, unread=(), places=())

    assert [(run.text, run.state) for run in runs] == [
        ("Article 1.", "ignored"),
        (" ", "blank"),
        ("Un jardin de 40 places.", "attached"),
        (" ", "blank"),
        ("Fait à Valmorte.", "orphan"),
    ]


def test_a_number_that_nobody_read_is_marked_and_nothing_else_is():
    runs = runs_of(PIECES, part=WHOLE, unread=(Span(8, 9),), places=())

    assert [run.text for run in runs if run.is_unread] == ["1"]


def test_a_passage_opens_and_closes_around_its_words_and_bears_its_anchor():
    runs = runs_of(PIECES, part=WHOLE, unread=(), places=(Place(Span(11, 34), "passage-7"),))

    start = runs.index(Run("start", anchor="passage-7"))
    assert [run.kind for run in runs[start:]] == ["start", "words", "end", "words", "words"]
    assert runs[start + 1].text == "Un jardin de 40 places."


def test_a_passage_inside_another_nests_and_one_that_crosses_is_cut_short():
    places = places_in(
        WHOLE,
        places=(Place(Span(14, 40), "crosses"), Place(Span(11, 34), "around"), Place(Span(24, 26), "inside")),
    )

    assert places == (
        Place(Span(11, 34), "around"),
        Place(Span(14, 34), "crosses"),
        Place(Span(24, 26), "inside"),
    )


def test_a_passage_of_another_part_is_not_shown():
    assert places_in(Span(20, 51), places=(Place(Span(11, 34), "before"),)) == ()


def test_a_long_text_is_cut_between_paragraphs():
    text = f"{'a' * 60}\n\n{'b' * 60}\n\n{'c' * 10}"

    parts = parts_of(text, size=100)

    assert [part.of(text)[:1] for part in parts] == ["a", "b"]
    assert part_number(parts, position=61) == 1
    assert part_number(parts, position=62) == 2
    assert part_number(parts, position=10_000) == 2


TEXTS = st.text(alphabet="abé 1\n.", max_size=120)


@st.composite
def coloured(draw):
    text = draw(TEXTS)
    edge = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(edge, edge).map(lambda ends: Span(min(ends), max(ends))), max_size=8))
    states = [(span, "attached") for span in spans[:3] if span.start < span.end]
    return text, cut(text, states=states), spans[3:6], [Place(span, "x") for span in spans[6:]]


@given(coloured(), st.integers(3, 40))
def test_the_words_of_the_parts_joined_are_the_text_and_every_passage_that_opens_closes(made, size):
    text, pieces, unread, places = made
    parts = parts_of(text, size=size)
    written = []

    for part in parts:
        runs = runs_of(pieces, part=part, unread=unread, places=places_in(part, places=places))
        open_count = 0
        for run in runs:
            open_count += {"start": 1, "end": -1, "words": 0}[run.kind]
            assert open_count >= 0
        assert open_count == 0
        written.append("".join(run.text for run in runs))

    assert "".join(written) == text
    assert all(len(part.of(text)) <= size for part in parts)


def test_an_empty_text_has_one_part_and_nothing_in_it():
    assert parts_of("") == (Span(0, 0),)
    assert runs_of((), part=Span(0, 0), unread=(), places=()) == ()
    assert cut("", states=()) == ()
