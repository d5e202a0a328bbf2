"""A whole pact as a file: written from the site that is here, or opened in it."""

from collections.abc import Callable
from pathlib import Path

from django.db import DataError, IntegrityError

from declic.jobs.given_files import keep_out, load
from declic.jobs.refusals import RefusedError
from declic.jobs.site import database, demand_prepared, prepare
from declic.jobs.voice import Voice
from declic.open_data.whole_pact import WrongPactFileError, pact_json, pact_of_json
from declic.records.accounts.viewers import OPERATOR
from declic.records.pact.reads import UnknownPactError, whole_pact
from declic.records.steering.reads import whole_steering
from declic.records.steering.writes import bring_steered_pact


def write_pact(slug: str, path: Path, *, tell: Callable[[str], None], voice: Voice) -> None:
    """Write a pact, all of it. Raises RefusedError for an unknown one, or a file that cannot be written."""
    demand_prepared(voice=voice)
    with database(voice=voice):
        try:
            words = pact_json(
                whole_pact(slug, viewer=OPERATOR), steering=whole_steering(slug, viewer=OPERATOR)
            )
        except UnknownPactError as error:
            raise RefusedError(voice.say("{slug}: no pact has this address here.", slug=slug)) from error
    keep_out(path, words=words, source=None, voice=voice)
    tell(voice.say("{path}: {bytes} bytes.", path=path, bytes=len(words.encode())))


def open_pact_file(path: Path, *, tell: Callable[[str], None], voice: Voice) -> None:
    """Open the pact of a file. Raises RefusedError, in one sentence, and keeps nothing, for one that is wrong."""
    data = load(path, voice=voice)
    try:
        found = pact_of_json(data)
    except WrongPactFileError as error:
        raise RefusedError(
            voice.say(
                "{path}: this is not a pact in the format declic-pact/1 ({reason}).", path=path, reason=error
            )
        ) from error
    prepare(voice=voice)
    with database(voice=voice):
        try:
            slug, is_new = bring_steered_pact(found.whole, steering=found.steering, by=OPERATOR)
        except (ValueError, DataError, IntegrityError, OverflowError) as error:
            raise RefusedError(
                voice.say(
                    "{path}: this pact contradicts itself ({reason}); nothing was kept.",
                    path=path,
                    reason=_first_line(error),
                )
            ) from error
    if is_new:
        tell(voice.say("Opened: /pactes/{slug}/", slug=slug))
    else:
        tell(voice.say("This pact is already here, at /pactes/{slug}/: nothing was changed.", slug=slug))


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0][:200] or type(error).__name__
