"""The text of a document, in parts, with the cited passage marked in its place."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from declic.units.spans import Span
from declic.web.design.components import Link, Pagination
from declic.web.design.pages import Head, head
from declic.web.residents.parts import MarkedText, cut, mark, part_of


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """A part of a document's text; `back` leads to the pact that was opened from it."""

    head: Head
    text: MarkedText
    pagination: Pagination
    file_url: str
    back: Link | None


def document_page(
    title: str, *, version_id: int, text: str, passage: Span | None, part: int | None, back: Link | None
) -> DocumentPage:
    """
    Make the page of a document: the part asked for (from 1), else the one that holds the passage, else the first.

    A part that the document does not have is its last.
    """
    parts = cut(text)
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
        back=back,
    )
