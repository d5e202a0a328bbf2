"""The tab « indicators » of a sheet, and the indicators as a file."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from declic.open_data.workbooks import workbook_of
from declic.records.deliveries.reads import deliveries_page
from declic.records.evaluation import reads
from declic.web.design.doors import MEMBERS, open_to, viewer_from
from declic.web.design.unknown import unknown_is_404
from declic.web.pilots.files import XLSX, file_answer
from declic.web.pilots.indicators.pages.files import indicators_file, values_file
from declic.web.pilots.indicators.pages.sheet import sheet_indicators_page
from declic.web.pilots.pages.header import notices_of
from declic.web.pilots.sheets.tabs import sheet_tab


@open_to(MEMBERS)
@unknown_is_404(LookupError)
def sheet_indicators(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """Show what is observed of a sheet's measure, and what was done for the sheet."""
    viewer = viewer_from(request)
    tab = sheet_tab(
        request,
        slug=slug,
        code=code,
        current="sheet_indicators",
        title=_("Indicators"),
        notices=notices_of(request),
    )
    page = sheet_indicators_page(
        tab,
        observed=reads.indicators_page(slug, viewer=viewer, measure=tab.read.line.measure_number),
        done=deliveries_page(slug, viewer=viewer, sheet_id=tab.read.line.id),
    )
    return render(request, "pilots/indicators/sheet.html", {"page": page})


@open_to(MEMBERS)
@unknown_is_404(LookupError)
def indicators_xlsx(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the indicators of a pact with the values of all their periods, as an .xlsx."""
    read = reads.indicators_page(slug, viewer=viewer_from(request))
    data = workbook_of([indicators_file(read), values_file(read)])
    return file_answer(data, name=f"indicateurs-{slug}.xlsx", kind=XLSX)
