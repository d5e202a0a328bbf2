"""What the forms of a meeting offer: institutions, people, sheets, milestones, funding lines, targets."""

import datetime
from collections.abc import Iterable

from django.utils.formats import date_format

from declic.records.evaluation.models import IndicatorTarget
from declic.records.money.choices import StageChoice
from declic.records.money.models import FundingLine
from declic.records.pact.models import Programme
from declic.records.partners.models import Institution, Membership
from declic.records.sheets.models import ActionSheet, Milestone
from declic.records.steering.values import Choice


LONGEST_CHOICE = 80


def institution_choices() -> tuple[Choice, ...]:
    """Give the institutions."""
    return _choices(Institution.objects.order_by("name").values_list("pk", "name"))


def people_choices() -> tuple[Choice, ...]:
    """Give the accounts that act for an institution, each with where."""
    rows = Membership.objects.filter(ended_at=None, user__is_active=True).select_related(
        "user", "institution"
    )
    return _choices(
        (row.user_id, f"{row.user.name} ({row.institution.name})")
        for row in rows.order_by("institution__name", "user__name", "pk")
    )


def sheet_choices(programme: Programme) -> tuple[Choice, ...]:
    """Give the sheets of a programme, by their code."""
    rows = ActionSheet.objects.filter(measure__programme=programme).select_related("measure")
    named = (
        (row.pk, f"{row.measure.number}-{row.sequence} {row.title}")
        for row in rows.order_by("measure__position", "sequence")
    )
    return _choices(named)


def milestone_choices(programme: Programme) -> tuple[Choice, ...]:
    """Give the milestones that are still to be reached, each with its sheet."""
    rows = Milestone.objects.filter(sheet__measure__programme=programme, is_cancelled=False, done_on=None)
    named = (
        (row.pk, f"{row.title} ({row.sheet.title})")
        for row in rows.select_related("sheet").order_by("sheet_id", "due_on", "id")
    )
    return _choices(named)


def line_choices(programme: Programme) -> tuple[Choice, ...]:
    """Give the funding lines, each with where it stands."""
    rows = FundingLine.objects.filter(programme=programme).select_related("funder").order_by("pk")
    return _choices(
        (row.pk, f"{row.purpose} ({row.funder.name}) — {StageChoice(row.stage).label}") for row in rows
    )


def target_choices(programme: Programme) -> tuple[Choice, ...]:
    """Give the targets of the indicators, each with its day."""
    rows = IndicatorTarget.objects.filter(indicator__programme=programme)
    named = (
        (row.pk, f"{row.indicator.code} {row.indicator.name}, {day(row.on)}")
        for row in rows.select_related("indicator").order_by("indicator__code", "on")
    )
    return _choices(named)


def day(on: datetime.date) -> str:
    """Write a day, as minutes do."""
    return date_format(on, "j F Y")


def _choices(pairs: Iterable[tuple[int, str]]) -> tuple[Choice, ...]:
    return tuple(Choice(number, words[:LONGEST_CHOICE]) for number, words in pairs)
