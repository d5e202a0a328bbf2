"""A draft becomes a sitting once, whole, with a proof under each value."""

import datetime
from dataclasses import replace

import pytest

from declic.records.accounts.rights import NotAllowedError
from declic.records.accounts.viewers import VISITOR
from declic.records.council.models import (
    AgendaItem,
    Attendance,
    Council,
    Deliberation,
    Proxy,
    Sitting,
    SittingSource,
    Vote,
)
from declic.records.council.proofs import UncitedValueError
from declic.records.council.writes import UNNAMED_COUNCIL, open_sitting
from declic.records.journal.reads import lines_about
from declic.records.sources.models import Citation, Version
from tests.records.council.invented import CLERK, Paper, keep, member, small_sitting


pytestmark = pytest.mark.django_db


def test_a_draft_becomes_a_sitting_with_its_members_and_their_presence():
    paper, draft = small_sitting()

    sitting_id = open_sitting(keep(paper), draft=draft, by=CLERK)

    sitting = Sitting.objects.get(pk=sitting_id)
    roll = [
        (row.name, row.status, [(p.first, p.last) for p in row.ranges.all()]) for row in sitting.members.all()
    ]
    assert sitting.council.name == "Conseil communautaire"
    assert sitting.date == datetime.date(2024, 5, 14)
    assert sitting.opened_at == datetime.time(18, 5)
    assert roll == [
        ("Odile FERRAND", "present", [(None, None)]),
        ("Paul GRAND", "present", [(None, None)]),
        ("Rose HUBERT", "present", [(3, None)]),
        ("Serge IMBERT", "absent", []),
        ("Tara JOLY", "excused", []),
        ("Viviane LOUP", "absent", []),
    ]


def test_questions_keep_their_order_of_passage():
    paper, draft = small_sitting()

    sitting_id = open_sitting(keep(paper), draft=draft, by=CLERK)

    agenda = AgendaItem.objects.filter(sitting=sitting_id).order_by("position")
    assert list(agenda.values_list("position", "question")) == [(1, 1), (2, 3), (3, 2)]


def test_a_question_that_the_order_says_twice_is_taken_once():
    paper, draft = small_sitting()

    sitting_id = open_sitting(keep(paper), draft=replace(draft, order=(1, 3, 1, 2)), by=CLERK)

    assert list(AgendaItem.objects.filter(sitting=sitting_id).values_list("question", flat=True)) == [1, 3, 2]


def test_a_proxy_is_tied_to_the_lines_of_the_roll():
    paper, draft = small_sitting()

    open_sitting(keep(paper), draft=draft, by=CLERK)

    proxy = Proxy.objects.get(giver_name="Serge IMBERT")
    assert proxy.giver == Attendance.objects.get(name="Serge IMBERT")
    assert proxy.holder == Attendance.objects.get(name="Rose HUBERT")


def test_a_name_that_two_members_bear_ties_a_proxy_to_neither():
    paper, draft = small_sitting()
    twins = replace(draft, members=(*draft.members, member(paper, "Rose HUBERT")))

    open_sitting(keep(paper), draft=twins, by=CLERK)

    assert Proxy.objects.get(giver_name="Serge IMBERT").holder is None


def test_an_unsaid_vote_stays_unsaid():
    paper, draft = small_sitting()

    open_sitting(keep(paper), draft=draft, by=CLERK)

    vote = Vote.objects.get()
    assert (vote.votes_for, vote.against, vote.unanimous) == (3, None, True)


def test_every_citation_re_reads_its_words():
    paper, draft = small_sitting()
    version_id = keep(paper)

    open_sitting(version_id, draft=draft, by=CLERK)

    text = Version.objects.get(pk=version_id).text
    kept = list(Citation.objects.all())
    assert len(kept) == len(set(kept)) >= 20
    assert all(text[one.start : one.end] == one.quote for one in kept)


def test_a_row_with_several_passages_keeps_them_all():
    paper, draft = small_sitting()

    open_sitting(keep(paper), draft=draft, by=CLERK)

    act = Deliberation.objects.get()
    assert act.citation.quote == "Délibération n° 2024-7 : Ouverture d'une ludothèque"
    assert [one.quote for one in act.further_citations.all()] == ["Pour : 3"]


def test_single_values_keep_their_passages():
    paper, draft = small_sitting()

    open_sitting(keep(paper), draft=draft, by=CLERK)

    assert SittingSource.objects.get(field="date").citation.quote == "Séance du mardi 14 mai 2024"
    assert SittingSource.objects.get(field="order").citation.quote == "Ordre de passage : 1, 3, 2"


def test_a_sitting_is_opened_once():
    paper, draft = small_sitting()
    version_id = keep(paper)
    first = open_sitting(version_id, draft=draft, by=CLERK)

    second = open_sitting(version_id, draft=replace(draft, members=()), by=CLERK)

    assert second == first
    assert Sitting.objects.count() == 1
    assert Attendance.objects.count() == 6
    assert len(lines_about(f"sitting {first}")) == 1


def test_opening_leaves_one_line_in_the_journal():
    paper, draft = small_sitting()

    sitting_id = open_sitting(keep(paper), draft=draft, by=CLERK)

    assert [(line.who, line.verb) for line in lines_about(f"sitting {sitting_id}")] == [("user 41", "opened")]


def test_a_value_without_passage_opens_nothing_at_all():
    paper, draft = small_sitting()
    bare = replace(draft, members=(*draft.members, replace(draft.members[0], spans=())))
    version_id = keep(paper)

    with pytest.raises(UncitedValueError, match="passage"):
        open_sitting(version_id, draft=bare, by=CLERK)

    assert (Sitting.objects.count(), Attendance.objects.count(), Citation.objects.count()) == (0, 0, 0)


def test_a_visitor_opens_no_sitting():
    paper, draft = small_sitting()
    version_id = keep(paper)

    with pytest.raises(NotAllowedError):
        open_sitting(version_id, draft=draft, by=VISITOR)

    assert Sitting.objects.count() == 0


def test_an_unknown_version_opens_nothing():
    with pytest.raises(LookupError):
        open_sitting(404, draft=small_sitting()[1], by=CLERK)


def test_two_documents_do_not_share_a_council_by_its_name_alone():
    paper, draft = small_sitting()
    open_sitting(keep(paper), draft=draft, by=CLERK)
    paper.add("Une autre version.")

    open_sitting(keep(paper), draft=draft, by=CLERK)

    assert [council.name for council in Council.objects.all()] == ["Conseil communautaire"] * 2


def test_a_council_may_be_said():
    paper, draft = small_sitting()
    council = Council.objects.create(name="Conseil communautaire du Val")

    sitting_id = open_sitting(keep(paper), draft=draft, by=CLERK, council_id=council.pk)

    assert Sitting.objects.get(pk=sitting_id).council == council


def test_an_unknown_council_opens_nothing():
    paper, draft = small_sitting()
    version_id = keep(paper)

    with pytest.raises(LookupError):
        open_sitting(version_id, draft=draft, by=CLERK, council_id=404)

    assert Sitting.objects.count() == 0


def test_a_body_that_was_not_read_is_said_to_be_so():
    paper = Paper()
    _, draft = small_sitting()
    paper.text = small_sitting()[0].text

    sitting_id = open_sitting(keep(paper), draft=replace(draft, body=None), by=CLERK)

    assert Sitting.objects.get(pk=sitting_id).council.name == UNNAMED_COUNCIL
