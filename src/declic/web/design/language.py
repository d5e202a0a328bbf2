"""The language of the pages: French, until somebody chooses another."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt

from declic.web.design.doors import EVERYONE, open_to


YEAR_SECONDS = 365 * 24 * 3600


class ChosenLanguage:
    """Speak the language of the visitor's own choice; what their browser says is not one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep what answers after us."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in the chosen language."""
        language = chosen_language(request)
        request.LANGUAGE_CODE = language
        with translation.override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        patch_vary_headers(response, ["Cookie"])
        return response


def chosen_language(request: HttpRequest) -> str:
    """Give the language kept in the visitor's cookie, French where there is none that we speak."""
    kept = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return kept if kept in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def came_from_elsewhere(request: HttpRequest) -> bool:
    """Say whether the browser tells that the form stood on another site; what is no browser tells nothing."""
    origin = request.headers.get("Origin", "")
    ours = f"{request.scheme}://{request.get_host()}"
    place = request.headers.get("Sec-Fetch-Site", "same-origin")
    return origin not in {"", ours} or place not in {"same-origin", "none"}


@csrf_exempt  # public pages then need no cookie; browsers say where the form was, and elsewhere is refused
@open_to(EVERYONE, methods=("POST",))
def switch_language(request: HttpRequest) -> HttpResponse:
    """Keep the language asked for on one of our pages, and come back to the page one was reading."""
    if came_from_elsewhere(request):
        raise PermissionDenied
    wanted = request.POST.get("language", "")
    back = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(
        back, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    response = HttpResponseRedirect(back if is_ours else "/")
    if wanted in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            wanted,
            max_age=YEAR_SECONDS,
            httponly=True,
            samesite="Lax",
            secure=request.is_secure(),
        )
    return response
