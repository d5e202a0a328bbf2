"""Changes of sources: keep a file, read it, review what was read, cite it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.text import slugify

from declic.records.accounts.editions import edit, next_edition
from declic.records.accounts.rights import demand, may_review_documents
from declic.records.accounts.viewers import Viewer
from declic.records.journal.turns import take_turn
from declic.records.journal.writes import note
from declic.records.sources.choices import DraftState, ItemState
from declic.records.sources.draft_rows import keep_draft, known_draft
from declic.records.sources.files import READER, DecodedFile, fingerprint, kept_name, title_from
from declic.records.sources.jail import QUICK, Bounds, JailedReading, file_in_jail, read_in_jail
from declic.records.sources.models import Citation, Document, Draft, DraftItem, Version
from declic.records.sources.page_maps import packed
from declic.records.sources.rows import version_line
from declic.records.sources.values import VersionLine
from declic.units.spans import Span


NOT_EDITED = {"spans", "passages", "origins", "present_at", "usable_at", "appeal_deadline"}
"""Fields of a value that no correction touches: where it was read, and what is computed from it."""


class DraftClosedError(Exception):
    """The draft was applied or discarded: nothing of it can be decided any more."""


class WrongEditError(ValueError):
    """A correction does not have the shape of the value that it corrects."""


class WrongPassageError(ValueError):
    """A passage lies outside its text, or holds nothing."""


def keep_document(
    data: bytes,
    name: str,
    *,
    by: Viewer,
    title: str = "",
    document_id: int | None = None,
    file: DecodedFile | None = None,
) -> VersionLine:
    """
    Keep a file for ever and give its version; the same bytes are kept once, whoever gives them.

    `document_id` makes it the next version of a known document; otherwise a new document is made, under
    `title` or the file's name. `file` is what the jail opened, where it was asked already. Raises LookupError for an unknown document, and UnreadableFileError (one
    sentence): nothing is kept then.
    """
    demand(may_review_documents(by))
    file = file or file_in_jail(data, name=kept_name(name))
    place = (document_id, title or title_from(name))
    try:
        return _keep(data, file=file, name=name, place=place, by=by)
    except IntegrityError:  # somebody kept the same bytes, or took the same address, at the same instant
        return _keep(data, file=file, name=name, place=place, by=by)


@transaction.atomic
def _keep(
    data: bytes, *, file: DecodedFile, name: str, place: tuple[int | None, str], by: Viewer
) -> VersionLine:
    known = Version.objects.filter(sha256=file.sha256).first()
    if known:
        return version_line(known)
    document_id, title = place
    document = _document(document_id, title=title)
    last = document.versions.aggregate(last=Max("number"))["last"] or 0
    version = Version.objects.create(
        document=document,
        number=last + 1,
        file_name=kept_name(name),
        data=data,
        byte_count=len(data),
        sha256=file.sha256,
        text=file.text,
        encoding=file.encoding,
        places=packed(file.pages),
        reader=READER,
        taken_at=timezone.now(),
        by_id=by.user_id,
    )
    note(by=by.mark, verb="kept", about=f"version {version.pk}")
    return version_line(version)


def take_document(data: bytes, name: str, *, by: Viewer, bounds: Bounds = QUICK) -> int:
    """
    Keep a file and its reading, both or neither, and give the number of the draft to review.

    The reading is made in the jail, before anything is written and while others write. Raises UnreadableFileError,
    in one sentence: nothing is kept then.
    """
    demand(may_review_documents(by))
    known = Version.objects.filter(sha256=fingerprint(data)).first()
    if known:
        return read_version(known.pk, by=by, bounds=bounds)
    reading = read_in_jail(data, name=kept_name(name), bounds=bounds)
    with transaction.atomic():
        return _keep_reading(keep_document(data, name, by=by, file=reading.file).id, reading=reading, by=by)


def read_version(version_id: int, *, by: Viewer, bounds: Bounds = QUICK) -> int:
    """
    Read a kept version and give the number of the draft to review.

    A draft of the same reader that is pending or applied is given back as it is; a pending one of an older
    reader is discarded, and stays. Raises LookupError for an unknown version, UnreadableFileError for one that
    takes too much.
    """
    demand(may_review_documents(by))
    version = Version.objects.filter(pk=version_id).first()
    if version is None:
        raise LookupError(version_id)
    known = known_draft(version)
    if known:
        return known
    reading = read_in_jail(bytes(version.data), name=version.file_name, bounds=bounds)
    return _keep_reading(version_id, reading=reading, by=by)


@transaction.atomic
def _keep_reading(version_id: int, *, reading: JailedReading, by: Viewer) -> int:
    """Keep a reading, unless somebody else kept the same meanwhile."""
    version = Version.objects.select_for_update().get(pk=version_id)
    known = known_draft(version)
    if known:
        return known
    version.drafts.filter(state=DraftState.PENDING).update(state=DraftState.DISCARDED)
    draft = keep_draft(version, reading=reading)
    Document.objects.filter(pk=version.document_id).update(kind=reading.kind)
    note(by=by.mark, verb="read", about=f"draft {draft.pk}")
    return draft.pk


@transaction.atomic
def decide_item(
    item_id: int,
    *,
    decision: ItemState,
    by: Viewer,
    edited: Mapping[str, Any] | None = None,
    remark: str = "",
    seen: int | None = None,
) -> None:
    """
    Accept, correct or reject one value of a pending draft, or put it back to proposed.

    A correction gives the fields that change; `seen` is the edition that the form was made from. Raises LookupError
    for an unknown item, DraftClosedError, ChangedMeanwhileError, and WrongEditError for a field the value does not
    have or a value of another type.
    """
    demand(may_review_documents(by))
    item = DraftItem.objects.select_related("draft").filter(pk=item_id).first()
    if item is None:
        raise LookupError(item_id)
    _demand_pending(item.draft_id)
    changed = edit(
        DraftItem.objects.filter(pk=item_id),
        seen=seen,
        by=by,
        says={
            "state": decision,
            "edited": _corrected(item.value, edited) if decision == ItemState.EDITED else None,
            "note": remark[:1000],
        },
    )
    if changed:
        note(by=by.mark, verb=f"marked {decision.value}", about=f"item {item.pk}")


@transaction.atomic
def accept_all(draft_id: int, *, by: Viewer, kind: str | None = None) -> int:
    """
    Accept every value on which nobody decided, of one kind or of all, and count them; none leaves no line.

    Raises LookupError, DraftClosedError.
    """
    demand(may_review_documents(by))
    _demand_pending(draft_id)
    waiting = DraftItem.objects.filter(draft_id=draft_id, state=ItemState.PROPOSED)
    chosen = waiting.filter(kind=kind) if kind else waiting
    count = chosen.update(state=ItemState.ACCEPTED, **next_edition(by))
    if count:
        note(by=by.mark, verb="accepted all", about=f"draft {draft_id}")
    return count


@transaction.atomic
def discard_draft(draft_id: int, *, by: Viewer) -> None:
    """Put a pending draft aside; its text and its values stay. Raises LookupError, DraftClosedError."""
    demand(may_review_documents(by))
    _demand_pending(draft_id)
    Draft.objects.filter(pk=draft_id).update(state=DraftState.DISCARDED)
    note(by=by.mark, verb="discarded", about=f"draft {draft_id}")


@transaction.atomic
def mark_applied(draft_id: int, *, by: Viewer) -> None:
    """
    Say that the kept values of a draft are now in the records, and publish its document.

    Called once, inside the transaction of who applies it (council, pact). Raises LookupError and
    DraftClosedError: a second application stops there.
    """
    demand(may_review_documents(by))
    Version.objects.select_for_update().filter(drafts=draft_id).values_list(
        "pk"
    ).first()  # as who reads it again
    _demand_pending(draft_id)
    Draft.objects.filter(pk=draft_id).update(state=DraftState.APPLIED, applied_at=timezone.now())
    Document.objects.filter(versions__drafts=draft_id).update(public=True)
    note(by=by.mark, verb="applied", about=f"draft {draft_id}")


@transaction.atomic
def cite(version_id: int, spans: Iterable[Span], *, by: Viewer) -> list[Citation]:
    """
    Give one citation per passage, in the order given; known passages are reused, the others are added at once.

    For the records above, which point at citations. One journal line for the lot, none when nothing was added.
    Raises LookupError for an unknown version and WrongPassageError for a passage outside its text.
    """
    demand(may_review_documents(by))
    asked = [Span(*span) for span in spans]
    version = Version.objects.filter(pk=version_id).only("text").first()
    if version is None:
        raise LookupError(version_id)
    known = {(row.start, row.end): row for row in Citation.objects.filter(version_id=version_id)}
    missing = [span for span in dict.fromkeys(asked) if span not in known]
    rows = [_citation(version, span) for span in missing]
    Citation.objects.bulk_create(rows, batch_size=500)
    if rows:
        note(by=by.mark, verb="cited", about=f"version {version_id}")
    known.update({(row.start, row.end): row for row in rows})
    return [known[span] for span in asked]


def _citation(version: Version, span: Span) -> Citation:
    if not 0 <= span.start < span.end <= len(version.text):
        raise WrongPassageError(f"{span.start}:{span.end}")
    return Citation(version=version, start=span.start, end=span.end, quote=span.of(version.text))


def _demand_pending(draft_id: int) -> None:
    draft = Draft.objects.select_for_update().filter(pk=draft_id).only("state").first()
    if draft is None:
        raise LookupError(draft_id)
    if draft.state != DraftState.PENDING:
        raise DraftClosedError(draft_id)


def _corrected(value: dict[str, Any], edited: Mapping[str, Any] | None) -> dict[str, Any]:
    changes = dict(edited or {})
    for field, new in changes.items():
        if field not in value or field in NOT_EDITED:
            raise WrongEditError(field)
        old = value[field]
        if old is not None and new is not None and _json_type(old) is not _json_type(new):
            raise WrongEditError(field)
    return {**value, **changes}


def _json_type(value: object) -> type:
    return float if isinstance(value, int | float) and not isinstance(value, bool) else type(value)


def _document(document_id: int | None, *, title: str) -> Document:
    if document_id is not None:
        found = Document.objects.select_for_update().filter(pk=document_id).first()
        if found is None:
            raise LookupError(document_id)
        return found
    take_turn("address of a document")
    return Document.objects.create(title=title, slug=_free_slug(title), created_at=timezone.now())


def _free_slug(title: str) -> str:
    wanted = slugify(title)[:100] or "document"
    taken = set(Document.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    if wanted not in taken:
        return wanted
    return next(slug for n in range(2, len(taken) + 3) if (slug := f"{wanted}-{n}") not in taken)
