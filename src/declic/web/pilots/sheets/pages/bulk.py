"""The page of several sheets at once: the choice, what it would change, what it cannot."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.forms import Form
from django.urls import reverse
from django.utils.translation import gettext as _, ngettext

from declic.records.pact.values import PactHeader
from declic.records.sheets.values import BulkLine
from declic.web.design.components import Cell, Empty, Field, Link, Message, Table
from declic.web.design.fields import fields_of, form_message
from declic.web.design.pages import Head
from declic.web.pilots.pages.header import steering_head
from declic.web.pilots.sheets.wording import field_label, said


@dataclass(frozen=True, slots=True)
class BulkPage:
    """The form; once it was sent, what it would change, and what is sent again to keep it (`kept`)."""

    head: Head
    refusal: Message | None
    fields: tuple[Field, ...]
    empty: Empty | None
    is_preview: bool
    count: str
    changes: Table | None
    refused: Table | None
    kept: tuple[tuple[str, str], ...]
    back: Link


def bulk_page(header: PactHeader, *, form: Form, lines: Sequence[BulkLine]) -> BulkPage:
    """Show the form, with what it would change where it was sent."""
    changed = [one for one in lines if one.changes]
    refused = [one for one in lines if one.faults or not one.may_edit]
    back = Link(_("Action sheets"), reverse("sheets", args=[header.slug]))
    count = ngettext("%(count)d sheet would change", "%(count)d sheets would change", len(changed))
    return BulkPage(
        head=steering_head(header, _("Edit several sheets"), back),
        refusal=form_message(form, title=_("This was not kept")),
        fields=fields_of(form),
        empty=None if form["sheets"].field.choices else _nothing(),  # type: ignore[attr-defined]
        is_preview=bool(lines),
        count=count % {"count": len(changed)},
        changes=_changes(changed) if changed else None,
        refused=_refused(refused) if refused else None,
        kept=_kept(form, changed) if changed else (),
        back=back,
    )


def _nothing() -> Empty:
    return Empty(
        _("You edit no sheet of this pact"), _("Those who carry a sheet and pilot its axis edit it.")
    )


def _kept(form: Form, changed: Sequence[BulkLine]) -> tuple[tuple[str, str], ...]:
    given = [(name, str(form.data.get(name, ""))) for name in form.fields if name != "sheets"]
    return (*(("sheets", one.code) for one in changed), *((name, value) for name, value in given if value))


def _changes(lines: Sequence[BulkLine]) -> Table:
    rows = tuple(
        (
            Cell(f"{line.code} · {line.title}"),
            Cell(field_label(one.field)),
            Cell(said(one.old, field=one.field) or "–"),
            Cell(said(one.new, field=one.field) or "–"),
        )
        for line in lines
        for one in line.changes
    )
    return Table(_("What would change"), (_("Sheet"), _("Field"), _("Today"), _("Then")), rows)


def _refused(lines: Sequence[BulkLine]) -> Table:
    rows = tuple(
        (Cell(f"{line.code} · {line.title}"), Cell(field_label(name)), Cell(str(fault.label)))
        for line in lines
        for name, fault in line.faults
    )
    return Table(_("What cannot change, and why"), (_("Sheet"), _("Field"), _("Why")), rows)
