"""Django's name for this room, and its entries in the main menu."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from declic.web.design.doors import MEMBERS, PILOTS, REVIEWERS, Door


class PilotsConfig(AppConfig):
    """The room `pilots`."""

    name = "declic.web.pilots"
    label = "pilots"
    doors = (
        Door("my_actions", _("My actions"), MEMBERS),
        Door("steering", _("Steering"), PILOTS),
        Door("read_document", _("Read a document"), REVIEWERS, behind=("/pilotage/documents/",)),
    )
