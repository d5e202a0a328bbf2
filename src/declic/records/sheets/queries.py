"""Rows of sheets, fetched with all that their lines need: a bounded number of queries, whatever the size."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from declic.records.accounts.rights import may_read_sheet
from declic.records.accounts.viewers import Viewer
from declic.records.pact.models import Programme
from declic.records.pact.queries import programme, readable_programmes
from declic.records.sheets.models import ActionSheet, AxisPilot, Blocker, Note, SheetInstitution


class UnknownSheetError(LookupError):
    """The pact or the sheet is unknown, or the viewer may not know that it is there."""


def readable_programme(slug: str, *, viewer: Viewer) -> Programme:
    """Give the programme whose sheets the viewer may read. Raises UnknownSheetError."""
    row = programme(slug, viewer=viewer) if may_read_sheet(viewer, published=False) else None
    if row is None:
        raise UnknownSheetError(slug)
    return row


def readable_sheets(*, viewer: Viewer) -> QuerySet[ActionSheet]:
    """Find the sheets that the viewer may read as a colleague; none for who works for no institution."""
    if not may_read_sheet(viewer, published=False):
        return ActionSheet.objects.none()
    known = readable_programmes(viewer=viewer).values("pk")
    return whole(ActionSheet.objects.filter(measure__programme__in=known))


def sheets_of(row: Programme) -> QuerySet[ActionSheet]:
    """Find the sheets of a programme, in the order of their measures."""
    return whole(ActionSheet.objects.filter(measure__programme=row))


def whole(rows: QuerySet[ActionSheet]) -> QuerySet[ActionSheet]:
    """Fetch sheets with what their lines need."""
    institutions = Prefetch("institutions", queryset=SheetInstitution.objects.select_related("institution"))
    open_blockers = Blocker.objects.filter(sheet=OuterRef("pk"), lifted_on=None)
    return (
        rows.select_related("measure__axis", "measure__programme", "parent__measure")
        .prefetch_related(institutions, "people", "milestones")
        .annotate(
            is_blocked=Exists(open_blockers), has_note=Exists(Note.objects.filter(sheet=OuterRef("pk")))
        )
        .order_by("measure__programme_id", "measure__position", "sequence")
    )


def pilots_by_axis(axis_ids: Iterable[int]) -> dict[int, frozenset[int]]:
    """Give the accounts that pilot each axis."""
    found: dict[int, set[int]] = defaultdict(set)
    rows = AxisPilot.objects.filter(axis_id__in=set(axis_ids), person__isnull=False)
    for axis, person in rows.values_list("axis_id", "person__pk"):
        found[axis].add(person)
    return {axis: frozenset(people) for axis, people in found.items()}
