"""PostgreSQL itself hides what a connection may not see: proved by statements that no rule of ours stands before."""

import threading
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import DatabaseError, connection, models, transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from declic.records.accounts.sight import Sight, see_usually, sight_for, sight_of
from declic.records.journal.reads import verify_chain
from declic.records.journal.writes import note
from declic.records.pact.writes import apply_draft
from declic.records.sources.models import Document, Version
from declic.records.sources.writes import accept_all
from declic.web.design.sight import DatabaseSight
from tests.people import CLAIRE, HUGO, JEANNE, LINA, MARC, ODILE, OPERATOR, SOFIA, VISITOR, signed_up
from tests.web.pilots.invented import draft_of


pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        "postgresql" not in str(settings.DATABASES["default"]["ENGINE"]),
        reason="SQLite hides no rows: this is told with « -p tests.postgres »",
    ),
]
ALONE = {"sources_draft", "sources_segment", "sources_draftitem"}
"""Hidden from who does not review, even once the document is published."""


def hidden_tables() -> list[str]:
    """The tables whose rows the database hides, even from their owner."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity ORDER BY relname"
        )
        return [name for (name,) in cursor.fetchall()]


def counted(*tables: str) -> dict[str, int]:
    """Count the rows of tables by plain statements."""
    found = {}
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"SELECT count(*) FROM {table}")  # noqa: S608 — our own tables
            found[table] = cursor.fetchone()[0]
    return found


@pytest.fixture
def under_review() -> int:
    """A document whose sitting and pact were opened, then hidden again: everything hangs on an unpublished version."""
    draft = draft_of(by=OPERATOR)
    accept_all(draft, by=OPERATOR)
    apply_draft(draft, by=OPERATOR)
    Document.objects.update(public=False)
    return draft


@pytest.fixture
def nobody() -> Iterator[None]:
    """A process that said nothing: what a web worker is between two requests."""
    see_usually(Sight.PUBLISHED)
    yield
    see_usually(Sight.ALL)


@pytest.mark.usefixtures("under_review", "nobody")
def test_a_connection_that_said_nothing_sees_no_row_under_review_and_no_line_of_the_journal():
    tables = hidden_tables()

    assert len(tables) >= 40
    assert {name for name, count in counted(*tables).items() if count} == set()


@pytest.mark.usefixtures("under_review")
def test_the_rows_are_really_there_for_who_holds_the_machine():
    assert {name for name, count in counted(*hidden_tables()).items() if count} >= {
        "journal_line",
        "sources_document",
        "sources_version",
        "sources_citation",
        "sources_draft",
        "sources_segment",
        "sources_draftitem",
        "council_sitting",
        "council_attendance",
        "council_proxy",
        "council_vote",
        "pact_programme",
        "pact_signatory",
        "pact_axis",
        "pact_measure",
    }


@pytest.mark.parametrize(
    "person", [None, MARC, LINA, HUGO, SOFIA], ids=lambda one: one.name if one else "visitor"
)
@pytest.mark.usefixtures("under_review", "nobody")
def test_who_does_not_review_sees_none_of_it_and_what_is_published_later_but_its_drafts(person):
    viewer = signed_up_by_operator(person) if person else VISITOR
    tables = [name for name in hidden_tables() if name != "journal_line"]

    with sight_of(viewer):
        before = counted(*tables)
    with sight_of(OPERATOR):
        Document.objects.update(public=True)
        whole = counted(*tables)
    with sight_of(viewer):
        after = counted(*tables)

    assert set(before.values()) == {0}
    assert after == {name: 0 if name in ALONE else count for name, count in whole.items()}


@pytest.mark.parametrize("person", [CLAIRE, ODILE, JEANNE], ids=lambda one: one.name)
@pytest.mark.usefixtures("under_review", "nobody")
def test_who_reviews_sees_all_of_it_but_the_journal_and_nothing_again_afterwards(person):
    viewer = signed_up_by_operator(person)
    with sight_of(OPERATOR):
        whole = counted(*hidden_tables())

    with sight_of(viewer):
        seen = counted(*hidden_tables())

    assert seen == {**whole, "journal_line": 0}
    assert whole["journal_line"] > 0
    assert set(counted(*hidden_tables()).values()) == {0}


def signed_up_by_operator(person):
    with sight_of(OPERATOR):
        return signed_up(person)


@pytest.mark.usefixtures("nobody")
def test_whoever_acts_adds_to_the_journal_without_seeing_it():
    with sight_of(VISITOR):
        note(by="visitor", verb="tried", about="door 1")
        note(by="visitor", verb="tried", about="door 2")
        assert counted("journal_line") == {"journal_line": 0}

    with sight_of(OPERATOR):
        assert (verify_chain().is_whole, verify_chain().line_count) == (True, 2)


@pytest.mark.usefixtures("under_review", "nobody")
def test_a_forgotten_rule_of_a_write_is_refused_by_the_database():
    with sight_of(VISITOR):
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            Document.objects.create(title="A", slug="a", created_at="2031-05-14T18:00Z")
        assert Document.objects.update(title="Changé") == 0
        assert Version.objects.filter(sha256__gt="").delete()[0] == 0

    with sight_of(OPERATOR):
        assert Document.objects.get().title != "Changé"


@pytest.mark.usefixtures("under_review", "nobody")
def test_a_page_that_forgets_its_rule_shows_nothing_to_a_visitor():
    """Through the middleware, with the session of a real sign-in."""
    with sight_of(OPERATOR):
        signed_up(CLAIRE)
        claire = get_user_model().objects.get(email=CLAIRE.email)
    seen: list[int] = []

    def careless(_request: HttpRequest) -> HttpResponse:
        seen.append(counted("sources_version")["sources_version"])
        return HttpResponse()

    page = DatabaseSight(careless)
    page(RequestFactory().get("/"))
    page(request_of(claire))
    page(RequestFactory().get("/"))

    assert seen == [0, 1, 0]
    assert counted("sources_version") == {"sources_version": 0}


def request_of(user) -> HttpRequest:
    client = Client()
    client.force_login(user)
    request = RequestFactory().get("/")
    request.COOKIES = {settings.SESSION_COOKIE_NAME: client.cookies[settings.SESSION_COOKIE_NAME].value}
    request.user, request.session = user, client.session
    return request


@pytest.mark.usefixtures("under_review", "nobody")
def test_a_request_that_fails_is_taken_back_too():
    def failing() -> None:
        with sight_of(OPERATOR):
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing()

    assert counted("sources_document") == {"sources_document": 0}


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("under_review", "nobody")
def test_a_connection_opened_in_the_middle_of_a_request_is_told_and_two_threads_do_not_mix():
    seen: dict[str, list[int]] = {}
    together = threading.Barrier(2, timeout=60)

    def look(name, viewer) -> None:
        with sight_of(viewer):
            together.wait()
            first = counted("sources_document")["sources_document"]
            connection.close()
            together.wait()
            seen[name] = [first, counted("sources_document")["sources_document"]]
        seen[name].append(counted("sources_document")["sources_document"])
        connection.close()

    threads = [
        threading.Thread(target=look, args=each) for each in (("operator", OPERATOR), ("visitor", VISITOR))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert seen == {"operator": [1, 1, 0], "visitor": [0, 0, 0]}


def test_the_sight_of_each_person_is_what_the_rules_say(claire, jeanne, odile, marc, lina, sofia):
    assert {sight_for(viewer) for viewer in (claire, jeanne, odile)} == {Sight.REVIEW}
    assert {sight_for(viewer) for viewer in (VISITOR, marc, lina, sofia)} == {Sight.PUBLISHED}
    assert sight_for(OPERATOR) == Sight.ALL


def test_every_row_that_hangs_on_a_version_is_hidden_but_the_pairs_of_numbers():
    """A table that a later version adds must say so in a migration named `hidden_rows`."""
    hidden = set(hidden_tables())
    hung: set[type[models.Model]] = {Version}
    while more := {
        model
        for model in apps.get_models(include_auto_created=True)
        if hangs_on(model, hung) and model not in hung
    }:
        hung |= more

    assert hung > {Version}
    assert {model._meta.db_table for model in hung if not model._meta.auto_created} - hidden == set()


def hangs_on(model: type[models.Model], hung: set[type[models.Model]]) -> bool:
    return any(
        isinstance(field, models.ForeignKey) and field.related_model in hung
        for field in model._meta.get_fields()
    )
