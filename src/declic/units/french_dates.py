"""Every date of a text, in reading order, each with its passage and how closely it is said."""

import datetime
from collections.abc import Iterator

from declic.units.date_mentions import DateMention, DatePrecision
from declic.units.french_calendar import weekday_of
from declic.units.french_days import (
    find_days,
    find_days_in_figures,
    find_days_year_first,
    find_iso_days,
    find_months,
)
from declic.units.french_periods import (
    find_edges_of_year,
    find_parts_of_year,
    find_returns,
    find_runs_of_years,
    find_seasons,
    find_years,
)


def find_dates(text: str, *, reference: datetime.date | None = None) -> tuple[DateMention, ...]:
    """
    Find every date of a text, without overlap.

    « L'an deux mille vingt, le vingt-cinq mai », « 16/05/2024 », « jeudi 16 mai 2024 », « mai 2024 »,
    « rentrée 2024 », « l'hiver dernier »… A relative date is resolved by the reference, the day on which
    the text was said; without one it is left out, like a day whose year is not said.
    """
    readers: tuple[Iterator[DateMention], ...] = (
        find_days_year_first(text),
        find_iso_days(text),
        find_days_in_figures(text),
        find_days(text, reference=reference),
        find_returns(text, reference=reference),
        find_months(text, reference=reference),
        find_parts_of_year(text),
        find_edges_of_year(text),
        find_seasons(text, reference=reference),
        find_runs_of_years(text),
        find_years(text, reference=reference),
    )
    taken: list[DateMention] = []
    for found in readers:
        taken = _with_new(taken, found)
    return tuple(taken)


def read_date(text: str, *, reference: datetime.date | None = None) -> datetime.date | None:
    """Give the first whole day that a passage says, in figures or in words; None where it says none."""
    return next((found.day for found in find_dates(text, reference=reference) if found.day), None)


def _with_new(taken: list[DateMention], found: Iterator[DateMention]) -> list[DateMention]:
    merged: list[DateMention] = []
    at = 0
    for mention in sorted(found, key=lambda mention: mention.span):
        while at < len(taken) and taken[at].span.end <= mention.span.start:
            merged.append(taken[at])
            at += 1
        is_free = at == len(taken) or not taken[at].span.meets(mention.span)
        if is_free and not (merged and merged[-1].span.meets(mention.span)):
            merged.append(mention)
    return merged + taken[at:]


__all__ = ["DateMention", "DatePrecision", "find_dates", "read_date", "weekday_of"]
