"""The page of one funding line: what it is, where it goes, its history."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

from declic.records.money.choices import CreditType, Instrument, Nature, StageChoice, TaxBasis
from declic.records.money.values import LinePage as LineRead, LineRow, Trace
from declic.web.design.choosing import Seen
from declic.web.design.components import Badge, Cell, Definitions, Field, Link, Message, Table, Tabs, Term
from declic.web.design.fields import fields_of, form_message
from declic.web.design.pages import Head
from declic.web.design.wording import day, euros
from declic.web.pilots.money.forms import MoveForm
from declic.web.pilots.money.pages.words import stage_badge, with_tax
from declic.web.pilots.pages.header import address, steering_head, steering_tabs


FIELDS = {
    "stage": StageChoice,
    "credit": CreditType,
    "instrument": Instrument,
    "nature": Nature,
    "tax": TaxBasis,
}


@dataclass(frozen=True, slots=True)
class LinePage:
    """A funding line."""

    head: Head
    tabs: Tabs
    notices: tuple[Message, ...]
    badge: Badge
    facts: Definitions
    days: Definitions
    refusal: Message | None
    seen: Seen
    fields: tuple[Field, ...]
    move_url: str
    edit: Link | None
    history: Table
    back: Link


def line_page(read: LineRead, *, form: MoveForm, notices: tuple[Message, ...]) -> LinePage:
    """Show a funding line."""
    line = read.line
    has_ways = read.may_edit and bool(getattr(form.fields["to"], "choices", ()))
    return LinePage(
        head=steering_head(read.header, line.purpose),
        tabs=steering_tabs(read.header, current="money"),
        notices=notices,
        badge=stage_badge(line.stage),
        facts=Definitions(tuple(_facts(line))),
        days=Definitions(
            tuple(Term(str(StageChoice(stage.value).label), day(on)) for stage, on in line.days)
        ),
        refusal=form_message(form, title=_("This was not recorded")),
        seen=Seen(line.edition),
        fields=fields_of(form) if has_ways else (),
        move_url=address("move_line", read.header, line_id=line.line_id),
        edit=Link(_("Edit this line"), address("edit_line", read.header, line_id=line.line_id))
        if read.may_edit
        else None,
        history=_history(read.history),
        back=Link(_("Back to the money"), address("money", read.header)),
    )


def _facts(line: LineRow) -> list[Term]:
    said = [
        Term(_("Funder"), line.funder),
        Term(_("Beneficiary"), line.beneficiary or _("unknown"), is_unsaid=not line.beneficiary),
        Term(_("Amount asked"), with_tax(line.euros, line.tax)),
    ]
    if line.granted_euros is not None:
        said.append(Term(_("Amount granted"), with_tax(line.granted_euros, line.tax)))
    said += [
        Term(_("Year of the budget"), str(line.fiscal_year)),
        Term(_("Kind of credit"), str(CreditType(line.credit).label)),
        Term(_("Instrument"), str(Instrument(line.instrument).label)),
        Term(_("Nature"), str(Nature(line.nature).label)),
        Term(_("Sheet or measure"), line.sheet_code or line.measure_number or _("whole pact")),
    ]
    if line.agreement_reference:
        said.append(Term(_("Reference of the agreement"), line.agreement_reference))
    if line.report_due_on:
        said.append(Term(_("Financial report expected on"), day(line.report_due_on)))
    return said


def _history(traces: tuple[Trace, ...]) -> Table:
    return Table(
        _("History"),
        (_("When"), _("What"), _("Before"), _("After"), _("Who"), _("Why")),
        tuple(
            (
                Cell(day(timezone.localtime(one.at).date())),
                Cell(field_name(one.field)),
                Cell(_said(one.field, one.old)),
                Cell(_said(one.field, one.new)),
                Cell(one.who),
                Cell(one.why),
            )
            for one in traces
        ),
    )


def field_name(name: str) -> str:
    """Say the field of a line in words."""
    if name.endswith("_on") and name.removesuffix("_on") in StageChoice.values:
        return _("Day: %(stage)s") % {"stage": StageChoice(name.removesuffix("_on")).label}
    names = {
        "funder_id": _("Funder"),
        "beneficiary_id": _("Beneficiary"),
        "purpose": _("What for"),
        "instrument": _("Instrument"),
        "credit": _("Kind of credit"),
        "nature": _("Nature"),
        "fiscal_year": _("Year of the budget"),
        "euros": _("Amount asked"),
        "granted_euros": _("Amount granted"),
        "tax": _("Tax"),
        "stage": _("Where it stands"),
        "agreement_reference": _("Reference of the agreement"),
        "report_due_on": _("Financial report expected on"),
    }
    return names.get(name, name)


def _said(name: str, value: object) -> str:
    if value in (None, ""):
        return "–"
    if name in FIELDS:
        return str(FIELDS[name](str(value)).label)
    if name.endswith("_on"):
        return day(datetime.date.fromisoformat(str(value)))
    return euros(Decimal(str(value))) if name.endswith("euros") else str(value)
