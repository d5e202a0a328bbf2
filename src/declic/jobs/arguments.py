"""What the commands take on the command line: each argument and option, with its help."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


Document = Annotated[
    Path,
    typer.Argument(
        metavar="FILE", help="The document: a PDF with its text, a .docx, .odt, .txt or .md file."
    ),
]
Out = Annotated[Path | None, typer.Option(metavar="PATH", help="Write to this file instead of the screen.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the reading as data (format declic-reading/1).")]
AsText = Annotated[bool, typer.Option("--text", help="Print the text that the offsets of the data count in.")]
Yes = Annotated[bool, typer.Option("--yes", help="Open it without asking.")]
Port = Annotated[int, typer.Option(min=1, max=65535, help="The port to listen to.")]
Host = Annotated[
    str, typer.Option(help="The address to listen to; others than this machine need DECLIC_HOSTS.")
]
Target = Annotated[
    Path | None, typer.Argument(metavar="PATH", help="A new file, or a folder. Default: the current folder.")
]

BackupFile = Annotated[
    Path, typer.Argument(metavar="FILE", help="The backup, as « declic backup » wrote it.")
]
Replace = Annotated[bool, typer.Option("--replace", help="Put it in the place of the site that is here.")]
Head = Annotated[
    str | None, typer.Option(metavar="HEAD", help="A head of the journal noted elsewhere, to be found in it.")
]
Email = Annotated[str, typer.Argument(metavar="E-MAIL", help="The person's e-mail.")]
Name = Annotated[str, typer.Option(metavar="NAME", help="The person's name, shown to colleagues.")]
Institution = Annotated[str, typer.Option(metavar="NAME", help="The institution they act for.")]

GivenRole = StrEnum(
    "GivenRole",
    {
        "MANAGER": "manager",
        "PILOT": "pilot",
        "COORDINATOR": "coordinator",
        "CLERK": "clerk",
        "ADMINISTRATOR": "administrator",
    },
)
GivenRoles = Annotated[
    list[GivenRole] | None,
    typer.Option(
        "--role",
        metavar="ROLE",
        help="What they do there, as often as needed: manager, pilot, coordinator, clerk, administrator.",
    ),
]
