"""Rows that a rule reaches: the same rule that decides on one object, said to the database."""

from django.db.models import Q

from declic.records.accounts.rules import FactsError, Rule
from declic.records.accounts.viewers import Viewer


NOTHING = Q(pk__in=())
EVERYTHING = Q()


def reached(rule: Rule, *, viewer: Viewer, **columns: str) -> Q:
    """
    Give the condition of the rows that `rule` opens to the viewer; `columns` say where each fact stands.

    `reached(may_read_document, viewer=viewer, public="version__document__public")`. Raises FactsError where a
    fact has no column.
    """
    if columns.keys() != rule.facts:
        raise FactsError(f"{rule.name} needs a column for each of {sorted(rule.facts)}.")
    grounds = rule.grounds(viewer)
    if any(not one.demanded for one in grounds):
        return EVERYTHING
    found = NOTHING
    for one in grounds:
        found |= Q(**{columns[name]: value for name, value in one.demanded})
    return found
