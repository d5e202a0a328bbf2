"""Money of a text: the value exact, the payer and the use only where the words say them."""

import pytest
from hypothesis import given, strategies as st

from declic.engines.reading.amounts import read_amounts
from declic.engines.reading.drafts import AmountDraft
from declic.engines.reading.text import Layout


def amounts_of(text: str) -> tuple[AmountDraft, ...]:
    return read_amounts(Layout(text), axes=())


def only(text: str) -> AmountDraft:
    (amount,) = amounts_of(text)
    return amount


@pytest.mark.parametrize(
    ("words", "passage", "value"),
    [
        ("un fonds de 12 millions d'euros", "12 millions d'euros", 12_000_000),
        ("un fonds de 1,25 M€ sur trois ans", "1,25 M€", 1_250_000),
        ("une aide de 450 k€", "450 k€", 450_000),
        ("une aide de 3 200€ versée", "3 200€", 3200),
        ("une aide de 3\u202f200 euros", "3\u202f200 euros", 3200),
        ("une aide de 130.700,50 €", "130.700,50 €", 130_700.5),
        ("deux mille euros par classe", "deux mille euros", 2000),
        ("une centaine d'euros", "une centaine d'euros", 100),
        ("6,40 € le repas", "6,40 €", 6.4),
    ],
)
def test_an_amount_is_read_however_it_is_written(words, passage, value):
    amount = only(words)

    assert amount.value_eur == value
    assert amount.spans[0].of(words) == passage


@given(st.integers(min_value=1, max_value=10**9), st.sampled_from(["€", " €", " euros", "\u00a0€"]))
def test_any_whole_amount_reads_back(value, currency):
    written = f"{value:,}".replace(",", " ") + currency

    assert only(f"La commune prévoit {written} cette année.").value_eur == value


def test_both_ends_of_a_range_are_given():
    low, high = amounts_of("Le coût est compris entre 10 000 et 15 000 € par site.")

    assert (low.value_eur, low.qualifier) == (10_000, "au moins")
    assert (high.value_eur, high.qualifier) == (15_000, "au plus")


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        ("près de 40 000 € sont prévus", "près de"),
        ("plus d'un million d'euros", "plus de"),
        ("environ 900 euros", "environ"),
        ("jusqu'à 500 € d'aide", "jusqu'à"),
        ("une centaine d'euros", "environ"),
        ("900 euros", None),
    ],
)
def test_what_shades_an_amount_is_kept(words, qualifier):
    assert only(words).qualifier == qualifier


@pytest.mark.parametrize(
    ("words", "funder"),
    [
        ("L'action reçoit 4 000 € par an par la Caf.", "Caf"),
        ("L'action reçoit 4 000 € (financement MSA).", "MSA"),
        (
            "L'atelier est financé à hauteur de 4 000 € sur les crédits Jeunesse et 1 000 € CCAS.",
            "crédits Jeunesse",
        ),
        ("La Région apporte 25 000 € au projet.", "Région"),
        ("Une subvention de 5 000 € du Département est attribuée au club.", "Département"),
        ("La participation de la MSA s'élève à 3 200 €.", "MSA"),
        ("Une enveloppe de 4 000 € est ouverte.", None),
        ("Loyer moyen : 450 €", None),
    ],
)
def test_who_pays_is_given_only_where_the_words_say_it(words, funder):
    assert amounts_of(words)[0].funder == funder


def test_each_payer_of_a_list_has_its_own_amount():
    words = "Coût prévisionnel : 45 000 € (CAF : 20 000 €, Ville : 15 000 €, Département : 10 000 €)"

    assert [(amount.value_eur, amount.funder) for amount in amounts_of(words)] == [
        (45_000, None),
        (20_000, "CAF"),
        (15_000, "Ville"),
        (10_000, "Département"),
    ]


def test_payers_said_one_after_the_other_share_one_verb():
    words = "L'État apporte 40 000 €, la Région 25 000 € et la commune 10 000 €."

    assert [amount.funder for amount in amounts_of(words)] == ["État", "Région", "commune"]


def test_who_gets_the_amount_is_read_after_it():
    words = "Une enveloppe de 12 000 euros est attribuée au centre social des Acacias par la Métropole."

    amount = only(words)

    assert (amount.beneficiary, amount.funder) == ("centre social des Acacias", "Métropole")


def test_what_is_financed_gets_the_amount():
    amount = only(
        "Le « club des lecteurs », financé à hauteur de 900 € par an, ouvre deux soirs par semaine."
    )

    assert (amount.beneficiary, amount.period) == ("club des lecteurs", "par an")


def test_an_amount_under_a_numbered_item_is_for_that_item():
    words = (
        "2 - Le jardin partagé, au pied des tours : ouvert à tous.\n\nEn 2021, une aide de 700 € a été reçue."
    )

    amount = only(words)

    assert (amount.purpose, amount.period) == ("jardin partagé", "2021")


@pytest.mark.parametrize("words", ["", "15 000 habitants", "le prix du repas", "€", "M€", "12 %", "par an"])
def test_no_money_is_read_where_there_is_none(words):
    assert amounts_of(words) == ()


@given(st.text(alphabet=st.characters(blacklist_characters="€", blacklist_categories=["Nd"]), max_size=200))
def test_nothing_is_read_in_a_text_that_names_no_currency(text):
    words = text.lower().replace("euro", "")

    assert amounts_of(words.replace("eur", "")) == ()
