"""The environment is read once, with defaults that are safe, and refuses what it cannot use."""

import stat
from dataclasses import replace

import pytest

from declic.config.database import database_settings
from declic.config.environment import WrongEnvironmentError, read_environment


GIVEN = "given by who runs the site"


def read(folder, **variables):
    return read_environment({"DECLIC_DATA": str(folder), **variables})


def test_nothing_needs_to_be_set(tmp_path):
    environment = read(tmp_path)

    assert environment.hosts == ("localhost", "127.0.0.1", "[::1]")
    assert (environment.https, environment.debug, environment.demo) == (False, False, False)


def test_the_secret_key_is_made_once_and_is_its_owners_alone(tmp_path):
    first, second = read(tmp_path / "data"), read(tmp_path / "data")

    kept = tmp_path / "data" / "secret_key"
    assert first.secret_key == second.secret_key == kept.read_text(encoding="ascii")
    assert len(first.secret_key) >= 50
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert [path.name for path in kept.parent.iterdir()] == ["secret_key"]


def test_a_given_secret_key_is_not_kept(tmp_path):
    environment = read(tmp_path, DECLIC_SECRET_KEY=GIVEN)

    assert environment.secret_key == GIVEN
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("word", "meant"), [("yes", True), ("TRUE", True), ("0", False), ("", False)])
def test_yes_and_no_are_said_in_several_ways(tmp_path, word, meant):
    assert read(tmp_path, DECLIC_HTTPS=word).https is meant


def test_another_word_is_refused(tmp_path):
    with pytest.raises(WrongEnvironmentError, match="DECLIC_HTTPS"):
        read(tmp_path, DECLIC_HTTPS="peut-être")


def test_a_data_folder_that_cannot_be_made_is_refused_in_one_sentence(tmp_path):
    (tmp_path / "file").write_text("", encoding="ascii")

    with pytest.raises(WrongEnvironmentError, match="DECLIC_DATA"):
        read(tmp_path / "file" / "data")


def test_the_embedded_database_waits_its_turn_and_loses_nothing(tmp_path):
    settings = database_settings(read(tmp_path))

    options = settings["OPTIONS"]
    assert isinstance(options, dict)
    assert settings["NAME"] == tmp_path / "declic.sqlite3"
    assert options["transaction_mode"] == "IMMEDIATE"
    assert options["timeout"] == 10
    assert "synchronous=FULL" in options["init_command"]
    assert "journal_mode=WAL" in options["init_command"]


def test_a_server_is_named_by_its_address(tmp_path):
    environment = read(tmp_path, DATABASE_URL="postgres://ada:s%20cret@db:5433/declic?sslmode=require")

    assert database_settings(environment) == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "declic",
        "USER": "ada",
        "PASSWORD": "s cret",
        "HOST": "db",
        "PORT": "5433",
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            "sslmode": "require",
            "options": "-c jit=off -c statement_timeout=30s -c lock_timeout=10s",
        },
    }


def test_a_server_on_this_machine_is_named_by_the_folder_of_its_socket_as_it_is_written(tmp_path):
    settings = database_settings(read(tmp_path, DATABASE_URL="postgres://ada@/declic?host=/srv/Base"))

    assert (settings["HOST"], settings["PORT"], settings["USER"]) == ("/srv/Base", "", "ada")


def test_how_long_a_server_is_waited_for_is_chosen(tmp_path):
    environment = read(
        tmp_path,
        DATABASE_URL="postgres://db/declic?options=-c%20search_path=pacts",
        DECLIC_DATABASE_KEPT_SECONDS="0",
        DECLIC_DATABASE_QUESTION_SECONDS="5",
        DECLIC_DATABASE_LOCK_SECONDS="2",
    )

    settings = database_settings(environment)

    assert settings["CONN_MAX_AGE"] == 0
    assert settings["OPTIONS"] == {
        "options": "-c jit=off -c statement_timeout=5s -c lock_timeout=2s -c search_path=pacts"
    }


@pytest.mark.parametrize("words", ["a while", "-1", "1.5", "²"])
def test_a_time_that_is_no_number_of_seconds_is_refused(tmp_path, words):
    with pytest.raises(WrongEnvironmentError, match="DECLIC_DATABASE_LOCK_SECONDS"):
        read(tmp_path, DECLIC_DATABASE_LOCK_SECONDS=words)


@pytest.mark.parametrize("address", ["mysql://db/declic", "postgres://db", "declic"])
def test_another_kind_of_server_is_refused(tmp_path, address):
    environment = replace(read(tmp_path), database_url=address)

    with pytest.raises(WrongEnvironmentError, match="DATABASE_URL"):
        database_settings(environment)
