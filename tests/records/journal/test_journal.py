"""The journal adds lines, and nothing can change them unseen."""

import pytest
from django.db import DatabaseError, connection, transaction

from declic.records.journal.models import Line
from declic.records.journal.reads import lines_about, verify_chain
from declic.records.journal.values import Harm
from declic.records.journal.writes import note


pytestmark = pytest.mark.django_db


def three_acts() -> None:
    note(by="user 1", verb="kept", about="version 1")
    note(by="user 2", verb="read", about="draft 1")
    note(by="user 2", verb="applied", about="draft 1")


def forge(statement: str, *values: str) -> None:
    """Change the table behind the triggers' back, as somebody with the file would."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER IF EXISTS journal_line_no_update")
            cursor.execute("DROP TRIGGER IF EXISTS journal_line_no_delete")
        else:
            cursor.execute("ALTER TABLE journal_line DISABLE TRIGGER USER")
        cursor.execute(statement, values)


def test_a_line_says_what_was_done_to_a_thing_oldest_first():
    three_acts()

    lines = lines_about("draft 1")

    assert [(line.who, line.verb, line.about) for line in lines] == [
        ("user 2", "read", "draft 1"),
        ("user 2", "applied", "draft 1"),
    ]


def test_an_untouched_chain_is_whole():
    three_acts()

    report = verify_chain()

    assert report.is_whole
    assert report.line_count == 3
    assert report.head == Line.objects.get(verb="applied").hash


def test_an_empty_journal_is_whole():
    assert verify_chain().is_whole


@pytest.mark.parametrize("change", ["UPDATE journal_line SET who = 'nobody'", "DELETE FROM journal_line"])
def test_the_database_refuses_to_change_or_remove_a_line(change):
    three_acts()

    with pytest.raises(DatabaseError, match="a line of the journal is never"), transaction.atomic():
        connection.cursor().execute(change)

    assert verify_chain().line_count == 3


def test_the_database_refuses_a_second_line_after_the_same_one():
    three_acts()
    last = Line.objects.get(verb="applied")

    with pytest.raises(DatabaseError), transaction.atomic():
        Line.objects.create(
            at=last.at, who="x", verb="y", about="z", previous_hash=last.previous_hash, hash="f" * 64
        )


@pytest.mark.parametrize(
    ("statement", "values"),
    [
        ("UPDATE journal_line SET who = %s WHERE verb = %s", ("nobody", "read")),
        ("UPDATE journal_line SET at = %s WHERE verb = %s", ("2020-01-01 00:00:00", "read")),
        ("DELETE FROM journal_line WHERE verb = %s", ("read",)),
    ],
)
def test_a_change_behind_the_triggers_is_found(statement, values):
    three_acts()

    forge(statement, *values)
    report = verify_chain()

    assert not report.is_whole
    assert report.broken_at == Line.objects.get(verb="kept").pk + 1 + (
        report.faults[0].harm is Harm.OUT_OF_TURN
    )


def test_a_write_that_fails_leaves_no_line():
    @transaction.atomic
    def fail_after_a_note() -> None:
        note(by="user 1", verb="kept", about="version 1")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_after_a_note()

    assert verify_chain().line_count == 0


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", ["first", "second"])
def test_the_guards_stand_again_after_the_tests_emptied_the_journal(time):
    """Between tests that are not rolled back, tests/conftest.py stands the guards aside."""
    assert verify_chain().line_count == 0, time
    three_acts()

    with pytest.raises(DatabaseError, match="a line of the journal is never"):
        connection.cursor().execute("UPDATE journal_line SET who = 'nobody'")
