"""`declic open`: keep a document, show what was read of it, and open what it states."""

import sys
from collections.abc import Callable
from pathlib import Path

import typer

from declic.jobs.opening import apply, keep, where_to_look
from declic.jobs.site import database, prepare
from declic.jobs.summaries import show_reading
from declic.jobs.tables import paper, waiting
from declic.jobs.voice import Voice


def open_file(path: Path, *, yes: bool, tell: Callable[[str], None], voice: Voice) -> None:
    """
    Keep the file and its reading, show the summary, then open it with `yes` or after a question.

    Where nobody can be asked (no terminal) and `yes` is not given, the draft waits for its review. A document
    that was opened before changes nothing. Raises RefusedError, in one sentence.
    """
    prepare(voice=voice)
    with database(voice=voice):
        with waiting(voice.say("Reading {name}…", name=path.name)):
            document = keep(path, voice=voice)
        if not document.was_applied:
            show_reading(document.draft.answer, text=document.text, console=paper(), voice=voice)
            if not (yes or _agreed(voice=voice)):
                tell(voice.say("Kept, to be reviewed: draft {number}.", number=document.draft.draft_id))
                return
        where_to_look(apply(document, voice=voice), tell=tell, voice=voice)


def _agreed(*, voice: Voice) -> bool:
    return sys.stdin.isatty() and typer.confirm(voice.say("Open what was read?"), default=False)
