"""Naming: an institution that answers for an axis or a measure, and who does there."""

from collections.abc import Mapping
from typing import Any, TypeVar

from declic.records.accounts.viewers import Viewer
from declic.records.partners.models import Institution, Membership
from declic.records.sheets.choices import SheetFault
from declic.records.sheets.contents import WrongSheetError
from declic.records.sheets.history import added, change
from declic.records.sheets.models import AxisPilot, MeasureLead


Named = TypeVar("Named", AxisPilot, MeasureLead)
LONGEST_FUNCTION = 200


def demand_person(person_id: int | None, *, institution_id: int) -> None:
    """Raise WrongSheetError where the person does not act for the institution, LookupError for an unknown one."""
    if not Institution.objects.filter(pk=institution_id).exists():
        raise LookupError(institution_id)
    if person_id is None:
        return
    acting = Membership.objects.filter(
        user_id=person_id, institution_id=institution_id, ended_at__isnull=True, user__is_active=True
    )
    if not acting.exists():
        raise WrongSheetError({"person": SheetFault.NOT_HERE})


def keep_named(
    model: type[Named], *, onto: Mapping[str, int], says: Mapping[str, Any], by: Viewer, seen: int | None
) -> tuple[Named, bool]:
    """Keep who answers there for that institution, once, and say whether anything changed."""
    row = model.objects.select_for_update().filter(**onto).first()
    if row is None:
        return added(model(**onto, **says), by=by), True
    return row, bool(change(row, by=by, seen=seen, **says))
