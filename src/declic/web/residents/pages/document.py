"""The text of a document, in parts, with the cited passage marked in its place."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from declic.units.spans import Span
from declic.web.design.components import Link, Pagination
from declic.web.design.pages import Head, head
from declic.web.design.passages import pages_url
from declic.web.residents.parts import MarkedText, cut, mark, part_of


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """
    A part of a document's text; `back` leads to the pact that was opened from it.

    `pages_url` leads to the pictures of its pages, with the passage marked; empty where it has none.
    """

    head: Head
    text: MarkedText
    pagination: Pagination
    file_url: str
    pages_url: str
    back: Link | None


@dataclass(frozen=True, slots=True)
class AskedText:
    """What the address asks for, of a document that has pages or not: a passage, a part of the text."""

    passage: Span | None
    part: int | None
    has_pages: bool


def document_page(
    title: str, *, version_id: int, text: str, asked: AskedText, back: Link | None
) -> DocumentPage:
    """
    Make the page of a document: the part asked for (from 1), else the one that holds the passage, else the first.

    A part that the document does not have is its last.
    """
    passage, part, parts = asked.passage, asked.part, cut(text)
    shown = part_of(parts, position=passage.start) if passage else 0
    if part is not None:
        shown = min(max(part, 1), len(parts)) - 1
    here = reverse("document", kwargs={"version_id": version_id})
    return DocumentPage(
        head=head(title, *((back,) if back else ()), current=_("The document")),
        text=mark(text, part=parts[shown], passage=passage),
        pagination=Pagination(
            current=shown + 1,
            total=len(parts),
            previous_url=f"{here}?partie={shown}" if shown else "",
            next_url=f"{here}?partie={shown + 2}" if shown + 1 < len(parts) else "",
        ),
        file_url=reverse("original_file", kwargs={"version_id": version_id}),
        pages_url=pages_url(version_id, passage=passage) if asked.has_pages else "",
        back=back,
    )
