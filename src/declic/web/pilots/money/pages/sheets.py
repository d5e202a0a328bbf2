"""The money of one sheet: its lines, what it costs, what is missing."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from declic.records.money.choices import Nature
from declic.records.money.values import SheetMoney
from declic.web.design.components import Cell, Definitions, Field, Link, Message, Table, Term
from declic.web.design.fields import fields_of, form_message
from declic.web.design.pages import Head
from declic.web.pilots.money.forms import CostForm
from declic.web.pilots.money.pages.matrix import lines_table
from declic.web.pilots.money.pages.words import missing, side_by_side, with_tax
from declic.web.pilots.pages.header import address
from declic.web.pilots.sheets.pages.top import SheetTop


@dataclass(frozen=True, slots=True)
class SheetMoneyPage:
    """The money of a sheet."""

    head: Head
    top: SheetTop
    sums: Definitions
    lines: Table | None
    costs: Table | None
    add: Link | None
    refusal: Message | None
    fields: tuple[Field, ...]


def sheet_money_page(read: SheetMoney, *, top: SheetTop, head: Head, form: CostForm) -> SheetMoneyPage:
    """Show the money of a sheet, as one of its tabs."""
    add = f"{address('add_line', read.header)}?fiche={read.sheet_id}"
    return SheetMoneyPage(
        head=head,
        top=top,
        sums=Definitions(
            (
                Term(_("Secured"), side_by_side(read.whole, "secured")),
                Term(_("Sought"), side_by_side(read.whole, "sought")),
                Term(_("Lost"), side_by_side(read.whole, "lost")),
                Term(_("Missing"), missing(read.whole)),
            )
        ),
        lines=lines_table(read.lines, slug=read.header.slug) if read.lines else None,
        costs=_costs(read) if read.costs else None,
        add=Link(_("Add a funding line"), add) if read.may_edit else None,
        refusal=form_message(form, title=_("This was not recorded")),
        fields=fields_of(form) if read.may_edit else (),
    )


def _costs(read: SheetMoney) -> Table:
    return Table(
        _("Planned costs"),
        (_("Year"), _("Nature"), _("Planned cost")),
        tuple(
            (
                Cell(str(cost.fiscal_year)),
                Cell(str(Nature(cost.nature).label)),
                Cell(with_tax(cost.euros, cost.tax), is_number=True),
            )
            for cost in read.costs
        ),
    )
