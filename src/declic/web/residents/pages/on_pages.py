"""A passage outlined on the pictures of its pages, or one page of a document where no passage is asked for."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _, ngettext

from declic.records.sources.values import MarkedPage, Pages, PassageOnPages
from declic.units.spans import Span
from declic.web.design.components import Link, Pagination
from declic.web.design.listing import neighbours_at
from declic.web.design.pages import Head, head
from declic.web.design.passages import pages_url, text_url
from declic.web.residents.outlines import outlines


LONGEST_QUOTE = 1_200
"""A longer passage is a chapter: its words are in the text, one link away."""


@dataclass(frozen=True, slots=True)
class PictureOfPage:
    """The picture of a page, in pixels, and what is drawn over it, in points; `alternative` says it in words."""

    title: str
    url: str
    width: int
    height: int
    alternative: str
    view_box: str
    outlines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OnPagesPage:
    """A passage in words and in its place; `why_not` says why there is no picture, `further` that there are more."""

    head: Head
    title: str
    quote: str
    why_not: str
    pictures: tuple[PictureOfPage, ...]
    further: str
    pagination: Pagination
    text_url: str


def on_pages_page(read: PassageOnPages, *, passage: Span | None) -> OnPagesPage:
    """Show a passage on its pages, else the one page that was asked for."""
    address = text_url(read.version_id, passage=passage)
    return OnPagesPage(
        head=head(
            _("The passage on its page") if passage else _("The pages of the document"),
            Link(_("The document"), address),
        ),
        title=read.document_title,
        quote=Truncator(" ".join(read.quote.split())).chars(LONGEST_QUOTE),
        why_not=_why_not(read),
        pictures=tuple(_picture(page, read=read) for page in read.pages),
        further=_further(read.further_count),
        pagination=_pagination(read, passage=passage),
        text_url=address,
    )


def _picture(page: MarkedPage, *, read: PassageOnPages) -> PictureOfPage:
    width, height = page.picture_size
    words = " ".join(page.words.split())
    here = {"number": page.number, "count": read.page_count, "words": words}
    return PictureOfPage(
        title=_("Page %(number)d of %(count)d") % here,
        url=reverse("page_picture", kwargs={"version_id": read.version_id, "number": page.number}),
        width=width,
        height=height,
        alternative=_("Page %(number)d, where this is outlined: « %(words)s »") % here
        if words
        else _("Picture of page %(number)d; its words are in the text of the document.") % here,
        view_box=f"0 0 {page.width:.1f} {page.height:.1f}",
        outlines=outlines(page.marks),
    )


def _why_not(read: PassageOnPages) -> str:
    if read.state is Pages.FORGOTTEN:
        return _(
            "This PDF was kept before the places of its words were: the passage is in the text, and not on a picture."
        )
    return _("This document has no pages: it is a text, not a PDF.") if read.state is Pages.NONE else ""


def _further(count: int) -> str:
    if not count:
        return ""
    words = ngettext(
        "The passage goes on over %(count)d more page, not shown here: read it in the text.",
        "The passage goes on over %(count)d more pages, not shown here: read it in the text.",
        count,
    )
    return words % {"count": count}


def _pagination(read: PassageOnPages, *, passage: Span | None) -> Pagination:
    if passage is not None or not read.pages:
        return Pagination(1, 1)
    here, now = pages_url(read.version_id, passage=None), read.pages[0].number
    return neighbours_at(here, page=now, pages=read.page_count)
