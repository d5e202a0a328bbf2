"""Where measures, signatories and findings stand, and what a figure measures."""

from enum import StrEnum


class MeasureState(StrEnum):
    """Where a measure stands for who steers, the most pressing first."""

    FINDING_OPEN = "finding_open"
    WITHOUT_SHEET = "without_sheet"
    WITH_SHEET = "with_sheet"
    PUBLISHED = "published"


class ValidationState(StrEnum):
    """Where a signatory stands with its own assembly."""

    AWAITED = "awaited"
    VALIDATED = "validated"
    NOT_REQUIRED = "not_required"
    UNKNOWN = "unknown"


class FigureKind(StrEnum):
    """What a quantity measures: only shares can stand on one scale. AGE is an age or a length of time."""

    SHARE = "share"
    COUNT = "count"
    AGE = "age"
    RANK = "rank"
    OTHER = "other"


class FindingState(StrEnum):
    """Whether somebody has answered for a finding."""

    OPEN = "open"
    EXPLAINED = "explained"
