"""The words of councils: where a value comes from, how a member stands, what the minutes state."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OriginChoice(models.TextChoices):
    """How a kept value came to be: the same three words as the readings'."""

    READ = "read", _("Read in the document")
    COMPUTED = "computed", _("Computed")
    PROPOSED = "proposed", _("Proposed")


class StatusChoice(models.TextChoices):
    """How a member stands in the roll of a sitting."""

    PRESENT = "present", _("Present")
    ABSENT = "absent", _("Absent")
    EXCUSED = "excused", _("Excused")
    REPRESENTED = "represented", _("Represented")


class StatedField(models.TextChoices):
    """A single value that minutes state about their sitting."""

    BODY = "body", _("Body")
    DATE = "date", _("Date")
    WEEKDAY = "weekday", _("Day of the week")
    PUBLISHED_ON = "published_on", _("Published on")
    CONVENED_ON = "convened_on", _("Convened on")
    OPENED_AT = "opened_at", _("Opened at")
    CLOSED_AT = "closed_at", _("Closed at")
    CHAIR = "chair", _("Chair")
    SECRETARY = "secretary", _("Secretary")
    MEMBERS_IN_OFFICE = "members_in_office", _("Members in office")
    DECLARED_PRESENT = "declared_present", _("Present, as declared")
    DECLARED_ABSENT = "declared_absent", _("Absent, as declared")
    DECLARED_PROXIES = "declared_proxies", _("Proxies, as declared")
    DECLARED_VOTERS = "declared_voters", _("Voters, as declared")
    ORDER = "order", _("Order of passage")


class CheckRule(models.TextChoices):
    """The ten checks of a sitting, in their order: the names of the voting engine's rules."""

    MEMBERS_ADD_UP = "members_add_up", _("Present and absent members make the members in office")
    NO_NAME_TWICE = "no_name_twice", _("Nobody is named twice")
    PROXIES_CAN_HOLD = "proxies_can_hold", _("Proxies: giver away, holder in the room")
    ONE_PROXY_PER_HOLDER = "one_proxy_per_holder", _("At most one proxy per holder")
    NO_PRESENCE_WITH_OWN_PROXY = "no_presence_with_own_proxy", _("Nobody is present and represented at once")
    QUORUM = "quorum_at_each_question", _("Quorum at each question")
    VOTES_ADD_UP = "votes_add_up", _("Votes add up to members present and proxies")
    UNANIMITY_AGREES = "unanimity_agrees", _("The word unanimity agrees with the counts")
    OFFICERS_ARE_PRESENT = "officers_are_present", _("Secretary and rapporteurs are members in the room")
    CALENDAR_AGREES = "calendar_agrees", _("Dates, numbers and appeal deadline")
