"""What the rules of alerts look at in money and deliveries."""

import datetime
from collections.abc import Iterator

from django.db.models import Max

from declic.engines.funding.stages import SECURED
from declic.engines.tracking.alert_facts import FundingFacts, PostFacts
from declic.records.deliveries.models import Delivery
from declic.records.money.choices import PostState, StageChoice
from declic.records.money.models import FundingLine, MediatorPost
from declic.records.pact.models import Programme


def last_deliveries(programme: Programme) -> dict[tuple[int, int | None], datetime.date]:
    """Give the last day on which something was delivered, by measure and sheet; None for what names no sheet."""
    rows = Delivery.objects.filter(measure__programme=programme).order_by().values("measure_id", "sheet_id")
    return {(one["measure_id"], one["sheet_id"]): one["last"] for one in rows.annotate(last=Max("on"))}


def funding_facts(programme: Programme) -> Iterator[FundingFacts]:
    """Give the lines that are sought; what was refused is no longer awaited."""
    rows = FundingLine.objects.filter(programme=programme).exclude(stage=StageChoice.REFUSED)
    for row in rows.select_related("funder", "beneficiary", "sheet").order_by("pk"):
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
