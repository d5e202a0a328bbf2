"""The rows of councils."""

from declic.records.council.models.deliberations import Decision, Deliberation, Signature, Vote
from declic.records.council.models.filings import FiledAct, Filing
from declic.records.council.models.sittings import (
    AgendaItem,
    Attendance,
    Council,
    PresenceRange,
    Proxy,
    Sitting,
    SittingSource,
    Substitute,
)


__all__ = [
    "AgendaItem",
    "Attendance",
    "Council",
    "Decision",
    "Deliberation",
    "FiledAct",
    "Filing",
    "PresenceRange",
    "Proxy",
    "Signature",
    "Sitting",
    "SittingSource",
    "Substitute",
    "Vote",
]
