"""
It will say how long a file takes to become text and to be read, with how much memory, at 1, 100 and 500 pages.

Usage: python benchmarks/speed_of_files.py [--write]
Each figure is the median of three processes that do nothing else, beside the plain text that pypdfium2 gives.
`--write` renews its part of docs/reference/accuracy.md.
"""

import resource
import subprocess
import sys
import time
from pathlib import Path
from statistics import median


HOUSE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HOUSE))

from benchmarks.accuracy_page import renew  # noqa: E402


MARK = "<!-- speed -->"
END = "<!-- end of speed -->"
PAGES = (1, 100, 500)
ROUNDS = 3
LINES = 45
KINDS = (
    "PDF: plain text of pypdfium2",
    "PDF: text in order, with its places",
    "PDF: read whole",
    "text: read whole",
)
MEGABYTE = 1_000
INTRODUCTION = (
    "Seconds of processor and megabytes at the peak, medians of {rounds} processes on a shared machine: compare the rows "
    "of one run. « beside plain » is how many times as long as the plain text of pypdfium2, without order nor places. The "
    "last column is the time of a character beside that of the same work at 100 pages: 1 where time grows with the length "
    "alone."
)


def lines_of(page: int) -> list[str]:
    """Give the lines of a page: an act with its vote, then prose."""
    act = [
        f"Délibération n° 2024-{page:03d} : Jardin de la page {page}",
        "Vote : Pour : 12 Contre : 1 Abstention : 0",
    ]
    prose = [
        f"{page}.{line} Les familles de la colline se retrouvent au jardin, page {page}."
        for line in range(LINES - 2)
    ]
    return [*act, *prose]


def written(pages: int) -> bytes:
    from tests.engines.written_pdfs import Put, lines_down, written_pdf  # noqa: PLC0415 — only the child pays for it

    return written_pdf(
        [
            Put(60, 40, "Commune de Valmorte - registre"),
            *lines_down(lines_of(page)),
            Put(300, 815, str(page)),
        ]
        for page in range(1, pages + 1)
    )


def measured(kind: str, pages: int) -> None:
    """Print the characters, the seconds and the largest memory of one reading, in this process alone."""
    is_text = kind.startswith("text")
    data = (
        "\n\n".join("\n".join(lines_of(page)) for page in range(1, pages + 1)).encode()
        if is_text
        else written(pages)
    )
    start = time.process_time()
    size = KINDS_OF_READING[kind](data)
    spent = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(size, spent, memory // MEGABYTE)


def _plain(data: bytes) -> int:
    import pypdfium2  # noqa: PLC0415

    document = pypdfium2.PdfDocument(data)
    return sum(len(page.get_textpage().get_text_range()) for page in document)


def _opened(data: bytes) -> int:
    from declic.engines.reading.files.opening import open_file  # noqa: PLC0415

    return len(open_file(data).text)


def _read(data: bytes, name: str = "a.pdf") -> int:
    from declic.records.sources.readings import read_bytes  # noqa: PLC0415

    return len(read_bytes(data, name=name).text)


def _read_text(data: bytes) -> int:
    return _read(data, "a.txt")


KINDS_OF_READING = dict(zip(KINDS, (_plain, _opened, _read, _read_text), strict=True))


def figures(kind: str, pages: int) -> tuple[int, float, int]:
    """Give the characters, and the medians of the seconds and of the memory."""
    rounds = [
        subprocess.run(
            [sys.executable, __file__, kind, str(pages)], check=True, capture_output=True, text=True
        ).stdout.split()
        for _round in range(ROUNDS)
    ]
    return (
        int(rounds[0][0]),
        median(float(one[1]) for one in rounds),
        round(median(int(one[2]) for one in rounds)),
    )


def report() -> str:
    """Measure everything and write the part of the page that tells of it."""
    lines = [
        MARK,
        "## Speed",
        "",
        INTRODUCTION.format(rounds=ROUNDS),
        "",
        "| work | pages | characters | seconds | beside plain | MB | time of a character, 100 pages = 1 |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    everything = {kind: {pages: figures(kind, pages) for pages in PAGES} for kind in KINDS}
    for kind, found in everything.items():
        base = found[100][1] / found[100][0]
        for pages, (size, spent, memory) in found.items():
            lines.append(
                f"| {kind} | {pages} | {size:,} | {spent:.3f} | {spent / everything[KINDS[0]][pages][1]:.1f} | {memory} "
                f"| {spent / size / base:.2f} |"
            )
    return "\n".join([*lines, END])


def main(arguments: list[str]) -> None:
    words = report()
    print(words)
    if "--write" in arguments:
        renew(words, mark=MARK, end=END)


if __name__ == "__main__":
    if len(sys.argv) > 2:
        measured(sys.argv[1], int(sys.argv[2]))
    else:
        main(sys.argv[1:])
