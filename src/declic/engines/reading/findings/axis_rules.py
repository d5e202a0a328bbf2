"""Axes against themselves: a second name, a list that forgets one, a wrong count, no pilot."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from declic.engines.reading.axis_names import closest_axis, find_lists
from declic.engines.reading.drafts import AxisDraft, Finding, PactDraft, Severity
from declic.engines.reading.text import Layout
from declic.engines.reading.wordings import WORD, same_wording
from declic.units.folding import fold
from declic.units.french_numbers import read_number
from declic.units.spans import Span


LISTS_AXES = re.compile(r"\b(?:axes?|thematiques?|piliers?|priorites?|volets?|domaines?|orientations?)\b")
PARTIAL = re.compile(
    r"\b(?:certaine?s|plusieurs|notamment|dont|exemple|autres|tels?|telles?|comme|parmi|divers|differents)\b"
)
UNFINISHED = re.compile(r"(?:\betc\b|\.\.\.|…|notamment|dont|exemple)")
LIST_GAP = 80
MISSPELT = 0.88
LEAST_RECOGNISED = 3
STATES_COUNT = re.compile(
    r"\b(?:s'articule|articulee?|se compose|composee?|compose(?:nt)?|comporte|comprend|structuree?|se structure|se decline"
    r"|declinee?|repartie?|s'organise|organisee?) [^.;]{0,60}?\b(?P<count>deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d{1,2}) "
    r"(?:grands? |principaux |prioritaires )?axes?\b(?! routier| de circulation)"
    r"|\b(?P<before>deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d{1,2}) (?:grands? )?axes? (?:composent|structurent|constituent)\b",
)


def axis_findings(layout: Layout, *, pact: PactDraft) -> Iterator[Finding]:
    """Give the findings about the axes of a pact, in the order of the rules."""
    for axis in pact.axes:
        yield from _named_two_ways(layout, axis)
    if len(pact.axes) > 1:
        yield from _incomplete_lists(layout, pact.axes)
        yield from _wrong_counts(layout, pact.axes)
        yield from _without_pilot(pact)


def _named_two_ways(layout: Layout, axis: AxisDraft) -> Iterator[Finding]:
    for title in axis.titles:
        if _is_shortened(title, axis.title) or _is_misspelt(title, axis.title):
            continue
        said = [span for span in axis.spans[1:] if same_wording(layout.rejoined(span), title)]
        if said:
            yield Finding(
                rule="axis-named-two-ways",
                severity=Severity.WARNING,
                message=f"L'axe {axis.number} a deux noms : « {title} » et « {axis.title} ».",
                spans=(said[0], axis.spans[0]),
            )


def _is_shortened(one: str, other: str) -> bool:
    """Say whether one name only leaves out words of the other."""
    left, right = set(WORD.findall(fold(one))), set(WORD.findall(fold(other)))
    return left <= right or right <= left


def _is_misspelt(one: str, other: str) -> bool:
    """Say whether two names differ by a few letters, as a slip or a scan makes them: one name, not two."""
    return SequenceMatcher(None, fold(one), fold(other)).ratio() >= MISSPELT


def _incomplete_lists(layout: Layout, axes: Sequence[AxisDraft]) -> Iterator[Finding]:
    names = [(axis.number, title) for axis in axes for title in (axis.title, *axis.titles)]
    for sentence in layout.sentences:
        words = [found.end() for found in LISTS_AXES.finditer(layout.folded, sentence.start, sentence.end)]
        if not words:
            continue
        for listed in find_lists(layout, sentence):
            lead = max((end for end in words if end <= listed.span.start), default=None)
            if (
                lead is None
                or listed.span.start - lead > LIST_GAP
                or _is_partial(layout, sentence, lead, listed.span)
            ):
                continue
            numbers = {closest_axis(item, names) for item in listed.items}
            missing = [axis for axis in axes if axis.number not in numbers]
            if None not in numbers and len(numbers) >= LEAST_RECOGNISED and missing:
                yield _forgets(listed.span, missing, count=len(axes))


def _is_partial(layout: Layout, sentence: Span, lead: int, listed: Span) -> bool:
    before = layout.folded[max(sentence.start, lead - 40) : listed.start]
    return PARTIAL.search(before) is not None or UNFINISHED.search(layout.folded, *listed) is not None


def _forgets(span: Span, missing: Sequence[AxisDraft], *, count: int) -> Finding:
    names = " et ".join(f"« {axis.title} »" for axis in missing)
    absent = f"il y manque {names}" if len(missing) == 1 else f"il y manque les axes {names}"
    return Finding(
        rule="axes-list-incomplete",
        severity=Severity.WARNING,
        message=f"Cette liste n'énumère que {count - len(missing)} axes sur {count} : {absent}.",
        spans=(span, *(axis.spans[0] for axis in missing)),
    )


def _wrong_counts(layout: Layout, axes: Sequence[AxisDraft]) -> Iterator[Finding]:
    for found in STATES_COUNT.finditer(layout.folded):
        said = read_number(found["count"] or found["before"])
        if said is not None and said != len(axes):
            yield Finding(
                rule="axes-count-differs",
                severity=Severity.WARNING,
                message=f"Le texte annonce {said:g} axes ; il en développe {len(axes)}.",
                spans=(Span(*found.span()), *(axis.spans[0] for axis in axes)),
            )


def _without_pilot(pact: PactDraft) -> Iterator[Finding]:
    """Say which axes have no pilot, only where another one has its own."""
    lacking = [axis for axis in pact.axes if not axis.pilot]
    if not lacking or len(lacking) == len(pact.axes):
        return
    numbers = ", ".join(str(axis.number) for axis in lacking)
    plural = "les axes" if len(lacking) > 1 else "l'axe"
    yield Finding(
        rule="axis-without-pilot",
        severity=Severity.INFO,
        message=f"Aucun pilote n'est nommé pour {plural} {numbers}, alors que d'autres axes en ont un.",
        spans=tuple(axis.spans[0] for axis in lacking),
    )
