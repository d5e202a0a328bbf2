"""What the files of a dossier are made of: sections, and parts with their tables."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _, gettext_lazy

from declic.engines.tracking.health import Health, HealthReason
from declic.web.design.components import Tone
from declic.web.design.wording import day, euros, short_day
from declic.web.pilots.sheet_fields import FIELDS as SHEET_FIELDS


Value = int | Decimal | datetime.date | None
EUROS, PERCENT, COUNT, DAY = '#,##0.00" €"', '0" %"', "0", "dd/mm/yyyy"
"""How a spreadsheet shows what it counts with."""


@dataclass(frozen=True, slots=True)
class Said:
    """
    What a cell says; `value` is what a spreadsheet counts with, shown as `shown_as` says, where the words are a value.

    `percent` is the share that a page draws as a bar: a cell without it draws none, whatever its words.
    """

    words: str
    value: Value = None
    shown_as: str = ""
    percent: int | None = None


Row = tuple[str | Said, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """
    A table under its title, or words alone; `widths` share the page among its columns.

    `are_numbers` says which columns hold numbers, for a page to write them to the right.
    """

    title: str
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[Said, ...], ...] = ()
    widths: tuple[int, ...] = ()
    are_numbers: tuple[bool, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """
    A section of the dossier; `name` is short enough for a sheet of a spreadsheet.

    Where it `is_split`, its last part stands beside the others, so that all of it is seen on one page.
    """

    name: str
    title: str
    parts: tuple[Part, ...] = ()
    words: tuple[str, ...] = ()
    is_split: bool = False


HEALTHS = {
    Health.UNKNOWN: gettext_lazy("Not known"),
    Health.SUN: gettext_lazy("It goes well"),
    Health.CLOUD: gettext_lazy("To be watched"),
    Health.RAIN: gettext_lazy("In difficulty"),
    Health.STORM: gettext_lazy("Blocked"),
}
HEALTH_TONES: dict[Health, Tone] = {
    Health.UNKNOWN: "neutral",
    Health.SUN: "good",
    Health.CLOUD: "watch",
    Health.RAIN: "bad",
    Health.STORM: "bad",
}
REASONS = {
    HealthReason.NOT_STARTED_AND_LATE: gettext_lazy("the start has passed and nothing began"),
    HealthReason.END_PASSED: gettext_lazy("the end has passed"),
    HealthReason.BLOCKED: gettext_lazy("a blocker is open"),
    HealthReason.MILESTONES_LATE: gettext_lazy("milestones are late"),
    HealthReason.BEHIND_TIME: gettext_lazy("the milestones are behind the time that passed"),
    HealthReason.NO_UPDATE: gettext_lazy("no update for 45 days"),
    HealthReason.NO_DELIVERY: gettext_lazy("nothing delivered for 60 days"),
    HealthReason.MONEY_MISSING: gettext_lazy("money is missing"),
    HealthReason.NOTHING_KNOWN: gettext_lazy("neither dates nor milestones are known"),
    HealthReason.ON_TIME: gettext_lazy("in time"),
    HealthReason.DONE: gettext_lazy("carried out"),
}


FIELDS = {
    "title": gettext_lazy("Title"),
    "status": gettext_lazy("Status"),
    "start_on": gettext_lazy("Start of the sheet"),
    "end_on": gettext_lazy("End of the sheet"),
    "due_on": gettext_lazy("Due date"),
    "done_on": gettext_lazy("Done on"),
    "weight": gettext_lazy("Weight"),
    "text": gettext_lazy("Text"),
    "public_summary": gettext_lazy("Summary for residents"),
}
"""The fields that a committee reads about most, in fewer words than a form says."""


ADDED = {
    "actionsheet": gettext_lazy("Sheet opened"),
    "milestone": gettext_lazy("Milestone added"),
    "blocker": gettext_lazy("Blocker told"),
    "note": gettext_lazy("Note added"),
}
"""What it is called that something was added."""


def change_words(one: Mapping[str, Any]) -> str:
    """Say what changed: a field, or what was added."""
    if one["field"] is None:
        return str(ADDED[one["what"]])
    return str((SHEET_FIELDS | FIELDS).get(one["field"], one["field"]))


def health_words(sheet: Mapping[str, Any]) -> str:
    """Say how a sheet fares: as a pilot wrote where one did, and as the rules propose it, each with its reason."""
    reasons = ", ".join(str(REASONS[HealthReason(one)]) for one in sheet["reasons"])
    proposed = _("%(health)s, by the rules (%(reasons)s)") % {
        "health": HEALTHS[Health(sheet["health"])],
        "reasons": reasons,
    }
    written = sheet.get("written_health")
    if not written:
        return proposed
    said = {"health": HEALTHS[Health(written["health"])], "why": written["why"]}
    return _("%(health)s, as a pilot writes: %(why)s") % said + f" — {proposed}"


def gauge_said(gauge: Mapping[str, Any]) -> Said:
    """Say a gauge, and draw it; never zero for what cannot be calculated."""
    percent = gauge["percent"]
    if percent is None:
        return Said(_("not calculable"))
    return Said(f"{percent}\N{NO-BREAK SPACE}%", percent, PERCENT, percent)


def count_said(number: int) -> Said:
    """Say how many there are."""
    return Said(str(number), number, COUNT)


def euros_said(amount: str | None) -> Said:
    """Say an amount of money; that it cannot be calculated where it is unknown."""
    if amount is None:
        return Said(_("not calculable"))
    return Said(euros(Decimal(amount)), Decimal(amount), EUROS)


def day_words(iso: str | None) -> str:
    """Write a day that is said in ISO; a stroke for none."""
    return day(datetime.date.fromisoformat(iso)) if iso else "–"


def day_said(iso: str | None) -> Said:
    """Say a day that is given in ISO as a table has room for it; a stroke for none."""
    on = datetime.date.fromisoformat(iso) if iso else None
    return Said(short_day(on), on, DAY)


def table(
    title: str, heads: Mapping[str, int], rows: Iterable[Row], *, empty: str, words: tuple[str, ...] = ()
) -> Part:
    """Make a table whose heads say how wide they are, under some words; where there is no row, words say so."""
    kept = tuple(tuple(one if isinstance(one, Said) else Said(one) for one in row) for row in rows)
    if not kept:
        return Part(title, words=(*words, empty))
    numbers = tuple(any(map(_is_number, column)) for column in zip(*kept, strict=True))
    return Part(title, tuple(heads), kept, tuple(heads.values()), numbers, words)


def _is_number(said: Said) -> bool:
    """Say whether a cell stands to the right: a number of which no bar is drawn."""
    return isinstance(said.value, int | Decimal) and said.percent is None
