"""Results of votes: counts and words that stand together make one."""

import re
from dataclasses import dataclass

from declic.engines.reading.drafts import Outcome, VoteDraft
from declic.engines.reading.people import Habits, read_person
from declic.engines.reading.vote_counts import COUNT, MAIN_WAYS, find_counts, read_count
from declic.engines.reading.vote_wordings import find_wordings, is_said_of_another
from declic.units.spans import Span, merge_spans


@dataclass(frozen=True, slots=True)
class VoteMark:
    """A sign that a vote took place here: counts, or a result in words."""

    counts: dict[str, int]
    unanimous: bool | None
    spans: tuple[Span, ...]

    @property
    def start(self) -> int:
        """Where the sign starts."""
        return self.spans[0].start


NON_VOTERS = re.compile(
    r"(?:ne\s+(?:pren\w+|participant)\s+pas\s+part\s+au\s+vote|non[- ]participation|refus\s+de\s+vote|non[- ]votants?)"
    r"[^.]{0,60}(?:consider|compt|assimil|vaut|valent)\w*[^.]{0,40}abstention"
)
OWN_BODY = re.compile(
    r"conseil\s+(?P<of>municipal|communautaire|metropolitain|departemental|regional|syndical)|comite\s+(?P<other>syndical)"
)
OTHER_BODIES = frozenset({"municipal", "communautaire", "metropolitain", "departemental", "regional"})
HEAD = 6000
RULE_SENTENCE = re.compile(r"[^.\n]*$")
NAMED_WAY = re.compile(
    r"(?<!\w)(?P<way>contre|abstentions?|s'abst\w+|(?:s'est|se\s+sont)\s+abstenu\w*|pour|"
    r"(?:ne\s+pren\w+|n'a(?:yant)?|n'ont|ne\s+participe\w*)\s+pas\s+(?:pris\s+)?(?:part\s+)?(?:au\s+vote)?)(?:\(s\))?\s*:\s*(?=(?:m\.|mm|mme|monsieur|madame|[a-z-]{2,}\s+[a-z-]{2,}))"
)
NAME_SEPARATOR = re.compile(r"[ ]{0,9}(?:,|;|\set\s|\n(?=\s{0,20}(?:M\.|Mme|MM)))\s{0,20}")
END_OF_NAMES = re.compile(r"[ ]{0,9}(?:[.;)\n]|$)")
FARTHEST = 600
FARTHEST_WORDS = 250
NEAR_WORDS = 60
SENTENCE_END = re.compile(r"(?<!\bm)(?<!\bmm)(?<!\bmme)(?<!\bart)\.\s|\n[ \t]*\n")
LINE_RESULT = re.compile(
    r"(?:^|(?<=\n))[ \t]*(?:[-–•*][ \t]*)?[^\n:\d][^\n:]{3,120}[ \t]*:[ \t]*(?:(?:a[ \t]+l')?unanimite|(?P<count>\d{1,3})[ \t]+(?:voix[ \t]+)?pour(?P<rest>[ \t]*[,;–-][^\n]{0,60})?)[ \t.;]*(?=\n|$)"
)
FEWEST_LINES = 3
UNANIMOUS_VOICES = re.compile(
    r"unanimite(?:\s+des\s+(?:\w+\s+){1,5}?)?\s*(?:,|\(|:|soit|avec|par|[-–])+\s*(?P<voices>(?P<count>\d{1,3})\s+(?:voix|votants?|votes?))(?!\s+(?:pour|contre))"
)
YES_NO = re.compile(
    rf"(?<![\w,.])(?P<yes>{COUNT})\s+(?:voix\s+(?:pour\s+)?(?:le\s+)?)?(?:[«\"]\s?)?oui(?:\s?[»\"])?(?:\s*[,;/–-]\s*|\s+et\s+|\s*\n\s*)"
    rf"(?P<no>{COUNT})\s+(?:voix\s+(?:pour\s+)?(?:le\s+)?)?(?:[«\"]\s?)?non(?!\w)"
)
VOTE_TOLD = re.compile(r"vote|scrutin|bulletin|depouill|suffrage")
UNFAVOURABLE = re.compile(r"(?:emet|donne|rend|formule)\w*\s+(?:un\s+)?avis\s+defavorable")
REFUSED = re.compile(
    r"\brejet|\brefus(?!\s+de\s+(?:vote|participer)|\s*[:=]?\s*(?:0|neant|aucun)(?!\d))|n'est\s+pas\s+adopt|repouss"
)
HABITS = Habits()


def find_vote_marks(view: str, folded: str) -> tuple[VoteMark, ...]:
    """Find every sign of a vote in a text whose mark-up is blank, in order."""
    body = OWN_BODY.search(folded, 0, HEAD)
    others = OTHER_BODIES - {body["of"]} if body else frozenset()
    marks = [
        VoteMark(found.counts, found.says_unanimous or None, found.spans)
        for found in find_counts(folded)
        if not is_said_of_another(folded, found.span.start, others=others)
    ]
    marks += _named_marks(view, folded)
    marks += _yes_no_marks(folded, others=others)
    marks += _line_marks(folded)
    marks += [
        VoteMark({"pour": int(found["count"])}, None, (Span(*found.span("voices")),))
        for found in UNANIMOUS_VOICES.finditer(folded)
        if not is_said_of_another(folded, found.start(), others=others)
    ]
    marks += [
        VoteMark({}, wording.unanimous, (wording.span,)) for wording in find_wordings(folded, others=others)
    ]
    return tuple(sorted(marks, key=lambda mark: mark.start))


def join_marks(marks: tuple[VoteMark, ...], folded: str, *, start: int, end: int) -> VoteDraft | None:
    """
    Make one result of the signs of a passage: the last counts that are whole, and what the words say.

    A way of voting that the text does not count is None.
    """
    if not marks:
        return None
    groups = _groups([mark for mark in marks if mark.counts])
    for_it = [group for group in groups if "pour" in group.counts]
    whole = for_it or [group for group in groups if len(MAIN_WAYS & group.counts.keys()) > 1]
    chosen = (whole or groups)[-1:]
    counts = chosen[0].counts if chosen else {}
    spans = list(chosen[0].spans) if chosen else []
    worded = [
        mark
        for mark in marks
        if mark.unanimous is not None and not _is_of_another_vote(mark, counts, spans, folded)
    ]
    unanimous = _unanimous(worded, counts)
    spans.extend(span for mark in worded if mark.unanimous == unanimous for span in mark.spans[:1])
    rule = NON_VOTERS.search(folded, start, end)
    if rule:
        opening = RULE_SENTENCE.search(folded, max(start, rule.start() - 120), rule.start())
        spans.append(Span(opening.start() if opening else rule.start(), rule.end()))
    return VoteDraft(
        votes_for=counts.get("pour"),
        against=counts.get("contre"),
        abstention=counts.get("abstention"),
        interested=counts.get("interested"),
        unanimous=unanimous,
        abstention_counts_non_voters=rule is not None,
        spans=merge_spans(spans) if not counts else tuple(sorted(spans)),
        outcome=_outcome(counts, folded[start:end], is_said=bool(worded)),
    )


def _is_of_another_vote(mark: VoteMark, counts: dict[str, int], spans: list[Span], folded: str) -> bool:
    """Say whether words of unanimity stand far from counts that deny it, or in another sentence: they are of another vote."""
    if not mark.unanimous or not (counts.get("contre") or counts.get("abstention")):
        return False
    return all(_is_far(folded, *sorted((span, mark.spans[-1]))) for span in spans)


def _is_far(folded: str, first: Span, second: Span) -> bool:
    gap = second.start - first.end
    return gap > FARTHEST_WORDS or (
        gap > NEAR_WORDS and SENTENCE_END.search(folded, first.end, second.start) is not None
    )


def _outcome(counts: dict[str, int], folded: str, *, is_said: bool) -> Outcome | None:
    """Say what became of the vote: by its counts; an unfavourable opinion that is given is adopted."""
    votes_for, against = counts.get("pour"), counts.get("contre")
    if UNFAVOURABLE.search(folded):
        return Outcome.ADOPTED
    has_refusal = REFUSED.search(folded) is not None
    if votes_for is not None and against is not None and against != votes_for:
        if against > votes_for:
            return Outcome.REJECTED
        return None if has_refusal else Outcome.ADOPTED
    is_carried = (is_said and (votes_for is None or not against)) or (votes_for and not against)
    return Outcome.ADOPTED if is_carried and not has_refusal else None


def _groups(marks: list[VoteMark]) -> list[VoteMark]:
    """Put together the counts of one vote that other words part (the names under each way of voting)."""
    groups: list[VoteMark] = []
    for mark in marks:
        last = groups[-1] if groups else None
        is_near = last is not None and mark.start - last.spans[-1].end < FARTHEST
        if last and is_near and not last.counts.keys() & mark.counts.keys():
            groups[-1] = VoteMark({**last.counts, **mark.counts}, None, (*last.spans, *mark.spans))
        else:
            groups.append(mark)
    return groups


def _unanimous(worded: list[VoteMark], counts: dict[str, int]) -> bool | None:
    """Say what the words say; where a majority is counted, unanimity was of something else."""
    if not worded:
        return None
    said = [mark.unanimous for mark in worded]
    if False in said and counts.get("contre"):
        return False
    return said[-1]


def _line_marks(folded: str) -> list[VoteMark]:
    """Count « Motion pour la poste : 8 pour », where results stand on lines of their own, three at least."""
    lines = list(LINE_RESULT.finditer(folded))
    if len(lines) < FEWEST_LINES:
        return []
    return [
        VoteMark({"pour": int(line["count"])}, None, (Span(*line.span("count")),))
        for line in lines
        if line["count"] and not line["rest"]
    ]


def _yes_no_marks(folded: str, *, others: frozenset[str]) -> list[VoteMark]:
    """Count « 8 oui, 5 non » where a vote of this council is told: for and against."""
    return [
        VoteMark(
            {"pour": read_count(found["yes"]), "contre": read_count(found["no"])},
            None,
            (Span(found.start("yes"), found.end()),),
        )
        for found in YES_NO.finditer(folded)
        if VOTE_TOLD.search(folded, max(0, found.start() - FARTHEST_WORDS), found.start())
        and not is_said_of_another(folded, found.start(), others=others)
    ]


def _named_marks(view: str, folded: str) -> list[VoteMark]:
    """Count the people named after a way of voting (« Contre : Mme A, M. B »)."""
    marks: list[VoteMark] = []
    for found in NAMED_WAY.finditer(folded):
        at, count, end = found.end(), 0, found.end()
        while person := read_person(view, folded, at, habits=HABITS):
            count, end = count + 1, person.end
            more = NAME_SEPARATOR.match(view, end)
            if not more:
                break
            at = more.end()
        way = "abstention" if "abst" in found["way"] else found["way"].replace("ne ", "n'")
        way = "interested" if way.startswith("n'") else way
        if count and END_OF_NAMES.match(view, end) and way != "pour":
            marks.append(VoteMark({way: count}, None, (Span(found.start(), end),)))
    return marks
