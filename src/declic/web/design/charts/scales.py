"""Where values stand on paper: shares of a width, marks of a scale."""

from collections.abc import Iterator
from itertools import count
from math import ceil


STEPS = (1, 2, 5)


def percent(share: float) -> str:
    """Write a share (0 to 1) as SVG wants it, whatever the language of the page: `41.5%`."""
    return f"{100 * share:.4g}%"


def marks(highest: float, *, at_most: int = 5) -> tuple[int, ...]:
    """
    Give round values from zero up to the first that reaches the highest, `at_most` of them above zero.

    Steps are 1, 2 or 5 times a power of ten; a highest of zero or less still has the marks 0 and 1.
    """
    if highest <= 0:
        return (0, 1)
    step = next(step for step in _round_steps() if highest <= step * at_most)
    return tuple(step * position for position in range(ceil(highest / step) + 1))


def _round_steps() -> Iterator[int]:
    for power in count():
        yield from (times * 10**power for times in STEPS)


def spread(size: int, *, at_most: int) -> tuple[int, ...]:
    """Choose positions spread evenly over `size`, the first and the last among them."""
    if size <= at_most:
        return tuple(range(size))
    return tuple(sorted({round(place * (size - 1) / (at_most - 1)) for place in range(at_most)}))
