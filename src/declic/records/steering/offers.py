"""What the forms of a meeting offer: institutions, people, sheets, milestones, funding lines, targets."""

import datetime
from collections.abc import Iterable

from django.utils.formats import date_format

from declic.records.evaluation.models import IndicatorTarget
from declic.records.money.choices import StageChoice
from declic.records.pact.models import Programme
from declic.records.partners.models import Institution, Membership
from declic.records.steering.known import Known
from declic.records.steering.values import Choice, MeetingOffers


LONGEST_CHOICE = 80


def meeting_offers(programme: Programme, *, known: Known) -> MeetingOffers:
    """Give what the forms of a meeting offer."""
    return MeetingOffers(
        institutions=institution_choices(),
        sheets=_sheets(known),
        milestones=_milestones(known),
        lines=_lines(known),
        targets=_targets(programme),
    )


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


def _sheets(known: Known) -> tuple[Choice, ...]:
    return _choices((row.pk, f"{row.measure.number}-{row.sequence} {row.title}") for row in known.every_sheet)


def _milestones(known: Known) -> tuple[Choice, ...]:
    return _choices(
        (row.pk, f"{row.title} ({sheet.title})")
        for sheet in known.every_sheet
        for row in sheet.milestones.all()
        if row.done_on is None and not row.is_cancelled
    )


def _lines(known: Known) -> tuple[Choice, ...]:
    return _choices(
        (row.pk, f"{row.purpose} ({row.funder.name}) — {StageChoice(row.stage).label}") for row in known.lines
    )


def _targets(programme: Programme) -> tuple[Choice, ...]:
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
