"""Counts of a vote wherever they stand: « Pour : 12 », « 2 abstentions », « 0 contre, 11 voix pour »."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from declic.units.french_number_words import CARDINAL_WORDS
from declic.units.french_numbers import read_number
from declic.units.spans import Span


@dataclass(frozen=True, slots=True)
class VoteCounts:
    """One group of counts; a way of voting that is not named is absent from `counts`, never zero."""

    counts: dict[str, int]
    spans: tuple[Span, ...]
    says_unanimous: bool = False

    @property
    def span(self) -> Span:
        """From the first count to the last."""
        return Span(min(span.start for span in self.spans), max(span.end for span in self.spans))


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    value: int
    start: int
    end: int


@dataclass(slots=True)
class _Pairs:
    counts: dict[str, int] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)
    is_explicit: bool = False
    says_unanimous: bool = False


_WORDS = "|".join(CARDINAL_WORDS)
COUNT = rf"(?:\d{{1,3}}|(?:{_WORDS})(?:[-\s](?:et[-\s])?(?:{_WORDS})){{0,3}})"
VOICES = r"(?:voix|votes?|suffrages?|elue?s?|conseill\w+|membres?|bulletins?|delegues?|votants?)"
TOKENS = re.compile(
    r"(?:(?<=^)|(?<=[\s:=(/|.,;*–—«\"'>]))(?:"
    rf"(?P<pour>(?:(?:nombre\s+de\s+)?(?:voix|votes?|suffrages?)\s+(?:favorables?\s+)?)?(?:[«\"]\s?)?pour(?!\s+cent|\s+mille|\s*100|\s+le\s+nombre)|(?:votes?|voix)\s+favorables?|avis\s+favorables(?=\s*[:=]?\s*\d))|"
    rf"(?P<contre>(?:(?:nombre\s+de\s+)?(?:voix|votes?|suffrages?)\s+)?(?:[«\"]\s?)?contres?|(?:votes?|voix)\s+defavorables?|avis\s+defavorables(?=\s*[:=]?\s*\d))|"
    rf"(?P<abstention>(?:(?:nombre\s+d')?|{VOICES}\s+)?(?:d')?(?:[«\"]\s?)?abst(?:entions?|ent?)?\.?(?:\(s\))?|s'abstien\w+|abstenus?|"
    r"(?:se\s+sont|s'est|s'etant)\s+abstenue?s?)|"
    rf"(?P<interested>(?:conseill\w+\s+|elue?s?\s+|membres?\s+)?interesse[es]{{0,2}}|(?:ne\s+(?:prenn\w+|prend|participent?)|n'a(?:yant)?|n'ont|refus)\w*\s+pas\s+(?:pris\s+)?(?:part\s+)?(?:au\s+)?vote|"
    r"ne\s+pren\w+\s+pas\s+part(?:\s+au\s+vote)?|non[- ]participation\w*|nppv|refus\s+de\s+vote)|"
    r"(?P<other>votants?|presents?|representes?|procurations?|pouvoirs?|(?:suffrages\s+)?exprimes?|blancs?|nuls?|quorum|en\s+exercice)|"
    r"(?P<unanimity>unanimite)|"
    rf"(?P<nil>neants?|aucune?s?|zero|(?:(?<=:)|(?<=:[ ]))[/–—-](?=\s|$))|"
    rf"(?P<number>\d{{1,3}}(?![\d/]|[.,]\d|\s?(?:%|€|h\d|euros))|(?:{_WORDS})(?:[-\s](?:et[-\s])?(?:{_WORDS})){{0,3}}(?!\w))"
    r")(?!\w)(?:\(s\))?"
)
FILLER = re.compile(
    rf"(?:\([^()\n]{{0,200}}\)|[\s:=.,;/|()*\"«»_–—>-]|\b(?:{VOICES}|et|dont|avec|par|a|la|le|les|l'|de|d'|du|des|majorite|absolue|adopt\w*|adoption|"
    r"approuv\w*|resultats?|scrutin|nombre|mis|aux?|ont|pris|part|vote|voté|sur|soit|moins|plus|nb|nbre|total|"
    r"unanimement|avis|(?:de)?favorable|ainsi|est|sont|present|presente|exprimes|deliberation|motion|rapport)\b|\bd'|\bl')*"
)
DELIMITER = re.compile(r"[:=|]|\.{2,}|\s{2,}|\s[-–]\s")
VOTE_WORD = re.compile(r"voix|votes?|suffrages?")
LINE_OPEN = re.compile(r"(?:^|\n)[\s*>|•–-]{0,20}$")
VERDICT = re.compile(r"adopt|approuv|majorite|unanimite|decide|delibere|accept|valid|rejet|(?:^|\s)vote\s*:")
BRACKET = re.compile(r"\([^()]{0,200}\)")
SENTENCE_END = re.compile(r"(?<![.\s])\.\s|^\.\s")
ASIDE = re.compile(r"[)\n.,]|vote")
VOTE_SAID = re.compile(r"(?:votes?|resultats?(?:\s+du\s+vote)?|scrutin)\s*:\s*$")
GIVEN_ELSEWHERE = re.compile(r"\s+(?:ont|a|avaient|avait|furent|sont)(?!\w)")
ONE = frozenset({"un", "une"})
WAYS = ("pour", "contre", "abstention", "interested")
MAIN_WAYS = frozenset({"pour", "contre", "abstention"})
LARGEST = 600
MOST_LINES = 4
NEAR = 160


def find_counts(folded: str) -> tuple[VoteCounts, ...]:
    """
    Find the counts of votes in a folded text, each group whole, in order.

    A number and « pour » in prose are no vote: there must be two ways of voting together, or a word (« voix »,
    « votes »), or a colon on a line of their own, or the verdict in the same sentence.
    """
    found: list[VoteCounts] = []
    for run in _runs(folded):
        pairs = _pair(run, folded)
        ways = MAIN_WAYS & pairs.counts.keys()
        if not ways and not (pairs.says_unanimous and pairs.spans):
            continue
        if len(ways) > 1 or pairs.is_explicit or pairs.says_unanimous or _is_proved(folded, pairs):
            found.append(VoteCounts(pairs.counts, tuple(pairs.spans), pairs.says_unanimous))
    return tuple(found)


def _runs(folded: str) -> Iterator[list[_Token]]:
    run: list[_Token] = []
    for found in TOKENS.finditer(folded):
        token = _token(found)
        gap = FILLER.match(folded, run[-1].end) if run else None
        if run and (
            gap is None
            or gap.end() < token.start
            or folded.count("\n", run[-1].end, token.start) > MOST_LINES
            or _ends_sentence(run, token, folded)
        ):
            yield run
            run = []
        if token.kind in MAIN_WAYS and any(other.kind == token.kind for other in run):
            own = [run.pop()] if run[0].kind == run[-1].kind == "number" else []
            yield run
            run = own
        run.append(token)
    if run:
        yield run


def _ends_sentence(run: list[_Token], token: _Token, folded: str) -> bool:
    """Say whether a way of voting ended a sentence (« … sont contre. Par 10 voix pour »): no number is its own."""
    gap = BRACKET.sub("", folded[run[-1].end : token.start])
    is_alone = run[-1].kind in WAYS and (len(run) == 1 or run[-2].kind != "number")
    return is_alone and token.kind == "number" and ":" not in gap and SENTENCE_END.search(gap) is not None


def _token(found: re.Match[str]) -> _Token:
    kind = found.lastgroup or ""
    if kind == "nil":
        return _Token("number", 0, found.start(), found.end())
    value = read_count(found.group()) if kind == "number" else 0
    return _Token(kind, value, found.start(), found.end())


def read_count(words: str) -> int:
    """Read a count in figures or in words."""
    return int(words) if words.isdigit() else int(read_number(words) or 0)


def _pair(run: list[_Token], folded: str) -> _Pairs:
    """Tie each way of voting to its number: « 12 pour », « pour : 12 », or all the ways then all the numbers."""
    pairs = _Pairs()
    run = _without_aside(_without_others(run, folded), folded)
    kinds = [token.kind for token in run]
    width = next((at for at, kind in enumerate(kinds) if kind == "number"), 0)
    if width > 1 and kinds[width : 2 * width] == ["number"] * width:
        for label, number in zip(run[:width], run[width : 2 * width], strict=True):
            _add(pairs, label, number, folded)
        pairs.spans = [Span(run[0].start, run[2 * width - 1].end)]
        return pairs
    is_label_first = bool(kinds) and kinds[0] != "number"
    at = 0
    while at + 1 < len(run):
        first, second = run[at], run[at + 1]
        if _is_duel(run, at, folded) and GIVEN_ELSEWHERE.match(folded, run[at + 2].end):
            at += 3  # « 4 voix contre 3 ont été données à … »: another assembly's
        elif _is_duel(run, at, folded):
            _add(pairs, _Token("pour", 0, first.start, first.end), first, folded)
            _add(pairs, second, run[at + 2], folded)
            pairs.is_explicit = True
            at += 3
        elif _is_pair(first, second, folded, is_label_first=is_label_first):
            label, number = (second, first) if first.kind == "number" else (first, second)
            _add(pairs, label, number, folded)
            at += 2
        else:
            at += 1
    return pairs


def _without_aside(run: list[_Token], folded: str) -> list[_Token]:
    """Leave out « (le maire ne prend pas part au vote) » before the counts of that vote."""
    while len(run) > 1 and run[0].kind == "interested" and ASIDE.search(folded, run[0].end, run[1].start):
        run = run[1:]
    return run


def _without_others(run: list[_Token], folded: str) -> list[_Token]:
    """Leave out what is counted without being a way of voting (« Votants : 14 »), and its number."""
    kept: list[_Token] = []
    at = 0
    while at < len(run):
        token = run[at]
        after = run[at + 1] if at + 1 < len(run) else None
        is_other = token.kind == "other"
        has_number = (
            is_other
            and after is not None
            and after.kind == "number"
            and (":" in folded[token.end : after.start] or _is_listed(run, token, after, folded))
        )
        is_verdict = token.kind == "unanimity" and not (
            kept and kept[-1].kind == "pour" and ":" in folded[kept[-1].end : token.start]
        )
        if not is_other and not is_verdict:
            kept.append(token)
        at += 2 if has_number else 1
    return kept


def _is_listed(run: list[_Token], token: _Token, number: _Token, folded: str) -> bool:
    """Say whether a list that puts its labels first gives this number to one that is no way of voting (« Votants 14 »)."""
    return run[0].kind in {"other", *WAYS} and not folded[token.end : number.start].strip()


def _is_duel(run: list[_Token], at: int, folded: str) -> bool:
    """Say whether « 12 voix contre 3 » stands here: twelve for, three against."""
    if [token.kind for token in run[at : at + 3]] != ["number", "contre", "number"]:
        return False
    is_followed = at + 3 < len(run) and run[at + 3].kind in WAYS
    has_voices = VOTE_WORD.search(folded, run[at].end, run[at + 1].end) is not None
    return has_voices and not is_followed and folded[run[at + 1].end : run[at + 2].start] == " "


def _is_pair(first: _Token, second: _Token, folded: str, *, is_label_first: bool) -> bool:
    between = folded[first.end : second.start]
    if first.kind in WAYS and second.kind == "unanimity":
        return ":" in between
    if (first.kind == "number") == (second.kind == "number"):
        return False
    if first.kind == "number":
        is_one = folded[first.start : first.end] in ONE and second.kind in {"pour", "contre"}
        is_article = is_one and not VOTE_WORD.search(folded, first.start, second.end)
        return not (is_article or is_label_first or ":" in between or "\n\n" in between)
    has_delimiter = DELIMITER.search(between) is not None
    is_article = folded[second.start : second.end] in ONE  # « ont voté pour une hausse »
    is_opposed = first.kind == "contre" and between == " "
    return has_delimiter or (not is_article and (is_label_first or is_opposed))


def _add(pairs: _Pairs, label: _Token, number: _Token, folded: str) -> None:
    span = Span(min(label.start, number.start), max(label.end, number.end))
    if number.kind == "unanimity":
        pairs.says_unanimous = label.kind == "pour"
        pairs.spans.append(span)
        return
    if label.kind not in WAYS or label.kind in pairs.counts or number.value > LARGEST:
        return
    pairs.counts[label.kind] = number.value
    pairs.spans.append(span)
    words = folded[span.start : span.end]
    is_line = bool(LINE_OPEN.search(folded, max(0, span.start - 30), span.start)) and ":" in words
    has_words = VOTE_WORD.search(words) is not None and label.kind in MAIN_WAYS
    pairs.is_explicit = pairs.is_explicit or is_line or has_words


def _is_proved(folded: str, pairs: _Pairs) -> bool:
    """Say whether a lone « 2 abstentions » stands in a sentence that gives the result of a vote."""
    if not pairs.spans:
        return False
    start, end = pairs.spans[0].start, pairs.spans[-1].end
    before = re.split(r"[.\n]", folded[max(0, start - NEAR) : start])[-1]
    after = re.split(r"[.\n]", folded[end : end + NEAR])[0]
    is_said = VOTE_SAID.search(before) is not None and not after.strip(" )")
    is_bare = pairs.counts.keys() == {"pour"} and "unanimite" not in before + after and not is_said
    is_about_rule = "considere" in before or "compte" in before
    return not is_bare and not is_about_rule and VERDICT.search(before + " " + after) is not None
