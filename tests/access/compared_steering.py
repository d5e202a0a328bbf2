"""Every read and every write of steering beside the oracle."""

import random
from collections.abc import Callable, Iterator
from uuid import uuid4

from declic.records.accounts.viewers import Viewer
from declic.records.steering import reads, writes
from declic.records.steering.choices import (
    CommitteeKind,
    DecisionState,
    Fate,
    HealthChoice,
    MeetingState,
    PresenceChoice,
)
from declic.records.steering.given import (
    GivenCarryOver,
    GivenCommittee,
    GivenDecision,
    GivenItem,
    GivenMeeting,
    GivenSeat,
)
from declic.records.steering.models import (
    AgendaItem,
    Committee,
    CommitteeMember,
    Decision,
    Dossier,
    Letter,
    Meeting,
)
from tests.access import oracle
from tests.access.attempts import Attempt
from tests.access.oracle import Actor, Paper, World
from tests.records.steering.invented import FIRST, SECOND, TODAY


KEY = "no_update sheet 1"
QUESTION = writes.GivenQuestion("qui@demo.invalid", "http://localhost/", uuid4())


def add_committee(paper: Paper, *, place: int) -> None:
    """Give a world's programme a committee, a meeting in progress, a point, a decision."""
    from declic.records.pact.models import Programme  # noqa: PLC0415 — random worlds import this module

    programme = Programme.objects.get(slug=paper.programme)
    committee = Committee.objects.create(programme=programme, kind=CommitteeKind.STEERING, name="Comité")
    CommitteeMember.objects.create(committee=committee, institution_id=place)
    meeting = Meeting.objects.create(
        committee=committee, number=1, starts_at=FIRST, state=MeetingState.IN_PROGRESS
    )
    item = AgendaItem.objects.create(
        committee=committee, meeting=meeting, title="Point", sheet_id=paper.sheet
    )
    decision = Decision.objects.create(
        meeting=meeting, item=item, sequence=1, form_key=uuid4(), text="Écrire."
    )
    paper.committee, paper.meeting, paper.point, paper.decision = (
        committee.pk,
        meeting.pk,
        item.pk,
        decision.pk,
    )
    paper.seated = place
    paper.letter = Letter.objects.create(
        programme=programme,
        kind="reminder",
        key=f"letter of {paper.programme}",
        email="qui@demo.invalid",
        subject="Où en êtes-vous ?",
        text="…",
        state="failed",
        not_before=FIRST,
        written_at=FIRST,
    ).pk
    paper.dossier = Dossier.objects.create(
        meeting=meeting, sequence=1, content="{}", sha256="0", frozen_at=FIRST
    ).pk


def reads_of_steering(paper: Paper) -> dict[str, Callable[[Viewer], object]]:
    """Give every read of steering, on the things of one programme."""
    return {
        "committees_page": lambda viewer: reads.committees_page(paper.programme, viewer=viewer, today=TODAY),
        "committee_page": lambda viewer: reads.committee_page(paper.committee, viewer=viewer, today=TODAY),
        "meeting_page": lambda viewer: reads.meeting_page(paper.meeting, viewer=viewer, today=TODAY),
        "decisions_page": lambda viewer: reads.decisions_page(paper.programme, viewer=viewer, today=TODAY),
        "pact_calendar": lambda viewer: reads.pact_calendar(paper.programme, viewer=viewer),
        "meeting_calendar": lambda viewer: reads.meeting_calendar(paper.meeting, viewer=viewer),
        "pact_of_decision": lambda viewer: reads.pact_of_decision(paper.decision, viewer=viewer),
        "dossier": lambda viewer: reads.dossier(paper.dossier, viewer=viewer),
        "pact_standing": lambda viewer: reads.pact_standing(paper.programme, viewer=viewer, today=TODAY),
        "measure_steering": lambda viewer: reads.measure_steering(paper.programme, number="1", viewer=viewer),
        "sheet_steering": lambda viewer: reads.sheet_steering(
            paper.programme, code="1-1", viewer=viewer, today=TODAY
        ),
        "sheet_decisions": lambda viewer: reads.sheet_decisions(
            paper.programme, code="1-1", viewer=viewer, today=TODAY
        ),
        "carry_over": lambda viewer: reads.carry_over(paper.programme, number="1", viewer=viewer),
        "alerts_page": lambda viewer: reads.alerts_page(paper.programme, viewer=viewer, today=TODAY),
    }


def reads_of_letters(paper: Paper) -> dict[str, Callable[[Viewer], object]]:
    """Give the reads of letters: who steers sees the log, who holds the machine what leaves."""
    return {
        "letters_page": lambda viewer: reads.letters_page(paper.programme, viewer=viewer),
        "leaving_letter": lambda viewer: reads.leaving_letter(paper.letter, viewer=viewer),
    }


def on_steering(world: World, chance: random.Random) -> Iterator[Attempt]:
    """Give one attempt of every write of steering, each on a thing drawn from the world."""
    paper = world.papers[chance.choice(sorted(world.papers))]
    for name, act in {**_on_committees(paper), **_on_meetings(paper), **_on_decisions(paper)}.items():
        yield Attempt(f"steering.{name}", act, _due(paper))
    for name, act in _on_an_axis(paper).items():
        yield Attempt(f"steering.{name}", act, _due_on_axis(paper))
    for name, act in _of_the_machine(paper).items():
        yield Attempt(f"steering.{name}", act, oracle.operates)


def _of_the_machine(paper: Paper) -> dict[str, Callable[[Viewer], object]]:
    """What the worker alone does."""
    return {
        "remind": lambda by: writes.remind(now=FIRST, by=by),
        "tell_mentions": lambda by: writes.tell_mentions(now=FIRST, by=by),
        "take_letter": lambda by: writes.take_letter(now=FIRST, by=by),
        "settle_letter": lambda by: writes.settle_letter(paper.letter, left=True, now=FIRST, by=by),
    }


def _due(paper: Paper) -> Callable[[Actor], bool]:
    """Who steers keeps the committees of the pacts that they may read."""
    return lambda actor: oracle.steers(actor) and oracle.reads_paper(actor, is_public=paper.is_public)


def _due_on_axis(paper: Paper) -> Callable[[Actor], bool]:
    """Who pilots the axis, and the coordinator, say how its sheets fare, where they may read the pact."""
    return lambda actor: (
        oracle.steers_axis(actor, paper.pilots) and oracle.reads_paper(actor, is_public=paper.is_public)
    )


def _on_an_axis(paper: Paper) -> dict[str, Callable[[Viewer], object]]:
    ends = GivenCarryOver(Fate.ENDS, why="Tout est fait.")
    return {
        "write_health": lambda by: writes.write_health(
            paper.sheet, health=HealthChoice.RAIN, why="Tout attend.", by=by
        ),
        "say_carry_over": lambda by: writes.say_carry_over(paper.measure, says=ends, by=by),
    }


def _on_committees(paper: Paper) -> dict[str, Callable[[Viewer], object]]:
    given = GivenCommittee("Un autre", CommitteeKind.TEAM)
    return {
        "open_promised_committees": lambda by: writes.open_promised_committees(paper.programme, by=by),
        "open_committee": lambda by: writes.open_committee(paper.programme, says=given, by=by),
        "seat_member": lambda by: writes.seat_member(
            paper.committee, institution_id=paper.seated, says=GivenSeat("Direction"), by=by
        ),
        "plan_meeting": lambda by: writes.plan_meeting(paper.committee, says=GivenMeeting(SECOND), by=by),
    }


def _on_meetings(paper: Paper) -> dict[str, Callable[[Viewer], object]]:
    return {
        "edit_meeting": lambda by: writes.edit_meeting(paper.meeting, says=GivenMeeting(SECOND), by=by),
        "move_meeting": lambda by: writes.move_meeting(paper.meeting, to=MeetingState.HELD, by=by),
        "write_minutes": lambda by: writes.write_minutes(paper.meeting, minutes="Dit.", by=by),
        "put_on_agenda": lambda by: writes.put_on_agenda(paper.committee, says=GivenItem("Bilan"), by=by),
        "edit_item": lambda by: writes.edit_item(paper.point, says={"outcome": "Dit."}, by=by),
        "record_attendance": lambda by: writes.record_attendance(
            paper.meeting, presences={paper.seated: PresenceChoice.PRESENT}, by=by
        ),
    }


def _on_decisions(paper: Paper) -> dict[str, Callable[[Viewer], object]]:
    return {
        "decide": lambda by: writes.decide(paper.meeting, says=GivenDecision("Écrire."), by=by),
        "freeze_dossier": lambda by: writes.freeze_dossier(paper.meeting, today=TODAY, by=by),
        "ask_status": lambda by: writes.ask_status(paper.sheet, says=QUESTION, now=FIRST, by=by),
        "send_again": lambda by: writes.send_again(paper.letter, now=FIRST, by=by),
        "apply_decision": lambda by: writes.apply_decision(paper.decision, by=by),
        "follow_decision": lambda by: writes.follow_decision(
            paper.decision, says={"state": DecisionState.DONE}, by=by
        ),
        "mute_alert": lambda by: writes.mute_alert(paper.programme, key=KEY, reason="Gelé.", by=by),
        "unmute_alert": lambda by: writes.unmute_alert(paper.programme, key=KEY, by=by),
    }
