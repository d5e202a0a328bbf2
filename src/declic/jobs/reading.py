"""`declic read` and `declic check`: one file in, one answer out; no database, no network, no Django."""

import json
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any, Literal

from rich.console import Console

from declic.engines.reading.text import UnreadableFileError
from declic.jobs.given_files import keep_out, load_document
from declic.jobs.recounts import exit_code, show_recount
from declic.jobs.refusals import RefusedError
from declic.jobs.summaries import show_reading
from declic.jobs.tables import paper, sheet, waiting
from declic.jobs.voice import Voice
from declic.records.sources.jail import PATIENT, JailedReading, read_in_jail


Shape = Literal["summary", "json", "text"]


def print_reading(path: Path, *, shape: Shape, out: Path | None, voice: Voice) -> None:
    """Print what was read, in the shape asked for, or write it to a file. Raises RefusedError."""
    reading = _read(path, voice=voice)
    if shape == "text":
        _put(reading.text, path=path, out=out, voice=voice)
    elif shape == "json":
        _put(as_json(reading.answer), path=path, out=out, voice=voice)
    else:
        _show(
            lambda console: show_reading(reading.answer, text=reading.text, console=console, voice=voice),
            path=path,
            out=out,
            voice=voice,
        )


def print_check(path: Path, *, out: Path | None, voice: Voice) -> int:
    """Print the sitting counted again and give the exit code: 3 for a contradiction. Raises RefusedError."""
    reading = _read(path, voice=voice)
    sitting = reading.answer["sitting"]
    if sitting is None:
        sys.stderr.write(
            voice.say("{path}: no sitting was read, there is nothing to check.", path=path) + "\n"
        )
        return 0
    _show(
        lambda console: show_recount(sitting, text=reading.text, console=console, voice=voice),
        path=path,
        out=out,
        voice=voice,
    )
    return exit_code(sitting)


def as_json(answer: dict[str, Any]) -> str:
    """Write an answer as JSON, in the order of the format, accents as they are."""
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def _read(path: Path, *, voice: Voice) -> JailedReading:
    data = load_document(path, voice=voice)
    with waiting(voice.say("Reading {name}…", name=path.name)):
        try:
            return read_in_jail(data, name=path.name, bounds=PATIENT)
        except UnreadableFileError as error:
            raise RefusedError(voice.say("{path}: {reason}", path=path, reason=str(error))) from error


def _show(show: Callable[[Console], None], *, path: Path, out: Path | None, voice: Voice) -> None:
    if out is None:
        show(paper())
        return
    page = StringIO()
    show(sheet(page))
    keep_out(out, words=page.getvalue(), source=path, voice=voice)


def _put(words: str, *, path: Path, out: Path | None, voice: Voice) -> None:
    if out is not None:
        keep_out(out, words=words, source=path, voice=voice)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(words.encode("utf-8"))
    sys.stdout.buffer.flush()
