"""Pieces: each has its example, escapes what it shows, and never says a thing by colour alone."""

import inspect
from dataclasses import is_dataclass

import pytest
from django.forms import CharField, Form
from django.template.loader import render_to_string

from declic.records.council.passages import Origin
from declic.web.design import chart_examples, choosing, components, examples
from declic.web.design.charts import axes, bars, coverage, presence
from declic.web.design.components import (
    AxisMark,
    Badge,
    Card,
    Cell,
    Citation,
    Component,
    Definitions,
    Empty,
    Link,
    Message,
    OriginMark,
    Table,
    Term,
    hue,
)
from declic.web.design.fields import field_of, form_message


def drawn(part: Component) -> str:
    return " ".join(render_to_string(part.template, {"part": part}).split())


def components_of(module) -> set[str]:
    return {
        name
        for name, value in inspect.getmembers(module, inspect.isclass)
        if is_dataclass(value) and hasattr(value, "template") and value.__module__ == module.__name__
    }


def test_every_component_has_its_example():
    shown = {example.name for example in (*examples.piece_examples(), *chart_examples.chart_examples())}
    written = components_of(components)
    for module in (axes, bars, choosing, coverage, presence):
        written |= components_of(module)

    assert written - shown == set()


@pytest.mark.parametrize(
    "part",
    [
        Badge("<script>"),
        Citation("<script>", "/x"),
        Card("<script>", "/x"),
        Message("<script>", "<script>"),
        Empty("<script>", "<script>", Link("<script>", "/x")),
        Table("<script>", ("<script>",), ((Cell("<script>"), Cell("<script>")),)),
        Definitions((Term("<script>", "<script>"),)),
    ],
    ids=lambda part: type(part).__name__,
)
def test_a_piece_escapes_what_it_shows(part):
    assert "<script>" not in drawn(part)
    assert "&lt;script&gt;" in drawn(part)


@pytest.mark.parametrize(
    ("origin", "word"), [(Origin.READ, "lu"), (Origin.COMPUTED, "calculé"), (Origin.PROPOSED, "proposé")]
)
def test_an_origin_is_said_in_words_and_by_a_picture(origin, word):
    mark = drawn(OriginMark(origin))

    assert f"#{origin.value}" in mark
    assert word in mark


def test_an_axis_is_said_by_its_number_and_not_by_its_colour_alone():
    mark = drawn(AxisMark(3))

    assert "hue-3" in mark
    assert ">Axe</span> 3</span>" in mark


def test_what_belongs_to_no_axis_has_no_mark():
    assert drawn(AxisMark(None)) == ""


def test_a_sixth_axis_takes_the_first_colour_again():
    assert [hue(number) for number in (1, 5, 6, 7, None, 0)] == [1, 5, 1, 2, 0, 0]


def test_a_bad_message_is_an_alert_and_the_others_are_not():
    assert 'role="alert"' in drawn(Message("Non", tone="bad"))
    assert 'role="alert"' not in drawn(Message("Oui", tone="good"))


def test_the_words_of_a_document_are_marked_french_on_an_english_page():
    assert '<blockquote lang="fr">' in drawn(Citation("Nous ouvrirons.", "/x"))


def test_the_first_cell_of_a_row_names_it():
    table = drawn(
        Table("Vélos", ("Lieu", "Vélos"), ((Cell("La cour", "/cour"), Cell("12", is_number=True)),))
    )

    assert '<th scope="row"><a href="/cour">La cour</a></th>' in table
    assert '<td class="number">12</td>' in table


class Question(Form):
    words = CharField(label="Vos mots", help_text="Une phrase.")


def test_a_field_ties_its_help_and_its_errors_to_its_control():
    field = field_of(Question({"words": ""})["words"])

    assert field.errors == ("Ce champ est obligatoire.",)
    assert 'aria-describedby="id_words-help id_words-error"' in field.control
    assert 'aria-invalid="true"' in field.control
    assert 'id="id_words-error"' in drawn(field)


def test_a_field_without_error_is_not_said_wrong():
    field = field_of(Question()["words"])

    assert 'aria-describedby="id_words-help"' in field.control
    assert "aria-invalid" not in field.control


def test_a_form_without_error_of_its_own_has_no_message():
    assert form_message(Question({"words": ""}), title="Non") is None
