"""A whole pact leaves as JSON, opens the same pact in an empty site, and a wrong file changes nothing."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from django.db import transaction
from hypothesis import given, settings, strategies as st
from hypothesis.extra.django import TestCase
from jsonschema import Draft202012Validator

from declic.open_data.whole_pact import WrongPactFileError, pact_json, pact_of_json
from declic.records.accounts.rights import NotAllowedError
from declic.records.accounts.viewers import VISITOR, Viewer
from declic.records.pact import reads
from declic.records.pact.bringing import WrongPactError
from declic.records.pact.models import Finding, Programme, Signatory
from declic.records.pact.values import ValidationState
from declic.records.pact.writes import (
    apply_draft,
    bring_pact,
    explain_finding,
    open_pact,
    record_validation,
    title_measures,
)
from declic.records.sources.models import Document
from declic.records.sources.writes import accept_all, keep_document, read_version
from declic.records.steering.reads import whole_steering
from declic.records.steering.writes import bring_steered_pact
from tests.documents import needs_planoise, planoise_text
from tests.house.house import HOUSE
from tests.people import OPERATOR
from tests.records.council.invented import PILOT, keep, sign_up_writers
from tests.records.pact.invented import COVERAGE, opened_small_pact, small_pact, tiny_whole_pact
from tests.records.steering.invented_whole import invented_steering
from tests.safety.tables import told


@contextmanager
def another_site() -> Iterator[None]:
    """What is done within is taken back: the site after it is as it was before."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def written(slug: str, *, viewer: Viewer = OPERATOR) -> str:
    return pact_json(reads.whole_pact(slug, viewer=viewer), steering=whole_steering(slug, viewer=viewer))


def brought(data: bytes) -> tuple[str, bool]:
    found = pact_of_json(data)
    return bring_steered_pact(found.whole, steering=found.steering, by=OPERATOR)


def opened_and_told() -> str:
    """A pact of which everything was said: a plain title, an answer to a finding, two validations."""
    sign_up_writers()
    slug = opened_small_pact()
    title_measures(slug, plain_titles={"10": "Une ludothèque"}, by=OPERATOR)
    finding = Finding.objects.get(message="L'axe 1 a deux noms.")
    explain_finding(finding.pk, explanation="Une faute de frappe.", by=PILOT)
    first, second = Signatory.objects.order_by("position")[:2]
    record_validation(first.pk, state=ValidationState.VALIDATED, reference="n° 12", by=OPERATOR)
    record_validation(second.pk, state=ValidationState.NOT_REQUIRED, by=OPERATOR)
    return slug


@pytest.mark.django_db
@pytest.mark.parametrize("viewer", [OPERATOR, VISITOR], ids=["who steers", "a visitor"])
def test_what_left_a_site_and_came_to_another_leaves_it_the_same(viewer):
    with another_site():
        left = written(opened_and_told(), viewer=viewer)
    assert not Programme.objects.exists()

    slug, is_new = brought(left.encode())

    assert is_new
    assert written(slug, viewer=viewer) == left


@pytest.mark.django_db
def test_a_file_from_before_the_text_s_own_numbers_were_kept_still_opens():
    with another_site():
        found = json.loads(written(opened_and_told()))
    del found["published_numbers"]

    slug, _is_new = brought(json.dumps(found).encode())

    assert json.loads(written(slug))["published_numbers"] == {}


@pytest.mark.django_db
def test_a_second_time_changes_nothing():
    with another_site():
        left = written(opened_and_told())
    brought(left.encode())
    before = told()

    _slug, is_new = brought(left.encode())

    assert not is_new
    assert told() == before


@pytest.mark.django_db
def test_what_was_said_here_is_left_alone():
    slug = opened_and_told()
    left = written(slug).replace("Une faute de frappe.", "Autre chose.")
    before = told()

    assert brought(left.encode()) == (slug, False)

    assert told() == before


@pytest.mark.django_db
def test_a_pact_that_came_is_public_at_its_address_with_its_document():
    slug, _is_new = bring_pact(tiny_whole_pact(), by=OPERATOR)

    assert slug == "pacte-venu-d-ailleurs"
    assert Document.objects.get().public
    page = reads.measure_page(slug, number="1", viewer=VISITOR)
    assert page.official_text == "Mesure 1 : Nous ouvrirons une ludothèque."


@pytest.mark.django_db
def test_an_address_that_is_taken_here_is_left_to_who_has_it():
    known = opened_small_pact()

    slug, is_new = bring_pact(replace(tiny_whole_pact(), slug=known), by=OPERATOR)

    assert is_new
    assert slug != known


@pytest.mark.django_db
def test_a_file_in_an_older_encoding_travels_with_its_bytes():
    text = "Mesure 1 : Nous ouvrirons une ludothèque."
    with another_site():
        version = keep_document(text.encode("windows-1252"), "vieux.txt", by=OPERATOR, title="Vieux")
        Document.objects.update(public=True)
        whole = tiny_whole_pact()
        slug = open_pact(version.id, draft=whole.pact, findings=(), coverage=whole.coverage, by=OPERATOR)
        left = written(slug)
    assert json.loads(left)["document"]["base64"]

    slug, _is_new = brought(left.encode())

    assert written(slug) == left


@needs_planoise
@pytest.mark.django_db
def test_the_real_pact_leaves_and_comes_back_the_same():
    with another_site():
        version = keep_document(planoise_text().encode(), "deliberation.txt", by=OPERATOR)
        draft = read_version(version.id, by=OPERATOR)
        accept_all(draft, by=OPERATOR)
        slug = apply_draft(draft, by=OPERATOR).slug
        assert slug
        left = written(slug)

    back, _is_new = brought(left.encode())

    assert (back, written(back)) == (slug, left)
    assert len(json.loads(left)["pact"]["axes"]) == 5


@pytest.mark.django_db
def test_a_visitor_gets_the_findings_that_were_explained_and_nobody_gets_who_did():
    slug = opened_and_told()

    public, whole = json.loads(written(slug, viewer=VISITOR)), json.loads(written(slug))

    assert [one["explanation"] for one in public["findings"]] == ["Une faute de frappe."]
    assert len(whole["findings"]) == 3
    assert PILOT.name not in written(slug)


@pytest.mark.django_db
def test_only_who_steers_brings_a_pact(jeanne, lina):
    for person in (jeanne, lina, VISITOR):
        with pytest.raises(NotAllowedError):
            bring_pact(tiny_whole_pact(), by=person)
    assert not Programme.objects.exists()


@pytest.mark.django_db
def test_the_file_keeps_to_its_published_schema():
    schema = json.loads((HOUSE / "docs/reference/declic-pact-1.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)

    for viewer in (OPERATOR, VISITOR):
        with another_site():
            found = json.loads(written(opened_and_told(), viewer=viewer))
        assert list(Draft202012Validator(schema).iter_errors(found)) == []


def changed(path: str, value: Any) -> bytes:
    """The tiny pact with one value changed; the path is made of keys and places."""
    document: Any = json.loads(pact_json(tiny_whole_pact(), steering=invented_steering({})))
    *above, last = path.split(".")
    place = document
    for key in above:
        place = place[int(key)] if isinstance(place, list) else place[key]
    place[int(last) if isinstance(place, list) else last] = value
    return json.dumps(document).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"{",
        b"[" * 100_000,
        b"null",
        b"[]",
        b'{"format": "declic-pact/2"}',
        changed("format", "declic-reading/1"),
        changed("pact.measures.0.number", 1),
        changed("pact.measures.0.spans", [[0]]),
        changed("pact.measures", None),
        changed("document.sha256", "abc"),
        changed("document.base64", "é"),
        changed("coverage.digits", -1),
        changed("slug", "../etc"),
        changed("pact.date", "2024-13-45"),
        changed("pact.origins.date", "dreamt"),
    ],
)
def test_a_file_that_is_no_pact_is_refused_before_anything_is_asked(data):
    with pytest.raises(WrongPactFileError):
        pact_of_json(data)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("document.sha256", "0" * 64),
        ("document.text", "Un autre texte."),
        ("pact.measures.0.spans", [[0, 10_000]]),
        ("pact.measures.0.spans", [[5, 5]]),
        ("pact.measures.0.spans", []),
        ("plain_titles", {"99": "De rien"}),
        (
            "validations",
            [{"organisation": "Personne", "state": "awaited", "is_recorded": False, "proof": None}],
        ),
    ],
)
def test_a_pact_that_contradicts_itself_is_refused_and_keeps_nothing(path, value):
    before = told()

    with pytest.raises(ValueError, match=r".+"):
        brought(changed(path, value))

    assert told() == before


@pytest.mark.django_db
def test_a_pact_that_says_a_number_twice_is_refused_and_keeps_nothing():
    whole, before = tiny_whole_pact(), told()
    twice = replace(whole, pact=replace(whole.pact, measures=whole.pact.measures * 2))

    with pytest.raises(ValueError, match="figure 2 fois"):
        brought(pact_json(twice, steering=invented_steering({})).encode())

    assert told() == before


@pytest.mark.django_db
def test_a_validation_without_its_act_is_refused():
    with another_site():
        whole = reads.whole_pact(opened_and_told(), viewer=OPERATOR)
    unproven = replace(whole, validations=tuple(replace(one, proof="") for one in whole.validations))

    with pytest.raises(WrongPactError):
        bring_pact(unproven, by=OPERATOR)


PARTS = ("parties", "articles", "axes", "roles", "measures", "figures", "amounts", "bodies", "events")


class WholePactLaw(TestCase):
    """Whatever part of a pact was kept, and whatever was said of it, it leaves and comes back the same."""

    @settings(max_examples=15, deadline=None)
    @given(
        kept=st.fixed_dictionaries({name: st.integers(0, 3) for name in PARTS}),
        title=st.text(min_size=1, max_size=30).filter(lambda words: words.split() and "\0" not in words),
        is_titled=st.booleans(),
    )
    def test_what_left_comes_back_the_same(self, kept: dict[str, int], title: str, is_titled: bool) -> None:
        paper, draft, findings = small_pact()
        parts: dict[str, Any] = {name: getattr(draft, name)[:count] for name, count in kept.items()}
        with another_site():
            version = keep(paper)
            less = replace(draft, **parts, title=draft.title if is_titled else None)
            slug = open_pact(version, draft=less, findings=findings, coverage=COVERAGE, by=PILOT)
            if less.measures:
                title_measures(slug, plain_titles={less.measures[0].number: title}, by=OPERATOR)
            left = written(slug)

        back, _is_new = brought(left.encode())

        assert written(back) == left
