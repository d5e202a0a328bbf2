"""Naming: an institution that answers for an axis or a measure, and who does there."""

from collections.abc import Mapping
from dataclasses import dataclass

from declic.records.accounts.viewers import Viewer
from declic.records.partners.models import Institution, Membership
from declic.records.sheets.choices import SheetFault
from declic.records.sheets.contents import WrongSheetError
from declic.records.sheets.history import added, change
from declic.records.sheets.models import AxisPilot, MeasureLead
from declic.records.sheets.values import NamedLine


LONGEST_FUNCTION = 200


@dataclass(frozen=True, slots=True)
class Naming:
    """Who does it there: an account, a function in words, both or nobody."""

    person_id: int | None = None
    function: str = ""


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
    model: type[AxisPilot | MeasureLead],
    *,
    onto: Mapping[str, int],
    who: Naming,
    by: Viewer,
    seen: int | None,
) -> bool:
    """Keep who answers there for that institution, once, and say whether anything changed."""
    function = " ".join(who.function.split())[:LONGEST_FUNCTION]
    row = model.objects.select_for_update().filter(**onto).first()
    if row is None:
        added(model(**onto, person_id=who.person_id, function=function), by=by)
        return True
    return bool(change(row, by=by, seen=seen, person_id=who.person_id, function=function))


def named_line(row: AxisPilot | MeasureLead) -> NamedLine:
    """Give the line of who answers, fetched with its institution and its person."""
    return NamedLine(
        id=row.pk,
        institution_id=row.institution_id,
        institution_name=str(row.institution),
        person_id=row.person_id,
        person_name=row.person.name if row.person else "",
        function=row.function,
        edition=row.edition,
    )
