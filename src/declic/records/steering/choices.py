"""The words of steering: committees, meetings, points of an agenda, decisions, answers, letters."""

from django.db import models
from django.utils.translation import gettext_lazy as _


LONGEST_FRAME = 200
"""The longest words for what carries a measure after the pact."""


class CommitteeKind(models.TextChoices):
    """What a committee is for."""

    STEERING = "steering", _("Steering committee")
    TECHNICAL = "technical", _("Technical group")
    TEAM = "team", _("Project team")
    AXIS_GROUP = "axis_group", _("Group of an axis")
    FUNDERS = "funders", _("Conference of funders")
    CITIZENS = "citizens", _("Citizens' council")


class MeetingState(models.TextChoices):
    """Where a meeting stands, from its first date to its approved minutes."""

    PLANNED = "planned", _("Planned")
    CONVENED = "convened", _("Convened")
    IN_PROGRESS = "in_progress", _("In progress")
    HELD = "held", _("Held")
    MINUTES_TO_APPROVE = "minutes_to_approve", _("Minutes to approve")
    CLOSED = "closed", _("Minutes approved")
    CANCELLED = "cancelled", _("Cancelled")


NEXT_STATES: dict[str, tuple[MeetingState, ...]] = {
    MeetingState.PLANNED: (MeetingState.CONVENED, MeetingState.IN_PROGRESS, MeetingState.CANCELLED),
    MeetingState.CONVENED: (MeetingState.IN_PROGRESS, MeetingState.CANCELLED),
    MeetingState.IN_PROGRESS: (MeetingState.HELD,),
    MeetingState.HELD: (MeetingState.MINUTES_TO_APPROVE,),
    MeetingState.MINUTES_TO_APPROVE: (MeetingState.CLOSED, MeetingState.HELD),
    MeetingState.CLOSED: (),
    MeetingState.CANCELLED: (),
}
"""What may follow each state."""

HELD_STATES = (MeetingState.HELD, MeetingState.MINUTES_TO_APPROVE, MeetingState.CLOSED)
MINUTED_STATES = (MeetingState.IN_PROGRESS, MeetingState.HELD, MeetingState.MINUTES_TO_APPROVE)
COMING_STATES = (MeetingState.PLANNED, MeetingState.CONVENED, MeetingState.IN_PROGRESS)


class ItemKind(models.TextChoices):
    """What a point of the agenda is there for."""

    INFORMATION = "information", _("Information")
    REVIEW = "review", _("Review of progress")
    DECISION = "decision", _("To be decided")
    VALIDATION = "validation", _("To be validated")
    OTHER = "other", _("Other")


class ItemState(models.TextChoices):
    """What became of a point: one that was not treated waits in the backlog under a new line."""

    WAITING = "waiting", _("Not treated yet")
    TREATED = "treated", _("Treated")
    POSTPONED = "postponed", _("Put off to a next meeting")
    DROPPED = "dropped", _("Taken off")


class PresenceChoice(models.TextChoices):
    """How an institution was there."""

    PRESENT = "present", _("Was present")
    REMOTE = "remote", _("At a distance")
    ALTERNATE = "alternate", _("Represented by the alternate")
    EXCUSED = "excused", _("Sent its excuses")
    ABSENT = "absent", _("Was absent")


THERE = (PresenceChoice.PRESENT, PresenceChoice.REMOTE, PresenceChoice.ALTERNATE)


class DecisionKind(models.TextChoices):
    """What a decision is."""

    DECISION = "decision", _("Decision")
    ORIENTATION = "orientation", _("Orientation")
    VALIDATION = "validation", _("Validation")
    ARBITRATION = "arbitration", _("Arbitration")
    REQUEST = "request", _("Request")


class DecisionState(models.TextChoices):
    """Where a decision stands; late is computed from its date."""

    TO_DO = "to_do", _("To be carried out")
    DOING = "doing", _("Under way")
    DONE = "done", _("Carried out")
    SUPERSEDED = "superseded", _("Replaced by another")
    DROPPED = "dropped", _("Given up")


OPEN_STATES = (DecisionState.TO_DO, DecisionState.DOING)
"""The decisions that come back at each meeting."""


class EffectKind(models.TextChoices):
    """What a decision changes by itself."""

    SHEET_END = "sheet_end", _("End of a sheet")
    SHEET_STATUS = "sheet_status", _("Status of a sheet")
    MILESTONE_DUE = "milestone_due", _("Date of a milestone")
    FUNDING_STAGE = "funding_stage", _("Stage of a funding line")
    INDICATOR_TARGET = "indicator_target", _("Target of an indicator")


class Fate(models.TextChoices):
    """What becomes of a measure when the pact ends."""

    GOES_ON = "goes_on", _("It goes on in another frame")
    HANDED_OVER = "handed_over", _("Somebody takes it over")
    ENDS = "ends", _("It ends")


class HealthChoice(models.TextChoices):
    """How a sheet fares, as somebody may write it."""

    SUN = "sun", _("It goes well")
    CLOUD = "cloud", _("To be watched")
    RAIN = "rain", _("In difficulty")
    STORM = "storm", _("Blocked")


class StatusAnswer(models.TextChoices):
    """What is answered to « where do you stand? »."""

    DONE = "done", _("It is done")
    ONGOING = "ongoing", _("It goes on")
    BLOCKED = "blocked", _("It is blocked")
    NOT_CONCERNED = "not_concerned", _("It is not for me")


class LetterKind(models.TextChoices):
    """Why a letter is sent."""

    CONVOCATION = "convocation", _("Convocation")
    CANCELLATION = "cancellation", _("Cancellation of a meeting")
    STATUS_REQUEST = "status_request", _("Where do you stand?")
    REMINDER = "reminder", _("Reminder")
    MENTIONS = "mentions", _("A colleague names you")


class LetterState(models.TextChoices):
    """
    Where a letter stands: `handing` is written before it is handed over, `sent` after.

    A worker that dies in between leaves a letter `handing`; where nobody can say whether it left, it is `uncertain`.
    """

    WAITING = "waiting", _("Waits to be sent")
    HANDING = "handing", _("Being handed over")
    SENT = "sent", _("Sent")
    FAILED = "failed", _("Could not be sent")
    UNCERTAIN = "uncertain", _("Perhaps sent")
