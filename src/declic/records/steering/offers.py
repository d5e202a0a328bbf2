"""What the forms of a meeting offer: institutions, people, sheets, milestones, funding lines, targets."""

import datetime
from collections.abc import Iterable

from django.utils.formats import date_format

from declic.records.evaluation.models import IndicatorTarget
from declic.records.money.choices import StageChoice
from declic.records.pact.models import Programme
from declic.records.partners.models import Institution, Membership
from declic.records.steering.known import Known
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


def sheet_choices(known: Known) -> tuple[Choice, ...]:
    """Give the sheets of a programme, by their code."""
    return _choices((row.pk, f"{row.measure.number}-{row.sequence} {row.title}") for row in known.every_sheet)


def milestone_choices(known: Known) -> tuple[Choice, ...]:
    """Give the milestones that are still to be reached, each with its sheet."""
    return _choices(
        (row.pk, f"{row.title} ({sheet.title})")
        for sheet in known.every_sheet
        for row in sheet.milestones.all()
        if row.done_on is None and not row.is_cancelled
    )


def line_choices(known: Known) -> tuple[Choice, ...]:
    """Give the funding lines, each with where it stands."""
    return _choices(
        (row.pk, f"{row.purpose} ({row.funder.name}) — {StageChoice(row.stage).label}") for row in known.lines
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
