"""What a numbered heading holds: its lines down to the next one, without what is not its own."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from declic.engines.reading.heading_labels import Label, read_label
from declic.engines.reading.text import BULLET, NUMBERED_BULLET, Layout, Line, rejoin
from declic.engines.reading.wordings import ends_unfinished
from declic.units.folding import fold
from declic.units.spans import Span


CLOSING = re.compile(
    r"(?:les )?(?:signataires?|signatures?)\b|fait (?:a|en|le)\b.{0,60}\d|annexes?\b|glossaire\b|lexique\b"
    r"|table des matieres|sommaire\b|recapitulatif\b|tableau recapitulatif|synthese des |liste des (?:mesures|actions|sigles)"
    r"|conclusion\b|bibliographie\b|preambule\b",
)
NUMBERED_ANNEX = re.compile(r"annexe (?:n ?° ?)?(?:\d{1,2}|[ivx]{1,4}|[a-e])(?= ?[:.–—-]|$)")
LATE_CLOSING = re.compile(
    r"(?:la |les |le |l')?(?:gouvernance|pilotage|suivi|evaluation|modalites|calendrier|financement|budget|duree"
    r"|communication|dispositions (?:finales|generales)|engagements des (?:parties|signataires)|moyens"
    r"|resiliation|clauses?|mise en œuvre|mise en oeuvre|indicateurs)\b",
)
ALONE = re.compile(r"gouvernance(?: et (?:suivi|pilotage|evaluation))?|suivi et evaluation|conclusion")
"""Titles that close a plan even with no blank line above them, where nothing else of the text has them."""
RULE = re.compile(r"[-_*]{3,}")
FIELD_SAID = re.compile(r":\s*\S")  # « Budget : 12 000 € » is a field of a sheet, whatever stands around it
STOPS = (".", ";", "!", "?", "…", "»", ")")
LONGEST_HEADING = 100
MOST_CLOSING_WORDS = 3
SAME_OPENING = 3


@dataclass(frozen=True, slots=True)
class Passage:
    """The lines under a heading, its own line first (cut before the title)."""

    label: Label
    lines: tuple[Line, ...]

    @property
    def span(self) -> Span:
        """From the announcement to the last character kept."""
        return Span(self.label.start, max(self.label.title.end, self.lines[-1].span.end))


def take_passages(
    layout: Layout, labels: Sequence[Label], *, stops: Sequence[int], furniture: frozenset[int]
) -> tuple[Passage, ...]:
    """
    Take what each heading holds, down to the next stop.

    A blank line ends nothing; a lone line that announces the next heading (« Travail avec les familles : »)
    is left out, and so are the lines that belong to the page.
    """
    ordered = sorted({*stops, *(label.start for label in labels), len(layout.text)})
    ends = dict(pairwise(ordered))
    passages = [_take(layout, label, end=ends[label.start], furniture=furniture) for label in labels]
    habits = _habits(passages)
    return tuple(_without_subheading(passage, habits=habits) for passage in passages)


def text_of(passage: Passage) -> str:
    """Give the words on one line, verbatim; a bullet that holds nothing is left out."""
    kept = (line.text for line in passage.lines if not _is_empty_bullet(line))
    return rejoin(" ".join(kept))


def spans_of(passage: Passage, *, furniture: frozenset[int]) -> tuple[Span, ...]:
    """Give where the passage stands: one span, or several where the page cuts it."""
    spans: list[Span] = [Span(passage.label.start, passage.label.title.end)]
    last = passage.label.line
    for line in passage.lines:
        is_cut = any(number in furniture for number in range(last + 1, line.number))
        if is_cut:
            spans.append(line.span)
        else:
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, line.span.end))
        last = line.number
    return tuple(spans)


def bullets_of(lines: Sequence[Line]) -> tuple[str, ...]:
    """Give the items of the lists of a passage, each on one line, without their marks."""
    items: list[list[str]] = []
    last = -2
    for line in lines:
        mark = BULLET.match(line.text) or NUMBERED_BULLET.match(line.text)
        if mark and line.text[mark.end() :].strip():
            items.append([line.text[mark.end() :]])
        elif mark or not items or line.number != last + 1:
            last = -2
            continue
        else:
            items[-1].append(line.text)
        last = line.number
    return tuple(rejoin(" ".join(item)) for item in items)


def stands_alone(layout: Layout, line: Line) -> bool:
    """Say whether a short line stands between blank ones, or is marked as a heading."""
    if line.text.startswith("#"):
        return True
    lines = layout.lines
    before = line.number == 0 or lines[line.number - 1].is_blank
    after = line.number + 1 >= len(lines) or lines[line.number + 1].is_blank
    return before and after and len(line.text) <= LONGEST_HEADING


def find_closing(layout: Layout, *, since: int) -> int:
    """Give where a plan is over: at its signatures, annexes or glossary; the end of the text where none is said."""
    alone = [
        line
        for line in layout.lines
        if not line.is_blank and (stands_alone(layout, line) or _heads_a_list(layout, line))
    ]
    said = Counter(_plain(line) for line in layout.lines if len(line.text) <= LONGEST_HEADING)
    for line in alone:
        plain = _plain(line)
        if line.span.start >= since and RULE.fullmatch(line.text):
            return line.span.start
        if line.span.start < since or not _reads_as_title(line.text.strip("#* ") or "."):
            continue
        is_late = LATE_CLOSING.match(plain) and said[plain] == 1 and not FIELD_SAID.search(plain)
        if CLOSING.match(plain) or is_late:
            return line.span.start
    return len(layout.text)


def _heads_a_list(layout: Layout, line: Line) -> bool:
    """
    Say whether a few words that close a plan (« Les signataires », « Évaluation ») stand after a blank line.

    « Annexe 2 : … » is as long as it likes.
    """
    plain = _plain(line)
    if not line.number or ALONE.fullmatch(plain):
        return line.number > 0
    if not layout.lines[line.number - 1].is_blank:
        return False
    if NUMBERED_ANNEX.match(plain):
        return True
    is_short = len(line.text.split()) <= MOST_CLOSING_WORDS and ":" not in line.text
    return is_short and (CLOSING.match(plain) or LATE_CLOSING.match(plain)) is not None


def _plain(line: Line) -> str:
    return fold(line.text).strip("#* :")


def title_of(layout: Layout, label: Label) -> str:
    """Give the title of a heading: the rest of its line, the wrapped end of it, or the line below."""
    words = label.title.of(layout.text)
    for line in layout.lines[label.line + 1 : label.line + 4]:
        if line.is_blank:
            if words:
                break
            continue
        if words and not _goes_on(words, line):
            break
        if read_label(line) or BULLET.match(line.text) or (not words and not _reads_as_title(line.text)):
            break
        words = f"{words} {line.text}".strip()
    return clean_title(words)


def clean_title(words: str) -> str:
    """Take away what closes or wraps a title: a colon, a full stop, quotation marks around all of it."""
    title = rejoin(words).strip("*_#| ").rstrip(" :.;,–—-").strip()
    if title.startswith("«") and title.endswith("»") and title.count("«") == 1:
        title = title[1:-1].strip()
    return title


def _goes_on(words: str, line: Line) -> bool:
    if words.endswith((":", ".", ";")):
        return False
    return ends_unfinished(words) or line.text[0].islower()


def _reads_as_title(words: str) -> bool:
    return len(words) <= LONGEST_HEADING and words[0].isupper() and not words.endswith((".", ";", ","))


def _take(layout: Layout, label: Label, *, end: int, furniture: frozenset[int]) -> Passage:
    first = replace(layout.lines[label.line], text=label.title.of(layout.text), span=label.title)
    kept = [first] if first.text else []
    for number in range(label.line + 1, len(layout.lines)):
        line = layout.lines[number]
        if line.span.start >= end or (line.span.end > end and not line.is_blank):
            break
        if not line.is_blank and line.number not in furniture:
            kept.append(line)
    return Passage(label, tuple(kept or [first]))


def _is_empty_bullet(line: Line) -> bool:
    mark = BULLET.match(line.text)
    return mark is not None and mark.end() == len(line.text)


# --- the line that announces what comes next --------------------------------------
@dataclass(frozen=True, slots=True)
class _Habits:
    """How the passages of one plan end: with a stop or not, and with which words."""

    ends_with_stop: bool
    last_openings: frozenset[str]


def _habits(passages: Sequence[Passage]) -> _Habits:
    stopped = sum(_first_block(passage)[-1].text.endswith(STOPS) for passage in passages)
    openings = Counter(_opening(passage.lines[-1]) for passage in passages)
    frequent = frozenset(word for word, count in openings.items() if count >= SAME_OPENING)
    return _Habits(stopped * 2 > len(passages), frequent)


def _first_block(passage: Passage) -> tuple[Line, ...]:
    block = [passage.lines[0]]
    for line in passage.lines[1:]:
        if line.number != block[-1].number + 1:
            break
        block.append(line)
    return tuple(block)


def _opening(line: Line) -> str:
    return fold(line.text).split(" ", maxsplit=1)[0]


def _without_subheading(passage: Passage, *, habits: _Habits) -> Passage:
    lines = passage.lines
    for _ in range(2):
        if len(lines) > 1 and _announces_next(lines, habits=habits):
            lines = lines[:-1]
    return Passage(passage.label, lines)


def _announces_next(lines: Sequence[Line], *, habits: _Habits) -> bool:
    last = lines[-1]
    before = next((line for line in reversed(lines[:-1]) if not _is_empty_bullet(line)), lines[0])
    if last.text.startswith("#"):
        return True
    if last.number == before.number + 1 or before.text.endswith(":") or not _is_short_heading(last):
        return False
    if last.text.endswith(":") or before.text.endswith(STOPS):
        is_field = not last.text.endswith(":") and _opening(last) in habits.last_openings
        return not is_field and not ends_unfinished(before.text)
    return not (
        habits.ends_with_stop or ends_unfinished(before.text) or _opening(last) in habits.last_openings
    )


def _is_short_heading(line: Line) -> bool:
    words = line.text.strip("*_ ")
    if not words or len(words) > LONGEST_HEADING or BULLET.match(words) or not words[0].isupper():
        return False
    return words.endswith(":") or not (words.endswith((*STOPS, ",")) or " : " in words or ". " in words)
