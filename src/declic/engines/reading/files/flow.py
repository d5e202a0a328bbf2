"""The blocks of a word-processor file become lines of text, as a writer would type them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum


LONGEST_SHORT_LINE = 80
FEWEST_LISTED = 3
MOST_LISTS = 2
"""A cell of three paragraphs is a list, in a table of two columns at most."""


class Block(Enum):
    """What a block is: it says which blanks stand around it."""

    WORDS = "words"
    HEADING = "heading"
    ITEM = "item"
    ROW = "row"
    NOTE = "note"


def stand_apart(line_counts: Sequence[int], *, row_count: int) -> bool:
    """
    Say whether the cells of a row are read one under the other, and not on one line.

    One cell alone is; so are those of a table that only lays a page out (a letterhead), and a list of names in a cell.
    """
    most = max(line_counts, default=0)
    is_list = len(line_counts) <= MOST_LISTS and most >= FEWEST_LISTED
    return len(line_counts) == 1 or is_list or (row_count == 1 and most > 1)


@dataclass(slots=True)
class Flow:
    """
    A text that grows block after block.

    A blank line stands around a heading, a table and a paragraph of prose; short lines that follow each other (a
    list of names, an address) stay together, and so do the items of a list.
    """

    lines: list[str] = field(default_factory=list)
    last: Block | None = None
    is_last_long: bool = False

    def add(self, words: str, block: Block = Block.WORDS) -> None:
        """Add a block; one without words is a blank line."""
        kept = "\n".join(line.strip() for line in words.split("\n")).strip()
        if not kept:
            self._blank()
            return
        is_long = block is Block.WORDS and len(kept) > LONGEST_SHORT_LINE
        if self.last is not None and not self._goes_on(block, is_long=is_long):
            self._blank()
        self.lines.append(kept)
        self.last, self.is_last_long = block, is_long

    @property
    def text(self) -> str:
        """Give what was added."""
        return "\n".join(self.lines).strip("\n") + "\n"

    def _goes_on(self, block: Block, *, is_long: bool) -> bool:
        if block is Block.ITEM:  # the sentence that announces a list stands just above it
            return self.last in (Block.ITEM, Block.WORDS)
        return block is self.last and block is not Block.HEADING and not is_long and not self.is_last_long

    def _blank(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")
