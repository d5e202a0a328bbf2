"""A file that is taken away: nothing in it runs in the browser."""

from django.http import HttpResponse

from declic.web.design.headers import NOTHING_RUNS


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def file_answer(data: bytes, *, name: str, kind: str) -> HttpResponse:
    """Give a file under its name."""
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Content-Security-Policy": NOTHING_RUNS,
    }
    return HttpResponse(data, content_type=kind, headers=headers)
