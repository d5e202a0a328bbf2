"""A clock that is wrong, that jumps or that goes back changes neither the order of the journal nor what is kept."""

import datetime
from zipfile import ZipFile

import pytest
import time_machine
from django.test import Client

from declic.jobs.archives import pack, unpack
from declic.jobs.backups import _free_path
from declic.jobs.refusals import RefusedError
from declic.jobs.voice import Voice
from declic.records.journal.reads import lines_about, verify_chain
from declic.records.journal.writes import note
from declic.records.pact import reads
from declic.records.pact.writes import title_measure
from tests.people import CLAIRE, OPERATOR
from tests.records.pact.invented import opened_small_pact


NOW = datetime.datetime(2031, 5, 14, 9, 30, tzinfo=datetime.UTC)
STRANGE = (
    "1970-01-01T00:00:10+00:00",
    "1999-12-31T23:59:59+00:00",
    "2027-03-28T00:59:59+00:00",
    "2027-03-28T01:00:01+00:00",
    "2027-10-31T00:30:00+00:00",
    "2027-10-31T01:30:00+00:00",
    "2028-02-29T12:00:00+00:00",
    "2038-01-19T03:14:08+00:00",
    "2031-05-14T09:30:00+00:00",
    "1999-12-31T23:59:59+00:00",
)
"""A dead battery, a century, both changes of the hour in Paris, a leap day, the end of 32 bits, and back again."""


@pytest.mark.django_db
def test_the_journal_keeps_the_order_of_acts_whatever_the_clock_says():
    for number, instant in enumerate(STRANGE):
        with time_machine.travel(instant, tick=False):
            note(by="operator", verb=f"act {number}", about="draft 1")

    lines = lines_about("draft 1")

    assert [line.verb for line in lines] == [f"act {number}" for number in range(len(STRANGE))]
    assert [line.at.isoformat() for line in lines] == list(STRANGE)
    assert verify_chain().is_whole


@pytest.mark.django_db
def test_an_older_clock_does_not_let_a_newer_text_be_overwritten_unseen(claire):
    measure = reads.measure_page(opened_small_pact(), number="10", viewer=OPERATOR)
    with time_machine.travel(NOW):
        title_measure(measure.measure_id, plain_title="Aujourd'hui", by=claire, seen=0)

    with time_machine.travel("1999-12-31"), pytest.raises(Exception, match="1") as refused:
        title_measure(measure.measure_id, plain_title="Hier", by=claire, seen=0)

    assert type(refused.value).__name__ == "ChangedMeanwhileError"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("instant", "is_in"),
    [
        ("2031-05-14T09:40:00+00:00", True),
        ("2031-05-14T21:31:00+00:00", False),
        ("2038-01-19T03:14:08+00:00", False),
    ],
)
def test_a_session_ends_at_its_hour_and_a_leap_of_the_clock_is_never_a_fault(client, claire, instant, is_in):
    with time_machine.travel(NOW):
        signed(client)
        assert client.get("/pilotage/lire/").status_code == 200

    with time_machine.travel(instant):
        answer = client.get("/pilotage/lire/")

    assert claire.is_signed_in
    assert answer.status_code == (200 if is_in else 302)


@pytest.mark.django_db
def test_a_clock_that_falls_back_to_another_century_breaks_no_page(client, claire):
    with time_machine.travel(NOW):
        signed(client)

    with time_machine.travel("1999-12-31T23:59:59+00:00"):
        statuses = [client.get(page).status_code for page in ("/", "/pilotage/lire/", "/connexion/")]

    assert claire.is_signed_in
    assert set(statuses) <= {200, 302}


@pytest.mark.django_db
@pytest.mark.parametrize("instant", STRANGE)
def test_a_sign_in_holds_at_any_date(claire, instant):
    client = Client()
    with time_machine.travel(instant):
        signed(client)
        answer = client.get("/pilotage/lire/")

    assert claire.is_signed_in
    assert answer.status_code == 200


def signed(client: Client) -> None:
    from django.contrib.auth import get_user_model  # noqa: PLC0415 — Django must be ready

    client.force_login(get_user_model().objects.get(email=CLAIRE.email))


@pytest.mark.parametrize("instant", STRANGE)
def test_an_archive_is_made_and_read_at_any_date(tmp_path, instant):
    voice, folder = Voice("fr"), tmp_path / "in"
    (tmp_path / "declic.sqlite3").write_bytes(b"a database")
    with time_machine.travel(instant):
        pack(
            tmp_path / "a.zip",
            manifest={"engine": "sqlite", "journal": {"lines": 0, "head": ""}},
            members={"declic.sqlite3": tmp_path / "declic.sqlite3"},
        )
        folder.mkdir()
        unpack(tmp_path / "a.zip", folder, voice=voice)

    assert (folder / "declic.sqlite3").read_bytes() == b"a database"
    assert ZipFile(tmp_path / "a.zip").testzip() is None


def test_the_hour_that_comes_twice_never_makes_a_backup_write_over_another(tmp_path):
    paris = datetime.timezone(datetime.timedelta(hours=2)), datetime.timezone(datetime.timedelta(hours=1))
    first, second = (datetime.datetime(2027, 10, 31, 2, 30, tzinfo=zone) for zone in paris)
    path = _free_path(tmp_path, now=first, voice=Voice("fr"))
    path.write_bytes(b"kept")

    with pytest.raises(RefusedError, match="existe déjà"):
        _free_path(tmp_path, now=second, voice=Voice("fr"))
