"""
What a chain of lines proves, wherever it is kept: in the database that is served, or in a backup.

Found: a line altered (even with its own seal made again: the next one no longer follows it), removed, inserted or moved;
lines cut at the end, where the database remembers the last number it gave (SQLite) or where a head was noted since.
Not found: lines cut at the end of a PostgreSQL database, or a whole end rewritten seal after seal, since the last head
that was noted out of reach of who did it.
"""

from collections.abc import Iterable, Mapping

from declic.records.journal.seals import FIRST, seal
from declic.records.journal.values import ChainReport, Harm, JournalFault, SealedLine


def chain_report(
    lines: Iterable[SealedLine], *, last_given: int | None = None, noted: Mapping[int, str] | None = None
) -> ChainReport:
    """
    Recompute every seal, from the first line to the last.

    `last_given` is the last number that the database gave, where it never leaves a gap; `noted` are heads that were
    noted earlier: the seal of a line by its number.
    """
    heads = dict(noted or {})
    faults: list[JournalFault] = []
    previous, number, count = FIRST, 0, 0
    for line in lines:
        faults += _faults(line, previous=previous, expected=number + 1 if last_given is not None else None)
        if line.id in heads and heads.pop(line.id) != line.hash:
            faults.append(JournalFault(line.id, Harm.REWRITTEN))
        previous, number, count = line.hash, line.id, count + 1
    if last_given is not None and last_given > number:
        faults.append(JournalFault(number + 1, Harm.CUT))
    elif heads:
        faults.append(JournalFault(min(heads), Harm.CUT))
    return ChainReport(line_count=count, head=previous, last_number=number, faults=tuple(faults))


def _faults(line: SealedLine, *, previous: str, expected: int | None) -> list[JournalFault]:
    own = seal(previous=line.previous_hash, at=line.at, who=line.who, verb=line.verb, about=line.about)
    if line.hash != own:
        return [JournalFault(line.id, Harm.ALTERED)]
    if line.previous_hash == previous:
        return []
    if expected is not None and line.id > expected:
        return [JournalFault(expected, Harm.MISSING)]
    return [JournalFault(line.id, Harm.OUT_OF_TURN)]
