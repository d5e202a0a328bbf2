"""The pact of the real document, against its gold: every part, every passage, and nothing more."""

import re
from functools import cache
from typing import Any

from declic.engines.reading.drafts import PactDraft
from declic.engines.reading.pact import read_pact
from declic.engines.reading.text import Layout
from declic.units.spans import Span
from tests.documents import needs_planoise, planoise_gold, planoise_text


pytestmark = needs_planoise


@cache
def pact() -> PactDraft:
    found = read_pact(Layout(planoise_text()), sitting=None)
    assert found is not None
    return found


@cache
def gold() -> dict[str, Any]:
    pact_gold: dict[str, Any] = planoise_gold()["pact"]
    return pact_gold


def span(pair: list[int]) -> Span:
    return Span(*pair)


def overlap(one: Span, other: Span) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0, shared) / (max(one.end, other.end) - min(one.start, other.start))


def test_the_title_the_day_and_the_end_are_read_where_they_stand():
    read = pact()

    assert read.title is not None
    assert read.date is not None
    assert read.weekday is not None
    assert read.ends_on is not None
    assert read.successor is not None
    assert read.reserve is not None
    assert (read.title.value, read.title.spans) == (
        gold()["title"]["value"],
        (span(gold()["title"]["span"]),),
    )
    assert (read.date.value.isoformat(), read.date.spans) == ("2023-01-31", (span(gold()["date"]["span"]),))
    assert read.weekday.value == "mardi"
    assert read.ends_on.value.isoformat() == "2023-12-31"
    assert read.successor.value == "contrat de ville"
    assert read.reserve.spans == (span(gold()["reserve"]["span"]),)


def test_every_party_has_its_name_its_people_and_their_functions():
    assert [
        (
            party.organisation,
            [(person.name, person.civility, person.function) for person in party.representatives],
            party.spans,
        )
        for party in pact().parties
    ] == [
        (
            party["organisation"],
            [(person["name"], person["civility"], person["function"]) for person in party["representatives"]],
            (span(party["span"]),),
        )
        for party in gold()["signatories"]
    ]


def test_every_signature_block_goes_to_its_party():
    names = {party["id"]: party["organisation"] for party in gold()["signatories"]}

    assert [(block.organisation, block.spans) for block in pact().signature_blocks] == [
        (names[block["signatory"]], (span(block["span"]),)) for block in gold()["signature_block"]
    ]


def test_every_article_has_its_heading_and_its_body():
    assert [(article.number, article.title, article.spans, article.body) for article in pact().articles] == [
        (article["number"], article["title"], (span(article["span"]),), span(article["body_span"]))
        for article in gold()["articles"]
    ]


def test_every_axis_has_its_two_names_its_place_and_its_sections():
    for axis, expected in zip(pact().axes, gold()["axes"], strict=True):
        assert (axis.number, axis.article, axis.title) == (
            expected["number"],
            expected["article"],
            expected["name_in_article"],
        )
        assert expected["name_in_deliberation"] in (axis.title, *axis.titles)
        assert axis.spans[0] == span(expected["title_span"])
        assert axis.body == span(expected["body_span"])
        assert {span(pair) for pair in expected["deliberation_spans"]} <= set(axis.spans[1:])
        assert [(part.letter, part.title, part.spans, part.body) for part in axis.sections] == [
            (part["letter"], part["title"], (span(part["span"]),), span(part["body_span"]))
            for part in expected["sections"]
        ]


def test_no_axis_but_the_third_has_another_name():
    assert [axis.titles for axis in pact().axes if axis.titles] == [("Diversification culturelle",)]


def test_every_measure_is_verbatim_in_its_axis_with_its_list():
    assert [
        (measure.number, measure.axis, measure.parent, measure.text, measure.bullets, measure.spans)
        for measure in pact().measures
    ] == [
        (
            str(measure["number"]),
            measure["axis"],
            None,
            measure["full_text"],
            tuple(re.sub(r"\s+", " ", bullet["text"]) for bullet in measure["bullets"]),
            (span(measure["span"]),),
        )
        for measure in gold()["measures"]
    ]


def test_a_cross_reference_gives_a_second_axis():
    expected = {
        str(measure["number"]): (measure["cross_reference"]["axis"],)
        for measure in gold()["measures"]
        if "cross_reference" in measure
    }

    assert {
        measure.number: measure.secondary_axes for measure in pact().measures if measure.secondary_axes
    } == expected


def test_the_verb_of_a_measure_is_the_promise_it_makes():
    expected = {str(measure["number"]): measure["verb"] for measure in gold()["measures"]}
    agreed = [measure.number for measure in pact().measures if measure.verb == expected[measure.number]]

    assert len(agreed) == 27
    assert {measure.number: measure.verb for measure in pact().measures if measure.number not in agreed} == {
        "21": "outiller",
        "34": "proposer",
        "45": "apporter",
    }


def test_organisations_of_the_measures_are_found_and_none_is_invented():
    found = {
        (measure.number, passage)
        for measure in pact().measures
        for organisation in measure.organisations
        for passage in organisation.spans
    }
    expected = {
        (str(measure["number"]), span(organisation["span"]))
        for measure in gold()["measures"]
        for organisation in measure["organisations"]
    }
    met = [one for one in expected if any(one[0] == other[0] and one[1].meets(other[1]) for other in found)]
    astray = [
        one for one in found if not any(one[0] == other[0] and one[1].meets(other[1]) for other in expected)
    ]

    assert len(met) >= 36
    assert len(astray) <= 1


def test_every_ongoing_action_stands_in_its_axis():
    expected = [(action["axis"], span(action["span"])) for action in gold()["current_actions"]]
    read = [(action.axis, action.spans[0]) for action in pact().ongoing_actions]

    assert len(read) == len(expected) == 23
    for (axis, passage), (gold_axis, gold_passage) in zip(read, expected, strict=True):
        assert axis == gold_axis
        assert overlap(passage, gold_passage) >= 0.9


def test_every_body_is_found_with_its_rhythm_and_no_other():
    bodies = planoise_gold()["bodies"]
    read = pact().bodies
    rhythms = {"3 fois par an": 2, "mensuel": 1, "bimensuel": 1, "hebdomadaire, tous les lundis": 1,
               "un jeudi sur deux, 10 h": 1, None: 3}  # fmt: skip

    assert len(read) == len(bodies) == 9
    for expected in bodies:
        assert any(passage.meets(span(expected["span"])) for body in read for passage in body.spans)
    assert {rhythm: sum(body.periodicity == rhythm for body in read) for rhythm in rhythms} == rhythms


def test_the_reasons_of_earlier_failures_are_the_three_of_the_text():
    assert [reason.spans for reason in pact().diagnosis] == [
        (span(reason["span"]),) for reason in planoise_gold()["diagnosis"]
    ]


def test_the_roles_are_found_with_their_axes():
    for expected in gold()["axis_roles"]:
        axes = tuple(expected["value"].get("axes", ()))
        assert any(
            role.axes == axes and role.spans[0].meets(span(expected["span"])) for role in pact().roles
        ), expected["text"]


def test_every_passage_re_reads_inside_the_text():
    text = planoise_text()
    for measure in pact().measures:
        assert measure.spans[0].of(text).startswith(f"Mesure {measure.number} : ")
    for party in pact().parties:
        assert party.organisation in party.spans[0].of(text)
    for organisation in (found for measure in pact().measures for found in measure.organisations):
        assert {re.sub(r"\s+", " ", passage.of(text)).lower() for passage in organisation.spans} == {
            organisation.name.lower()
        }
