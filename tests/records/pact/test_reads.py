"""What pages get of a programme, by who looks, in a bounded number of queries."""

import datetime
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import gettext

from declic.engines.reading.drafts import BodyDraft, DateDraft, EventDraft, RoleDraft, Severity
from declic.records.accounts.viewers import VISITOR
from declic.records.council.passages import Cited, Origin
from declic.records.pact import reads
from declic.records.pact.models import Finding, Measure
from declic.records.pact.values import FigureKind, MeasureNeighbour, MeasureState, ValidationState
from declic.records.pact.writes import explain_finding, open_pact
from declic.records.sources.models import Citation
from declic.units.spans import Span
from tests.records.council.invented import CLERK, PILOT, keep
from tests.records.pact.invented import COVERAGE, TODAY, opened_small_pact, pact_of, small_pact


pytestmark = pytest.mark.django_db


def test_the_home_gives_the_pact_its_reasons_and_its_axes():
    slug = opened_small_pact()

    home = reads.pact_home(slug, viewer=VISITOR, today=TODAY)

    assert home.header.title.value == "Pacte des deux rives"
    assert said(home.header.signed_on) == (datetime.date(2024, 1, 15), ["Lundi 15 janvier 2024"])
    assert [reason.value for reason in home.diagnosis] == ["Les aides sont mal connues."]
    assert [(axis.number, axis.title, axis.ongoing_action_count) for axis in home.axes] == [
        (1, "Vivre ensemble", 1),
        (2, "Se soigner", 0),
    ]
    assert [tile.number for tile in home.axes[0].measures] == ["10", "10.1"]


def test_the_home_counts_what_the_text_holds():
    slug = opened_small_pact()

    counts = reads.pact_home(slug, viewer=PILOT, today=TODAY).counts

    assert (counts.axes, counts.measures, counts.ongoing_actions, counts.figures) == (2, 3, 1, 3)
    assert (counts.amounts, counts.signatories, counts.bodies) == (1, 2, 1)
    assert (counts.findings, counts.open_findings) == (3, 3)


def test_next_things_are_those_that_have_not_passed_each_once_and_the_end():
    slug = opened_small_pact()

    things = reads.pact_home(slug, viewer=VISITOR, today=TODAY).next_things

    assert [(thing.on, thing.precision, thing.label) for thing in things] == [
        (datetime.date(2024, 6, 21), "day", "fête des rives"),
        (datetime.date(2024, 9, 1), "month", "forum des associations"),
        (datetime.date(2024, 12, 31), "day", gettext("End of the programme")),
    ]


def test_a_month_has_not_passed_before_its_last_day():
    slug = opened_small_pact()

    home = reads.pact_home(slug, viewer=VISITOR, today=datetime.date(2024, 2, 29))

    assert home.next_things[0].label == "lancement"


def test_a_pact_has_ended_the_day_after_its_last():
    slug = opened_small_pact()

    assert not reads.pact_home(slug, viewer=VISITOR, today=datetime.date(2024, 12, 31)).has_ended
    assert reads.pact_home(slug, viewer=VISITOR, today=datetime.date(2025, 1, 1)).has_ended


def test_a_measure_without_plain_title_shows_its_first_words():
    slug = opened_small_pact()
    Measure.objects.filter(number="20").update(plain_title="Voir un médecin près de chez soi")

    tiles = {
        tile.number: tile
        for axis in reads.pact_home(slug, viewer=VISITOR, today=TODAY).axes
        for tile in axis.measures
    }

    assert tiles["20"].title == "Voir un médecin près de chez soi"
    assert tiles["10"].title == tiles["10"].official_text == "Nous ouvrirons une ludothèque pour 12 jeunes."
    assert tiles["10"].commitment == "create_structure"
    assert tiles["10"].commitment_label


def test_measures_of_no_axis_come_last():
    slug = opened_small_pact()
    Measure.objects.filter(number="20").update(axis=None)

    axes = reads.pact_home(slug, viewer=VISITOR, today=TODAY).axes

    assert [(axis.number, axis.title, [tile.number for tile in axis.measures]) for axis in axes] == [
        (1, "Vivre ensemble", ["10", "10.1"]),
        (2, "Se soigner", []),
        (None, gettext("Measures of no axis"), ["20"]),
    ]


def test_an_axis_page_gives_its_names_context_and_promises():
    slug = opened_small_pact()

    page = reads.axis_page(slug, number=1, viewer=VISITOR)

    assert [(one.text, one.is_title, len(one.passages)) for one in page.wordings] == [
        ("Vivre ensemble", True, 2),
        ("Bien vivre ensemble", False, 1),
    ]
    assert [(one.letter, one.title) for one in page.sections] == [("C", "Plan d'actions")]
    assert page.sections[0].body.quote.startswith("C - Plan d'actions")
    assert [(role.organisation, role.axes) for role in page.roles] == [
        ("Ville de Valmont", (1,)),
        ("État", ()),
    ]
    assert [action.title for action in page.ongoing_actions] == ["Café des rives"]
    assert [figure.measure_number for figure in page.figures.counts] == ["10"]
    assert [amount.euros for amount in page.amounts] == [Decimal("1500.50")]
    assert (page.article, page.pilot, page.previous_number, page.next_number) == (1, "Zoé MARTEL", None, 2)


def test_a_role_that_names_no_axis_is_of_the_one_whose_text_holds_it():
    paper, draft, findings = small_pact()
    inside = RoleDraft("Amis des rives", "anime", (), (draft.axes[1].spans[1],))
    elsewhere = RoleDraft(
        "Département", "tient le fichier", (), paper.add("Le département tient le fichier.")
    )
    changed = replace(draft, roles=(*draft.roles, inside, elsewhere))
    slug = open_pact(keep(paper), draft=changed, findings=findings, coverage=COVERAGE, by=PILOT)

    roles = {
        n: [role.organisation for role in reads.axis_page(slug, number=n, viewer=VISITOR).roles]
        for n in (1, 2)
    }

    assert roles == {1: ["Ville de Valmont", "État"], 2: ["Amis des rives", "État"]}
    everyone = [role.organisation for role in reads.pact_home(slug, viewer=VISITOR, today=TODAY).roles]
    assert everyone == ["Ville de Valmont", "État", "Amis des rives", "Département"]


def test_a_body_named_twice_with_one_rhythm_is_shown_once_with_both_passages():
    paper, draft, findings = small_pact()
    again = BodyDraft("Comité de suivi", "3 fois par an", paper.add("Le comité de suivi, 3 fois par an."))
    other = BodyDraft("comité de suivi", None, paper.add("le comité de suivi"))
    changed = replace(draft, bodies=(*draft.bodies, again, other))
    slug = open_pact(keep(paper), draft=changed, findings=findings, coverage=COVERAGE, by=PILOT)

    bodies = reads.pact_home(slug, viewer=VISITOR, today=TODAY).bodies

    assert [(one.name, one.periodicity, len(one.passages)) for one in bodies] == [
        ("comité de suivi", "3 fois par an", 2),
        ("comité de suivi", None, 1),
    ]


def test_a_date_is_named_by_the_event_whose_words_hold_it():
    paper, draft, findings = small_pact()
    words = paper.add("un grand bal le 8 mai 2024")
    day = Span(words[0].start + 16, words[0].end)
    changed = replace(
        draft,
        dates=(DateDraft("2024-05-08", "day", "un grand", (day,)),),
        events=(EventDraft("grand bal", "2024-05-08", words),),
    )
    slug = open_pact(keep(paper), draft=changed, findings=findings, coverage=COVERAGE, by=PILOT)

    things = reads.pact_home(slug, viewer=VISITOR, today=TODAY).next_things

    assert [thing.label for thing in things] == ["grand bal", gettext("End of the programme")]


def test_an_axis_shows_the_measures_of_others_that_are_also_its_own():
    slug = opened_small_pact()

    page = reads.axis_page(slug, number=2, viewer=VISITOR)

    assert [tile.number for tile in page.measures] == ["20"]
    assert [tile.number for tile in page.also_measures] == ["10"]


def test_a_measure_page_gives_the_promise_its_place_and_who_answers():
    slug = opened_small_pact()

    page = reads.measure_page(slug, number="10", viewer=VISITOR)

    assert page.official_text == "Nous ouvrirons une ludothèque pour 12 jeunes."
    assert page.passages[0].quote == "Mesure 10 : Nous ouvrirons une ludothèque pour 12 jeunes."
    assert (page.place.article_number, page.place.section_letter) == (1, "C")
    assert [one.name for one in page.organisations] == ["dispensaire"]
    assert [one.name for one in page.schemes] == ["ludothèque"]
    assert [role.role for role in page.roles] == ["coordonne", "pilote"]
    assert [figure.value for figure in page.quantities] == [Decimal(12)]
    assert [action.title for action in page.related_actions] == ["Café des rives"]
    assert page.secondary_axes == (2,)
    assert [child.number for child in page.children] == ["10.1"]
    assert (page.previous, page.next) == (None, MeasureNeighbour("10.1", "Nous prêterons des jeux."))


def test_the_passage_of_a_measure_re_reads_identically():
    slug = opened_small_pact()

    passage = reads.measure_page(slug, number="20", viewer=VISITOR).passages[0]

    version = Citation.objects.get(pk=passage.citation_id).version
    assert passage.version_id == version.pk
    assert version.text[passage.start : passage.end] == passage.quote


def test_a_sub_measure_knows_its_parent_and_its_neighbours():
    slug = opened_small_pact()

    page = reads.measure_page(slug, number="10.1", viewer=VISITOR)

    beside = [page.parent, page.previous, page.next]
    assert [one.number for one in beside if one] == ["10", "10", "20"]


def test_figures_are_grouped_by_axis_and_only_shares_have_a_scale():
    slug = opened_small_pact()

    groups = reads.figures_page(slug, viewer=VISITOR).groups

    assert [(group.axis_number, group.title) for group in groups] == [(None, ""), (1, "Vivre ensemble")]
    share = groups[0].shares[0]
    assert (share.kind, share.share, share.qualifier) == (FigureKind.SHARE, 0.415, "environ")
    assert share.sentence.quote == "On compte 41,5 % de jeunes, et 100 à 150 sans solution."
    assert [(figure.low, figure.high, figure.share) for figure in groups[0].counts] == [
        (Decimal(100), Decimal(150), None)
    ]


def test_amounts_come_with_their_sentences():
    slug = opened_small_pact()

    amounts = reads.amounts_page(slug, viewer=VISITOR).amounts

    assert [(one.euros, one.funder, one.sentence.quote) for one in amounts] == [
        (Decimal("1500.50"), "Ville de Valmont", "La ville apporte 1 500,50 € en 2024.")
    ]


def test_signatories_say_where_each_stands():
    slug = opened_small_pact()

    page = reads.signatories_page(slug, viewer=VISITOR)

    assert said(page.reserve) == ("sous réserve", ["Sous réserve du vote de leurs assemblées."])
    assert [
        (one.organisation, one.validation.state, one.validation.recorded_at) for one in page.signatories
    ] == [
        ("État", ValidationState.UNKNOWN, None),
        ("Ville de Valmont", ValidationState.AWAITED, None),
    ]
    assert [one.name for one in page.signatories[1].representatives] == ["Zoé MARTEL"]
    assert said(page.signatories[1].signature) == ("Madame la Maire,", ["Madame la Maire,"])
    assert [block.value for block in page.unassigned_blocks] == ["Le témoin"]
    assert (page.summary.total, page.summary.awaited, page.summary.unknown) == (2, 1, 1)


def test_who_steers_sees_every_finding_the_gravest_first_with_the_measures_it_touches():
    slug = opened_small_pact()

    findings = reads.findings_page(slug, viewer=PILOT).findings

    assert [(one.rule, one.severity, one.measure_numbers) for one in findings] == [
        ("no_evaluation", Severity.ERROR, ()),
        ("axis_names", Severity.WARNING, ()),
        ("measure_words", Severity.INFO, ("10",)),
    ]


def test_an_explained_finding_comes_after_the_open_ones():
    slug = opened_small_pact()
    explain_finding(Finding.objects.get(rule="no_evaluation").pk, explanation="En annexe.", by=PILOT)

    assert [one.rule for one in reads.findings_page(slug, viewer=PILOT).findings][-1] == "no_evaluation"


@pytest.mark.parametrize("viewer", [VISITOR, CLERK])
def test_who_does_not_steer_sees_only_what_was_explained_and_not_by_whom(viewer):
    slug = opened_small_pact()
    explain_finding(Finding.objects.get(rule="measure_words").pk, explanation="Coquille.", by=PILOT)

    findings = reads.findings_page(slug, viewer=viewer).findings

    assert [(one.rule, one.explanation, one.explained_by) for one in findings] == [
        ("measure_words", "Coquille.", None)
    ]
    assert reads.measure_page(slug, number="10", viewer=viewer).findings == findings


def test_a_tile_says_what_presses_to_who_steers():
    slug = opened_small_pact()

    tiles = {
        tile.number: tile for axis in reads.steering_home(slug, viewer=PILOT).axes for tile in axis.measures
    }

    assert tiles["10"].states == (
        MeasureState.FINDING_OPEN,
        MeasureState.WITHOUT_SHEET,
        MeasureState.PUBLISHED,
    )
    assert tiles["10"].open_finding_count == 1
    assert tiles["20"].state is MeasureState.WITHOUT_SHEET


def test_a_tile_tells_a_visitor_that_it_is_published_and_nothing_of_the_steering():
    slug = opened_small_pact()

    tiles = [
        tile for axis in reads.pact_home(slug, viewer=VISITOR, today=TODAY).axes for tile in axis.measures
    ]

    assert {tile.states for tile in tiles} == {(MeasureState.PUBLISHED,)}
    assert {tile.open_finding_count for tile in tiles} == {0}


def test_the_pilots_home_has_findings_coverage_and_what_may_be_done():
    slug = opened_small_pact()

    home = reads.steering_home(slug, viewer=PILOT)

    assert len(home.findings) == 3
    assert (home.coverage.sentences, home.coverage.orphans, home.coverage.accounted_share) == (4, 1, 0.75)
    assert home.may_explain_findings


@pytest.mark.parametrize("viewer", [VISITOR, CLERK])
def test_who_does_not_steer_finds_no_pilots_home(viewer):
    slug = opened_small_pact()

    with pytest.raises(reads.UnknownPactError):
        reads.steering_home(slug, viewer=viewer)


def said(value: Cited[Any] | None) -> tuple[Any, list[str]]:
    """A single value and the words that say it."""
    assert value is not None
    return value.value, [one.quote for one in value.passages]


PAGES = {
    "home": lambda slug, viewer: reads.pact_home(slug, viewer=viewer, today=TODAY),
    "axis": lambda slug, viewer: reads.axis_page(slug, number=1, viewer=viewer),
    "measure": lambda slug, viewer: reads.measure_page(slug, number="1", viewer=viewer),
    "figures": lambda slug, viewer: reads.figures_page(slug, viewer=viewer),
    "amounts": lambda slug, viewer: reads.amounts_page(slug, viewer=viewer),
    "signatories": lambda slug, viewer: reads.signatories_page(slug, viewer=viewer),
    "findings": lambda slug, viewer: reads.findings_page(slug, viewer=viewer),
}


@pytest.mark.parametrize("give", PAGES.values(), ids=PAGES)
def test_a_pact_still_under_review_does_not_exist_for_a_visitor(give):
    slug = opened_small_pact(public=False)

    with pytest.raises(reads.UnknownPactError):
        give(slug, VISITOR)


def test_a_pact_still_under_review_is_read_by_who_reviews():
    slug = opened_small_pact(public=False)

    assert reads.pact_home(slug, viewer=CLERK, today=TODAY).header.is_public is False
    assert [line.slug for line in reads.pacts(viewer=CLERK, today=TODAY).lines] == [slug]
    assert reads.pacts(viewer=VISITOR, today=TODAY).lines == ()


@pytest.mark.parametrize("give", PAGES.values(), ids=PAGES)
def test_an_unknown_pact_is_said_to_be_unknown(give):
    with pytest.raises(reads.UnknownPactError):
        give("nowhere", PILOT)


def test_an_unknown_axis_or_measure_is_said_to_be_unknown():
    slug = opened_small_pact()

    with pytest.raises(reads.UnknownAxisError):
        reads.axis_page(slug, number=9, viewer=VISITOR)
    with pytest.raises(reads.UnknownMeasureError):
        reads.measure_page(slug, number="99", viewer=VISITOR)


def test_a_list_of_pacts_counts_what_each_holds():
    slug = opened_small_pact()

    lines = reads.pacts(viewer=VISITOR, today=TODAY).lines

    assert [(line.slug, line.axis_count, line.measure_count, line.signatory_count) for line in lines] == [
        (slug, 2, 3, 2)
    ]


def test_a_list_of_pacts_comes_by_pages_and_by_words(monkeypatch):
    monkeypatch.setattr(reads, "PACTS_A_PAGE", 2)
    slugs = [opened_small_pact(), _open(3), _open(4)]

    first, last, beyond = (reads.pacts(viewer=PILOT, today=TODAY, page=page) for page in (1, 2, 99))
    titles = {line.title for line in (*first.lines, *last.lines)}
    one = min(titles)
    named = reads.pacts(viewer=PILOT, today=TODAY, words=one.upper())

    assert (first.total, first.pages, first.page) == (len(slugs), 2, 1)
    assert {line.slug for line in (*first.lines, *last.lines)} == set(slugs)
    assert beyond == last
    assert all(one in line.title for line in named.lines)
    assert reads.pacts(viewer=PILOT, today=TODAY, words="introuvable").lines == ()


def test_a_document_knows_the_pact_it_became():
    slug = opened_small_pact()
    version_id = Citation.objects.all()[0].version_id

    assert reads.pact_of_version(version_id, viewer=VISITOR) == slug
    assert reads.pact_of_version(404, viewer=VISITOR) is None


def test_a_title_that_was_not_read_says_so():
    paper, draft, findings = small_pact()
    slug = open_pact(
        keep(paper), draft=replace(draft, title=None), findings=findings, coverage=COVERAGE, by=PILOT
    )

    header = reads.pact_home(slug, viewer=VISITOR, today=TODAY).header

    assert (header.title.origin, header.title.passages) == (Origin.PROPOSED, ())
    assert header.successor is not None
    assert header.successor.origin is Origin.READ


@pytest.mark.parametrize("give", PAGES.values(), ids=PAGES)
def test_a_page_costs_as_many_queries_for_a_large_pact_as_for_a_small_one(give):
    small, large = _open(3), _open(40)

    assert _queries(give, small) == _queries(give, large) <= 30


def test_the_pilots_home_and_the_list_cost_the_same_for_large_pacts():
    small = _open(3)
    list_of_one = _count(lambda: reads.pacts(viewer=PILOT, today=TODAY))
    large = _open(40)

    assert _count(lambda: reads.pacts(viewer=PILOT, today=TODAY)) == list_of_one == 2
    assert _count(lambda: reads.steering_home(small, viewer=PILOT)) == _count(
        lambda: reads.steering_home(large, viewer=PILOT)
    )


def _open(size: int) -> str:
    paper, draft, findings = pact_of(size)
    return open_pact(keep(paper), draft=draft, findings=findings, coverage=COVERAGE, by=PILOT)


def _queries(give, slug: str) -> int:
    return _count(lambda: give(slug, PILOT))


def _count(ask) -> int:
    with CaptureQueriesContext(connection) as queries:
        ask()
    return len(queries)
