"""The institutions between which a pact is made, and who stands for each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from declic.engines.reading.drafts import PartyDraft
from declic.engines.reading.heading_labels import read_label
from declic.engines.reading.representatives import read_representatives
from declic.engines.reading.text import BULLET, Layout, Line
from declic.units.folding import fold
from declic.units.spans import Span


OPENS = re.compile(
    r"[#*_ ]*(?:(?:il est )?(?:conclu |etabli |passe )?entre(?: les soussignes(?:ees)?)?(?: les parties)? ?[:,]?[*_ ]*$"
    r"|entre(?: les soussignes(?:ees)?)? ?[:,]? (?=l'|la |le |les (?!soussigne)|d'une part))"
)
OPENS_IN_PROSE = re.compile(
    r"\b(?:conclue?|etablie?|signee?|passee?|contractee?) entre(?: les soussignes)? ?[:,]? (?=l'|la |le |les (?!soussigne))"
)
OPENS_AT_END = re.compile(
    r"\b(?:conclue?|etablie?|signee?|passee?|contractee?) entre(?: les parties suivantes| les soussignes)? ?:?[*_ ]*$"
)
CLOSES = re.compile(
    r"[#*_ ]*(?:il (?:est|a ete) |elles? (?:ont|sont) |preambule\b|vu\b|considerant\b|ceci |expose des motifs\b|article\b"
    r"|ci-apres (?:collectivement|ensemble)|ensemble (?:denomme|designe)|collectivement|les parties |etant (?:prealablement )?"
    r"|est convenu|sommaire\b|contexte\b|introduction\b)",
)
REPRESENTED = re.compile(r"\brepresentee?s?\b")
BETWEEN = re.compile(
    r"(?:[;,]? ?(?:d'une part|d'autre part)\b|[;,.])?\s*\bet,? (?=(?:l'|la |le |les |l’))|; ?(?=(?:l'|la |le |les ))"
)
ORGANISATION_HEADS = (
    r"etat|communes?|villes?|departement|region|communaute|metropole|association|caisse|caf|agence|centre|office|chambre"
    r"|mission|societe|bailleur|syndicat|rectorat|academie|etablissement|prefecture|conseil|union|federation|college|lycee"
    r"|universite|mutualite|collectivite|direction|fondation|cooperative|maison|pole|parc|entreprise|banque|msa|crous"
)
NEXT_ORGANISATION = re.compile(rf",\s(?:et,? )?(?=(?:l'|la |le |les )(?:{ORGANISATION_HEADS})\b)")
NEXT_NAMED = re.compile(r",\s(?:et,? )?(?=[A-ZÀ-Ý][^,;:]{2,60},\s+représentée?s?\b)")
OF_MANY = re.compile(
    r"^(?:bailleurs?|partenaires|communes|operateurs|associations|organismes|chambres|collectivites|etablissements)[^:]{0,40}: ?"
)
SENTENCE = re.compile(r"(?<=[^\W\d_]{3})\.\s(?=[A-ZÀ-Ý])")
JOINS = re.compile(r"[*_ ]*(?:et|d'une part|d'autre part|ainsi que)?[*_ ,.;:]*(?:et)?[*_ ,.;:]*$")
LEADS = re.compile(r"(?:et,? |ainsi que |d'une part,? |d'autre part,? |pour )*", re.IGNORECASE)
DETERMINER = re.compile(r"^(?:l['’]|la |le |les |une? )", re.IGNORECASE)
ASIDE = re.compile(
    r",? ?\(?(?:dont|sise?s?|situee?s?|domiciliee?s?|ayant|immatriculee?|identifiee?|association (?:loi|regie|declaree)"
    r"|etablissement public|societe|siret|siren|n°|ci-apres|au capital|collectivite|denommee?|designee?|sous le)\b",
)
TAIL = re.compile(r"(?:[,;.\s]*\b(?:d'une part|d'autre part|et)\b){0,3}[,;.\s]*$")
NEW_PARTY = re.compile(r"(?:et,? )?(?:l'|la |le |les )")
MOST_LINES = 120
LEAST_PARTIES = 2
LONGEST_PARTY = 200
LONGEST_SAID = len("représentées")


@dataclass(frozen=True, slots=True)
class _Chunk:
    """A run of lines that may hold one party or several."""

    span: Span
    is_item: bool


def read_parties(layout: Layout, *, since: int) -> tuple[PartyDraft, ...]:
    """
    Read the parties of a pact: what stands between « Entre » and « il est convenu ».

    A party says who represents it, or is an item of the same list as those that do. Two at least, or none.
    """
    lines = _region(layout, since=since)
    chunks = [piece for chunk in _chunks(lines) for piece in _split(layout, chunk)]
    chunks = _with_continuations(layout, chunks)
    has_represented = any(_says_who(layout, chunk.span) for chunk in chunks)
    parties = [
        party
        for chunk in chunks
        if _says_who(layout, chunk.span) or (has_represented and chunk.is_item)
        if (party := _party(layout, chunk.span)) is not None
    ]
    return tuple(parties) if len(parties) >= LEAST_PARTIES else ()


def _region(layout: Layout, *, since: int) -> list[Line]:
    lines = [line for line in layout.lines if line.span.start >= since]
    for at, line in enumerate(lines):
        plain = fold(line.text)
        opening = OPENS.match(plain) or OPENS_IN_PROSE.search(plain)
        if not plain or not (opening or OPENS_AT_END.search(plain)):
            continue
        rest = _after(line, opening.end()) if opening and opening.end() < len(plain) else []
        region = [*rest, *_until_closed(lines[at + 1 : at + MOST_LINES])]
        region = (rest and _in_prose(region)) or region
        if any(REPRESENTED.search(fold(other.text)) for other in region):
            return region
    return []


def _after(line: Line, at: int) -> list[Line]:
    words = line.text[at:].strip()
    start = line.span.start + line.text.index(words, at)
    return [Line(line.number, words, Span(start, start + len(words)))]


def _in_prose(region: Sequence[Line]) -> list[Line]:
    """Give the paragraph that goes on from « entre » where it names two parties at least: the parties are all in it."""
    after = takewhile(lambda line: not line.is_blank and not BULLET.match(line.text), region)
    paragraph = list(after)
    said = sum(len(REPRESENTED.findall(fold(line.text))) for line in paragraph)
    return paragraph if said >= LEAST_PARTIES else []


def _until_closed(lines: Sequence[Line]) -> Iterator[Line]:
    for line in lines:
        label = read_label(line)
        if CLOSES.match(fold(line.text)) or (label is not None and label.word):
            return
        yield line


def _chunks(lines: Sequence[Line]) -> Iterator[_Chunk]:
    run: list[Line] = []
    for line in lines:
        is_item = BULLET.match(line.text) is not None
        breaks = (
            line.is_blank or is_item or JOINS.match(fold(line.text)) is not None or _begins_party(run, line)
        )
        if breaks and run:
            yield _chunk(run)
            run = []
        if not line.is_blank and not JOINS.match(fold(line.text)):
            run.append(line)
    if run:
        yield _chunk(run)


def _begins_party(run: Sequence[Line], line: Line) -> bool:
    """Say whether a line opens another party, just under one that has said who represents it."""
    if not run or not run[-1].text.endswith((",", ";")) or not NEW_PARTY.match(fold(line.text)):
        return False
    return any(REPRESENTED.search(fold(other.text)) for other in run)


def _chunk(run: Sequence[Line]) -> _Chunk:
    mark = BULLET.match(run[0].text)
    return _Chunk(Span(run[0].span.start + (mark.end() if mark else 0), run[-1].span.end), mark is not None)


def _split(layout: Layout, chunk: _Chunk) -> list[_Chunk]:
    """Cut a paragraph that holds several parties, before each one."""
    plain = layout.folded[chunk.span.start : chunk.span.end].replace("\n", " ")
    said = [found.start() for found in REPRESENTED.finditer(plain)]
    cuts = [0]
    for one, other in pairwise(said):
        marks = {found.end() for found in NEXT_ORGANISATION.finditer(plain, one, other)}
        words = chunk.span.of(layout.text).replace("\n", " ")
        marks |= {found.end() for found in NEXT_NAMED.finditer(words, one, other + LONGEST_SAID)}
        between = [found.end() for found in BETWEEN.finditer(plain, one, other)]
        cuts += sorted({*marks, *between[-1:]})
    over = SENTENCE.search(layout.text, chunk.span.start + (said[-1] if said else 0), chunk.span.end)
    ends = [*cuts[1:], over.start() - chunk.span.start if over and len(said) > 1 else len(plain)]
    return [
        _Chunk(Span(chunk.span.start + cut, chunk.span.start + end), chunk.is_item)
        for cut, end in zip(cuts, ends, strict=True)
    ]


def _with_continuations(layout: Layout, chunks: Sequence[_Chunk]) -> list[_Chunk]:
    """Join a chunk that begins with « représentée par » to the organisation above it."""
    joined: list[_Chunk] = []
    for chunk in chunks:
        plain = layout.folded[chunk.span.start : chunk.span.end]
        if joined and not chunk.is_item and re.match(r"(?:[a-z]+ )?representee?s?\b", plain):
            joined[-1] = _Chunk(Span(joined[-1].span.start, chunk.span.end), joined[-1].is_item)
        else:
            joined.append(chunk)
    return joined


def _says_who(layout: Layout, span: Span) -> bool:
    return REPRESENTED.search(layout.folded, span.start, span.end) is not None


def _party(layout: Layout, span: Span) -> PartyDraft | None:
    span = _trimmed(layout, span)
    said = REPRESENTED.search(layout.folded, span.start, span.end)
    named = Span(span.start, said.start() if said else span.end)
    organisation = _organisation(layout.rejoined(named))
    if not organisation or len(organisation) > LONGEST_PARTY:
        return None
    rest = layout.rejoined(Span(said.end(), span.end)) if said else ""
    return PartyDraft(organisation, read_representatives(rest), (span,))


def _trimmed(layout: Layout, span: Span) -> Span:
    words = span.of(layout.text)
    leads = LEADS.match(words)
    start = leads.end() if leads else 0
    tail = TAIL.search(fold(words))
    end = tail.start() if tail else len(words)
    return Span(span.start + start, span.start + max(end, start))


def _organisation(words: str) -> str:
    aside = ASIDE.search(fold(words))
    name = (words[: aside.start()] if aside else words).strip(" ,;:.*_-–—")
    name = DETERMINER.sub("", name, count=1).strip()
    many = OF_MANY.match(fold(name))
    name = DETERMINER.sub("", name[many.end() :], count=1).strip() if many else name
    name = name.removesuffix(" est").strip(" ,")
    return name if "«" in name.lstrip("«") else name.strip(" «»")
