"""Django's name for this room, and its entries in the main menu."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from declic.web.design.doors import PILOTS, REVIEWERS, Door


class PilotsConfig(AppConfig):
    """The room `pilots`."""

    name = "declic.web.pilots"
    label = "pilots"
    doors = (
        Door("steering", _("Steering"), PILOTS),
        Door("read_document", _("Read a document"), REVIEWERS, behind=("/pilotage/documents/",)),
    )
