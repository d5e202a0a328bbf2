"""What each worker of the server runs."""

import os

from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application


def application() -> WSGIHandler:
    """
    Give the site to one worker, which is put out of the terminal's reach.

    Ctrl+C is then heard by the server alone, which stops its workers; heard by both, granian's WSGI workers are
    told twice to stop and never do.
    """
    os.setpgid(0, 0)
    return get_wsgi_application()
