"""Names that the document itself spells in two ways, or uses as two different things."""

import re
from collections.abc import Collection, Iterator

from declic.engines.reading.drafts import Finding, PactDraft, Severity, SittingDraft
from declic.engines.reading.text import Layout
from declic.units.folding import fold
from declic.units.spans import Span


ACRONYM = re.compile(r"(?<![\w’'-])[A-Z]{5,12}(?![\w’'-])")
LABEL_WINDOW = 60


def name_findings(
    layout: Layout, *, sitting: SittingDraft | None, pact: PactDraft | None
) -> Iterator[Finding]:
    """Give the findings about acronyms and names; none is ever corrected."""
    if pact:
        yield from _acronyms(layout, pact)
    if sitting:
        yield from _places_named_as_people(layout, sitting)


def _acronyms(layout: Layout, pact: PactDraft) -> Iterator[Finding]:
    """Compare the long acronyms: a doubled letter or two letters swapped make one of them doubtful."""
    since = pact.title.spans[0].start if pact.title else 0
    people = {
        fold(word)
        for party in pact.parties
        for person in party.representatives
        for word in re.findall(r"\w+", person.name)
    }
    first: dict[str, Span] = {}
    for found in ACRONYM.finditer(layout.text, since):
        if fold(found.group()) not in people:
            first.setdefault(found.group(), Span(*found.span()))
    for one, other in _slips(first):
        yield Finding(
            rule="acronym-spelt-two-ways",
            severity=Severity.INFO,
            message=f"Un même sigle semble écrit de deux façons : « {one} » et « {other} ».",
            spans=(first[one], first[other]),
        )


def _slips(acronyms: Collection[str]) -> Iterator[tuple[str, str]]:
    """Pair the acronyms that differ by one doubled letter, or by two neighbours swapped."""
    for one in acronyms:
        for at in range(1, len(one)):
            shorter = one[:at] + one[at + 1 :]
            if one[at] == one[at - 1] and shorter in acronyms:
                yield shorter, one
            swapped = f"{one[: at - 1]}{one[at]}{one[at - 1]}{one[at + 1 :]}"
            if one < swapped and swapped in acronyms:
                yield one, swapped


def _places_named_as_people(layout: Layout, sitting: SittingDraft) -> Iterator[Finding]:
    """Find a group or commune of the roll whose whole name is a given name that other members bear."""
    given = {fold(member.given) for member in sitting.members if member.given}
    seen: set[str] = set()
    for member in sitting.members:
        name = fold(member.group or "")
        if not name or name in seen or name not in given or not member.spans:
            continue
        seen.add(name)
        start = max(0, member.spans[0].start - LABEL_WINDOW)
        at = layout.folded.rfind(name, start, member.spans[0].start)
        if at >= 0:
            yield Finding(
                rule="doubtful-name",
                severity=Severity.INFO,
                message=f"« {member.group} » est ici un nom de commune ou de groupe, et ailleurs dans la liste un prénom :"
                " à vérifier, rien n'est corrigé.",
                spans=(Span(at, at + len(name)),),
            )
