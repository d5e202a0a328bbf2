"""Changes that come by a spreadsheet: previewed, then kept."""

from collections.abc import Iterable

from django.db import transaction

from declic.records.accounts.rights import demand, may_read_sheet
from declic.records.accounts.viewers import Viewer
from declic.records.journal.turns import take_turn
from declic.records.pact.models import Programme
from declic.records.sheets.facts import demand_readable
from declic.records.sheets.spreadsheet.files import Row
from declic.records.sheets.spreadsheet.importing import ImportReport, imported


def import_sheets(
    slug: str, *, rows: Iterable[tuple[int, Row]], by: Viewer, is_preview: bool = False
) -> ImportReport:
    """
    Keep the sheets that rows of a spreadsheet say, each row whole or refused, and say what became of each.

    A sheet is known by its measure and its title; an empty cell changes nothing; a second time changes nothing. A
    preview says the same and keeps nothing. Who may not open or edit a sheet has its row refused. Raises
    NotAllowedError for who works for no institution, LookupError for an unknown pact.
    """
    with transaction.atomic():
        report = _imported(slug, rows=rows, by=by)
        transaction.set_rollback(is_preview)
    return report


def _imported(slug: str, *, rows: Iterable[tuple[int, Row]], by: Viewer) -> ImportReport:
    demand(may_read_sheet(by, published=False))
    programme = Programme.objects.filter(slug=slug).first()
    if programme is None:
        raise LookupError(slug)
    demand_readable(programme.pk, by=by)
    for number in programme.measures.order_by("pk").values_list("pk", flat=True):
        take_turn(f"sheets of measure {number}")
    return imported(programme, rows=rows, by=by)
