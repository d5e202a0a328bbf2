"""What the rules of alerts look at in money, deliveries and indicators."""

import datetime
from collections.abc import Iterable, Iterator

from declic.engines.funding.stages import SECURED
from declic.engines.tracking.alert_facts import FundingFacts, IndicatorFacts, PostFacts
from declic.records.evaluation.values import IndicatorLine
from declic.records.money.choices import PostState, StageChoice
from declic.records.money.models import FundingLine, MediatorPost
from declic.records.pact.models import Programme


def funding_facts(lines: Iterable[FundingLine]) -> Iterator[FundingFacts]:
    """Give the lines that are sought; what was refused is no longer awaited."""
    for row in lines:
        if row.stage == StageChoice.REFUSED:
            continue
        starts = row.sheet.start_on if row.sheet else None
        yield FundingFacts(
            mark=f"funding line {row.pk}",
            title=f"{row.purpose} ({row.funder.name})",
            is_granted=row.stage in SECURED,
            starts_on=starts or datetime.date(row.fiscal_year, 1, 1),
            owner=row.beneficiary.name if row.beneficiary else "",
        )


def post_facts(programme: Programme) -> Iterator[PostFacts]:
    """Give the posts that nobody holds: since the last holder left, or since the post was to start."""
    rows = MediatorPost.objects.filter(measure__programme=programme).exclude(state=PostState.FILLED)
    for row in rows.select_related("employer", "measure").order_by("pk"):
        since = row.state_on if row.state == PostState.VACANT else row.starts_on
        yield PostFacts(
            f"post {row.pk}", f"{row.measure.number} {row.employer.name}", since, row.employer.name
        )


def indicator_facts(lines: Iterable[IndicatorLine]) -> Iterator[IndicatorFacts]:
    """Give the indicators of which a value is missing: since the day on which the oldest was due."""
    for line in lines:
        awaited = line.freshness.awaited
        if awaited is None:
            continue
        number = f"{line.measure.number}. " if line.measure else ""
        yield IndicatorFacts(
            mark=f"indicator {line.indicator_id}",
            title=f"{number}{line.name}",
            next_value_due_on=awaited.end + datetime.timedelta(days=line.delay_days),
            owner=line.data_owner,
        )
