"""The money and the indicators of a sheet are among its tabs, and leave as spreadsheets that run nothing."""

import datetime
import io
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from hypothesis import given, settings, strategies as st
from openpyxl import load_workbook

from declic.open_data.workbooks import TableFile, workbook_of
from declic.records.sheets.writes import edit_sheet
from tests.people import HUGO, LINA, Person
from tests.records.evaluation.invented import done, observed
from tests.records.money.invented import a_line, a_post, funded


DAY = datetime.date(2024, 3, 5)


@pytest.fixture
def pact():
    with time_machine.travel(datetime.datetime(2024, 7, 10, 10, tzinfo=datetime.UTC), tick=True):
        yield funded()


def browser(person: Person) -> Client:
    client = Client()
    assert client.login(username=person.email, password=person.password)
    return client


def rows(data: bytes, *, sheet: int = 0) -> list[tuple[Any, ...]]:
    book = load_workbook(io.BytesIO(data))
    return [tuple(cell.value for cell in row) for row in book.worksheets[sheet].iter_rows()]


@pytest.mark.django_db
def test_the_tabs_of_a_sheet_lead_to_its_money_and_its_indicators(pact):
    client, where = browser(LINA), {"slug": pact.slug, "code": "10-1"}
    tabs = client.get(reverse("sheet", kwargs=where)).content.decode()
    money = reverse("sheet_money", kwargs={"slug": pact.slug, "sheet_id": pact.sheet_id})
    indicators = reverse("sheet_indicators", kwargs=where)

    for address in (money, indicators):
        assert f'href="{address}"' in tabs
        page = client.get(address).content.decode()
        assert page.count('aria-current="page"') >= 1
        assert reverse("sheet_history", kwargs=where) in page


@pytest.mark.django_db
def test_the_tab_of_indicators_says_what_is_observed_and_what_was_done(pact):
    edit_sheet(pact.sheet_id, says={"indicators_note": "Compter les séances."}, by=pact.lina)
    where = reverse("sheet_indicators", kwargs={"slug": pact.slug, "code": "10-1"})
    before = browser(LINA).get(where).content.decode()
    assert "Aucun indicateur pour le moment" in before
    observed(pact)
    done(pact, on=DAY)

    page = browser(LINA).get(where).content.decode()

    assert "Compter les séances." in page
    assert "Séance tenue" in page
    assert reverse("record_delivery", args=[pact.slug]) in page
    assert reverse("record_delivery", args=[pact.slug]) not in browser(HUGO).get(where).content.decode()


@pytest.mark.django_db
def test_the_funding_lines_leave_as_a_spreadsheet(pact):
    a_line(pact)

    answer = browser(LINA).get(reverse("money_xlsx", args=[pact.slug]))

    head, line = rows(answer.content)
    assert answer["Content-Disposition"] == f'attachment; filename="financements-{pact.slug}.xlsx"'
    assert dict(zip(head, line, strict=True))["Fiche"] == "10-1"
    assert isinstance(dict(zip(head, line, strict=True))["Montant demandé"], int | float)


@pytest.mark.django_db
def test_the_posts_leave_as_a_spreadsheet_that_names_nobody(pact):
    a_post(pact)

    answer = browser(LINA).get(reverse("posts_xlsx", args=[pact.slug]))

    head, post = rows(answer.content)
    assert dict(zip(head, post, strict=True))["Employeur"] == "Atelier des Tilleuls"
    assert "Lina" not in str(post)


@pytest.mark.django_db
def test_the_indicators_leave_with_the_values_of_their_periods(pact):
    observed(pact)
    done(pact, on=DAY)

    answer = browser(LINA).get(reverse("indicators_xlsx", args=[pact.slug]))

    assert len(rows(answer.content)) == 2
    values = rows(answer.content, sheet=1)
    assert values[0][:3] == ("Code", "Indicateur", "Du")
    assert any(isinstance(row[4], int | float) for row in values[1:])


@settings(max_examples=40, deadline=None)
@given(
    words=st.one_of(
        st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=30),
        st.sampled_from(["=1+1", "+33", "-2", "@SUM(A1)", '=HYPERLINK("x")', "\x01=2"]),
    ),
    euros=st.decimals(0, 10**9, places=2),
)
def test_no_word_of_a_workbook_runs_and_numbers_stay_numbers(words, euros):
    data = workbook_of([TableFile("Essai", ("Mot", "Euros", "Jour"), ((words, euros, DAY),))])

    book: Any = load_workbook(io.BytesIO(data))
    _head, (word, amount, day) = book.active.iter_rows()
    assert word.data_type in ("s", "n")
    assert word.data_type == "s" or word.value is None
    assert Decimal(str(amount.value)) == euros
    assert day.value.date() == DAY
