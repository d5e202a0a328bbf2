"""Sheets in words: the name of each field, of each part that is missing, why a gauge says nothing, how late it is."""

import datetime
from collections.abc import Mapping
from decimal import Decimal

from django.utils.translation import gettext as _, gettext_lazy

from declic.engines.tracking.completeness import Part
from declic.engines.tracking.gauges import Gauge, NotCalculable
from declic.engines.tracking.lateness import LateBecause, Lateness
from declic.records.sheets.choices import (
    Maturity,
    NoteKind,
    Participation,
    PersonRole,
    Priority,
    Publication,
    SheetRole,
    SheetStatus,
    TargetGroup,
    Theme,
)
from declic.web.design.components import Badge
from declic.web.design.wording import day, days_late, euros
from declic.web.pilots.sheet_fields import FIELDS


PARTS = {
    Part.DESCRIPTION: gettext_lazy("the description"),
    Part.CONTEXT: gettext_lazy("the context and the need"),
    Part.OBJECTIVES: gettext_lazy("the objectives"),
    Part.EXPECTED_RESULTS: gettext_lazy("the expected results"),
    Part.TARGET_GROUPS: gettext_lazy("the target groups"),
    Part.THEMES: gettext_lazy("the themes"),
    Part.STATUS: gettext_lazy("the status"),
    Part.PRIORITY: gettext_lazy("the priority"),
    Part.START: gettext_lazy("the start date"),
    Part.END: gettext_lazy("the end date"),
    Part.LEAD: gettext_lazy("the lead institution"),
    Part.PILOT: gettext_lazy("the piloting person"),
    Part.MILESTONES: gettext_lazy("the milestones"),
    Part.MEANS: gettext_lazy("the means"),
    Part.PARTICIPATION: gettext_lazy("the participation of residents"),
    Part.EVALUATION: gettext_lazy("how it will be evaluated"),
    Part.NOTE: gettext_lazy("a first note"),
}
WHY_NOT = {
    NotCalculable.NO_START: gettext_lazy("the sheet has no start date"),
    NotCalculable.NO_END: gettext_lazy("the sheet has no end date"),
    NotCalculable.NO_MILESTONE: gettext_lazy("the sheet has no milestone"),
    NotCalculable.NO_INDICATOR: gettext_lazy("no indicator is followed on the sheet"),
    NotCalculable.NO_RESULT: gettext_lazy("no indicator has a value and a target yet"),
}
CHOICES: Mapping[str, Mapping[str, object]] = {
    "status": {one.value: one.label for one in SheetStatus},
    "priority": {one.value: one.label for one in Priority},
    "maturity": {one.value: one.label for one in Maturity},
    "participation": {one.value: one.label for one in Participation},
    "publication": {one.value: one.label for one in Publication},
    "target_groups": {one.value: one.label for one in TargetGroup},
    "themes": {one.value: one.label for one in Theme},
    "role": {one.value: one.label for one in (*SheetRole, *PersonRole)},
    "kind": {one.value: one.label for one in NoteKind},
}
LATE = {
    LateBecause.END_PASSED: gettext_lazy("its end date has passed"),
    LateBecause.NOT_STARTED: gettext_lazy("its start date has passed and nothing has begun"),
    LateBecause.DUE_PASSED: gettext_lazy("its due date has passed"),
}


def field_label(name: str) -> str:
    """Give the name of a field; a field of another room bears the name that the code gives it."""
    return str(FIELDS.get(name, name))


def said(value: object, *, field: str) -> str:
    """Write a value, kept or from the history, in words; empty for nothing."""
    choices = CHOICES.get(field, {})
    match value:
        case bool():
            words = _("yes") if value else _("no")
        case list() | tuple():
            words = ", ".join(
                " ".join(map(str, one)) if isinstance(one, list) else str(choices.get(one, one))
                for one in value
            )
        case datetime.date():
            words = day(value)
        case Decimal():
            words = euros(value)
        case None:
            words = ""
        case _:
            words = str(choices.get(str(value), value))
    return words


def late_in_words(lateness: Lateness) -> str:
    """Say by how many days something is late; empty where it is not."""
    return days_late(lateness.days) if lateness.is_late else ""


def late_badge(lateness: Lateness) -> tuple[Badge, ...]:
    """Give a badge to what is late."""
    return (Badge(late_in_words(lateness), "bad"),) if lateness.is_late else ()


def why_not(gauge: Gauge) -> str:
    """Say why a gauge says nothing."""
    return str(WHY_NOT[gauge.why]) if gauge.why else ""


def gauge_in_words(gauge: Gauge) -> str:
    """Say a gauge in a cell of a table."""
    return _("not calculable") if gauge.percent is None else f"{gauge.percent}\N{NARROW NO-BREAK SPACE}%"
