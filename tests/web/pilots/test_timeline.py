"""The timeline of a pact: sheets and milestones where their days are, the same in a table and as a file."""

import base64
import csv
import datetime
import html
import io
import re

import pytest
from django.urls import reverse

from declic.records.sheets.models import ActionSheet, Milestone
from declic.web.design.charts.timelines import Moment, Stretch, timeline_chart
from declic.web.design.components import Link, Table
from tests.people import CLAIRE, LINA
from tests.records.sheets.invented import steered


NO_TABLE = Table("Rien", (), ())
TODAY = datetime.date(2024, 3, 1)


def drawn(*stretches: Stretch, today=TODAY):
    return timeline_chart(stretches, today=today, key="t", title="Frise", table=NO_TABLE)


def stretch(start, end, *moments: Moment) -> Stretch:
    return Stretch(Link("23-1", "/"), 2, start, end, moments)


def test_a_bar_stands_between_its_days_and_today_where_it_is():
    chart = drawn(stretch(datetime.date(2024, 1, 1), datetime.date(2024, 12, 31)))

    assert chart is not None
    assert (chart.rows[0].x, chart.rows[0].width) == ("0%", "100%")
    assert chart.today == f"{100 * 60 / 366:.4g}%"
    assert chart.months[0] == ("0%", "01/2024")


def test_what_has_no_days_is_not_drawn_and_today_outside_the_scale_is_not_either():
    known = stretch(datetime.date(2024, 1, 1), datetime.date(2024, 2, 10))
    chart = drawn(stretch(None, datetime.date(2024, 2, 1)), known, today=datetime.date(2030, 1, 1))

    assert chart is not None
    assert [row.x for row in chart.rows] == ["", "0%"]
    assert chart.rows[0].words == "? – 01/02/2024"
    assert chart.today == ""
    assert drawn(stretch(None, None)) is None


def test_milestones_stand_on_their_days():
    chart = drawn(
        stretch(
            None,
            None,
            Moment(datetime.date(2024, 1, 1), "Le local", "done"),
            Moment(datetime.date(2024, 1, 31), "Les jeux", "late"),
        )
    )

    assert chart is not None
    assert [(one.x, one.state) for one in chart.rows[0].moments] == [("0%", "done"), ("96.77%", "late")]


@pytest.fixture
def place(db):  # noqa: ARG001 — the database is opened
    pact = steered()
    sheet = ActionSheet.objects.get(measure__programme__slug=pact.slug)
    ActionSheet.objects.filter(pk=sheet.pk).update(
        start_on=datetime.date(2024, 1, 1), end_on=datetime.date(2024, 6, 30), title="=Ouvrir la ludothèque"
    )
    Milestone.objects.create(sheet=sheet, title="Trouver un local", due_on=datetime.date(2024, 2, 1))
    return pact


def test_who_works_on_the_pact_sees_its_sheets_through_time_and_takes_the_table_away(place, client):
    client.login(username=LINA.email, password=LINA.password)

    page = client.get(reverse("timeline", args=[place.slug])).content.decode()

    found = re.search(r'download="[\w-]+\.csv"\s+href="data:text/csv;charset=utf-8;base64,([^"]+)"', page)
    assert found is not None
    rows = list(csv.reader(io.StringIO(base64.b64decode(found[1]).decode("utf-8-sig")), delimiter=";"))
    assert rows[0] == ["Fiche", "Jalon", "Du", "Au, ou échéance", "Fait le", "En retard"]
    assert rows[1][2:4] == ["01/01/2024", "30/06/2024"]
    assert [row[1:4] for row in rows if row[1] == "Trouver un local"] == [
        ["Trouver un local", "–", "01/02/2024"]
    ]
    assert "01/01/2024 – 30/06/2024" in html.unescape(page)


def test_a_filter_that_nothing_meets_draws_nothing(place, client):
    client.login(username=CLAIRE.email, password=CLAIRE.password)

    page = html.unescape(client.get(reverse("timeline", args=[place.slug]), {"q": "rien"}).content.decode())

    assert "Rien à tracer" in page


def test_the_timeline_is_for_those_who_work_on_the_pact(place, client):
    address = reverse("timeline", args=[place.slug])

    assert client.get(address)["Location"].startswith("/connexion/?next=")
    client.login(username=LINA.email, password=LINA.password)
    assert client.get(reverse("timeline", args=["nulle-part"])).status_code == 404
