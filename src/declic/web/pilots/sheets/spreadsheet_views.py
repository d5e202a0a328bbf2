"""The spreadsheet of 28 columns: taken away, put in, previewed, then kept."""

import base64
import binascii

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _, gettext_lazy

from declic.records.sheets import reads, writes
from declic.records.sheets.spreadsheet.files import (
    MOST_BYTES,
    Row,
    UnreadableSpreadsheetError,
    csv_of,
    rows_of,
    workbook_of,
)
from declic.records.sheets.spreadsheet.importing import ImportReport
from declic.web.design.doors import MEMBERS, open_to, viewer_from
from declic.web.design.knocks import takes_documents
from declic.web.design.unknown import unknown_is_404
from declic.web.pilots.files import XLSX, file_answer
from declic.web.pilots.sheets.pages.spreadsheet import import_page


class SpreadsheetForm(forms.Form):
    """A spreadsheet of action sheets; `kept` is one that was previewed, sent again to be kept."""

    file = forms.FileField(
        label=gettext_lazy("A spreadsheet of 28 columns"),
        required=False,
        help_text=gettext_lazy("A .xlsx or .csv file, 1 MB at most."),
        widget=forms.FileInput(attrs={"accept": f".xlsx,.csv,{XLSX},text/csv"}),
    )
    kept = forms.CharField(required=False, widget=forms.HiddenInput)
    rows: tuple[tuple[int, Row], ...] = ()
    given: bytes = b""

    def clean(self) -> dict[str, object]:
        """Read the file. Raises ValidationError with one sentence where it cannot be read."""
        found = super().clean() or {}
        file = found.get("file")
        try:
            if isinstance(file, UploadedFile):
                self.given = bytes(file.read(MOST_BYTES + 1))
            else:
                self.given = base64.b64decode(str(found.get("kept") or ""), validate=True)
            self.rows = rows_of(self.given)
        except binascii.Error as error:
            raise forms.ValidationError(_("Choose a file.")) from error
        except UnreadableSpreadsheetError as error:
            raise forms.ValidationError(str(error)) from error
        return found


@open_to(MEMBERS)
@unknown_is_404(LookupError)
def sheets_xlsx(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the sheets of a pact as an .xlsx."""
    table = reads.sheets_table(slug, viewer=viewer_from(request))
    return file_answer(workbook_of(table), name=f"fiches-action-{slug}.xlsx", kind=XLSX)


@open_to(MEMBERS)
@unknown_is_404(LookupError)
def sheets_csv(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the sheets of a pact as a .csv."""
    table = reads.sheets_table(slug, viewer=viewer_from(request))
    return file_answer(csv_of(table), name=f"fiches-action-{slug}.csv", kind="text/csv; charset=utf-8")


@open_to(MEMBERS, methods=("GET", "POST"))
@unknown_is_404(LookupError)
@takes_documents
def import_sheets(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Say what a spreadsheet would change; once that was seen, change it."""
    viewer = viewer_from(request)
    header = reads.sheets_header(slug, viewer=viewer)
    is_sent = request.method == "POST"
    form = SpreadsheetForm(request.POST, request.FILES) if is_sent else SpreadsheetForm()
    is_preview = "kept" not in request.POST or not request.POST["kept"]
    report: ImportReport | None = None
    if is_sent and form.is_valid():
        report = writes.import_sheets(slug, rows=form.rows, by=viewer, is_preview=is_preview)
        if not is_preview:
            messages.success(request, _("The spreadsheet is kept."))
    kept = base64.b64encode(form.given).decode() if report is not None and is_preview else ""
    page = import_page(request, header, form=form, report=report, kept=kept)
    status = 422 if is_sent and report is None else 200
    return render(request, "pilots/sheets/import.html", {"page": page}, status=status)
