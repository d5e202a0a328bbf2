"""The words of evaluation: kinds of indicators, how often, where a value comes from, where it stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class IndicatorKind(models.TextChoices):
    """What an indicator tells."""

    CONTEXT = "context", _("Context")
    INPUT = "input", _("Means")
    OUTPUT = "output", _("Output")
    RESULT = "result", _("Result")
    IMPACT = "impact", _("Impact")


class DirectionChoice(models.TextChoices):
    """Which way an indicator is meant to go."""

    UP = "up", _("The higher the better")
    DOWN = "down", _("The lower the better")


class FrequencyChoice(models.TextChoices):
    """How often an indicator is observed."""

    MONTH = "month", _("Each month")
    QUARTER = "quarter", _("Each quarter")
    HALF_YEAR = "half_year", _("Each half-year")
    YEAR = "year", _("Each year")
    WHOLE = "whole", _("Once, at the end of the pact")


class AggregationChoice(models.TextChoices):
    """What a rule makes of the deliveries of a period."""

    SUM = "sum", _("Sum of the people counted")
    COUNT = "count", _("Number of deliveries")
    LAST = "last", _("Last count")
    AVERAGE = "average", _("Average count")
    DISTINCT = "distinct", _("Different people or posts, each once")


class ObservationOrigin(models.TextChoices):
    """Where a value comes from."""

    AUTO = "auto", _("Computed from what was done")
    ENTRY = "entry", _("Typed")
    IMPORT = "import", _("Imported")
    DOCUMENT = "document", _("Read in a document")


class ObservationState(models.TextChoices):
    """Where a value stands."""

    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("To be approved")
    RETURNED = "returned", _("To be corrected")
    APPROVED = "approved", _("Approved")


class EvaluationFault(models.TextChoices):
    """Why a value cannot be kept, as the form says it beside the field."""

    REQUIRED = "required", _("This is needed.")
    TOO_LONG = "too_long", _("This is too long.")
    UNKNOWN = "unknown", _("This is not one of the choices.")
    OUT_OF_RANGE = "out_of_range", _("This number is not possible.")
    TAKEN = "taken", _("There is one like this already.")
    LOCKED = "locked", _("This period is locked: a dossier used it.")
    NOT_A_PERIOD = "not_a_period", _("This is not a period of this indicator that has begun.")
    NOTHING = "nothing", _("There is no value to approve.")
    NEEDS_WORDS = "needs_words", _("Say what is to be corrected.")
    TOO_EARLY = "too_early", _("A target comes after the start.")
