"""What a picture shows, decoded by the test itself: rows of shades, and the box of the ink."""

import struct
import zlib
from collections.abc import Iterator

from declic.engines.reading.files.pages import Box


def shades_of(png: bytes) -> list[list[int]]:
    """Decode a picture of sixteen shades, unfiltered, into rows of shades from 0 to 15."""
    chunks = dict(_chunks(png))
    width, height, depth, colour = struct.unpack(">IIBB", chunks[b"IHDR"][:10])
    assert (depth, colour) == (4, 0)
    raw = zlib.decompress(chunks[b"IDAT"])
    long = 1 + (width + 1) // 2
    assert len(raw) == long * height
    rows = []
    for row in range(height):
        line = raw[row * long : (row + 1) * long]
        assert line[0] == 0
        rows.append([half for both in line[1:] for half in (both >> 4, both & 15)][:width])
    return rows


def ink_of(png: bytes, *, width: float, height: float) -> Box | None:
    """Give the box of what is darker than the paper, in points of a page of this size; None for a blank one."""
    rows = shades_of(png)
    across, down = width / len(rows[0]), height / len(rows)
    dark = [(x, y) for y, row in enumerate(rows) for x, shade in enumerate(row) if shade < 8]
    if not dark:
        return None
    xs, ys = [x for x, _ in dark], [y for _, y in dark]
    return (
        min(xs) * across,
        min(ys) * down,
        (max(xs) + 1) * across,
        (max(ys) + 1) * down,
    )


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    at = 8
    while at < len(png):
        (long,) = struct.unpack(">I", png[at : at + 4])
        name, body = png[at + 4 : at + 8], png[at + 8 : at + 8 + long]
        assert struct.unpack(">I", png[at + 8 + long : at + 12 + long]) == (zlib.crc32(name + body),)
        yield name, body
        at += 12 + long
