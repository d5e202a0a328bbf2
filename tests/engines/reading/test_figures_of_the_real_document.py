"""The quantities of the real document, held to the passages that were marked by hand."""

import datetime
from dataclasses import replace
from functools import cache
from typing import Any

from declic.engines.reading.amounts import read_amounts
from declic.engines.reading.coverage import cover
from declic.engines.reading.dates import read_dates
from declic.engines.reading.drafts import (
    ArticleDraft,
    AxisDraft,
    FigureDraft,
    PactDraft,
    SignatureBlockDraft,
    SittingDraft,
    Stated,
)
from declic.engines.reading.events import read_events
from declic.engines.reading.figures import read_figures
from declic.engines.reading.findings.figures import figure_findings
from declic.engines.reading.text import Layout
from declic.units.spans import Span
from tests.documents import needs_planoise, planoise_gold, planoise_text


RECALL = 0.97
PRECISION = 0.95


def stated_day(marked: dict[str, Any]) -> Stated[datetime.date]:
    return Stated(datetime.date.fromisoformat(marked["value"]), (Span(*marked["span"]),))


@cache
def marked_sitting() -> SittingDraft:
    return SittingDraft(date=stated_day(planoise_gold()["seance"]["date"]))


@cache
def read_quantities() -> PactDraft:
    """The outline of the pact is the marked one, so that only the quantities are judged here."""
    marked = planoise_gold()["pact"]
    outline = PactDraft(
        date=stated_day(marked["date"]),
        articles=tuple(
            ArticleDraft(one["number"], one["title"], (Span(*one["span"]),), Span(*one["body_span"]))
            for one in marked["articles"]
        ),
        axes=tuple(
            AxisDraft(
                one["number"],
                one["name_in_article"],
                (),
                one["article"],
                (),
                None,
                (),
                Span(*one["body_span"]),
            )
            for one in marked["axes"]
        ),
        signature_blocks=tuple(
            SignatureBlockDraft(one["text"], None, (Span(*one["span"]),)) for one in marked["signature_block"]
        ),
    )
    layout = Layout(planoise_text())
    dates = read_dates(layout, sitting=marked_sitting(), pact=outline)
    amounts = read_amounts(layout, axes=outline.axes)
    figures = read_figures(layout, pact=outline, amounts=amounts, dates=dates)
    events = read_events(layout, dates=dates)
    return replace(outline, amounts=amounts, dates=dates, figures=figures, events=events)


def same_value(marked: dict[str, Any], figure: FigureDraft) -> bool:
    if marked.get("value_max"):
        return (figure.low, figure.high) == (marked["value"], marked["value_max"])
    return bool(figure.value == marked["value"])


def unit_key(unit: str) -> str:
    """Singular and plural are one unit, and so are « hab. » and « habitants »; the head noun decides."""
    whole = unit.lower().replace("hab.", "habitants")
    return whole if whole.startswith("pour ") else whole.split()[0].rstrip("sx")


def found_figures() -> list[tuple[dict[str, Any], FigureDraft]]:
    read = {figure.spans[0]: figure for figure in read_quantities().figures}
    pairs = [(marked, read.get(Span(*marked["span"]))) for marked in planoise_gold()["figures"]]
    return [(marked, figure) for marked, figure in pairs if figure and same_value(marked, figure)]


@needs_planoise
def test_nearly_every_figure_is_read_with_its_value_its_unit_and_its_shade():
    marked = planoise_gold()["figures"]
    exact = [
        figure
        for one, figure in found_figures()
        if unit_key(one["unit"]) == unit_key(figure.unit) and one["qualifier"] == figure.qualifier
    ]

    assert len(exact) / len(marked) >= RECALL


@needs_planoise
def test_nearly_nothing_is_read_that_is_no_figure():
    assert len(found_figures()) / len(read_quantities().figures) >= PRECISION


@needs_planoise
def test_every_figure_says_what_it_is_about():
    assert all(figure.subject for figure in read_quantities().figures)


@needs_planoise
def test_every_amount_is_read_with_its_value_and_shade_and_no_other():
    marked = [(one["value"], one["qualifier"], Span(*one["span"])) for one in planoise_gold()["amounts"]]

    read = [(amount.value_eur, amount.qualifier, amount.spans[0]) for amount in read_quantities().amounts]

    assert sorted(read, key=lambda one: one[2]) == sorted(marked, key=lambda one: one[2])


@needs_planoise
def test_the_payer_of_an_amount_is_the_marked_one_or_close_to_it():
    """« crédits FIR ARS » for « FIR ARS » is close; a payer where none is marked would be an invention."""
    read = {amount.spans[0]: amount for amount in read_quantities().amounts}

    for one in planoise_gold()["amounts"]:
        payer = read[Span(*one["span"])].funder
        if one["funder"] is None:
            assert payer is None
        else:
            assert payer
            assert set(payer.lower().split()) & set(one["funder"].lower().split())


@needs_planoise
def test_every_date_is_read_with_its_value_and_its_precision():
    read = {(date.spans[0], date.value, date.precision) for date in read_quantities().dates}

    assert {(Span(*one["span"]), one["value"], one["precision"]) for one in planoise_gold()["dates"]} <= read


@needs_planoise
def test_every_event_is_read_and_no_other():
    marked = [Span(*one["span"]) for one in planoise_gold()["events"]]

    read = [event.spans[0] for event in read_quantities().events]

    assert all(any(span.meets(other) for other in read) for span in marked)
    assert all(any(span.meets(other) for other in marked) for span in read)


@needs_planoise
def test_every_marked_contradiction_of_figures_is_found_and_no_other():
    kinds = {"respectivement_inverse", "chiffres_en_tension", "tranches_age", "population", "graphie"}
    marked = [
        [Span(*span) for span in one["spans"]] for one in planoise_gold()["anomalies"] if one["kind"] in kinds
    ]

    found = figure_findings(Layout(planoise_text()), sitting=marked_sitting(), pact=read_quantities())

    assert len(found) == len(marked) == len(kinds)
    for spans in marked:
        assert any(
            all(any(span.meets(own) for own in finding.spans) for span in spans) for finding in found
        ), spans


@needs_planoise
def test_no_digit_of_the_pact_is_left_unread():
    """Before the pact, the digits are the sitting's: another room claims them."""
    text = planoise_text()
    border = planoise_gold()["pact"]["title"]["span"][0]

    covered = cover(Layout(text), sitting=marked_sitting(), pact=read_quantities())

    assert [span.of(text) for span in covered.unread_digits if span.start > border] == []
