"""Figures that a text says against each other: found when proved, and quiet otherwise."""

from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from declic.engines.reading.amounts import read_amounts
from declic.engines.reading.dates import read_dates
from declic.engines.reading.drafts import AxisDraft, Finding, PactDraft
from declic.engines.reading.figures import read_figures
from declic.engines.reading.findings.figures import figure_findings
from declic.engines.reading.text import Layout
from declic.units.spans import Span


def findings_of(text: str) -> tuple[Finding, ...]:
    layout = Layout(text)
    axis = AxisDraft(1, "Emploi", (), None, (), None, (), Span(0, len(text)))
    outline = PactDraft(axes=(axis,))
    dates = read_dates(layout, sitting=None, pact=outline)
    amounts = read_amounts(layout, axes=outline.axes)
    figures = read_figures(layout, pact=outline, amounts=amounts, dates=dates)
    return figure_findings(layout, sitting=None, pact=replace(outline, figures=figures, dates=dates))


def rules_of(text: str) -> list[str]:
    return [finding.rule for finding in findings_of(text)]


INFIRMIERS = (
    "Le bourg a 30 infirmiers pour 10 000 habitants, soit une densité de 3 pour 1 000 habitants ; 20 000 "
    "habitants avec les hameaux, soit une densité de 1,5 pour 1 000 habitants. Même sans la clinique "
    "(10 infirmiers), les taux seraient respectivement de {}."
)


def test_two_rates_recomputed_in_the_other_order_are_found():
    (finding,) = [
        finding
        for finding in findings_of(INFIRMIERS.format("1 et 2"))
        if finding.rule == "respectively-inverted"
    ]

    assert "20 pour 10 000 donne 2" in finding.message


def test_two_rates_in_the_order_of_the_sentence_are_left_alone():
    assert "respectively-inverted" not in rules_of(INFIRMIERS.format("2 et 1"))


def test_two_rates_in_the_very_ratio_of_those_before_but_upside_down_are_found():
    words = (
        "Le taux est de 8 pour 1 000 habitants au nord et de 12 pour 1 000 habitants au sud. L'an passé, les "
        "taux étaient respectivement de {}."
    )

    assert rules_of(words.format("9 et 6")) == ["respectively-inverted"]
    assert rules_of(words.format("6 et 9")) == []
    assert rules_of(words.format("7 et 7,5")) == []


def test_a_percentage_that_its_two_counts_deny_is_found():
    words = "La mission suit 400 jeunes. 100 habitent le bourg, ce qui représente {} %."

    assert rules_of(words.format("35")) == ["percentage-contradicts-counts"]
    assert rules_of(words.format("25")) == []


def test_one_public_counted_twice_differently_is_shown_and_never_merged():
    words = (
        "Le bourg compte 900 demandeurs d'emploi, dont plus de 200 jeunes.\n\nEn mai, 150 jeunes du bourg "
        "étaient inscrits comme demandeurs d'emploi."
    )

    (finding,) = findings_of(words)

    assert finding.rule == "figures-in-tension"
    assert [span.of(words) for span in finding.spans] == ["plus de 200 jeunes", "150 jeunes"]


def test_two_age_bands_one_year_apart_in_one_axis_are_shown():
    words = "Le service reçoit les candidats de 16 à 25 ans.\n\nOn recense 90 jeunes âgés de 16-26 ans."

    assert rules_of(words) == ["age-bands-differ"]


def test_the_ages_of_two_schemes_of_a_list_are_each_their_own():
    words = "1 - Le club accueille 20 jeunes de 12 à 18 ans.\n\n2 - Le chœur accueille les 12-17 ans."

    assert rules_of(words) == []


def test_two_populations_of_one_place_are_shown():
    words = "Le quartier compte 9 000 habitants.\n\nAvec le parc, le quartier a 12 500 habitants."

    assert rules_of(words) == ["two-populations"]


def test_the_populations_of_several_places_are_not_set_against_each_other():
    words = "La commune de Valmont a 900 habitants.\n\nLa commune de Rochebrune a 1 400 habitants."

    assert rules_of(words) == []


def test_one_figure_written_in_two_ways_is_shown():
    words = "On compte 3 120 apprentis.\n\nLes 3120 apprentis du bassin sont suivis."

    (finding,) = findings_of(words)

    assert finding.rule == "one-figure-two-spellings"
    assert [span.of(words) for span in finding.spans] == ["3 120", "3120"]


@pytest.mark.parametrize(
    ("words", "rules"),
    [
        ("Réunion du lundi 6 mars 2024.", ["weekday-contradicts-date"]),
        ("Réunion du mercredi 6 mars 2024.", []),
        ("Réunion du 6 mars 2024.", []),
    ],
)
def test_a_weekday_is_checked_against_its_date(words, rules):
    assert rules_of(words) == rules


@given(st.text(max_size=300))
def test_any_text_is_checked_without_an_error(text):
    for finding in findings_of(text):
        assert all(span.of(text) for span in finding.spans)
