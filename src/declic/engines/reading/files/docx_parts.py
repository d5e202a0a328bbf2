"""The parts of a Word document, found as it names them: its body, its lists, its notes, its running title."""

import posixpath
from xml.etree.ElementTree import Element

from declic.engines.reading.files.archives import Archive
from declic.engines.reading.files.docx_lists import W


MAIN = "word/document.xml"
LINKED = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
STRICT = "http://purl.oclc.org/ooxml/"
ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
NAMES = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": ID[1:-3].encode(),
}
"""The names that the strict kind of Word document gives to the same things."""


def main_part(archive: Archive) -> str | None:
    """Give the name of the body of a Word document; None where the archive is none."""
    if MAIN in archive.names:
        return MAIN
    named = [name for kind, name in _links(archive, "").values() if kind == "officeDocument"]
    return next((name for name in named if name in archive.names and name.startswith("word/")), None)


class Parts:
    """What a Word document is made of."""

    def __init__(self, archive: Archive) -> None:
        """Open its body, and know its other parts."""
        self._archive = archive
        main = main_part(archive) or MAIN
        self._links = _links(archive, main)
        self.body = archive.tree(main, names=NAMES)
        self._notes = {kind: self._numbered(kind) for kind in ("footnotes", "endnotes")}

    def tree_or_none(self, kind: str) -> Element | None:
        """Give the part of a kind, where there is one."""
        linked = [name for own, name in self._links.values() if own == kind]
        name = next(iter(linked), f"word/{kind}.xml")
        return self._archive.tree(name, names=NAMES) if name in self._archive.names else None

    def note(self, kind: str, number: str) -> Element | None:
        """Give a note."""
        return self._notes[kind].get(number)

    def first_header(self) -> Element | None:
        """Give the running title of the first page."""
        section = next(self.body.iter(f"{W}sectPr"), None)
        if section is None:
            return None
        named = {
            one.get(f"{W}type", "default"): one.get(ID, "") for one in section.findall(f"{W}headerReference")
        }
        wanted = "first" if section.find(f"{W}titlePg") is not None else "default"
        _kind, name = self._links.get(named.get(wanted, ""), ("", ""))
        return self._archive.tree(name, names=NAMES) if name in self._archive.names else None

    def _numbered(self, kind: str) -> dict[str, Element]:
        notes = self.tree_or_none(kind)
        return (
            {}
            if notes is None
            else {
                note.get(f"{W}id", ""): note for note in notes if note.get(f"{W}type", "normal") == "normal"
            }
        )


def _links(archive: Archive, name: str) -> dict[str, tuple[str, str]]:
    """Give what a part names, by its mark there: the kind and the name of each."""
    folder, own = posixpath.split(name)
    links = archive.tree_or_none(posixpath.join(folder, "_rels", f"{own}.rels"))
    return {
        link.get("Id", ""): (
            link.get("Type", "").rsplit("/", 1)[-1],
            posixpath.normpath(posixpath.join("/", folder, link.get("Target", ""))).lstrip("/"),
        )
        for link in (links.iter(LINKED) if links is not None else ())
    }
