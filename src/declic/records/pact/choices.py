"""The words of programmes: what they are, where a signatory or a finding stands, what a measure commits to."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ProgrammeKind(models.TextChoices):
    """What a programme is; a contrat de ville will be one more."""

    PACT = "pact", _("Pact")


class StatedField(models.TextChoices):
    """A single value that the text states about its programme."""

    TITLE = "title", _("Title")
    DATE = "date", _("Date")
    WEEKDAY = "weekday", _("Day of the week")
    ENDS_ON = "ends_on", _("Ends on")
    SUCCESSOR = "successor", _("Successor")
    RESERVE = "reserve", _("Reserve")


class ValidationChoice(models.TextChoices):
    """Where a signatory stands with its own assembly."""

    AWAITED = "awaited", _("To be validated by its assembly")
    VALIDATED = "validated", _("Validated by its assembly")
    NOT_REQUIRED = "not_required", _("No validation required")
    UNKNOWN = "unknown", _("Not known")


class NameKind(models.TextChoices):
    """What a measure names."""

    ORGANISATION = "organisation", _("Organisation")
    SCHEME = "scheme", _("Scheme")


class SeverityChoice(models.TextChoices):
    """How much a finding matters, in the order of the list."""

    ERROR = "error", _("Contradiction")
    WARNING = "warning", _("To be made precise")
    INFO = "info", _("For information")


class FindingChoice(models.TextChoices):
    """Whether somebody has answered for a finding."""

    OPEN = "open", _("To be explained")
    EXPLAINED = "explained", _("Explained")


class Commitment(models.TextChoices):
    """What a measure commits to: the words of the reading engine (`engines/reading/commitments.py`)."""

    FUND_POST = "fund_post", _("Fund or create a post")
    FUND_OPERATION = "fund_operation", _("Fund an action or running costs")
    CREATE_STRUCTURE = "create_structure", _("Create a place, a service or a team")
    ORGANISE_EVENT = "organise_event", _("Organise an event or a meeting")
    INFORM = "inform", _("Inform, present, make known")
    COMMUNICATE = "communicate", _("Communicate")
    COORDINATE = "coordinate", _("Coordinate, bring together")
    PROVIDE_RESOURCES = "provide_resources", _("Make resources available")
    SUPPORT_PEOPLE = "support_people", _("Find, welcome and support people")
    DEPLOY_SCHEME = "deploy_scheme", _("Launch or deploy a scheme")
    TRAIN = "train", _("Train")
    STUDY = "study", _("Study, evaluate")
    BUILD = "build", _("Build, renovate, lay out")
    PLAN = "plan", _("Set up a framework")
    REINFORCE = "reinforce", _("Reinforce or develop what exists")


def commitment_label(commitment: str) -> str:
    """Say in words what a measure commits to; nothing for a word that is not known."""
    return str(Commitment(commitment).label) if commitment in Commitment.values else ""
