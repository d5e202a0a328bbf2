"""The indicators of a programme with all that fills them, in four questions to the database."""

import datetime

from django.db.models import Prefetch, QuerySet

from declic.records.evaluation.filling import delivered, filled, line_of, whole_of
from declic.records.evaluation.models import Indicator, IndicatorTarget, Observation
from declic.records.evaluation.values import IndicatorLine
from declic.records.pact.models import Programme


def known_lines(programme: Programme, *, on: datetime.date, measure: str = "") -> tuple[IndicatorLine, ...]:
    """Give the indicators of a programme, or of one measure, as rules and dossiers look at them: nobody may write."""
    rows = rows_of(programme)
    if measure:
        rows = rows.filter(measure__number=measure)
    whole, done = whole_of(programme), delivered(programme.pk)
    return tuple(
        line_of(
            row,
            periods=filled(row, deliveries=done, whole=whole, on=on, locked_until=None),
            whole=whole,
            on=on,
            rights=(False, False),
        )
        for row in rows
    )


def rows_of(programme: Programme) -> QuerySet[Indicator]:
    """Find the indicators of a programme with their rule, targets and values."""
    rows = Indicator.objects.filter(programme=programme).order_by("measure__position", "code")
    return rows.select_related("measure__axis", "data_owner", "rule__sheet__measure").prefetch_related(
        Prefetch("targets", queryset=IndicatorTarget.objects.order_by("on")),
        Prefetch("observations", queryset=Observation.objects.order_by("end_on")),
    )
