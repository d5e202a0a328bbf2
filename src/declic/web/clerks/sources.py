"""From a cited value to the words and the links that a page shows."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.utils.formats import time_format

from declic.records.council.passages import Cited, Passage
from declic.web.design.components import Source, Term
from declic.web.design.passages import passage_url, stated_term
from declic.web.design.wording import day


def sources_of(passages: Iterable[Passage]) -> tuple[Source, ...]:
    """Give one link for each passage, in order."""
    return tuple(Source(passage_url(passage), of=" ".join(passage.quote.split())) for passage in passages)


def first_url(passages: Iterable[Passage]) -> str:
    """Give the address of the first passage, empty where there is none."""
    return next((passage_url(passage) for passage in passages), "")


def terms_of(*stated: tuple[str, Cited[Any] | None]) -> tuple[Term, ...]:
    """Show cited values under their names, each with its origin and passage; what the text does not say is left out."""
    return tuple(
        stated_term(name, in_words(cited.value), cited=cited) for name, cited in stated if cited is not None
    )


def in_words(value: object) -> str:
    """Write a day, an hour or anything else as people read it."""
    if isinstance(value, datetime.date):
        return day(value)
    if isinstance(value, datetime.time):
        return time_format(value, "H:i")
    return str(value)
