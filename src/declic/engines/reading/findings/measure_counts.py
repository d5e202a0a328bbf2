"""How many measures a plan says that it has, held against those that it numbers."""

import re
from collections.abc import Iterator

from declic.engines.reading.drafts import Finding, PactDraft, Severity
from declic.engines.reading.findings.measure_rules import announcement_of
from declic.engines.reading.text import Layout
from declic.engines.reading.wordings import stems_of
from declic.units.folding import fold
from declic.units.french_numbers import NumberForm, NumberMention, find_numbers
from declic.units.spans import Span


PLAN = r"(?:pacte|plan|contrat|programme|convention|feuille de route|strategie|projet)"
HAS = (
    r"(?:(?:se compose|est composee?) d(?:e|'un (?:total|ensemble) de)|(?:comporte|compte|comprend|contient|rassemble|reunit)"
    rf"|(?:s'articule|est articulee?|s'organise|est organisee?) (?:autour de|en)|(?:est structuree?|se decline|est declinee?) en"
    rf"|est une? {PLAN} de)"
)
OTHERS_BEFORE = r"(?: (?!entre\b)[a-z\d-]{1,14} [a-z' ]{3,40}(?:,| et)){0,3}"
"""« trois axes et » before « douze mesures »."""
SAYS_OF_ITSELF = re.compile(
    rf"(?P<which>l[ea] |(?:ce(?:tte)?|notre|l[ea] presente?) )(?P<subject>{PLAN}\b[^,]{{0,80}}?)(?:, [^,]{{3,80}},)?"
    rf" {HAS}(?: au total| en tout)?{OTHERS_BEFORE} "
)
WHOLE_COUNT = re.compile(
    r" (?P<noun>mesure|action|engagement)s(?: (?:concretes|operationnelles|precises))?"
    r"(?= (?:reparti|classe|regroupe|decline)e?s\b| ?[.:]| ?$)"
)
NAMED = re.compile(r"\b(?P<noun>mesure|action|engagement) (?:n ?° ?)?(?P<number>\d{1,3})\b")
"""A measure that the text numbers, whether it was read as one or not."""
PLAIN = frozenset({NumberForm.FIGURES, NumberForm.WORDS})
LEAST_MEASURES = 3


def wrong_counts(layout: Layout, *, pact: PactDraft) -> Iterator[Finding]:
    """
    Tell a count that a plan announces of itself, before its measures, where these follow each other from one on.

    What is said of another plan (« le plan de 2015 compte… »), or of a part of the measures, is not told.
    """
    measures = pact.measures
    follow = [one.number for one in measures] == [str(number) for number in range(1, len(measures) + 1)]
    if len(measures) < LEAST_MEASURES or not follow:
        return
    first, last = announcement_of(layout, measures[0]), announcement_of(layout, measures[-1])
    label = fold(first.of(layout.text))
    title = frozenset(stems_of(pact.title.value)) if pact.title else frozenset()
    named = {(found["noun"], float(found["number"])) for found in NAMED.finditer(layout.folded)}
    for sentence in layout.sentences:
        if sentence.end > first.start:
            return
        for number, noun in _counts_in(layout, sentence, title=title):
            if noun not in label or number.value == len(measures):
                continue
            if number.value > len(measures) and (noun, number.value) in named:
                continue
            yield Finding(
                rule="measures-count-differs",
                severity=Severity.WARNING,
                message=f"Le texte annonce {number.value:g} {noun}s ; il en numérote {len(measures)}.",
                spans=(
                    Span(
                        sentence.start + number.span.start, sentence.start + number.span.end + len(noun) + 2
                    ),
                    last,
                ),
            )


def _counts_in(
    layout: Layout, sentence: Span, *, title: frozenset[str]
) -> Iterator[tuple[NumberMention, str]]:
    """Give the numbers of a sentence that count all that its plan has, each with what it counts."""
    plain = re.sub(r"\s", " ", layout.folded[sentence.start : sentence.end])
    if not WHOLE_COUNT.search(plain):
        return
    for number in find_numbers(sentence.of(layout.text)):
        counted = WHOLE_COUNT.match(plain, number.span.end)
        said = SAYS_OF_ITSELF.fullmatch(plain, 0, number.span.start) if counted else None
        if counted and said and number.form in PLAIN and _is_own(said, title):
            yield number, counted["noun"]


def _is_own(said: re.Match[str], title: frozenset[str]) -> bool:
    """Say whether the plan that is spoken of is the one of the text: « ce plan » alone, or words of its title."""
    is_shown = said["which"].startswith(("ce", "notre")) or "present" in said["which"]
    is_alone = re.fullmatch(PLAN, said["subject"]) is not None
    return (is_shown and is_alone) or title.issuperset(stems_of(said["subject"]))
