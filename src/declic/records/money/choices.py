"""The words of money: instruments, kinds of credit, stages of a line, states of a post, why a value is refused."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Instrument(models.TextChoices):
    """By which programme of its own a funder pays."""

    P147 = "p147", _("Urban policy credits (BOP 147)")
    CITE_EDUCATIVE = "cite_educative", _("Cité éducative")
    CITE_EMPLOI = "cite_emploi", _("Cité de l’emploi")
    PRE = "pre", _("Educational success programme (PRE)")
    FIR = "fir", _("Regional intervention fund (FIR)")
    MILDECA = "mildeca", _("MILDECA")
    DPV = "dpv", _("City policy grant (DPV)")
    ANRU = "anru", _("Urban renewal (ANRU)")
    CAF = "caf", _("Family allowance fund (CAF)")
    FSE = "fse", _("European Social Fund (FSE+)")
    MEDIATOR = "mediator", _("Mediator posts (adultes-relais)")
    OWN = "own", _("Own funds")
    COMMON = "common", _("Common-law credits")
    OTHER = "other", _("Other")


class CreditType(models.TextChoices):
    """Whether money is the policy's own, everybody's, or something else than money."""

    SPECIFIC = "specific", _("Specific credits")
    COMMON = "common", _("Common law")
    VALUED = "valued", _("Valued contribution in kind")


class Nature(models.TextChoices):
    """What money pays for."""

    OPERATING = "operating", _("Operating costs")
    INVESTMENT = "investment", _("Investment")


class TaxBasis(models.TextChoices):
    """What an amount says of value added tax; the two are never added to each other."""

    EXCLUDED = "excluded", _("without tax (HT)")
    INCLUDED = "included", _("with tax (TTC)")


class StageChoice(models.TextChoices):
    """Where a funding line stands."""

    CONSIDERED = "considered", _("Considered")
    REQUESTED = "requested", _("Requested")
    GRANTED = "granted", _("Granted")
    REFUSED = "refused", _("Refused")
    SIGNED = "signed", _("Agreement signed")
    PAID = "paid", _("Paid")
    SETTLED = "settled", _("Settled")


class PostState(models.TextChoices):
    """Whether somebody holds a post; never who."""

    OPEN = "open", _("To be filled")
    FILLED = "filled", _("Filled")
    VACANT = "vacant", _("Vacant again")


class MoneyFault(models.TextChoices):
    """Why a value cannot be kept, as the form says it beside the field."""

    REQUIRED = "required", _("This is needed.")
    TOO_LONG = "too_long", _("This is too long.")
    UNKNOWN = "unknown", _("This is not one of the choices.")
    OUT_OF_RANGE = "out_of_range", _("This amount is not possible.")
    BACKWARDS = "backwards", _("The end comes before the beginning.")
    NOT_NEXT = "not_next", _("A line does not go from where it stands to there.")
    TOO_EARLY = "too_early", _("This is before the date of where it stands.")
    TO_COME = "to_come", _("This day has not come yet.")
    NEEDS_REASON = "needs_reason", _("Say why it goes back.")
    NEEDS_AGREEMENT = "needs_agreement", _("Give the reference of the agreement.")
    TAKEN = "taken", _("There is one like this already.")
