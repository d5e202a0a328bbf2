"""The pages of a file as plain data, and back: what crosses the wall of the jail, and what is kept."""

from collections.abc import Iterable
from typing import Any

from declic.engines.reading.files.pages import LineBox, Page
from declic.units.spans import Span


PageMap = list[dict[str, Any]]


def page_map(pages: Iterable[Page]) -> PageMap:
    """Give the pages as plain data: a line is its two offsets and the four sides of its box."""
    return [
        {
            "span": [page.span.start, page.span.end],
            "size": [page.width, page.height],
            "lines": [
                [line.span.start, line.span.end, line.left, line.top, line.right, line.bottom]
                for line in page.lines
            ],
            "furniture": list(page.furniture),
        }
        for page in pages
    ]


def pages_from(kept: PageMap) -> tuple[Page, ...]:
    """Give back the pages that `page_map` made plain."""
    return tuple(
        Page(
            number,
            Span(*page["span"]),
            width=page["size"][0],
            height=page["size"][1],
            lines=tuple(LineBox(Span(start, end), *box) for start, end, *box in page["lines"]),
            furniture=tuple(page["furniture"]),
        )
        for number, page in enumerate(kept, start=1)
    )
