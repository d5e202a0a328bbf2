"""The words of partners: what kind of institution."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class InstitutionKind(models.TextChoices):
    """What an institution is; unknown until somebody says it."""

    STATE = "state", _("State service")
    LOCAL_AUTHORITY = "local_authority", _("Local authority")
    PUBLIC_BODY = "public_body", _("Public body")
    ASSOCIATION = "association", _("Association")
    COMPANY = "company", _("Company")
    UNKNOWN = "unknown", _("Unknown")
