"""The rows of steering."""

from declic.records.steering.models.alerts import MutedAlert
from declic.records.steering.models.carry_overs import CarryOver
from declic.records.steering.models.committees import Committee, CommitteeMember
from declic.records.steering.models.decisions import Decision, DecisionEffect
from declic.records.steering.models.dossiers import Dossier
from declic.records.steering.models.healths import WrittenHealth
from declic.records.steering.models.letters import Letter, StatusRequest
from declic.records.steering.models.meetings import AgendaItem, Attendance, Meeting


__all__ = [
    "AgendaItem",
    "Attendance",
    "CarryOver",
    "Committee",
    "CommitteeMember",
    "Decision",
    "DecisionEffect",
    "Dossier",
    "Letter",
    "Meeting",
    "MutedAlert",
    "StatusRequest",
    "WrittenHealth",
]
