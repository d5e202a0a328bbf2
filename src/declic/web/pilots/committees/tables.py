"""Tables of committees, for pages and for files."""

import csv
import io
from collections.abc import Iterable

from django.utils.translation import gettext as _

from declic.records.steering.values import AttendanceLine, DecisionLine
from declic.web.design.components import Cell, Table
from declic.web.pilots.committees.wording import effect_words


BYTE_ORDER_MARK = "\ufeff"
"""French spreadsheets take a file without it for an older encoding, and break every accent."""
FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


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
    """Write the register: one row a decision, semicolons between, no cell that runs as a formula."""
    target = io.StringIO()
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerow(
        [
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
        ]
    )
    for one in decisions:
        words = [
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
        ]
        writer.writerow([harmless(word) for word in words])
    return BYTE_ORDER_MARK + target.getvalue()


def harmless(word: str) -> str:
    """Keep a spreadsheet from running a cell: one that starts like a formula gets an apostrophe."""
    kept = word.replace("\0", "")
    seen = kept.lstrip(" \u00a0\u200b\ufeff")
    return f"'{kept}" if seen.startswith(FORMULA_STARTS) or kept.startswith(FORMULA_STARTS) else kept
