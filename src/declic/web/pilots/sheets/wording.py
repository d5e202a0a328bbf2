"""Sheets in words: the name of each field, of each part that is missing, why a gauge says nothing, how late it is."""

import datetime
from collections.abc import Mapping
from decimal import Decimal

from django.utils.formats import date_format
from django.utils.translation import gettext as _, gettext_lazy, ngettext

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
from declic.web.design.wording import day, euros


FIELDS = {
    "title": gettext_lazy("Title of the action"),
    "context": gettext_lazy("Context and observed need"),
    "description": gettext_lazy("Description"),
    "general_objective": gettext_lazy("General objective"),
    "objectives": gettext_lazy("Operational objectives"),
    "expected_results": gettext_lazy("Expected results and impacts"),
    "target_groups": gettext_lazy("Target groups"),
    "themes": gettext_lazy("Themes"),
    "age_min": gettext_lazy("From the age of"),
    "age_max": gettext_lazy("To the age of"),
    "expected_reach": gettext_lazy("Number of people expected"),
    "places": gettext_lazy("Territory and places"),
    "start_on": gettext_lazy("Start date"),
    "end_on": gettext_lazy("Planned end date"),
    "is_yearly": gettext_lazy("The action is repeated every year"),
    "status": gettext_lazy("Status"),
    "priority": gettext_lazy("Priority"),
    "maturity": gettext_lazy("Maturity of the sheet"),
    "participation": gettext_lazy("Participation of residents"),
    "participation_note": gettext_lazy("How residents take part"),
    "means": gettext_lazy("Human and technical means"),
    "governance_note": gettext_lazy("Governance bodies"),
    "indicators_note": gettext_lazy("Linked indicators"),
    "funding_note": gettext_lazy("Funding"),
    "announced_funders": gettext_lazy("Announced funders"),
    "announced_budget": gettext_lazy("Total planned budget, in euros before tax"),
    "evaluation_method": gettext_lazy("How it will be evaluated"),
    "evaluation_result": gettext_lazy("What the evaluation found"),
    "public_summary": gettext_lazy("Public summary"),
    "publication": gettext_lazy("Publication"),
    "institution_id": gettext_lazy("Institution"),
    "person_id": gettext_lazy("Person"),
    "function": gettext_lazy("Function"),
    "role": gettext_lazy("Role"),
    "words": gettext_lazy("Name, department or function"),
    "due_on": gettext_lazy("Due date"),
    "done_on": gettext_lazy("Done on"),
    "is_cancelled": gettext_lazy("Cancelled"),
    "weight": gettext_lazy("Weight"),
    "is_key": gettext_lazy("Key milestone"),
    "cause": gettext_lazy("Cause"),
    "lifting_condition": gettext_lazy("What would lift it"),
    "since_on": gettext_lazy("Since"),
    "lifted_on": gettext_lazy("Lifted on"),
    "kind": gettext_lazy("Kind of note"),
    "text": gettext_lazy("Text"),
    "on": gettext_lazy("Day"),
}
KINDS = {
    "sheets.actionsheet": gettext_lazy("Sheet"),
    "sheets.sheetinstitution": gettext_lazy("Institution on the sheet"),
    "sheets.sheetperson": gettext_lazy("Person on the sheet"),
    "sheets.milestone": gettext_lazy("Milestone"),
    "sheets.blocker": gettext_lazy("Blocker"),
    "sheets.note": gettext_lazy("Note"),
}
"""What a change is about; other rooms add theirs."""

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


def change_said(value: object, *, field: str) -> str:
    """Write a value of the history, where dates are texts."""
    if field.endswith("_on") or field == "on":
        try:
            return day(datetime.date.fromisoformat(str(value)))
        except ValueError:
            return ""
    return said(value, field=field)


def late_in_words(lateness: Lateness) -> str:
    """Say by how many days something is late; empty where it is not."""
    if not lateness.is_late:
        return ""
    return ngettext("%(count)d day late", "%(count)d days late", lateness.days) % {"count": lateness.days}


def late_badge(lateness: Lateness) -> tuple[Badge, ...]:
    """Give a badge to what is late."""
    return (Badge(late_in_words(lateness), "bad"),) if lateness.is_late else ()


def why_not(gauge: Gauge) -> str:
    """Say why a gauge says nothing."""
    return str(WHY_NOT[gauge.why]) if gauge.why else ""


def gauge_in_words(gauge: Gauge) -> str:
    """Say a gauge in a cell of a table."""
    return _("not calculable") if gauge.percent is None else f"{gauge.percent}\N{NARROW NO-BREAK SPACE}%"


def short_day(value: datetime.date | None) -> str:
    """Write a day in a table: 14/07/2024; a dash where there is none."""
    return date_format(value, "d/m/Y") if value else "–"
