"""The timeline of a pact: its sheets and their milestones on one scale, with the same in a table."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _, ngettext

from declic.records.accounts.viewers import Viewer
from declic.records.sheets.values.timeline import Timeline, TimelineRow, TimelineStep
from declic.web.design.charts.timelines import Moment, State, Stretch, TimelineChart, timeline_chart
from declic.web.design.components import Cell, Empty, Field, Link, Table
from declic.web.design.fields import fields_of
from declic.web.design.pages import Head
from declic.web.design.wording import short_day
from declic.web.pilots.pages.header import steering_head
from declic.web.pilots.sheets.filters import FilterForm


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """The timeline of the sheets that are asked for."""

    head: Head
    fields: tuple[Field, ...]
    count: str
    chart: TimelineChart | None
    empty: Empty | None
    back: Link


def timeline_page(read: Timeline, *, form: FilterForm, viewer: Viewer, today: datetime.date) -> TimelinePage:
    """Show the sheets that are asked for through time."""
    asked = {line.id for line in form.asked((row.line for row in read.rows), viewer=viewer)}
    rows = [row for row in read.rows if row.line.id in asked]
    back = Link(_("Action sheets"), reverse("sheets", args=[read.header.slug]))
    count = ngettext("%(count)d sheet of %(all)d", "%(count)d sheets of %(all)d", len(rows))
    chart = timeline_chart(
        [_stretch(row) for row in rows], today=today, key="timeline", title=_("Timeline"), table=_table(rows)
    )
    return TimelinePage(
        head=steering_head(read.header, _("Timeline"), back),
        fields=fields_of(form) if read.rows else (),
        count=count % {"count": len(rows), "all": len(read.rows)},
        chart=chart,
        empty=None if chart else Empty(_("Nothing to draw"), _("No sheet asked for has a date yet.")),
        back=back,
    )


def _stretch(row: TimelineRow) -> Stretch:
    line = row.line
    return Stretch(
        name=Link(
            f"{line.code} · {line.title}", reverse("sheet", kwargs={"slug": line.slug, "code": line.code})
        ),
        axis_number=line.axis_number,
        start_on=line.start_on,
        end_on=line.end_on,
        moments=tuple(Moment(one.due_on, one.title, _state(one)) for one in row.steps),
    )


def _state(step: TimelineStep) -> State:
    if step.done_on:
        return "done"
    return "late" if step.is_late else "coming"


def _table(rows: list[TimelineRow]) -> Table:
    heads = (_("Sheet"), _("Milestone"), _("From"), _("To, or due on"), _("Done on"), _("Late"))
    return Table(_("Sheets and milestones through time"), heads, tuple(_lines(rows)))


def _lines(rows: list[TimelineRow]) -> Iterator[tuple[Cell, ...]]:
    for row in rows:
        name = Cell(f"{row.line.code} · {row.line.title}")
        late = _yes(is_so=row.line.lateness.is_late)
        days = (Cell(short_day(row.line.start_on)), Cell(short_day(row.line.end_on)))
        yield (name, Cell("–"), *days, Cell("–"), Cell(late))
        for one in row.steps:
            done = Cell(short_day(one.done_on))
            yield (
                name,
                Cell(one.title),
                Cell("–"),
                Cell(short_day(one.due_on)),
                done,
                Cell(_yes(is_so=one.is_late)),
            )


def _yes(*, is_so: bool) -> str:
    return _("yes") if is_so else _("no")
