"""The pages of a file as plain data, and back: what crosses the wall of the jail, and what is kept."""

import json
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from declic.engines.reading.files.pages import Box, LineBox, Page
from declic.units.spans import Span


PageMap = list[dict[str, Any]]
LENGTH = 4


def page_map(pages: Iterable[Page]) -> PageMap:
    """
    Give the pages as plain data.

    A line is its two offsets, the four sides of its box, the left and right of each word, and the boxes of the end of
    its last word where that goes on below.
    """
    return [
        {
            "span": [page.span.start, page.span.end],
            "size": [page.width, page.height],
            "lines": [_plain(line) for line in page.lines],
            "furniture": list(page.furniture),
            "turn": list(page.turn) if page.turn else None,
        }
        for page in pages
    ]


def pages_from(kept: PageMap) -> tuple[Page, ...]:
    """Give back the pages that `page_map` made plain."""
    return tuple(_page_from(page, number=number) for number, page in enumerate(kept, start=1))


def packed(pages: Iterable[Page]) -> bytes:
    """
    Give the pages as they are kept: few bytes, none for a file without pages.

    First how long the list of pages is (four bytes), then the list (where each starts and ends in the text, and how many
    bytes hold it), then each page, compressed alone: one of five hundred is found without reading the others.
    """
    plain = page_map(pages)
    if not plain:
        return b""
    held = [zlib.compress(_json(page)) for page in plain]
    listed = zlib.compress(_json([[*page["span"], len(one)] for page, one in zip(plain, held, strict=True)]))
    return len(listed).to_bytes(LENGTH) + listed + b"".join(held)


@dataclass(frozen=True, slots=True)
class KeptPages:
    """The pages that `packed` made few bytes of: where each stands in the text, and each when it is asked for."""

    spans: tuple[Span, ...]
    held: tuple[bytes, ...]

    @classmethod
    def of(cls, kept: bytes) -> "KeptPages":
        """Read the list; no page for no bytes."""
        if not kept:
            return cls((), ())
        at = LENGTH + int.from_bytes(kept[:LENGTH])
        spans, held = [], []
        for start, end, size in json.loads(zlib.decompress(kept[LENGTH:at])):
            spans.append(Span(start, end))
            held.append(kept[at : at + size])
            at += size
        return cls(tuple(spans), tuple(held))

    def page(self, number: int) -> Page:
        """Give one page, from 1."""
        return _page_from(json.loads(zlib.decompress(self.held[number - 1])), number=number)


def _json(plain: object) -> bytes:
    return json.dumps(plain, separators=(",", ":")).encode()


def _page_from(kept: dict[str, Any], *, number: int) -> Page:
    return Page(
        number,
        Span(*kept["span"]),
        width=kept["size"][0],
        height=kept["size"][1],
        lines=tuple(_line(*line) for line in kept["lines"]),
        furniture=tuple(kept["furniture"]),
        turn=tuple(kept["turn"]) if kept["turn"] else None,
    )


def _plain(line: LineBox) -> list[Any]:
    sides = [side for word in line.words for side in word]
    box = [line.left, line.top, line.right, line.bottom]
    return [line.span.start, line.span.end, box, sides, [list(tail) for tail in line.tails]]


def _line(start: int, end: int, box: list[float], sides: list[float], tails: list[list[float]]) -> LineBox:
    left, top, right, bottom = box
    words = tuple(zip(sides[::2], sides[1::2], strict=True))
    return LineBox(Span(start, end), left, top, right, bottom, words, tuple(_box(tail) for tail in tails))


def _box(sides: list[float]) -> Box:
    left, top, right, bottom = sides
    return (left, top, right, bottom)
