"""The picture of a page of PDF, in shades of grey, whatever is drawn on it, and of a size that is known beforehand."""

import struct
import zlib
from dataclasses import dataclass

import pypdfium2

from declic.engines.reading.files.pdf import opened_pdf
from declic.engines.reading.text import UnreadableFileError


WIDTH = 1_200
"""In pixels: an A4 page is read on a screen that shows it 600 wide, twice as fine as it is."""
MOST_PIXELS = 2_100_000
LONGEST_SIDE = 4_000
MOST_BYTES = MOST_PIXELS // 2 + LONGEST_SIDE * 2 + 2_000
"""Half a byte for each pixel, a byte or two for each row, and what compressing adds where nothing can be compressed."""
SIGNATURE = b"\x89PNG\r\n\x1a\n"
DEPTH, GREY = 4, 0
STEP = 17
HIGH = bytes(round(shade / STEP) << 4 for shade in range(256))
LOW = bytes(round(shade / STEP) for shade in range(256))


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as a PNG file, and its size in pixels."""

    data: bytes
    width: int
    height: int


def picture_size(width: float, height: float) -> tuple[int, int]:
    """Give the size in pixels of the picture of a page, whose own is in points: what fits every bound."""
    wide, high = max(width, 1.0), max(height, 1.0)
    scale = min(WIDTH / wide, LONGEST_SIDE / high, (MOST_PIXELS / (wide * high)) ** 0.5)
    return max(1, int(wide * scale)), max(1, int(high * scale))


def picture_of(data: bytes, *, number: int) -> Picture:
    """
    Draw the page of a PDF that has this number, from 1.

    Sixteen shades of grey are enough to read and to see a stamp, and hold the bytes: never more than MOST_BYTES. Raises
    UnreadableFileError, in one sentence, for a file that cannot be opened and a page that cannot be drawn.
    """
    document = opened_pdf(data)
    try:
        return _drawn(document, index=number - 1)
    except (pypdfium2.PdfiumError, IndexError, ValueError) as error:
        raise UnreadableFileError(f"La page {number} du PDF ne peut pas être dessinée.") from error
    finally:
        document.close()


def _drawn(document: pypdfium2.PdfDocument, *, index: int) -> Picture:
    if not 0 <= index < len(document):
        raise IndexError(index)
    page = document[index]
    width, height = picture_size(*page.get_size())
    bitmap = pypdfium2.PdfBitmap.new_native(width, height, pypdfium2.raw.FPDFBitmap_Gray)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
    flags = pypdfium2.raw.FPDF_ANNOT | pypdfium2.raw.FPDF_GRAYSCALE
    pypdfium2.raw.FPDF_RenderPageBitmap(bitmap.raw, page.raw, 0, 0, width, height, 0, flags)
    shades, stride = bytes(bitmap.buffer), bitmap.stride
    bitmap.close()
    page.close()
    rows = b"".join(b"\x00" + _packed(shades[row * stride : row * stride + width]) for row in range(height))
    return Picture(_png(rows, width=width, height=height), width, height)


def _packed(row: bytes) -> bytes:
    """Put two pixels in a byte; the last half is blank where their count is odd."""
    row += b"\xff" * (len(row) % 2)
    high, low = row[0::2].translate(HIGH), row[1::2].translate(LOW)
    both = int.from_bytes(high) | int.from_bytes(low)
    return both.to_bytes(len(high))


def _png(rows: bytes, *, width: int, height: int) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, DEPTH, GREY, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 6)), (b"IEND", b""))
    return SIGNATURE + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks
    )
