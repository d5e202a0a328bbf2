"""Django's name for this room, and the check of the territory's theme when the site starts."""

from django.apps import AppConfig
from django.core.checks import register


class DesignConfig(AppConfig):
    """The room `design`."""

    name = "declic.web.design"
    label = "design"

    def ready(self) -> None:
        """Have the theme of the territory checked with the rest of the settings."""
        from declic.web.design.theme import check_theme  # noqa: PLC0415 — settings are ready only now

        register(check_theme)
