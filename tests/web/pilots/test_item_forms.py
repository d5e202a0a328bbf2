"""The form of a value has a field for each of its parts, and gives back only what a reviewer changed."""

from collections.abc import Mapping
from typing import Any

import pytest

from declic.records.sources.choices import ItemKind
from declic.web.pilots.item_forms import ItemForm
from declic.web.pilots.kinds import BY_SLUG, KINDS


MEMBER = {
    "name": "Céleste BOISCLAIR",
    "given": "Céleste",
    "surname": "BOISCLAIR",
    "civility": "Mme",
    "group": None,
    "status": "present",
    "ranges": [[4, None]],
    "present_at": [4, 3],
    "spans": [[10, 27]],
}
ACT = {
    "number": None,
    "question": 4,
    "title": "Un jardin",
    "summary": "Première ligne.\nSeconde ligne.",
    "vote": {"for": 5, "against": None, "unanimous": None, "spans": [[1, 2]]},
    "spans": [[1, 2]],
}
FIGURE = {"value": 41.5, "low": None, "unit": "%", "subject": "jeunes", "axis": 1, "spans": [[1, 2]]}


def sent(of: Mapping[str, Any], /, **changed: str) -> dict[str, str]:
    """What the browser sends when the form is left as it is, but for some fields."""
    form = ItemForm(of)
    untouched = {name: form[name].value() for name in form.fields}
    shown = {name: "" if each is None else str(each) for name, each in untouched.items()}
    return {**{name: each.replace("\n", "\r\n") for name, each in shown.items()}, **changed}


def changes_of(of: Mapping[str, Any], /, **changed: str) -> dict[str, Any]:
    form = ItemForm(of, sent(of, **changed))
    assert form.is_valid(), form.errors
    return form.changes()


@pytest.mark.parametrize("value", [MEMBER, ACT, FIGURE], ids=["member", "act", "figure"])
def test_a_form_sent_back_as_it_was_changes_nothing(value):
    assert changes_of(value) == {}


def test_a_passage_and_what_is_computed_have_no_field():
    assert [name for name in ItemForm(MEMBER).fields if name.startswith(("spans", "present_at"))] == []


def test_a_corrected_word_is_the_only_change():
    assert changes_of(MEMBER, group="Valmorte") == {"group": "Valmorte"}


def test_a_corrected_range_gives_the_ranges_whole_as_numbers():
    assert changes_of(MEMBER, **{"ranges-0-0": "5"}) == {"ranges": [[5, None]]}


def test_a_corrected_count_of_a_vote_leaves_the_rest_of_the_vote():
    assert changes_of(ACT, **{"vote-against": "2", "vote-unanimous": "no"}) == {
        "vote": {"for": 5, "against": 2, "unanimous": False, "spans": [[1, 2]]}
    }


def test_an_emptied_number_is_unknown_and_never_zero():
    assert changes_of(ACT, **{"vote-for": ""})["vote"]["for"] is None


def test_a_correction_never_changes_the_value_it_was_given():
    changes_of(MEMBER, **{"ranges-0-0": "5"})

    assert MEMBER["ranges"] == [[4, None]]


def test_a_word_where_a_number_belongs_is_refused():
    form = ItemForm(ACT, sent(ACT, question="quatre"))

    assert not form.is_valid()
    assert list(form.errors) == ["question"]


def test_a_french_comma_is_a_decimal_mark():
    assert changes_of(FIGURE, value="42,5") == {"value": 42.5}


def test_every_kind_of_value_has_its_own_word_in_the_address():
    assert set(KINDS) == set(ItemKind)
    assert len(BY_SLUG) == len(KINDS)
