"""The words of sources: what a document is, and where a draft and its items stand."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What a document is, as far as its own text proves it."""

    DELIBERATION = "deliberation", _("Deliberation")
    MINUTES = "minutes", _("Minutes of a sitting")
    NOTICE = "notice", _("Notice of meeting")
    PACT = "pact", _("Pact")
    PLAN = "plan", _("Plan")
    MIXED = "mixed", _("Deliberation with its pact")
    UNKNOWN = "unknown", _("Unknown")


class SegmentState(models.TextChoices):
    """Whether a sentence of the text is accounted for."""

    ATTACHED = "attached", _("Attached to a value")
    IGNORED = "ignored", _("Formula, nothing to keep")
    ORPHAN = "orphan", _("Not read")


class DraftState(models.TextChoices):
    """Where a draft stands: applied once, or discarded for a newer reading."""

    PENDING = "pending", _("To review")
    APPLIED = "applied", _("Applied")
    DISCARDED = "discarded", _("Discarded")


class ItemState(models.TextChoices):
    """What the reviewer decided on one value."""

    PROPOSED = "proposed", _("Proposed")
    ACCEPTED = "accepted", _("Accepted")
    EDITED = "edited", _("Corrected")
    REJECTED = "rejected", _("Rejected")


class ItemKind(models.TextChoices):
    """What a value of a draft describes, in the order of the review."""

    SITTING = "sitting", _("Sitting")
    MEMBER = "member", _("Members")
    SUBSTITUTE = "substitute", _("Substitutes")
    PROXY = "proxy", _("Proxies")
    DELIBERATION = "deliberation", _("Deliberations")
    PACT = "pact", _("Pact")
    PARTY = "party", _("Signatories")
    SIGNATURE_BLOCK = "signature_block", _("Signature blocks")
    ARTICLE = "article", _("Articles")
    AXIS = "axis", _("Axes")
    ROLE = "role", _("Who pilots or carries")
    ONGOING_ACTION = "ongoing_action", _("Ongoing actions")
    MEASURE = "measure", _("Measures")
    FIGURE = "figure", _("Figures")
    AMOUNT = "amount", _("Amounts")
    BODY = "body", _("Bodies")
    DATE = "date", _("Dates")
    EVENT = "event", _("Events")
    FINDING = "finding", _("Findings")
