"""Bytes become text, and text becomes lines and paragraphs that know where they stand."""

import codecs
import re
from dataclasses import dataclass
from functools import cached_property

from declic.units.folding import fold
from declic.units.spans import Span


LARGEST_FILE_BYTES = 50_000_000
UTF_16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
BLANK_RUN = re.compile(r"\s+")
BULLET = re.compile(r"[ \t]*(?P<mark>[-–—•·▪◦*■►➢✓])(?=[ \t]|$)[ \t]*")
NUMBERED_BULLET = re.compile(r"[ \t]*(?P<mark>\d{1,2}|[a-z])[ \t]?(?:[-–.)](?!\d)|[ \t][-–])[ \t]*(?=\S)")
SENTENCE_END = re.compile(r"[.!?…;](?=\s|$)|:(?=\s*\n|\s*$)")
NUMBERED_HEADING = re.compile(
    r"(?:axe|action|mesure|objectif|orientation|engagement|article|fiche|titre|chapitre|d[ée]lib[ée]ration|rapport)"
    r"\b[^\d\n]{0,12}\d[\d.]{0,8}(?:er)?[ \t]{0,2}[-–—:.)][ \t]",
    re.IGNORECASE,
)
LONGEST_HEADING = 100


class UnreadableFileError(ValueError):
    """The bytes are not a text that can be read; the message is one sentence, in French, for who gave them."""


def decode(data: bytes) -> str:
    """
    Turn the bytes of a plain text into text, without changing a character.

    UTF-16 where its mark begins it, else UTF-8, then the Windows code page of older files. Raises UnreadableFileError
    for one that holds control characters no text has.
    """
    encoding = encoding_of(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableFileError(
            "Le fichier n'est pas un texte en UTF-8, en UTF-16 ni en Windows-1252."
        ) from error
    if "\x00" in text:
        raise UnreadableFileError("Le fichier n'est pas un texte : il contient des octets nuls.")
    return text


def encoding_of(data: bytes) -> str:
    """Say how a plain text is written."""
    if data[:2] in UTF_16:
        return UTF_16[data[:2]]
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "windows-1252"
    return "utf-8"


def rejoin(passage: str) -> str:
    """Join the lines of a passage into one, with single spaces: the words stay verbatim."""
    return BLANK_RUN.sub(" ", passage).strip()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text without its end; `span` is trimmed of blanks at both ends (empty for a blank line)."""

    number: int
    text: str
    span: Span

    @property
    def is_blank(self) -> bool:
        """Say whether there is nothing to read on the line."""
        return not self.text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that follow each other without a blank one."""

    lines: tuple[Line, ...]

    @property
    def span(self) -> Span:
        """From its first character to its last."""
        return Span(self.lines[0].span.start, self.lines[-1].span.end)


@dataclass(frozen=True)
class Layout:
    """A text cut into lines and paragraphs; nothing of it is changed."""

    text: str

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line, blank ones too, in order."""
        lines: list[Line] = []
        start = 0
        for number, raw in enumerate(self.text.splitlines(keepends=True)):
            stripped = raw.strip()
            at = start + len(raw) - len(raw.lstrip()) if stripped else start
            lines.append(Line(number, stripped, Span(at, at + len(stripped))))
            start += len(raw)
        return tuple(lines)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Every run of lines between blank ones, in order."""
        paragraphs: list[Paragraph] = []
        run: list[Line] = []
        for line in self.lines:
            if not line.is_blank:
                run.append(line)
            elif run:
                paragraphs.append(Paragraph(tuple(run)))
                run = []
        if run:
            paragraphs.append(Paragraph(tuple(run)))
        return tuple(paragraphs)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """
        Every sentence, trimmed; a heading, a list item and a line that ends a paragraph are sentences too.

        A wrapped line does not end one; an abbreviation (« M. », « n°2. ») does not either.
        """
        return tuple(
            sentence for paragraph in self.paragraphs for sentence in _sentences(self.text, paragraph)
        )

    @cached_property
    def folded(self) -> str:
        """The text without case and accents, character for character: a place in it is a place in the text."""
        return fold(self.text)

    def rejoined(self, span: Span) -> str:
        """Give the words of a passage on one line."""
        return rejoin(span.of(self.text))


ABBREVIATIONS = frozenset(
    {"m", "mm", "mme", "mmes", "mlle", "dr", "me", "art", "etc", "cf", "n", "p", "st", "ste", "tel"}
)
LAST_WORD = re.compile(r"([^\W\d_]+)\.?$")


def _sentences(text: str, paragraph: Paragraph) -> list[Span]:
    sentences: list[Span] = []
    start = paragraph.lines[0].span.start
    for index, line in enumerate(paragraph.lines):
        begins_item = bool(BULLET.match(line.text) and index)
        if begins_item or (index and _is_heading(paragraph.lines[index - 1].text, following=line.text)):
            _add_trimmed(sentences, text, start, line.span.start)
            start = line.span.start
        for end in SENTENCE_END.finditer(text, line.span.start, line.span.end):
            if _is_abbreviation(text, start, end.start(), end.group()):
                continue
            _add_trimmed(sentences, text, start, end.end())
            start = end.end()
    _add_trimmed(sentences, text, start, paragraph.span.end)
    return sentences


def _is_heading(line: str, *, following: str) -> bool:
    """Say whether a numbered line stands alone above a text that starts anew."""
    return (
        len(line) <= LONGEST_HEADING
        and line[-1].isalnum()
        and following[0].isupper()
        and NUMBERED_HEADING.match(line) is not None
    )


def _is_abbreviation(text: str, start: int, at: int, mark: str) -> bool:
    if mark != ".":
        return False
    word = LAST_WORD.search(text, max(start, at - 6), at)
    return word is not None and (word.group(1).lower() in ABBREVIATIONS or len(word.group(1)) == 1)


def _add_trimmed(sentences: list[Span], text: str, start: int, end: int) -> None:
    passage = text[start:end]
    kept = passage.strip()
    if any(letter.isalnum() for letter in kept):
        at = start + len(passage) - len(passage.lstrip())
        sentences.append(Span(at, at + len(kept)))
