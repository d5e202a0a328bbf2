"""Machines ask whether the site is alive and ready; they learn nothing else, and leave no trace."""

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from declic.config.health import needed_migrations
from tests.counted import asked_of_the_database
from tests.people import CLAIRE


@pytest.mark.parametrize("method", ["get", "head"])
def test_the_process_is_alive_whatever_the_database_does(client, method):
    """Without the mark that opens the database, any query would raise."""
    client.cookies["sessionid"] = "of-somebody"

    answer = getattr(client, method)("/sante/")

    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store"
    assert answer.cookies == {}


@pytest.mark.django_db
def test_it_is_ready_once_the_database_has_the_tables_of_this_version(client):
    with asked_of_the_database() as asked:
        answer = client.get("/pret/")

    assert (answer.status_code, answer.content) == (200, b"oui\n")
    assert answer.cookies == {}
    assert len(asked) == 1


@pytest.mark.django_db
def test_it_is_not_ready_while_a_table_of_this_version_is_missing(client):
    MigrationRecorder(connection).record_unapplied(*min(needed_migrations()))

    answer = client.get("/pret/")

    assert (answer.status_code, answer.content) == (503, b"non\n")


@pytest.mark.django_db
def test_it_is_not_ready_without_a_database_and_says_nothing_of_why(client, monkeypatch):
    def gone(*_words, **_named):
        raise OperationalError("connection to server at 10.0.0.5 failed: password of declic")

    monkeypatch.setattr(MigrationRecorder, "migration_qs", property(gone))

    answer = client.get("/pret/")

    assert (answer.status_code, answer.content) == (503, b"non\n")
    assert client.get("/sante/").status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/sante/", "/pret/"])
def test_who_asks_is_never_looked_at(claire, address):
    assert claire.is_signed_in
    client = Client()
    client.login(username=CLAIRE.email, password=CLAIRE.password)

    with asked_of_the_database() as asked:
        client.get(address)

    assert len(asked) <= 1
    assert "session" not in str(asked)


@pytest.mark.parametrize("address", ["/sante/", "/pret/"])
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_they_are_only_read(client, address, method):
    assert getattr(client, method)(address).status_code == 405


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/sante/", "/pret/"])
def test_they_answer_on_this_machine_even_where_the_site_is_reached_by_https(client, settings, address):
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_REDIRECT_EXEMPT = [r"^(sante|pret)/$"]

    assert client.get(address).status_code == 200
    assert client.get("/").status_code == 301
