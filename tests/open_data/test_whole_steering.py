"""The steering of a pact travels with it: every row, each once, and to visitors what is published alone."""

import json
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import IntegrityError
from django.utils import timezone
from hypothesis import given, settings, strategies as st
from hypothesis.extra.django import TestCase
from jsonschema import Draft202012Validator

from declic.jobs.demonstrated_steering import steer
from declic.open_data.whole_pact import pact_of_json, pact_schema
from declic.records.accounts.viewers import VISITOR, Viewer
from declic.records.pact import reads
from declic.records.pact.bringing import WrongPactError
from declic.records.pact.values.whole import WholePact
from declic.records.sheets.history import replayed, state_of
from declic.records.sheets.models import ActionSheet, FieldChange
from declic.records.steering.whole.tables import CARRIED
from declic.records.steering.whole.values import WholeSteering
from declic.records.steering.writes import bring_steered_pact
from tests.open_data.test_whole_pact import another_site, brought, written
from tests.people import OPERATOR
from tests.records.pact.invented import opened_small_pact
from tests.records.steering.invented_whole import SAID, Row, invented_steering
from tests.safety.tables import told
from tests.stories.restated import restated_pact


NOT_PUBLIC = (
    "Rien n'est acheté.",
    "service de la jeunesse",
    "Pas de lieu",
    "Le bail est signé.",
    "Le bail finit en mai.",
    "Le lieu aura ouvert.",
    "jeux et mobilier",
    "Le comité a tout examiné.",
    "L'ouverture attendra septembre.",
    "Comptez encore.",
    "feuilles de présence",
    "Confiance",
    "post-1",
)
"""Words of the invented steering that only who works on the pact reads."""

ROOMS = ("sheets", "money", "deliveries", "evaluation", "steering")
STAY = {
    "sheets.Comment": "colleagues said it to each other",
    "sheets.Mention": "colleagues said it to each other",
    "sheets.FieldChange": "it proves what was known in its site",
    "sheets.SheetTemplate": "it is of a site, not of a pact",
    "money.PostImport": "the journal of an import: its posts travel",
    "evaluation.PeriodLock": "a sealed dossier locks it",
    "steering.MutedAlert": "it names rows by their numbers",
    "steering.Dossier": "it proves what was known in its site",
    "steering.StatusRequest": "it is asked of a person",
    "steering.Letter": "it was sent to a person",
    "agenda_items.proposed_by": "it names rows by their numbers",
    "decisions.form_key": "it names a form of one site",
}
"""The tables and the columns of a pact that do not travel, and why."""


def small_whole() -> WholePact:
    """The small pact as a file, read in a site that is taken back."""
    with another_site():
        return reads.whole_pact(opened_small_pact(), viewer=OPERATOR)


def put(steering: WholeSteering) -> str:
    return bring_steered_pact(small_whole(), steering=steering, by=OPERATOR)[0]


def rows_of(slug: str, viewer: Viewer) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = json.loads(written(slug, viewer=viewer))["steering"]
    return found


@pytest.mark.django_db
def test_every_row_that_comes_leaves_again():
    given_rows = {one.table: [dict(row) for row in one.rows] for one in invented_steering().tables}

    slug = put(invented_steering())

    assert rows_of(slug, OPERATOR) == given_rows
    assert all(given_rows.values())


@pytest.mark.django_db
def test_what_left_comes_back_the_same_and_a_second_time_changes_nothing():
    with another_site():
        left = written(put(invented_steering()))

    slug, is_new = brought(left.encode())

    assert (is_new, written(slug)) == (True, left)
    before = told()
    assert brought(left.encode()) == (slug, False)
    assert told() == before


@pytest.mark.django_db
def test_the_demonstration_leaves_and_comes_back_the_same():
    with another_site():
        slug = restated_pact()
        steer(slug, today=timezone.localdate())
        left = written(slug)

    back, is_new = brought(left.encode())

    assert (back, is_new, written(back)) == (slug, True, left)
    found = json.loads(left)["steering"]
    assert min(len(found[name]) for name in ("sheets", "milestones", "funding_lines", "posts")) >= 1


@pytest.mark.django_db
def test_a_visitor_reads_what_is_published_and_nothing_else():
    slug = put(invented_steering())

    public = written(slug, viewer=VISITOR)

    found = {name: len(rows) for name, rows in json.loads(public)["steering"].items() if rows}
    values = dict.fromkeys(("indicators", "targets", "rules", "observations"), 1)
    assert found == {"sheets": 1, "sheet_institutions": 1, **values}
    assert [words for words in NOT_PUBLIC if words in public] == []
    assert [words for words in NOT_PUBLIC if words not in written(slug)] == []
    (sheet,) = json.loads(public)["steering"]["sheets"]
    assert (sheet["title"], sheet["public_summary"]) == ("Ouvrir la ludothèque", "Des jeux pour tous.")
    assert (sheet["themes"], sheet["expected_reach"], sheet["announced_funders"]) == (None, None, None)


@pytest.mark.django_db
def test_a_visitor_reads_the_last_approved_value_where_it_counts_no_few_people():
    times = changed("observations", 0, value="2.00")
    rule = changed("rules", 0, sheet=None)
    slug = put(invented_steering({**SAID, **times, **rule, "observations": times["observations"][:1]}))

    assert [one["value"] for one in rows_of(slug, VISITOR)["observations"]] == ["2.00"]
    assert [one["on"] for one in rows_of(slug, VISITOR)["targets"]] == ["2024-12-31"]


@pytest.mark.django_db
@pytest.mark.parametrize(("value", "shown"), [("4.00", []), ("5.00", ["5.00"])])
def test_a_value_that_counts_fewer_than_five_people_stays_inside(value, shown):
    said = {**SAID, "rules": (), **changed("observations", 0, value=value)}
    slug = put(invented_steering({**said, "observations": said["observations"][:1]}))

    assert [one["value"] for one in rows_of(slug, VISITOR)["observations"]] == shown


@pytest.mark.django_db
def test_what_a_visitor_took_away_is_the_same_for_visitors_elsewhere():
    said = {**SAID, "observations": SAID["observations"][:1]}
    with another_site():
        left = written(put(invented_steering(said)), viewer=VISITOR)

    slug, _is_new = brought(left.encode())

    assert written(slug, viewer=VISITOR) == left


@pytest.mark.django_db
def test_who_works_for_an_institution_reads_all_of_it(lina):
    slug = put(invented_steering())

    assert rows_of(slug, lina) == rows_of(slug, OPERATOR)


@pytest.mark.django_db
def test_what_comes_has_a_history_that_says_so():
    put(invented_steering())

    sheet = ActionSheet.objects.get(sequence=1)
    changes = FieldChange.objects.filter(kind=ActionSheet.table(), number=sheet.pk).order_by("id")
    assert replayed(ActionSheet, changes) == state_of(sheet)
    assert {(one.source, one.cause) for one in changes} == {("import", "pact file")}


def test_the_file_of_everything_keeps_to_the_schema():
    schema = pact_schema()["properties"]["steering"]
    tables = {one.table: [dict(row) for row in one.rows] for one in invented_steering().tables}

    Draft202012Validator.check_schema(schema)
    assert list(Draft202012Validator(schema).iter_errors(tables)) == []


def test_every_table_and_column_of_a_pact_travels_or_says_why_not():
    carried = {table.model: table for table in CARRIED}
    models = [model for room in ROOMS for model in apps.get_app_config(room).get_models()]
    staying = {model._meta.label for model in models if model not in carried}

    for table in CARRIED:
        kept = {*table.columns, table.key, table.under, "id", "edition", "edited_at"}
        columns = [one for one in table.model._meta.concrete_fields if one.name not in kept]
        staying |= {f"{table.name}.{one.name}" for one in columns if not says_who_or_when(one)}

    assert staying == set(STAY)


def says_who_or_when(column: Any) -> bool:
    """Whether a column is an account, or the hour at which this site kept the row."""
    return column.related_model is get_user_model() or getattr(column, "auto_now_add", False)


def changed(table: str, place: int, **values: Any) -> dict[str, tuple[Row, ...]]:
    rows = list(SAID[table])
    rows[place] = {**rows[place], **values}
    return {table: tuple(rows)}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "wrong",
    [
        changed("sheets", 0, measure="99"),
        changed("sheets", 0, start_on="2024-13-01"),
        changed("sheets", 1, parent="20-1"),
        changed("sheets", 1, sequence=1),
        changed("milestones", 0, sheet="10-9"),
        changed("milestones", 1, id=1),
        changed("funding_lines", 0, measure="11"),
        changed("funding_lines", 0, funder="…"),
        changed("deliveries", 0, person_key="post-2"),
        changed("committees", 0, body=9),
        changed("decision_effects", 0, value="demain"),
        changed("decision_effects", 1, value="demain"),
        changed("decision_effects", 3, value="demain"),
        changed("decision_effects", 3, line=None),
        changed("decision_effects", 4, value="NaN"),
        changed("decision_effects", 4, value="1E2"),
        changed("decision_effects", 4, target=3),
        changed("carry_overs", 1, why=None),
        changed("agenda_items", 1, postponed=2),
    ],
)
def test_a_steering_that_contradicts_itself_is_refused_and_keeps_nothing(wrong):
    whole, before = small_whole(), told()

    with another_site(), pytest.raises((WrongPactError, IntegrityError)):
        bring_steered_pact(whole, steering=invented_steering({**SAID, **wrong}), by=OPERATOR)

    assert told() == before


WORDS = st.text(min_size=1, max_size=40).filter(lambda words: "\0" not in words)


class WholeSteeringLaw(TestCase):
    """However much of a steering there is, and whatever its words, it leaves and comes back the same."""

    @settings(max_examples=15, deadline=None)
    @given(
        kept=st.fixed_dictionaries({name: st.integers(0, len(rows)) for name, rows in SAID.items()}),
        words=WORDS,
        euros=st.decimals("0.01", "999999999999.99", places=2),
    )
    def test_what_left_comes_back_the_same(self, kept: dict[str, int], words: str, euros: Any) -> None:
        said = {name: SAID[name][:count] for name, count in kept.items()}
        said["notes"] = tuple({**one, "text": words} for one in said["notes"])
        said["funding_lines"] = tuple({**one, "euros": f"{euros:.2f}"} for one in said["funding_lines"])
        steering = invented_steering(agreeing(said))
        with another_site():
            left = written(put(steering))

        back, _is_new = brought(left.encode())

        assert written(back) == left
        assert json.loads(left)["steering"] == {
            one.table: [dict(row) for row in one.rows] for one in steering.tables
        }
        assert pact_of_json(left.encode()).steering == steering


NAMES = {
    "sheet": "sheets",
    "parent": "sheets",
    "milestone": "milestones",
    "line": "funding_lines",
    "target": "targets",
    "indicator": "indicators",
    "committee": "committees",
    "meeting": "meetings",
    "item": "agenda_items",
    "postponed": "agenda_items",
    "decision": "decisions",
}
"""The table in which the row is that a column names."""


def agreeing(said: dict[str, tuple[Row, ...]]) -> dict[str, tuple[Row, ...]]:
    """Leave out, table after table, the rows that name one that is not there."""
    found: dict[str, tuple[Row, ...]] = {}
    for table in SAID:
        rows: list[Row] = []
        for row in said[table]:
            known = {**found, table: tuple(rows)}
            if all(
                _is_there(known, column, row[column]) for column in NAMES.keys() & row.keys()
            ) and _counts_a_post(known, row):
                rows.append(row)
        found[table] = tuple(rows)
    return found


def _is_there(known: dict[str, tuple[Row, ...]], column: str, name: object) -> bool:
    table = NAMES[column]
    if table == "sheets":
        return name in {f"{one['measure']}-{one['sequence']}" for one in known[table]}
    return name in {one.get("id", one.get("code")) for one in known[table]}


def _counts_a_post(known: dict[str, tuple[Row, ...]], row: Row) -> bool:
    return row.get("person_key") != "post-1" or bool(known["posts"])
