"""Secret ballots as minutes count them: envelopes, blank and null ones, votes cast, and each candidate's score."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from declic.engines.reading.drafts import BallotDraft, ScoreDraft
from declic.engines.reading.people import Habits, read_person
from declic.engines.reading.roll_passages import take_passage
from declic.engines.reading.roll_styles import with_style
from declic.units.french_number_words import CARDINAL_WORDS
from declic.units.french_numbers import read_number
from declic.units.spans import Span


@dataclass(frozen=True, slots=True)
class BallotMark:
    """A ballot and the passages that count it, in order."""

    ballot: BallotDraft
    spans: tuple[Span, ...]

    @property
    def start(self) -> int:
        """Where the count starts."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Where the last thing counted ends."""
        return max(span.end for span in self.spans)


_WORDS = "|".join(CARDINAL_WORDS)
NUMBER = (
    rf"(?P<number>\d{{1,3}}(?![\d/%€]|[.,]\d)|(?:{_WORDS})(?:[-\s](?:et[-\s])?(?:{_WORDS})){{0,3}}(?!\w))"
)
PAPER = r"(?:bulletins?|suffrages?|votes?|enveloppes?)"
DECLARED = r"(?:\s+(?:declares?|trouves?|consideres?|comme|ou|litigieux|blancs?|annules?|dans|l'urne))*"
COUNTED = re.compile(
    r"(?<![\w-])(?:(?:le\s+)?(?:nombre|nbre|nb)\s+(?:total\s+)?(?:de\s+|d')\s*)?(?:"
    rf"(?P<cast>(?:suffrages?\s+(?:valablement\s+)?)?exprimes?)|"
    rf"(?P<majority>majorite\s+absolue(?:\s+des\s+suffrages\s+exprimes)?)|"
    rf"(?P<both>a\s+deduire(?:[ \t]*:)?(?:[ \t]*\(?bulletins?[^:\n]{{0,140}})?|{PAPER}\s+(?:declares?\s+)?(?:blancs?\s*(?:et|ou|/|,)\s*nuls?|nuls?\s*(?:et|ou|/|,)\s*blancs?)|blancs?\s*(?:et|ou|/)\s*nuls?)|"
    rf"(?P<null>{PAPER}{DECLARED}\s+nuls?|nuls?)|"
    rf"(?P<blank>{PAPER}{DECLARED}\s+blancs?|blancs?)|"
    rf"(?P<voters>votants?|(?<=nombre de )bulletins?(?=[ \t]*(?:de[ \t]+vote[ \t]*)?(?:\([^()\n]{{0,60}}\)[ \t]*)?[:=.])|(?:bulletins?|enveloppes?)\s+(?:trouvee?s?|deposee?s?|recueilli\w*)(?:\s+dans\s+l'urne)?)"
    r")(?!\w)"
    r"(?:\s*par\s+le\s+bureau)?(?:\s*[(\[][^()\[\]\n]{0,60}[)\]]){0,2}[ \t]*(?:[:=.…–-]|est\s+de|sont\s+de|\.{2,})*[ \t]*\n?[ \t]*"
    + NUMBER
)
SCORE = re.compile(
    rf"[ \t]*[,:;=|–—.…>()-]*[ \t]*(?:(?:a\s+|ont\s+|ayant\s+)?obt(?:enu|ient)\s*:?\s*|avec\s+)?{NUMBER}[ \t]*(?:[(\[–-]?[ \t]*[a-z-]{{2,30}}[ \t]*[)\]]?[ \t]*)?"
    r"(?P<voices>voix|suffrages?|votes?)?"
)
LIST = re.compile(
    r"(?:la\s+)?liste\s+(?:(?:deposee|conduite|presentee|menee|emmenee|de|d'|n\s?[°º]\s?\d{1,2}|unique)\s*){0,4}(?:par\s+)?[:«\"]?\s*"
)
HAVE = re.compile(r"(?:^|(?<=\n)|(?<=\.\s))[ \t]{0,20}\W{0,3}[ \t]{0,9}(?:a|ont)\s+obtenu\w*\s*:?\s*")
LINE = re.compile(r"[^\n]*\n?")
MARK = re.compile(r"[ \t,;.)]*(?:et\s|[-–—•·*■►➢✓▪\uf0a7-\uf0fc]*)[ \t]*")
SENTENCE_OPENING = re.compile(r"[ \t]*(?:(?:a|ont)\s+obtenu\w*\s*:?[ \t]*)?")
END = re.compile(r"proclam|installe|est\s+elue?|sont\s+elus|second\s+tour|deuxieme\s+tour|troisieme\s+tour")
SHOW_OF_HANDS = re.compile(
    r"(?<!\w)(?:(?:pour|contre|abstentions?)\s*[:=]?\s*\d|\d{1,3}\s+(?:voix\s+)?(?:pour|contre|abst))"
)
BETWEEN_ROUNDS = re.compile(
    r"(?:a|ont)\s+obtenu|proclam|tour\s+de\s+scrutin|aucun\s+candidat|(?:second|deuxieme|troisieme|[23]\s?e(?:me)?)\s+tour"
)
RANK = r"(?P<rank>premier|1\s?er|second|deuxieme|2\s?(?:nd|e|eme)|troisieme|3\s?(?:e|eme))"
ROUND = re.compile(
    rf"(?:^|(?<=\n))[\s\W\d]{{0,12}}(?:(?:resultats?|depouillement|deroulement)\s+d[ue]\s+|[^\n:]{{0,70}}[:–-]\s*)?{RANK}\s+tour(?:\s+de\s+scrutin)?[ \t]*(?:[:.(–-]|\n|$)"
)
ROUNDS = {"p": 1, "1": 1, "s": 2, "d": 2, "2": 2, "t": 3, "3": 3}
FARTHEST_ROUND = 1500
SECRET = frozenset({"null", "blank", "both", "majority"})
NEAR = 60
FARTHEST_COUNT = 400
FEWEST_COUNTS = 2
FARTHEST_SCORE = 14
HABITS = Habits()


def find_ballots(view: str, folded: str) -> tuple[BallotMark, ...]:
    """
    Find every ballot that a text counts, in order: the votes cast, and at least one other count beside them.

    A score is a candidate's name and a number after it; where the scores of one seat exceed the votes cast,
    they are left out, since something else was counted.
    """
    marks: list[BallotMark] = []
    for run in _runs(folded):
        counts: dict[str, int] = {}
        for found in run:
            counts.setdefault(found.kind, found.value)
        if "cast" not in counts or len(counts) < FEWEST_COUNTS:
            continue
        if SHOW_OF_HANDS.search(folded, run[0].start, run[-1].end + NEAR):
            continue
        limit = _limit(folded, run[-1].end)
        scores = _scores(view, folded, run[-1].end, limit)
        if not scores and not SECRET & counts.keys():
            continue
        since = max(marks[-1].end if marks else 0, run[0].start - FARTHEST_ROUND)
        marks.append(_mark(counts, run, scores, turn=_round(folded, since, run[0].start)))
    return tuple(marks)


@dataclass(frozen=True, slots=True)
class _Count:
    kind: str
    value: int
    start: int
    end: int


def _runs(folded: str) -> Iterator[list[_Count]]:
    """Give the counts that stand together; one said again opens the next ballot."""
    run: list[_Count] = []
    for found in COUNTED.finditer(folded):
        kind = next(name for name in ("cast", "majority", "both", "null", "blank", "voters") if found[name])
        count = _Count(kind, _value(found["number"]), *found.span())
        is_far = bool(run) and (
            count.start - run[-1].end > FARTHEST_COUNT
            or (
                any(other.kind == "cast" for other in run)
                and BETWEEN_ROUNDS.search(folded, run[-1].end, count.start)
            )
            or (kind == "voters" and SHOW_OF_HANDS.search(folded, run[-1].end, count.start) is not None)
        )
        is_again = kind != "voters" and any(other.kind == kind for other in run)
        opens_anew = kind == "voters" and any(other.kind == "cast" for other in run)
        if run and (is_far or is_again or opens_anew):
            yield run
            run = []
        run.append(count)
    if run:
        yield run


def _round(folded: str, start: int, end: int) -> int | None:
    """Give the round that the last words above a count say."""
    said = list(ROUND.finditer(folded, start, end))
    return ROUNDS[said[-1]["rank"][0]] if said else None


def _mark(
    counts: dict[str, int], run: list[_Count], scores: tuple[ScoreDraft, ...], *, turn: int | None
) -> BallotMark:
    both = counts.get("both")
    nil = 0 if both == 0 else None
    ballot = BallotDraft(
        voters=counts.get("voters"),
        blank=counts.get("blank", nil),
        null=counts.get("null", nil),
        cast=counts["cast"],
        majority=counts.get("majority"),
        scores=scores,
        blank_or_null=both,
        round=turn,
    )
    spans = [Span(count.start, count.end) for count in run]
    return BallotMark(ballot, tuple(sorted([*spans, *(span for score in scores for span in score.spans)])))


def _limit(folded: str, at: int) -> int:
    stop = END.search(folded, at, at + 3000)
    following = COUNTED.search(folded, at, at + 3000)
    return min(found.start() for found in (stop, following) if found) if stop or following else at + 3000


def _scores(view: str, folded: str, start: int, end: int) -> tuple[ScoreDraft, ...]:
    """Read the lines that name a candidate or a list and give a number; prose between them is passed over."""
    scores: list[ScoreDraft] = []
    at, missed = start, 0
    end = min(end, len(view))
    while at < end and missed <= FARTHEST_SCORE:
        line = LINE.match(view, at)
        stop = line.end() if line and line.end() > at else end
        score = _score(view, folded, at, min(stop, end))
        if score:
            scores.append(score)
            missed, at = 0, score.spans[0].end
            continue
        missed += 1
        at = stop
    return tuple(scores)


def _score(view: str, folded: str, start: int, end: int) -> ScoreDraft | None:
    mark = MARK.match(view, start, end)
    at = mark.end() if mark else start
    opening = SENTENCE_OPENING.match(folded, at, end)
    at = opening.end() if opening else at
    listed = LIST.match(folded, at, end)
    name_at = listed.end() if listed else at
    passage, style = with_style(take_passage(view, Span(name_at, end)))
    person = read_person(passage.view, passage.folded, 0, habits=style.habits)
    if not person or not (person.civility or (person.given and person.surname)):
        return None
    number = SCORE.match(folded, name_at + person.end, end)
    if not number:
        return None
    rest = folded[number.end() : end]
    if rest.strip(" \t\n.,;)") and not number["voices"]:
        return None
    return ScoreDraft(person.name, _value(number["number"]), (Span(at, number.end()),))


def _value(words: str) -> int:
    return int(words) if words.isdigit() else int(read_number(words) or 0)
