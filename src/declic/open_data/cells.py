"""Cells that a spreadsheet opens: none of them runs; and the tables that hold them."""

import csv
import io
from collections.abc import Iterable, Sequence


BYTE_ORDER_MARK = "\ufeff"
"""French spreadsheets take a file without it for an older encoding, and break every accent."""
FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


def harmless(word: str) -> str:
    """
    Keep a spreadsheet from running a cell: one that starts like a formula gets an apostrophe.

    Spreadsheets look behind blanks, and some behind characters that nobody sees: those are left out of the look, and
    nul, which cuts a cell short in some of them, out of the cell.
    """
    kept = word.replace("\0", "")
    seen = kept.lstrip(" \u00a0\u200b\ufeff")
    return f"'{kept}" if seen.startswith(FORMULA_STARTS) or kept.startswith(FORMULA_STARTS) else kept


def french_csv(rows: Iterable[Sequence[str]]) -> str:
    """Write rows as a French spreadsheet opens them: semicolons between, no cell that runs as a formula."""
    target = io.StringIO()
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerows([harmless(word) for word in row] for row in rows)
    return BYTE_ORDER_MARK + target.getvalue()
