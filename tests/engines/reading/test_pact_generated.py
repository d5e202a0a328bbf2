"""Laws of the plans: what is generated is read back exactly, and nothing is invented elsewhere."""

import random
import re

from hypothesis import given, strategies as st

from declic.engines.reading.drafts import PactDraft
from declic.engines.reading.findings.structure import structure_findings
from declic.engines.reading.findings.wording import wording_findings
from declic.engines.reading.pact import read_pact
from declic.engines.reading.text import Layout
from tests.engines.generated_plans import GeneratedPlan, plans
from tests.engines.planned_measures import BULLETS, DETAILS, GROUPS, TITLES, VERBS


BLANKS = re.compile(r"\s+")
HEADS = (
    "Axe 1 :",
    "Mesure 3 :",
    "Action 1.2",
    "1.1",
    "II.",
    "A -",
    "Article 2 -",
    "-",
    "•",
    "##",
    "«",
    "»",
    "Entre",
    "",
)
WORDS = (
    *TITLES,
    *GROUPS,
    *DETAILS,
    *BULLETS,
    "Pacte",
    "représentée par Mme Anne VALLON",
    "axes",
    "(",
    ")",
    ":",
    "12 %",
)


@given(plans())
def test_a_generated_plan_is_read_back(plan: GeneratedPlan):
    pact = read_pact(Layout(plan.text), sitting=None)

    assert pact is not None
    assert tuple((axis.number, axis.title) for axis in pact.axes) == plan.axes
    assert [
        (measure.number, measure.axis, measure.parent, measure.text, measure.bullets)
        for measure in pact.measures
    ] == [
        (measure.number, measure.axis, measure.parent, measure.text, measure.bullets)
        for measure in plan.measures
    ]


@given(plans())
def test_every_passage_of_a_generated_plan_re_reads(plan: GeneratedPlan):
    pact = read_pact(Layout(plan.text), sitting=None)

    assert pact is not None
    for measure in pact.measures:
        said = BLANKS.sub(" ", " ".join(passage.of(plan.text) for passage in measure.spans))
        assert said.endswith(measure.text)
        assert measure.number in said
        assert all(bullet in measure.text for bullet in measure.bullets)


@given(plans(), st.randoms(use_true_random=False))
def test_a_shuffled_plan_gives_no_word_that_it_has_not(plan: GeneratedPlan, order: random.Random):
    lines = plan.text.split("\n")
    order.shuffle(lines)
    text = "\n".join(lines)
    pact = read_pact(Layout(text), sitting=None)

    if pact is not None:
        _assert_re_reads(text, pact)


@given(st.lists(st.tuples(st.sampled_from(HEADS), st.lists(st.sampled_from(WORDS), max_size=4)), max_size=40))
def test_lines_put_together_at_random_never_raise_and_invent_nothing(lines: list[tuple[str, list[str]]]):
    text = "\n".join(f"{head} {' '.join(words)}".strip() for head, words in lines)
    layout = Layout(text)
    pact = read_pact(layout, sitting=None)

    findings = wording_findings(layout, sitting=None, pact=pact)
    if pact is not None:
        _assert_re_reads(text, pact)
        findings += structure_findings(layout, sitting=None, pact=pact)
    assert all(passage.of(text) for finding in findings for passage in finding.spans)


@given(st.text(max_size=400))
def test_any_text_is_read_without_raising(text: str):
    layout = Layout(text)
    pact = read_pact(layout, sitting=None)

    assert pact is None or pact.measures or pact.axes or pact.parties


@given(st.lists(st.sampled_from((*DETAILS, *VERBS, *TITLES)), max_size=60))
def test_prose_without_a_numbered_heading_is_no_plan(sentences: list[str]):
    assert read_pact(Layout("Plan de la vallée\n\n" + "\n\n".join(sentences)), sitting=None) is None


def _assert_re_reads(text: str, pact: PactDraft) -> None:
    for measure in pact.measures:
        said = BLANKS.sub(" ", " ".join(passage.of(text) for passage in measure.spans))
        assert measure.text in said
    for axis in pact.axes:
        assert axis.title in BLANKS.sub(" ", text)
    for party in pact.parties:
        assert party.organisation in BLANKS.sub(" ", party.spans[0].of(text))
    for action in pact.ongoing_actions:
        assert action.text == BLANKS.sub(" ", action.spans[0].of(text)).strip()
