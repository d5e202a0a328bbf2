"""It will say how long a PDF takes to become text and how much memory, beside the plain text that pypdfium2 gives."""

import resource
import subprocess
import sys
import time
from pathlib import Path


sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

PAGES = (1, 100, 500)
LINES = 45
KINDS = ("plain pypdfium2", "declic", "declic read, whole")
MEGABYTE = 1_000


def written(pages: int) -> bytes:
    from tests.engines.written_pdfs import Put, lines_down, written_pdf  # noqa: PLC0415 — only the child pays for it

    return written_pdf(
        [
            Put(60, 40, "Commune de Valmorte - registre"),
            *lines_down(
                [
                    f"{page}.{line} Les familles de la colline se retrouvent au jardin, page {page}."
                    for line in range(LINES)
                ]
            ),
            Put(300, 815, str(page)),
        ]
        for page in range(1, pages + 1)
    )


def measured(kind: str, pages: int) -> None:
    """Print the seconds and the largest memory of one reading, in this process alone."""
    data = written(pages)
    start = time.process_time()
    size = KINDS_OF_READING[kind](data)
    spent = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"{kind:20} {pages:4} pages {size:9,} characters {spent:7.2f} s {memory // MEGABYTE:5} MB")


def _plain(data: bytes) -> int:
    import pypdfium2  # noqa: PLC0415

    document = pypdfium2.PdfDocument(data)
    return sum(len(page.get_textpage().get_text_range()) for page in document)


def _opened(data: bytes) -> int:
    from declic.engines.reading.files.opening import open_file  # noqa: PLC0415

    return len(open_file(data).text)


def _read(data: bytes) -> int:
    from declic.records.sources.readings import read_bytes  # noqa: PLC0415

    return len(read_bytes(data, name="a.pdf").text)


KINDS_OF_READING = dict(zip(KINDS, (_plain, _opened, _read), strict=True))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measured(sys.argv[1], int(sys.argv[2]))
    else:
        for count in PAGES:
            for one in KINDS:
                subprocess.run([sys.executable, __file__, one, str(count)], check=True)
