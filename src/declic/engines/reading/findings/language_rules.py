"""Quotation marks without their pair, and slips of agreement that no reading can save."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from declic.engines.reading.drafts import Finding, PactDraft, Severity
from declic.engines.reading.text import Layout
from declic.units.spans import Span


MARK = re.compile(r"[«»]")
PARAGRAPH = re.compile(r"\n\s*\n")
LONGEST_QUOTE = 600
MOST_STRAY_SHARE = 0.15
FEW = 3
OPENING_WORD = re.compile(r"[^\s•*«»][^«»\n]{0,60}$")
WE_WITH_THEIR_ENDING = re.compile(
    r"(?:^|[.:;!?\n–—•-]) {0,3}(?P<slip>nous (?:nous )?[a-zœ]{3,24}ront)\b", re.MULTILINE
)
SET_PHRASE = re.compile(r"\b(?P<slip>m(?:ett|et)[a-z]{0,8} a dispositions|mise?s? a dispositions)\b")
PLUS_WITHOUT_DE = re.compile(
    r"\b(?:donne|apporte|offr)[a-z]{0,6} (?:[a-z]{2,4} )?(?P<slip>plus [a-z]{4,20}ite)\b(?! que\b)"
)


@dataclass(frozen=True, slots=True)
class _Slip:
    """A rule of agreement: what it looks for, and how to say what is expected."""

    pattern: re.Pattern[str]
    expected: str


SLIPS = (
    _Slip(WE_WITH_THEIR_ENDING, "avec « nous », le verbe finit par « -rons »"),
    _Slip(SET_PHRASE, "« à disposition » ne prend pas de pluriel"),
    _Slip(PLUS_WITHOUT_DE, "on attend « plus de »"),
)


def language_findings(layout: Layout, *, pact: PactDraft) -> Iterator[Finding]:
    """Give the findings about quotation marks and agreement, each in reading order."""
    since = pact.title.spans[0].start if pact.title else 0
    yield from _quotation_marks(layout, since=since)
    for slip in SLIPS:
        for found in slip.pattern.finditer(layout.folded, since):
            span = Span(*found.span("slip"))
            yield Finding(
                rule="agreement",
                severity=Severity.INFO,
                message=f"« {layout.rejoined(span)} » : {slip.expected}.",
                spans=(span,),
            )


def _quotation_marks(layout: Layout, *, since: int) -> Iterator[Finding]:
    """Pair the marks; silent where so many are alone that the document must use them for something else."""
    marks = list(MARK.finditer(layout.text, since))
    stray = list(_stray(layout, marks))
    if len(stray) > max(FEW, MOST_STRAY_SHARE * len(marks)):
        return
    for mark in stray:
        missing = "ouvrant" if mark.group() == "»" else "fermant"
        yield Finding(
            rule="unmatched-quotation-mark",
            severity=Severity.INFO,
            message=f"Un guillemet {missing} manque.",
            spans=(_around(layout, mark),),
        )


def _stray(layout: Layout, marks: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    opened: list[re.Match[str]] = []
    for mark in marks:
        if mark.group() == "»":
            if opened:
                opened.pop()
            else:
                yield mark
        elif opened and _is_given_up(layout, opened[-1], mark):
            yield opened.pop()
            opened.append(mark)
        else:
            opened.append(mark)
    yield from opened


def _is_given_up(layout: Layout, one: re.Match[str], other: re.Match[str]) -> bool:
    """Say whether a mark that is still open will never be closed: another opens far on, in another paragraph."""
    between = layout.text[one.end() : other.start()]
    return len(between) > LONGEST_QUOTE or PARAGRAPH.search(between) is not None


def _around(layout: Layout, mark: re.Match[str]) -> Span:
    if mark.group() == "«":
        return Span(mark.start(), min(mark.end() + 20, len(layout.text)))
    line_start = layout.text.rfind("\n", 0, mark.start()) + 1
    words = OPENING_WORD.search(layout.text, max(line_start, mark.start() - 60), mark.start())
    return Span(words.start() if words else mark.start(), mark.end())
