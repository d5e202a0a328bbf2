"""PDF files written by hand for tests: each word where the test puts it, in invented words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


A4 = (595, 842)
TURNS = ((1, 0, 0, 1), (0, 1, -1, 0), (-1, 0, 0, -1), (0, -1, 1, 0))


@dataclass(frozen=True, slots=True)
class Put:
    """Words at a place: points from the left and from the top of the page; `turned` by quarters, to the left."""

    left: float
    top: float
    words: str
    size: float = 10.0
    turned: int = 0
    raised: float = 0.0


def written_pdf(
    pages: Iterable[Sequence[Put]],
    *,
    size: tuple[int, int] = A4,
    trailer: str = "",
    also: str = "",
    drawn: bytes = b"",
) -> bytes:
    """Write a PDF of these pages, in Helvetica; `also` is said of every page, `drawn` is drawn on it after the words."""
    bodies = [_body(page, height=size[1]) + drawn for page in pages]
    kids = " ".join(f"{4 + 2 * rank} 0 R" for rank in range(len(bodies)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(bodies)}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for rank, body in enumerate(bodies):
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {size[0]} {size[1]}]/Contents {5 + 2 * rank} 0 R"
            f"/Resources<</Font<</F 3 0 R>>>>{also}>>".encode()
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(body), body))
    return _assembled(objects, trailer=trailer)


def lines_down(lines: Iterable[str], *, left: float = 60, top: float = 80, step: float = 14) -> list[Put]:
    """Put lines one under the other."""
    return [Put(left, top + rank * step, words) for rank, words in enumerate(lines)]


def _body(page: Sequence[Put], *, height: int) -> bytes:
    shown = [
        b"BT /F %g Tf %d %d %d %d %g %g Tm %g Ts (%s) Tj ET"
        % (
            put.size,
            *TURNS[put.turned % 4],
            put.left,
            height - put.top,
            put.raised,
            _escaped(put.words),
        )
        for put in page
    ]
    return b"\n".join(shown)


def _escaped(words: str) -> bytes:
    return words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _assembled(objects: Sequence[bytes], *, trailer: str) -> bytes:
    data = b"%PDF-1.4\n"
    places: list[int] = []
    for number, thing in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, thing)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    return (
        data
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n"
        % (
            count,
            table,
            count,
            trailer.encode(),
            len(data),
        )
    )
