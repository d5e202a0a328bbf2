"""The text of a Word document: headings, paragraphs, lists with their numbers, tables, in the order of the page."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from declic.engines.reading.files.archives import Archive
from declic.engines.reading.files.docx_lists import Lists, W
from declic.engines.reading.files.flow import Block, Flow
from declic.engines.reading.files.pages import OpenedFile


PARTS = "word/document.xml", "word/numbering.xml", "word/styles.xml"
CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
LEFT_OUT = {
    f"{W}txbxContent",  # a box of text is read after the paragraph that holds it
    f"{W}del",
    f"{W}moveFrom",
    f"{W}pPr",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",  # the same words, for old programs
}
SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
DEEPEST_STYLE = 20
BODY_TEXT = 9


@dataclass(frozen=True, slots=True)
class Style:
    """What a style of paragraph gives: its list, its level in it, and whether it is a heading."""

    number: str | None = None
    level: int | None = None
    is_heading: bool = False
    parent: str = ""


class Document:
    """A document as it is walked, from its first block to its last."""

    def __init__(self, archive: Archive) -> None:
        """Know its styles and its lists."""
        document, numbering, styles = PARTS
        self.body = archive.tree(document)
        self.lists = Lists(archive.tree_or_none(numbering))
        self.styles = _styles(archive.tree_or_none(styles))
        self.flow = Flow()

    def read(self) -> str:
        """Give its text."""
        body = self.body.find(f"{W}body")
        self._blocks(body if body is not None else self.body)
        return self.flow.text

    def _blocks(self, parent: Element) -> None:
        for child in parent:
            if child.tag == f"{W}p":
                self.flow.add(*self._paragraph(child))
                for box in _boxes(child):
                    self._blocks(box)
            elif child.tag == f"{W}tbl":
                self._table(child)
            elif child.tag not in LEFT_OUT:
                self._blocks(child)

    def _paragraph(self, paragraph: Element) -> tuple[str, Block]:
        words = "".join(_words(paragraph)).strip()
        number, level, is_heading = self._place(paragraph)
        if not words:
            return "", Block.WORDS
        mark = self.lists.next_mark(number, level) if number else ""
        block = Block.HEADING if is_heading else Block.ITEM if mark else Block.WORDS
        return f"{mark} {words}" if mark else words, block

    def _place(self, paragraph: Element) -> tuple[str, int, bool]:
        properties = paragraph.find(f"{W}pPr")
        own = _style_of(properties) if properties is not None else Style()
        number, level, is_heading, name = own.number, own.level, own.is_heading, own.parent
        for _ in range(DEEPEST_STYLE):
            style = self.styles.get(name)
            if style is None:
                break
            number = style.number if number is None else number
            level = style.level if level is None else level
            is_heading, name = is_heading or style.is_heading, style.parent
        return ("" if number in (None, "0") else number or ""), level or 0, is_heading

    def _table(self, table: Element) -> None:
        self.flow.add("")
        for row in _children(table, f"{W}tr"):
            cells = _children(row, f"{W}tc")
            if len(cells) == 1:
                self._blocks(cells[0])
                continue
            words = [_one_line(self._paragraph(one)[0] for one in cell.iter(f"{W}p")) for cell in cells]
            if any(words):
                self.flow.add(" | ".join(words).strip(), Block.ROW)
        self.flow.add("")


def open_docx(archive: Archive) -> OpenedFile:
    """Give the text of a Word document. Raises UnreadableFileError, in one sentence."""
    return OpenedFile(Document(archive).read(), "docx")


def _children(parent: Element, tag: str) -> list[Element]:
    """Give the rows of a table or the cells of a row, those of a table inside a cell left out."""
    return [*parent.findall(tag), *parent.findall(f"{W}sdt/{W}sdtContent/{tag}")]


def _one_line(paragraphs: Iterator[str]) -> str:
    return " ".join(" ".join(words.split()) for words in paragraphs if words)


def _words(parent: Element) -> Iterator[str]:
    for child in parent:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in SIGNS:
            yield SIGNS[child.tag]
        elif child.tag not in LEFT_OUT:
            yield from _words(child)


def _boxes(paragraph: Element) -> list[Element]:
    chosen = [box for choice in paragraph.iter(CHOICE) for box in choice.iter(f"{W}txbxContent")]
    return chosen or list(paragraph.iter(f"{W}txbxContent"))


def _styles(styles: Element | None) -> dict[str, Style]:
    found: dict[str, Style] = {}
    for style in styles.iter(f"{W}style") if styles is not None else ():
        properties, based = style.find(f"{W}pPr"), style.find(f"{W}basedOn")
        own = _style_of(properties) if properties is not None else Style()
        parent = based.get(f"{W}val", "") if based is not None else ""
        found[style.get(f"{W}styleId", "")] = Style(own.number, own.level, own.is_heading, parent)
    return found


def _style_of(properties: Element) -> Style:
    number = properties.find(f"{W}numPr/{W}numId")
    level = properties.find(f"{W}numPr/{W}ilvl")
    outline = properties.find(f"{W}outlineLvl")
    style = properties.find(f"{W}pStyle")
    return Style(
        number.get(f"{W}val") if number is not None else None,
        _number(level),
        _number(outline) in range(BODY_TEXT),
        style.get(f"{W}val", "") if style is not None else "",
    )


def _number(found: Element | None) -> int | None:
    value = found.get(f"{W}val", "") if found is not None else ""
    return min(int(value), BODY_TEXT) if value.isdecimal() else None
