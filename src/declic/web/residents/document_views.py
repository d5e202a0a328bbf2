"""The documents themselves: their text with a passage marked, and the file as it came."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from declic.records.accounts.viewers import Viewer
from declic.records.pact import reads as pact_reads
from declic.records.sources import reads
from declic.units.spans import Span
from declic.web.design.components import Link
from declic.web.design.doors import EVERYONE, open_to, viewer_from
from declic.web.design.headers import NOTHING_RUNS
from declic.web.residents.pages.document import AskedText, document_page


WHOLE_TEXT = 1_000_000_000
"""More characters than any kept text has, on each side of a passage."""
MOST_DIGITS = 9
"""A position of more digits is in no text."""


@open_to(EVERYONE)
def document(request: HttpRequest, version_id: int) -> HttpResponse:
    """Show a document's text, with the passage between `de` and `a` marked where both are given."""
    viewer = viewer_from(request)
    asked = asked_passage(request)
    start, end = asked or (0, 1)
    found = reads.passage(version_id, start=start, end=end, viewer=viewer, around=WHOLE_TEXT)
    if found is None:
        raise Http404
    page = document_page(
        found.document_title,
        version_id=version_id,
        text=found.before + found.quote + found.after,
        asked=AskedText(asked, asked_number(request, "partie"), found.has_pages),
        back=_pact_link(version_id, viewer=viewer),
    )
    return render(request, "residents/document.html", {"page": page})


@open_to(EVERYONE)
def original(request: HttpRequest, version_id: int) -> HttpResponse:
    """Give the kept file, as it came, to be saved and not opened."""
    found = reads.original_file(version_id, viewer=viewer_from(request))
    if found is None:
        raise Http404
    name, data = found
    response = HttpResponse(data, content_type="application/octet-stream")
    response.headers["Content-Security-Policy"] = NOTHING_RUNS
    response.headers["Content-Disposition"] = (
        content_disposition_header(as_attachment=True, filename=name) or ""
    )
    return response


def asked_passage(request: HttpRequest) -> Span | None:
    """Give the passage between `de` and `a`; None where one of them is no number."""
    start, end = asked_number(request, "de"), asked_number(request, "a")
    return Span(start, end) if start is not None and end is not None else None


def asked_number(request: HttpRequest, name: str) -> int | None:
    """Give the number that the address says under a name; None where it says none."""
    word = request.GET.get(name, "")
    return int(word) if word.isascii() and word.isdecimal() and len(word) <= MOST_DIGITS else None


def _pact_link(version_id: int, *, viewer: Viewer) -> Link | None:
    slug = pact_reads.pact_of_version(version_id, viewer=viewer)
    return Link(_("The pact"), reverse("pact", kwargs={"slug": slug})) if slug else None
