"""The words of action sheets: where one stands, who works on it, for whom, what a note is about."""

from django.db import models
from django.utils.translation import gettext_lazy as _


LONGEST_TITLE = 300
HEAVIEST = 100
"""The most that a milestone weighs."""


class SheetStatus(models.TextChoices):
    """Where an action stands. « Late » is not among them: it is computed from the dates."""

    TO_WRITE = "to_write", _("Sheet to be written")
    TO_DISCUSS = "to_discuss", _("To be discussed")
    PLANNED = "planned", _("To come")
    ONGOING = "ongoing", _("Under way")
    PAUSED = "paused", _("On hold")
    BLOCKED = "blocked", _("Blocked")
    DONE = "done", _("Carried out")
    DROPPED = "dropped", _("Given up")


CLOSED_STATUSES = (SheetStatus.DONE, SheetStatus.DROPPED)
"""Nothing is expected any more of a sheet that stands there."""


class Priority(models.TextChoices):
    """How much an action matters beside the others."""

    HIGH = "high", _("High")
    MEDIUM = "medium", _("Medium")
    LOW = "low", _("Low")


class Maturity(models.TextChoices):
    """How far the sheet itself has gone."""

    DRAFT = "draft", _("Being written")
    SUBMITTED = "submitted", _("Submitted")
    VALIDATED = "validated", _("Validated by the technical group")


class Participation(models.TextChoices):
    """What residents have their say in."""

    NONE = "none", _("No participation")
    INFORMATION = "information", _("Information")
    CONSULTATION = "consultation", _("Consultation")
    CONCERTATION = "concertation", _("Concertation")
    COCONSTRUCTION = "coconstruction", _("Co-construction")
    CODECISION = "codecision", _("Shared decision")


class Publication(models.TextChoices):
    """Whether everyone reads the public summary."""

    PRIVATE = "private", _("Not public")
    PROPOSED = "proposed", _("Proposed for publication")
    PUBLISHED = "published", _("Published to everyone")


class TargetGroup(models.TextChoices):
    """For whom an action is made."""

    YOUNG_16_25 = "young_16_25", _("Young people aged 16 to 25")
    UNKNOWN_YOUNG = "unknown_young", _("Young people unknown to institutions")
    EARLY_LEAVERS = "early_leavers", _("Early school leavers")
    MIDDLE_SCHOOL = "middle_school", _("Middle school pupils")
    HIGH_SCHOOL = "high_school", _("High school pupils")
    STUDENTS = "students", _("Students and apprentices")
    CHILDREN = "children", _("Children")
    FAMILIES = "families", _("Parents and families")
    SINGLE_PARENTS = "single_parents", _("Single-parent families")
    NON_FRENCH_SPEAKERS = "non_french_speakers", _("Speakers of other languages")
    WOMEN = "women", _("Women")
    JOB_SEEKERS = "job_seekers", _("Job seekers")
    INCOME_SUPPORT = "income_support", _("Recipients of income support")
    RESIDENTS = "residents", _("Residents")
    PROFESSIONALS = "professionals", _("Teachers and field teams")
    ASSOCIATIONS = "associations", _("Associations")
    COMPANIES = "companies", _("Companies")


class Theme(models.TextChoices):
    """What an action is about."""

    EMPLOYMENT = "employment", _("Employment and integration")
    TRADES = "trades", _("Discovery of trades")
    EDUCATION = "education", _("Education")
    PARENTING = "parenting", _("Parenting")
    HEALTH = "health", _("Health")
    MENTAL_HEALTH = "mental_health", _("Mental health")
    ADDICTIONS = "addictions", _("Addictions")
    CULTURE = "culture", _("Culture")
    SPORT = "sport", _("Sport")
    DIGITAL = "digital", _("Digital")
    RIGHTS = "rights", _("Access to rights")
    MOBILITY = "mobility", _("Mobility")
    LIVING = "living", _("Housing and living environment")
    PREVENTION = "prevention", _("Prevention and public peace")
    CITIZENSHIP = "citizenship", _("Citizenship")
    EQUALITY = "equality", _("Equality between women and men")
    DISCRIMINATION = "discrimination", _("Fight against discrimination")


class SheetRole(models.TextChoices):
    """What an institution does on a sheet. The first three carry it: their members edit it."""

    LEAD = "lead", _("Lead")
    COLEAD = "colead", _("Co-lead")
    OPERATOR = "operator", _("Operator")
    FUNDER = "funder", _("Funder")
    REFERRER = "referrer", _("Referrer")
    HOST = "host", _("Host")
    EXPERT = "expert", _("Expertise")
    RELAY = "relay", _("Relay")
    PARTNER = "partner", _("Partner")


CARRYING_ROLES = (SheetRole.LEAD, SheetRole.COLEAD, SheetRole.OPERATOR)


class PersonRole(models.TextChoices):
    """What a person, a department or a function does on a sheet."""

    PILOT = "pilot", _("Piloting person")
    DEPARTMENT = "department", _("Department")
    ELECTED = "elected", _("Elected representative")
    CONTACT = "contact", _("Contact")


class NoteKind(models.TextChoices):
    """What a note is about."""

    PROGRESS = "progress", _("Progress")
    RISK = "risk", _("Risks and obstacles")
    NEXT = "next", _("Next steps")
    SUCCESS = "success", _("Example of success")
    WATCH = "watch", _("Point to watch")
    DATA = "data", _("Comment on the data")


class ChangeSource(models.TextChoices):
    """What made a value change."""

    USER = "user", _("Typed by somebody")
    DECISION = "decision", _("Decided in a meeting")
    IMPORT = "import", _("Imported")
    RULE = "rule", _("Computed by a rule")


class SheetFault(models.TextChoices):
    """Why a value cannot be kept, as the form says it beside the field."""

    REQUIRED = "required", _("This is needed.")
    TOO_LONG = "too_long", _("This is too long.")
    UNKNOWN = "unknown", _("This is not one of the choices.")
    TAKEN = "taken", _("There is one like this already.")
    BACKWARDS = "backwards", _("The end comes before the beginning.")
    OUT_OF_RANGE = "out_of_range", _("This is out of range.")
    NOT_HERE = "not_here", _("This person does not act for that institution.")
    NOT_YOURS = "not_yours", _("Those who pilot the axis decide this.")
