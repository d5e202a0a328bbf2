"""Where there are many pacts, they come by pages, and one is found by its name."""

import datetime

import pytest
from django.test import Client

from declic.records.pact import reads
from declic.records.pact.writes import open_pact
from tests.records.council.invented import PILOT, keep
from tests.records.pact.invented import COVERAGE, opened_small_pact, pact_of


@pytest.mark.django_db
def test_a_pact_is_found_by_its_name_and_the_others_on_the_next_page(monkeypatch):
    monkeypatch.setattr(reads, "PACTS_A_PAGE", 1)
    paper, draft, findings = pact_of(3)
    open_pact(keep(paper), draft=draft, findings=findings, coverage=COVERAGE, by=PILOT)
    slug = opened_small_pact()
    title = reads.pact_home(slug, viewer=PILOT, today=datetime.date(2031, 5, 14)).header.title.value

    first = Client().get("/").content.decode()
    second = Client().get("/?page=2").content.decode()
    found = Client().get("/", {"mots": title}).content.decode()
    nothing = Client().get("/", {"mots": "introuvable", "page": "x"}).content.decode()

    assert 'role="search"' in first
    assert "?page=2" in first
    assert (f"/pactes/{slug}/" in first) != (f"/pactes/{slug}/" in second)
    assert f"/pactes/{slug}/" in found
    assert "0 pacte" in nothing
