"""Indicators and their values as tables of a spreadsheet."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from declic.open_data.workbooks import TableFile, Value
from declic.records.evaluation.choices import DirectionChoice, FrequencyChoice, IndicatorKind
from declic.records.evaluation.values import IndicatorLine, IndicatorsPage
from declic.web.pilots.indicators.pages.words import latest_words, progress_words


def indicators_file(read: IndicatorsPage) -> TableFile:
    """Give every indicator, one a row."""
    heads = (
        _("Axis"),
        _("Measure"),
        _("Code"),
        _("Indicator"),
        _("Kind"),
        _("Unit"),
        _("Which way"),
        _("How often"),
        _("Latest value"),
        _("Target"),
        _("Way to the target"),
        _("Method"),
        _("Limits"),
    )
    return TableFile(_("Indicators"), heads, tuple(_indicator(one) for one in read.indicators))


def values_file(read: IndicatorsPage) -> TableFile:
    """Give every value of every period, one a row."""
    heads = (
        _("Code"),
        _("Indicator"),
        _("From"),
        _("Until"),
        _("Value"),
        _("Unit"),
        _("Where it comes from"),
        _("Where it stands"),
        _("Remark"),
    )
    return TableFile(_("Values"), heads, tuple(row for one in read.indicators for row in _values(one)))


def _indicator(one: IndicatorLine) -> tuple[Value, ...]:
    return (
        one.measure.axis_number if one.measure else None,
        one.measure.number if one.measure else _("Whole pact"),
        one.code,
        one.name,
        str(IndicatorKind(one.kind).label),
        one.unit,
        str(DirectionChoice(one.direction).label),
        str(FrequencyChoice(one.frequency).label),
        latest_words(one),
        one.target,
        progress_words(one.progress),
        one.method,
        one.limits,
    )


def _values(one: IndicatorLine) -> Iterator[tuple[Value, ...]]:
    for period in one.periods:
        yield (
            one.code,
            one.name,
            period.period.start,
            period.period.end,
            period.value,
            one.unit,
            str(period.origin.label) if period.origin else "",
            str(period.state.label) if period.state else "",
            period.comment,
        )
