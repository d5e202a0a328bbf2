"""Dates of a text that holds a pact: resolved by the right day, labelled by their own clause."""

import datetime

import pytest
from hypothesis import given, strategies as st

from declic.engines.reading.dates import read_dates
from declic.engines.reading.drafts import ArticleDraft, PactDraft, SittingDraft, Stated
from declic.engines.reading.text import Layout
from declic.units.spans import Span


def test_a_relative_date_is_counted_from_the_sitting_before_the_pact_and_from_the_pact_within_it():
    text = (
        "Séance du 14 mars 2024\n\nLe forum aura lieu le 2 mai prochain.\n\nPacte local\n\n12 janvier 2024\n\n"
        "Article 1. Objet\n\nLe travail a commencé l'automne dernier et finira le 2 février prochain."
    )
    signed, article = text.index("12 janvier"), text.index("Article 1")
    sitting = SittingDraft(date=Stated(datetime.date(2024, 3, 14), (Span(10, 22),)))
    pact = PactDraft(
        date=Stated(datetime.date(2024, 1, 12), (Span(signed, signed + 15),)),
        articles=(ArticleDraft(1, "Objet", (Span(article, article + 16),), Span(article, len(text))),),
    )

    dates = read_dates(Layout(text), sitting=sitting, pact=pact)

    assert [(date.value, date.precision, date.label) for date in dates] == [
        ("2024-03-14", "day", "séance"),
        ("2024-05-02", "day", "forum aura lieu"),
        ("2024-01-12", "day", "date du pacte"),
        ("2023-09/2023-12", "season", "travail a commencé"),
        ("2024-02-02", "day", "travail a commencé l'automne dernier et finira"),
    ]
    assert [date.spans[0].of(text) for date in dates][1] == "2 mai prochain"


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("La salle a ouvert en 2016.", "salle a ouvert"),
        ("Depuis 2016, la salle accueille des concerts.", "salle accueille des concerts"),
        ("Publié le : 08/04/2021", "Publié"),
        ("Du lundi 8 au vendredi 12 juillet 2024, stage de théâtre.", "stage de théâtre"),
    ],
)
def test_a_date_is_labelled_by_its_clause(words, label):
    assert read_dates(Layout(words), sitting=None, pact=None)[0].label == label


def test_the_date_of_a_running_header_is_given_once_with_all_its_passages():
    page = "Plan local - septembre 2023\n\nPage {}\n\nUn texte sans date.\n\n"
    text = "".join(page.format(number) for number in range(1, 5))

    (date,) = read_dates(Layout(text), sitting=None, pact=None)

    assert date.value == "2023-09"
    assert [span.of(text) for span in date.spans] == ["septembre 2023"] * 4


def test_the_number_of_an_act_is_no_date():
    text = "Délibération n° 2023-0412 et décret 2020-1762."

    assert read_dates(Layout(text), sitting=None, pact=None) == ()


@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error_and_each_passage_re_reads(text):
    for date in read_dates(Layout(text), sitting=None, pact=None):
        assert all(span.of(text).strip() for span in date.spans)
