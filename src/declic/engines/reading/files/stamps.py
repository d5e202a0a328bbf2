"""The stamps on a page of PDF: lines of their own, wherever they overlap the text."""

from collections.abc import Iterable
from dataclasses import replace

from declic.engines.reading.files.pdf_lines import Piece
from declic.engines.reading.stamps import opens_stamp


def stamps_apart(pieces: Iterable[Piece]) -> list[Piece]:
    """Let the lines of a stamp begin and end lines of their own."""
    apart: list[Piece] = []
    is_after = False
    for piece in pieces:
        is_own = opens_stamp(piece.words)
        apart.append(replace(piece, begins_line=True) if is_own or is_after else piece)
        is_after = is_own
    return apart
