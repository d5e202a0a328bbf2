"""An act notes itself last: who writes in the journal holds it, and must then wait for nobody."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from declic.records.journal.adding import notes_last
from declic.records.journal.reads import lines_about
from declic.records.journal.writes import note
from declic.records.pact.writes import apply_draft
from declic.records.sources.writes import accept_all, keep_document, read_version
from tests.people import OPERATOR
from tests.web.pilots.invented import TEXT, draft_of


pytestmark = pytest.mark.django_db


def after_the_first_line(queries: CaptureQueriesContext) -> set[str]:
    """The tables that were written or locked after the journal was."""
    said = [query["sql"] for query in queries.captured_queries]
    first = next(place for place, sql in enumerate(said) if sql.startswith('INSERT INTO "journal_line"'))
    words = [
        sql for sql in said[first:] if sql.split()[0] in {"INSERT", "UPDATE", "DELETE"} or "FOR UPDATE" in sql
    ]
    return {sql.split('"')[1] for sql in words}


def test_applying_a_draft_is_several_acts_and_their_lines_come_last_in_their_order():
    draft = draft_of(by=OPERATOR)
    accept_all(draft, by=OPERATOR)

    with CaptureQueriesContext(connection) as queries:
        apply_draft(draft, by=OPERATOR)

    assert after_the_first_line(queries) == {"journal_line"}
    lines = [
        query["sql"] for query in queries.captured_queries if 'INSERT INTO "journal_line"' in query["sql"]
    ]
    told = ["applied", "cited", "opened", "cited", "added", "added", "opened"]
    assert [next(verb for verb in set(told) if f"'{verb}'" in line) for line in lines] == told


def test_keeping_and_reading_note_themselves_last():
    with CaptureQueriesContext(connection) as queries:
        version = keep_document(TEXT.encode(), "a.txt", by=OPERATOR)
    assert after_the_first_line(queries) == {"journal_line"}

    with CaptureQueriesContext(connection) as queries:
        read_version(version.id, by=OPERATOR)
    assert after_the_first_line(queries) == {"journal_line"}


def two_acts_of_which_the_second_fails() -> None:
    with notes_last():
        note(by="user 1", verb="kept", about="version 1")
        raise ZeroDivisionError


def test_acts_that_fail_together_leave_no_line():
    with pytest.raises(ZeroDivisionError):
        two_acts_of_which_the_second_fails()

    note(by="user 1", verb="read", about="version 1")

    assert [line.verb for line in lines_about("version 1")] == ["read"]
