"""What the database shows to who asks: told before each page, and taken back after it."""

from collections.abc import Callable

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve

from declic.records.accounts.sight import sight_of
from declic.records.accounts.viewers import VISITOR
from declic.web.design.doors import MACHINES, viewer_from


class DatabaseSight:
    """Have PostgreSQL hide from the rest of the request what its viewer may not see, whatever a read forgets."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep what answers after us."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer under the sight of who looks; machines, and who brings no session, are visitors not looked for."""
        if connection.vendor != "postgresql":
            return self.get_response(request)
        is_known = settings.SESSION_COOKIE_NAME in request.COOKIES and not _is_for_machines(request)
        with sight_of(viewer_from(request) if is_known else VISITOR):
            return self.get_response(request)


def _is_for_machines(request: HttpRequest) -> bool:
    try:
        return getattr(resolve(request.path_info).func, "door", "") == MACHINES
    except Resolver404:
        return False
