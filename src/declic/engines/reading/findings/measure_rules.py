"""Measures against themselves: numbers that jump, promises that look alike, a count that may be read two ways."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from declic.engines.reading.drafts import Finding, MeasureDraft, PactDraft, SectionDraft, Severity
from declic.engines.reading.ongoing import NUMBERED
from declic.engines.reading.text import Layout
from declic.engines.reading.wordings import WORD, same_wording, stems_of
from declic.units.folding import fold
from declic.units.spans import Span


WHOLE_NUMBER = re.compile(r"\d{1,3}$")
ANNOUNCES_SEVERAL = re.compile(
    r"\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d{1,2}) (?P<words>[a-zœ]{5,24}(?: [a-zœ]{5,24}){0,2})\b",
)
ONE_OF_THEM = re.compile(r"une? (?P<noun>[a-zœ]{5,24})\b")
TENS = 10
LEAST_MEASURES = 3
LONGEST_GAP = 3
LEAST_LEAD_WORDS = 3
LEAST_ALIKE = 2
LONGEST_LEAD = 90


def measure_findings(layout: Layout, *, pact: PactDraft) -> Iterator[Finding]:
    """Give the findings about the measures of a pact and the lists of its sections."""
    yield from _numbering(layout, pact.measures)
    yield from _same_opening(pact.measures)
    for measure in pact.measures:
        yield from _unclear_count(layout, measure)
    for axis in pact.axes:
        for section in axis.sections:
            yield from _two_series(layout, section)


# --- numbers ---------------------------------------------------------------------
def _numbering(layout: Layout, measures: Sequence[MeasureDraft]) -> Iterator[Finding]:
    if len(measures) < LEAST_MEASURES or not all(WHOLE_NUMBER.match(measure.number) for measure in measures):
        return
    numbers = [int(measure.number) for measure in measures]
    gaps = [(one, other) for one, other in pairwise(measures) if int(other.number) > int(one.number) + 1]
    if not gaps or any(other <= one for one, other in pairwise(numbers)):
        return
    if _goes_by_tens(measures):
        yield Finding(
            rule="measure-numbers-by-tens",
            severity=Severity.INFO,
            message=f"Les mesures sont numérotées par dizaine, une par axe, avec des trous : il y en a {len(numbers)},"
            f" pas {numbers[-1] - numbers[0] + 1}.",
            spans=(announcement_of(layout, measures[0]), announcement_of(layout, measures[-1])),
        )
        return
    for one, other in gaps:
        if int(other.number) - int(one.number) - 1 <= LONGEST_GAP and len(gaps) * LEAST_MEASURES <= len(
            measures
        ):
            yield Finding(
                rule="measure-number-missing",
                severity=Severity.INFO,
                message=f"La numérotation passe de {one.number} à {other.number}.",
                spans=(announcement_of(layout, one), announcement_of(layout, other)),
            )


def _goes_by_tens(measures: Sequence[MeasureDraft]) -> bool:
    by_axis: defaultdict[int | None, list[int]] = defaultdict(list)
    for measure in measures:
        by_axis[measure.axis].append(int(measure.number))
    return len(by_axis) > 1 and all(
        numbers[0] % TENS == 0 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
        for numbers in by_axis.values()
    )


def announcement_of(layout: Layout, measure: MeasureDraft) -> Span:
    """Give the words that announce a measure: its span before its own text."""
    span = measure.spans[0]
    opening = measure.text[:12]
    at = span.of(layout.text).find(opening)
    return Span(span.start, span.start + len(span.of(layout.text)[:at].rstrip())) if at > 0 else span


# --- promises that look alike ------------------------------------------------------
def _same_opening(measures: Sequence[MeasureDraft]) -> Iterator[Finding]:
    alike: defaultdict[str, list[MeasureDraft]] = defaultdict(list)
    for measure in measures:
        alike[" ".join(WORD.findall(fold(_lead(measure))))].append(measure)
    alike.pop("", None)
    for group in alike.values():
        if len(group) < LEAST_ALIKE or all(same_wording(group[0].text, other.text) for other in group[1:]):
            continue
        numbers = ", ".join(measure.number for measure in group[:-1])
        yield Finding(
            rule="same-opening-two-promises",
            severity=Severity.INFO,
            message=f"Les mesures {numbers} et {group[-1].number} commencent par les mêmes mots"
            f" (« {_lead(group[0])} ») : ce sont des promesses distinctes, pas une seule.",
            spans=tuple(measure.spans[0] for measure in group),
        )


def _lead(measure: MeasureDraft) -> str:
    """Give the first sentence of a measure where it only names who or what: short, and followed by another."""
    lead, dot, rest = measure.text.partition(". ")
    is_short = len(lead) <= LONGEST_LEAD and len(stems_of(lead)) >= LEAST_LEAD_WORDS
    return lead if dot and rest and is_short else ""


# --- a count that may be read two ways ---------------------------------------------
def _unclear_count(layout: Layout, measure: MeasureDraft) -> Iterator[Finding]:
    several: set[str] = set()
    for sentence in _sentences_in(layout, measure.spans):
        plain = layout.folded[sentence.start : sentence.end]
        one = ONE_OF_THEM.match(plain)
        if one and one["noun"] in several:
            yield Finding(
                rule="count-unclear",
                severity=Severity.WARNING,
                message=f"Mesure {measure.number} : on ne sait pas si « {one.group()} » compte parmi celles annoncées"
                " juste avant, ou s'y ajoute.",
                spans=(sentence,),
            )
        several |= {
            word.removesuffix("s")
            for found in ANNOUNCES_SEVERAL.finditer(plain)
            for word in found["words"].split()
            if word.endswith("s")
        }


def _sentences_in(layout: Layout, spans: Sequence[Span]) -> Iterator[Span]:
    for span in spans:
        at = bisect_left(layout.sentences, span.start, key=lambda sentence: sentence.start)
        while at < len(layout.sentences) and layout.sentences[at].end <= span.end:
            yield layout.sentences[at]
            at += 1


# --- two lists in one section --------------------------------------------------------
def _two_series(layout: Layout, section: SectionDraft) -> Iterator[Finding]:
    heads = [
        (int(found["number"]), line)
        for line in layout.lines
        if section.body.start <= line.span.start < section.body.end and (found := NUMBERED.match(line.text))
    ]
    firsts = [line for (number, line), after in pairwise(heads) if (number, after[0]) == (1, 2)]
    if len(firsts) > 1:
        yield Finding(
            rule="two-numbered-series",
            severity=Severity.INFO,
            message=f"La partie {section.letter} (« {section.title} ») compte {len(firsts)} listes numérotées à partir de 1 :"
            " un numéro n'y désigne pas une seule action.",
            spans=tuple(line.span for line in firsts),
        )
