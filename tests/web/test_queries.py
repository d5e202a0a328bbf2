"""A page asks the database as often for ten rows as for a thousand, whoever reads it."""

import datetime
import itertools
from collections.abc import Iterator

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from declic.records.council.writes import open_sitting
from declic.records.pact.models import Measure
from declic.records.pact.writes import open_pact
from declic.records.partners.models import Institution
from declic.records.sheets.models import ActionSheet, AxisPilot, Milestone, Note, SheetInstitution
from tests.people import CLAIRE
from tests.records.council.invented import PILOT, keep, sitting_of
from tests.records.pact.invented import COVERAGE, pact_of
from tests.records.steering.places import many_meetings


FEW, MANY = 10, 1000
DAY = datetime.date(2024, 4, 1)
COUNT = itertools.count()
FEW_MEMBERS, MANY_MEMBERS = 10, 30
"""A council has no thousand members: 60 people, present or represented, over 30 questions."""

ALONE = {
    "switch_language": "it changes a cookie",
    "alive": "machines ask it, and it asks nothing",
    "original_file": "it sends one file",
    "page_picture": "it sends one picture",
    "theme_logo": "it sends one file",
    "dossier_pdf": "it sends one file",
    "dossier_xlsx": "it sends one file",
}
SHOW_PLACES = {"document_pages"}
"""Pages that outline words on their page: the places of all the words weigh, and no other page loads them."""

PEOPLE = {"a visitor": None, "Claire, who sees most": CLAIRE}


def patterns() -> Iterator[URLPattern]:
    def walk(found: list[URLPattern | URLResolver]) -> Iterator[URLPattern]:
        for one in found:
            if isinstance(one, URLResolver):
                yield from walk(one.url_patterns)
            else:
                yield one

    return walk(get_resolver().url_patterns)


def sampled(places: dict[str, object]) -> dict[str, str]:
    """The addresses that these places fill, by their names."""
    return {
        str(pattern.name): reverse(str(pattern.name), kwargs={name: places[name] for name in names})
        for pattern in patterns()
        if "GET" in getattr(pattern.callback, "methods", ())
        and pattern.name not in ALONE
        and set(names := pattern.pattern.converters) <= set(places)
    }


def opened(*, rows: int, members: int) -> dict[str, object]:
    """A pact and a sitting of that size, and where they are."""
    paper, draft, findings = pact_of(rows)
    version = keep(paper)
    slug = open_pact(version, draft=draft, findings=findings, coverage=COVERAGE, by=PILOT)
    paper, sitting = sitting_of(members)
    number = open_sitting(keep(paper), draft=sitting, by=PILOT)
    steer(slug, sheets=rows)
    places = {"slug": slug, "number": 1, "code": "1-1", "version_id": version, "sitting_id": number}
    return places | many_meetings(slug, rows)


def steer(slug: str, *, sheets: int) -> None:
    """Open so many sheets of one measure, each with a milestone, all piloted by Claire."""
    measure = Measure.objects.select_related("axis").get(programme__slug=slug, number="1")
    assert measure.axis is not None
    place, _new = Institution.objects.get_or_create(normalised_name="mairie", defaults={"name": "Mairie"})
    claire = get_user_model().objects.get(email=CLAIRE.email)
    AxisPilot.objects.create(axis=measure.axis, institution=place, person=claire)
    rows = ActionSheet.objects.bulk_create(
        ActionSheet(measure=measure, sequence=n, title=f"Fiche {n}") for n in range(1, sheets + 1)
    )
    first = rows[0]
    SheetInstitution.objects.bulk_create(
        SheetInstitution(sheet=row, institution=place, role="lead") for row in rows
    )
    Milestone.objects.bulk_create(
        Milestone(sheet=row, title=f"Jalon {n}", due_on=DAY)
        for row in (*rows, *([first] * sheets))
        for n in (next(COUNT),)
    )
    Note.objects.bulk_create(
        Note(sheet=first, kind="progress", text=f"Note {n}", on=DAY, author=claire) for n in range(sheets)
    )


def asked(client: Client, addresses: dict[str, str]) -> dict[str, tuple[int, int]]:
    """How each page answers, and how often it asks the database."""
    found = {}
    for name, address in addresses.items():
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(address)
            b"".join(answer)
        places = [one for one in queries.captured_queries if '"sources_version"."places",' in one["sql"]]
        assert name in SHOW_PLACES or places == [], name
        found[name] = (answer.status_code, len(queries))
    return found


def know_how_many() -> None:
    """Let PostgreSQL count its rows, as a server in use does by itself: it plans by them, and this is one transaction."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


@pytest.mark.long
@pytest.mark.django_db
def test_every_page_that_lists_rows_asks_no_more_for_a_thousand_than_for_ten(claire):
    assert claire.is_signed_in
    worlds = [
        sampled(opened(rows=FEW, members=FEW_MEMBERS)),
        sampled(opened(rows=MANY, members=MANY_MEMBERS)),
    ]
    know_how_many()
    assert set(worlds[0]) >= {"pact", "measure", "figures", "amounts", "signatories", "document", "sitting"}
    assert set(worlds[0]) >= {"home", "sittings", "steering", "steering_pact", "steering_findings"}
    assert set(worlds[0]) >= {"sheets", "pilots", "measure_sheets", "sheet", "sheet_following", "my_actions"}

    for who, person in PEOPLE.items():
        client = Client()
        if person is not None:
            assert client.login(username=person.email, password=person.password)
        # what is kept for the whole life of the process is asked once, and not counted
        asked(client, {name: worlds[0][name] for name in ("home", "sign_in", "pact_as_data")})
        few, many = (asked(client, world) for world in worlds)
        grown = {name: (few[name], many[name]) for name in few if many[name] != few[name]}
        assert grown == {}, who
        counts = {name: count for name, (_status, count) in many.items()}
        heavy = {name: count for name, count in counts.items() if count > 40}
        assert heavy == {}, who
