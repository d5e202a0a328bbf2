"""Several sheets at once: chosen, previewed row by row, then kept."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _, gettext_lazy, ngettext

from declic.records.accounts.viewers import Viewer
from declic.records.sheets import reads, writes
from declic.records.sheets.choices import Maturity, Priority, Publication, SheetStatus
from declic.records.sheets.values import BulkLine
from declic.web.design.doors import MEMBERS, open_to, viewer_from
from declic.web.design.unknown import unknown_is_404
from declic.web.pilots.sheets.forms import PartForm, date_field
from declic.web.pilots.sheets.pages.bulk import bulk_page


AS_IT_IS = ("", gettext_lazy("as it is"))
FIELDS = ("status", "priority", "maturity", "publication", "start_on", "end_on")


class BulkForm(PartForm):
    """The sheets that are chosen, and what becomes of them; what is left as it is does not change."""

    sheets = forms.MultipleChoiceField(
        label=gettext_lazy("Sheets to change"), widget=forms.CheckboxSelectMultiple
    )
    status = forms.ChoiceField(required=False, choices=[AS_IT_IS, *SheetStatus.choices])
    priority = forms.ChoiceField(required=False, choices=[AS_IT_IS, *Priority.choices])
    maturity = forms.ChoiceField(required=False, choices=[AS_IT_IS, *Maturity.choices])
    publication = forms.ChoiceField(required=False, choices=[AS_IT_IS, *Publication.choices])
    start_on = date_field()
    end_on = date_field()

    def __init__(self, *arguments: Any, sheets: Iterable[tuple[str, str]], **options: Any) -> None:
        """Offer the sheets."""
        super().__init__(*arguments, **options)
        field = self.fields["sheets"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = list(sheets)

    def clean(self) -> dict[str, Any]:
        """Refuse a form that changes nothing."""
        found = super().clean() or {}
        if not self.errors and not _says(found):
            raise forms.ValidationError(_("Choose at least one value to give."))
        return found


@open_to(MEMBERS, methods=("GET", "POST"))
@unknown_is_404(LookupError)
def edit_many_sheets(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Say what the same values would change on several sheets; once that was seen, change it."""
    viewer = viewer_from(request)
    read = reads.sheets_page(slug, viewer=viewer, today=timezone.localdate())
    offered = [(line.code, f"{line.code} · {line.title}") for line in read.lines if line.may_edit]
    is_sent = request.method == "POST"
    initial = {"sheets": request.GET.getlist("fiche")}
    form = BulkForm(request.POST if is_sent else None, sheets=offered, initial=initial)
    lines: tuple[BulkLine, ...] = ()
    if is_sent and form.is_valid():
        says = _says(form.cleaned_data)
        lines = reads.bulk_changes(slug, codes=form.cleaned_data["sheets"], says=says, viewer=viewer)
        if "confirmed" in request.POST:
            count = _keep(lines, says=says, by=viewer)
            words = ngettext("%(count)d sheet changed.", "%(count)d sheets changed.", count)
            messages.success(request, words % {"count": count})
            return redirect("sheets", slug=slug)
    page = bulk_page(read.header, form=form, lines=lines)
    return render(request, "pilots/sheets/bulk.html", {"page": page}, status=422 if form.errors else 200)


def _says(found: dict[str, Any]) -> dict[str, Any]:
    return {name: found[name] for name in FIELDS if found.get(name)}


def _keep(lines: Iterable[BulkLine], *, says: dict[str, Any], by: Viewer) -> int:
    return writes.edit_sheets([one.id for one in lines if one.changes], says=says, by=by)
