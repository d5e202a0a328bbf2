"""Completeness: which parts of an action sheet are filled, and which are missing."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """A part that a whole sheet has, in the order in which one fills it."""

    DESCRIPTION = "description"
    CONTEXT = "context"
    OBJECTIVES = "objectives"
    EXPECTED_RESULTS = "expected_results"
    TARGET_GROUPS = "target_groups"
    THEMES = "themes"
    STATUS = "status"
    PRIORITY = "priority"
    START = "start"
    END = "end"
    LEAD = "lead"
    PILOT = "pilot"
    MILESTONES = "milestones"
    MEANS = "means"
    PARTICIPATION = "participation"
    EVALUATION = "evaluation"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Completeness:
    """What share of the parts is there (0 to 100, rounded down), and those that are not, in their order."""

    percent: int
    missing: tuple[Part, ...]

    @property
    def is_whole(self) -> bool:
        """Say whether nothing is missing."""
        return not self.missing


def completeness(present: Collection[Part], *, expected: Collection[Part] = tuple(Part)) -> Completeness:
    """Say how complete a sheet is; one of which nothing is expected is whole."""
    missing = tuple(part for part in Part if part in expected and part not in present)
    whole = len(set(expected))
    return Completeness(100 if not whole else (whole - len(missing)) * 100 // whole, missing)
