"""A bare Django page: one view, one small template, no middleware; the least that any page costs."""

import os

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path


PAGE = "<!DOCTYPE html><html lang=fr><title>{{ title }}</title><ul>{% for n in numbers %}<li>{{ n }}</li>{% endfor %}</ul>"


def page(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Show twenty lines."""
    return HttpResponse(TEMPLATE.render({"title": "bare", "numbers": range(20)}))


def application() -> WSGIHandler:
    """Give the page to one worker of the server."""
    return SITE


urlpatterns = [path("", page)]

if not settings.configured:
    settings.configure(
        ROOT_URLCONF=__name__,
        SECRET_KEY=os.urandom(16).hex(),
        ALLOWED_HOSTS=["127.0.0.1"],
        MIDDLEWARE=[],
        TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}],
    )
    SITE = get_wsgi_application()
    TEMPLATE = engines["django"].from_string(PAGE)
