"""Django's name for this room, and its entries in the main menu."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from declic.records.accounts.rights import may_review_documents, may_see_pilot_pages
from declic.web.design.doors import Door


class PilotsConfig(AppConfig):
    """The room `pilots`."""

    name = "declic.web.pilots"
    label = "pilots"
    doors = (
        Door("steering", _("Steering"), may_see_pilot_pages),
        Door("read_document", _("Read a document"), may_review_documents),
    )
