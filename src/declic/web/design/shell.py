"""What stands around every page: the site's name, the menu, the language, who is signed in."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language

from declic.records.accounts.viewers import Viewer
from declic.web.design.doors import Door, because_from, doors_open_to, viewer_from
from declic.web.design.theme import Theme, current_theme


LANGUAGE_NAMES = {"fr": "Français", "en": "English"}
"""Each language in its own words: who looks for it reads no other."""


@dataclass(frozen=True, slots=True)
class MenuLink:
    """An entry of the main menu; `is_current` where the page stands behind it."""

    label: str
    url: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class LanguageChoice:
    """A language that the page can be read in."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Shell:
    """
    Everything around the page.

    `because` says to who is signed in why the page is open to them; `path` is where the language switch comes back.
    """

    theme: Theme
    language: str
    other_languages: tuple[LanguageChoice, ...]
    menu: tuple[MenuLink, ...]
    viewer: Viewer
    because: str
    path: str
    is_demo: bool


def shell(request: HttpRequest) -> dict[str, Shell]:
    """Give the templates their `shell`; an error that comes before any account finds a visitor."""
    viewer, because = viewer_from(request), because_from(request)
    language = get_language() or settings.LANGUAGE_CODE
    return {
        "shell": Shell(
            theme=current_theme(),
            language=language,
            other_languages=tuple(
                LanguageChoice(code, LANGUAGE_NAMES[code])
                for code, _name in settings.LANGUAGES
                if code != language
            ),
            menu=_menu(request.path, viewer=viewer),
            viewer=viewer,
            because=str(because.label) if because and viewer.is_signed_in else "",
            path=request.get_full_path() if request.method == "GET" else request.path,
            is_demo=settings.DEMO,
        ),
    }


def _menu(path: str, *, viewer: Viewer) -> tuple[MenuLink, ...]:
    doors = tuple(doors_open_to(viewer))
    nearness = {door: _nearness(door, path=path) for door in doors}
    nearest = max(nearness.values(), default=0)
    return tuple(
        MenuLink(str(door.label), reverse(door.url_name), is_current=0 < nearness[door] == nearest)
        for door in doors
    )


def _nearness(door: Door, *, path: str) -> int:
    """Count the characters of the path that stand before a door: the entry with the most is the current one."""
    url = reverse(door.url_name)
    beginnings = [beginning for beginning in (url, *door.behind) if beginning != "/"]
    if path == url:
        return len(url)
    return max((len(beginning) for beginning in beginnings if path.startswith(beginning)), default=0)
