"""A small invented pact with its people: who pilots, who carries, and a first sheet."""

from dataclasses import dataclass

from declic.records.accounts.viewers import OPERATOR, Viewer
from declic.records.pact.models import Axis, Measure
from declic.records.sheets.models import ActionSheet
from declic.records.sheets.naming import Naming
from declic.records.sheets.writes import name_pilot, open_sheet
from tests.people import CLAIRE, HUGO, LINA, MARC, ODILE, signed_up
from tests.records.pact.invented import opened_small_pact


@dataclass(frozen=True, slots=True)
class Steered:
    """The small pact: Claire pilots axis 1, the workshop of Lina and Marc carries the sheet « 10-1 »; Hugo has no part in it."""

    slug: str
    claire: Viewer
    odile: Viewer
    lina: Viewer
    hugo: Viewer
    sheet_id: int

    @property
    def workshop(self) -> int:
        assert self.lina.institution_id is not None
        return self.lina.institution_id


def measure(number: str = "10") -> Measure:
    return Measure.objects.get(number=number)


def axis(number: int = 1) -> Axis:
    return Axis.objects.get(number=number)


def sheet(number: int) -> ActionSheet:
    return ActionSheet.objects.get(pk=number)


def steered(*, public: bool = True) -> Steered:
    """Open the pact, give its people their accounts, and open a first sheet."""
    slug = opened_small_pact(public=public)
    claire, odile, lina, hugo, _marc = (signed_up(person) for person in (CLAIRE, ODILE, LINA, HUGO, MARC))
    assert claire.institution_id is not None
    name_pilot(axis().pk, institution_id=claire.institution_id, who=Naming(claire.user_id), by=odile)
    says = {"title": "Ouvrir la ludothèque le samedi", "status": "ongoing"}
    number = open_sheet(measure().pk, says=says, lead_id=lina.institution_id, by=OPERATOR)
    return Steered(slug, claire, odile, lina, hugo, number)
