"""What `declic verify` prints: each thing that was verified, and what does not hold."""

from rich.console import Console
from rich.progress import Progress
from rich.text import Text

from declic.jobs.site import data_folder
from declic.jobs.tables import grid, paper
from declic.jobs.verification import Proof, verify
from declic.jobs.voice import Voice
from declic.records.accounts.viewers import OPERATOR
from declic.records.sources.reads import count_versions


BROKEN = 3
"""Exit code of a verification that found something changed."""


def print_proofs(*, voice: Voice, head: str | None = None) -> int:
    """Verify everything, print the table, and give the exit code: 3 where something does not hold."""
    total = count_versions(viewer=OPERATOR) + 1
    screen = Console(stderr=True)
    with Progress(console=screen, transient=True, disable=not screen.is_terminal) as progress:
        task = progress.add_task(voice.say("Verifying…"), total=total)
        proofs = verify(tick=lambda: progress.advance(task), voice=voice, data=data_folder(), head=head)
    headings = [
        voice.say("verdict"),
        voice.say("verified"),
        voice.say("counted"),
        voice.say("what does not hold"),
    ]
    paper().print(grid(headings, [_row(proof, voice=voice) for proof in proofs], right=(2,)))
    return BROKEN if any(proof.faults for proof in proofs) else 0


def _row(proof: Proof, *, voice: Voice) -> tuple[object, ...]:
    verdict = (
        Text(voice.say("broken"), style="bold red")
        if proof.faults
        else Text(voice.say("whole"), style="green")
    )
    return verdict, proof.name, proof.count, ", ".join(proof.faults[:20])
