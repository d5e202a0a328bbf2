"""Django's name for this room, and its entry in the main menu."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from declic.web.design.doors import Door


class ClerksConfig(AppConfig):
    """The room `clerks`."""

    name = "declic.web.clerks"
    label = "clerks"
    doors = (Door("sittings", _("Check a deliberation")),)
