"""The tabs of a sheet: what it is, who works on it, when, with what, how it goes, how it came to say so."""

import datetime
from collections.abc import Iterable

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from declic.records.sheets.values import (
    BlockerLine,
    CommentLine,
    MilestoneLine,
    NoteLine,
    SheetPage as SheetRead,
)
from declic.records.steering.sheet_values import SheetSteering
from declic.records.steering.values import DecisionLine
from declic.web.design.components import (
    Badge,
    Definitions,
    Link,
    Message,
    Term,
)
from declic.web.design.fields import fields_of
from declic.web.design.wording import day
from declic.web.pilots.committees.pages.meetings import decision_part
from declic.web.pilots.sheets.pages.parts import (
    Actor,
    Actors,
    Block,
    Calendar,
    Decided,
    Following,
    Means,
    Part,
    Presentation,
    Step,
    Word,
)
from declic.web.pilots.sheets.pages.top import SheetTop, sheet_address, sheet_head, sheet_top
from declic.web.pilots.sheets.step_forms import CommentForm, InstitutionForm, NoteForm, PersonForm
from declic.web.pilots.sheets.wording import field_label, late_badge, said


SHEET = "sheets.actionsheet"
PRESENTATION = (
    "description",
    "context",
    "general_objective",
    "objectives",
    "expected_results",
    "target_groups",
    "themes",
    "age_min",
    "age_max",
    "expected_reach",
    "places",
)
CALENDAR = ("status", "start_on", "end_on", "is_yearly", "priority", "maturity")
MEANS = (
    "means",
    "participation",
    "participation_note",
    "governance_note",
    "indicators_note",
    "funding_note",
    "announced_funders",
    "announced_budget",
    "evaluation_method",
    "evaluation_result",
)


def presentation(
    read: SheetRead, *, steering: SheetSteering, today: datetime.date, notices: tuple[Message, ...]
) -> Presentation:
    """Show what the action is."""
    children = [
        Link(f"{code} · {title}", reverse("sheet", args=[read.line.slug, code]))
        for code, title in read.children
    ]
    return Presentation(
        head=sheet_head(read.header, read.line),
        top=sheet_top(
            read.line,
            measure_title=read.measure_title,
            current="sheet",
            today=today,
            notices=notices,
            steering=steering,
        ),
        part=_part(read, title=_("What the action is"), fields=PRESENTATION, part="presentation"),
        public=_part(
            read, title=_("What everyone reads"), fields=("public_summary", "publication"), part="public"
        ),
        children=tuple(children),
        template_url=sheet_address("keep_template", read.line) if read.may_steer else "",
    )


def actors(
    read: SheetRead,
    *,
    today: datetime.date,
    notices: tuple[Message, ...],
    institution_form: InstitutionForm,
    person_form: PersonForm,
) -> Actors:
    """Show who works on the sheet."""
    line, may = read.line, read.may_edit
    return Actors(
        head=sheet_head(read.header, line, title=_("Actors")),
        top=_top(read, current="sheet_actors", today=today, notices=notices),
        institutions=tuple(
            Actor(
                one.name,
                one.role_label,
                sheet_address("take_institution_off", line, place_id=one.id) if may else "",
            )
            for one in read.institutions
        ),
        people=tuple(
            Actor(
                one.words,
                one.role_label,
                sheet_address("take_person_off", line, person_id=one.id) if may else "",
            )
            for one in read.people
        ),
        institution_fields=fields_of(institution_form) if may else (),
        institution_url=sheet_address("put_institution", line),
        person_fields=fields_of(person_form) if may else (),
        person_url=sheet_address("put_person", line),
    )


def calendar(read: SheetRead, *, today: datetime.date, notices: tuple[Message, ...]) -> Calendar:
    """Show when the action runs."""
    return Calendar(
        head=sheet_head(read.header, read.line, title=_("Calendar and milestones")),
        top=_top(read, current="sheet_calendar", today=today, notices=notices),
        part=_part(read, title=_("Dates and state"), fields=CALENDAR, part="calendar"),
        steps=tuple(_step(one, read=read) for one in read.milestones),
        add_url=sheet_address("add_milestone", read.line) if read.may_edit else "",
    )


def means(read: SheetRead, *, today: datetime.date, notices: tuple[Message, ...]) -> Means:
    """Show with what the action is made."""
    return Means(
        head=sheet_head(read.header, read.line, title=_("Means")),
        top=_top(read, current="sheet_means", today=today, notices=notices),
        part=_part(read, title=_("Means and evaluation"), fields=MEANS, part="means"),
    )


def decided(
    read: SheetRead,
    decisions: Iterable[DecisionLine],
    *,
    today: datetime.date,
    notices: tuple[Message, ...],
) -> Decided:
    """Show what committees decided about the action."""
    return Decided(
        head=sheet_head(read.header, read.line, title=_("Decisions")),
        top=_top(read, current="sheet_decisions", today=today, notices=notices),
        decisions=tuple(decision_part(one) for one in decisions),
    )


def following(
    read: SheetRead,
    *,
    today: datetime.date,
    notices: tuple[Message, ...],
    note_form: NoteForm,
    comment_form: CommentForm,
) -> Following:
    """Show how the action goes."""
    line = read.line
    return Following(
        head=sheet_head(read.header, line, title=_("Follow-up")),
        top=_top(read, current="sheet_following", today=today, notices=notices),
        blockers=tuple(_block(one, read=read) for one in read.blockers),
        blocker_url=sheet_address("add_blocker", line) if read.may_follow else "",
        notes=tuple(_note(one, read=read) for one in read.notes),
        note_fields=fields_of(note_form) if read.may_follow else (),
        note_url=sheet_address("add_note", line),
        comments=tuple(_comment(one) for one in read.comments),
        comment_fields=fields_of(comment_form),
        comment_url=sheet_address("add_comment", line),
    )


def _top(read: SheetRead, *, current: str, today: datetime.date, notices: tuple[Message, ...]) -> SheetTop:
    return sheet_top(
        read.line, measure_title=read.measure_title, current=current, today=today, notices=notices
    )


def _part(read: SheetRead, *, title: str, fields: Iterable[str], part: str) -> Part:
    terms = [_term(name, read.says[name]) for name in fields]
    shown = tuple(term for term in terms if read.may_edit or not term.is_unsaid)
    edit_url = sheet_address("edit_sheet", read.line, part=part) if read.may_edit else ""
    return Part(title, Definitions(shown), edit_url)


def _term(name: str, value: object) -> Term:
    words = said(value, field=name)
    return Term(field_label(name), words or _("not said"), is_unsaid=not words)


def _step(one: MilestoneLine, *, read: SheetRead) -> Step:
    badges = list(late_badge(one.lateness))
    if one.done_on:
        badges.append(Badge(_("done on %(day)s") % {"day": day(one.done_on)}, "good"))
    if one.is_cancelled:
        badges.append(Badge(_("cancelled")))
    if one.is_key:
        badges.append(Badge(_("key milestone"), "info"))
    is_open = one.done_on is None and not one.is_cancelled
    ids = {"milestone_id": one.id}
    return Step(
        title=one.title,
        due=day(one.due_on),
        owner=one.owner,
        weight=one.weight,
        badges=tuple(badges),
        edit_url=sheet_address("edit_milestone", read.line, **ids) if read.may_edit else "",
        done_url=sheet_address("finish_milestone", read.line, **ids) if read.may_edit and is_open else "",
        edition=one.edition,
    )


def _block(one: BlockerLine, *, read: SheetRead) -> Block:
    days = {"since": day(one.since_on), "lifted": day(one.lifted_on) if one.lifted_on else ""}
    who = _("can be lifted by %(name)s") % {"name": one.institution_name} if one.institution_name else ""
    when = _("since %(since)s") % days
    return Block(
        cause=one.cause,
        lifting_condition=one.lifting_condition,
        words=", ".join(words for words in (when, who) if words),
        badge=Badge(_("lifted on %(lifted)s") % days, "good") if one.lifted_on else Badge(_("open"), "bad"),
        edit_url=sheet_address("edit_blocker", read.line, blocker_id=one.id) if read.may_follow else "",
    )


def _note(one: NoteLine, *, read: SheetRead) -> Word:
    can = one.is_yours and read.may_follow
    edit_url = sheet_address("edit_note", read.line, note_id=one.id) if can else ""
    return Word(f"{one.kind_label}, {day(one.on)}", one.text, one.author or _("account erased"), edit_url)


def _comment(one: CommentLine) -> Word:
    at = timezone.localtime(one.written_at)
    named = _("for %(names)s") % {"names": ", ".join(one.mentioned)} if one.mentioned else ""
    by = one.author or _("account erased")
    return Word(f"{day(at.date())}, {date_format(at, 'H:i')}", one.text, f"{by} {named}".strip(), "")
