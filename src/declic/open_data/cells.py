"""Cells that a spreadsheet opens: none of them runs."""

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
