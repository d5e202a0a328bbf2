"""Every read of sheets beside the oracle."""

from collections.abc import Callable, Iterator
from typing import Any

from declic.records.accounts.viewers import Viewer
from declic.records.pact.models import Programme
from declic.records.pact.queries import header
from declic.records.partners.models import Membership
from declic.records.sheets import reads as sheets
from tests.access import oracle
from tests.access.compared import TODAY, Compared, one_by_one
from tests.access.oracle import World


def of_sheets(world: World) -> Iterator[Compared]:
    """Give every read of sheets of a world."""
    papers = world.papers
    by_slug = {one.programme: number for number, one in papers.items()}
    asked: dict[str, Callable[[Any, Viewer], object]] = {
        "sheets_page": lambda n, viewer: sheets.sheets_page(papers[n].programme, viewer=viewer, today=TODAY),
        "timeline": lambda n, viewer: sheets.timeline(papers[n].programme, viewer=viewer, today=TODAY),
        "measure_sheets": lambda n, viewer: sheets.measure_sheets(
            papers[n].programme, number="1", viewer=viewer, today=TODAY
        ),
        "sheets_below": lambda n, viewer: sheets.sheets_below(
            header(Programme.objects.get(slug=papers[n].programme), viewer=viewer),
            number="1",
            viewer=viewer,
            today=TODAY,
        ),
        "sheet_page": lambda n, viewer: sheets.sheet_page(
            papers[n].programme, code="1-1", viewer=viewer, today=TODAY
        ),
        "sheet_history": lambda n, viewer: sheets.sheet_history(
            papers[n].programme, code="1-1", viewer=viewer, today=TODAY
        ),
        "sheets_header": lambda n, viewer: sheets.sheets_header(papers[n].programme, viewer=viewer),
        "sheet_brief": lambda n, viewer: sheets.sheet_brief(
            papers[n].programme, code="1-1", viewer=viewer, today=TODAY
        ),
        "bulk_changes": lambda n, viewer: sheets.bulk_changes(
            papers[n].programme, codes=["1-1"], says={"priority": "high"}, viewer=viewer
        ),
        "sheets_table": lambda n, viewer: sheets.sheets_table(papers[n].programme, viewer=viewer),
        "pilots_page": lambda n, viewer: sheets.pilots_page(papers[n].programme, viewer=viewer),
        "took_away": lambda n, viewer: sheets.took_away(papers[n].programme, "pilot", 0, viewer=viewer),
    }
    for name, ask in asked.items():
        yield Compared(
            f"sheets.{name}",
            set(papers),
            one_by_one(papers, ask),
            lambda actor: {n for n, one in papers.items() if oracle.knows_sheets(actor, one)},
        )
    yield Compared(
        "sheets.published_sheets",
        set(papers),
        one_by_one(papers, lambda n, viewer: sheets.published_sheets(papers[n].programme, viewer=viewer)),
        lambda actor: {
            n
            for n, one in papers.items()
            if one.is_published and oracle.reads_paper(actor, is_public=one.is_public)
        },
    )
    yield Compared(
        "sheets.my_actions",
        set(papers),
        lambda viewer: {by_slug[one.line.slug] for one in sheets.my_actions(viewer=viewer, today=TODAY)},
        lambda actor: {n for n, one in papers.items() if oracle.is_expected_of(actor, one)},
    )
    yield from _of_people(world)


def _of_people(world: World) -> Iterator[Compared]:
    jobs = world.jobs
    numbers = {(job.person, job.institution): n for n, job in jobs.items() if not job.is_over}
    assert Membership.objects.filter(ended_at__isnull=True).count() == len(numbers)
    yield Compared(
        "sheets.colleagues",
        set(jobs),
        lambda viewer: {
            numbers[one.person_id, one.institution_id] for one in sheets.colleagues(viewer=viewer)
        },
        lambda actor: {n for n, job in jobs.items() if oracle.names_colleague(actor, world, job)},
    )
    yield Compared(
        "sheets.templates",
        {"templates"},
        one_by_one(["templates"], lambda _n, viewer: sheets.templates(viewer=viewer)),
        lambda actor: {"templates"} if oracle.reads_sheet(actor, published=False) else set(),
    )
