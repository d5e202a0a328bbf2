"""A page of PDF that is shown turned or trimmed: from the places of its text to those of its picture."""

import ctypes

import pypdfium2
import pypdfium2.raw as pdfium

from declic.engines.reading.files.pages import Box, Turn


FAR = 100.0
"""How far apart, in points, the places are that tell the turn."""
FINE = 1_000
"""The library answers in whole numbers: a page a thousand times larger tells thousandths of a point."""
ALIKE = 0.05


def turn_of(page: pypdfium2.PdfPage, *, width: float, height: float) -> Turn | None:
    """Say how the places of the text (from the top left, as lines keep them) are shown; None where they are as shown."""
    size = (round(width * FINE), round(height * FINE))
    (e, f), (right_x, right_y), (low_x, low_y) = (
        _shown(page, size=size, x=x, y=height - y) for x, y in ((0.0, 0.0), (FAR, 0.0), (0.0, FAR))
    )
    told = ((right_x - e) / FAR, (right_y - f) / FAR, (low_x - e) / FAR, (low_y - f) / FAR, e, f)
    plain = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    if all(abs(one - other) < ALIKE for one, other in zip(told, plain, strict=True)):
        return None
    a, b, c, d, e, f = (round(one, 3) for one in told)
    return (a, b, c, d, e, f)


def turned(box: Box, *, turn: Turn | None) -> Box:
    """Give a box of the text as it stands on the page that is shown."""
    if turn is None:
        return box
    a, b, c, d, e, f = turn
    left, top, right, bottom = box
    xs = [a * x + c * y + e for x, y in ((left, top), (right, bottom))]
    ys = [b * x + d * y + f for x, y in ((left, top), (right, bottom))]
    return (min(xs), min(ys), max(xs), max(ys))


def _shown(page: pypdfium2.PdfPage, *, size: tuple[int, int], x: float, y: float) -> tuple[float, float]:
    across, down = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(page.raw, 0, 0, *size, 0, x, y, ctypes.byref(across), ctypes.byref(down))
    return across.value / FINE, down.value / FINE
