"""The words of deliveries: what was done, why a value is refused."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DeliveryKind(models.TextChoices):
    """What was done for a promise."""

    SESSION = "session", _("Session held")
    EVENT = "event", _("Event held")
    PEOPLE = "people", _("People reached")
    PLACES = "places", _("Places filled")
    POST = "post", _("Post filled")
    AGREEMENT = "agreement", _("Agreement signed")


class DeliveryFault(models.TextChoices):
    """Why a value cannot be kept, as the form says it beside the field."""

    REQUIRED = "required", _("This is needed.")
    TOO_LONG = "too_long", _("This is too long.")
    UNKNOWN = "unknown", _("This is not one of the choices.")
    OUT_OF_RANGE = "out_of_range", _("This number is not possible.")
    TO_COME = "to_come", _("This day has not come yet.")
    MORE_THAN_ALL = "more_than_all", _("The parts add up to more than the whole.")
    NAMES_SOMEBODY = "names_somebody", _("A key names nobody: letters, figures and dashes only.")
