"""What pilots write on a programme, and what nobody else may."""

import pytest

from declic.records.accounts.rights import NotAllowedError
from declic.records.accounts.viewers import OPERATOR, VISITOR
from declic.records.council.models import Deliberation, Sitting
from declic.records.council.writes import open_sitting
from declic.records.journal.reads import lines_about
from declic.records.pact import reads
from declic.records.pact.models import Finding, Measure, Signatory
from declic.records.pact.values import ValidationState
from declic.records.pact.writes import (
    EmptyExplanationError,
    UnprovenValidationError,
    explain_finding,
    record_validation,
    title_measure,
    title_measures,
)
from tests.records.council.invented import CLERK, PILOT, keep, small_sitting
from tests.records.pact.invented import opened_small_pact


pytestmark = pytest.mark.django_db

NOT_PILOTS = [VISITOR, CLERK]


SLUG = "pacte-des-deux-rives"


@pytest.fixture(autouse=True)
def opened() -> None:
    assert opened_small_pact() == SLUG


def measure(number: str = "10") -> Measure:
    return Measure.objects.get(number=number)


def test_a_pilot_titles_a_measure_and_its_words_stay():
    title_measure(measure().pk, plain_title="  Une ludothèque\npour les jeunes ", by=PILOT)

    assert measure().plain_title == "Une ludothèque pour les jeunes"
    assert measure().official_text == "Nous ouvrirons une ludothèque pour 12 jeunes."
    assert [line.who for line in lines_about(f"measure {measure().pk}")] == ["user 42"]


def test_a_title_that_is_too_long_is_refused():
    with pytest.raises(ValueError, match="120"):
        title_measure(measure().pk, plain_title="x" * 121, by=PILOT)


def test_measures_are_titled_together_by_their_numbers():
    changed = title_measures(SLUG, plain_titles={"10": "Une ludothèque", "20": "Un médecin"}, by=OPERATOR)

    assert changed == 2
    assert (measure("10").plain_title, measure("10.1").plain_title) == ("Une ludothèque", "")


def test_titling_twice_changes_nothing_and_leaves_no_second_line():
    title_measures(SLUG, plain_titles={"10": "Une ludothèque"}, by=OPERATOR)

    assert title_measures(SLUG, plain_titles={"10": "Une ludothèque"}, by=OPERATOR) == 0
    assert len(lines_about(f"programme {measure().programme_id}")) == 2


@pytest.mark.parametrize(
    "titles", [{"10": "Une ludothèque", "99": "Rien"}, {"10": "Une ludothèque", "20": "x" * 121}]
)
def test_one_wrong_title_titles_nothing(titles):
    with pytest.raises((LookupError, ValueError)):
        title_measures(SLUG, plain_titles=titles, by=PILOT)

    assert measure("10").plain_title == ""


def test_a_pilot_explains_a_finding_in_their_name():
    finding = Finding.objects.get(rule="axis_names")

    explain_finding(finding.pk, explanation=" Deux rédactions successives. ", by=PILOT)

    line = next(one for one in reads.findings_page(SLUG, viewer=PILOT).findings if one.rule == "axis_names")
    assert (line.state, line.explanation, line.explained_by) == (
        "explained",
        "Deux rédactions successives.",
        "Claire Aubépin",
    )
    assert line.explained_at is not None


def test_the_journal_names_no_one_and_quotes_nothing():
    finding = Finding.objects.get(rule="axis_names")

    explain_finding(finding.pk, explanation="Deux rédactions.", by=PILOT)

    line = lines_about(f"finding {finding.pk}")[0]
    assert (line.who, line.verb) == ("user 42", "explained")


def test_a_new_explanation_replaces_the_one_before():
    finding = Finding.objects.get(rule="axis_names")
    explain_finding(finding.pk, explanation="Une coquille.", by=PILOT)

    explain_finding(finding.pk, explanation="Deux rédactions.", by=OPERATOR)

    finding.refresh_from_db()
    assert (finding.explanation, finding.explained_by) == ("Deux rédactions.", "operator")


@pytest.mark.parametrize("words", ["", "  \n "])
def test_a_finding_is_explained_by_words(words):
    with pytest.raises(EmptyExplanationError):
        explain_finding(Finding.objects.all()[0].pk, explanation=words, by=PILOT)


def test_a_validation_names_the_deliberation_kept_here():
    paper, draft = small_sitting()
    sitting_id = open_sitting(keep(paper), draft=draft, by=CLERK)
    act = Deliberation.objects.get()
    town = Signatory.objects.get(organisation="Ville de Valmont")

    record_validation(town.pk, state=ValidationState.VALIDATED, deliberation=act.pk, by=PILOT)

    line = reads.signatories_page(SLUG, viewer=VISITOR).signatories[1].validation
    assert (line.state, line.deliberation_number, line.sitting_id) == (
        ValidationState.VALIDATED,
        "2024-7",
        sitting_id,
    )
    assert line.validated_on == Sitting.objects.get().date
    assert line.recorded_at is not None


def test_a_deliberation_still_under_review_is_named_to_reviewers_only():
    paper, draft = small_sitting()
    open_sitting(keep(paper, public=False), draft=draft, by=CLERK)
    town = Signatory.objects.get(organisation="Ville de Valmont")

    record_validation(
        town.pk, state=ValidationState.VALIDATED, deliberation=Deliberation.objects.get().pk, by=PILOT
    )

    shown = {
        who: reads.signatories_page(SLUG, viewer=who).signatories[1].validation for who in (VISITOR, CLERK)
    }
    assert (shown[VISITOR].state, shown[VISITOR].deliberation_number) == (ValidationState.VALIDATED, None)
    assert (shown[VISITOR].sitting_id, shown[VISITOR].deliberation_title) == (None, None)
    assert shown[CLERK].deliberation_number == "2024-7"


def test_a_validation_may_name_a_deliberation_kept_elsewhere():
    town = Signatory.objects.get(organisation="Ville de Valmont")

    record_validation(town.pk, state=ValidationState.VALIDATED, reference="n° 12 du 3 mars", by=PILOT)

    line = reads.signatories_page(SLUG, viewer=VISITOR).signatories[1].validation
    assert (line.reference, line.deliberation_id) == ("n° 12 du 3 mars", None)


def test_a_validation_without_its_deliberation_is_refused():
    town = Signatory.objects.get(organisation="Ville de Valmont")

    with pytest.raises(UnprovenValidationError):
        record_validation(town.pk, state=ValidationState.VALIDATED, by=PILOT)

    town.refresh_from_db()
    assert town.validation == "awaited"


def test_a_state_taken_back_forgets_the_deliberation():
    town = Signatory.objects.get(organisation="Ville de Valmont")
    record_validation(town.pk, state=ValidationState.VALIDATED, reference="n° 12", by=PILOT)

    record_validation(town.pk, state=ValidationState.AWAITED, reference="n° 12", by=PILOT)

    town.refresh_from_db()
    assert (town.validation, town.deliberation_elsewhere) == ("awaited", "")


def test_an_unknown_deliberation_is_refused():
    town = Signatory.objects.get(organisation="Ville de Valmont")

    with pytest.raises(LookupError):
        record_validation(town.pk, state=ValidationState.VALIDATED, deliberation=404, by=PILOT)


WRITES = {
    "title_measure": lambda by: title_measure(measure().pk, plain_title="Autre", by=by),
    "title_measures": lambda by: title_measures(SLUG, plain_titles={"10": "Autre"}, by=by),
    "explain_finding": lambda by: explain_finding(Finding.objects.all()[0].pk, explanation="Autre", by=by),
    "record_validation": lambda by: record_validation(
        Signatory.objects.all()[0].pk, state=ValidationState.NOT_REQUIRED, by=by
    ),
}


@pytest.mark.parametrize("by", NOT_PILOTS, ids=["visitor", "clerk"])
@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_only_pilots_write_on_a_programme(write, by):
    with pytest.raises(NotAllowedError):
        write(by)

    assert measure().plain_title == ""
    assert set(Finding.objects.values_list("state", flat=True)) == {"open"}
    assert set(Signatory.objects.values_list("validation_recorded_at", flat=True)) == {None}


@pytest.mark.parametrize(
    "write",
    [
        lambda: title_measure(404, plain_title="Rien", by=PILOT),
        lambda: title_measures("nowhere", plain_titles={}, by=PILOT),
        lambda: explain_finding(404, explanation="Rien", by=PILOT),
        lambda: record_validation(404, state=ValidationState.UNKNOWN, by=PILOT),
    ],
)
def test_what_is_not_there_cannot_be_written_on(write):
    with pytest.raises(LookupError):
        write()
