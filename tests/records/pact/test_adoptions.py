"""The act that adopts a pact proves one signatory's validation, and no other's."""

import datetime

import pytest

from declic.records.accounts.viewers import OPERATOR, VISITOR
from declic.records.pact import reads
from declic.records.pact.adoptions import is_about, is_council_of
from declic.records.pact.values import ValidationState
from declic.records.pact.writes import apply_draft
from declic.records.sources.writes import accept_all, keep_document, read_version
from tests.documents import needs_planoise, planoise_text


@pytest.mark.parametrize(
    ("body", "organisation", "expected"),
    [
        (
            "Conseil de Communauté de Grand Valmont Métropole",
            "Communauté Urbaine Grand Valmont Métropole",
            True,
        ),
        ("Conseil de Communauté de Grand Valmont Métropole", "Ville de Valmont", False),
        ("Conseil municipal de Valmont", "la Ville de Valmont", True),
        ("Conseil municipal de Valmont", "Communauté de communes de Valmont", False),
        ("Conseil départemental de la Lande", "Département de la Lande", True),
        ("Conseil municipal", "Ville de Valmont", False),
    ],
)
def test_a_council_is_the_assembly_of_the_signatory_of_its_sort_and_name(body, organisation, expected):
    assert is_council_of(body, organisation=organisation) is expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Pacte pour l'émancipation de la jeunesse de Valmont", True),
        ("Approbation du pacte pour l'émancipation des jeunes de Valmont", True),
        ("Tarifs de la piscine de Valmont", False),
        ("", False),
    ],
)
def test_an_act_is_about_a_programme_when_it_has_its_words(title, expected):
    assert is_about(title, programme_title="Pacte pour l'émancipation des jeunes de Valmont") is expected


@pytest.mark.django_db
@needs_planoise
def test_the_deliberation_read_with_the_pact_is_proposed_as_its_own_signatorys_validation():
    version = keep_document(planoise_text().encode(), "deliberation.txt", by=OPERATOR)
    draft_id = read_version(version.id, by=OPERATOR)
    accept_all(draft_id, by=OPERATOR)
    opened = apply_draft(draft_id, by=OPERATOR)

    assert opened.slug is not None
    page = reads.signatories_page(opened.slug, viewer=VISITOR)
    validated = [line for line in page.signatories if line.validation.state is ValidationState.VALIDATED]
    assert [line.organisation for line in validated] == ["Communauté Urbaine Grand Besançon Métropole"]
    assert validated[0].validation.deliberation_number == "2023/006429"
    assert validated[0].validation.recorded_at is None
    assert page.summary.awaited == 3
    assert (
        reads.pact_home(opened.slug, viewer=VISITOR, today=datetime.date(2023, 3, 10)).signatories.validated
        == 1
    )
