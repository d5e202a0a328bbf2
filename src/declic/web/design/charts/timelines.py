"""Things through time: a bar from a start to an end, marks on the way, a line for today."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from declic.web.design.charts.scales import percent, spread
from declic.web.design.components import Link, Table, hue
from declic.web.design.wording import day as day_in_full, short_day


State = Literal["done", "late", "coming"]
MOST_MARKS = 3
"""As many months as a phone has room for."""
MONTHS = 12


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happens on a day."""

    on: datetime.date
    words: str
    state: State


@dataclass(frozen=True, slots=True)
class Stretch:
    """A thing with its days, None where they are not known, and its moments."""

    name: Link
    axis_number: int | None
    start_on: datetime.date | None
    end_on: datetime.date | None
    moments: tuple[Moment, ...] = ()

    @property
    def days(self) -> Iterator[datetime.date]:
        """Every day that it knows."""
        yield from (day for day in (self.start_on, self.end_on) if day)
        yield from (one.on for one in self.moments)


@dataclass(frozen=True, slots=True)
class DrawnMoment:
    """A moment at its place."""

    x: str
    state: State


@dataclass(frozen=True, slots=True)
class DrawnStretch:
    """A row: its bar where both days are known, its moments, and in words what the drawing says."""

    name: Link
    hue: int
    x: str
    width: str
    moments: tuple[DrawnMoment, ...]
    words: str


@dataclass(frozen=True, slots=True)
class TimelineChart:
    """The drawing, its months, where today is (empty where it is outside), its words and its table."""

    template: ClassVar[str] = "design/charts/timeline.html"
    key: str
    title: str
    rows: tuple[DrawnStretch, ...]
    months: tuple[tuple[str, str], ...]
    today: str
    today_words: str
    table: Table

    @property
    def legend(self) -> tuple[tuple[State, str], ...]:
        """What each mark means."""
        return (
            ("done", _("milestone reached")),
            ("late", _("late milestone")),
            ("coming", _("milestone to come")),
        )


def timeline_chart(
    stretches: Sequence[Stretch], *, today: datetime.date, key: str, title: str, table: Table
) -> TimelineChart | None:
    """Draw things through time on one scale, in their order; None where no day at all is known."""
    days = [day for one in stretches for day in one.days]
    if not days:
        return None
    scale = _Scale(min(days).replace(day=1), _month_after(max(days)))
    return TimelineChart(
        key=key,
        title=title,
        rows=tuple(_drawn(one, scale=scale) for one in stretches),
        months=tuple((scale.place(day), date_format(day, "m/Y")) for day in scale.months()),
        today=scale.place(today) if scale.first <= today <= scale.last else "",
        today_words=day_in_full(today),
        table=table,
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    first: datetime.date
    last: datetime.date

    def place(self, day: datetime.date) -> str:
        return percent((day - self.first).days / (self.last - self.first).days)

    def months(self) -> tuple[datetime.date, ...]:
        """Give the first days of some months, spread over the scale."""
        firsts = [self.first]
        while (following := _month_after(firsts[-1])) < self.last:
            firsts.append(following)
        return tuple(firsts[place] for place in spread(len(firsts), at_most=MOST_MARKS))


def _drawn(one: Stretch, *, scale: _Scale) -> DrawnStretch:
    start, end = one.start_on, one.end_on
    has_bar = start is not None and end is not None and start <= end
    width = (end - start).days + 1 if has_bar and start and end else 0
    return DrawnStretch(
        name=one.name,
        hue=hue(one.axis_number),
        x=scale.place(start) if has_bar and start else "",
        width=percent(width / (scale.last - scale.first).days),
        moments=tuple(DrawnMoment(scale.place(mark.on), mark.state) for mark in one.moments),
        words=_words(one),
    )


def _words(one: Stretch) -> str:
    said = {
        "start": short_day(one.start_on, unknown="?"),
        "end": short_day(one.end_on, unknown="?"),
    }
    return _("%(start)s – %(end)s") % said


def _month_after(day: datetime.date) -> datetime.date:
    if day.month == MONTHS:
        return datetime.date(day.year + 1, 1, 1)
    return day.replace(month=day.month + 1, day=1)
