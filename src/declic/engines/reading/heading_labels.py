"""What a line announces: « Mesure 12 : », « Objectif stratégique n°2 – », « 1.1.3 », « IV. », « B - »."""

import re
from dataclasses import dataclass

from declic.engines.reading.text import Layout, Line
from declic.units.folding import fold
from declic.units.french_number_words import read_ordinal_word
from declic.units.spans import Span


DECORATION = r"(?P<decoration>(?:#{1,6} *|[>|] *|[-–—•·▪◦*■►➢✓] +|\*{1,3}|__){0,4})"
WORDS = (
    r"sous[ -](?:action|mesure|objectif|axe)|fiches?[ -](?:d')?(?:action|mesure|projet|operation)|fiche|axe"
    r"|orientation|objectif|engagement|mesure|action|article|art\.|titre|chapitre|partie|pilier|priorite|enjeu"
    r"|volet|theme|thematique|chantier|ambition|levier|defi|proposition|projet|preconisation|recommandation"
    r"|operation|programme|finalite|cap"
)
QUALIFIERS = (
    r"strategique|operationnel(?:le)?|generale?|specifique|prioritaire|transversale?|thematique|structurante?"
    r"|phare|cle|d'intervention|de travail|d'action|d'orientation"
)
NUMBER = (
    r"(?P<number>\d{1,3}(?:[.-]\d{1,3}){0,3}(?:[.-]?[a-h])?|[ivx]{1,6}(?:[.-]\d{1,2}){0,3}(?:[.-][a-h])?"
    r"|[a-h](?:[.-]?\d{1,2}){0,3}(?:[.-][a-h])?|l(?= ?[:.–—-] )|premiere?)"
)
NAMED = re.compile(
    rf"{DECORATION}(?P<word>{WORDS})(?: (?P<qualifier>{QUALIFIERS}))?"
    rf" *(?:n ?[°ºo]\.? ?|numero |# ?)?{NUMBER}(?:ere?|re)?(?![\w'°%€])",
)
RANK = (
    r"(?:\d{1,2}(?:ere?|e|eme|nde?)|premiere?|seconde?|(?:deux|trois|quatr|cinqu|six|sept|huit|neuv|dix)ieme)"
)
RANKED = re.compile(
    rf"{DECORATION}(?P<number>{RANK}) (?P<word>{WORDS})(?: (?P<qualifier>{QUALIFIERS}))?(?!\w)"
)
CODES = {
    "os": "objectif strategique",
    "oo": "objectif operationnel",
    "fa": "fiche action",
    "ac": "action",
    "act": "action",
    "m": "mesure",
}
CODED = re.compile(
    rf"{DECORATION}(?P<number>(?P<word>{'|'.join(CODES)}) ?\d{{1,3}}(?:[.-]\d{{1,2}}){{0,3}})(?![\w%€°])"
)
DOTTED = re.compile(
    rf"{DECORATION}(?P<number>\d{{1,2}}(?:[.-]\d{{1,2}}){{1,3}}(?:\.[a-h])?|\d{{1,2}}[.-]?[a-h]"
    r"|(?:[ivx]{1,5}|[a-h])[.-]\d{1,2}(?:\.\d{1,2}){0,2}|[a-h]\d{1,2}(?:\.\d{1,2}){0,2})\.?(?=[ :)–—|-]|$)",
)
SINGLE = re.compile(
    rf"{DECORATION}(?P<number>\d{{1,2}}|[ivx]{{1,5}}|[a-h])(?: ?(?:°\)?|[.):/])(?=[^\d.]|$)| ?[-–—](?=[ \w«\"'])| {{2,}})",
)
WORD_AFTER = re.compile(r"(?P<word>fiche action|axe|orientation|engagement|mesure|action) ?: ?(?=\S)")
"""What says after its number what it is: « 1.1 Action : ouvrir… » is « Action 1.1 : ouvrir… »."""
SEPARATORS = " *_:;.)-–—/|•°\t\u00a0\u202f"
MARKS = re.compile(r"[ \t\u00a0\u202f*_]*(?:[:.)\-–—/|•°]|; (?=[A-ZÀ-Ý]))")
NAMED_PATTERNS = (NAMED, RANKED, CODED)
COUNTED = re.compile(r"\d{1,6} [a-zà-ÿ]{4,}")
QUANTITY = re.compile(r"(?:%|€|k€|m€|md€|km\b|m2\b|m²|ha\b|kwh|mw\b|h\b|\d+ ?(?:€|%|$))")
NUMBER_PART = re.compile(r"\d+|[a-z]+")
MISREAD_LETTER = re.compile(r"(?<=[a-z])[01](?=[a-z])")  # « Acti0n », « Artic1e »
MISREAD = {"0": "o", "1": "l"}
MISREAD_ONE = "l"  # « Axe l : » is how a scan reads « Axe 1 : »
ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}
PAGE_NUMBER = re.compile(r"(?<!\d)\d{1,3}\Z")
LEADERS = ("...", ". . . ", "   ")
"""What leads the eye to a page number; « … », a tab and « ___ » do too, blanks and dots may follow them."""
SYNONYMS = {"art.": "article", "fiche": "fiche action", "fiche d'action": "fiche action"}


@dataclass(frozen=True, slots=True)
class Label:
    """
    The announcement at the head of a line: a word if there is one, and a number.

    `number` is its parts as whole numbers (« 1.2.3 » is (1, 2, 3), « IV » is (4,)); `shape` says how each
    part is written: N figures, R Roman, U and L upper and lower letters; `title` is the rest of the line.
    """

    word: str
    shape: str
    number: tuple[int, ...]
    published: str
    line: int
    start: int
    title: Span
    in_contents: bool

    @property
    def key(self) -> tuple[str, str]:
        """What the labels of one series share."""
        return self.word, self.shape


def read_labels(layout: Layout) -> tuple[Label, ...]:
    """Read every line that announces something, in order; an article may announce an axis on the same line."""
    labels: list[Label] = []
    for line in layout.lines:
        if line.is_blank:
            continue
        label = read_label(line)
        if label is None:
            continue
        labels.append(label)
        inner = _inner_label(layout, line, label)
        if inner is not None:
            labels.append(inner)
    return tuple(labels)


def read_label(line: Line) -> Label | None:
    """Read the announcement that a line begins with, if any."""
    folded = MISREAD_LETTER.sub(lambda found: MISREAD[found.group()], fold(line.text))
    for pattern in (NAMED, RANKED, CODED, DOTTED, SINGLE):
        found = pattern.match(folded)
        if found:
            return _label(line, found, is_named=pattern in NAMED_PATTERNS, is_single=pattern is SINGLE)
    return None


def _inner_label(layout: Layout, line: Line, outer: Label) -> Label | None:
    if outer.word != "article":
        return None
    rest = outer.title.of(layout.text)
    inner = read_label(Line(line.number, rest, outer.title))
    return inner if inner is not None and inner.word else None


def _label(line: Line, found: re.Match[str], *, is_named: bool, is_single: bool) -> Label | None:
    raw = line.text[found.start("number") : found.end("number")]
    parts = _read_rank(found["number"]) or _read_number(found["number"], raw=raw)
    if found.re is CODED and raw.islower():
        return None
    rest = line.text[found.end("number") if is_single else found.end() :]
    opens = len(rest) - len(rest.lstrip(SEPARATORS))
    title = rest[opens:].rstrip("*_| ")
    if parts is None or not _reads_as_heading(rest, title, is_named=is_named, is_single=is_single):
        return None
    groups = found.groupdict()
    after = None if is_named else WORD_AFTER.match(fold(title))
    opens, title = (opens + after.end(), title[after.end() :]) if after else (opens, title)
    at = line.span.start + len(line.text) - len(rest) + opens
    is_ranked = parts == _read_rank(found["number"])
    word = after["word"] if after else groups.get("word") or ""
    return Label(
        word=CODES.get(word) or _canonical(word, groups.get("qualifier")),
        shape=parts[0],
        number=parts[1],
        published=str(parts[1][0]) if is_ranked else raw,
        line=line.number,
        start=line.span.start + min(found.start(name) for name in ("word", "number") if groups.get(name)),
        title=Span(at, at + len(title)),
        in_contents=_ends_with_a_page_number(line.text),
    )


def _ends_with_a_page_number(text: str) -> bool:
    """Say whether a line of contents leads to its page; read from the end, so that no run of blanks is read twice."""
    number = PAGE_NUMBER.search(text, max(0, len(text) - 4))
    if number is None:
        return False
    before = text[: number.start()]
    rest = before.rstrip(" .")
    run = before[len(rest) :]
    return any(leader in run for leader in LEADERS) or rest.endswith(("…", "\t", "___"))


def _canonical(word: str, qualifier: str | None) -> str:
    plain = word.replace("-", " ").replace("fiches ", "fiche ").replace("d'", "")
    plain = SYNONYMS.get(plain, plain)
    return f"{plain} {qualifier}" if qualifier else plain


def _reads_as_heading(rest: str, title: str, *, is_named: bool, is_single: bool) -> bool:
    if is_single:
        return bool(title) and not title[0].isdigit()
    if not title:
        return True
    if MARKS.match(rest):
        return is_named or not title[0].isdigit() or COUNTED.match(title) is not None
    begins_well = title[0].isupper() or title[0] in '«"“(' or COUNTED.match(title) is not None
    return begins_well and rest[0].isspace() and not QUANTITY.match(fold(title))


def _read_number(folded: str, *, raw: str) -> tuple[str, tuple[int, ...]] | None:
    """Give the shape and the value of a number; None where its letters are in the wrong case."""
    code = CODED.match(folded)
    if code:
        folded, raw = folded[code.end("word") :], raw[code.end("word") :]
    shapes, values = "", []
    at = 0
    for part in NUMBER_PART.findall(folded):
        at = folded.index(part, at)
        shape, value = _read_part(part, is_upper=raw[at].isupper())
        if not shape:
            return None
        shapes += shape
        values.append(value)
    return shapes, tuple(values)


def _read_rank(folded: str) -> tuple[str, tuple[int, ...]] | None:
    """Read « premier », « 2ème », « troisième » as a number."""
    if not re.fullmatch(RANK, folded):
        return None
    figures = re.match(r"\d+", folded)
    value = int(figures.group()) if figures else read_ordinal_word(folded)
    return ("N", (value,)) if value else None


def _read_part(part: str, *, is_upper: bool) -> tuple[str, int]:
    if part.isdigit():
        return "N", int(part)
    if part == MISREAD_ONE:
        return ("", 0) if is_upper else ("N", 1)
    if set(part) <= set(ROMAN_VALUES):
        return ("R", _roman(part)) if is_upper else ("", 0)
    return ("U" if is_upper else "L"), ord(part[0]) - ord("a") + 1


def _roman(part: str) -> int:
    values = [ROMAN_VALUES[letter] for letter in part]
    return sum(
        -value if any(later > value for later in values[at + 1 : at + 2]) else value
        for at, value in enumerate(values)
    )
