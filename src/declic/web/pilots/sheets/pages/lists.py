"""Sheets in lists: those of a pact with filters, those of a measure, what is expected of me."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _, gettext_lazy, ngettext

from declic.records.accounts.rights import may_see_pilot_pages
from declic.records.accounts.viewers import Viewer
from declic.records.pact.values import PactLine
from declic.records.sheets.reads.expecting import Expected
from declic.records.sheets.values import (
    ExpectedAction,
    MeasureSheets,
    NamedLine,
    SheetLine,
    SheetsPage as SheetsRead,
)
from declic.records.steering.sheet_values import CarryOverPage, CarryOverSaid
from declic.web.design.components import AxisMark, Badge, Card, Cell, Empty, Field, Link, Message, Table, Tabs
from declic.web.design.fields import fields_of
from declic.web.design.pages import Head
from declic.web.design.wording import days_late, short_day
from declic.web.pilots.pages.header import steering_head, steering_tabs
from declic.web.pilots.pages.measures import SheetsPart
from declic.web.pilots.sheets.filters import FilterForm
from declic.web.pilots.sheets.pages.top import sheet_address, sheet_badges
from declic.web.pilots.sheets.wording import PARTS, gauge_in_words, late_in_words


@dataclass(frozen=True, slots=True)
class SheetsPage:
    """The sheets of a pact."""

    head: Head
    notices: tuple[Message, ...]
    tabs: Tabs
    fields: tuple[Field, ...]
    count: str
    table: Table | None
    empty: Empty | None
    files: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class MeasureSheetsPage:
    """The sheets of a measure."""

    head: Head
    notices: tuple[Message, ...]
    mark: AxisMark
    title: str
    leads: tuple[str, ...]
    cards: tuple[Card, ...]
    empty: Empty | None
    open_url: str
    lead_url: str
    measure_url: str
    fate: str
    fate_url: str


@dataclass(frozen=True, slots=True)
class ActionRow:
    """Something expected of me: where it is answered, and where it is said done in one click."""

    what: str
    tone: Badge
    link: Link
    sheet: Link
    due: str
    late: str
    done_url: str
    edition: int


@dataclass(frozen=True, slots=True)
class MyActionsPage:
    """What is expected of me."""

    head: Head
    notices: tuple[Message, ...]
    count: str
    rows: tuple[ActionRow, ...]
    empty: Empty | None
    pacts: tuple[Link, ...]


WHAT = {
    Expected.MILESTONE_LATE: gettext_lazy("late milestone"),
    Expected.SHEET_LATE: gettext_lazy("late sheet"),
    Expected.BLOCKED: gettext_lazy("blocker to lift"),
    Expected.MILESTONE_SOON: gettext_lazy("milestone within 30 days"),
    Expected.TO_PUBLISH: gettext_lazy("to publish"),
    Expected.TO_VALIDATE: gettext_lazy("to validate"),
    Expected.MISSING: gettext_lazy("to complete"),
}
PRESSING = (Expected.MILESTONE_LATE, Expected.SHEET_LATE, Expected.BLOCKED)
ANSWERED_AT = {
    Expected.MILESTONE_LATE: "sheet_calendar",
    Expected.MILESTONE_SOON: "sheet_calendar",
    Expected.SHEET_LATE: "sheet_calendar",
    Expected.BLOCKED: "sheet_following",
    Expected.TO_PUBLISH: "sheet",
    Expected.TO_VALIDATE: "sheet_calendar",
    Expected.MISSING: "sheet",
}
MOST_MISSING = 3


def sheets_list(
    read: SheetsRead, *, form: FilterForm, viewer: Viewer, notices: tuple[Message, ...]
) -> SheetsPage:
    """Show the sheets of a pact that are asked for."""
    lines = form.asked(read.lines, viewer=viewer)
    count = ngettext("%(count)d sheet of %(all)d", "%(count)d sheets of %(all)d", len(lines))
    text = _("Change what you ask for.") if read.lines else _("A measure's page opens its first one.")
    return SheetsPage(
        head=steering_head(
            read.header,
            _("Action sheets"),
        ),
        notices=notices,
        tabs=steering_tabs(read.header, current="sheets"),
        fields=fields_of(form) if read.lines else (),
        count=count % {"count": len(lines), "all": len(read.lines)},
        table=_table(lines) if lines else None,
        empty=None if lines else Empty(_("No sheet here"), text),
        files=_files(read.header.slug),
    )


def measure_sheets_page(
    read: MeasureSheets, *, after: CarryOverPage, viewer: Viewer, notices: tuple[Message, ...]
) -> MeasureSheetsPage:
    """Show the sheets of a measure."""
    names = {"slug": read.header.slug, "number": read.number}
    steers = may_see_pilot_pages(viewer)
    open_url = reverse("open_sheet", kwargs=names) if read.may_open else ""
    return MeasureSheetsPage(
        head=steering_head(
            read.header,
            _("Action sheets of measure %(number)s") % names,
            Link(_("Action sheets"), reverse("sheets", args=[read.header.slug])),
            current=_("Measure %(number)s") % names,
        ),
        notices=notices,
        mark=AxisMark(read.axis_number),
        title=read.title,
        leads=tuple(who_answers(one) for one in read.leads),
        cards=tuple(sheet_card(line) for line in read.lines),
        empty=None if read.lines else _no_sheet(open_url),
        open_url=open_url,
        lead_url=reverse("pilots", args=[read.header.slug]) + f"#mesure-{read.number}",
        measure_url=reverse("steering_measure" if steers else "measure", kwargs=names),
        fate=fate_in_words(after.said),
        fate_url=reverse("carry_over", kwargs=names) if after.may_say else "",
    )


def fate_in_words(said: CarryOverSaid | None) -> str:
    """Say what becomes of a measure when the pact ends; that nobody said it, where nobody did."""
    if said is None:
        return _("Nobody has said yet what becomes of it when the pact ends.")
    words = (str(said.fate.label), said.institution, said.frame, said.why)
    return " · ".join(word for word in words if word)


def sheets_part(read: MeasureSheets) -> SheetsPart:
    """Give the sheets of a measure to the pilots' page of the measure."""
    names = {"slug": read.header.slug, "number": read.number}
    return SheetsPart(
        cards=tuple(sheet_card(line) for line in read.lines),
        leads=tuple(who_answers(one) for one in read.leads),
        url=reverse("measure_sheets", kwargs=names),
        open_url=reverse("open_sheet", kwargs=names) if read.may_open else "",
    )


def my_actions_page(
    found: Sequence[ExpectedAction], *, pacts: Sequence[PactLine], notices: tuple[Message, ...]
) -> MyActionsPage:
    """Show what is expected of me."""
    count = ngettext("%(count)d thing is expected of you", "%(count)d things are expected of you", len(found))
    nothing = Empty(
        _("Nothing is expected of you"),
        _("Your sheets are complete and in time. Those of the whole pact can be read below."),
    )
    return MyActionsPage(
        head=Head(_("My actions")),
        notices=notices,
        count=count % {"count": len(found)},
        rows=tuple(_action(one) for one in found),
        empty=None if found else nothing,
        pacts=tuple(Link(one.title, reverse("sheets", args=[one.slug])) for one in pacts),
    )


def sheet_card(line: SheetLine) -> Card:
    """Show a sheet as a card that leads to it."""
    words = {"time": gauge_in_words(line.time), "steps": gauge_in_words(line.milestones)}
    text = _("Milestones: %(steps)s. Time elapsed: %(time)s.") % words
    return Card(
        title=line.title,
        url=sheet_address("sheet", line),
        text=text,
        kicker=" · ".join(word for word in (line.code, line.lead_name) if word),
        badges=sheet_badges(line),
        axis=AxisMark(line.axis_number),
    )


def who_answers(one: NamedLine) -> str:
    """Say who answers: an institution, and there a person or a function."""
    who = ", ".join(word for word in (one.person_name, one.function) if word)
    return f"{one.institution_name} ({who})" if who else one.institution_name


def _files(slug: str) -> tuple[Link, ...]:
    return (
        Link(_("Timeline"), reverse("timeline", args=[slug])),
        Link(_("Spreadsheet of 28 columns (.xlsx)"), reverse("sheets_xlsx", args=[slug])),
        Link(_("The same as .csv"), reverse("sheets_csv", args=[slug])),
        Link(_("Import a spreadsheet"), reverse("import_sheets", args=[slug])),
        Link(_("Edit several sheets"), reverse("edit_many_sheets", args=[slug])),
    )


def _no_sheet(open_url: str) -> Empty:
    link = Link(_("Create a sheet"), open_url) if open_url else None
    return Empty(_("This measure has no action sheet yet"), _("A sheet says who does what, by when."), link)


def _table(lines: Sequence[SheetLine]) -> Table:
    heads = (
        _("Sheet"),
        _("Measure"),
        _("Lead institution"),
        _("Status"),
        _("End"),
        _("Lateness"),
        _("Milestones reached"),
        _("Completeness"),
    )
    return Table(_("The action sheets"), heads, tuple(_row(line) for line in lines))


def _row(line: SheetLine) -> tuple[Cell, ...]:
    names = {"slug": line.slug, "number": line.measure_number}
    return (
        Cell(f"{line.code} · {line.title}", sheet_address("sheet", line)),
        Cell(line.measure_number, reverse("measure_sheets", kwargs=names)),
        Cell(line.lead_name or "–"),
        Cell(line.status_label),
        Cell(short_day(line.end_on)),
        Cell(late_in_words(line.lateness) or "–"),
        Cell(gauge_in_words(line.milestones), is_number=line.milestones.percent is not None),
        Cell(f"{line.completeness.percent}\N{NARROW NO-BREAK SPACE}%", is_number=True),
    )


def _action(one: ExpectedAction) -> ActionRow:
    kind, line = Expected(one.kind), one.line
    return ActionRow(
        what=str(WHAT[kind]),
        tone=Badge(str(WHAT[kind]), "bad" if kind in PRESSING else "info"),
        link=Link(_asked(one, kind=kind), sheet_address(ANSWERED_AT[kind], line)),
        sheet=Link(line.code, sheet_address("sheet", line)),
        due=short_day(one.due_on),
        late=days_late(one.days_late) if one.days_late else "",
        done_url="" if one.milestone_id is None else _done_url(line, milestone_id=one.milestone_id),
        edition=one.edition,
    )


def _done_url(line: SheetLine, *, milestone_id: int) -> str:
    return sheet_address("finish_milestone", line, milestone_id=milestone_id)


def _asked(one: ExpectedAction, *, kind: Expected) -> str:
    if kind is not Expected.MISSING:
        return one.title
    missing = [str(PARTS[part]) for part in one.line.completeness.missing]
    more = len(missing) - MOST_MISSING
    words = ", ".join(missing[:MOST_MISSING])
    if more > 0:
        words += " " + ngettext("and %(count)d more", "and %(count)d more", more) % {"count": more}
    return _("%(title)s: %(missing)s") % {"title": one.title, "missing": words}
