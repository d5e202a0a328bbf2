"""What is sent twice to the forms of committees, of what follows a meeting and of letters."""

import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from declic.records.accounts.viewers import OPERATOR
from declic.records.pact.models import Programme
from declic.records.partners.models import Membership
from declic.records.sheets.history import added
from declic.records.sheets.models import Milestone
from declic.records.sheets.writes import open_sheet
from declic.records.steering import writes
from declic.records.steering.asking import link_of
from declic.records.steering.choices import MeetingState
from declic.records.steering.given import GivenItem, GivenMeeting, GivenSeat
from declic.records.steering.models import StatusRequest
from tests.people import CLAIRE
from tests.records.steering.invented import SECOND
from tests.records.steering.places import steered_places


KEY = "01234567-89ab-4def-8123-456789abcdef"
PACT = "/pilotage/pactes/{slug}/"
COMMITTEE = "/pilotage/comites/{committee_id}/"
HELD, COMING, CONVENED = (f"/pilotage/reunions/{{{one}}}/" for one in ("meeting_id", "coming", "convened"))
"""A meeting in progress, one that is planned, one whose letters are written."""
LATE = "milestone_late milestone {milestone}"
SENT: dict[str, tuple[str, dict[str, Any]]] = {
    "alerts": (f"{PACT}alertes/", {"act": "mute", "key": LATE, "reason": "Le recrutement est gelé."}),
    "answer_status": ("/pilotage/reponses/{link}/", {"answer": "blocked", "comment": "Pas de local."}),
    "committee": (
        COMMITTEE,
        {"act": "plan", "day": "2024-05-07", "starts": "14:00", "ends": "16:00", "location": "Mairie"},
    ),
    "committees": (f"{PACT}comites/", {"act": "promised"}),
    "decision": (
        "/pilotage/decisions/{decision_id}/",
        {"state": "doing", "owner": "{place}", "due_on": "2024-09-30", "edition": "1"},
    ),
    "letters": (
        f"{PACT}courriers/",
        {
            "act": "ask",
            "sheet": "{sheet}",
            "email": "qui@demo.invalid",
            "every_days": "42",
            "form_key": KEY,
        },
    ),
    "meeting": (
        HELD,
        {
            "act": "decide",
            "form_key": KEY,
            "text": "Recruter en septembre.",
            "kind": "decision",
            "item": "{item_id}",
            "owner": "{place}",
            "due_on": "2024-09-30",
            "effect": "milestone_due",
            "milestone": "{milestone}",
            "new_day": "2024-09-30",
        },
    ),
}
OTHER_ACTS: dict[str, tuple[str, dict[str, Any]]] = {
    "alerts: unmute": (f"{PACT}alertes/", {"act": "unmute", "key": "no_update sheet {sheet}"}),
    "committee: seat": (COMMITTEE, {"act": "seat", "institution": "{place}", "function": "Présidence"}),
    "committees: other": (f"{PACT}comites/", {"act": "other", "name": "Équipe projet", "kind": "team"}),
    "letters: again": (f"{PACT}courriers/", {"act": "again", "letter": "{letter}"}),
    "meeting: attendance": (HELD, {"act": "attendance", "seat_{place}": "present"}),
    "meeting: cancel": (CONVENED, {"act": "move", "to": "cancelled", "edition": "2"}),
    "meeting: convene": (COMING, {"act": "move", "to": "convened", "edition": "1"}),
    "meeting: date": (
        CONVENED,
        {"act": "date", "day": "2024-06-04", "starts": "15:00", "location": "Ailleurs", "edition": "2"},
    ),
    "meeting: freeze": (COMING, {"act": "freeze"}),
    "meeting: hold": (HELD, {"act": "move", "to": "held", "edition": "2"}),
    "meeting: item": (
        COMING,
        {"act": "item", "title": "Le bilan", "kind": "review", "minutes_planned": "10", "sheet": "{sheet}"},
    ),
    "meeting: minutes": (HELD, {"act": "minutes", "minutes": "Dit et fait.", "edition": "2"}),
    "meeting: outcome": (
        HELD,
        {"act": "outcome", "item": "{item_id}", "state": "treated", "outcome": "Dit.", "edition": "1"},
    ),
    "meeting: propose": (COMING, {"act": "propose", "proposed_by": LATE}),
    "meeting: take": (COMING, {"act": "take", "item": "{backlog}"}),
}
"""The other acts of the pages that take several."""
SIGNED_OUT = frozenset({"answer_status"})
"""Forms that are sent by somebody who has no account."""


def committees_of(slug: str) -> dict[str, object]:
    """Give the pact a sheet that is late, and a committee with meetings, points, a decision, questions by letter."""
    measure = Programme.objects.get(slug=slug).measures.get(number="10")
    claire = Membership.objects.get(user__email=CLAIRE.email)
    place = claire.institution_id
    sheet = open_sheet(measure.pk, says={"title": "Prêter des jeux"}, lead_id=place, by=OPERATOR)
    late = Milestone(sheet_id=sheet, title="Recruter", due_on=datetime.date(2024, 3, 1))
    steered = steered_places(slug)
    committee = steered["committee_id"]
    says = GivenSeat("Déléguée du préfet", person_id=claire.user_id)
    writes.seat_member(committee, institution_id=place, says=says, by=OPERATOR)
    writes.mute_alert(slug, key=f"no_update sheet {sheet}", reason="Gelé.", by=OPERATOR)
    return {
        **steered,
        "place": place,
        "sheet": sheet,
        "milestone": added(late, by=OPERATOR).pk,
        "item_id": _point(committee, title="Le samedi", meeting_id=steered["meeting_id"]),
        "backlog": _point(committee, title="Le dimanche", meeting_id=None),
        "letter": _uncertain_letter(sheet),
        "link": _link(sheet),
        **_meetings(committee),
    }


def _point(committee: int, *, title: str, meeting_id: int | None) -> int:
    return writes.put_on_agenda(committee, says=GivenItem(title), meeting_id=meeting_id, by=OPERATOR)


def _meetings(committee: int) -> dict[str, int]:
    """Plan two meetings, and convene the second."""
    coming, convened = (
        writes.plan_meeting(committee, says=GivenMeeting(SECOND + datetime.timedelta(days=n)), by=OPERATOR)
        for n in (0, 28)
    )
    writes.move_meeting(convened, to=MeetingState.CONVENED, by=OPERATOR)
    return {"coming": coming, "convened": convened}


def _asked(sheet: int, *, form: int) -> StatusRequest:
    says = writes.GivenQuestion("qui@demo.invalid", "http://localhost/", UUID(int=form))
    number = writes.ask_status(sheet, says=says, now=timezone.now(), by=OPERATOR)
    return StatusRequest.objects.get(pk=number)


def _uncertain_letter(sheet: int) -> int:
    """Ask by a letter of which nobody can say whether it left."""
    _asked(sheet, form=1)
    letter = writes.take_letter(now=timezone.now(), by=OPERATOR)
    assert letter is not None
    writes.settle_letter(letter, left=None, now=timezone.now(), by=OPERATOR)
    return letter


def _link(sheet: int) -> str:
    """Ask by a letter that waits, and give the link that it will carry."""
    question = _asked(sheet, form=2)
    return link_of(question.pk, nonce=question.nonce)
