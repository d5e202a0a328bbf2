"""
The theme of a territory: a name, a logo and two colours, in one small file of the data folder.

`theme.toml` holds, all optional: `name` (of the site), `territory` (shown beside the logo), `logo` (an SVG or PNG file
beside it), `accent` (links and buttons on light pages) and `accent_dark` (on dark ones).
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error

from declic.web.design.contrast import READABLE, contrast


LIGHT_PAPER = "#faf7f1"
DARK_PAPER = "#16151d"
LOGO_TYPES = {".svg": "image/svg+xml", ".png": "image/png"}
KNOWN_KEYS = frozenset({"name", "territory", "logo", "accent", "accent_dark"})


class WrongThemeError(ValueError):
    """The theme file cannot be used; the message says why in one sentence, in French."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What a territory changes of the site's looks; None keeps ours."""

    name: str = "Déclic"
    territory: str | None = None
    logo: Path | None = None
    accent: str | None = None
    accent_dark: str | None = None

    @property
    def has_colours(self) -> bool:
        """Say whether a colour of ours is replaced."""
        return bool(self.accent or self.accent_dark)

    def style_sheet(self) -> str:
        """Write the colours as the properties that `declic.css` looks for."""
        colours = (("--theme-accent", self.accent), ("--theme-accent-dark", self.accent_dark))
        return ":root {" + "".join(f"{name}: {colour};" for name, colour in colours if colour) + "}\n"


def read_theme(path: Path) -> Theme:
    """
    Read a theme file; one that is not there is our own theme.

    Raises WrongThemeError for an unknown key, a logo that is missing or of another type, and a colour that people
    could not read.
    """
    if not path.is_file():
        return Theme()
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise WrongThemeError(f"{path.name} ne se lit pas comme du TOML : {error}.") from error
    unknown = sorted(set(values) - KNOWN_KEYS)
    if unknown:
        raise WrongThemeError(f"{path.name} : « {unknown[0]} » n'est pas une clé connue.")
    if not all(isinstance(value, str) and value.strip() for value in values.values()):
        raise WrongThemeError(f"{path.name} : chaque valeur est un texte non vide, entre guillemets.")
    return Theme(
        name=values.get("name", Theme().name),
        territory=values.get("territory"),
        logo=_logo(path.parent, values.get("logo")),
        accent=_readable(values.get("accent"), background=LIGHT_PAPER),
        accent_dark=_readable(values.get("accent_dark"), background=DARK_PAPER),
    )


@lru_cache(maxsize=1)
def current_theme() -> Theme:
    """Give the theme of this installation, read once."""
    return read_theme(settings.ENVIRONMENT.data / "theme.toml")


def check_theme(app_configs: Sequence[AppConfig] | None, **kwargs: object) -> list[CheckMessage]:  # noqa: ARG001
    """Say at the start, in one sentence, that the theme cannot be used."""
    try:
        current_theme()
    except WrongThemeError as error:
        return [Error(str(error), id="design.E001")]
    return []


def _logo(folder: Path, name: str | None) -> Path | None:
    if name is None:
        return None
    logo = folder / name
    if logo.parent != folder or logo.suffix.lower() not in LOGO_TYPES or not logo.is_file():
        raise WrongThemeError(f"Le logo « {name} » n'est pas un fichier SVG ou PNG posé à côté du thème.")
    return logo


def _readable(colour: str | None, *, background: str) -> str | None:
    if colour is None:
        return None
    try:
        distance = contrast(colour, background)
    except ValueError as error:
        raise WrongThemeError(str(error)) from error
    if distance < READABLE:
        raise WrongThemeError(
            f"La couleur {colour} ne se lit pas sur {background} : contraste {distance:.1f}, il faut {READABLE}."
        )
    return colour.lower()
