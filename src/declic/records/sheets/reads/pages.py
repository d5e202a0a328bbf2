"""Answers about one sheet: all that it says, and how it came to say it."""

import datetime

from django.db.models import Prefetch

from declic.records.accounts.models import User
from declic.records.accounts.rights import may_edit_sheet, may_follow_sheet, may_steer_axis
from declic.records.accounts.viewers import Viewer
from declic.records.pact.models import Programme
from declic.records.pact.queries import header
from declic.records.pact.wordings import first_words
from declic.records.partners.models import Institution
from declic.records.sheets.choices import CARRYING_ROLES, ChangeSource
from declic.records.sheets.facts import pilots_of
from declic.records.sheets.lines import milestone_line, sheet_line
from declic.records.sheets.models import (
    ActionSheet,
    Blocker,
    Comment,
    FieldChange,
    Mention,
    Milestone,
    Note,
)
from declic.records.sheets.models.sheets import WRITTEN
from declic.records.sheets.queries import UnknownSheetError, readable_programme, sheets_of
from declic.records.sheets.values import (
    BlockerLine,
    ChangeLine,
    CommentLine,
    HistoryPage,
    InstitutionOnSheet,
    NoteLine,
    PersonOnSheet,
    SheetBrief,
    SheetPage,
)


CHANGES_A_PAGE = 50
PERSON = "person_id"
INSTITUTIONS = ("institution_id", "funder_id", "beneficiary_id", "employer_id", "presenter_id")
NAMING = ("title", "purpose", "mission")
"""The fields of which the last change names what hangs on a sheet."""


def sheet_page(slug: str, *, code: str, viewer: Viewer, today: datetime.date) -> SheetPage:
    """Give a whole sheet, by its code (« 23-1 »). Raises UnknownSheetError."""
    programme, row = _sheet(slug, code=code, viewer=viewer)
    institutions = list(row.institutions.all())
    pilots = pilots_of(row.measure.axis_id)
    carriers = frozenset(one.institution_id for one in institutions if one.role in CARRYING_ROLES)
    may_edit = may_edit_sheet(viewer, axis_pilots=pilots, carriers=carriers)
    return SheetPage(
        header=header(programme, viewer=viewer),
        line=sheet_line(row, may_edit=may_edit, today=today),
        measure_title=_measure_title(row),
        says={name: getattr(row, name) for name in WRITTEN},
        institutions=tuple(
            InstitutionOnSheet(
                one.pk, one.institution_id, str(one.institution), one.role, one.get_role_display()
            )
            for one in institutions
        ),
        people=tuple(
            PersonOnSheet(one.pk, one.role, one.get_role_display(), one.words, one.person_id)
            for one in row.people.all()
        ),
        milestones=tuple(
            milestone_line(one, today=today)
            for one in Milestone.objects.filter(sheet=row).select_related("institution", "person")
        ),
        blockers=_blockers(row),
        notes=_notes(row, viewer=viewer),
        comments=_comments(row),
        children=tuple(
            (one.code, one.title) for one in row.children.select_related("measure").order_by("sequence")
        ),
        may_edit=may_edit,
        may_follow=may_follow_sheet(
            viewer,
            axis_pilots=pilots,
            partners=frozenset(one.institution_id for one in institutions),
        ),
        may_steer=may_steer_axis(viewer, axis_pilots=pilots),
    )


def sheet_brief(slug: str, *, code: str, viewer: Viewer, today: datetime.date) -> SheetBrief:
    """Give what stands above every tab of a sheet. Raises UnknownSheetError."""
    programme, row = _sheet(slug, code=code, viewer=viewer)
    return SheetBrief(
        header=header(programme, viewer=viewer),
        line=sheet_line(row, may_edit=False, today=today),
        measure_title=_measure_title(row),
        indicators_note=row.indicators_note,
    )


def sheet_history(
    slug: str, *, code: str, viewer: Viewer, today: datetime.date, page: int = 1
) -> HistoryPage:
    """Give the changes of a sheet and of what hangs on it, the latest first, fifty at a time. Raises UnknownSheetError."""
    programme, row = _sheet(slug, code=code, viewer=viewer)
    found = FieldChange.objects.filter(sheet=row).order_by("-id")
    page_count = max(1, -(-found.count() // CHANGES_A_PAGE))
    shown = min(max(page, 1), page_count)
    first = (shown - 1) * CHANGES_A_PAGE
    changes = list(found.select_related("person", "institution")[first : first + CHANGES_A_PAGE])
    return HistoryPage(
        header=header(programme, viewer=viewer),
        line=sheet_line(row, may_edit=False, today=today),
        measure_title=_measure_title(row),
        changes=_change_lines(changes),
        page=shown,
        page_count=page_count,
    )


def _sheet(slug: str, *, code: str, viewer: Viewer) -> tuple[Programme, ActionSheet]:
    programme = readable_programme(slug, viewer=viewer)
    number, _dash, sequence = code.rpartition("-")
    if not sequence.isdecimal() or len(sequence) > 4:  # noqa: PLR2004 — a code is short
        raise UnknownSheetError(code)
    row = sheets_of(programme).filter(measure__number=number, sequence=int(sequence)).first()
    if row is None:
        raise UnknownSheetError(code)
    return programme, row


def _measure_title(row: ActionSheet) -> str:
    return row.measure.plain_title or first_words(row.measure.official_text)


def _blockers(row: ActionSheet) -> tuple[BlockerLine, ...]:
    found = Blocker.objects.filter(sheet=row).select_related("institution")
    return tuple(
        BlockerLine(
            one.pk,
            one.cause,
            one.lifting_condition,
            one.institution_id,
            str(one.institution or ""),
            one.since_on,
            one.lifted_on,
            one.edition,
        )
        for one in found
    )


def _notes(row: ActionSheet, *, viewer: Viewer) -> tuple[NoteLine, ...]:
    found = Note.objects.filter(sheet=row).select_related("author")
    return tuple(
        NoteLine(
            one.pk,
            one.kind,
            one.get_kind_display(),
            one.text,
            one.on,
            one.author.name if one.author else "",
            one.author_id is not None and one.author_id == viewer.user_id,
            one.edition,
        )
        for one in found
    )


def _comments(row: ActionSheet) -> tuple[CommentLine, ...]:
    named = Prefetch("mentions", queryset=Mention.objects.select_related("person"))
    found = Comment.objects.filter(sheet=row).select_related("author").prefetch_related(named)
    return tuple(
        CommentLine(
            one.pk,
            one.text,
            one.author.name if one.author else "",
            one.written_at,
            tuple(mention.person.name for mention in one.mentions.all()),
        )
        for one in found
    )


def _change_lines(changes: list[FieldChange]) -> tuple[ChangeLine, ...]:
    people = _named(changes, fields=(PERSON,), names=dict(_people(changes)))
    places = _named(changes, fields=INSTITUTIONS, names=dict(_places(changes)))
    titles = _titles(changes)
    return tuple(
        ChangeLine(
            kind=one.kind,
            number=one.number,
            field=one.field,
            old=(people | places).get((one.pk, "old"), one.old),
            new=(people | places).get((one.pk, "new"), one.new),
            at=one.at,
            by=one.person.name if one.person else "",
            institution_name=str(one.institution or ""),
            why=one.why,
            source=one.source,
            source_label=str(ChangeSource(one.source).label),
            name=titles.get((one.kind, one.number), ""),
        )
        for one in changes
    )


def _titles(changes: list[FieldChange]) -> dict[tuple[str, int], str]:
    """Name what hangs on the sheet as it is called now: a milestone by its row, others by the last of their changes."""
    numbers = {one.number for one in changes if one.kind == Milestone.table()}
    told = FieldChange.objects.filter(
        sheet_id__in={one.sheet_id for one in changes},
        field__in=NAMING,
        number__in={one.number for one in changes},
    ).order_by("id")
    named = {(one.kind, one.number): str(one.new) for one in told if one.kind != Milestone.table()}
    for number, title in Milestone.objects.filter(pk__in=numbers).order_by("pk").values_list("pk", "title"):
        named[Milestone.table(), number] = title
    return named


def _named(
    changes: list[FieldChange], *, fields: tuple[str, ...], names: dict[object, str]
) -> dict[tuple[int, str], object]:
    """Give the names that stand for the numbers of a field; one that is gone stays a number."""
    return {
        (one.pk, side): names.get(getattr(one, side), getattr(one, side))
        for one in changes
        if one.field in fields
        for side in ("old", "new")
    }


def _people(changes: list[FieldChange]) -> list[tuple[int, str]]:
    found = User.objects.filter(pk__in=_numbers(changes, fields=(PERSON,)))
    return list(found.values_list("pk", "name"))


def _places(changes: list[FieldChange]) -> list[tuple[int, str]]:
    rows = Institution.objects.filter(pk__in=_numbers(changes, fields=INSTITUTIONS))
    return [(row.pk, str(row)) for row in rows]


def _numbers(changes: list[FieldChange], *, fields: tuple[str, ...]) -> set[int]:
    return {
        side for one in changes if one.field in fields for side in (one.old, one.new) if isinstance(side, int)
    }
