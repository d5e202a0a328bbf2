"""« Where do you stand? »: asked once, answered once, reminded; each letter is handed over once or said uncertain."""

import datetime
from uuid import uuid4

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings, strategies as st

from declic.records.accounts.rights import NotAllowedError
from declic.records.accounts.viewers import OPERATOR, VISITOR
from declic.records.sheets.choices import NoteKind
from declic.records.sheets.models import Note
from declic.records.steering import reads, writes
from declic.records.steering.asking import link_of
from declic.records.steering.choices import LetterKind, LetterState, StatusAnswer
from declic.records.steering.models import Letter, StatusRequest
from tests.records.steering.invented import FIRST, room


pytestmark = pytest.mark.django_db
QUESTION = writes.GivenQuestion("qui@demo.invalid", "http://localhost/", uuid4())
MONTHLY = writes.GivenQuestion("qui@demo.invalid", "http://localhost/", uuid4(), every_days=30)


def asked(place, says: writes.GivenQuestion = QUESTION) -> str:
    """Ask where the sheet stands, and give the link that the letter carries."""
    number = writes.ask_status(place.pact.sheet_id, says=says, now=FIRST, by=OPERATOR)
    return link_of(number, nonce=StatusRequest.objects.get(pk=number).nonce)


def later(days: int) -> datetime.datetime:
    return FIRST + datetime.timedelta(days=days)


def answered(link: str, *, on: datetime.datetime = FIRST) -> None:
    writes.answer_status(link, answer=StatusAnswer.BLOCKED, comment="Pas de local.", now=on, by=VISITOR)


def test_a_question_is_one_letter_whose_link_is_put_in_when_it_leaves():
    place = room()
    link = asked(place)
    asked(place)

    letter = Letter.objects.get()
    leaving = reads.leaving_letter(letter.pk, viewer=OPERATOR)
    assert link not in letter.text
    assert f"http://localhost/pilotage/reponses/{link}/" in leaving.text


def test_an_answer_is_kept_once_with_a_note_on_the_sheet():
    link = asked(room())

    answered(link)

    with pytest.raises(writes.QuestionClosedError):
        answered(link)
    note = Note.objects.get()
    assert (note.kind, note.text) == (NoteKind.RISK, "C’est bloqué. Pas de local.")
    assert StatusRequest.objects.get().answer == StatusAnswer.BLOCKED


def test_a_link_that_is_altered_or_too_old_answers_nothing():
    link = asked(room())

    for wrong, on in (
        (link[:-1] + ("A" if link[-1] != "A" else "B"), FIRST),
        ("x", FIRST),
        (link, later(31)),
    ):
        with pytest.raises(writes.QuestionClosedError):
            answered(wrong, on=on)
    assert reads.question_of_link("x", now=FIRST) is None
    assert Note.objects.count() == 0


def test_who_does_not_answer_is_reminded_twice_and_no_more():
    asked(room())

    counts = [writes.remind(now=later(days), by=OPERATOR) for days in (6, 7, 7, 14, 14, 21)]

    assert counts == [0, 1, 0, 1, 0, 0]
    assert [one.kind for one in Letter.objects.order_by("pk")] == [
        LetterKind.STATUS_REQUEST,
        LetterKind.REMINDER,
        LetterKind.REMINDER,
    ]


def test_who_answered_is_not_reminded_and_a_letter_that_waits_does_not_leave():
    answered(asked(room()))

    assert writes.remind(now=later(8), by=OPERATOR) == 0
    assert writes.take_letter(now=timezone.now(), by=OPERATOR) is None


def test_a_question_that_comes_back_is_asked_again_once_answered_or_not():
    answered(asked(room(), MONTHLY))

    counts = [writes.remind(now=later(days), by=OPERATOR) for days in (29, 30, 30, 36)]

    assert counts == [0, 1, 0, 0]
    assert StatusRequest.objects.count() == 2
    assert writes.remind(now=later(60), by=OPERATOR) == 2  # a third question, and a reminder of the second
    assert StatusRequest.objects.count() == 3


def test_only_who_steers_asks_and_only_the_machine_hands_letters_over():
    place = room()

    for wrong in (place.pact.lina, place.pact.hugo, VISITOR):
        with pytest.raises(NotAllowedError):
            writes.ask_status(place.pact.sheet_id, says=QUESTION, now=FIRST, by=wrong)
    for wrong in (place.pact.claire, place.pact.lina, VISITOR):
        with pytest.raises(NotAllowedError):
            writes.take_letter(now=FIRST, by=wrong)


def test_a_letter_that_cannot_leave_waits_longer_each_time_and_is_given_up_after_five_tries():
    asked(room())
    now, pauses = timezone.now(), []

    for _ in range(5):
        number = writes.take_letter(now=now, by=OPERATOR)
        assert number is not None
        writes.settle_letter(number, left=False, now=now, by=OPERATOR)
        letter = Letter.objects.get()
        pauses.append(round((letter.not_before - now).total_seconds() / 60))
        now = max(now, letter.not_before)

    assert pauses[:4] == [1, 5, 30, 120]
    assert Letter.objects.get().state == LetterState.FAILED
    assert writes.take_letter(now=now + datetime.timedelta(days=1), by=OPERATOR) is None


def test_a_letter_perhaps_sent_is_sent_again_by_a_person_alone():
    place = room()
    asked(place)
    number = writes.take_letter(now=timezone.now(), by=OPERATOR)
    assert number is not None
    writes.settle_letter(number, left=None, now=FIRST, by=OPERATOR)

    nothing = writes.take_letter(now=timezone.now(), by=OPERATOR)
    writes.send_again(number, now=FIRST, by=place.pact.claire)

    assert nothing is None
    assert writes.take_letter(now=timezone.now(), by=OPERATOR) == number
    with pytest.raises(writes.NotNowError):
        writes.send_again(number, now=FIRST, by=place.pact.claire)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(st.sampled_from(("take", "left", "failed", "lost", "again")), max_size=14))
def test_whatever_happens_a_letter_leaves_at_most_once(acts):
    from django.db import transaction  # noqa: PLC0415 — each example is taken back

    with transaction.atomic():
        place = room()
        asked(place)
        taken, departures, now = None, 0, timezone.now()
        for act in acts:
            now += datetime.timedelta(hours=3)
            if act == "take":
                taken = writes.take_letter(now=now, by=OPERATOR) or taken
            elif act == "again":
                if Letter.objects.get().state in (LetterState.FAILED, LetterState.UNCERTAIN):
                    writes.send_again(Letter.objects.get().pk, now=now, by=OPERATOR)
            elif taken is not None:
                was_handing = Letter.objects.get().state == LetterState.HANDING
                left = {"left": True, "failed": False, "lost": None}[act]
                writes.settle_letter(taken, left=left, now=now, by=OPERATOR)
                departures += was_handing and left is True
        assert departures <= 1
        assert (Letter.objects.get().state == LetterState.SENT) == (departures == 1)
        transaction.set_rollback(True)
