"""What the database refuses of a sitting, whoever asks."""

from typing import TypeVar

import pytest
from django.db import IntegrityError, transaction
from django.db.models import Model, ProtectedError

from declic.records.council.models import (
    AgendaItem,
    Attendance,
    Council,
    Decision,
    Deliberation,
    PresenceRange,
    Proxy,
    Signature,
    Sitting,
    SittingSource,
    Substitute,
    Vote,
)
from declic.records.council.writes import open_sitting
from declic.records.partners.models import Institution
from declic.records.sources.models import Citation
from tests.records.council.invented import CLERK, keep, small_sitting


pytestmark = pytest.mark.django_db

Row = TypeVar("Row", bound=Model)


@pytest.fixture
def sitting() -> Sitting:
    paper, draft = small_sitting()
    return Sitting.objects.get(pk=open_sitting(keep(paper), draft=draft, by=CLERK))


def refused(row: Model) -> bool:
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        return True
    return False


def again(row: Row, **changes: object) -> Row:
    """The same row once more, with what is said changed."""
    row.pk = None
    row._state.adding = True
    for name, value in changes.items():
        setattr(row, name, value)
    return row


def test_a_version_opens_one_sitting(sitting):
    assert refused(again(sitting))


def test_a_question_is_taken_once(sitting):
    item = AgendaItem.objects.get(sitting=sitting, question=1)

    assert refused(again(item, position=9))


def test_two_questions_are_not_taken_at_once(sitting):
    item = AgendaItem.objects.get(sitting=sitting, question=1)

    assert refused(again(item, question=9))


def test_positions_start_at_one(sitting):
    assert refused(AgendaItem(sitting=sitting, question=9, position=0))


def test_an_institution_has_one_council_of_a_name():
    town = Institution.objects.create(name="Valmont", normalised_name="valmont")
    Council.objects.create(name="Conseil municipal", institution=town)

    assert refused(Council(name="Conseil municipal", institution=town))


def test_a_council_has_a_name():
    assert refused(Council(name=""))


@pytest.mark.parametrize("model", [Attendance, Substitute, Proxy, Deliberation, Signature])
def test_a_line_of_the_minutes_has_its_own_position(sitting, model):
    row = model.objects.filter(sitting=sitting).first()

    assert refused(again(row))


@pytest.mark.parametrize(
    ("model", "changes"),
    [
        (Attendance, {"name": ""}),
        (Attendance, {"status": "somewhere"}),
        (Substitute, {"name": ""}),
        (Proxy, {"giver_name": ""}),
        (Proxy, {"holder_name": ""}),
        (Signature, {"name": ""}),
    ],
)
def test_a_line_of_the_minutes_says_something(sitting, model, changes):
    row = model.objects.filter(sitting=sitting).first()

    assert refused(again(row, position=99, **changes))


@pytest.mark.parametrize("model", [Attendance, Substitute, Proxy, Deliberation, Signature])
def test_an_origin_is_read_computed_or_proposed(sitting, model):
    row = model.objects.filter(sitting=sitting).first()

    assert refused(again(row, position=99, origin="guessed"))


@pytest.mark.parametrize("model", [Attendance, Substitute, Proxy, Deliberation, Signature])
def test_a_line_of_the_minutes_has_its_passage(sitting, model):
    row = model.objects.filter(sitting=sitting).first()

    assert refused(again(row, position=99, citation_id=None))


def test_a_decision_has_its_own_position_and_says_something(sitting):
    decision = Decision.objects.get(deliberation__sitting=sitting)

    assert refused(again(decision))
    assert refused(again(decision, position=9, text=""))
    assert refused(again(decision, position=9, origin="guessed"))


def test_an_act_is_voted_once(sitting):
    assert refused(again(Vote.objects.get(deliberation__sitting=sitting)))


def test_a_vote_says_something(sitting):
    vote = Vote.objects.get(deliberation__sitting=sitting)
    vote.votes_for = vote.unanimous = None

    with pytest.raises(IntegrityError), transaction.atomic():
        vote.save()


def test_an_origin_of_a_vote_is_known(sitting):
    vote = Vote.objects.get(deliberation__sitting=sitting)
    vote.origin = "guessed"

    with pytest.raises(IntegrityError), transaction.atomic():
        vote.save()


def test_a_presence_has_its_own_position(sitting):
    assert refused(again(PresenceRange.objects.get(member__position=1, member__sitting=sitting)))


@pytest.mark.parametrize("changes", [{}, {"field": "weather"}, {"field": "chair", "origin": "guessed"}])
def test_a_passage_proves_a_known_value_once(sitting, changes):
    assert refused(again(SittingSource.objects.get(sitting=sitting, field="date"), **changes))


def test_a_passage_cannot_be_deleted_under_a_value(sitting):
    member = Attendance.objects.get(sitting=sitting, position=1)

    with pytest.raises(ProtectedError):
        Citation.objects.get(pk=member.citation_id).delete()


def test_a_member_cannot_be_deleted_under_a_proxy(sitting):
    with pytest.raises(ProtectedError):
        Attendance.objects.get(sitting=sitting, name="Serge IMBERT").delete()
