"""The text of an OpenDocument (LibreOffice) file: headings, lists with their numbers, tables, in their order."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from declic.engines.reading.files.archives import Archive
from declic.engines.reading.files.flow import Block, Flow, stand_apart
from declic.engines.reading.files.odt_lists import OUTLINE, TEXT, Lists
from declic.engines.reading.files.pages import OpenedFile
from declic.engines.reading.text import UnreadableFileError


OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
DRAWN = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
NOTE = f"{TEXT}note"
FRAMES = {f"{DRAWN}frame", f"{DRAWN}custom-shape"}
LEFT_OUT = {
    NOTE,
    *FRAMES,  # read after the paragraph that holds it
    f"{TEXT}tracked-changes",
    f"{OFFICE}annotation",
    f"{OFFICE}forms",
    f"{TEXT}bibliography-mark",
}
COUNTED = {f"{TEXT}page-number", f"{TEXT}page-count"}
MOST_SPACES = 100


class Document:
    """A document as it is walked, from its first block to its last."""

    def __init__(self, archive: Archive) -> None:
        """Know its lists."""
        self.content = archive.tree("content.xml")
        self.styles = archive.tree_or_none("styles.xml")
        self.lists = Lists(part for part in (self.styles, self.content) if part is not None)
        self.flow = Flow()
        self._endnotes: list[Element] = []

    def read(self) -> str:
        """Give its text: the running title once, the body, and the notes of its end."""
        body = self.content.find(f"{OFFICE}body/{OFFICE}text")
        self._header()
        if body is not None:
            self._blocks(body)
        for note in self._endnotes:
            self._note(note)
        return self.flow.text

    def _header(self) -> None:
        pages = self.styles.iter(f"{STYLE}master-page") if self.styles is not None else iter(())
        header = next(pages, Element("none")).find(f"{STYLE}header")
        for paragraph in header.iter(f"{TEXT}p") if header is not None else ():
            if not any(one.tag in COUNTED for one in paragraph.iter()):
                self.flow.add("".join(_words(paragraph)))
        self.flow.add("")

    def _note(self, note: Element) -> None:
        mark, body = note.find(f"{TEXT}note-citation"), note.find(f"{TEXT}note-body")
        words = _one_line(body) if body is not None else ""
        if words:
            self.flow.add(f"({mark.text if mark is not None else ''}) {words}", Block.NOTE)

    def _beside(self, parent: Element) -> None:
        """Read what hangs on some words: the text of frames, then the notes."""
        for frame in (one for one in parent.iter() if one.tag in FRAMES):
            self._blocks(frame)
        for note in parent.iter(NOTE):
            if note.get(f"{TEXT}note-class") == "endnote":
                self._endnotes.append(note)
            else:
                self._note(note)

    def _blocks(self, parent: Element) -> None:
        for child in parent:
            if child.tag == f"{TEXT}p":
                self.flow.add("".join(_words(child)))
                self._beside(child)
            elif child.tag == f"{TEXT}h":
                self._heading(child)
            elif child.tag == f"{TEXT}list":
                self._list(child, name="", level=1, key="")
            elif child.tag == f"{TABLE}table":
                self._table(child)
            elif child.tag in FRAMES or (child.tag not in LEFT_OUT and child.get(f"{TEXT}display") != "none"):
                self._blocks(child)

    def _heading(self, heading: Element) -> None:
        level = heading.get(f"{TEXT}outline-level", "1")
        words = "".join(_words(heading)).strip()
        mark = (
            self.lists.next_mark(OUTLINE, int(level) if level.isdecimal() else 1, key=OUTLINE)
            if words
            else ""
        )
        self.flow.add(f"{mark} {words}".strip(), Block.HEADING)
        self._beside(heading)

    def _list(self, found: Element, *, name: str, level: int, key: str) -> None:
        style = found.get(f"{TEXT}style-name", name)
        if level == 1:
            key = self._key(found, style=style)
        for item in found:
            has_mark = item.tag == f"{TEXT}list-item"
            for child in item:
                if child.tag == f"{TEXT}list":
                    self._list(child, name=style, level=level + 1, key=key)
                elif child.tag in {f"{TEXT}p", f"{TEXT}h"}:
                    words = "".join(_words(child)).strip()
                    mark = self.lists.next_mark(style, level, key=key) if has_mark and words else ""
                    has_mark = has_mark and not words
                    is_heading = child.tag == f"{TEXT}h"
                    self.flow.add(f"{mark} {words}".strip(), Block.HEADING if is_heading else Block.ITEM)
                    self._beside(child)

    def _key(self, found: Element, *, style: str) -> str:
        """Give what counts this list: one that goes on counts with the ones of its style."""
        key = f"list {style}"
        if found.get(f"{TEXT}continue-numbering") != "true" and not found.get(f"{TEXT}continue-list"):
            self.lists.begin(key)
        return key

    def _table(self, table: Element) -> None:
        self.flow.add("")
        rows = _rows(table)
        for row in rows:
            cells = [child for child in row if child.tag == f"{TABLE}table-cell"]
            if stand_apart([_line_count(cell) for cell in cells], row_count=len(rows)):
                for cell in cells:
                    self._blocks(cell)
                continue
            words = [_one_line(cell) for cell in cells]
            if any(words):
                self.flow.add(" | ".join(words).strip(), Block.ROW)
            self._beside(row)
        self.flow.add("")


def open_odt(archive: Archive) -> OpenedFile:
    """Give the text of an OpenDocument file. Raises UnreadableFileError, in one sentence."""
    manifest = "META-INF/manifest.xml"
    if manifest in archive.names and b"encryption-data" in archive.bytes_of(manifest):
        raise UnreadableFileError(
            "Le document est protégé par un mot de passe : donnez-en une copie sans protection."
        )
    return OpenedFile(Document(archive).read(), "odt")


def _rows(table: Element) -> list[Element]:
    """Give the rows of a table, in their order, those of a table inside a cell left out."""
    return [
        row
        for child in table
        for row in (child if child.tag.endswith(("header-rows", "row-group", "table-rows")) else (child,))
        if row.tag == f"{TABLE}table-row"
    ]


def _one_line(cell: Element) -> str:
    return " ".join(" ".join("".join(_words(one)).split()) for one in _paragraphs(cell)).strip()


def _paragraphs(parent: Element) -> Iterator[Element]:
    for child in parent:
        if child.tag in {f"{TEXT}p", f"{TEXT}h"}:
            yield child
        elif child.tag not in LEFT_OUT:
            yield from _paragraphs(child)


def _line_count(cell: Element) -> int:
    """Count the paragraphs of a cell that say something."""
    return sum("".join(_words(one)).strip() != "" for one in cell.findall(f"{TEXT}p"))


def _words(parent: Element) -> Iterator[str]:
    yield parent.text or ""
    for child in parent:
        if child.tag == f"{TEXT}s":
            count = child.get(f"{TEXT}c", "1")
            yield " " * min(int(count) if count.isdecimal() else 1, MOST_SPACES)
        elif child.tag == f"{TEXT}tab":
            yield "\t"
        elif child.tag == f"{TEXT}line-break":
            yield "\n"
        elif child.tag not in LEFT_OUT:
            yield from _words(child)
        yield child.tail or ""
