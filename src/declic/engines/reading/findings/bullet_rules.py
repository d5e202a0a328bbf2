"""Bullets that hold nothing, and bullets cut in two."""

from collections.abc import Iterator
from itertools import zip_longest

from declic.engines.reading.drafts import Finding, PactDraft, Severity
from declic.engines.reading.text import BULLET, Layout, Line


ENDS = (".", ";", ":", "!", "?", "…", ")", "»", ",")


def bullet_findings(layout: Layout, *, pact: PactDraft) -> Iterator[Finding]:
    """Find, in the lists of a pact, the item without a word and the item whose end became another item."""
    since = pact.title.spans[0].start if pact.title else 0
    filled = [line for line in layout.lines if not line.is_blank and line.span.start >= since]
    for before, line, after in zip_longest(filled, filled[1:], filled[2:]):
        if line is None or not BULLET.match(before.text) or not BULLET.match(line.text):
            continue
        if not _words(line):
            yield Finding(
                rule="empty-bullet",
                severity=Severity.INFO,
                message="Une puce est vide : quelque chose manque, ou rien n'était à dire.",
                spans=(line.span,),
            )
        elif _is_cut(before, line, after):
            yield Finding(
                rule="bullet-cut-in-two",
                severity=Severity.INFO,
                message="Cette puce semble la fin de la précédente, coupée en deux.",
                spans=(line.span, before.span),
            )


def _words(line: Line) -> str:
    mark = BULLET.match(line.text)
    return line.text[mark.end() :].strip() if mark else line.text


def _is_cut(before: Line, line: Line, after: Line | None) -> bool:
    """
    Say whether an item goes on in the next one, across a blank line.

    The first breaks off inside a list of its own, the second begins in lower case, and the items around begin
    in upper case.
    """
    crosses_blank = line.number > before.number + 1
    breaks_off = not before.text.endswith(ENDS) and "," in before.text
    starts_low = _words(line)[0].islower() and _words(before)[:1].isupper()
    next_is_high = after is not None and BULLET.match(after.text) is not None and _words(after)[:1].isupper()
    return crosses_blank and breaks_off and starts_low and next_is_high
