"""
It will look for files and texts on which the reader breaks one of its laws, guided by what of its code they reach.

Usage: python audit/fuzz.py (text | minutes | docx | odt | pdf | file) FOLDER [options of libFuzzer]
`make fuzz` runs every target. FOLDER holds what was found interesting, from one run to the next; what breaks a law is
written beside it and, given in the place of the folder, is tried alone.
"""

import dataclasses
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import atheris


HOUSE = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(HOUSE / "src"), str(HOUSE)]

with atheris.instrument_imports(include=["declic"]):
    from declic.engines.reading.files.marks import marks_on
    from declic.engines.reading.files.opening import open_file
    from declic.engines.reading.files.pages import OpenedFile
    from declic.engines.reading.reader import read_text
    from declic.engines.reading.text import UnreadableFileError
    from declic.records.sources.page_maps import page_map, pages_from
    from declic.units.person_names import name_key
    from declic.units.spans import Span

from tests.attacks.hostile_files import WORDS  # noqa: E402 — its place is above
from tests.engines.minutes.layouts import LAYOUTS, meeting_for, write  # noqa: E402
from tests.engines.written_documents import W, docx, odt, p  # noqa: E402
from tests.engines.written_pdfs import Put, lines_down, written_pdf  # noqa: E402


LONGEST = 200_000
"""A file may hold much more than its bytes; the time of a reading grows with its text, and is watched by libFuzzer."""
SEED = 1


def try_text(data: bytes) -> None:
    """Read bytes as a text of any characters."""
    provider = atheris.FuzzedDataProvider(data)
    hold_of_text(provider.ConsumeUnicodeNoSurrogates(len(data)))


def try_minutes(data: bytes) -> None:
    """Read a text whose bytes choose words of the trade, lines and figures."""
    provider = atheris.FuzzedDataProvider(data)
    words = []
    while provider.remaining_bytes() and len(words) < len(data):
        words.append(PIECES[provider.ConsumeIntInRange(0, len(PIECES) - 1)])
    hold_of_text("".join(words))


def try_docx(data: bytes) -> None:
    """Open bytes as the body of a Word document."""
    hold_of_file(docx(data.decode("utf-8", "replace")))


def try_odt(data: bytes) -> None:
    """Open bytes as the body of a LibreOffice document."""
    hold_of_file(odt(data.decode("utf-8", "replace")))


def try_pdf(data: bytes) -> None:
    """Open bytes as what a page of PDF draws."""
    hold_of_file(written_pdf([[Put(60, 60, "Valmorte")]], drawn=b"\n" + data))


def try_file(data: bytes) -> None:
    """Open bytes as a file of any kind."""
    hold_of_file(data)


def hold_of_file(data: bytes) -> None:
    """Open a file, and hold it to the laws of files and of texts."""
    try:
        opened = open_file(data)
    except UnreadableFileError as refusal:
        demand("\n" not in str(refusal), "a refusal is one sentence")
        return
    hold_of_pages(opened)
    hold_of_text(opened.text[:LONGEST])


def hold_of_pages(opened: OpenedFile) -> None:
    """Hold the pages of a file to their laws: they follow each other, and each line stands in its own."""
    at = 0
    for page in opened.pages:
        demand(page.span.start == at and page.span.end <= len(opened.text), "pages follow each other")
        at = page.span.end
        for line in page.lines:
            demand(
                page.span.start <= line.span.start <= line.span.end <= page.span.end, "a line is in its page"
            )
        marks_on(page, text=opened.text, passage=page.span)
    demand(pages_from(page_map(opened.pages)) == opened.pages, "what is kept of pages is what was read")


def hold_of_text(text: str) -> None:
    """Read a text, and hold what was read to the laws: each passage re-reads, nobody is invented, the same again."""
    reading = read_text(text)
    for span in spans_of(reading):
        demand(0 <= span.start <= span.end <= len(text), "a passage is inside the text")
    written = name_key(text)
    for member in reading.sitting.members if reading.sitting else ():
        is_written = all(word in written for word in name_key(member.name).split())
        demand(is_written, "a member is made of words of the text")
    if len(text) % 16 == 0:
        demand(read_text(text) == reading, "the same text gives the same reading")


def spans_of(held: object) -> Iterator[Span]:
    """Give every span that a draft holds, however deep."""
    if isinstance(held, Span):
        yield held
    elif isinstance(held, (tuple, list, frozenset)):
        for one in held:
            yield from spans_of(one)
    elif dataclasses.is_dataclass(held):
        for field in dataclasses.fields(held):
            yield from spans_of(getattr(held, field.name))


def demand(holds: bool, law: str) -> None:  # noqa: FBT001 — what holds is what is said
    """Raise where a law does not hold."""
    if not holds:
        raise AssertionError(law)


def pieces() -> list[str]:
    """Give 256 pieces of minutes: the lines of every layout, and words of the trade."""
    lines = [f"{line}\n" for name in sorted(LAYOUTS) for line in _minutes(name).splitlines() if line.strip()]
    chosen = Random(SEED).sample(lines, 200)  # noqa: S311 — a seed, so that a fault can be seen again
    return [*chosen, *WORDS, *"0123456789", "\n", "\n\n", " ", ", ", " et ", " : "][:256]


def _minutes(name: str) -> str:
    layout = LAYOUTS[name]
    return write(meeting_for(layout, Random(SEED)), layout)  # noqa: S311


PIECES = pieces()
TARGETS: dict[str, Callable[[bytes], None]] = {
    "text": try_text,
    "minutes": try_minutes,
    "docx": try_docx,
    "odt": try_odt,
    "pdf": try_pdf,
    "file": try_file,
}


def seeds(target: str) -> list[bytes]:
    """Give what a target begins with: sound files and texts of its kind, in invented words."""
    told = [_minutes(name)[:4_000] for name in sorted(LAYOUTS)]
    row = "<w:tr>" + f"<w:tc>{p('Jardins')}</w:tc>" * 2 + "</w:tr>"
    word = p("Axe 1", style="Titre") + p("Un banc.", number=3) + f"<w:tbl>{row}</w:tbl>"
    free = '<text:h text:outline-level="1">Axe</text:h><text:list text:style-name="L"><text:list-item><text:p>Un</text:p>'
    free += "</text:list-item></text:list><text:p>Deux<text:s/></text:p>"
    drawn = b"BT /F 9 Tf 0 1 -1 0 9 50 Tm 3 Tr (Pour : 5) Tj ET q 1 0 0 1 5 5 cm BT /F 7 Tf [(a) -300 (b)] TJ ET Q"
    whole = [docx(word), odt(free), written_pdf([lines_down(told[0].splitlines()[:30])] * 4)]
    return {
        "text": [text.encode() for text in told],
        "minutes": [bytes(range(256)), bytes(range(0, 256, 3))],
        "docx": [word.encode()],
        "odt": [free.encode()],
        "pdf": [drawn],
        "file": [*whole, *(text.encode("cp1252", "replace") for text in told[:3])],
    }[target]


def main(arguments: list[str]) -> None:
    """Run a target until its time is over, or a law breaks."""
    target, folder = arguments[1], Path(arguments[2])
    if folder.is_file():
        TARGETS[target](folder.read_bytes())
        return
    folder.mkdir(parents=True, exist_ok=True)
    for rank, seed in enumerate(seeds(target)):
        (folder / f"seed-{rank}").write_bytes(seed)
    words = folder.parent / "words"
    words.write_text("".join(f'"{_quoted(word)}"\n' for word in (*WORDS, *XML)), encoding="ascii")
    options = [f"-dict={words}", f"-artifact_prefix={folder}-broken-", "-timeout=30", "-rss_limit_mb=2500"]
    atheris.Setup([arguments[0], str(folder), *options, *arguments[3:]], TARGETS[target])
    atheris.Fuzz()


XML = (
    "<w:p>",
    "</w:p>",
    "<w:tbl>",
    "<w:tr>",
    "<w:tc>",
    "<w:del>",
    "<w:ins>",
    "<text:p>",
    "<text:list>",
    "<text:note>",
    " Tm",
    " Tj",
    " Tf",
    W,
)


def _quoted(word: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word.encode())


if __name__ == "__main__":
    main(sys.argv)
