"""
`declic export-pact`, `import-pact`, `export-sheets`, `import-sheets`: what each takes.

The work stands in `pact_files.py` and `sheet_files.py`.
"""

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

Spreadsheet = Annotated[
    Path,
    typer.Argument(metavar="FILE", help="A spreadsheet of 28 columns, .xlsx or .csv, with its headings."),
]
NewSpreadsheet = Annotated[
    Path, typer.Argument(metavar="FILE", help="The spreadsheet to write: .csv by its name, .xlsx otherwise.")
]
Preview = Annotated[bool, typer.Option("--preview", help="Say what would change, and keep nothing.")]


def add_to(app: typer.Typer, *, wake: Callable[[Voice], None], tell: Callable[[str], None]) -> None:
    """Add the commands of pacts and of sheets to the command line."""
    _add_sheets_to(app, wake=wake, tell=tell)

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


def _add_sheets_to(app: typer.Typer, *, wake: Callable[[Voice], None], tell: Callable[[str], None]) -> None:
    @app.command(
        "export-sheets",
        cls=SpokenCommand,
        help="Write the action sheets of a pact as a spreadsheet of 28 columns.",
    )
    def export_sheets(context: typer.Context, slug: Slug, file: NewSpreadsheet) -> None:
        """Write the sheets of a pact."""
        voice: Voice = context.obj
        wake(voice)
        from declic.jobs.sheet_files import write_sheets  # noqa: PLC0415

        write_sheets(slug, file, tell=tell, voice=voice)

    @app.command(
        "import-sheets",
        cls=SpokenCommand,
        help="Keep the action sheets of a spreadsheet; a second time changes nothing. Exit code 3 when rows are refused.",
    )
    def import_sheets(
        context: typer.Context, slug: Slug, file: Spreadsheet, *, preview: Preview = False
    ) -> None:
        """Keep the sheets of a spreadsheet."""
        voice: Voice = context.obj
        wake(voice)
        from declic.jobs.sheet_files import bring_sheets  # noqa: PLC0415

        raise typer.Exit(bring_sheets(slug, file, is_preview=preview, tell=tell, voice=voice))
