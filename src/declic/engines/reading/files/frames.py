"""The way up of a page of PDF: from the places of the file to those of a page whose words stand upright."""

import ctypes
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, isfinite, pi, sin

import pypdfium2
import pypdfium2.raw as pdfium

from declic.engines.reading.files.pages import Turn


QUARTER = pi / 2
SAMPLES = 60
FAR = 100.0
"""How far apart, in points, the places are that tell the turn."""
FINE = 1_000
"""The library answers in whole numbers: a page a thousand times larger tells thousandths of a point."""
ALIKE = 0.05
LARGEST_PAGE = 1_000_000.0


@dataclass(frozen=True, slots=True)
class Frame:
    """
    Where words stand once the page is held so that they are upright.

    `across` and `up` say the direction of writing in the file; `left` and `top` are what is left out of its places;
    the size is that of the page so held.
    """

    across: int
    up: int
    left: float
    top: float
    width: float
    height: float

    def box(self, box: pdfium.FS_RECTF) -> tuple[float, float, float, float]:
        """Give a box of the file as left, top, right and bottom of the upright page."""
        if self.across == 1:
            return (
                box.left - self.left,
                -box.top - self.top,
                box.right - self.left,
                -box.bottom - self.top,
            )
        (one, two), (three, four) = self._to(box.left, box.bottom), self._to(box.right, box.top)
        return (min(one, three), min(two, four), max(one, three), max(two, four))

    def place(self, across: float, down: float) -> tuple[float, float]:
        """Give a place of the upright page as the file says it."""
        across, down = across + self.left, down + self.top
        return across * self.across + down * self.up, across * self.up - down * self.across

    def _to(self, x: float, y: float) -> tuple[float, float]:
        return x * self.across + y * self.up - self.left, x * self.up - y * self.across - self.top


def frame_of(page: pypdfium2.PdfPage, *, words: pypdfium2.PdfTextPage, letters: Sequence[int]) -> Frame:
    """Say how to hold a page: by the direction in which most of its letters, given by their ranks, are written."""
    across, up = _direction(words, letters)
    plain = Frame(across, up, 0.0, 0.0, 0.0, 0.0)
    left, top, right, bottom = plain.box(_shown_box(page))
    return Frame(across, up, left, top, right - left, bottom - top)


def turn_of(page: pypdfium2.PdfPage, *, frame: Frame) -> Turn | None:
    """Say how the places of the words are shown; None where they are as shown."""
    width, height = page.get_size()
    size = (round(width * FINE), round(height * FINE))
    (e, f), (right_x, right_y), (low_x, low_y) = (
        _shown(page, size=size, at=frame.place(*at)) for at in ((0.0, 0.0), (FAR, 0.0), (0.0, FAR))
    )
    told = ((right_x - e) / FAR, (right_y - f) / FAR, (low_x - e) / FAR, (low_y - f) / FAR, e, f)
    plain = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    if all(abs(one - other) < ALIKE for one, other in zip(told, plain, strict=True)):
        return None
    a, b, c, d, e, f = (round(one, 3) for one in told)
    return (a, b, c, d, e, f)


def _direction(words: pypdfium2.PdfTextPage, letters: Sequence[int]) -> tuple[int, int]:
    step = len(letters) // SAMPLES + 1
    angles = (pdfium.FPDFText_GetCharAngle(words.raw, rank) for rank in letters[::step])
    quarters = Counter(round(angle / QUARTER) % 4 for angle in angles if isfinite(angle) and angle >= 0)
    most, count = quarters.most_common(1)[0] if quarters else (0, 0)
    quarter = most if 2 * count > quarters.total() else 0
    return round(cos(quarter * QUARTER)), -round(sin(quarter * QUARTER))


def _shown_box(page: pypdfium2.PdfPage) -> pdfium.FS_RECTF:
    """Give the part of a page that is shown; from the corner, and as large as it says, where it says nothing sound."""
    left, bottom, right, top = page.get_bbox()
    if not all(isfinite(side) and abs(side) < LARGEST_PAGE for side in (left, bottom, right, top)):
        width, height = page.get_size()
        left, bottom, right, top = 0.0, 0.0, width, height
    return pdfium.FS_RECTF(left=left, bottom=bottom, right=right, top=top)


def _shown(page: pypdfium2.PdfPage, *, size: tuple[int, int], at: tuple[float, float]) -> tuple[float, float]:
    across, down = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(page.raw, 0, 0, *size, 0, *at, ctypes.byref(across), ctypes.byref(down))
    return across.value / FINE, down.value / FINE
