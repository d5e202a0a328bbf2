"""What the rules of alerts look at in money, deliveries and indicators."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from declic.engines.funding.stages import SECURED
from declic.engines.tracking.alert_facts import FundingFacts, IndicatorFacts, PostFacts
from declic.records.evaluation.values import IndicatorLine
from declic.records.money.choices import PostState, StageChoice
from declic.records.money.models import FundingLine, MediatorPost
from declic.records.pact.models import Programme


@dataclass(frozen=True, slots=True)
class Answers:
    """Who answers for each measure, by its key and by its number, and for each sheet by its key; empty for nobody."""

    measures: Mapping[int, str]
    numbers: Mapping[str, str]
    sheets: Mapping[int, str]

    def of_money(self, row: FundingLine) -> str:
        """Say who answers for a line: who receives it, who leads its sheet, who answers for its measure."""
        if row.beneficiary:
            return row.beneficiary.name
        return self.sheets.get(row.sheet_id or 0) or self.measures.get(row.measure_id or 0, "")


def funding_facts(lines: Iterable[FundingLine], *, answers: Answers) -> Iterator[FundingFacts]:
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
            owner=answers.of_money(row),
        )


def post_facts(programme: Programme) -> Iterator[PostFacts]:
    """Give the posts that nobody holds: since the last holder left, or since the post was to start."""
    rows = MediatorPost.objects.filter(measure__programme=programme).exclude(state=PostState.FILLED)
    for row in rows.select_related("employer", "measure").order_by("pk"):
        since = row.state_on if row.state == PostState.VACANT else row.starts_on
        yield PostFacts(
            f"post {row.pk}", f"{row.measure.number} {row.employer.name}", since, row.employer.name
        )


def indicator_facts(lines: Iterable[IndicatorLine], *, answers: Answers) -> Iterator[IndicatorFacts]:
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
            owner=line.data_owner or answers.numbers.get(line.measure.number if line.measure else "", ""),
        )
