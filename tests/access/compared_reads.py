"""Every read of the site beside the oracle: what each person gets, and what they should."""

from collections.abc import Callable, Iterator
from typing import Any

from django.utils import timezone

from declic.records.accounts import reads as accounts
from declic.records.accounts.viewers import Viewer
from declic.records.council import reads as council
from declic.records.deliveries import reads as deliveries
from declic.records.evaluation import reads as evaluation
from declic.records.money import reads as money
from declic.records.pact import reads as pact
from declic.records.partners import reads as partners
from declic.records.sources import reads as sources
from declic.records.steering.reads import letters_being_handed, whole_steering
from declic.units.spans import Span
from tests.access import oracle
from tests.access.compared import TODAY, Compared, Keys, is_shown, one_by_one
from tests.access.compared_reads_of_sheets import of_sheets
from tests.access.compared_steering import reads_of_letters, reads_of_steering
from tests.access.oracle import Actor, World


def compared_reads(world: World) -> Iterator[Compared]:
    """Give every read of a world."""
    yield from _of_accounts(world)
    yield from _of_members(world)
    yield from _of_contacts(world)
    yield from _of_sources(world)
    yield from _of_drafts(world)
    yield from _of_councils(world)
    yield from _of_pacts(world)
    yield from _of_money(world)
    yield from _of_steering(world)
    yield from _of_letters(world)
    yield from of_sheets(world)


def _of_accounts(world: World) -> Iterator[Compared]:
    everyone = set(world.closed)
    yield Compared(
        "accounts.list_accounts",
        everyone,
        lambda viewer: {one.id for one in accounts.list_accounts(viewer=viewer)},
        lambda actor: everyone if oracle.keeps_accounts(actor) else set(),
    )
    yield Compared(
        "accounts.own_account",
        {"account"},
        one_by_one(["account"], lambda _n, viewer: accounts.own_account(viewer=viewer)),
        lambda actor: {"account"} if actor.person is not None else set(),
    )
    yield Compared(
        "accounts.own_sessions",
        {"sessions"},
        one_by_one(["sessions"], lambda _n, viewer: [accounts.own_sessions(this_key=None, viewer=viewer)]),
        lambda actor: {"sessions"} if actor.person is not None else set(),
    )
    yield Compared(
        "accounts.own_recovery_codes",
        {"codes"},
        one_by_one(["codes"], lambda _n, viewer: [accounts.own_recovery_codes(viewer=viewer)]),
        lambda actor: {"codes"} if actor.person is not None else set(),
    )


def _of_members(world: World) -> Iterator[Compared]:
    running = {number: job for number, job in world.jobs.items() if not job.is_over}

    def known(actor: Actor) -> Keys:
        return {number for number, job in running.items() if oracle.knows_members(actor, job.institution)}

    def listed(viewer: Viewer) -> Keys:
        return {one.id for place in world.institutions for one in partners.members(place, viewer=viewer)}

    yield Compared("partners.members", set(world.jobs), listed, known)
    yield Compared(
        "partners.membership",
        set(world.jobs),
        one_by_one(world.jobs, lambda number, viewer: partners.membership(number, viewer=viewer)),
        known,
    )
    yield Compared(
        "partners.all_memberships",
        set(world.jobs),
        lambda viewer: {one.id for one in partners.all_memberships(viewer=viewer)},
        lambda actor: set(running) if oracle.keeps_accounts(actor) else set(),
    )
    yield Compared(
        "partners.my_memberships",
        set(world.jobs),
        lambda viewer: {one.id for one in partners.my_memberships(viewer=viewer)},
        lambda actor: {number for number, job in running.items() if job.person == actor.person},
    )
    now = timezone.now()
    yield Compared(
        "partners.team",
        set(world.institutions),
        one_by_one(world.institutions, lambda place, viewer: partners.team(place, viewer=viewer, now=now)),
        lambda actor: {place for place in world.institutions if oracle.knows_members(actor, place)},
    )
    yield Compared(
        "partners.invitations",
        {*world.waiting, *world.answered},
        lambda viewer: {
            one.id
            for place in world.institutions
            for one in partners.invitations(place, viewer=viewer, now=now)
        },
        lambda actor: {n for n, place in world.waiting.items() if oracle.knows_members(actor, place)},
    )


def _of_contacts(world: World) -> Iterator[Compared]:
    contacts, places = world.contacts, set(world.institutions)

    def known(actor: Actor) -> Keys:
        return {n for n, one in contacts.items() if oracle.knows_contact(actor, is_public=one.is_public)}

    def lines(viewer: Viewer) -> Iterator[Any]:
        return (one for place in places for one in partners.contact_persons(place, viewer=viewer))

    def named_deputies(actor: Actor) -> Keys:
        seen = known(actor)
        return {n for n in seen if contacts[n].deputy in seen}

    yield Compared(
        "partners.contact_persons", set(contacts), lambda viewer: {one.id for one in lines(viewer)}, known
    )
    yield Compared(
        "partners.contact_persons: deputy",
        set(contacts),
        lambda viewer: {one.id for one in lines(viewer) if one.deputy_id or one.deputy_name},
        named_deputies,
    )
    yield Compared(
        "partners.contact_person",
        set(contacts),
        one_by_one(contacts, lambda number, viewer: partners.contact_person(number, viewer=viewer)),
        known,
    )
    yield Compared(
        "partners.list_institutions",
        places,
        lambda viewer: {one.id for one in partners.list_institutions(viewer=viewer)},
        lambda _actor: places,
    )
    yield Compared(
        "partners.institution_to_describe",
        set(places),
        one_by_one(places, lambda number, viewer: partners.institution_to_describe(number, viewer=viewer)),
        lambda actor: {place for place in places if oracle.describes(actor, place)},
    )
    yield Compared(
        "partners.institution",
        places,
        one_by_one(places, lambda number, viewer: partners.institution(number, viewer=viewer)),
        lambda _actor: places,
    )


def _readable(world: World) -> Callable[[Actor], Keys]:
    def due(actor: Actor) -> Keys:
        papers = world.papers.items()
        return {n for n, one in papers if oracle.reads_paper(actor, is_public=one.is_public)}

    return due


def _of_sources(world: World) -> Iterator[Compared]:
    papers, due = world.papers, _readable(world)
    by_citation = {one.citation: number for number, one in papers.items()}
    yield Compared(
        "sources.list_documents",
        set(papers),
        lambda viewer: {one.id for one in sources.list_documents(viewer=viewer)},
        due,
    )
    yield Compared(
        "sources.citations",
        set(papers),
        lambda viewer: {by_citation[n] for n in sources.citations(by_citation, viewer=viewer)},
        due,
    )
    asked: dict[str, Callable[[Any, Viewer], object]] = {
        "document_page": lambda n, viewer: sources.document_page(papers[n].slug, viewer=viewer),
        "document_of_version": lambda n, viewer: sources.document_of_version(
            papers[n].version, viewer=viewer
        ),
        "original_file": lambda n, viewer: sources.original_file(papers[n].version, viewer=viewer),
        "passage": lambda n, viewer: sources.passage(papers[n].version, start=0, end=2, viewer=viewer),
        "passage_on_pages": lambda n, viewer: sources.passage_on_pages(
            papers[n].version, passage=Span(0, 2), page=1, viewer=viewer
        ),
        "picture_tag": lambda n, viewer: sources.picture_tag(papers[n].version, number=1, viewer=viewer),
        "page_picture": lambda n, viewer: sources.page_picture(papers[n].version, number=1, viewer=viewer),
        "citation_passage": lambda n, viewer: sources.citation_passage(papers[n].citation, viewer=viewer),
    }
    for name, ask in asked.items():
        yield Compared(f"sources.{name}", set(papers), one_by_one(papers, ask), due)


def _of_drafts(world: World) -> Iterator[Compared]:
    papers = world.papers

    def due(actor: Actor) -> Keys:
        return set(papers) if oracle.reviews(actor) else set()

    yield Compared(
        "sources.list_documents: drafts",
        set(papers),
        lambda viewer: {one.id for one in sources.list_documents(viewer=viewer) if one.draft},
        due,
    )
    asked: dict[str, Callable[[Any, Viewer], object]] = {
        "review_page": lambda n, viewer: sources.review_page(papers[n].draft, viewer=viewer),
        "accepted_draft": lambda n, viewer: sources.accepted_draft(papers[n].draft, viewer=viewer),
        "kept_reading": lambda n, viewer: sources.kept_reading(papers[n].draft, viewer=viewer),
        "draft_of_version": lambda n, viewer: sources.draft_of_version(papers[n].version, viewer=viewer),
    }
    for name, ask in asked.items():
        yield Compared(f"sources.{name}", set(papers), one_by_one(papers, ask), due)
    yield Compared(
        "sources.count_versions",
        {"count"},
        lambda viewer: {"count"} if sources.count_versions(viewer=viewer) else set(),
        lambda actor: {"count"} if oracle.operates(actor) else set(),
    )
    yield Compared(
        "sources.verify_sources",
        {"report"},
        one_by_one(["report"], lambda _n, viewer: sources.verify_sources(viewer=viewer, tick=lambda: None)),
        lambda actor: {"report"} if oracle.operates(actor) else set(),
    )


def _of_councils(world: World) -> Iterator[Compared]:
    papers, due = world.papers, _readable(world)
    by_sitting = {one.sitting: number for number, one in papers.items()}
    yield Compared(
        "council.sittings",
        set(papers),
        lambda viewer: {by_sitting[one.sitting_id] for one in council.sittings(viewer=viewer)},
        due,
    )
    asked: dict[str, Callable[[Any, Viewer], object]] = {
        "sitting_page": lambda n, viewer: council.sitting_page(papers[n].sitting, viewer=viewer),
        "filing": lambda n, viewer: council.filing(papers[n].sitting, viewer=viewer),
        "sitting_of_version": lambda n, viewer: council.sitting_of_version(papers[n].version, viewer=viewer),
    }
    for name, ask in asked.items():
        yield Compared(f"council.{name}", set(papers), one_by_one(papers, ask), due)


def _of_money(world: World) -> Iterator[Compared]:
    papers = world.papers

    def due(actor: Actor) -> Keys:
        if not oracle.reads_sheet(actor, published=False):
            return set()
        return {n for n, one in papers.items() if oracle.reads_paper(actor, is_public=one.is_public)}

    asked: dict[str, Callable[[Any, Viewer], object]] = {
        "money.money_page": lambda n, viewer: money.money_page(papers[n].programme, viewer=viewer),
        "money.sheet_money": lambda n, viewer: money.sheet_money(papers[n].sheet, viewer=viewer),
        "money.line_page": lambda n, viewer: money.line_page(
            papers[n].programme, papers[n].line, viewer=viewer
        ),
        "money.posts_page": lambda n, viewer: money.posts_page(papers[n].programme, viewer=viewer),
        "money.post": lambda n, viewer: money.post(papers[n].programme, papers[n].post, viewer=viewer),
        "money.money_choices": lambda n, viewer: money.money_choices(papers[n].programme, viewer=viewer),
        "deliveries.deliveries_page": lambda n, viewer: deliveries.deliveries_page(
            papers[n].programme, viewer=viewer
        ),
        "deliveries.delivery": lambda n, viewer: deliveries.delivery(
            papers[n].programme, papers[n].delivery, viewer=viewer
        ),
        "deliveries.delivery_choices": lambda n, viewer: deliveries.delivery_choices(
            papers[n].programme, viewer=viewer
        ),
        "evaluation.indicators_page": lambda n, viewer: evaluation.indicators_page(
            papers[n].programme, viewer=viewer
        ),
        "evaluation.indicator_page": lambda n, viewer: evaluation.indicator_page(
            papers[n].programme, papers[n].indicator, viewer=viewer
        ),
    }
    yield Compared(
        "evaluation.measures_to_observe",
        set(papers),
        one_by_one(
            papers, lambda n, viewer: evaluation.measures_to_observe(papers[n].programme, viewer=viewer)
        ),
        lambda actor: {n for n in due(actor) if oracle.steers_axis(actor, papers[n].pilots)},
    )
    for name, ask in asked.items():
        yield Compared(name, set(papers), one_by_one(papers, ask), due)


def _of_pacts(world: World) -> Iterator[Compared]:
    papers, due = world.papers, _readable(world)
    by_slug = {one.programme: number for number, one in papers.items()}
    yield Compared(
        "pact.pacts",
        set(papers),
        lambda viewer: {by_slug[one.slug] for one in pact.pacts(viewer=viewer, today=TODAY).lines},
        due,
    )
    asked: dict[str, Callable[[Any, Viewer], object]] = {
        "pact_home": lambda n, viewer: pact.pact_home(papers[n].programme, viewer=viewer, today=TODAY),
        "measure_page": lambda n, viewer: pact.measure_page(papers[n].programme, number="1", viewer=viewer),
        "figures_page": lambda n, viewer: pact.figures_page(papers[n].programme, viewer=viewer),
        "amounts_page": lambda n, viewer: pact.amounts_page(papers[n].programme, viewer=viewer),
        "whole_pact": lambda n, viewer: pact.whole_pact(papers[n].programme, viewer=viewer),
        "pact_of_version": lambda n, viewer: pact.pact_of_version(papers[n].version, viewer=viewer),
    }
    for name, ask in asked.items():
        yield Compared(f"pact.{name}", set(papers), one_by_one(papers, ask), due)
    yield Compared(
        "evaluation.published_measure",
        set(papers),
        one_by_one(
            papers,
            lambda n, viewer: evaluation.published_measure(papers[n].programme, number="1", viewer=viewer),
        ),
        due,
    )
    yield Compared(
        "pact.steering_home",
        set(papers),
        one_by_one(papers, lambda n, viewer: pact.steering_home(papers[n].programme, viewer=viewer)),
        lambda actor: set(papers) if oracle.steers(actor) else set(),
    )
    yield _findings(world, due)
    yield _explainers(world)
    yield _validations(world, due)


def _of_steering(world: World) -> Iterator[Compared]:
    """Committees are read by who works for an institution of the pact, where the pact is open to them."""
    papers, readable = world.papers, _readable(world)

    def due(actor: Actor) -> Keys:
        return readable(actor) if oracle.RULES["may_read_committees"](actor) else set()

    def asker(name: str) -> Callable[[Any, Viewer], object]:
        return lambda number, viewer: reads_of_steering(papers[number])[name](viewer)

    yield Compared(
        "steering.whole_steering",
        set(papers),
        one_by_one(papers, lambda n, viewer: whole_steering(papers[n].programme, viewer=viewer)),
        readable,
    )
    for name in reads_of_steering(next(iter(papers.values()))):
        yield Compared(f"steering.{name}", set(papers), one_by_one(papers, asker(name)), due)


def _of_letters(world: World) -> Iterator[Compared]:
    """The log of letters holds addresses: who steers reads it, and the machine alone what leaves."""
    papers, readable = world.papers, _readable(world)

    def asker(name: str) -> Callable[[Any, Viewer], object]:
        return lambda number, viewer: reads_of_letters(papers[number])[name](viewer)

    yield Compared(
        "steering.letters_page",
        set(papers),
        one_by_one(papers, asker("letters_page")),
        lambda actor: readable(actor) if oracle.steers(actor) else set(),
    )
    yield Compared(
        "steering.leaving_letter",
        set(papers),
        one_by_one(papers, asker("leaving_letter")),
        lambda actor: set(papers) if oracle.operates(actor) else set(),
    )
    yield Compared(
        "steering.letters_being_handed",
        {"letters"},
        one_by_one(["letters"], lambda _n, viewer: [letters_being_handed(viewer=viewer)]),
        lambda actor: {"letters"} if oracle.operates(actor) else set(),
    )


def _finding_lines(world: World, viewer: Viewer) -> Iterator[Any]:
    for paper in world.papers.values():
        try:
            yield from pact.findings_page(paper.programme, viewer=viewer).findings
        except LookupError:
            continue


def _findings(world: World, readable: Callable[[Actor], Keys]) -> Compared:
    """Who steers sees every finding; anyone else those that were explained."""

    def due(actor: Actor) -> Keys:
        seen = [world.papers[n] for n in readable(actor)]
        hidden = {one.unexplained for one in seen} if oracle.steers(actor) else set()
        return {one.explained for one in seen} | hidden

    return Compared(
        "pact.findings_page",
        {n for one in world.papers.values() for n in (one.explained, one.unexplained)},
        lambda viewer: {line.finding_id for line in _finding_lines(world, viewer)},
        due,
    )


def _explainers(world: World) -> Compared:
    """The name of who explained is told to those who steer."""
    explained = {one.explained for one in world.papers.values()}
    return Compared(
        "pact.findings_page: by whom",
        explained,
        lambda viewer: {line.finding_id for line in _finding_lines(world, viewer) if line.explained_by},
        lambda actor: explained if oracle.steers(actor) else set(),
    )


def _validations(world: World, readable: Callable[[Actor], Keys]) -> Compared:
    """The act that validated a signatory is named to who may read the act."""

    def got(viewer: Viewer) -> Keys:
        return {
            n for n in world.papers if is_shown(lambda n, viewer: _named_act(world, n, viewer), n, viewer)
        }

    def due(actor: Actor) -> Keys:
        seen = readable(actor)
        return {n for n in seen if world.papers[n].validated_by in seen}

    return Compared("pact.signatories_page: act", set(world.papers), got, due)


def _named_act(world: World, number: int, viewer: Viewer) -> object:
    lines = pact.signatories_page(world.papers[number].programme, viewer=viewer).signatories
    return next((line.validation.deliberation_number for line in lines), None)
