"""Totals that minutes declare (in office, present, votes given, voters) and the order in which questions pass."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from declic.engines.reading.drafts import Stated
from declic.units.french_number_words import CARDINAL_WORDS
from declic.units.french_numbers import read_number
from declic.units.spans import Span


@dataclass(frozen=True, slots=True)
class Totals:
    """The totals that the head of minutes declares; None is unsaid."""

    in_office: Stated[int] | None = None
    present: Stated[int] | None = None
    absent: Stated[int] | None = None
    proxies: Stated[int] | None = None
    voters: Stated[int] | None = None


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    value: int
    start: int
    end: int


ES = r"[(.·/-]?e?[).·/-]{0,2}s?\)?"
WORD_NUMBER = rf"(?:{'|'.join(CARDINAL_WORDS)})(?:[-\s](?:et[-\s])?(?:{'|'.join(CARDINAL_WORDS)})){{0,3}}"
TOKENS = re.compile(
    r"(?<![\w/.,'-])(?:"
    r"(?P<office>(?:(?:nombre|membres?|conseill\w+|delegue\w*|elus?|effectif)\b[^:\n\d.]{0,70}?)?en\s+(?:exercice|fonction)|"
    r"(?:dont|que)\s+le\s+conseil\s+(?:\w+\s+)?doit\s+etre\s+compose)|"
    r"(?P<represented>(?:membres?\s+|conseill\w+\s+)?represente[es]{0,2}(?!\s+par\b))|"
    rf"(?P<present>(?:(?:membres?|conseill\w+|elus?)\s+(?:municipaux\s+)?)?(?:etaient\s+)?(?<!auditeurs )(?<!public )(?<!personnes )present[(.·/-]?e?[).·/-]{{0,2}}s\)?|(?:qui\s+)?(?:assistent|ont\s+assiste)\s+a\s+la\s+seance)|"
    rf"(?P<absent>(?:conseill\w+\s+|membres?\s+)?(?:absent{ES}(?:\s*(?:,|et|/|ou)?\s*(?:non\s+)?excuse{ES})?|excuse{ES}))|"
    r"(?P<proxies>(?:procuration|pouvoir|mandat)s?(?:\s+(?:donnee?s?|de\s+vote|ecrits?))?|votes?\s+par\s+procuration)|"
    r"(?P<voters>votants?|(?:ayant|qui\s+ont)\s+pris\s+part\s+(?:au\s+vote|a\s+la\s+deliberation)|prenant\s+part\s+au\s+vote)|"
    r"(?P<cast>nombre\s+(?:total\s+)?(?:de|des)\s+(?:conseill\w+|membres|delegues|elus)(?:\s+(?:municipaux|communautaires))?(?=\s*:\s*\d)|(?:suffrages?\s+)?exprimes?|quorum|(?:membres?\s+|conseill\w+\s+)?(?:afferents(?:\s+au\s+conseil(?:\s+\w+)?)?|elus?(?=\s*:)|legal)|effectif\s+legal(?:\s+du\s+conseil(?:\s+\w+)?)?)|"
    rf"(?P<number>(?<!\dh )(?<!\d h )(?<!heures )(?<!heure )\d{{1,3}}(?![\d/%€h.,]*\d|\s?(?:%|€|h\b|heures|euros|eme|er\b|voix)|(?<=\b1)\.\s[^\d]{{3,60}}\s2\.)|(?:{WORD_NUMBER})(?!\w))"
    r")(?![\w'])"
)
FILLER = re.compile(
    r"(?:[\s:|=.–—;,/()*«»“”_-]|\b(?:nombre|de|d'|des|du|la|le|les|membres?|conseillers?|conseilleres?|municipaux|communautaires?|"
    r"elus?|delegues?|etant|est|total|soit|qui|ont|pris|part|au|vote|a|deliberation|seance|dont|et|au|jour|afferents|"
    r"conseil|municipal|communautaire|legal|effectif|physiquement|titulaires|suppleants|en|voix|nb|nbre)\b|\bd'|\bl')*"
)
CLOSE_BY = re.compile(r"[ ]*(?:(?:membres?|conseill\w+|elus?|delegues?|sont|etaient|ont)[ ]+){0,3}")
SENTENCE_END = re.compile(r"^\.\s|(?<![.\s])\.\s")
LARGEST_BODY = 400
COUNCILLORS = re.compile(
    r"(?<![\w/.-])(?P<count>\d{1,3})\s+(?:membres|conseill\w+)\s+(?:municipaux|communautaires|en\s+exercice|que)"
)
ORDER = re.compile(
    r"(?:ordre\s+(?:de\s+passage|d'examen|d'appel|de\s+traitement|de\s+presentation|des\s+(?:questions|rapports|points|affaires))|"
    r"(?:questions|rapports|points|dossiers)[^:.\n]{0,60}\s(?:dans\s+l'ordre|ordre)(?:\s+suivant)?)[^:.\n\d]{0,60}:?\s*"
    r"(?=(?:n\s?[°ºo]s?\s*)?\d)"
)
STEP = re.compile(
    r"(?:n\s?[°ºo]s?\s*)?(?P<first>\d{1,3})(?![\d/])(?:\s*(?:a|au|-|–)\s*(?:n\s?[°ºo]\s*)?(?P<last>\d{1,3})(?![\d/]))?"
    r"(?P<mark>\s*(?:[,;]|et|puis|-)\s*|\s*[.\n]|\s*$)"
)
FEWEST_STEPS = 2


def read_totals(folded: str, *, end: int) -> Totals:
    """Read the totals declared in the head of a text, each from its first mention."""
    found: dict[str, Stated[int]] = {}
    for run in _runs(folded, end):
        for kind, value, span in _pairs(run, folded):
            if value <= LARGEST_BODY:
                found.setdefault(kind, Stated(value, (span,)))
    if "office" not in found:
        said = COUNCILLORS.search(folded, 0, end)
        if said:
            found["office"] = Stated(int(said["count"]), (Span(*said.span()),))
    return Totals(
        found.get("office"),
        found.get("present"),
        found.get("absent"),
        found.get("proxies"),
        found.get("voters"),
    )


def read_order(folded: str) -> tuple[tuple[int, ...], tuple[Span, ...]]:
    """Read the order in which the questions were taken (« 1 à 12, 15, 13, 14 ») and the passage that says it."""
    for label in ORDER.finditer(folded):
        order: list[int] = []
        at = end = label.end()
        while step := STEP.match(folded, at):
            first, last = int(step["first"]), int(step["last"] or step["first"])
            order.extend(range(first, last + 1) if first <= last else range(first, last - 1, -1))
            end = step.end("last") if step["last"] else step.end("first")
            at = step.end()
            if not step["mark"].strip(" \n\r") or step["mark"].strip() == ".":
                end += step["mark"].startswith(".")
                break
        if len(order) >= FEWEST_STEPS and len(set(order)) == len(order):
            return tuple(order), (Span(label.start(), end),)
    return (), ()


def _runs(folded: str, end: int) -> Iterator[list[_Token]]:
    """Give the runs of labels and numbers that only empty words part."""
    run: list[_Token] = []
    for found in TOKENS.finditer(folded, 0, end):
        token = _token(found)
        gap = FILLER.match(folded, run[-1].end) if run else None
        if run and (not gap or gap.end() < token.start or _ends_sentence(run[-1], token, folded)):
            yield run
            run = []
        run.append(token)
    if run:
        yield run


def _ends_sentence(last: _Token, token: _Token, folded: str) -> bool:
    """Say whether a label ended a sentence (« … remercie les présents. Délibération 1 »): the number is not its own."""
    gap = folded[last.end : token.start]
    return last.kind != "number" and ":" not in gap and SENTENCE_END.search(gap) is not None


def _token(found: re.Match[str]) -> _Token:
    kind = found.lastgroup or ""
    words = found.group()
    value = (int(words) if words.isdigit() else int(read_number(words) or 0)) if kind == "number" else 0
    return _Token(kind, value, found.start(), found.end())


def _pairs(run: list[_Token], folded: str) -> Iterator[tuple[str, int, Span]]:
    """Tie labels and numbers: one after the other, in either order, or all the labels then all the numbers."""
    kinds = [token.kind for token in run]
    labels = [token for token in run if token.kind != "number"]
    numbers = [token for token in run if token.kind == "number"]
    is_table = len(labels) > 1 and len(labels) == len(numbers) and "number" not in kinds[: len(labels)]
    if is_table:
        for label, number in zip(labels, numbers, strict=True):
            yield label.kind, number.value, Span(number.start, number.end)
        return
    step = -1 if kinds and kinds[0] == "number" else 1
    for at, token in enumerate(run):
        other = at + step
        if token.kind != "number" and 0 <= other < len(run) and run[other].kind == "number":
            number = run[other]
            if step < 0 and not CLOSE_BY.fullmatch(folded, number.end, token.start):
                continue
            yield token.kind, number.value, Span(min(token.start, number.start), max(token.end, number.end))
