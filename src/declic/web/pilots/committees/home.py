"""What the home of a pact tells of its steering: alerts that speak, decisions that are late."""

from django.utils.translation import ngettext

from declic.records.pact.values import PactHeader
from declic.web.pilots.pages.header import address
from declic.web.pilots.pages.steering import Count


def steering_counts(alerts: int, *, late: int, header: PactHeader) -> tuple[Count, ...]:
    """Count the alerts that speak, and the decisions that are late."""
    return (
        Count(alerts, ngettext("alert", "alerts", alerts), address("alerts", header)),
        Count(late, ngettext("late decision", "late decisions", late), address("decisions", header)),
    )
