"""Tables of committees, for pages and for files."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from declic.open_data.cells import french_csv
from declic.records.steering.values import AttendanceLine, DecisionLine
from declic.web.design.components import Cell, Table
from declic.web.pilots.committees.wording import effect_words


def presence_table(lines: tuple[AttendanceLine, ...]) -> Table | None:
    """Show how each institution was there; None where nobody has a seat."""
    if not lines:
        return None
    rows = tuple(
        (Cell(one.institution), Cell(str(one.presence.label) if one.presence else _("not said")))
        for one in lines
    )
    return Table(_("Who was there"), (_("Institution"), _("Attendance")), rows)


def decisions_csv(decisions: Iterable[DecisionLine]) -> str:
    """Write the register: one row a decision."""
    heads = (
        _("Number"),
        _("Committee"),
        _("Decided on"),
        _("Decision"),
        _("What it is"),
        _("Carried out by"),
        _("By the day"),
        _("Where it stands"),
        _("Late"),
        _("What it changed"),
    )
    return french_csv((heads, *(_row(one) for one in decisions)))


def _row(one: DecisionLine) -> tuple[str, ...]:
    return (
        one.number,
        one.committee,
        one.decided_on.isoformat(),
        one.text,
        str(one.kind.label),
        one.owner,
        one.due_on.isoformat() if one.due_on else "",
        str(one.state.label),
        _("yes") if one.is_late else _("no"),
        " / ".join(effect_words(effect) for effect in one.effects),
    )
