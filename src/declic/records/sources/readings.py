"""
One document read and counted again: the composition that the command line and the records share.

Reading and voting are two engines that do not know each other; they meet here. No Django, no row: the same bytes
give the same answer wherever they are read.
"""

from dataclasses import dataclass, replace

from declic.engines.reading.drafts import Finding, Reading
from declic.engines.reading.reader import read_text
from declic.engines.voting.grid import grid
from declic.engines.voting.recount import Recount, recount
from declic.records.sources.answers import FORMAT, Json, coverage_answer, finding_answer
from declic.records.sources.files import DecodedFile, decode_file
from declic.records.sources.pact_answers import pact_answer
from declic.records.sources.rolls import findings_of, roll_of
from declic.records.sources.sitting_answers import sitting_answer


@dataclass(frozen=True, slots=True)
class DocumentReading:
    """
    Everything that was read in a document and counted from it.

    `findings` are those of the text and those of the recount, in the order of the text; `answer` is the whole
    in the format `declic-reading/1`; `file` is what was opened, None for a text that came without one.
    """

    text: str
    kind: str
    reading: Reading
    recount: Recount | None
    findings: tuple[Finding, ...]
    answer: Json
    file: DecodedFile | None = None


def read_bytes(data: bytes, *, name: str) -> DocumentReading:
    """Read the bytes of a file. Raises UnreadableFileError, in one sentence."""
    file = decode_file(data)
    return replace(
        compose(read_text(file.text), name=name, sha256=file.sha256, page_count=len(file.pages)), file=file
    )


def compose(reading: Reading, *, name: str, sha256: str, page_count: int = 0) -> DocumentReading:
    """Count again what was read, and put both in one answer."""
    sitting = reading.sitting
    recounted = recount(roll_of(sitting)) if sitting else None
    of_votes = findings_of(recounted, sitting=sitting) if sitting and recounted else ()
    findings = tuple(sorted([*reading.findings, *of_votes], key=_place))
    answer = {
        "format": FORMAT,
        "document": {
            "name": name,
            "kind": reading.kind.value,
            "sha256": sha256,
            "characters": len(reading.text),
            "pages": page_count or None,
        },
        "sitting": _sitting(reading, recounted=recounted),
        "pact": pact_answer(reading.pact) if reading.pact else None,
        "findings": [finding_answer(finding) for finding in findings],
        "coverage": coverage_answer(reading.coverage),
    }
    return DocumentReading(reading.text, reading.kind.value, reading, recounted, findings, answer)


def _sitting(reading: Reading, *, recounted: Recount | None) -> Json | None:
    if reading.sitting is None or recounted is None:
        return None
    return sitting_answer(reading.sitting, recounted=recounted, cells=grid(roll_of(reading.sitting)))


def _place(finding: Finding) -> tuple[int, str]:
    return (finding.spans[0].start if finding.spans else 0, finding.rule)
