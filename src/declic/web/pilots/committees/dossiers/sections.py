"""The sections of a dossier, from its frozen facts."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _, ngettext

from declic.engines.tracking.alerts import AlertRule
from declic.records.money.choices import StageChoice
from declic.records.sheets.choices import ChangeSource, SheetStatus
from declic.records.steering.choices import DecisionState, EffectKind, ItemKind
from declic.web.design.wording import quantity
from declic.web.pilots.committees.dossiers.annexes import alerts_by_rule
from declic.web.pilots.committees.dossiers.moneys import money
from declic.web.pilots.committees.dossiers.parts import (
    Part,
    Row,
    Section,
    change_words,
    count_said,
    day_said,
    day_words,
    gauge_said,
    health_words,
    table,
)
from declic.web.pilots.committees.dossiers.standing import state
from declic.web.pilots.committees.dossiers.taking_part import participation
from declic.web.pilots.committees.wording import RULES


Facts = dict[str, Any]
LONGEST_VALUE = 60
UNKNOWN = {"percent": None}


def sections_of(facts: Facts) -> Iterator[Section]:
    """Give the sections in the order in which a committee reads them."""
    yield Section(_("Agenda"), _("Agenda"), (_agenda(facts),))
    yield Section(_("State"), _("The pact on one page"), tuple(state(facts)), is_split=True)
    yield Section(_("Decisions"), _("Decisions"), tuple(_decisions(facts)))
    yield Section(_("Changes"), _("What changed since the last meeting"), (_changes(facts),))
    yield Section(_("Arbitrate"), _("Points to arbitrate"), (_to_arbitrate(facts),))
    yield Section(_("Axes"), _("Axis by axis"), tuple(_axes(facts)))
    yield Section(_("Indicators"), _("Indicators"), (_indicators(facts),))
    yield Section(_("Money"), _("Money secured and sought"), tuple(money(facts["money"])))
    if "participation" in facts:  # dossiers frozen before it was gathered say nothing of it
        yield Section(_("Participation"), _("Participation"), tuple(participation(facts["participation"])))
    yield Section(_("Alerts"), _("Annexes: every alert"), tuple(alerts_by_rule(facts["alerts"])))


def _agenda(facts: Facts) -> Part:
    heads = {_("Point"): 5, _("What it is there for"): 2, _("Presented by"): 3, _("Minutes planned"): 1}
    rows = (
        (
            f"{item['title']} — {item['question']}" if item["question"] else item["title"],
            str(ItemKind(item["kind"]).label),
            item["presenter"] or "–",
            count_said(item["minutes"]),
        )
        for item in facts["agenda"]
    )
    return table("", heads, rows, empty=_("No point on the agenda yet."))


def _decisions(facts: Facts) -> Iterator[Part]:
    heads = {
        _("Number"): 2,
        _("Decision"): 5,
        _("Carried out by"): 3,
        _("By the day"): 2,
        _("Where it stands"): 2,
    }
    yield table(
        _("Not carried out"),
        heads,
        map(_decision, facts["waiting"]),
        empty=_("Every decision is carried out."),
    )
    yield table(
        _("Decided since the last meeting"),
        heads,
        map(_decision, facts["decided"]),
        empty=_("Nothing decided yet."),
    )


def _decision(one: Facts) -> Row:
    state = str(DecisionState(one["state"]).label)
    changed = [
        f"{EffectKind(effect['kind']).label} « {effect['about']} » : {_value(effect['old'])} → {_value(effect['new'])}"
        for effect in one["effects"]
    ]
    return (
        one["number"],
        " ".join((one["text"], *(f"({words})" for words in changed))),
        one["owner"] or "–",
        day_said(one["due_on"]),
        _("%(state)s, late") % {"state": state} if one["is_late"] else state,
    )


def _changes(facts: Facts) -> Part:
    heads = {_("Day"): 2, _("Sheet"): 1, _("Field"): 2, _("Before"): 3, _("After"): 3, _("Made by"): 3}
    rows = (
        (
            day_said(one["on"]),
            one["sheet"],
            change_words(one),
            _value(one["old"]),
            _value(one["new"]),
            ", ".join(
                words for words in (one["by"], str(ChangeSource(one["source"]).label).lower()) if words
            ),
        )
        for one in facts["changes"]
    )
    since = (
        _("Since the meeting of %(day)s.") % {"day": day_words(facts["since"])}
        if facts["since"]
        else _("This is the first meeting: everything is told since the beginning.")
    )
    return table("", heads, rows, empty=_("Nothing changed on the sheets."), words=(since,))


def _to_arbitrate(facts: Facts) -> Part:
    rows = (
        (one["title"], one["question"] or (str(RULES[AlertRule(one["rule"])]) if one["rule"] else "–"))
        for one in facts["to_arbitrate"]
    )
    return table("", {_("Point"): 4, _("Why"): 3}, rows, empty=_("Nothing to arbitrate."))


def _axes(facts: Facts) -> Iterator[Part]:
    heads = {
        _("Measure"): 2,
        _("Sheet"): 4,
        _("Lead"): 3,
        _("Status"): 2,
        _("Time"): 2,
        _("Milestones"): 2,
        _("Results"): 2,
        _("Health of the sheet"): 4,
    }
    for axis in facts["axes"]:
        title = (
            _("Axis %(number)d: %(title)s") % {"number": axis["number"], "title": axis["title"]}
            if axis["number"] is not None
            else _("Measures of no axis")
        )
        without = [one["number"] for one in axis["measures"] if not one["sheets"]]
        rows = (_sheet(measure, sheet) for measure in axis["measures"] for sheet in measure["sheets"])
        said = [_("Pilot: %(name)s") % {"name": axis["pilot"]} if axis["pilot"] else _("No pilot is named.")]
        if without:
            words = ngettext(
                "Measure without action sheet: %(numbers)s.",
                "Measures without action sheet: %(numbers)s.",
                len(without),
            )
            said.append(words % {"numbers": ", ".join(without)})
        yield table(title, heads, rows, empty=_("No action sheet yet."), words=tuple(said))


def _sheet(measure: Facts, sheet: Facts) -> Row:
    status = str(SheetStatus(sheet["status"]).label)
    return (
        measure["number"],
        sheet["title"],
        sheet["lead"] or "–",
        _("%(state)s, late") % {"state": status} if sheet["is_late"] else status,
        gauge_said(sheet["elapsed"]),
        gauge_said(sheet["milestones"]),
        gauge_said(sheet.get("results", UNKNOWN)),
        health_words(sheet),
    )


def _indicators(facts: Facts) -> Part:
    heads = {
        _("Measure"): 2,
        _("Indicator"): 4,
        _("Value"): 2,
        _("Until"): 2,
        _("Target"): 2,
        _("Progress"): 2,
    }
    rows = (
        (
            one["measure"] or "–",
            one["name"],
            _amount(one["value"], one["unit"]),
            day_said(one["until"]),
            _amount(one["target"], one["unit"]),
            gauge_said(one),
        )
        for one in facts["indicators"]
    )
    return table("", heads, rows, empty=_("No indicator yet."))


def _amount(value: str | None, unit: str) -> str:
    if value is None:
        return _("unknown")
    return quantity(Decimal(value), unit=unit)


def _value(said: Any) -> str:
    """Write a value of the history; long texts are cut."""
    if said in (None, "", []):
        return "–"
    if isinstance(said, bool):
        return _("yes") if said else _("no")
    words = ", ".join(str(one) for one in said) if isinstance(said, list) else str(said)
    return _known(words) or (words if len(words) <= LONGEST_VALUE else f"{words[: LONGEST_VALUE - 1]}…")


def _known(words: str) -> str:
    """Say a status or a day in words; nothing for another value."""
    for known in (SheetStatus, StageChoice):
        if words in known.values:
            return str(known(words).label)
    try:
        return day_words(words)
    except ValueError:
        return ""
