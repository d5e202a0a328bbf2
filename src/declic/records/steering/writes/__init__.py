"""Changes of steering: committees and their meetings, decisions that apply themselves, muted alerts."""

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


__all__ = [
    "NotNowError",
    "apply_decision",
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
    "seat_member",
    "unmute_alert",
    "write_minutes",
]
