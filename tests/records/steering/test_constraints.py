"""What the database refuses of steering, whoever asks."""

import datetime
from typing import Any
from uuid import uuid4

import pytest
from django.db import models

from declic.records.steering.models import (
    AgendaItem,
    Attendance,
    CarryOver,
    Committee,
    CommitteeMember,
    Decision,
    DecisionEffect,
    Dossier,
    Letter,
    Meeting,
    MutedAlert,
    StatusRequest,
    WrittenHealth,
)
from tests.records.evaluation.invented import observed
from tests.records.money.invented import a_line
from tests.records.refusals import is_refused
from tests.records.sheets.invented import measure
from tests.records.steering.invented import FIRST, SECOND, Room, room


pytestmark = pytest.mark.django_db
DAY = datetime.date(2024, 9, 30)


@pytest.fixture
def place() -> Room:
    return room()


def decision_of(place: Room) -> Decision:
    """Give the meeting its first decision, once."""
    known = Decision.objects.filter(meeting_id=place.meeting_id).first()
    return known or Decision.objects.create(
        meeting_id=place.meeting_id, sequence=1, form_key=uuid4(), text="Écrire."
    )


def a_good(place: Room, model: type[models.Model], **more: Any) -> models.Model:
    """A row of each kind that the database accepts, for its constraints to be tried on."""
    programme, committee = measure().programme, {"committee_id": place.committee_id}
    good: dict[type[models.Model], dict[str, Any]] = {
        Committee: {"programme": programme, "kind": "team", "name": "Équipe projet"},
        CommitteeMember: {**committee, "institution_id": place.pact.hugo.institution_id},
        Meeting: {**committee, "number": 9, "starts_at": SECOND},
        AgendaItem: {**committee, "title": "Bilan", "proposed_by": "no_update sheet 1"},
        Attendance: {
            "meeting_id": place.meeting_id,
            "institution_id": place.pact.workshop,
            "presence": "present",
        },
        Decision: {"meeting_id": place.meeting_id, "sequence": 1, "form_key": KEY, "text": "Écrire."},
        MutedAlert: {"programme": programme, "key": "no_update sheet 1", "reason": "Gelé."},
        Dossier: {
            "meeting_id": place.meeting_id,
            "sequence": 1,
            "content": "{}",
            "sha256": "0" * 64,
            "frozen_at": FIRST,
        },
        StatusRequest: {
            "sheet_id": place.pact.sheet_id,
            "email": "qui@demo.invalid",
            "site": "http://localhost/",
            "nonce": "n",
            "form_key": KEY,
            "asked_at": FIRST,
            "expires_on": DAY,
        },
        Letter: {
            "programme": programme,
            "kind": "reminder",
            "key": "k",
            "email": "qui@demo.invalid",
            "subject": "Où en êtes-vous ?",
            "not_before": FIRST,
            "written_at": FIRST,
        },
        WrittenHealth: {"sheet_id": place.pact.sheet_id, "health": "sun", "why": "Tout va."},
        CarryOver: {"measure": measure(), "fate": "goes_on", "institution_id": place.pact.workshop},
    }
    return model(**{**good[model], **more})


KEY = uuid4()
WRONG: list[tuple[type[models.Model], dict[str, Any]]] = [
    (Committee, {"name": ""}),
    (Committee, {"kind": "club"}),
    (Committee, {"meetings_due": 3}),
    (Committee, {"months": 12}),
    (Committee, {"meetings_due": 0, "months": 12}),
    (Committee, {"meetings_due": 3, "months": 61}),
    (Meeting, {"state": "dreamt"}),
    (Meeting, {"ends_at": SECOND}),
    (AgendaItem, {"title": ""}),
    (AgendaItem, {"kind": "song"}),
    (AgendaItem, {"state": "lost"}),
    (AgendaItem, {"minutes_planned": 601}),
    (Attendance, {"presence": "asleep"}),
    (Decision, {"text": ""}),
    (Decision, {"kind": "wish"}),
    (Decision, {"state": "late"}),
    (MutedAlert, {"reason": ""}),
    (MutedAlert, {"key": ""}),
    (Dossier, {"content": ""}),
    (Dossier, {"sha256": ""}),
    (StatusRequest, {"email": ""}),
    (StatusRequest, {"nonce": ""}),
    (StatusRequest, {"answer": "done"}),
    (StatusRequest, {"answered_at": FIRST}),
    (StatusRequest, {"answer": "perhaps", "answered_at": FIRST}),
    (StatusRequest, {"comment": "Bientôt."}),
    (Letter, {"kind": "poem"}),
    (Letter, {"state": "lost"}),
    (Letter, {"email": ""}),
    (Letter, {"subject": ""}),
    (Letter, {"key": ""}),
    (Letter, {"state": "sent"}),
    (Letter, {"left_at": FIRST}),
    (WrittenHealth, {"health": "snow"}),
    (WrittenHealth, {"health": "unknown"}),
    (WrittenHealth, {"why": ""}),
    (CarryOver, {"fate": "sold"}),
    (CarryOver, {"institution_id": None}),
    (CarryOver, {"fate": "ends"}),
]
ALL = sorted({model for model, _wrong in WRONG} | {CommitteeMember}, key=lambda one: one.__name__)


@pytest.mark.parametrize(("model", "wrong"), WRONG, ids=lambda value: getattr(value, "__name__", str(value)))
def test_a_row_that_cannot_be_is_refused(place, model, wrong):
    assert is_refused(a_good(place, model, **wrong))


@pytest.mark.parametrize("model", ALL, ids=lambda value: value.__name__)
def test_a_row_is_kept_once(place, model):
    assert not is_refused(a_good(place, model))
    assert is_refused(a_good(place, model))


@pytest.mark.parametrize("other", [{"sequence": 2}, {"form_key": uuid4()}])
def test_a_decision_has_its_own_number_and_its_own_form(place, other):
    assert not is_refused(a_good(place, Decision))
    assert is_refused(a_good(place, Decision, **other))


def test_a_dossier_has_its_own_number_and_its_own_facts(place):
    assert not is_refused(a_good(place, Dossier))
    assert is_refused(a_good(place, Dossier, sha256="1" * 64))
    assert is_refused(a_good(place, Dossier, sequence=2))


def test_a_point_that_was_treated_may_be_proposed_again(place):
    assert not is_refused(a_good(place, AgendaItem, state="treated"))
    assert not is_refused(a_good(place, AgendaItem))
    assert is_refused(a_good(place, AgendaItem))


def test_an_effect_is_on_what_its_kind_says_and_on_nothing_else_once(place):
    on = {
        "sheet_id": place.pact.sheet_id,
        "milestone_id": place.milestone_id,
        "line_id": a_line(place.pact).pk,
        "target_id": observed(place.pact).targets.get().pk,
    }
    due = {
        "sheet_end": "sheet_id",
        "sheet_status": "sheet_id",
        "milestone_due": "milestone_id",
        "funding_stage": "line_id",
        "indicator_target": "target_id",
    }
    decision = decision_of(place)

    def refused(kind: str, *names: str, value: str = "x") -> bool:
        said = {name: on[name] for name in names}
        return is_refused(DecisionEffect(decision=decision, kind=kind, value=value, **said))

    for kind, name in due.items():
        assert refused(kind)
        assert all(refused(kind, wrong) for wrong in on if wrong != name)
        assert all(refused(kind, name, more) for more in on if more != name)
        assert refused(kind, name, value="")
        assert not refused(kind, name)
        assert refused(kind, name)
    assert DecisionEffect.objects.count() == len(due)
