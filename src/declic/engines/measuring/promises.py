"""What a text promises in numbers, beside what was done: kept, left, and where the text itself is not clear."""

from dataclasses import dataclass


class ReversedPromiseError(ValueError):
    """A promise of at most less than at least."""


@dataclass(frozen=True, slots=True)
class Promise:
    """So many of something: `most` is above `least` where the text can be read in two ways."""

    least: int
    most: int

    def __post_init__(self) -> None:
        """Refuse a promise that cannot be."""
        if not 0 <= self.least <= self.most:
            raise ReversedPromiseError

    @property
    def is_clear(self) -> bool:
        """Say whether the text can be read in one way only."""
        return self.least == self.most


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """How much of a promise is kept (never above it), what is left, and what was done beyond."""

    kept: int
    left_least: int
    left_most: int
    beyond: int

    @property
    def is_kept(self) -> bool:
        """Say whether nothing is left, however the text is read."""
        return self.left_most == 0


def fulfil(promise: Promise, *, done: int) -> Fulfilment:
    """Set what was done beside what was promised. Raises ValueError for less than nothing."""
    if done < 0:
        raise ValueError(done)
    return Fulfilment(
        kept=min(done, promise.most),
        left_least=max(0, promise.least - done),
        left_most=max(0, promise.most - done),
        beyond=max(0, done - promise.most),
    )
