"""The figures of money as files."""

from django.http import HttpRequest, HttpResponse

from declic.open_data.subsidies import subsidies_csv
from declic.records.money import reads
from declic.web.design.doors import MEMBERS, open_to, viewer_from
from declic.web.design.headers import NOTHING_RUNS
from declic.web.design.unknown import unknown_is_404


@open_to(MEMBERS)
@unknown_is_404(LookupError)
def money_subsidies(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the grants that were signed, as open data."""
    read = reads.money_page(slug, viewer=viewer_from(request))
    return HttpResponse(
        subsidies_csv(read.lines),
        content_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="{slug}-subventions.csv"',
            "Content-Security-Policy": NOTHING_RUNS,
        },
    )
