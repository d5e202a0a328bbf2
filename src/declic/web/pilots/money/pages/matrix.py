"""The page of money: what is secured, sought and missing, by funder and axis, and every line."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _, ngettext

from declic.engines.funding.lines import Tax
from declic.engines.funding.totals import Group
from declic.open_data.subsidies import unsaid_count
from declic.records.money.choices import CreditType
from declic.records.money.values import LineRow, MoneyPage as MoneyRead
from declic.web.design.charts.stacks import Slice, StackChart, stack_chart
from declic.web.design.components import Cell, Definitions, Empty, Link, Message, Table, Tabs, Term
from declic.web.design.pages import Head
from declic.web.design.wording import day, euros
from declic.web.pilots.money.pages.words import (
    bases_of,
    basis,
    missing,
    side_by_side,
    stage_badge,
    with_tax,
)
from declic.web.pilots.pages.header import address, steering_head, steering_tabs


@dataclass(frozen=True, slots=True)
class MoneyPage:
    """The money of a pact."""

    head: Head
    tabs: Tabs
    notices: tuple[Message, ...]
    warning: Message | None
    empty: Empty | None
    wholes: tuple[tuple[str, Definitions], ...]
    charts: tuple[StackChart, ...]
    matrix: Table | None
    tables: tuple[Table, ...]
    lines: Table | None
    ways: tuple[Link, ...]
    files: tuple[Link, ...]
    unsaid: Message | None


def money_page(read: MoneyRead, *, notices: tuple[Message, ...]) -> MoneyPage:
    """Show the money of a pact."""
    there = bool(read.lines) or any(one.sums.included.cost or one.sums.excluded.cost for one in read.by_axis)
    slug = read.header.slug
    return MoneyPage(
        head=steering_head(read.header, _("Money")),
        tabs=steering_tabs(read.header, current="money"),
        notices=notices,
        warning=_warning(read),
        empty=None if there else _empty(read),
        wholes=tuple((basis(tax), _whole(read, tax=tax)) for tax, _one in bases_of(read.whole))
        if there
        else (),
        charts=tuple(_chart(read, tax=tax) for tax, _one in bases_of(read.whole)) if read.lines else (),
        matrix=_matrix(read) if read.lines else None,
        tables=tuple(_tables(read)) if there else (),
        lines=lines_table(read.lines, slug=slug) if read.lines else None,
        ways=_ways(read),
        files=(
            Link(_("The funding lines as a spreadsheet (.xlsx)"), reverse("money_xlsx", args=[slug])),
            Link(
                _("The grants that were signed, as open data (CSV)"), reverse("money_subsidies", args=[slug])
            ),
        )
        if there
        else (),
        unsaid=_unsaid(read.lines),
    )


def lines_table(lines: Iterable[LineRow], *, slug: str) -> Table:
    """List funding lines, each leading to its page."""
    return Table(
        _("The funding lines"),
        (
            _("What for"),
            _("Funder"),
            _("Sheet or measure"),
            _("Year"),
            _("Amount"),
            _("Where it stands"),
            _("Since"),
        ),
        tuple(
            (
                Cell(line.purpose, url=reverse("funding_line", args=[slug, line.line_id])),
                Cell(line.funder),
                Cell(line.sheet_code or line.measure_number or _("whole pact")),
                Cell(str(line.fiscal_year), is_number=True),
                Cell(with_tax(line.euros, line.tax), is_number=True),
                Cell(stage_badge(line.stage).label),
                Cell(day(line.on) if line.on else ""),
            )
            for line in lines
        ),
    )


def _unsaid(lines: Iterable[LineRow]) -> Message | None:
    count = unsaid_count(lines)
    if not count:
        return None
    words = ngettext(
        "%(count)d signed grant is not in the open data: its funder has no SIRET number here, or nobody says who receives it.",
        "%(count)d signed grants are not in the open data: a funder has no SIRET number here, or nobody says who receives it.",
        count,
    )
    return Message(words % {"count": count}, tone="watch")


def _warning(read: MoneyRead) -> Message | None:
    if not read.whole.is_mixed:
        return None
    return Message(
        _("Some amounts are without tax and others with it: they are shown side by side, never added."),
        tone="watch",
    )


def _empty(read: MoneyRead) -> Empty:
    action = Link(_("Add a funding line"), address("add_line", read.header)) if read.may_add else None
    words = _("Nothing is said yet of who pays for the measures of this pact.")
    return Empty(_("No funding line yet"), words, action)


def _ways(read: MoneyRead) -> tuple[Link, ...]:
    return (Link(_("Add a funding line"), address("add_line", read.header)),) if read.may_add else ()


def _whole(read: MoneyRead, *, tax: Tax) -> Definitions:
    one = read.whole.of(tax)
    lacking = one.missing
    return Definitions(
        (
            Term(_("Secured"), euros(one.secured)),
            Term(_("Sought"), euros(one.sought)),
            Term(_("Lost"), euros(one.lost)),
            Term(
                _("Planned cost"),
                _("unknown") if one.cost is None else euros(one.cost),
                is_unsaid=one.cost is None,
            ),
            Term(
                _("Missing"),
                _("not calculable: no planned cost") if lacking is None else euros(lacking),
                is_unsaid=lacking is None,
            ),
        )
    )


def _chart(read: MoneyRead, *, tax: Tax) -> StackChart:
    rows = []
    for group in read.by_funder:
        one = group.sums.of(tax)
        parts = [
            Slice(kind, float(amount), euros(amount))
            for kind, amount in enumerate((one.secured, one.sought, one.lost), start=1)
        ]
        if any(part.amount for part in parts):
            rows.append((str(group.key), euros(one.secured + one.outstanding), parts))
    whole = read.whole.of(tax)
    return stack_chart(
        rows,
        key=f"funders-{tax.value}",
        title=_("Who funds (%(tax)s)") % {"tax": basis(tax)},
        description=_("%(secured)s secured, %(sought)s sought, %(lost)s lost.")
        % {"secured": euros(whole.secured), "sought": euros(whole.sought), "lost": euros(whole.lost)},
        heads=(_("Funder"), _("Secured"), _("Sought"), _("Lost")),
    )


def _matrix(read: MoneyRead) -> Table:
    columns = list(dict.fromkeys(cell.column for cell in read.cells))
    columns.sort(key=lambda key: (key is None, key if isinstance(key, int) else 0))
    held = {(cell.row, cell.column): cell.sums for cell in read.cells}
    heads = [_("no axis") if key is None else _("Axis %(number)s") % {"number": key} for key in columns]
    rows = []
    for group in read.by_funder:
        for name, words in (("secured", _("secured")), ("sought", _("sought"))):
            cells = [
                Cell(
                    side_by_side(held[group.key, column], name) if (group.key, column) in held else "–",
                    is_number=True,
                )
                for column in columns
            ]
            whole = Cell(side_by_side(group.sums, name), is_number=True)
            rows.append((Cell(f"{group.key} – {words}"), *cells, whole))
    return Table(_("Funders and axes"), (_("Funder"), *heads, _("Total")), tuple(rows))


def _tables(read: MoneyRead) -> Iterable[Table]:
    names = dict(read.axes)
    yield _planned(
        _("By axis"), _("Axis"), read.by_axis, names={key: f"{key}. {names.get(key, '')}" for key in names}
    )
    yield _planned(_("By measure"), _("Measure"), read.by_measure, names={})
    yield _planned(_("By year"), _("Year"), read.by_year, names={})
    yield Table(
        _("By kind of credit"),
        (_("Kind of credit"), _("Secured"), _("Sought"), _("Lost")),
        tuple(
            (
                Cell(str(CreditType(str(group.key)).label)),
                *(
                    Cell(side_by_side(group.sums, name), is_number=True)
                    for name in ("secured", "sought", "lost")
                ),
            )
            for group in read.by_credit
        ),
    )


def _planned(caption: str, head: str, groups: Iterable[Group], *, names: dict[int, str]) -> Table:
    return Table(
        caption,
        (head, _("Secured"), _("Sought"), _("Lost"), _("Missing")),
        tuple(
            (
                Cell(_("none") if group.key is None else names.get(_number(group.key), str(group.key))),
                *(
                    Cell(side_by_side(group.sums, name), is_number=True)
                    for name in ("secured", "sought", "lost")
                ),
                Cell(missing(group.sums), is_number=True),
            )
            for group in groups
        ),
    )


def _number(key: object) -> int:
    return key if isinstance(key, int) else 0
