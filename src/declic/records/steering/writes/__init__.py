"""Changes of steering: committees and their meetings, decisions that apply themselves, muted alerts."""

from declic.records.steering.asking import QuestionClosedError
from declic.records.steering.rows import NotNowError
from declic.records.steering.writes.committees import (
    edit_item,
    edit_meeting,
    move_meeting,
    open_committee,
    open_promised_committees,
    plan_meeting,
    put_on_agenda,
    record_attendance,
    seat_member,
    write_minutes,
)
from declic.records.steering.writes.decisions import (
    apply_decision,
    decide,
    follow_decision,
    freeze_dossier,
    mute_alert,
    unmute_alert,
)
from declic.records.steering.writes.healths import say_carry_over, write_health
from declic.records.steering.writes.letters import (
    GivenQuestion,
    answer_status,
    ask_status,
    remind,
    send_again,
    settle_letter,
    take_letter,
)
from declic.records.steering.writes.mentions import tell_mentions
from declic.records.steering.writes.whole import bring_steered_pact


__all__ = [
    "GivenQuestion",
    "NotNowError",
    "QuestionClosedError",
    "answer_status",
    "apply_decision",
    "ask_status",
    "bring_steered_pact",
    "decide",
    "edit_item",
    "edit_meeting",
    "follow_decision",
    "freeze_dossier",
    "move_meeting",
    "mute_alert",
    "open_committee",
    "open_promised_committees",
    "plan_meeting",
    "put_on_agenda",
    "record_attendance",
    "remind",
    "say_carry_over",
    "seat_member",
    "send_again",
    "settle_letter",
    "take_letter",
    "tell_mentions",
    "unmute_alert",
    "write_health",
    "write_minutes",
]
