"""The signed grants as a file that a validator takes."""

import csv
import datetime
import io
from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings, strategies as st

from declic.engines.funding.lines import Tax
from declic.engines.funding.stages import Stage
from declic.open_data.cells import harmless
from declic.open_data.subsidies import COLUMNS, subsidies_csv, unsaid_count
from declic.records.money.choices import CreditType, Instrument
from declic.records.money.values import LineRow
from tests.open_data.scdl import SUBSIDIES, faults


DAY = datetime.date(2024, 3, 1)
SIGNED = LineRow(
    line_id=1,
    edition=1,
    purpose="Animer la ludothèque",
    funder_id=1,
    funder="Ville de Valmont",
    funder_siret="12345678200010",
    beneficiary_id=2,
    beneficiary="Atelier des Tilleuls",
    beneficiary_siret="12345678200028",
    beneficiary_rna="W123456789",
    instrument="p147",
    credit="specific",
    nature="operating",
    fiscal_year=2024,
    euros=Decimal(1000),
    granted_euros=Decimal("800.50"),
    tax=Tax.INCLUDED,
    stage=Stage.SIGNED,
    days=((Stage.SIGNED, DAY),),
    agreement_reference="2024-014",
    report_due_on=None,
    axis_number=1,
    measure_number="10",
    sheet_id=None,
    sheet_code=None,
)


def lines(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_the_columns_are_those_of_the_schema_in_its_order():
    assert [field["name"] for field in SUBSIDIES["fields"]] == list(COLUMNS)


def test_a_validator_takes_the_file_and_an_awaited_payment_is_a_period():
    paid = replace(SIGNED, stage=Stage.PAID, days=((Stage.SIGNED, DAY), (Stage.PAID, DAY)), credit="valued")
    text = subsidies_csv([SIGNED, paid])

    assert faults(text, schema=SUBSIDIES) == []
    first, second = lines(text)
    assert (first["montant"], first["nature"], first["datesPeriodeVersement"]) == (
        "800.50",
        "aide en numéraire",
        "2024-03-01/2024-12-31",
    )
    assert {one["notificationUE"] for one in (first, second)} == {"non"}
    assert (second["nature"], second["datesPeriodeVersement"]) == ("aide en nature", "2024-03-01")


def test_an_association_that_has_no_siret_is_said_by_its_name():
    text = subsidies_csv([replace(SIGNED, beneficiary_siret="", purpose="p" * 300)])

    assert faults(text, schema=SUBSIDIES) == []
    (line,) = lines(text)
    assert (line["nomBeneficiaire"], line["idBeneficiaire"]) == ("Atelier des Tilleuls", "")


def test_a_wrong_file_would_be_told():
    text = subsidies_csv([SIGNED]).replace("12345678200010", "1234")

    assert [(row, name) for row, name, _note in faults(text, schema=SUBSIDIES)] == [(2, "idAttribuant")]


def test_what_is_not_signed_or_lacks_a_number_stays_out_and_is_counted():
    held = [
        replace(SIGNED, stage=Stage.GRANTED),
        replace(SIGNED, stage=Stage.REFUSED),
        replace(SIGNED, funder_siret=""),
        replace(SIGNED, beneficiary="", beneficiary_siret="", beneficiary_id=None),
    ]

    assert lines(subsidies_csv(held)) == []
    assert unsaid_count(held) == 2


words = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=40
)
grants = st.builds(
    lambda said, euros, stage, credit, instrument: replace(
        SIGNED,
        purpose=f"Pour {said}",
        euros=euros,
        granted_euros=None,
        stage=stage,
        credit=credit,
        instrument=instrument,
    ),
    said=words,
    euros=st.decimals(1, 10**9, places=2),
    stage=st.sampled_from([Stage.SIGNED, Stage.PAID, Stage.SETTLED]),
    credit=st.sampled_from(CreditType.values),
    instrument=st.sampled_from(Instrument.values),
)


@settings(max_examples=25)
@given(st.lists(grants, min_size=1, max_size=4))
def test_whatever_is_signed_leaves_as_a_file_that_is_read_back(held):
    text = subsidies_csv(held)

    assert faults(text, schema=SUBSIDIES) == []
    assert [(row["objet"], Decimal(row["montant"])) for row in lines(text)] == [
        (harmless(one.purpose), one.euros) for one in held
    ]
