"""The chart « who was in the room through the sitting »: present, proxies on top, and the quorum's line."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from django.utils.translation import gettext as _

from declic.web.design.charts.scales import marks, percent, spread
from declic.web.design.components import Cell, Table


HEIGHT = 240
MOST_TICKS = 6


@dataclass(frozen=True, slots=True)
class Attendance:
    """How many were in the room, and how many votes they held for others, while one question was taken."""

    question: str
    present: int
    proxies: int

    @property
    def represented(self) -> int:
        """Everyone whose vote is in the room."""
        return self.present + self.proxies


@dataclass(frozen=True, slots=True)
class Stretch:
    """Questions that follow each other with the same room, as one block of the drawing."""

    x: str
    width: str
    end: str
    present_y: int
    present_height: int
    proxies_y: int
    proxies_height: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A word at a place of an axis; `place` is a share of the width or a height in pixels."""

    place: str
    label: str


@dataclass(frozen=True, slots=True)
class PresenceChart:
    """The drawing, its words and its table."""

    template: ClassVar[str] = "design/charts/presence.html"
    key: str
    title: str
    description: str
    stretches: tuple[Stretch, ...]
    heights: tuple[Mark, ...]
    questions: tuple[Mark, ...]
    quorum: Mark | None
    table: Table
    height: int = HEIGHT


def presence_chart(
    attendances: Sequence[Attendance], *, quorum: int | None = None, key: str = "presence"
) -> PresenceChart:
    """Draw a sitting, its questions in order of passage. Raises ValueError where there is no question."""
    if not attendances:
        raise ValueError("A sitting without a question has no chart.")
    scale = marks(max([*(each.represented for each in attendances), quorum or 0]))
    count = len(attendances)
    return PresenceChart(
        key=key,
        title=_("Who was in the room, question after question"),
        description=_description(attendances, quorum=quorum),
        stretches=_stretches(attendances, ceiling=scale[-1]),
        heights=tuple(Mark(str(_y(value, ceiling=scale[-1])), str(value)) for value in scale),
        questions=tuple(
            Mark(percent((position + 0.5) / count), attendances[position].question)
            for position in spread(count, at_most=MOST_TICKS)
        ),
        quorum=Mark(str(_y(quorum, ceiling=scale[-1])), str(quorum)) if quorum else None,
        table=_table(attendances, quorum=quorum),
    )


def _y(value: int, *, ceiling: int) -> int:
    return round(HEIGHT * (1 - value / ceiling))


def _stretches(attendances: Sequence[Attendance], *, ceiling: int) -> tuple[Stretch, ...]:
    stretches: list[Stretch] = []
    start = 0
    for (present, proxies), run in groupby(attendances, key=lambda each: (each.present, each.proxies)):
        length = len(list(run))
        present_y = _y(present, ceiling=ceiling)
        proxies_y = _y(present + proxies, ceiling=ceiling)
        stretches.append(
            Stretch(
                x=percent(start / len(attendances)),
                width=percent(length / len(attendances)),
                end=percent((start + length) / len(attendances)),
                present_y=present_y,
                present_height=HEIGHT - present_y,
                proxies_y=proxies_y,
                proxies_height=present_y - proxies_y,
            )
        )
        start += length
    return tuple(stretches)


def _description(attendances: Sequence[Attendance], *, quorum: int | None) -> str:
    fewest = min(each.represented for each in attendances)
    most = max(each.represented for each in attendances)
    words = _("Between %(fewest)d and %(most)d votes in the room, proxies included.") % {
        "fewest": fewest,
        "most": most,
    }
    if quorum is None:
        return words
    least_present = min(each.present for each in attendances)
    if least_present >= quorum:
        return f"{words} " + _("The quorum of %(quorum)d was met at every question.") % {"quorum": quorum}
    return f"{words} " + _("The quorum of %(quorum)d was not met at every question.") % {"quorum": quorum}


def _table(attendances: Sequence[Attendance], *, quorum: int | None) -> Table:
    heads = (_("Question"), _("Present"), _("Proxies"), _("Votes in the room"), _("Quorum"))
    return Table(
        caption=_("Who was in the room, question after question"),
        heads=heads,
        rows=tuple(
            (
                Cell(each.question),
                Cell(str(each.present), is_number=True),
                Cell(str(each.proxies), is_number=True),
                Cell(str(each.represented), is_number=True),
                Cell(_("unknown") if quorum is None else str(quorum), is_number=True),
            )
            for each in attendances
        ),
    )
