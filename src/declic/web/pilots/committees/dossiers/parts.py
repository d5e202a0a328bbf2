"""What the files of a dossier are made of: sections, and parts with their tables."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _, gettext_lazy

from declic.engines.tracking.health import Health, HealthReason
from declic.web.design.components import Tone
from declic.web.design.wording import day
from declic.web.pilots.sheet_fields import FIELDS as SHEET_FIELDS


@dataclass(frozen=True, slots=True)
class Part:
    """A table under its title, or words alone; `widths` share the page among its columns."""

    title: str
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    widths: tuple[int, ...] = ()
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


def gauge_words(gauge: Mapping[str, Any]) -> str:
    """Say a gauge; never zero for what cannot be calculated."""
    return _("not calculable") if gauge["percent"] is None else f"{gauge['percent']}\N{NO-BREAK SPACE}%"


def day_words(iso: str | None) -> str:
    """Write a day that is said in ISO; a stroke for none."""
    return day(datetime.date.fromisoformat(iso)) if iso else "–"


def short_day(iso: str | None) -> str:
    """Write a day that is said in ISO as a table has room for it; a stroke for none."""
    return date_format(datetime.date.fromisoformat(iso), "d/m/Y") if iso else "–"


def table(title: str, heads: Mapping[str, int], rows: Iterable[tuple[str, ...]], *, empty: str) -> Part:
    """Make a table whose heads say how wide they are; where there is no row, words say so."""
    kept = tuple(rows)
    if not kept:
        return Part(title, words=(empty,))
    return Part(title, tuple(heads), kept, tuple(heads.values()))
