"""The files of a frozen dossier."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from declic.records.steering import reads
from declic.records.steering.values import FrozenDossier
from declic.web.design.doors import MEMBERS, open_to, viewer_from
from declic.web.design.unknown import unknown_is_404
from declic.web.pilots.committees.dossiers import files


SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@open_to(MEMBERS)
@unknown_is_404(LookupError)
def dossier_pdf(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Give the dossier as an accessible PDF."""
    return _file(request, dossier_id, kind="application/pdf", name="pdf", write=files.dossier_pdf)


@open_to(MEMBERS)
@unknown_is_404(LookupError)
def dossier_xlsx(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Give the dossier as a spreadsheet."""
    return _file(request, dossier_id, kind=SPREADSHEET, name="xlsx", write=files.dossier_xlsx)


@open_to(MEMBERS)
@unknown_is_404(LookupError)
def dossier_json(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Give the facts of the dossier as they were sealed: their SHA-256 is the seal."""
    return _file(
        request, dossier_id, kind="application/json", name="json", write=lambda one: one.content.encode()
    )


def _file(
    request: HttpRequest, dossier_id: int, *, kind: str, name: str, write: Callable[[FrozenDossier], bytes]
) -> HttpResponse:
    found = reads.dossier(dossier_id, viewer=viewer_from(request))
    day = timezone.localtime(found.frozen_at).date().isoformat()
    headers = {"Content-Disposition": f'attachment; filename="dossier-{day}-{found.sequence}.{name}"'}
    return HttpResponse(write(found), content_type=kind, headers=headers)
