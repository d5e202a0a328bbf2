"""Where a pact stands, as a dossier says it on one page."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _

from declic.engines.tracking.alerts import AlertRule
from declic.engines.tracking.health import Health
from declic.records.sheets.choices import SheetStatus
from declic.web.pilots.committees.dossiers.moneys import money_in_short
from declic.web.pilots.committees.dossiers.parts import HEALTHS, Part, Row, count_said, gauge_said, table
from declic.web.pilots.committees.wording import RULES, held_and_due


Facts = dict[str, Any]


def state(facts: Facts) -> Iterator[Part]:
    """Say where the pact stands on one page; its last part stands beside the others."""
    said = facts["state"]
    if "gauges" in said:  # dossiers frozen before the whole pact was gauged say nothing of it
        yield _progress(said["gauges"])
    rows: tuple[Row, ...] = (
        (_("Measures with an action sheet"), f"{said['measures_with_sheet']} / {said['measures']}"),
        (_("Action sheets"), count_said(said["sheets"])),
        (_("Action sheets that are late"), count_said(said["late_sheets"])),
        (_("Decisions not carried out"), count_said(said["waiting"])),
        (_("Decisions that are late"), count_said(said["late_decisions"])),
    )
    yield table(_("Figures"), {_("What"): 3, _("How many"): 2}, rows, empty="")
    yield _meetings(said["rhythms"])
    yield money_in_short(facts["money"]["whole"])
    yield _counts(_("Sheets by status"), said["statuses"], {one.value: str(one.label) for one in SheetStatus})
    yield _counts(_("Sheets by health"), said["healths"], {one.value: str(HEALTHS[one]) for one in Health})
    yield _counts(_("Alerts by rule"), said["alerts"], {one.value: str(RULES[one]) for one in AlertRule})


def _meetings(rhythms: Sequence[Facts]) -> Part:
    rows = (
        (one["committee"], held_and_due(one["held"], one["due"], held_after=one.get("held_after", 0)))
        for one in rhythms
    )
    heads = {_("Committee"): 3, _("Meetings"): 4}
    return table(_("Meetings held and promised"), heads, rows, empty=_("No promised rhythm."))


def _progress(gauges: Facts) -> Part:
    names = {
        "elapsed": _("Time elapsed"),
        "milestones": _("Weighted milestones"),
        "results": _("Results"),
    }
    rows = ((said, gauge_said(gauges[name])) for name, said in names.items())
    return table(_("Progress"), {_("What"): 3, _("How far"): 2}, rows, empty="")


def _counts(title: str, counts: dict[str, int], words: dict[str, str]) -> Part:
    rows = ((said, count_said(counts[name])) for name, said in words.items() if name in counts)
    return table(title, {_("What"): 3, _("How many"): 2}, rows, empty=_("Nothing to count."))
