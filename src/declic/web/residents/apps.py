"""Django's name for this room, and its doors in the main menu."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from declic.web.design.doors import Door


class ResidentsConfig(AppConfig):
    """The room `residents`."""

    name = "declic.web.residents"
    label = "residents"
    doors = (
        Door("home", _("Pacts"), behind=("/pactes/", "/documents/")),
        Door("how_it_works", _("How it works")),
    )
