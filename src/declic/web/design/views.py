"""The pages of the site itself: accessibility, about, components, the territory's theme."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from declic.web.design.chart_examples import chart_examples
from declic.web.design.components import Tab, Tabs
from declic.web.design.doors import EVERYONE, open_to
from declic.web.design.examples import piece_examples
from declic.web.design.pages import ComponentsPage, Head, TextPage
from declic.web.design.theme import LOGO_TYPES, current_theme


@open_to(EVERYONE)
def accessibility(request: HttpRequest) -> HttpResponse:
    """Say honestly how far the site can be used by everyone."""
    return render(request, "design/accessibility.html", {"page": TextPage(Head(_("Accessibility")))})


@open_to(EVERYONE)
def about(request: HttpRequest) -> HttpResponse:
    """Say what this site is, and what it keeps of its visitors."""
    return render(request, "design/about.html", {"page": TextPage(Head(_("About Déclic")))})


@open_to(EVERYONE)
def components(request: HttpRequest) -> HttpResponse:
    """Show every piece of a page with its example."""
    page = ComponentsPage(Head(_("Components")), _kinds_of_components("components"), piece_examples())
    return render(request, "design/components.html", {"page": page})


@open_to(EVERYONE)
def charts(request: HttpRequest) -> HttpResponse:
    """Show every chart with its example."""
    page = ComponentsPage(Head(_("Charts")), _kinds_of_components("charts"), chart_examples())
    return render(request, "design/components.html", {"page": page})


def _kinds_of_components(current: str) -> Tabs:
    kinds = {"components": _("Pieces"), "charts": _("Charts")}
    return Tabs(
        _("Components"), tuple(Tab(kind, reverse(name), name == current) for name, kind in kinds.items())
    )


@open_to(EVERYONE)
def theme_colours(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Give the territory's colours as a style sheet; they were checked when they were read."""
    return HttpResponse(current_theme().style_sheet(), content_type="text/css; charset=utf-8")


@open_to(EVERYONE)
def theme_logo(request: HttpRequest) -> FileResponse:  # noqa: ARG001
    """Give the territory's logo. Raises Http404 where it has none."""
    logo = current_theme().logo
    if logo is None:
        raise Http404
    return FileResponse(logo.open("rb"), content_type=LOGO_TYPES[logo.suffix.lower()])
