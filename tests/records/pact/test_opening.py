"""A draft becomes a programme once, whole, with a proof under each value."""

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest

from declic.records.accounts.rights import NotAllowedError
from declic.records.accounts.viewers import VISITOR
from declic.records.council.proofs import UncitedValueError
from declic.records.journal.reads import lines_about
from declic.records.pact.models import (
    Amount,
    Axis,
    ContextFigure,
    Coverage,
    Finding,
    Measure,
    MeasureName,
    Programme,
    Role,
    Signatory,
    SignatureBlock,
)
from declic.records.pact.writes import NumberTwiceError, open_pact
from declic.records.partners.models import Institution
from declic.records.sources.models import Citation, Version
from tests.records.council.invented import CLERK, PILOT, keep
from tests.records.pact.invented import COVERAGE, opened_small_pact, small_pact


pytestmark = pytest.mark.django_db


def test_a_draft_becomes_a_programme_with_its_single_values():
    slug = opened_small_pact()

    row = Programme.objects.get(slug=slug)
    assert slug == "pacte-des-deux-rives"
    assert (row.title, row.date, row.ends_on) == (
        "Pacte des deux rives",
        datetime.date(2024, 1, 15),
        datetime.date(2024, 12, 31),
    )
    assert row.sources.get(field="ends_on").citation.quote == "jusqu'au 31 décembre 2024"


def test_measures_keep_their_number_and_their_words():
    opened_small_pact()

    assert list(Measure.objects.values_list("number", "official_text")) == [
        ("10", "Nous ouvrirons une ludothèque pour 12 jeunes."),
        ("10.1", "Nous prêterons des jeux."),
        ("20", "Nous travaillerons avec le dispensaire des deux rives."),
    ]


def test_a_measure_stands_under_its_parent_and_in_its_other_axes():
    opened_small_pact()

    under, top = Measure.objects.get(number="10.1"), Measure.objects.get(number="10")
    assert under.parent == top
    assert top.axis == Axis.objects.get(number=1)
    assert [axis.number for axis in top.secondary_axes.all()] == [2]


def test_what_a_measure_names_twice_is_kept_once():
    opened_small_pact()

    assert list(MeasureName.objects.filter(measure__number="10").values_list("kind", "name")) == [
        ("organisation", "dispensaire"),
        ("scheme", "ludothèque"),
    ]


def test_an_axis_keeps_every_wording_of_its_name():
    opened_small_pact()

    assert [one.text for one in Axis.objects.get(number=1).wordings.all()] == [
        "Vivre ensemble",
        "Bien vivre ensemble",
    ]


def test_a_figure_stands_on_its_words_in_its_sentence():
    opened_small_pact()

    share = ContextFigure.objects.get(unit="%")
    assert share.value == Decimal("41.5")
    assert share.citation.quote == "41,5 %"
    assert share.sentence.quote == "On compte 41,5 % de jeunes, et 100 à 150 sans solution."
    assert share.measure is None


def test_a_range_keeps_its_two_ends():
    opened_small_pact()

    some = ContextFigure.objects.get(subject="jeunes sans solution")
    assert (some.value, some.low, some.high) == (None, Decimal(100), Decimal(150))


def test_a_quantity_said_in_a_measure_belongs_to_it():
    opened_small_pact()

    assert ContextFigure.objects.get(value=12).measure == Measure.objects.get(number="10")


def test_money_is_exact():
    opened_small_pact()

    amount = Amount.objects.get()
    assert amount.euros == Decimal("1500.50")
    assert amount.citation.quote == "1 500,50 €"


def test_a_role_without_axis_is_of_the_whole_programme():
    opened_small_pact()

    assert [axis.number for axis in Role.objects.get(organisation="Ville de Valmont").axes.all()] == [1]
    assert list(Role.objects.get(organisation="État").axes.all()) == []


def test_local_authorities_are_proposed_as_awaiting_their_assembly_and_the_others_stay_unknown():
    opened_small_pact()

    assert list(Signatory.objects.values_list("organisation", "validation", "validation_recorded_at")) == [
        ("État", "unknown", None),
        ("Ville de Valmont", "awaited", None),
    ]


def test_without_a_reserve_nobody_is_awaited():
    paper, draft, findings = small_pact()

    open_pact(keep(paper), draft=replace(draft, reserve=None), findings=findings, coverage=COVERAGE, by=PILOT)

    assert set(Signatory.objects.values_list("validation", flat=True)) == {"unknown"}


def test_a_signature_block_finds_its_signatory_or_none():
    opened_small_pact()

    blocks = SignatureBlock.objects.order_by("position")
    assert [str(block.signatory) for block in blocks] == ["Ville de Valmont", "None"]


def test_a_party_named_twice_signs_once():
    paper, draft, findings = small_pact()
    shouted = replace(draft.parties[1], organisation="VILLE DE VALMONT", representatives=())

    open_pact(
        keep(paper),
        draft=replace(draft, parties=(*draft.parties, shouted)),
        findings=findings,
        coverage=COVERAGE,
        by=PILOT,
    )

    assert Signatory.objects.count() == 2
    assert Institution.objects.count() == 2


def test_findings_are_kept_open_with_their_passages_and_a_silence_has_none():
    opened_small_pact()

    kept = {row.rule: [one.citation.quote for one in row.passages.all()] for row in Finding.objects.all()}
    assert kept["axis_names"] == ["Axe 1 : Vivre ensemble", "l'axe « Bien vivre ensemble »"]
    assert kept["no_evaluation"] == []
    assert set(Finding.objects.values_list("state", flat=True)) == {"open"}


def test_coverage_is_counted():
    opened_small_pact()

    kept = Coverage.objects.get()
    assert (kept.sentences, kept.attached, kept.ignored, kept.orphans) == (4, 2, 1, 1)
    assert (kept.digits, kept.digits_claimed) == (2, 1)


def test_every_citation_re_reads_its_words():
    opened_small_pact()

    text = Version.objects.get().text
    kept = list(Citation.objects.all())
    assert len(kept) >= 35
    assert all(text[one.start : one.end] == one.quote for one in kept)


def test_a_programme_is_opened_once():
    paper, draft, findings = small_pact()
    version_id = keep(paper)
    first = open_pact(version_id, draft=draft, findings=findings, coverage=COVERAGE, by=PILOT)

    second = open_pact(
        version_id, draft=replace(draft, measures=()), findings=(), coverage=COVERAGE, by=CLERK
    )

    assert second == first
    assert (Programme.objects.count(), Measure.objects.count()) == (1, 3)
    number = Programme.objects.get().pk
    assert [line.verb for line in lines_about(f"programme {number}")] == ["opened"]


def test_two_programmes_of_one_title_have_two_addresses():
    opened_small_pact()
    paper, draft, findings = small_pact()
    paper.add("Une autre version.")

    second = open_pact(keep(paper), draft=draft, findings=findings, coverage=COVERAGE, by=PILOT)

    assert second == "pacte-des-deux-rives-2"


def test_a_programme_without_title_takes_its_document_s():
    paper, draft, findings = small_pact()

    slug = open_pact(
        keep(paper), draft=replace(draft, title=None), findings=findings, coverage=COVERAGE, by=PILOT
    )

    assert Programme.objects.get(slug=slug).title == "Séance inventée"


def test_two_measures_of_one_number_open_nothing_and_say_which():
    paper, draft, findings = small_pact()
    twice = replace(draft, measures=(*draft.measures, draft.measures[0]))
    version_id = keep(paper)

    with pytest.raises(NumberTwiceError, match="La mesure 10 figure 2 fois"):
        open_pact(version_id, draft=twice, findings=findings, coverage=COVERAGE, by=PILOT)

    assert (Programme.objects.count(), Citation.objects.count()) == (0, 0)


def test_a_figure_without_passage_opens_nothing_at_all():
    paper, draft, findings = small_pact()
    bare = replace(draft, figures=(replace(draft.figures[0], spans=()),))
    version_id = keep(paper)

    with pytest.raises(UncitedValueError):
        open_pact(version_id, draft=bare, findings=findings, coverage=COVERAGE, by=PILOT)

    assert (Programme.objects.count(), Signatory.objects.count(), Institution.objects.count()) == (0, 0, 0)


def test_a_visitor_opens_no_programme():
    paper, draft, findings = small_pact()
    version_id = keep(paper)

    with pytest.raises(NotAllowedError):
        open_pact(version_id, draft=draft, findings=findings, coverage=COVERAGE, by=VISITOR)

    assert Programme.objects.count() == 0


def test_an_unknown_version_opens_nothing():
    _, draft, findings = small_pact()

    with pytest.raises(LookupError):
        open_pact(404, draft=draft, findings=findings, coverage=COVERAGE, by=PILOT)
