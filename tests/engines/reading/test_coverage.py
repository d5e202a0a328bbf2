"""Every sentence accounted for, and no digit left behind without being listed."""

import datetime

from hypothesis import given, strategies as st

from declic.engines.reading.coverage import DIGITS, cover
from declic.engines.reading.coverage_formulas import is_formula
from declic.engines.reading.drafts import (
    ArticleDraft,
    FigureDraft,
    MeasureDraft,
    PactDraft,
    SittingDraft,
    Stated,
)
from declic.engines.reading.text import Layout
from declic.units.spans import Span


def span_of(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def figure(span: Span) -> FigureDraft:
    return FigureDraft(12.0, None, None, "agents", None, "agents", None, None, None, (span,))


def measure(number: str, span: Span) -> MeasureDraft:
    return MeasureDraft(number, 1, None, "", (), None, None, (), (), (), (span,))


def test_a_sentence_is_attached_by_a_fact_ignored_by_a_rule_or_an_orphan():
    text = "Préambule :\n\nLe service emploie 12 agents. La ville avance.\n\nFait à Valmont"
    pact = PactDraft(figures=(figure(span_of(text, "12")),))

    covered = cover(Layout(text), sitting=None, pact=pact)

    assert [span.of(text) for span in covered.attached] == ["Le service emploie 12 agents."]
    assert [span.of(text) for span in covered.ignored] == ["Préambule :", "Fait à Valmont"]
    assert [span.of(text) for span in covered.orphans] == ["La ville avance."]


def test_the_body_of_an_article_attaches_nothing_but_its_heading():
    text = "Article 1 - Objet\n\nLa ville avance avec tous ses habitants."
    article = ArticleDraft(1, "Objet", (span_of(text, "Article 1 - Objet"),), Span(0, len(text)))

    covered = cover(Layout(text), sitting=None, pact=PactDraft(articles=(article,)))

    assert len(covered.attached) == 1
    assert len(covered.orphans) == 1
    assert covered.unread_digits == ()


def test_the_words_of_a_measure_are_attached_but_not_the_digits_inside_them():
    text = "Mesure 4 : Nous ouvrirons 33 places. Elles seront gratuites."
    pact = PactDraft(measures=(measure("4", Span(0, len(text))),))

    covered = cover(Layout(text), sitting=None, pact=pact)

    assert len(covered.attached) == 2
    assert [span.of(text) for span in covered.unread_digits] == ["33"]


def test_a_digit_is_claimed_ignored_with_a_reason_or_listed():
    text = "Séance du 5 juin 2024 : la RN 12 longe les 7 hameaux, à 18h30, avec 99 inconnues."
    sitting = SittingDraft(date=Stated(datetime.date(2024, 6, 5), (span_of(text, "5 juin 2024"),)))

    covered = cover(Layout(text), sitting=sitting, pact=None)

    assert [span.of(text) for span in covered.digits] == ["5", "2024", "12", "7", "18", "30", "99"]
    assert [(found.reason, found.span.of(text)) for found in covered.ignored_digits] == [
        ("route", "12"),
        ("horaire", "18"),
        ("horaire", "30"),
    ]
    assert [span.of(text) for span in covered.unread_digits] == ["7", "99"]


def test_the_line_of_a_running_header_is_ignored():
    text = "Plan local de la ville\n\nTout avance ici.\n\n" * 3

    covered = cover(Layout(text), sitting=None, pact=None)

    assert len(covered.ignored) == 6


def test_a_formula_is_known_by_a_rule_and_a_promise_is_none():
    assert is_formula("Il est convenu ce qui suit,")
    assert is_formula("Vu le code général des collectivités territoriales")
    assert is_formula("Le plan porte sur :")
    assert is_formula("Madame la Maire")
    assert not is_formula("Nous ouvrirons une salle.")
    assert not is_formula("La ville et ses partenaires avancent ensemble vers une école ouverte à tous")


@given(st.text(max_size=300))
def test_each_sentence_and_each_token_of_digits_is_in_one_list_only(text):
    layout = Layout(text)

    covered = cover(layout, sitting=None, pact=None)

    sentences = [*covered.attached, *covered.ignored, *covered.orphans]
    assert sorted(sentences) == sorted(layout.sentences)
    assert len(covered.digits) == len(DIGITS.findall(text))
    listed = [*covered.unread_digits, *(found.span for found in covered.ignored_digits)]
    assert sorted(listed) == sorted(covered.digits)
