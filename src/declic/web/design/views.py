"""The pages of the site itself: signing in, accessibility, about, components, the territory's theme."""

from django.contrib.auth import login, logout
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from declic.web.design.chart_examples import chart_examples
from declic.web.design.doors import EVERYONE, open_to
from declic.web.design.examples import piece_examples
from declic.web.design.fields import fields_of, form_message
from declic.web.design.pages import ComponentsPage, Head, SignInPage, TextPage
from declic.web.design.sign_in_form import SignInForm
from declic.web.design.theme import LOGO_TYPES, current_theme


@sensitive_post_parameters("password")
@open_to(EVERYONE, methods=("GET", "POST"))
def sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in with an e-mail and a password, and go on to where one was going."""
    form = SignInForm(request, data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        login(request, form.get_user())
        return HttpResponseRedirect(_where_to(request))
    page = SignInPage(
        head=Head(_("Sign in")),
        message=form_message(form, title=_("You are not signed in")),
        fields=fields_of(form),
        next_url=_where_to(request),
    )
    return render(request, "design/sign_in.html", {"page": page})


@open_to(EVERYONE, methods=("POST",))
def sign_out(request: HttpRequest) -> HttpResponse:
    """Sign out, and forget the session."""
    logout(request)
    return redirect("home")


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
    """Show every component with its example."""
    page = ComponentsPage(Head(_("Components")), piece_examples(), chart_examples())
    return render(request, "design/components.html", {"page": page})


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


def _where_to(request: HttpRequest) -> str:
    wanted = request.POST.get("next") or request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if is_ours else "/"
