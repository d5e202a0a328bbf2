"""What the database refuses of a sheet, whoever asks."""

import datetime
from typing import Any

import pytest
from django.db import models
from django.utils import timezone

from declic.records.partners.models import Institution
from declic.records.sheets.models import (
    ActionSheet,
    AxisPilot,
    Blocker,
    Comment,
    FieldChange,
    MeasureLead,
    Mention,
    Milestone,
    Note,
    SheetInstitution,
    SheetPerson,
    SheetTemplate,
)
from tests.records.refusals import is_refused
from tests.records.sheets.invented import Steered, axis, measure, steered


pytestmark = pytest.mark.django_db
DAY = datetime.date(2024, 3, 1)
BEFORE = datetime.date(2024, 2, 1)


@pytest.fixture
def pact() -> Steered:
    return steered()


def on_sheet(pact: Steered, model: type[models.Model]) -> models.Model:
    """A row of each kind that the database accepts, for its constraints to be tried on."""
    sheet = {"sheet_id": pact.sheet_id}
    good: dict[type[models.Model], dict[str, Any]] = {
        ActionSheet: {"measure": measure("20"), "sequence": 1, "title": "Fiche"},
        SheetInstitution: {**sheet, "institution_id": pact.hugo.institution_id, "role": "funder"},
        SheetPerson: {**sheet, "role": "pilot", "words": "Directrice"},
        Milestone: {**sheet, "title": "Ouvrir", "due_on": DAY},
        Blocker: {**sheet, "cause": "Pas de local", "lifting_condition": "Un local", "since_on": DAY},
        Note: {**sheet, "kind": "progress", "text": "Tout va bien.", "on": DAY},
        Comment: {**sheet, "text": "Merci.", "written_at": timezone.now()},
        SheetTemplate: {"name": "Forum"},
        FieldChange: {
            "programme": measure().programme,
            "kind": "k",
            "number": 1,
            "field": "f",
            "at": timezone.now(),
            "mark": "user 1",
            "source": "user",
        },
    }
    return model(**good[model])


WRONG = [
    (ActionSheet, {"title": ""}),
    (ActionSheet, {"sequence": 0}),
    (ActionSheet, {"status": "late"}),
    (ActionSheet, {"priority": "top"}),
    (ActionSheet, {"maturity": "ripe"}),
    (ActionSheet, {"participation": "some"}),
    (ActionSheet, {"publication": "leaked"}),
    (ActionSheet, {"publication": "published"}),
    (ActionSheet, {"start_on": DAY, "end_on": BEFORE}),
    (ActionSheet, {"age_min": 121}),
    (ActionSheet, {"age_max": 121}),
    (ActionSheet, {"age_min": 30, "age_max": 20}),
    (ActionSheet, {"announced_budget": -1}),
    (SheetInstitution, {"role": "guest"}),
    (SheetPerson, {"role": "guest"}),
    (SheetPerson, {"words": ""}),
    (Milestone, {"title": ""}),
    (Milestone, {"weight": 0}),
    (Milestone, {"weight": 101}),
    (Milestone, {"is_cancelled": True, "done_on": DAY}),
    (Blocker, {"cause": ""}),
    (Blocker, {"lifting_condition": ""}),
    (Blocker, {"lifted_on": BEFORE}),
    (Note, {"text": ""}),
    (Note, {"kind": "rumour"}),
    (Comment, {"text": ""}),
    (SheetTemplate, {"name": ""}),
    (FieldChange, {"source": "magic"}),
    (FieldChange, {"kind": ""}),
    (FieldChange, {"field": ""}),
    (FieldChange, {"mark": ""}),
]


@pytest.mark.parametrize(("model", "changes"), WRONG)
def test_the_database_refuses_what_no_sheet_can_say(pact, model, changes):
    row = on_sheet(pact, model)
    for name, value in changes.items():
        setattr(row, name, value)

    assert is_refused(row)


@pytest.mark.parametrize("model", list(dict.fromkeys(model for model, _changes in WRONG)))
def test_what_those_rows_were_before_is_accepted(pact, model):
    assert not is_refused(on_sheet(pact, model))


@pytest.mark.parametrize(
    ("model", "changes"),
    [
        (ActionSheet, {"title": "Autre"}),
        (ActionSheet, {"sequence": 2, "title": "FICHE"}),
        (SheetInstitution, {}),
        (SheetPerson, {}),
        (Milestone, {"title": "OUVRIR"}),
        (SheetTemplate, {"name": "forum"}),
    ],
)
def test_the_database_keeps_once_what_is_once(pact, model, changes):
    on_sheet(pact, model).save()
    twin = on_sheet(pact, model)
    for name, value in changes.items():
        setattr(twin, name, value)

    assert is_refused(twin)


def test_a_sheet_is_led_by_one_institution(pact):
    second = SheetInstitution(sheet_id=pact.sheet_id, institution_id=pact.hugo.institution_id, role="lead")

    assert is_refused(second)


def test_a_sheet_is_not_under_itself_and_titles_are_told_apart_under_one_parent(pact):
    row = ActionSheet.objects.get(pk=pact.sheet_id)
    row.parent = row
    assert is_refused(row)

    child = {"measure": measure(), "parent_id": pact.sheet_id, "title": "Étape"}
    ActionSheet.objects.create(sequence=8, **child)
    assert is_refused(ActionSheet(sequence=9, **child))


def test_an_institution_answers_once_for_an_axis_or_a_measure_and_a_person_is_mentioned_once(pact):
    place = Institution.objects.get(pk=pact.workshop)
    comment = Comment.objects.create(sheet_id=pact.sheet_id, text="Vu.", written_at=timezone.now())
    twins: list[tuple[models.Model, models.Model]] = [
        (AxisPilot(axis=axis(2), institution=place), AxisPilot(axis=axis(2), institution=place)),
        (
            MeasureLead(measure=measure(), institution=place),
            MeasureLead(measure=measure(), institution=place),
        ),
        (
            Mention(comment=comment, person_id=pact.lina.user_id),
            Mention(comment=comment, person_id=pact.lina.user_id),
        ),
    ]
    for first, second in twins:
        first.save()
        assert is_refused(second)
