"""
A reading as plain data: the format `declic-reading/1`, published in docs/reference/declic-reading-1.schema.json.

A key is never left out: what is not known is null. Spans are [start, end] in characters of the decoded text.
"""

import datetime
from collections.abc import Iterable
from typing import Any

from declic.engines.reading.drafts import Coverage, Finding, Stated
from declic.units.spans import Span


Json = dict[str, Any]

FORMAT = "declic-reading/1"


def spans_of(spans: Iterable[Span]) -> list[list[int]]:
    """Give passages as pairs, in the order they were read."""
    return [[span.start, span.end] for span in spans]


def told(stated: Stated[Any] | None) -> Any:
    """Give a single value as JSON, or None where the text does not say it."""
    return None if stated is None else plain(stated.value)


def plain(value: Any) -> Any:
    """Write dates as ISO days, hours as HH:MM, and whole numbers without a decimal part."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, datetime.time):
        return value.strftime("%H:%M")
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def passages(stated: dict[str, Stated[Any] | None]) -> dict[str, list[list[int]]]:
    """Give the passages of single values, by name; an empty list where the text does not say it."""
    return {name: spans_of(value.spans) if value else [] for name, value in stated.items()}


def origins(stated: dict[str, Stated[Any] | None]) -> dict[str, str | None]:
    """Say how each single value came to be: read, computed or proposed; null where there is none."""
    return {name: value.origin.value if value else None for name, value in stated.items()}


def finding_answer(finding: Finding) -> Json:
    """Give something that the text says against itself."""
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "spans": spans_of(finding.spans),
    }


def coverage_answer(coverage: Coverage) -> Json:
    """Give what share of the sentences and of the digits is accounted for."""
    digits = len(coverage.digits)
    return {
        "sentences": coverage.sentence_count,
        "attached": len(coverage.attached),
        "ignored": len(coverage.ignored),
        "orphans": spans_of(coverage.orphans),
        "digits": digits,
        "digits_claimed": digits - len(coverage.unread_digits),
        "unread_digits": spans_of(coverage.unread_digits),
        "ignored_digits": [
            {"reason": ignored.reason, "spans": spans_of([ignored.span])}
            for ignored in coverage.ignored_digits
        ],
    }
