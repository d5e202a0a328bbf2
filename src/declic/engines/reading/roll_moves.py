"""People who come and go while the council sits, as sentences between the acts say it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from declic.engines.reading.acts import ActReading
from declic.engines.reading.people import Habits, Person, read_person
from declic.engines.reading.ranges import step
from declic.engines.reading.roll_links import LinkKind, find_link
from declic.engines.reading.roll_passages import Passage, take_passage, with_wrapped_lines
from declic.engines.reading.roll_tails import read_role
from declic.engines.reading.vote_names import ASIDE, read_names
from declic.units.french_hours import find_hours
from declic.units.spans import Span


@dataclass(frozen=True, slots=True)
class Scene:
    """A sitting where people come and go: its text, acts, members' names, who presides, the order of passage."""

    view: str
    folded: str
    acts: Sequence[ActReading]
    names: Sequence[str]
    chair: str | None
    order: Sequence[int] = ()


class Direction(StrEnum):
    """Whether someone comes in or goes away."""

    COMES = "comes"
    GOES = "goes"


@dataclass(frozen=True, slots=True)
class Move:
    """
    A member who comes or goes; `question` is the first one they are there for, or away for.

    None: the text gives an hour alone, or nothing. `is_said`: the text names the question, or the sentence
    stands between two acts; otherwise it stands within an act, before its vote. `holder` is who got their vote when they left (« » is who presides).
    `proxy` is the place of the proxy that begins or ends so, where it is not the member who moves.
    """

    name: str
    direction: Direction
    question: int | None
    is_said: bool
    hour: str | None
    holder: Person | str | None
    span: Span
    is_back: bool = False
    proxy: int | None = None


COMING = r"arriv(?:e|ent|ee?s?|ant)|rejoi(?:nt|gnent)|rejoignant|fai(?:t|sant)\s+son\s+entree|entr(?:e|ent|ee?s?)\s+en\s+(?:seance|salle)|reintegr(?:e|ent)|regagn(?:e|ent)|revien(?:t|nent)|(?:de\s+)?retour"
GOING = r"quitt(?:e|ent|ee?s?|ant)|depart|part(?:i|is|ie|ies|ent)?(?=\s+(?:a|vers)\s+\d)"
VERB = re.compile(
    rf"(?<![\w-])(?:(?:a|ont|est|sont|etant|ayant)\s+)?(?:(?P<comes>{COMING})|(?P<goes>{GOING}))(?!\w)"
)
NOUN = re.compile(
    r"(?<!\w)(?:(?P<comes>arrivees?|entrees?(?:\s+en\s+seance)?|retours?)|(?P<goes>departs?(?:\s+definitifs?)?|sorties?\s+definitives?))\s*"
    r"(?:a\s+\d{1,2}\s?(?:h|heures?)\s?\d{0,2}\s*)?(?:de\s+(?=m\.|mr|mme|mm|monsieur|madame|mes)|de\s+|d'|du\s+|:\s*)"
)
PLACE = re.compile(
    r"seance|salle|reunion|assemblee|conseil|question|point|rapport|deliberation|bordereau|dossier|vote|debat|en\s+cours|\d\s?h(?![a-z]|$)|heures?\b|\d\s?:\s?\d\d"
)
NOT_A_MOVE = re.compile(
    r"retraite|mutation|poste\b|fonction|entreprise|entreprises|services?\s+(?:technique|municipa|de\s+la)|demission|commune\s+pour|village|arrive\w*\s+(?:en\s+tete|a\s+(?:echeance|terme|expiration))|"
    r"point\s+de\s+depart|quitte\s+la\s+(?:commune|salle(?!\s+(?:definit|et\s+donne|a\s+\d)))|il\s+est\s+parti|parti\s+(?:politique|pris)"
)
NUMBER = r"(?:n\s?[°ºo]s?\.?\s*)?"
NOUNS = r"(?:questions?|points?|rapports?|deliberations?|bordereaux?|dossiers?|affaires?|sujets?)"
WHEN = re.compile(
    rf"(?P<when>avant|apres|a\s+l'issue|lors|pendant|durant|au\s+(?:cours|moment|debut)|au|a\s+l[a']|des|pour|depuis|jusqu'a|a\s+partir)(?!\w)(?:(?!\b(?:avant|apres|issue|lors)\b)[^.;\d]){{0,60}}?"
    rf"{NOUNS}\s*{NUMBER}(?P<number>\d[\w./-]{{0,20}}\w|\d)(?!\s?h)"
)
SENTENCE = re.compile(
    r"(?<!\bm)(?<!\bmm)(?<!\bmr)(?<!\bmme)(?<!\bmmes)(?<!\bn)\.(?=\s)|\n\s*\n|;\s|\n(?=[ \t]*[-–•*■►])"
)
NAME_START = re.compile(r"(?<![^\s(«–-])(?=[A-ZÀ-Ý])")
LINE_END = re.compile(r"\n")
BACK = re.compile(r"^(?:re(?:tour|vien|integr|gagn|pren)|de\s+retour)")
LOOK_BACK = 200
LOOK_AHEAD = 220
MOST_MOVES = 200
HABITS = Habits()


def find_moves(scene: Scene) -> tuple[Move, ...]:
    """
    Find who comes and who goes, in the order of the text.

    The subject must be a member of the roll, and the sentence must speak of the sitting: its hour, its room, a
    question. Withdrawals for one vote alone are told by `vote_names`.
    """
    moves: dict[tuple[str, Direction], Move] = {}
    for verb, is_after in _mentions(scene.folded):
        if len(moves) >= MOST_MOVES:
            break
        for move in _moves(scene, verb, is_after=is_after):
            moves.setdefault((move.name, move.direction), move)
    return tuple(sorted(moves.values(), key=lambda move: move.span))


def _mentions(folded: str) -> Iterator[tuple[re.Match[str], bool]]:
    """Give the words of moving, and whether the people are named after them."""
    for found in NOUN.finditer(folded):
        yield found, True
    for found in VERB.finditer(folded):
        yield found, False


def _moves(scene: Scene, verb: re.Match[str], *, is_after: bool) -> Iterator[Move]:
    start, end = _sentence(scene.folded, verb)
    focus = _focus(scene.folded, start, verb)
    start, end, told = (start, focus.end, focus) if focus else (start, end, Span(start, end))
    sentence = scene.folded[told.start : end] if focus else scene.folded[start:end]
    is_own_line = is_after and not sentence[: verb.start() - start].rpartition("\n")[2].strip()
    if NOT_A_MOVE.search(sentence) or not (is_own_line or PLACE.search(sentence)):
        return
    people, people_end = _people_after(scene, verb, end) if is_after else _people_before(scene, start, verb)
    if not people:
        return
    rest = with_wrapped_lines(take_passage(scene.view, Span(max(verb.end(), people_end), end)))
    direction = Direction.COMES if verb["comes"] else Direction.GOES
    question, is_said = _question(scene, told.start, end)
    hours = find_hours(scene.view[told.start : end])
    hour = f"{hours[0].at:%H:%M}" if hours else None
    holder = _holder(rest) if direction is Direction.GOES else None
    span = _trimmed(scene.view, told.start, end)
    is_back = BACK.search(verb.group()) is not None
    for name in people:
        yield Move(name, direction, question, is_said, hour, holder, span, is_back)


def _sentence(folded: str, verb: re.Match[str]) -> tuple[int, int]:
    low = max(0, verb.start() - LOOK_BACK)
    start = max((mark.end() for mark in SENTENCE.finditer(folded, low, verb.start())), default=low)
    stop = SENTENCE.search(folded, verb.end(), verb.end() + LOOK_AHEAD)
    end = stop.start() if stop else min(len(folded), verb.end() + LOOK_AHEAD)
    line = LINE_END.search(folded, verb.end(), end)
    is_whole_line = (
        line is not None
        and not folded[start : verb.start()].count("\n")
        and len(folded[start : line.start()]) < LOOK_AHEAD // 3
    )
    return start, line.start() if line and is_whole_line else end


def _focus(folded: str, start: int, verb: re.Match[str]) -> Span | None:
    """Give what the bracket that holds a verb says: it tells of the one name before it."""
    opening = folded.rfind("(", start, verb.start())
    if opening < 0 or folded.find(")", opening, verb.start()) >= 0:
        return None
    closing = folded.find(")", verb.end(), verb.end() + LOOK_AHEAD)
    return Span(opening + 1, closing) if closing >= 0 else None


def _people_after(scene: Scene, verb: re.Match[str], end: int) -> tuple[list[str], int]:
    passage = with_wrapped_lines(take_passage(scene.view, Span(verb.end(), end)))
    people, stop = read_names(passage, 0, names=scene.names, chair=scene.chair)
    return [name for name, _place in people], verb.end() + stop


def _people_before(scene: Scene, start: int, verb: re.Match[str]) -> tuple[list[str], int]:
    passage = with_wrapped_lines(take_passage(scene.view, Span(start, verb.start())))
    for place in NAME_START.finditer(passage.view):
        people, stop = read_names(passage, place.start(), names=scene.names, chair=scene.chair)
        if people and ASIDE.fullmatch(passage.view, stop):
            kept = people if _is_plural(verb) else people[-1:]
            return [name for name, _place in kept], verb.end()
    return [], 0


def _is_plural(verb: re.Match[str]) -> bool:
    """Say whether the verb has several subjects: one that has one takes the last named alone."""
    words = verb.group().split()
    return words[0] in {"ont", "sont"} or words[-1].endswith(("ent", "gnent", "és", "es", "is"))


def _question(scene: Scene, start: int, end: int) -> tuple[int | None, bool]:
    """Give the first question that someone who moves here is there for, or away for, and whether that is proved."""
    acts = scene.acts
    said = WHEN.search(scene.folded, start, end)
    number = _number_of(acts, said["number"]) if said else None
    if said and number is not None:
        is_late = said["when"].startswith(("apres", "a l'issue", "jusqu"))
        return (step(number, by=1, order=scene.order) if is_late else number), True
    place = next((at for at, act in enumerate(acts) if act.span.start <= start < act.span.end), None)
    if place is None:
        return None, False
    vote_start = acts[place].vote_start
    is_over = vote_start is not None and start > vote_start
    question = question_of_act(acts, place)
    is_next = question is not None and is_over
    return (step(question or 0, by=1, order=scene.order) if is_next else question), is_over


def question_of_act(acts: Sequence[ActReading], place: int) -> int | None:
    """Give the question of an act: its own, or its place where none has one."""
    if any(act.draft.question is not None for act in acts):
        return acts[place].draft.question
    return place + 1


def _number_of(acts: Sequence[ActReading], words: str) -> int | None:
    """Give the question that a number names: an act's identifier first, then a plain number."""
    words = words.strip(" .-/")
    for place, act in enumerate(acts):
        number = (act.draft.number or "").lower()
        if number and (number == words or (len(words) > 1 and number.endswith(("-" + words, "/" + words)))):
            return question_of_act(acts, place)
    return int(words) if words.isdigit() and len(words) <= 3 and int(words) > 0 else None  # noqa: PLR2004


def _holder(rest: Passage) -> Person | str | None:
    """Read who got the vote of someone who leaves: « et donne pouvoir à Mme B »."""
    link = find_link(rest.folded)
    if not link or link[0] is not LinkKind.GIVES_VOTE_TO:
        return None
    blanks = re.compile(r"[ \r]*").match(rest.view, link[2])
    at = blanks.end() if blanks else link[2]
    if read_role(rest, at):
        return ""
    return read_person(rest.view, rest.folded, at, habits=HABITS)


def _trimmed(view: str, start: int, end: int) -> Span:
    words = view[start:end]
    at = start + len(words) - len(words.lstrip())
    return Span(at, at + len(words.strip()))
