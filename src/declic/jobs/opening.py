"""Put a document in: keep it, read it, show it, and apply it once whoever asked has said yes."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.urls import reverse

from declic.engines.reading.text import UnreadableFileError
from declic.jobs.given_files import load_document
from declic.jobs.refusals import RefusedError
from declic.jobs.voice import Voice
from declic.records.accounts.viewers import OPERATOR
from declic.records.pact.values import OpenedDocument
from declic.records.pact.writes import apply_draft
from declic.records.sources.jail import PATIENT
from declic.records.sources.reads import accepted_draft, document_of_version
from declic.records.sources.values import AcceptedDraft
from declic.records.sources.writes import DraftClosedError, accept_all, take_document


@dataclass(frozen=True, slots=True)
class KeptDocument:
    """A document that was kept and read: `was_applied` says that somebody had opened it before."""

    draft: AcceptedDraft
    text: str

    @property
    def was_applied(self) -> bool:
        """Say whether there is nothing left to open."""
        return self.draft.state == "applied"


def keep(path: Path, *, voice: Voice) -> KeptDocument:
    """Keep the file and its reading, once whatever the number of calls. Raises RefusedError, in one sentence."""
    data = load_document(path, voice=voice)
    try:
        draft_id = take_document(data, path.name, by=OPERATOR, bounds=PATIENT)
    except UnreadableFileError as error:
        raise RefusedError(voice.say("{path}: {reason}", path=path, reason=str(error))) from error
    draft = accepted_draft(draft_id, viewer=OPERATOR)
    if draft is None:
        raise LookupError(draft_id)
    kept = document_of_version(draft.version_id, viewer=OPERATOR)
    if kept is None:
        raise LookupError(draft.version_id)
    return KeptDocument(draft=draft, text=kept.text)


def apply(document: KeptDocument, *, voice: Voice) -> OpenedDocument:
    """Accept what nobody decided on, and open the sitting and the pact. Raises RefusedError for a closed draft."""
    draft_id = document.draft.draft_id
    try:
        if not document.was_applied:
            accept_all(draft_id, by=OPERATOR)
        return apply_draft(draft_id, by=OPERATOR)
    except DraftClosedError as error:
        raise RefusedError(voice.say("This reading was put aside: read the document again.")) from error
    except ValueError as error:
        raise RefusedError(str(error)) from error


def where_to_look(opened: OpenedDocument, *, tell: Callable[[str], None], voice: Voice) -> None:
    """Say at which addresses the opened document is shown."""
    if opened.sitting_id is not None:
        tell(voice.say("The sitting: {address}", address=reverse("sitting", args=[opened.sitting_id])))
    if opened.slug is not None:
        tell(voice.say("The pact: {address}", address=reverse("pact", args=[opened.slug])))
