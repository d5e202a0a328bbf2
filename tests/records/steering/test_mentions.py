"""Who is named in a comment is told by one letter, once, whatever the worker does."""

import datetime

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings, strategies as st

from declic.records.accounts.rights import NotAllowedError
from declic.records.accounts.viewers import OPERATOR, VISITOR
from declic.records.partners.models import Membership
from declic.records.sheets.models import Mention
from declic.records.sheets.writes import add_comment
from declic.records.steering.models import Letter
from declic.records.steering.writes import tell_mentions
from tests.records.steering.invented import Room, room


pytestmark = pytest.mark.django_db
HOUR = datetime.timedelta(hours=1)


def named(place: Room, words: str) -> None:
    claire = place.pact.claire.user_id or 0
    add_comment(place.pact.sheet_id, words=words, mentioned=[claire], by=place.pact.hugo)


def told(after: datetime.timedelta = HOUR) -> int:
    return tell_mentions(now=timezone.now() + after, by=OPERATOR)


def test_comments_that_follow_each_other_make_one_letter_that_says_where_and_not_what():
    place = room()
    named(place, "Le local est-il trouvé ?")
    named(place, "Je repose la question.")

    counts = [told(datetime.timedelta(minutes=1)), told(), told()]

    letter = Letter.objects.get(kind="mentions")
    assert counts == [0, 1, 0]
    assert letter.subject == "2 commentaires vous nomment"
    assert letter.text.count("10-1 Ouvrir la ludothèque le samedi") == 2
    assert "local" not in letter.text
    assert Mention.objects.filter(told_at=None).count() == 0


def test_what_is_said_after_a_letter_makes_another():
    place = room()
    named(place, "Un.")
    told()
    named(place, "Deux.")

    assert told(2 * HOUR) == 1
    assert Letter.objects.filter(kind="mentions").count() == 2


def test_who_acts_for_no_institution_any_more_is_not_written_to():
    place = room()
    named(place, "Un.")
    Membership.objects.filter(user_id=place.pact.claire.user_id or 0).delete()

    assert told() == 0
    assert Letter.objects.filter(kind="mentions").count() == 0
    assert Mention.objects.filter(told_at=None).count() == 0


def test_only_who_holds_the_machine_tells():
    place = room()

    for wrong in (place.pact.claire, place.pact.hugo, VISITOR):
        with pytest.raises(NotAllowedError):
            tell_mentions(now=timezone.now(), by=wrong)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.sampled_from(["name", "tell"]), max_size=8))
def test_every_mention_is_told_exactly_once_whatever_the_order(steps):
    with transaction.atomic():
        place = room()
        for number, step in enumerate(steps):
            if step == "name":
                named(place, f"Question {number}.")
            else:
                told()
        told(2 * HOUR)

        letters = Letter.objects.filter(kind="mentions")
        assert sum(one.text.count("10-1 Ouvrir") for one in letters) == steps.count("name")
        transaction.set_rollback(True)
