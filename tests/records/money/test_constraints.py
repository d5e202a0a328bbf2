"""What the database refuses of money, whoever asks."""

import datetime
from decimal import Decimal
from typing import Any

import pytest
from django.db import models
from django.utils import timezone

from declic.records.money.models import (
    FundedPostRow,
    FundingLine,
    MediatorPost,
    PlannedCost,
    PostImport,
    PromiseReading,
)
from tests.records.refusals import is_refused
from tests.records.sheets.invented import Steered, measure, steered


pytestmark = pytest.mark.django_db
DAY = datetime.date(2024, 3, 1)
BEFORE = datetime.date(2024, 2, 1)


@pytest.fixture
def pact() -> Steered:
    return steered()


def a_good(pact: Steered, model: type[models.Model], **more: Any) -> models.Model:
    """A row of each kind that the database accepts, for its constraints to be tried on."""
    programme = measure().programme
    good: dict[type[models.Model], dict[str, Any]] = {
        FundingLine: {
            "programme": programme,
            "key": "k1",
            "funder_id": pact.workshop,
            "purpose": "Animer",
            "fiscal_year": 2024,
            "euros": Decimal(10),
            "considered_on": DAY,
        },
        PlannedCost: {"sheet_id": pact.sheet_id, "fiscal_year": 2024, "euros": Decimal(10)},
        MediatorPost: {"measure": measure(), "key": "p1", "employer_id": pact.workshop},
        PromiseReading: {"measure": measure(), "post_count": 2, "why": "Le texte le dit."},
        PostImport: {
            "programme": programme,
            "sha256": "0" * 64,
            "file_name": "postes.csv",
            "imported_at": timezone.now(),
            **dict.fromkeys(("added", "changed", "known", "elsewhere"), 0),
        },
        FundedPostRow: {
            "programme": programme,
            "post_id": "P1",
            "employer": "Atelier",
            "year": 2024,
            "euros": Decimal(10),
        },
    }
    return model(**{**good[model], **more})


WRONG: list[tuple[type[models.Model], dict[str, Any]]] = [
    (FundingLine, {"key": ""}),
    (FundingLine, {"purpose": ""}),
    (FundingLine, {"euros": 0}),
    (FundingLine, {"granted_euros": -1}),
    (FundingLine, {"fiscal_year": 1999}),
    (FundingLine, {"fiscal_year": 2101}),
    (FundingLine, {"instrument": "gift"}),
    (FundingLine, {"credit": "gift"}),
    (FundingLine, {"nature": "gift"}),
    (FundingLine, {"tax": ""}),
    (FundingLine, {"stage": "promised"}),
    (FundingLine, {"considered_on": None}),
    (FundingLine, {"stage": "requested"}),
    (FundingLine, {"stage": "granted"}),
    (FundingLine, {"stage": "refused"}),
    (FundingLine, {"stage": "signed", "agreement_reference": "n° 1"}),
    (FundingLine, {"stage": "paid", "agreement_reference": "n° 1"}),
    (FundingLine, {"stage": "settled", "agreement_reference": "n° 1"}),
    (FundingLine, {"stage": "signed", "signed_on": DAY}),
    (FundingLine, {"stage": "paid", "paid_on": DAY}),
    (PlannedCost, {"euros": -1}),
    (PlannedCost, {"fiscal_year": 1999}),
    (PlannedCost, {"nature": "gift"}),
    (PlannedCost, {"tax": ""}),
    (MediatorPost, {"key": ""}),
    (MediatorPost, {"state": "busy"}),
    (MediatorPost, {"state": "filled"}),
    (MediatorPost, {"state": "vacant"}),
    (MediatorPost, {"starts_on": DAY, "ends_on": BEFORE}),
    (PromiseReading, {"why": ""}),
    (FundedPostRow, {"euros": 0}),
    (FundedPostRow, {"post_id": ""}),
    (FundedPostRow, {"employer": ""}),
]


@pytest.mark.parametrize(("model", "wrong"), WRONG, ids=lambda value: getattr(value, "__name__", str(value)))
def test_a_row_that_cannot_be_is_refused(pact, model, wrong):
    assert is_refused(a_good(pact, model, **wrong))


def test_a_line_on_a_sheet_says_its_measure(pact):
    assert is_refused(a_good(pact, FundingLine, sheet_id=pact.sheet_id))
    assert not is_refused(a_good(pact, FundingLine, sheet_id=pact.sheet_id, measure=measure()))


@pytest.mark.parametrize(
    "model", [FundingLine, PlannedCost, MediatorPost, PromiseReading, PostImport, FundedPostRow]
)
def test_a_row_is_kept_once(pact, model):
    assert not is_refused(a_good(pact, model))
    assert is_refused(a_good(pact, model))


def test_two_posts_do_not_bear_one_number_of_the_open_data(pact):
    assert not is_refused(a_good(pact, MediatorPost, open_data_id="P1"))
    assert is_refused(a_good(pact, MediatorPost, key="p2", open_data_id="P1"))
    assert not is_refused(a_good(pact, MediatorPost, key="p3"))
