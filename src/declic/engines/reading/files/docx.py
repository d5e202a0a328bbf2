"""The text of a Word document: headings, paragraphs, lists with their numbers, tables, in the order of the page."""

from collections.abc import Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element

from declic.engines.reading.files.archives import Archive
from declic.engines.reading.files.docx_lists import Lists, W
from declic.engines.reading.files.docx_parts import Parts
from declic.engines.reading.files.docx_styles import Style, shown_as, style_of, styles_of
from declic.engines.reading.files.flow import Block, Flow, stand_apart
from declic.engines.reading.files.pages import OpenedFile


CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""The same words, for old programs."""
LEFT_OUT = {
    f"{W}txbxContent",  # a box of text is read after the paragraph that holds it
    f"{W}del",
    f"{W}moveFrom",
    f"{W}pPr",
    FALLBACK,
}
LEFT_OUT_OF_CELLS = {FALLBACK, f"{W}del", f"{W}moveFrom"}
SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
DEEPEST_STYLE = 20
NOTES = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
COUNTED = ("PAGE", "NUMPAGES", "SECTIONPAGES")
"""What a running title counts: a paragraph of it that does is left out."""


class Document:
    """A document as it is walked, from its first block to its last."""

    def __init__(self, archive: Archive) -> None:
        """Know its styles and its lists."""
        self.parts = Parts(archive)
        self.body = self.parts.body
        self.lists = Lists(self.parts.tree_or_none("numbering"))
        self.styles = styles_of(self.parts.tree_or_none("styles"))
        self.flow = Flow()
        self._ahead: list[str] = []

    def read(self) -> str:
        """Give its text: the running title once, the body, and the notes of its end."""
        body = self.body.find(f"{W}body")
        self._header()
        self._blocks(body if body is not None else self.body)
        for one in self.body.iter(f"{W}endnoteReference"):
            self._note(one)
        return self.flow.text

    def _header(self) -> None:
        header = self.parts.first_header()
        for paragraph in header.iter(f"{W}p") if header is not None else ():
            if not any(_is_counted(field) for field in paragraph.iter()):
                self.flow.add("".join(_words(paragraph, styles=self.styles)))
        self.flow.add("")

    def _note(self, reference: Element) -> None:
        kind, name = NOTES[reference.tag], reference.get(f"{W}id", "")
        note = self.parts.note(kind, name)
        words = self._line_of(note.iter(f"{W}p")) if note is not None else ""
        if words:
            self.flow.add(f"({name}) {words}", Block.NOTE)

    def _blocks(self, parent: Element) -> None:
        for child in parent:
            if child.tag == f"{W}p":
                self._add(child)
                for box in _boxes(child):
                    self._add_rest()
                    self._blocks(box)
                self._notes(child)
            elif child.tag == f"{W}tbl":
                self._add_rest()
                self._table(child)
            elif child.tag not in LEFT_OUT:
                self._blocks(child)
        self._add_rest()

    def _add_rest(self) -> None:
        rest = self._rest()
        if rest:
            self.flow.add(rest)

    def _rest(self) -> str:
        """Give the words that waited for a paragraph, where none comes in their part of the page."""
        words = "".join(self._ahead).strip()
        self._ahead = []
        return words

    def _line_of(self, paragraphs: Iterable[Element]) -> str:
        words = [self._paragraph(one)[0] for one in paragraphs]
        return _one_line([*words, self._rest()])

    def _add(self, paragraph: Element) -> None:
        words, block = self._paragraph(paragraph)
        if not self._ahead:
            self.flow.add(words, block)

    def _paragraph(self, paragraph: Element) -> tuple[str, Block]:
        self._ahead += _words(paragraph, styles=self.styles)
        if any(self._ahead) and paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None:
            return (
                "",
                Block.WORDS,
            )  # the end of the paragraph was taken away: the next one goes on with its words
        words = self._rest()
        number, level, is_heading = self._place(paragraph)
        if not words:
            return "", Block.WORDS
        mark = self.lists.next_mark(number, level) if number else ""
        block = Block.HEADING if is_heading else Block.ITEM if mark else Block.WORDS
        return f"{mark} {words}" if mark else words, block

    def _place(self, paragraph: Element) -> tuple[str, int, bool]:
        properties = paragraph.find(f"{W}pPr")
        own = style_of(properties)
        number, level, is_heading, name = own.number, own.level, own.is_heading, own.parent
        for _ in range(DEEPEST_STYLE):
            style = self.styles.get(name)
            if style is None:
                break
            number = style.number if number is None else number
            level = style.level if level is None else level
            is_heading, name = is_heading or style.is_heading, style.parent
        return ("" if number in (None, "0") else number or ""), level or 0, is_heading

    def _notes(self, parent: Element) -> None:
        for reference in parent.iter(f"{W}footnoteReference"):
            self._note(reference)

    def _table(self, table: Element) -> None:
        self.flow.add("")
        rows = [row for row in _children(table, f"{W}tr") if row.find(f"{W}trPr/{W}del") is None]
        for row in rows:
            cells = _children(row, f"{W}tc")
            if stand_apart([_line_count(cell) for cell in cells], row_count=len(rows)):
                for cell in cells:
                    self._blocks(cell)
                continue
            words = [self._line_of(_paragraphs(cell)) for cell in cells]
            if any(words):
                self.flow.add(" | ".join(words).strip(), Block.ROW)
        self.flow.add("")
        self._notes(table)


def open_docx(archive: Archive) -> OpenedFile:
    """Give the text of a Word document. Raises UnreadableFileError, in one sentence."""
    return OpenedFile(Document(archive).read(), "docx")


def _children(parent: Element, tag: str) -> list[Element]:
    """Give the rows of a table or the cells of a row, those of a table inside a cell left out."""
    return [*parent.findall(tag), *parent.findall(f"{W}sdt/{W}sdtContent/{tag}")]


def _one_line(paragraphs: Iterable[str]) -> str:
    return " ".join(" ".join(words.split()) for words in paragraphs if words)


def _words(parent: Element, *, styles: Mapping[str, Style]) -> Iterator[str]:
    for child in parent:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in SIGNS:
            yield SIGNS[child.tag]
        elif child.tag == f"{W}r":
            yield from _run(child, styles=styles)
        elif child.tag not in LEFT_OUT:
            yield from _words(child, styles=styles)


def _run(run: Element, *, styles: Mapping[str, Style]) -> Iterator[str]:
    """Give the words of a run as they are shown: hidden ones are not, and small capitals are capitals."""
    shown = shown_as(run.find(f"{W}rPr"), styles=styles)
    if not shown.is_hidden:
        for words in _words(run, styles=styles):
            yield words.upper() if shown.is_capital else words


def _is_counted(field: Element) -> bool:
    told = field.text if field.tag == f"{W}instrText" else field.get(f"{W}instr", "")
    return (told or "").split()[:1] in [[word] for word in COUNTED]


def _paragraphs(cell: Element) -> list[Element]:
    """Give the paragraphs of a cell, once each: the same words for old programs are left out."""
    if cell.tag in LEFT_OUT_OF_CELLS:
        return []
    found = [cell] if cell.tag == f"{W}p" else []
    return found + [one for child in cell for one in _paragraphs(child)]


def _line_count(cell: Element) -> int:
    """Count the paragraphs of a cell that say something."""
    return sum(any(one.text for one in paragraph.iter(f"{W}t")) for paragraph in cell.findall(f"{W}p"))


def _boxes(paragraph: Element) -> list[Element]:
    chosen = [box for choice in paragraph.iter(CHOICE) for box in choice.iter(f"{W}txbxContent")]
    return chosen or list(paragraph.iter(f"{W}txbxContent"))
