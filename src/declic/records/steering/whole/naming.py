"""What a row is called in the file, and which row a name of the file is here."""

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from declic.records.accounts.viewers import Viewer
from declic.records.evaluation.models import Indicator
from declic.records.pact.bringing import WrongPactError
from declic.records.pact.models import Axis, Body, Measure, Programme
from declic.records.partners.models import Institution
from declic.records.partners.names import normalised
from declic.records.partners.writes import find_or_add_institution
from declic.records.sheets.models import ActionSheet
from declic.records.steering.whole.tables import Carried


Name = str | int

NAMED_BY: dict[type[Any], str] = {
    Axis: "number",
    Measure: "number",
    Body: "position",
    Institution: "name",
    Indicator: "code",
}
"""The column that names a row."""

OWN_NAMES: dict[type[Any], Callable[[Any], Name]] = {
    **{model: attrgetter(name) for model, name in NAMED_BY.items()},
    ActionSheet: lambda one: one.code,
}
"""What is known by the same words in every site; other rows are known by their place in the file."""

OF_THE_TEXT: tuple[type[Any], ...] = (Axis, Measure, Body)
"""What the pact itself brought, before its steering."""


class Named:
    """The rows that others name, by what they are called in one file."""

    def __init__(self, programme: Programme, *, by: Viewer) -> None:
        """Begin with what the text brought."""
        self.by = by
        self.rows: dict[type[Any], dict[Name, Any]] = {
            model: {OWN_NAMES[model](one): one for one in model.objects.filter(programme=programme)}
            for model in OF_THE_TEXT
        }

    def keep(self, row: Any, *, table: Carried, number: object) -> None:
        """Keep a row that was put in. Raises WrongPactError where another one bears its name."""
        own = OWN_NAMES.get(table.model)
        if own is None and not table.has_id:
            return
        name = own(row) if own else number
        known = self.rows.setdefault(table.model, {})
        if not isinstance(name, (str, int)) or name in known:
            raise WrongPactError(f"{table.name}: {name}")
        known[name] = row

    def find(self, model: type[Any], name: Name, *, table: Carried) -> Any:
        """Give the row of that name. Raises WrongPactError."""
        if model is Institution:
            return self._institution(str(name), table=table)
        found = self.rows.get(model, {}).get(name)
        if found is None:
            raise WrongPactError(f"{table.name}: {name}")
        return found

    def _institution(self, name: str, *, table: Carried) -> Any:
        if not normalised(name):
            raise WrongPactError(f"{table.name}: {name}")
        known = self.rows.setdefault(Institution, {})
        if name not in known:
            known[name] = Institution.objects.get(pk=find_or_add_institution(name, by=self.by))
        return known[name]
