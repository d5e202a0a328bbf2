"""Committees as the text promises them; meetings from their planning to their approved minutes."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from declic.records.accounts.editions import ChangedMeanwhileError
from declic.records.accounts.rights import NotAllowedError
from declic.records.accounts.viewers import OPERATOR, VISITOR, Viewer
from declic.records.journal.models import Line
from declic.records.sheets.contents import WrongSheetError
from declic.records.steering import reads
from declic.records.steering.choices import ItemState, LetterKind, MeetingState, PresenceChoice
from declic.records.steering.given import GivenItem, GivenMeeting, GivenSeat
from declic.records.steering.models import AgendaItem, Committee, Letter, Meeting
from declic.records.steering.rows import NotNowError
from declic.records.steering.values import MeetingOffers
from declic.records.steering.writes import (
    edit_item,
    edit_meeting,
    move_meeting,
    open_promised_committees,
    plan_meeting,
    put_on_agenda,
    record_attendance,
    seat_member,
    write_minutes,
)
from tests.records.pact.invented import opened_small_pact
from tests.records.steering.invented import FIRST, SECOND, TODAY, Room, meeting, room, started


pytestmark = pytest.mark.django_db


def test_the_committees_that_the_text_promises_open_once_with_their_rhythm_and_their_line():
    slug = opened_small_pact()

    first = open_promised_committees(slug, by=OPERATOR)
    second = open_promised_committees(slug, by=OPERATOR)

    row = Committee.objects.get()
    assert (first, second) == (1, 0)
    assert (row.name, row.meetings_due, row.months) == ("Comité de suivi", 3, 12)
    assert row.body is not None
    page = reads.committee_page(row.pk, viewer=OPERATOR, today=TODAY)
    assert page.passage is not None
    assert "3 fois par an" in page.passage.quote


def test_the_gauge_counts_meetings_held_beside_those_promised():
    place = started(room())
    move_meeting(place.meeting_id, to=MeetingState.HELD, by=OPERATOR)

    page = reads.committees_page(place.pact.slug, viewer=place.pact.lina, today=TODAY)

    rhythm = page.committees[0].rhythm
    assert rhythm is not None
    assert (rhythm.held, rhythm.due, rhythm.in_all, rhythm.is_kept) == (1, 2, 12, False)
    assert rhythm.next_due == datetime.date(2024, 3, 15)


def test_who_is_convened_receives_one_letter_with_the_meeting_as_a_calendar():
    place = room()

    move_meeting(place.meeting_id, to=MeetingState.CONVENED, by=place.pact.claire)
    move_meeting(place.meeting_id, to=MeetingState.CONVENED, by=place.pact.claire)

    letters = list(Letter.objects.order_by("email"))
    assert [letter.email for letter in letters] == ["claire@demo.invalid", "lina@demo.invalid"]
    assert "1. Ouverture du samedi" in letters[0].text
    assert "METHOD:REQUEST" in letters[0].calendar
    assert "DTSTART:20240305T140000Z" in letters[0].calendar


def test_a_meeting_moved_or_cancelled_after_its_convocation_is_told_again():
    place = room()
    move_meeting(place.meeting_id, to=MeetingState.CONVENED, by=OPERATOR)

    edit_meeting(place.meeting_id, says=GivenMeeting(SECOND), by=OPERATOR)
    move_meeting(place.meeting_id, to=MeetingState.CANCELLED, by=OPERATOR)

    kinds = [letter.kind for letter in Letter.objects.order_by("pk")]
    assert kinds.count(LetterKind.CONVOCATION) == 4
    assert kinds.count(LetterKind.CANCELLATION) == 2
    assert "METHOD:CANCEL" in Letter.objects.filter(kind=LetterKind.CANCELLATION)[0].calendar


def test_a_meeting_that_nobody_was_convened_to_is_cancelled_in_silence():
    place = room()

    move_meeting(place.meeting_id, to=MeetingState.CANCELLED, by=OPERATOR)

    assert Letter.objects.count() == 0


@pytest.mark.parametrize(
    ("stands", "asked"),
    [
        (MeetingState.PLANNED, MeetingState.HELD),
        (MeetingState.PLANNED, MeetingState.CLOSED),
        (MeetingState.IN_PROGRESS, MeetingState.CONVENED),
        (MeetingState.CANCELLED, MeetingState.CONVENED),
        (MeetingState.CLOSED, MeetingState.IN_PROGRESS),
    ],
)
def test_a_meeting_skips_no_state(stands, asked):
    place = room()
    Meeting.objects.filter(pk=place.meeting_id).update(state=stands)

    with pytest.raises(NotNowError):
        move_meeting(place.meeting_id, to=asked, by=OPERATOR)


def test_what_was_not_treated_goes_to_the_backlog_and_the_meeting_keeps_its_line():
    place = started(room())

    move_meeting(place.meeting_id, to=MeetingState.HELD, by=OPERATOR)

    old = AgendaItem.objects.get(pk=place.item_id)
    new = AgendaItem.objects.get(postponed=old)
    assert (old.state, old.meeting_id) == (ItemState.POSTPONED, place.meeting_id)
    assert (new.state, new.meeting_id, new.title) == (ItemState.WAITING, None, "Ouverture du samedi")
    page = reads.committee_page(place.committee_id, viewer=OPERATOR, today=TODAY)
    assert [item.title for item in page.backlog] == ["Ouverture du samedi"]


def test_minutes_are_drafted_from_who_was_there_and_from_each_point():
    place = started(room())
    workshop, state = place.pact.workshop, place.pact.claire.institution_id
    assert state is not None
    record_attendance(
        place.meeting_id,
        presences={workshop: PresenceChoice.ALTERNATE, state: PresenceChoice.EXCUSED},
        by=OPERATOR,
    )
    edit_item(place.item_id, says={"outcome": "On ouvre.", "state": ItemState.TREATED}, by=OPERATOR)

    move_meeting(place.meeting_id, to=MeetingState.HELD, by=OPERATOR)

    words = meeting(place.meeting_id).minutes
    assert "Présents : Atelier des Tilleuls" in words
    assert "Excusés : Préfecture de Valmont" in words
    assert "1. Ouverture du samedi\nOn ouvre." in words


def test_minutes_are_written_until_they_are_approved():
    place = started(room())
    move_meeting(place.meeting_id, to=MeetingState.HELD, by=OPERATOR)
    write_minutes(place.meeting_id, minutes="Le compte rendu.", by=OPERATOR)
    move_meeting(place.meeting_id, to=MeetingState.MINUTES_TO_APPROVE, by=OPERATOR)
    move_meeting(place.meeting_id, to=MeetingState.CLOSED, by=OPERATOR)

    with pytest.raises(NotNowError):
        write_minutes(place.meeting_id, minutes="Autre chose.", by=OPERATOR)
    assert meeting(place.meeting_id).minutes == "Le compte rendu."


def test_the_same_meeting_and_the_same_point_sent_twice_are_one():
    place = room()
    lines = Line.objects.count()

    again = plan_meeting(place.committee_id, says=GivenMeeting(FIRST, location="Ailleurs"), by=OPERATOR)
    point = put_on_agenda(
        place.committee_id, says=GivenItem("Ouverture du samedi"), meeting_id=place.meeting_id, by=OPERATOR
    )

    assert (again, point) == (place.meeting_id, place.item_id)
    assert Line.objects.count() == lines


def test_a_point_of_the_backlog_is_taken_up_by_a_meeting_to_come_and_by_no_other():
    place = room()
    waiting = put_on_agenda(place.committee_id, says=GivenItem("Le bilan"), by=OPERATOR)
    second = plan_meeting(place.committee_id, says=GivenMeeting(SECOND), by=OPERATOR)
    move_meeting(second, to=MeetingState.CANCELLED, by=OPERATOR)

    edit_item(waiting, says={"meeting_id": place.meeting_id}, by=OPERATOR)

    assert AgendaItem.objects.get(pk=waiting).meeting_id == place.meeting_id
    with pytest.raises(NotNowError):
        edit_item(waiting, says={"meeting_id": second}, by=OPERATOR)


def test_an_alert_proposes_a_point_once():
    place = room()
    key = f"milestone_late milestone {place.milestone_id}"
    proposed = {
        one.proposed_by
        for one in reads.meeting_page(place.meeting_id, viewer=OPERATOR, today=TODAY).proposals
    }

    put_on_agenda(
        place.committee_id, says=GivenItem("Jalon", proposed_by=key), meeting_id=place.meeting_id, by=OPERATOR
    )

    after = reads.meeting_page(place.meeting_id, viewer=OPERATOR, today=TODAY).proposals
    assert key in proposed
    assert key not in {one.proposed_by for one in after}


def test_a_meeting_gathers_the_pact_only_for_who_keeps_it_and_while_something_is_still_written():
    place = room()
    open_to_keepers = asked(place, OPERATOR)
    read_by_others = asked(place, place.pact.lina)
    move_meeting(place.meeting_id, to=MeetingState.CANCELLED, by=OPERATOR)
    over = asked(place, OPERATOR)

    assert open_to_keepers[0].sheets
    assert (read_by_others[0], over[0]) == (MeetingOffers(), MeetingOffers())
    assert max(read_by_others[1], over[1]) < open_to_keepers[1] / 2


def asked(place: Room, viewer: Viewer) -> tuple[MeetingOffers, int]:
    """What the forms of the meeting offer, and how often the database was asked."""
    with CaptureQueriesContext(connection) as queries:
        page = reads.meeting_page(place.meeting_id, viewer=viewer, today=TODAY)
    return page.offers, len(queries)


def test_a_seat_is_changed_by_its_second_form_and_an_older_form_is_refused():
    place = room()
    says = GivenSeat("Nouvelle fonction")

    seat_member(place.committee_id, institution_id=place.pact.workshop, says=says, by=OPERATOR, seen=1)

    with pytest.raises(ChangedMeanwhileError):
        seat_member(
            place.committee_id,
            institution_id=place.pact.workshop,
            says=GivenSeat("Autre"),
            by=OPERATOR,
            seen=1,
        )


def test_an_account_of_another_institution_has_no_seat_there():
    place = room()

    with pytest.raises(WrongSheetError):
        seat_member(
            place.committee_id,
            institution_id=place.pact.workshop,
            says=GivenSeat(person_id=place.pact.hugo.user_id),
            by=OPERATOR,
        )


def test_members_read_the_committees_and_only_who_steers_keeps_them():
    place = room()

    assert reads.meeting_page(place.meeting_id, viewer=place.pact.lina, today=TODAY).may_keep is False
    for wrong in (place.pact.lina, place.pact.hugo, VISITOR):
        with pytest.raises(NotAllowedError):
            move_meeting(place.meeting_id, to=MeetingState.CONVENED, by=wrong)
    with pytest.raises(LookupError):
        reads.meeting_page(place.meeting_id, viewer=VISITOR, today=TODAY)
    with pytest.raises(LookupError):
        reads.committees_page(place.pact.slug, viewer=VISITOR, today=TODAY)


def test_the_committees_of_a_pact_under_review_are_read_by_who_reviews_alone():
    place = room(public=False)

    assert reads.committees_page(place.pact.slug, viewer=place.pact.claire, today=TODAY).committees
    with pytest.raises(LookupError):
        reads.committees_page(place.pact.slug, viewer=place.pact.lina, today=TODAY)
