"""Answers about several sheets at once."""

import datetime

from declic.records.accounts.rights import may_open_sheet, may_read_sheet
from declic.records.accounts.viewers import Viewer
from declic.records.pact.models import Measure
from declic.records.pact.queries import header, readable_programmes
from declic.records.pact.values import PactHeader
from declic.records.pact.wordings import first_words
from declic.records.sheets.choices import Publication, SheetRole
from declic.records.sheets.facts import pilots_of
from declic.records.sheets.lines import sheet_lines
from declic.records.sheets.models import ActionSheet, SheetTemplate
from declic.records.sheets.naming import named_line
from declic.records.sheets.queries import UnknownSheetError, readable_programme, sheets_of, whole
from declic.records.sheets.spreadsheet.exporting import row_of
from declic.records.sheets.spreadsheet.files import Row
from declic.records.sheets.values import MeasureSheets, PublishedSheet, SheetsPage, TemplateLine


def sheets_page(slug: str, *, viewer: Viewer, today: datetime.date) -> SheetsPage:
    """Give the sheets of a pact, in the order of its measures. Raises UnknownSheetError."""
    row = readable_programme(slug, viewer=viewer)
    lines = sheet_lines(sheets_of(row), viewer=viewer, today=today)
    return SheetsPage(header(row, viewer=viewer), lines, tuple(row.axes.values_list("number", "title")))


def measure_sheets(slug: str, *, number: str, viewer: Viewer, today: datetime.date) -> MeasureSheets:
    """Give the sheets of one measure, and who answers for it. Raises UnknownSheetError."""
    top = header(readable_programme(slug, viewer=viewer), viewer=viewer)
    return sheets_below(top, number=number, viewer=viewer, today=today)


def sheets_below(top: PactHeader, *, number: str, viewer: Viewer, today: datetime.date) -> MeasureSheets:
    """Give the sheets of one measure of a pact whose header was read already. Raises UnknownSheetError."""
    known = readable_programmes(viewer=viewer).filter(slug=top.slug)
    measures = Measure.objects.select_related("axis").filter(programme__in=known.values("pk"), number=number)
    measure = measures.first() if may_read_sheet(viewer, published=False) else None
    if measure is None:
        raise UnknownSheetError(number)
    leads = [named_line(one) for one in measure.leads.select_related("institution", "person")]
    return MeasureSheets(
        header=top,
        measure_id=measure.pk,
        number=measure.number,
        title=measure.plain_title or first_words(measure.official_text),
        axis_number=measure.axis.number if measure.axis else None,
        lines=sheet_lines(whole(ActionSheet.objects.filter(measure=measure)), viewer=viewer, today=today),
        leads=tuple(leads),
        may_open=may_open_sheet(
            viewer,
            axis_pilots=pilots_of(measure.axis_id),
            leads=frozenset(one.institution_id for one in leads),
        ),
    )


def sheets_header(slug: str, *, viewer: Viewer) -> PactHeader:
    """Give what every page says of a pact to who may read its sheets. Raises UnknownSheetError."""
    return header(readable_programme(slug, viewer=viewer), viewer=viewer)


def sheets_table(slug: str, *, viewer: Viewer) -> tuple[Row, ...]:
    """Give the sheets of a pact as rows of the 28 columns, an action before its parts. Raises UnknownSheetError."""
    row = readable_programme(slug, viewer=viewer)
    rows = sorted(
        sheets_of(row), key=lambda one: (one.measure.position, one.parent_id is not None, one.sequence)
    )
    return tuple(row_of(one) for one in rows)


def published_sheets(slug: str, *, viewer: Viewer, number: str | None = None) -> tuple[PublishedSheet, ...]:
    """Give what everyone reads of the sheets of a pact, or of one of its measures; nothing of an unknown pact."""
    known = readable_programmes(viewer=viewer).filter(slug=slug).values("pk")
    rows = whole(ActionSheet.objects.filter(measure__programme__in=known, publication=Publication.PUBLISHED))
    if number is not None:
        rows = rows.filter(measure__number=number)
    return tuple(
        PublishedSheet(
            code=row.code,
            title=row.title,
            summary=row.public_summary,
            status=row.status,
            status_label=row.get_status_display(),
            measure_number=row.measure.number,
            lead_name=next(
                (str(one.institution) for one in row.institutions.all() if one.role == SheetRole.LEAD), ""
            ),
            start_on=row.start_on,
            end_on=row.end_on,
        )
        for row in rows
    )


def templates(*, viewer: Viewer) -> tuple[TemplateLine, ...]:
    """List the models that a new sheet may start from; none for who works for no institution."""
    if not may_read_sheet(viewer, published=False):
        return ()
    rows = SheetTemplate.objects.all()
    return tuple(TemplateLine(row.pk, row.name, row.summary, len(row.milestones)) for row in rows)
