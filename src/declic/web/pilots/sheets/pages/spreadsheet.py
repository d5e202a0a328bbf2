"""What a spreadsheet would change, row by row, before and after it is kept."""

from dataclasses import dataclass

from django.forms import Form
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _, ngettext

from declic.records.pact.values import PactHeader
from declic.records.sheets.spreadsheet.importing import ImportReport
from declic.web.design.components import Cell, Field, Link, Message, Table
from declic.web.design.fields import fields_of, form_message
from declic.web.design.pages import Head
from declic.web.pilots.pages.header import notices_of, steering_head


@dataclass(frozen=True, slots=True)
class ImportPage:
    """The form, and what a file says; `kept` is what is sent again to keep it, empty where there is nothing to keep."""

    head: Head
    notices: tuple[Message, ...]
    refusal: Message | None
    fields: tuple[Field, ...]
    title: str
    counts: tuple[str, ...]
    refused: Table | None
    kept: str
    model: Link


def import_page(
    request: HttpRequest, header: PactHeader, *, form: Form, report: ImportReport | None, kept: str
) -> ImportPage:
    """Show the form, with what the file would change or changed."""
    return ImportPage(
        head=steering_head(
            header,
            _("Import a spreadsheet"),
            Link(_("Action sheets"), reverse("sheets", args=[header.slug])),
        ),
        notices=notices_of(request),
        refusal=form_message(form, title=_("This file was not read")),
        fields=fields_of(form),
        title=_("What this file would change") if kept else _("What this file changed"),
        counts=_counts(report) if report else (),
        refused=_refused(report) if report and report.refused else None,
        kept=kept if report and (report.created or report.changed) else "",
        model=Link(
            _("The sheets as they are, in the same columns"), reverse("sheets_xlsx", args=[header.slug])
        ),
    )


def _counts(report: ImportReport) -> tuple[str, ...]:
    new, changed = len(report.created), len(report.changed)
    codes = {"new": ", ".join(report.created), "changed": ", ".join(report.changed)}
    said = (
        ngettext("%(count)d new sheet", "%(count)d new sheets", new) % {"count": new},
        ngettext("%(count)d sheet changed", "%(count)d sheets changed", changed) % {"count": changed},
        ngettext("%(count)d sheet as it was", "%(count)d sheets as they were", report.unchanged_count)
        % {"count": report.unchanged_count},
        ngettext("%(count)d row refused", "%(count)d rows refused", len(report.refused))
        % {"count": len(report.refused)},
    )
    listed = (codes["new"], codes["changed"], "", "")
    return tuple(f"{words} ({names})" if names else words for words, names in zip(said, listed, strict=True))


def _refused(report: ImportReport) -> Table:
    rows = tuple((Cell(str(one.number)), Cell(one.column), Cell(one.reason)) for one in report.refused)
    return Table(_("Rows refused"), (_("Row"), _("Column"), _("Why")), rows)
