"""Which rows of the steering everyone reads: what is published, what is approved, never what counts too few people."""

from typing import Any

from declic.records.evaluation.choices import ObservationState
from declic.records.evaluation.models import Indicator, Observation
from declic.records.evaluation.published import counts_too_few
from declic.records.pact.models import Programme
from declic.records.sheets.choices import Publication, SheetRole
from declic.records.sheets.models import ActionSheet, SheetInstitution


Published = dict[str, set[Any]]


def published_rows(programme: Programme) -> Published:
    """Give the numbers of the rows that everyone reads, by the name of their table."""
    sheets = ActionSheet.objects.filter(measure__programme=programme, publication=Publication.PUBLISHED)
    known = set(sheets.values_list("pk", flat=True))
    leads = SheetInstitution.objects.filter(sheet__in=known, role=SheetRole.LEAD)
    return {
        "sheets": known,
        "sheet_institutions": set(leads.values_list("pk", flat=True)),
        **_values(programme),
    }


def _values(programme: Programme) -> Published:
    approved = Observation.objects.filter(
        indicator__programme=programme,
        indicator__measure__isnull=False,
        state=ObservationState.APPROVED,
    )
    last = {one.indicator_id: one for one in approved.order_by("end_on", "id")}
    rows = Indicator.objects.filter(pk__in=last).select_related("rule").prefetch_related("targets")
    shown = [one for one in rows if not counts_too_few(one, value=last[one.pk].value)]
    targets = (sorted(one.targets.all(), key=lambda target: target.on)[-1:] for one in shown)
    return {
        "indicators": {one.pk for one in shown},
        "observations": {last[one.pk].pk for one in shown},
        "rules": {one.rule.pk for one in shown if hasattr(one, "rule")},
        "targets": {target.pk for last_one in targets for target in last_one},
    }
