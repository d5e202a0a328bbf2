"""The history of a sheet, in words: every field of every table that hangs on one."""

import re
from decimal import Decimal

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from declic.engines.funding.stages import Stage
from declic.records.money.moving import Move
from declic.records.money.writes import add_post, move_line
from declic.records.sheets.traced import TracedRow
from declic.records.steering.choices import ItemKind
from declic.records.steering.given import GivenItem, GivenMeeting
from declic.records.steering.writes import open_committee, plan_meeting, put_on_agenda
from declic.web.pilots.sheets.changed import CHOICES, KINDS, changed_field, changed_value
from declic.web.pilots.sheets.wording import CHOICES as OF_A_SHEET
from tests.people import CLAIRE
from tests.records.money.invented import a_line, funded
from tests.records.steering.invented import FIRST, MONTHLY_GROUP


OF_THE_PROGRAMME = {"evaluation.indicatorrule"}
"""What names a sheet and is told under its programme: it leaves no line on the sheet."""

ON_A_SHEET = [
    row
    for row in apps.get_models()
    if issubclass(row, TracedRow)
    and (row.table() in KINDS or any(one.name == "sheet" for one in row._meta.fields))
    and row.table() not in OF_THE_PROGRAMME
]


def written(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace("\u00a0", " ").replace("\u202f", " ").split())


@pytest.mark.parametrize("row", ON_A_SHEET, ids=lambda row: row.table())
def test_every_field_that_leaves_a_line_on_a_sheet_has_its_words(row):
    assert row.table() in KINDS
    for name in row.traced:
        assert changed_field(row.table(), field=name) != name
        field = next(one for one in row._meta.fields if name in (one.name, one.attname))
        if field.choices:
            told = CHOICES.get(row.table(), {}).get(name)
            known = {value for value, _label in told.choices} if told else set(OF_A_SHEET[name])
            assert {value for value, _label in field.choices} <= known, name


@pytest.mark.django_db
def test_the_history_of_a_sheet_tells_money_posts_and_points_by_their_names_and_never_by_the_code():
    pact = funded()
    line = a_line(pact, key="k1")
    today = timezone.localdate()
    move_line(line.pk, move=Move(Stage.REQUESTED, today), by=pact.odile)
    move_line(line.pk, move=Move(Stage.GRANTED, today, {"granted_euros": Decimal(900)}), by=pact.odile)
    post = {"employer_id": pact.workshop, "mission": "Médiation"}
    add_post(pact.slug, key="p1", measure="10", says=post, sheet_id=pact.sheet_id, by=pact.odile)
    committee = open_committee(pact.slug, says=MONTHLY_GROUP, by=pact.odile)
    meeting = plan_meeting(committee, says=GivenMeeting(FIRST), by=pact.odile)
    point = GivenItem("Ouvrir plus tôt", kind=ItemKind.DECISION, sheet_id=pact.sheet_id)
    put_on_agenda(committee, says=point, meeting_id=meeting, by=pact.odile)
    client = Client()
    assert client.login(username=CLAIRE.email, password=CLAIRE.password)

    html = client.get(reverse("sheet_history", args=[pact.slug, "10-1"])).content.decode()
    told = written(html)

    assert "Ligne de financement « Animer la ludothèque » · Financeur" in told
    assert "Ligne de financement « Animer la ludothèque » · Montant accordé, en euros – 900 €" in told
    assert "Où elle en est Demandé Accordé" in told
    assert "Poste adulte-relais « Médiation » · Employeur" in told
    assert "Point à l’ordre du jour « Ouvrir plus tôt »" in told
    assert "Point d’avancement À décider" in told
    assert not re.search(r"steering\.|money\.|sheets\.|_id\b|_on\b", told)


def test_a_day_or_an_amount_that_history_kept_badly_is_shown_as_nothing_or_as_it_is():
    assert changed_value("soon", kind="money.mediatorpost", field="starts_on") == ""
    assert changed_value("many", kind="money.plannedcost", field="euros") == "many"
    assert changed_value("", kind="money.plannedcost", field="euros") == ""
