"""
Heads of the journal, noted as time goes by: what shows later that the end of the journal was cut or rewritten.

One line each — instant, number of the last line, its seal — at the end of a file of the data folder, at every backup,
every verification and every start of the site. A head copied elsewhere is compared by `declic verify --head`.
"""

import os
from pathlib import Path

from django.utils import timezone

from declic.records.journal.values import ChainReport


HEADS = "journal-heads.txt"
SEAL_LENGTH = 64
WORDS_OF_A_LINE = 3


def note_head(data: Path, *, report: ChainReport) -> None:
    """Note the head of a journal that holds, unless it is the last one noted already."""
    noted = noted_heads(data)
    if not report.line_count or noted.get(report.last_number) == report.head:
        return
    words = f"{timezone.now().isoformat(timespec='seconds')} {report.last_number} {report.head}\n"
    with (data / HEADS).open("a", encoding="ascii") as file:
        file.write(words)
        file.flush()
        os.fsync(file.fileno())


def noted_heads(data: Path) -> dict[int, str]:
    """Give the noted seals by the number of their line; a line that is not whole is left out."""
    try:
        words = (data / HEADS).read_text(encoding="ascii", errors="replace")
    except FileNotFoundError:
        return {}
    found = (line.split(" ") for line in words.splitlines())
    return {
        int(each[1]): each[2]
        for each in found
        if len(each) == WORDS_OF_A_LINE and each[1].isdecimal() and len(each[2]) == SEAL_LENGTH
    }
