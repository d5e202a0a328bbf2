"""Answers about steering: committees and their rhythm, meetings, decisions that come back, alerts, letters."""

from declic.records.steering.reads.committees import (
    UnknownCommitteeError,
    UnknownMeetingError,
    alerts_page,
    committee_page,
    committees_page,
    decisions_page,
    dossier,
    meeting_calendar,
    meeting_page,
    pact_calendar,
    pact_of_decision,
)
from declic.records.steering.reads.home import pact_standing
from declic.records.steering.reads.letters import (
    LeavingLetter,
    leaving_letter,
    letters_being_handed,
    letters_page,
    question_of_link,
)
from declic.records.steering.reads.measures import measure_steering
from declic.records.steering.reads.sheets import carry_over, sheet_decisions, sheet_steering
from declic.records.steering.reads.whole import whole_steering


__all__ = [
    "LeavingLetter",
    "UnknownCommitteeError",
    "UnknownMeetingError",
    "alerts_page",
    "carry_over",
    "committee_page",
    "committees_page",
    "decisions_page",
    "dossier",
    "leaving_letter",
    "letters_being_handed",
    "letters_page",
    "measure_steering",
    "meeting_calendar",
    "meeting_page",
    "pact_calendar",
    "pact_of_decision",
    "pact_standing",
    "question_of_link",
    "sheet_decisions",
    "sheet_steering",
    "whole_steering",
]
