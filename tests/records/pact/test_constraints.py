"""What the database refuses of a programme, whoever asks."""

from decimal import Decimal
from typing import TypeVar

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.models import Model, ProtectedError
from django.utils import timezone

from declic.records.pact.models import (
    Amount,
    Article,
    Axis,
    AxisWording,
    Body,
    ContextFigure,
    Coverage,
    DiagnosisReason,
    Event,
    Finding,
    FindingPassage,
    KeyDate,
    Measure,
    MeasureName,
    OngoingAction,
    Programme,
    ProgrammeSource,
    Representative,
    Role,
    Section,
    Signatory,
    SignatureBlock,
)
from declic.records.sources.models import Citation
from tests.records.pact.invented import opened_small_pact


pytestmark = pytest.mark.django_db

Row = TypeVar("Row", bound=Model)

CITED = [
    Amount,
    Article,
    Axis,
    Body,
    ContextFigure,
    DiagnosisReason,
    Event,
    KeyDate,
    Measure,
    MeasureName,
    OngoingAction,
    Role,
    Section,
    Signatory,
    SignatureBlock,
]


@pytest.fixture(autouse=True)
def pact() -> Programme:
    return Programme.objects.get(slug=opened_small_pact())


def refused(row: Model) -> bool:
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        return True
    return False


def change_refused(row: Model, **changes: object) -> bool:
    try:
        with transaction.atomic():
            type(row)._default_manager.filter(pk=row.pk).update(**changes)
    except IntegrityError:
        return True
    return False


def again(row: Row) -> Row:
    """The same row once more."""
    row.pk = None
    row._state.adding = True
    return row


@pytest.mark.parametrize("field", ["number", "published_number", "official_text"])
def test_the_number_and_the_words_of_a_measure_never_change(field):
    measure = Measure.objects.get(number="10")

    with pytest.raises(DatabaseError, match="never change"), transaction.atomic():
        Measure.objects.filter(pk=measure.pk).update(**{field: "autre chose"})

    measure.refresh_from_db()
    assert getattr(measure, field) != "autre chose"


def test_a_raw_statement_cannot_change_the_words_of_a_measure_either():
    with (
        pytest.raises(DatabaseError, match="never change"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE pact_measure SET official_text = 'autre chose' WHERE number = '10'")


def test_the_proof_of_a_measure_never_changes():
    other = Citation.objects.exclude(pk=Measure.objects.get(number="10").citation_id).first()

    with pytest.raises(DatabaseError, match="never change"), transaction.atomic():
        Measure.objects.filter(number="10").update(citation=other)


def test_a_measure_is_saved_again_with_the_same_words():
    measure = Measure.objects.get(number="10")
    measure.plain_title = "Une ludothèque"

    measure.save()

    assert Measure.objects.get(number="10").plain_title == "Une ludothèque"


def test_a_measure_has_its_number_alone_in_its_programme():
    measure = again(Measure.objects.get(number="10"))
    measure.position = 99

    assert refused(measure)


def test_a_measure_has_its_position_alone_in_its_programme():
    measure = again(Measure.objects.get(number="10"))
    measure.number = "99"

    assert refused(measure)


@pytest.mark.parametrize(("number", "text"), [("", "Nous ouvrirons."), ("99", "")])
def test_a_measure_says_something(number, text):
    measure = again(Measure.objects.get(number="10"))
    measure.position, measure.number, measure.official_text = 99, number, text

    assert refused(measure)


def test_the_text_s_own_number_is_kept_where_it_is_another_one_alone():
    same = again(Measure.objects.get(number="10"))
    same.number = same.published_number = "77"
    same.position = 77

    with pytest.raises(IntegrityError, match="pact_measure_number_computed"), transaction.atomic():
        same.save()


def test_a_measure_is_not_its_own_parent():
    measure = Measure.objects.get(number="10")

    assert change_refused(measure, parent=measure)


@pytest.mark.parametrize("model", CITED, ids=lambda model: model.__name__)
def test_the_same_row_is_not_kept_twice(model):
    assert refused(again(model.objects.all()[0]))


@pytest.mark.parametrize("model", CITED, ids=lambda model: model.__name__)
def test_an_origin_is_read_computed_or_proposed(model):
    assert change_refused(model.objects.all()[0], origin="guessed")


@pytest.mark.parametrize(
    "model", [one for one in CITED if one is not Measure], ids=lambda model: model.__name__
)
def test_a_value_has_its_passage(model):
    assert change_refused(model.objects.all()[0], citation=None)


@pytest.mark.parametrize("model", CITED, ids=lambda model: model.__name__)
def test_a_passage_cannot_be_deleted_under_a_value(model):
    row = model.objects.first()

    with pytest.raises(ProtectedError):
        Citation.objects.get(pk=row.citation_id).delete()


@pytest.mark.parametrize(
    ("model", "changes"),
    [
        (Programme, {"title": ""}),
        (Programme, {"slug": ""}),
        (Programme, {"kind": "rumour"}),
        (ProgrammeSource, {"field": "weather"}),
        (ProgrammeSource, {"origin": "guessed"}),
        (Axis, {"title": ""}),
        (AxisWording, {"text": ""}),
        (Signatory, {"validation": "perhaps"}),
        (Representative, {"name": ""}),
        (DiagnosisReason, {"text": ""}),
        (Body, {"name": ""}),
        (KeyDate, {"value": ""}),
        (Event, {"name": ""}),
        (MeasureName, {"name": ""}),
        (MeasureName, {"kind": "person"}),
        (Role, {"organisation": ""}),
        (Role, {"role": ""}),
        (OngoingAction, {"title": ""}),
        (Finding, {"message": ""}),
        (Finding, {"rule": ""}),
        (Finding, {"severity": "grave"}),
        (Amount, {"euros": Decimal(-1)}),
        (Coverage, {"orphans": 99}),
        (Coverage, {"digits_claimed": 99}),
    ],
)
def test_a_row_says_something_known(model, changes):
    assert change_refused(model.objects.all()[0], **changes)


@pytest.mark.parametrize(
    "model", [Programme, Coverage, AxisWording, Representative, FindingPassage, Finding, ProgrammeSource]
)
def test_a_row_without_proof_of_its_own_is_not_kept_twice(model):
    assert refused(again(model.objects.all()[0]))


def test_a_version_opens_one_programme(pact):
    twin = again(pact)
    twin.slug = "autre"

    assert refused(twin)


def test_an_axis_has_each_wording_once():
    wording = again(AxisWording.objects.all()[0])
    wording.position = 99

    assert refused(wording)


def test_an_institution_signs_once():
    signatory = again(Signatory.objects.all()[0])
    signatory.position = 99

    assert refused(signatory)


def test_a_measure_names_a_thing_once():
    name = again(MeasureName.objects.all()[0])
    name.position = 99

    assert refused(name)


def test_a_finding_holds_a_passage_once():
    passage = again(FindingPassage.objects.all()[0])
    passage.position = 99

    assert refused(passage)


@pytest.mark.parametrize(
    ("value", "low", "high"), [(None, None, None), (1, 1, None), (1, None, 2), (1, 1, 2)]
)
def test_a_figure_is_one_value_or_a_range(value, low, high):
    assert change_refused(ContextFigure.objects.all()[0], value=value, low=low, high=high)


@pytest.mark.parametrize(
    "changes",
    [
        {"validation": "validated"},
        {"validation": "awaited", "deliberation_elsewhere": "n° 12"},
    ],
)
def test_a_validated_signatory_and_no_other_names_the_act(changes):
    assert change_refused(Signatory.objects.all()[0], **changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"state": "explained"},
        {"state": "explained", "explanation": "Coquille.", "explained_by": "Claire"},
        {"state": "explained", "explanation": "Coquille.", "explained_at": timezone.now()},
        {"state": "explained", "explained_by": "Claire", "explained_at": timezone.now()},
        {"state": "open", "explanation": "Coquille."},
        {"state": "forgotten"},
    ],
)
def test_an_explained_finding_says_what_who_and_when_and_an_open_one_nothing(changes):
    assert change_refused(Finding.objects.all()[0], **changes)
