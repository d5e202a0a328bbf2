"""Funding lines and posts as tables of a spreadsheet."""

from django.utils.translation import gettext as _

from declic.open_data.workbooks import TableFile, Value
from declic.records.money.choices import CreditType, Instrument, Nature
from declic.records.money.values import LineRow, MoneyPage, PostRow, PostsPage
from declic.web.pilots.money.pages.words import basis, stage_badge


def lines_file(read: MoneyPage) -> TableFile:
    """Give every funding line, one a row."""
    heads = (
        _("Axis"),
        _("Measure"),
        _("Sheet"),
        _("What for"),
        _("Funder"),
        _("Beneficiary"),
        _("Instrument"),
        _("Kind of credit"),
        _("Nature"),
        _("Year"),
        _("Amount asked for"),
        _("Amount granted"),
        _("Tax"),
        _("Where it stands"),
        _("Since"),
        _("Reference of the agreement"),
        _("Report due on"),
    )
    return TableFile(_("Funding lines"), heads, tuple(_line(one) for one in read.lines))


def posts_file(read: PostsPage) -> TableFile:
    """Give every post, one a row; never who holds it."""
    heads = (
        _("Axis"),
        _("Measure"),
        _("Sheet"),
        _("Employer"),
        _("Mission"),
        _("Reference of the agreement"),
        _("From"),
        _("Until"),
        _("Where it stands"),
        _("Since"),
        _("Number in the open data"),
    )
    posts = [*(post for one in read.promised for post in one.posts), *read.others]
    return TableFile(_("Mediator posts"), heads, tuple(_post(one) for one in posts))


def _line(one: LineRow) -> tuple[Value, ...]:
    return (
        one.axis_number,
        one.measure_number,
        one.sheet_code,
        one.purpose,
        one.funder,
        one.beneficiary,
        str(Instrument(one.instrument).label),
        str(CreditType(one.credit).label),
        str(Nature(one.nature).label),
        one.fiscal_year,
        one.euros,
        one.granted_euros,
        basis(one.tax),
        stage_badge(one.stage).label,
        one.on,
        one.agreement_reference,
        one.report_due_on,
    )


def _post(one: PostRow) -> tuple[Value, ...]:
    return (
        one.axis_number,
        one.measure_number,
        one.sheet_code,
        one.employer,
        one.mission,
        one.agreement_reference,
        one.starts_on,
        one.ends_on,
        str(one.state.label),
        one.state_on,
        one.open_data_id,
    )
