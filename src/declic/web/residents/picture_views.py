"""The pages of a document: a passage outlined where it stands, and the pictures, to whoever may read the text."""

import logging
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _

from declic.engines.reading.text import UnreadableFileError
from declic.records.sources import reads
from declic.records.sources.jail import ReadingFault, UndrawnError
from declic.web.design.components import Link
from declic.web.design.doors import EVERYONE, open_to, viewer_from
from declic.web.design.headers import NOTHING_RUNS
from declic.web.design.pages import ErrorPage, Head
from declic.web.design.passages import pages_url
from declic.web.residents.document_views import asked_number, asked_passage
from declic.web.residents.pages.on_pages import on_pages_page


ASK_AGAIN = "private, no-cache"
"""A visitor's browser keeps the picture and asks each time whether it may show it; who is signed in keeps nothing."""

logger = logging.getLogger(__name__)


@open_to(EVERYONE)
def document_pages(request: HttpRequest, version_id: int) -> HttpResponse:
    """Show the passage between `de` and `a` on its pages; without one, the page asked for."""
    passage = asked_passage(request)
    found = reads.passage_on_pages(
        version_id, passage=passage, page=asked_number(request, "page") or 1, viewer=viewer_from(request)
    )
    if found is None:
        raise Http404
    page = on_pages_page(found, passage=passage)
    return render(request, "residents/on_pages.html", {"page": page})


@open_to(EVERYONE)
def page_picture(request: HttpRequest, version_id: int, number: int) -> HttpResponseBase:
    """Give the picture of a page of a PDF, drawn in the jail; one sentence where it cannot be."""
    viewer = viewer_from(request)
    tag = reads.picture_tag(version_id, number=number, viewer=viewer)
    if tag is None:
        raise Http404
    response = get_conditional_response(request, etag=f'"{tag}"')
    if response is None:
        try:
            picture = reads.page_picture(version_id, number=number, viewer=viewer)
        except (UnreadableFileError, ReadingFault) as refusal:
            _log(refusal, version_id=version_id, number=number)
            return _no_picture(request, refusal, version_id=version_id)
        if picture is None:
            raise Http404
        response = HttpResponse(picture.data, content_type="image/png")
    response.headers["ETag"] = f'"{tag}"'
    response.headers["Cache-Control"] = ASK_AGAIN
    response.headers["Content-Security-Policy"] = NOTHING_RUNS
    return response


def _log(refusal: Exception, *, version_id: int, number: int) -> None:
    """Log a page without picture: an error where the fault is ours, with its kind, which holds no word of the file."""
    is_ours = isinstance(refusal, ReadingFault)
    logger.log(
        logging.ERROR if is_ours else logging.WARNING,
        "no picture of page %d of version %d: %s",
        number,
        version_id,
        f"ReadingFault {refusal}" if is_ours else type(refusal).__name__,
    )


def _status(refusal: Exception) -> int:
    """Say what went wrong: a fault of ours, a page that asks for too much, or no such picture."""
    if isinstance(refusal, ReadingFault):
        return HTTPStatus.INTERNAL_SERVER_ERROR
    return HTTPStatus.SERVICE_UNAVAILABLE if isinstance(refusal, UndrawnError) else HTTPStatus.NOT_FOUND


def _no_picture(request: HttpRequest, refusal: Exception, *, version_id: int) -> HttpResponse:
    """Say in one sentence why a page has no picture; a fault of ours says no word of its own."""
    page = ErrorPage(
        head=Head(_("There is no picture of this page")),
        text=str(refusal)
        if isinstance(refusal, UnreadableFileError)
        else _("The page could not be drawn. Its words are in the text of the document."),
        links=(Link(_("The pages of the document"), pages_url(version_id, passage=None)),),
    )
    return render(request, "design/error.html", {"page": page}, status=_status(refusal))
