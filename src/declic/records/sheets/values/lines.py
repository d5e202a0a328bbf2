"""What sheets answer, line by line."""

import datetime
from dataclasses import dataclass

from declic.engines.tracking.completeness import Completeness
from declic.engines.tracking.gauges import Gauge
from declic.engines.tracking.lateness import Lateness


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A sheet among others; `edition` is for a form made from it, labels are in the reader's language."""

    id: int
    slug: str
    code: str
    title: str
    measure_number: str
    axis_number: int | None
    parent_code: str
    status: str
    status_label: str
    priority: str
    priority_label: str
    themes: tuple[str, ...]
    target_groups: tuple[str, ...]
    lead_name: str
    institution_ids: frozenset[int]
    start_on: datetime.date | None
    end_on: datetime.date | None
    lateness: Lateness
    completeness: Completeness
    time: Gauge
    milestones: Gauge
    late_milestone_count: int
    is_blocked: bool
    publication: str
    edition: int
    may_edit: bool


@dataclass(frozen=True, slots=True)
class InstitutionOnSheet:
    """What an institution does on a sheet."""

    id: int
    institution_id: int
    name: str
    role: str
    role_label: str


@dataclass(frozen=True, slots=True)
class PersonOnSheet:
    """A person, a department or a function on a sheet, in words."""

    id: int
    role: str
    role_label: str
    words: str
    person_id: int | None


@dataclass(frozen=True, slots=True)
class MilestoneLine:
    """A step of a sheet; `owner` names who owns it, empty where nobody does."""

    id: int
    title: str
    due_on: datetime.date
    done_on: datetime.date | None
    is_cancelled: bool
    weight: int
    is_key: bool
    institution_id: int | None
    person_id: int | None
    owner: str
    lateness: Lateness
    edition: int


@dataclass(frozen=True, slots=True)
class BlockerLine:
    """What stops a sheet, or stopped it."""

    id: int
    cause: str
    lifting_condition: str
    institution_id: int | None
    institution_name: str
    since_on: datetime.date
    lifted_on: datetime.date | None
    edition: int


@dataclass(frozen=True, slots=True)
class NoteLine:
    """What somebody says of how a sheet goes; `author` is empty where their account is erased."""

    id: int
    kind: str
    kind_label: str
    text: str
    on: datetime.date
    author: str
    is_yours: bool
    edition: int


@dataclass(frozen=True, slots=True)
class CommentLine:
    """A word between colleagues; `mentioned` names those it is for."""

    id: int
    text: str
    author: str
    written_at: datetime.datetime
    mentioned: tuple[str, ...]
