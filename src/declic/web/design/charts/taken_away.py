"""Every kind of chart as a drawing that is taken away: what the page shows, in a file that stands alone."""

from collections.abc import Iterable, Iterator
from functools import singledispatch

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from declic.web.design.charts.axes import AxesChart
from declic.web.design.charts.bars import BarChart
from declic.web.design.charts.coverage import CoverageChart
from declic.web.design.charts.gauges import GaugesChart
from declic.web.design.charts.papers import Row, dot, line, paper, rect, words
from declic.web.design.charts.presence import PresenceChart
from declic.web.design.charts.stacks import StackChart
from declic.web.design.charts.timelines import DrawnStretch, TimelineChart
from declic.web.design.charts.trajectories import TrajectoryChart


BAR, STEP = 12, 20
GROUND = rect("fill-ground", x="0", width="100%")
SWATCH_LINE = line("line-quorum", start=("0", "50%"), end=("100%", "50%"))


@singledispatch
def drawing_of(chart: object) -> str:
    """Write a chart as SVG. Raises TypeError for what is no chart."""
    raise TypeError(chart)


@drawing_of.register
def _bars(chart: BarChart) -> str:
    rows = (
        Row(
            bar.label,
            bar.value,
            BAR,
            (GROUND, rect(f"hue-{bar.hue}", x="0", width=bar.length)),
        )
        for bar in chart.bars
    )
    return paper(chart.title, chart.description, legend=(), rows=rows)


@drawing_of.register
def _axes(chart: AxesChart) -> str:
    rows = (
        Row(
            bar.title if bar.mark.number is None else f"{bar.mark.number}. {bar.title}",
            bar.count,
            BAR,
            tuple(rect(f"hue-{bar.mark.hue}", x=one.x, width=one.width) for one in bar.blocks),
        )
        for bar in chart.bars
    )
    return paper(chart.title, chart.description, legend=(), rows=rows)


@drawing_of.register
def _gauges(chart: GaugesChart) -> str:
    rows = (
        Row(
            one.label,
            one.value,
            BAR,
            () if one.percent is None else (GROUND, rect(f"hue-{one.hue}", x="0", width=one.length)),
            below=one.why or one.note,
        )
        for one in chart.gauges
    )
    return paper(chart.title, chart.gap, legend=(), rows=rows)


@drawing_of.register
def _stacks(chart: StackChart) -> str:
    rows = (
        Row(
            one.label,
            one.value,
            BAR,
            (
                GROUND,
                *(rect(f"fill-slice-{part.kind}", x=part.x, width=part.width) for part in one.pieces),
            ),
        )
        for one in chart.stacks
    )
    legend = tuple((rect(f"fill-slice-{kind}", x="0", width="100%"), label) for kind, label in chart.legend)
    return paper(chart.title, chart.description, legend=legend, rows=rows)


@drawing_of.register
def _coverage(chart: CoverageChart) -> str:
    parts = tuple(rect(f"fill-{one.kind}", x=one.x, width=one.width) for one in chart.parts)
    legend = tuple(
        (rect(f"fill-{one.kind}", x="0", width="100%"), f"{one.label} {one.count}") for one in chart.parts
    )
    return paper(chart.title, chart.description, legend=legend, rows=(Row(height=28, shapes=parts),))


@drawing_of.register
def _timeline(chart: TimelineChart) -> str:
    months = tuple(
        words(label, x=place, y=14, anchor="middle" if number else "start")
        for number, (place, label) in enumerate(chart.months)
    )
    legend = [(dot(f"step-{state}", x="50%", y="50%"), said) for state, said in chart.legend]
    if chart.today:
        today = _("today, %(day)s") % {"day": chart.today_words}
        legend.append((SWATCH_LINE, today))
    rows = (Row(height=18, shapes=months), *(_stretch(one, today=chart.today) for one in chart.rows))
    return paper(chart.title, "", legend=legend, rows=rows)


def _stretch(one: DrawnStretch, *, today: str) -> Row:
    bar = (rect(f"hue-{one.hue}", x=one.x, width=one.width, y=6, height=8),) if one.x else ()
    now = (line("line-quorum", start=(today, 0), end=(today, "100%")),) if today else ()
    moments = tuple(dot(f"step-{mark.state}", x=mark.x, y=10) for mark in one.moments)
    return Row(one.name.label, one.words, STEP, (GROUND, *bar, *now, *moments))


@drawing_of.register
def _trajectory(chart: TrajectoryChart) -> str:
    shapes = [
        *_grid(chart.heights),
        *(line("line-quorum", start=(one.x1, one.y1), end=(one.x2, one.y2)) for one in chart.way),
        *(line("line-top", start=(one.x1, one.y1), end=(one.x2, one.y2)) for one in chart.lines),
        *(dot("fill-present", x=one.x, y=one.y) for one in chart.values),
    ]
    legend = [(rect("fill-present", x="0", width="100%"), _("What was observed"))]
    if chart.way:
        legend.append((SWATCH_LINE, _("The way to the target")))
    below = chart.height + 18
    shapes += [words(chart.ends[0], x=0, y=below), words(chart.ends[1], x="100%", y=below, anchor="end")]
    row = Row(height=chart.height, shapes=tuple(shapes), under=26)
    return paper(chart.title, chart.description, legend=legend, rows=(row,))


@drawing_of.register
def _presence(chart: PresenceChart) -> str:
    shapes = [*_grid([(one.place, one.label) for one in chart.heights])]
    for one in chart.stretches:
        shapes += [
            rect("fill-present", x=one.x, width=one.width, y=one.present_y, height=one.present_height),
            rect("fill-proxies", x=one.x, width=one.width, y=one.proxies_y, height=one.proxies_height),
        ]
    legend = [
        (rect("fill-present", x="0", width="100%"), _("Present")),
        (rect("fill-proxies", x="0", width="100%"), _("Proxies that hold")),
    ]
    if chart.quorum:
        place = chart.quorum.place
        shapes.append(line("line-quorum", start=("0", place), end=("100%", place)))
        legend.append((SWATCH_LINE, f"{_('Quorum')} {chart.quorum.label}"))
    shapes += [words(one.label, x=one.place, y=chart.height + 18, anchor="middle") for one in chart.questions]
    row = Row(height=chart.height, shapes=tuple(shapes), below=_("Questions, in order of passage"), under=26)
    return paper(chart.title, chart.description, legend=legend, rows=(row,))


def _grid(heights: Iterable[tuple[str, str]]) -> Iterator[SafeString]:
    for place, label in heights:
        yield line("line-grid", start=("0", place), end=("100%", place))
        yield words(label, x=-8, y=int(place) + 5, anchor="end")
