"""
The `declic` command line: what each command takes, and what happens when it cannot be done.

The work stands in the modules beside this one. They are imported inside the commands: reading and checking must
start at once, without Django, and Django's own modules only load once its settings are known.
"""

import os
import sys
import traceback
from collections.abc import Sequence
from typing import Annotated

import typer

from declic.jobs.arguments import (
    AsJson,
    AsText,
    BackupFile,
    Document,
    Email,
    GivenRoles,
    Head,
    Host,
    Institution,
    Name,
    Out,
    Port,
    Replace,
    Target,
    Yes,
)
from declic.jobs.pact_commands import add_to
from declic.jobs.refusals import RefusedError
from declic.jobs.spoken import SpokenCommand, SpokenGroup, mistake, spoken, without
from declic.jobs.voice import Voice, chosen_language, demand_known_language


app = typer.Typer(
    cls=SpokenGroup,
    help="Turns a signed public pact into a running one: read, check, open, show.",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)

FAULT, WRONG_USE, STOPPED = 1, 2, 130
_tell = typer.echo


@app.callback()
def options(
    *,
    lang: Annotated[str, typer.Option(metavar="fr|en", help="The language of what is said.")] = "fr",
    debug: Annotated[bool, typer.Option("--debug", help="Show where an unforeseen fault happened.")] = False,
) -> None:
    """Take the options of every command; they were understood before (`run`), wherever they stand."""


@app.command(cls=SpokenCommand, help="Read a document: sitting, votes, pact, findings, coverage.")
def read(
    context: typer.Context, file: Document, *, as_json: AsJson = False, text: AsText = False, out: Out = None
) -> None:
    """Read a document, without any database or network."""
    from declic.jobs.reading import print_reading  # noqa: PLC0415 — see above

    voice: Voice = context.obj
    if as_json and text:
        raise RefusedError(voice.say("Choose --json or --text."))
    print_reading(file, shape="json" if as_json else "text" if text else "summary", out=out, voice=voice)


@app.command(
    cls=SpokenCommand, help="Count a sitting again: exit code 3 when the minutes contradict themselves."
)
def check(context: typer.Context, file: Document, out: Out = None) -> None:
    """Re-count a sitting, without any database or network."""
    from declic.jobs.reading import print_check  # noqa: PLC0415

    raise typer.Exit(print_check(file, out=out, voice=context.obj))


@app.command(
    "open", cls=SpokenCommand, help="Keep a document, show what was read, and open its sitting and its pact."
)
def open_document(context: typer.Context, file: Document, *, yes: Yes = False) -> None:
    """Keep a document and open what it states, once."""
    voice: Voice = context.obj
    _wake(voice)
    from declic.jobs.openings import open_file  # noqa: PLC0415

    open_file(file, yes=yes, tell=_tell, voice=voice)


@app.command(cls=SpokenCommand, help="Serve the site on this machine.")
def serve(context: typer.Context, port: Port = 8000, host: Host = "127.0.0.1") -> None:
    """Serve the site."""
    voice: Voice = context.obj
    _wake(voice)
    from declic.jobs import serving  # noqa: PLC0415

    serving.serve(port=port, host=host, tell=_tell, voice=voice)


@app.command(
    cls=SpokenCommand, help="Bring the database and the styles to this version, before it is served."
)
def prepare(context: typer.Context) -> None:
    """Prepare what `serve` would prepare, while the version of before goes on serving."""
    voice: Voice = context.obj
    _wake(voice)
    from declic.jobs import site  # noqa: PLC0415

    site.prepare(voice=voice)
    site.collect_styles()
    _tell(voice.say("The database and the styles are those of this version."))


@app.command(
    cls=SpokenCommand, help="Say whether this installation is fit to serve: exit code 3 when it is not."
)
def inspect(context: typer.Context) -> None:
    """Look at the settings, the folders, the disk, the database, the clock and the mail server."""
    voice: Voice = context.obj
    _wake(voice)
    from declic.jobs.inspection import print_inspection  # noqa: PLC0415

    raise typer.Exit(print_inspection(tell=_tell, voice=voice))


@app.command(cls=SpokenCommand, help="Open the restated pact with invented people, and serve it.")
def demo(context: typer.Context, port: Port = 8000, host: Host = "127.0.0.1") -> None:
    """Fill and serve the demonstration; a second time changes nothing."""
    voice: Voice = context.obj
    os.environ["DECLIC_DEMO"] = "yes"
    _wake(voice)
    from declic.jobs import demonstration, serving, site  # noqa: PLC0415

    site.demand_free(port, host=host, voice=voice)
    demonstration.fill(tell=_tell, voice=voice)
    demonstration.present(tell=_tell, voice=voice)
    serving.serve(port=port, host=host, tell=_tell, voice=voice)


@app.command(cls=SpokenCommand, help="Open an account, and print its password once.")
def account(
    context: typer.Context, email: Email, *, name: Name, institution: Institution, role: GivenRoles = None
) -> None:
    """Open an account for somebody who works here."""
    voice: Voice = context.obj
    _wake(voice)
    from declic.jobs.accounts import Place, open_account  # noqa: PLC0415
    from declic.records.accounts.choices import Role  # noqa: PLC0415

    place = Place(institution, tuple(Role(word.value) for word in role or ()))
    open_account(email, name=name, place=place, tell=_tell, voice=voice)


@app.command(cls=SpokenCommand, help="Erase the second factor that somebody lost; their sessions end.")
def unlock(context: typer.Context, email: Email) -> None:
    """Help somebody who lost their telephone and their recovery codes."""
    voice: Voice = context.obj
    _wake(voice)
    from declic.jobs import accounts, site  # noqa: PLC0415

    site.demand_prepared(voice=voice)
    with site.database(voice=voice):
        accounts.unlock(email, tell=_tell, voice=voice)


@app.command(
    cls=SpokenCommand, help="Erase what expired: sessions, tries, invitations. To be run every night."
)
def tidy(context: typer.Context) -> None:
    """Erase what has no reason to be kept any more."""
    voice: Voice = context.obj
    _wake(voice)
    from declic.jobs import site, tidying  # noqa: PLC0415

    site.demand_prepared(voice=voice)
    with site.database(voice=voice):
        tidying.tidy(tell=_tell, voice=voice)


@app.command(
    cls=SpokenCommand,
    help="Hand over the letters that wait, and write reminders; --once leaves when none waits.",
)
def work(
    context: typer.Context,
    *,
    once: Annotated[bool, typer.Option("--once", help="Leave when no letter waits.")] = False,
) -> None:
    """Work beside the site, whatever kills it."""
    voice: Voice = context.obj
    _wake(voice)
    from declic.jobs import site, working  # noqa: PLC0415

    site.demand_prepared(voice=voice)
    with site.database(voice=voice):
        working.work(once=once, tell=_tell, voice=voice)


@app.command(cls=SpokenCommand, help="Write a backup in one file, while people go on working.")
def backup(context: typer.Context, path: Target = None) -> None:
    """Back everything up."""
    voice: Voice = context.obj
    _wake(voice)
    from declic.jobs import backups, site  # noqa: PLC0415

    site.demand_prepared(voice=voice)
    with site.database(voice=voice):
        kept = backups.back_up(path, voice=voice)
    _tell(voice.say("{path}: {bytes} bytes.", path=kept.path, bytes=kept.byte_count))
    _tell(voice.say("Journal: {lines} lines, head {head}.", lines=kept.line_count, head=kept.head))


@app.command(
    cls=SpokenCommand, help="Put a backup back, whole or not at all; what was there before is kept beside."
)
def restore(context: typer.Context, file: BackupFile, *, replace: Replace = False) -> None:
    """Put a backup back, then verify what came back."""
    voice: Voice = context.obj
    _wake(voice)
    from declic.jobs import proofs, restoring, site  # noqa: PLC0415

    with site.database(voice=voice):
        back = restoring.restore(file, replace=replace, voice=voice)
        _tell(
            voice.say("Restored. Journal: {lines} lines, head {head}.", lines=back.line_count, head=back.head)
        )
        if back.before:
            _tell(voice.say("What was there before is kept in {path}.", path=back.before))
        site.prepare(voice=voice)
        raise typer.Exit(proofs.print_proofs(voice=voice))


@app.command(
    cls=SpokenCommand, help="Verify that what is kept still says what it said: exit code 3 when it does not."
)
def verify(context: typer.Context, *, head: Head = None) -> None:
    """Verify the database, the documents, the citations and the journal."""
    voice: Voice = context.obj
    _wake(voice)
    from declic.jobs import proofs, site  # noqa: PLC0415

    site.demand_prepared(voice=voice)
    with site.database(voice=voice):
        raise typer.Exit(proofs.print_proofs(voice=voice, head=head))


def main() -> None:
    """Run what was typed; the exit code says how it went."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr] # both are text streams here
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code: 0 done, 1 our fault, 2 wrong use, 3 something does not hold."""
    voice = Voice(chosen_language(arguments, os.environ))
    asked = without(arguments, names=("--lang", "--debug"))
    try:
        demand_known_language(arguments, voice=voice)
        group = spoken(app, voice=voice)
        code = group.main(args=asked, prog_name="declic", standalone_mode=False, obj=voice)
    except (typer.Abort, KeyboardInterrupt):
        return STOPPED
    except Exception as error:  # noqa: BLE001 — the last door: a fault of ours is one sentence too
        return _failed(error, voice=voice, debug="--debug" in arguments)
    return code if isinstance(code, int) else 0


def _failed(error: Exception, *, voice: Voice, debug: bool) -> int:
    if isinstance(error, RefusedError):
        words, code = str(error), WRONG_USE
    elif isinstance(error, typer.TyperException):
        words, code = mistake(error, voice=voice), WRONG_USE
    else:
        fault = f"{type(error).__name__}: {error}"[:200]
        words = voice.say("This is a fault of Déclic ({fault}): run it again with --debug.", fault=fault)
        code = FAULT
    if debug:
        traceback.print_exception(error)
    if words:
        typer.echo(f"declic : {words}", err=True)
    return code


def _wake(voice: Voice) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "declic.config.settings")
    from declic.jobs.site import wake  # noqa: PLC0415

    wake(voice=voice)


add_to(app, wake=_wake, tell=_tell)
