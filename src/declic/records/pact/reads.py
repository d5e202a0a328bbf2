"""Answers about programmes: what was promised, where it stands in the text, and who answers for it."""

import datetime

from django.core.paginator import Paginator
from django.db.models import QuerySet

from declic.records.accounts.rights import may_see_pilot_pages
from declic.records.accounts.viewers import Viewer
from declic.records.council.cited import origin, passages, with_passages
from declic.records.council.passages import Cited
from declic.records.pact import queries
from declic.records.pact.choices import StatedField
from declic.records.pact.findings import finding_lines
from declic.records.pact.homes import has_ended, pilots_home, public_home, signatory_summary
from declic.records.pact.lines import amount_line, figure_group, figure_line, signatory_line
from declic.records.pact.models import Axis, Measure, Programme, Signatory
from declic.records.pact.promise_pages import one_axis, one_measure
from declic.records.pact.values import (
    AmountsPage,
    AxisPage,
    FigureLine,
    FiguresPage,
    FindingsPage,
    MeasurePage,
    PactHome,
    PactLine,
    PactList,
    SignatoriesPage,
    SteeringHome,
)
from declic.records.pact.values.whole import WholePact
from declic.records.pact.whole import whole_programme


PACTS_A_PAGE = 30


class UnknownPactError(LookupError):
    """No programme has this slug, or the viewer may not know that it has."""


class UnknownAxisError(LookupError):
    """The programme has no axis of this number."""


class UnknownMeasureError(LookupError):
    """The programme has no measure of this number."""


def pacts(*, viewer: Viewer, today: datetime.date, words: str = "", page: int = 1) -> PactList:
    """
    List the programmes the viewer may read, the latest signed first: those whose title holds every word.

    A page that does not exist is the nearest one that does.
    """
    found = queries.readable_programmes(viewer=viewer)
    for word in words.split():
        found = found.filter(title__icontains=word)
    pages = Paginator(found, PACTS_A_PAGE)
    shown = pages.get_page(page)
    lines = _pact_lines(found, start=shown.start_index() - 1, today=today) if pages.count else ()
    return PactList(lines, words=words, total=pages.count, page=shown.number, pages=pages.num_pages)


def _pact_lines(found: QuerySet[Programme], *, start: int, today: datetime.date) -> tuple[PactLine, ...]:
    counted = found.annotate(
        axis_count=queries.count_of(Axis, under="programme"),
        measure_count=queries.count_of(Measure, under="programme"),
        signatory_count=queries.count_of(Signatory, under="programme"),
    )
    return tuple(
        PactLine(
            slug=row.slug,
            title=row.title,
            signed_on=row.date,
            ends_on=row.ends_on,
            has_ended=has_ended(row, today=today),
            is_public=row.version.document.public,
            axis_count=row.axis_count,
            measure_count=row.measure_count,
            signatory_count=row.signatory_count,
        )
        for row in counted[start : start + PACTS_A_PAGE]
    )


def pact_home(slug: str, *, viewer: Viewer, today: datetime.date) -> PactHome:
    """Give the public home of a programme. Raises UnknownPactError."""
    return public_home(_programme(slug, viewer=viewer), viewer=viewer, today=today)


def axis_page(slug: str, *, number: int, viewer: Viewer) -> AxisPage:
    """Give one axis of a programme. Raises UnknownPactError, UnknownAxisError."""
    row = _programme(slug, viewer=viewer)
    axes = list(queries.axes_of(row))
    axis = next((one for one in axes if one.number == number), None)
    if axis is None:
        raise UnknownAxisError(number)
    return one_axis(row, axes=axes, axis=axis, viewer=viewer)


def measure_page(slug: str, *, number: str, viewer: Viewer) -> MeasurePage:
    """Give one measure, by its number as published. Raises UnknownPactError, UnknownMeasureError."""
    row = _programme(slug, viewer=viewer)
    measure = queries.whole_measure(row, number=number)
    if measure is None:
        raise UnknownMeasureError(number)
    return one_measure(row, measure=measure, viewer=viewer)


def figures_page(slug: str, *, viewer: Viewer) -> FiguresPage:
    """Give the figures of the diagnosis, each with its sentence. Raises UnknownPactError."""
    row = _programme(slug, viewer=viewer)
    grouped: dict[int | None, list[FigureLine]] = {}
    for figure in queries.figures_of(row):
        grouped.setdefault(figure.axis.number if figure.axis else None, []).append(figure_line(figure))
    titles = dict(row.axes.values_list("number", "title"))
    order = [None, *titles]
    groups = [
        figure_group(grouped[number], axis_number=number, title="" if number is None else titles[number])
        for number in order
        if number in grouped
    ]
    return FiguresPage(header=queries.header(row, viewer=viewer), groups=tuple(groups))


def amounts_page(slug: str, *, viewer: Viewer) -> AmountsPage:
    """Give the money of the text, each amount with its sentence. Raises UnknownPactError."""
    row = _programme(slug, viewer=viewer)
    amounts = tuple(amount_line(amount) for amount in queries.amounts_of(row))
    return AmountsPage(header=queries.header(row, viewer=viewer), amounts=amounts)


def signatories_page(slug: str, *, viewer: Viewer) -> SignatoriesPage:
    """Give who signed, and where each stands with its own assembly. Raises UnknownPactError."""
    row = _programme(slug, viewer=viewer)
    alone = with_passages(row.signature_blocks.filter(signatory=None).order_by("position"))
    return SignatoriesPage(
        header=queries.header(row, viewer=viewer),
        reserve=queries.stated_value(row, field=StatedField.RESERVE, value=row.reserve),
        summary=signatory_summary(row),
        signatories=tuple(
            signatory_line(signatory, viewer=viewer) for signatory in queries.signatories_of(row)
        ),
        unassigned_blocks=tuple(Cited(block.text, origin(block), passages(block)) for block in alone),
    )


def findings_page(slug: str, *, viewer: Viewer) -> FindingsPage:
    """
    Give what the text says against itself, and what was answered. Raises UnknownPactError.

    Who does not steer sees the findings that were explained, without the name of who did.
    """
    row = _programme(slug, viewer=viewer)
    findings = finding_lines(queries.findings_of(row), measures=queries.measures_of(row), viewer=viewer)
    return FindingsPage(header=queries.header(row, viewer=viewer), findings=findings)


def whole_pact(slug: str, *, viewer: Viewer) -> WholePact:
    """
    Give a programme whole, with its document. Raises UnknownPactError.

    Who does not steer gets the findings that were explained; nobody gets who explained them.
    """
    row = queries.with_its_document(slug, viewer=viewer)
    if row is None:
        raise UnknownPactError(slug)
    return whole_programme(row, viewer=viewer)


def steering_home(slug: str, *, viewer: Viewer) -> SteeringHome:
    """Give the pilots' home of a programme. Raises UnknownPactError, also to who may not steer it."""
    if not may_see_pilot_pages(viewer):
        raise UnknownPactError(slug)
    return pilots_home(_programme(slug, viewer=viewer), viewer=viewer)


def pact_of_version(version_id: int, *, viewer: Viewer) -> str | None:
    """Say which programme (slug) was opened from a version of a document; None where none is visible."""
    rows = queries.readable_programmes(viewer=viewer).filter(version_id=version_id)
    return rows.values_list("slug", flat=True).first()


def _programme(slug: str, *, viewer: Viewer) -> Programme:
    found = queries.programme(slug, viewer=viewer)
    if found is None:
        raise UnknownPactError(slug)
    return found
