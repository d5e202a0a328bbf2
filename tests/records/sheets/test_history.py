"""The changes of a row, told again in their order, give the row as it stands."""

import datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from declic.records.accounts.viewers import OPERATOR
from declic.records.sheets.choices import (
    ChangeSource,
    Participation,
    Priority,
    SheetStatus,
    TargetGroup,
    Theme,
)
from declic.records.sheets.contents import WrongSheetError
from declic.records.sheets.history import Reason, change, changes_of, replayed, state_of
from declic.records.sheets.models import ActionSheet, FieldChange
from declic.records.sheets.writes import edit_sheet
from tests.records.sheets.invented import sheet, steered


pytestmark = pytest.mark.django_db

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=30)
DAYS = st.none() | st.dates(datetime.date(2020, 1, 1), datetime.date(2030, 1, 1))
SAYS: dict[str, st.SearchStrategy[Any]] = {
    "context": WORDS,
    "description": WORDS,
    "means": WORDS,
    "start_on": DAYS,
    "end_on": DAYS,
    "age_min": st.none() | st.integers(0, 120),
    "status": st.sampled_from(SheetStatus.values),
    "priority": st.sampled_from(["", *Priority.values]),
    "participation": st.sampled_from(["", *Participation.values]),
    "themes": st.lists(st.sampled_from(Theme.values)),
    "target_groups": st.lists(st.sampled_from(TargetGroup.values)),
    "announced_budget": st.none() | st.decimals(0, 10**6, places=2),
    "announced_funders": st.lists(st.tuples(WORDS, WORDS), max_size=3),
    "is_yearly": st.booleans(),
}
EDITS = st.lists(st.fixed_dictionaries({}, optional=SAYS), max_size=6)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=EDITS)
def test_the_history_of_a_sheet_replays_to_its_present_state(edits):
    pact = steered() if not ActionSheet.objects.exists() else None
    number = pact.sheet_id if pact else ActionSheet.objects.values_list("pk", flat=True)[0]
    for says in edits:
        try:
            edit_sheet(number, says=says, by=OPERATOR)
        except WrongSheetError:
            continue
    row = sheet(number)

    assert replayed(ActionSheet, changes_of(row)) == state_of(row)


def test_a_change_says_what_was_what_is_who_why_and_what_made_it():
    pact = steered()
    reason = Reason(why="Le local est prêt.", source=ChangeSource.DECISION, cause="decision 7")

    edit_sheet(pact.sheet_id, says={"status": "done"}, by=pact.lina, reason=reason)

    line = FieldChange.objects.get(field="status", new="done")
    assert (line.old, line.why, line.source, line.cause) == (
        "ongoing",
        "Le local est prêt.",
        "decision",
        "decision 7",
    )
    assert (line.person_id, line.institution_id) == (pact.lina.user_id, pact.workshop)
    assert line.mark == f"user {pact.lina.user_id}"
    assert line.sheet_id == pact.sheet_id
    assert line.programme.slug == pact.slug


def test_a_field_that_is_not_traced_is_not_changed():
    row = sheet(steered().sheet_id)

    with pytest.raises(ValueError, match="sequence"):
        change(row, by=OPERATOR, sequence=4)


def test_a_sheet_is_opened_with_a_line_for_each_value_that_it_has():
    row = sheet(steered().sheet_id)

    assert {line.field: (line.old, line.new) for line in changes_of(row)} == {
        "title": ("", "Ouvrir la ludothèque le samedi"),
        "status": ("to_write", "ongoing"),
    }
