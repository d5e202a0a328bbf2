"""`declic export-pact` and `declic import-pact`: what each takes; the work stands in `pact_files.py`."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from declic.jobs.spoken import SpokenCommand
from declic.jobs.voice import Voice


Slug = Annotated[
    str, typer.Argument(metavar="PACT", help="The pact, by the last word of its address: /pactes/PACT/.")
]
NewFile = Annotated[
    Path, typer.Argument(metavar="FILE", help="The file to write, in the format declic-pact/1.")
]
PactFile = Annotated[Path, typer.Argument(metavar="FILE", help="A pact, as « declic export-pact » wrote it.")]


def add_to(app: typer.Typer, *, wake: Callable[[Voice], None], tell: Callable[[str], None]) -> None:
    """Add both commands to the command line."""

    @app.command(
        "export-pact", cls=SpokenCommand, help="Write a whole pact to a file that another site can open."
    )
    def export_pact(context: typer.Context, slug: Slug, file: NewFile) -> None:
        """Write a pact."""
        voice: Voice = context.obj
        wake(voice)
        from declic.jobs.pact_files import write_pact  # noqa: PLC0415 — Django must be started first

        write_pact(slug, file, tell=tell, voice=voice)

    @app.command(
        "import-pact",
        cls=SpokenCommand,
        help="Open a pact that another site wrote; a second time changes nothing.",
    )
    def import_pact(context: typer.Context, file: PactFile) -> None:
        """Open a pact."""
        voice: Voice = context.obj
        wake(voice)
        from declic.jobs.pact_files import open_pact_file  # noqa: PLC0415

        open_pact_file(file, tell=tell, voice=voice)
