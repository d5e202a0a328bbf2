"""The figures of money as files."""

from django.http import HttpRequest, HttpResponse

from declic.open_data.subsidies import subsidies_csv
from declic.open_data.workbooks import workbook_of
from declic.records.money import reads
from declic.web.design.doors import MEMBERS, open_to, viewer_from
from declic.web.design.unknown import unknown_is_404
from declic.web.pilots.files import XLSX, file_answer
from declic.web.pilots.money.pages.files import lines_file, posts_file


@open_to(MEMBERS)
@unknown_is_404(LookupError)
def money_subsidies(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the grants that were signed, as open data."""
    read = reads.money_page(slug, viewer=viewer_from(request))
    data = subsidies_csv(read.lines).encode()
    return file_answer(data, name=f"{slug}-subventions.csv", kind="text/csv; charset=utf-8")


@open_to(MEMBERS)
@unknown_is_404(LookupError)
def money_xlsx(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the funding lines as an .xlsx."""
    read = reads.money_page(slug, viewer=viewer_from(request))
    return file_answer(workbook_of([lines_file(read)]), name=f"financements-{slug}.xlsx", kind=XLSX)


@open_to(MEMBERS)
@unknown_is_404(LookupError)
def posts_xlsx(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the mediator posts as an .xlsx."""
    read = reads.posts_page(slug, viewer=viewer_from(request))
    return file_answer(workbook_of([posts_file(read)]), name=f"postes-{slug}.xlsx", kind=XLSX)
