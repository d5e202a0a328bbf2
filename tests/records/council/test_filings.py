"""What a clerk says of a sitting's acts: kept once, never over a colleague's words, never an impossible thing."""

import datetime

import pytest

from declic.records.accounts.editions import ChangedMeanwhileError
from declic.records.accounts.rights import NotAllowedError
from declic.records.accounts.viewers import VISITOR
from declic.records.council import reads
from declic.records.council.filed import FiledActSaid, FilingSaid
from declic.records.council.filing import OtherSiretError, WrongFilingError
from declic.records.council.models import Council, FiledAct, Filing, Sitting
from declic.records.council.writes import file_acts, open_sitting
from declic.records.journal.models import Line
from declic.records.partners.models import Institution
from tests.records.council.invented import Paper, keep, small_sitting


pytestmark = pytest.mark.django_db

SIRET = "12345678200010"
RECEIVED = datetime.date(2024, 5, 16)


@pytest.fixture
def sitting(jeanne) -> int:
    return opened(jeanne)


def opened(by, *, first_words: str = "") -> int:
    paper, draft = small_sitting(Paper(first_words))
    version = keep(paper)
    return open_sitting(version, draft=draft, by=by)


def act_of(sitting: int) -> int:
    return Sitting.objects.get(pk=sitting).deliberations.get().pk


def said(sitting: int, *, name: str = "Grand Valmont", siret: str = SIRET, matter: str = "8.5") -> FilingSaid:
    return FilingSaid(None, name, siret, (FiledActSaid(act_of(sitting), matter, RECEIVED),))


def test_a_clerk_says_whose_council_it_is_and_everyone_reads_it(sitting, jeanne):
    assert reads.filing(sitting, viewer=VISITOR).institution == ""

    file_acts(sitting, said=said(sitting), by=jeanne, seen=0)

    found = reads.filing(sitting, viewer=VISITOR)
    assert (found.institution, found.siret, found.edition) == ("Grand Valmont", SIRET, 1)
    [act] = found.acts
    assert (act.number, act.matter, act.received_on) == ("2024-7", "8.5", RECEIVED)


def test_the_same_again_changes_nothing_and_leaves_no_line(sitting, jeanne):
    file_acts(sitting, said=said(sitting), by=jeanne, seen=0)
    count = Line.objects.count()

    file_acts(sitting, said=said(sitting), by=jeanne, seen=0)

    assert Line.objects.count() == count
    assert Filing.objects.get().edition == 1


def test_nobody_overwrites_unseen_what_a_colleague_said(sitting, jeanne, claire):
    file_acts(sitting, said=said(sitting), by=claire, seen=0)

    with pytest.raises(ChangedMeanwhileError) as refusal:
        file_acts(sitting, said=said(sitting, matter="7.5"), by=jeanne, seen=0)

    assert (refusal.value.edition, refusal.value.by_name) == (1, "Claire")
    assert FiledAct.objects.get().matter == "8.5"


def test_what_is_taken_back_is_unsaid_again(sitting, jeanne):
    file_acts(sitting, said=said(sitting), by=jeanne, seen=0)

    file_acts(sitting, said=FilingSaid(acts=(FiledActSaid(act_of(sitting)),)), by=jeanne, seen=1)

    found = reads.filing(sitting, viewer=VISITOR)
    assert (found.institution, found.siret, found.acts[0].matter) == ("", "", "")
    assert not FiledAct.objects.exists()


def test_a_member_and_a_visitor_say_nothing(sitting, lina):
    for person in (lina, VISITOR):
        with pytest.raises(NotAllowedError):
            file_acts(sitting, said=said(sitting), by=person)
    assert not Filing.objects.exists()


def test_another_siret_than_the_known_one_is_refused_and_keeps_nothing(sitting, jeanne):
    Institution.objects.create(name="Grand Valmont", normalised_name="grand valmont", siret="12345678200028")

    with pytest.raises(OtherSiretError, match="12345678200028"):
        file_acts(sitting, said=said(sitting), by=jeanne, seen=0)

    assert not Filing.objects.exists()
    assert Council.objects.get().institution is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"matter": "8.10"},
        {"received_on": datetime.date(2024, 5, 13)},
        {"deliberation_id": 0},
    ],
    ids=["no such matter", "received before the sitting", "an act of nobody"],
)
def test_what_cannot_be_is_refused(sitting, jeanne, wrong):
    act = FiledActSaid(**{"deliberation_id": act_of(sitting), "matter": "8.5", **wrong})

    with pytest.raises(WrongFilingError):
        file_acts(sitting, said=FilingSaid(acts=(act,)), by=jeanne)

    assert not Filing.objects.exists()


def test_a_siret_that_cannot_exist_and_unknown_numbers_are_refused(sitting, jeanne):
    with pytest.raises(ValueError, match="12345678200011"):
        file_acts(sitting, said=said(sitting, siret="12345678200011"), by=jeanne)
    with pytest.raises(LookupError):
        file_acts(sitting, said=FilingSaid(institution_id=999_999), by=jeanne)
    with pytest.raises(LookupError):
        file_acts(999_999, said=FilingSaid(), by=jeanne)


def test_two_sittings_of_one_institution_share_its_council(sitting, jeanne):
    second = opened(jeanne, first_words="Un autre procès-verbal.\n\n")

    for number in (sitting, second):
        file_acts(number, said=said(number), by=jeanne)

    assert Council.objects.count() == 1
    assert reads.filing(second, viewer=VISITOR).institution == "Grand Valmont"
    assert Sitting.objects.count() == 2


def test_a_council_that_another_sitting_holds_is_left_to_it(sitting, jeanne):
    second = opened(jeanne, first_words="Un autre procès-verbal.\n\n")
    for number in (sitting, second):
        file_acts(number, said=said(number), by=jeanne)

    file_acts(second, said=said(second, name="Petit Valmont", siret=""), by=jeanne, seen=1)

    assert reads.filing(sitting, viewer=VISITOR).institution == "Grand Valmont"
    assert reads.filing(second, viewer=VISITOR).institution == "Petit Valmont"
