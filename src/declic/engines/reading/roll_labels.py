"""Labels of the roll (« Étaient présents », « Ont donné pouvoir ») cut the head of minutes into blocks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from declic.engines.reading.name_words import is_not_a_name
from declic.engines.reading.people import Habits, read_civility, read_person
from declic.units.folding import fold
from declic.units.spans import Span


class BlockKind(StrEnum):
    """What the people of a block have in common."""

    PRESENT = "present"
    ABSENT = "absent"
    EXCUSED = "excused"
    REPRESENTED = "represented"
    PROXIES = "proxies"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Block:
    """A labelled part of the roll; `body` runs to the next label, `takes_proxies` where « à » alone gives a vote."""

    kind: BlockKind
    label: Span
    body: Span
    takes_proxies: bool


ES = r"[(.·/-]?e?[).·/-]{0,2}s?\)?"
WHO = r"(?:(?:mesdames|messieurs|membres?|conseill\w+|elu\w*|delegue\w*|titulaires|municipaux|communautaires|les?|et|mmes?|mm\.?)\s+){0,6}"
WERE = r"(?:(?:etai(?:en)?t|sont|est|ont\s+ete|s'etai(?:en)?t|se\s+sont)\s+(?:(?:fait|faite?s|notes?|declares?)\s+)?)?"
POWER = r"(?:pouvoir|procuration|mandat|delegation)s?(?:\s+de\s+vot\w+|\s+ecrite?s?)?"
GAVE = rf"(?:(?:ayant|avec|ont|avaient|qui\s+ont)\s+)?(?:(?:donne|remis|laisse|confie|vote|etabli)\w*\s+)?(?:par\s+)?(?:leur\s+|un\s+)?{POWER}"
NOT_EXCUSED = r"(?:\s*(?:,|et|ou|/)?\s*(?:non|sans)\s+excus\w*(?:\(e\))?s?)"
EXCUSED = rf"excus(?:e{ES}|er|es)"
LABELS = (
    (BlockKind.ABSENT, rf"{WHO}{WERE}(?:tous\s+)?presents?\s*:?\s*(?:,|(?:tou\w+|l'ensemble|la\s+totalite)[^.:;\n]{{0,60}}?)?\s+(?:sauf|excepte|a\s+l'exception\s+d[eu]s?|hormis)"),
    (BlockKind.PROXIES, rf"(?:mandants?|donneurs?)(?:\s*[|:;/\t –-]\s*|\s+)(?:mandataires?|beneficiaires?|receveurs?)|absents?(?:\s*/\s*excuse{ES})?[ \t|]{{1,9}}pouvoirs?\s+(?:a|donnes?\s+a)(?=[ \t]*[|:\n]|[ ]+[a-z])"),
    (BlockKind.OTHER, rf"(?:assistai(?:en)?t|participai(?:en)?t|{WERE}presente?s?)\s+(?:egalement|aussi|en\s+outre|sans\s+voix)"),
    (BlockKind.OTHER, rf"(?:{WERE}(?:egalement|aussi)\s+(?:presente?s?|invite\w*))|(?:invite{ES}|personnes\s+invitees|auxiliaires?)(?=\s*:)"),
    (BlockKind.OTHER, r"(?:secreta(?:ires?|riat)(?:\s+auxiliaire)?(?:\s+de\s+(?:la\s+)?seance)?|president\w*\s+de\s+(?:la\s+)?seance|rapporteur\w*)(?=\s*:)"),
    (BlockKind.OTHER, r"secreta(?:ires?|riat)\s+de\s+(?:la\s+)?seance|(?:date\s+d[e']|convocation|ordre\s+du\s+jour|nombre\s+de|public\s*:|personnel\s+communal|services?\s*:|administration\s*:|quorum|en\s+exercice|votants?\b)"),
    (BlockKind.REPRESENTED, rf"(?:{WHO}{WERE}(?:absent{ES}|{EXCUSED})(?:\s*(?:,|et|/)?\s*{EXCUSED})?\s*(?:,|et|/|mais)?\s*(?:(?:{WERE})represente{ES}|{GAVE}))"),
    (BlockKind.REPRESENTED, rf"{WHO}{WERE}represente{ES}"),
    (BlockKind.PROXIES, rf"{WHO}(?:ont|avaient|avait|ayant)\s+(?:donne|remis|laisse|confie)\w*\s+(?:leur\s+)?{POWER}(?:\s+a)?"),
    (BlockKind.PROXIES, rf"(?:liste\s+des\s+|donnent\s+|ont\s+)?{POWER}(?:\s+(?:donnee?s?|recue?s?|etablie?s?|remise?s?))?(?:\s+(?:et|ou|/)\s+{POWER})?"),
    (BlockKind.ABSENT, rf"{WHO}{WERE}absent{ES}{NOT_EXCUSED}"),
    (BlockKind.ABSENT, rf"{WHO}{WERE}absent{ES}\s*(?:ou|et/ou)\s*{EXCUSED}"),
    (BlockKind.EXCUSED, rf"{WHO}{WERE}(?:absent{ES}\s*(?:,|et|/|-)?\s*)?{EXCUSED}(?:\s+et\s+non\s+represente{ES})?(?:\s+(?:et|ou|/)\s+absent{ES})?"),
    (BlockKind.ABSENT, rf"{WHO}{WERE}absent{ES}"),
    (BlockKind.PRESENT, rf"{WHO}(?:{WERE}present{ES}(?:\s+et\s+present{ES})?|(?:ont\s+(?:pris\s+part|participe|assiste|siege)|assistai(?:en)?t|siegeai(?:en)?t)(?:\s+a\s+(?:la|cette)\s+(?:seance|reunion|deliberation))?)"),
)  # fmt: skip
LABEL = re.compile(
    r"(?<![\w'-])(?:"
    + "|".join(f"(?P<l{at}>{pattern})" for at, (_kind, pattern) in enumerate(LABELS))
    + r")(?![\w'])"
)
SPACED = re.compile(
    r"^[ ]{0,60}(?:[A-ZÀ-Ý]{1,3}[ ]{1,3}){5,60}[A-ZÀ-Ý]{1,3}[ ]{0,9}:?(?=[ ]{0,9}$)", re.MULTILINE
)
SPACED_KINDS = (
    (BlockKind.REPRESENTED, "(?:absent|excus).*(?:pouvoir|procuration|represent)"),
    (BlockKind.EXCUSED, "^(?:absente?s?)?(?:et)?excuse"),
    (BlockKind.ABSENT, "^absent"),
    (BlockKind.PRESENT, "^(?:etaient)?present"),
)
LINE_START = re.compile(r"(?:^|\n)[ \t]{0,120}(?:[-–—•·*■►➢✓▪◦]\s{0,3}|\d{1,2}[.)°-]\s{0,3})?$")
SENTENCE_START = re.compile(r"(?:[.;|)»]|\s\s|\d\s)\s{0,3}$")
AFTER_COMMA = re.compile(r",\s{1,3}$")
LOOK_BACK = 130
COLON = re.compile(r"[ \t]{0,40}(?:\([^()\n]{0,30}\)[ \t]{0,40})?:")
LINE_END = re.compile(r"[ \t]*(?:\n|$)")
COUNT = re.compile(r"[\s:.=|(-]{0,9}\d{1,3}(?![\d/]|(?<=\D1)\.\s{1,3}\w)")
REST = re.compile(r"(?P<rest>[^:\n]{1,140}):")
OFFICE_WORD = re.compile(r"[Cc]onseill|CONSEILL|[Mm]embres|MEMBRES|[Dd]élégu|[ÉEée]lu|ÉLU")
OFFICE = re.compile(
    r"\s{0,40}(?P<office>(?:(?:Mmes?|MM\.?|M\.|Mesdames|Messieurs|Madame|Monsieur|et|,)\s+){0,4}(?:[Ll]es\s+)?[^:\n,;]{4,60}?)\s?:"
)
BLANKS = re.compile(r"[\s]{0,9}")
TABLE_RULE = re.compile(
    r"[ \t]*(?:\|[ \t]*\n[ \t]*\|(?:[ \t]*:?-{2,}:?[ \t]*\|){2,8}[ \t]*\n[ \t]*\|)?[\s]{0,9}"
)
BEFORE_NAMES = re.compile(r"[\s:)–—-]{0,9}")
WORDS = re.compile(r"[^\W\d_]{2,}")
TAKES_PROXIES = re.compile(rf"{POWER}|(?<!non )represente")
HABITS = Habits()


def find_blocks(view: str, folded: str) -> tuple[Block, ...]:
    """Find the blocks of the roll, in order, each from the end of its label to the start of the next label."""
    labels: list[tuple[BlockKind, int, int]] = []
    for found in LABEL.finditer(folded):
        kind = LABELS[int((found.lastgroup or "l0")[1:])][0]
        end = _end_of_label(view, folded, found, kind)
        if end:
            labels.append((kind, found.start(), end))
    labels = sorted([*labels, *_spaced_labels(view)], key=lambda label: label[1])
    ends = [start for _kind, start, _end in labels[1:]] + [len(view)] if labels else []
    return tuple(
        Block(kind, Span(start, end), Span(end, stop), _takes_proxies(kind, folded, start, end))
        for (kind, start, end), stop in zip(labels, ends, strict=True)
    )


def _takes_proxies(kind: BlockKind, folded: str, start: int, end: int) -> bool:
    return kind is BlockKind.REPRESENTED or TAKES_PROXIES.search(folded, start, end) is not None


def _spaced_labels(view: str) -> Iterator[tuple[BlockKind, int, int]]:
    """Find the labels that are written letter by letter on a line of their own (« A B S E N T S »)."""
    for found in SPACED.finditer(view):
        word = fold("".join(found.group().split()))
        kind = next((kind for kind, pattern in SPACED_KINDS if re.search(pattern, word)), None)
        if kind:
            yield kind, found.start(), found.end()


def _end_of_label(view: str, folded: str, found: re.Match[str], kind: BlockKind) -> int | None:
    """Give the place where the people of the label start, None where the words are not a label."""
    at = found.end()
    is_first = _opens(view, found.start(), kind) or ("presents" in found.group() and kind is BlockKind.ABSENT)
    count = COUNT.match(folded, at)
    if count:
        start = BEFORE_NAMES.match(view, count.end())
        is_first = is_first or (":" in count.group() and view[found.start()].isupper())
        has_names = start is not None and is_first and _names_start(view, folded, start.end())
        return start.end() if start and has_names else (at if kind is BlockKind.OTHER else None)
    colon = COLON.match(folded, at)
    if colon:
        end = _past_office(view, colon.end())
        return end if is_first or not view[found.start()].islower() else None
    is_title = kind is BlockKind.PROXIES and view[found.start()].isupper() and found.group().endswith("s")
    is_columns = kind is BlockKind.PROXIES and found.group().startswith("absent")
    if not (is_first or is_columns or (is_title and read_civility(view, folded, at + 1))):
        return None
    starts_line = LINE_START.search(view, max(0, found.start() - LOOK_BACK), found.start()) is not None
    return _end_without_colon(view, folded, at, kind, starts_line=starts_line)


def _past_office(view: str, at: int) -> int:
    """Pass « Mmes et MM. les conseillers municipaux : » after a label: it names an office and nobody."""
    office = OFFICE.match(view, at)
    is_office = office is not None and OFFICE_WORD.search(office["office"]) is not None
    return office.end() if office and is_office and _is_vocabulary(office["office"]) else at


def _end_without_colon(view: str, folded: str, at: int, kind: BlockKind, *, starts_line: bool) -> int | None:
    if LINE_END.match(folded, at):
        return at if starts_line or kind is BlockKind.OTHER else None
    if kind is BlockKind.OTHER:
        return at
    blanks = (TABLE_RULE if kind is BlockKind.PROXIES else BLANKS).match(view, at)
    start = blanks.end() if blanks else at
    if _names_start(view, folded, start):
        return start
    rest = REST.match(view, at)
    return rest.end() if rest and _is_vocabulary(rest["rest"]) else None


def _opens(view: str, at: int, kind: BlockKind) -> bool:
    """Say whether a line or a sentence starts here."""
    before = view[max(0, at - LOOK_BACK) : at]
    if LINE_START.search(before) or SENTENCE_START.search(before):
        return True
    return kind is BlockKind.PRESENT and AFTER_COMMA.search(before) is not None


def _names_start(view: str, folded: str, at: int) -> bool:
    if read_civility(view, folded, at):
        return True
    person = read_person(view, folded, at, habits=HABITS)
    return person is not None and person.given is not None and person.surname is not None


def _is_vocabulary(words: str) -> bool:
    return all(word[0].islower() or is_not_a_name(word) or word.isupper() for word in WORDS.findall(words))
