"""Rows of a programme, fetched with all that their values need: a bounded number of queries, whatever the size."""

from collections.abc import Sequence
from typing import TypeVar

from django.db.models import Count, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce

from declic.records.accounts.filters import reached
from declic.records.accounts.rights import may_read_document, may_see_pilot_pages
from declic.records.accounts.viewers import Viewer
from declic.records.council.cited import with_passages
from declic.records.council.models import Sitting
from declic.records.council.passages import Cited, Origin
from declic.records.pact.choices import StatedField
from declic.records.pact.lines import stated
from declic.records.pact.models import (
    Amount,
    Axis,
    ContextFigure,
    Finding,
    FindingPassage,
    Measure,
    MeasureName,
    OngoingAction,
    Programme,
    ProgrammeSource,
    Role,
    Section,
    Signatory,
    SignatureBlock,
)
from declic.records.pact.values import PactHeader
from declic.records.sources.models import HEAVY


T = TypeVar("T")

HEAVY_VERSION = tuple(f"version__{column}" for column in HEAVY)


def readable_programmes(*, viewer: Viewer) -> QuerySet[Programme]:
    """Find the programmes the viewer may read, with their document."""
    known = reached(may_read_document, viewer=viewer, public="version__document__public")
    return Programme.objects.select_related("version__document").defer(*HEAVY_VERSION).filter(known)


def programme(slug: str, *, viewer: Viewer) -> Programme | None:
    """Find one programme with the passages of its single values; None where unknown or not allowed."""
    sources = Prefetch("sources", queryset=ProgrammeSource.objects.select_related("citation"))
    return readable_programmes(viewer=viewer).prefetch_related(sources).filter(slug=slug).first()


def with_its_document(slug: str, *, viewer: Viewer) -> Programme | None:
    """Find one programme with the whole of its document; None where unknown or not allowed."""
    sources = Prefetch("sources", queryset=ProgrammeSource.objects.select_related("citation"))
    rows = (
        readable_programmes(viewer=viewer)
        .defer(None)
        .defer("version__places")
        .select_related("version__document", "coverage")
    )
    return rows.prefetch_related(sources).filter(slug=slug).first()


def header(row: Programme, *, viewer: Viewer) -> PactHeader:
    """Give what every page says of a programme, to that viewer."""
    sitting = Sitting.objects.filter(version_id=row.version_id).values_list("pk", flat=True).first()
    title = stated_value(row, field=StatedField.TITLE, value=row.title)
    return PactHeader(
        slug=row.slug,
        version_id=row.version_id,
        document_slug=row.version.document.slug,
        sitting_id=sitting,
        title=title or Cited(row.title, Origin.PROPOSED, ()),
        signed_on=stated_value(row, field=StatedField.DATE, value=row.date),
        ends_on=stated_value(row, field=StatedField.ENDS_ON, value=row.ends_on),
        successor=stated_value(row, field=StatedField.SUCCESSOR, value=row.successor),
        is_public=row.version.document.public,
        is_steered_here=may_see_pilot_pages(viewer),
    )


def stated_value(row: Programme, *, field: StatedField, value: T | None) -> Cited[T] | None:
    """Give a single value with its passages; None where it is unsaid."""
    if not value:
        return None
    return Cited(value, *stated(row).get(field, (Origin.PROPOSED, ())))


def axes_of(row: Programme) -> QuerySet[Axis]:
    """Find the axes with their wordings."""
    return with_passages(row.axes.select_related("article")).prefetch_related("wordings")


def axis_bodies(row: Programme) -> list[tuple[int, int, int]]:
    """Give the number of each axis with where its part of the text starts and ends."""
    return list(row.axes.values_list("number", "body__start", "body__end"))


def measures_of(row: Programme) -> list[Measure]:
    """Find the measures with their axis and parent, in the order of the text."""
    return list(with_passages(row.measures.select_related("axis", "parent")).order_by("position"))


def whole_measure(row: Programme, *, number: str) -> Measure | None:
    """Find one measure with what it names, its other axes and its children."""
    names = Prefetch("names", queryset=with_passages(MeasureName.objects.order_by("position")))
    rows = with_passages(row.measures.select_related("axis__article", "parent"))
    return rows.prefetch_related(names, "secondary_axes", "children").filter(number=number).first()


def sections_of(axis: Axis) -> QuerySet[Section]:
    """Find the lettered parts of an axis."""
    return with_passages(axis.sections.select_related("body"))


def roles_of(row: Programme) -> QuerySet[Role]:
    """Find who answers for what."""
    return with_passages(row.roles.prefetch_related("axes"))


def actions_of(row: Programme) -> QuerySet[OngoingAction]:
    """Find what already ran."""
    return with_passages(row.ongoing_actions.select_related("axis"))


def figures_of(row: Programme) -> QuerySet[ContextFigure]:
    """Find the figures with their sentences."""
    return with_passages(row.figures.select_related("axis", "measure", "sentence"))


def amounts_of(row: Programme) -> QuerySet[Amount]:
    """Find the money with its sentences."""
    return with_passages(row.amounts.select_related("axis", "measure", "sentence"))


def signatories_of(row: Programme) -> QuerySet[Signatory]:
    """Find the parties with their people, their signature blocks and the act that validated them."""
    blocks = Prefetch("signature_blocks", queryset=with_passages(SignatureBlock.objects.order_by("position")))
    return with_passages(validated_signatories(row)).prefetch_related("representatives", blocks)


def validated_signatories(row: Programme) -> QuerySet[Signatory]:
    """Find the parties, each with the act that validated it."""
    acts = "deliberation__sitting__version"
    rows = row.signatories.select_related("citation", f"{acts}__document")
    return rows.defer(*(f"{acts}__{column}" for column in HEAVY))


def findings_of(row: Programme) -> Sequence[Finding]:
    """Find what the text says against itself, with its passages."""
    passages = Prefetch("passages", queryset=FindingPassage.objects.select_related("citation"))
    return list(row.findings.order_by("position").prefetch_related(passages))


def count_of(
    rows: type[Axis | ContextFigure | Measure | OngoingAction | Signatory], *, under: str
) -> Coalesce:
    """
    Count the rows of that kind that name the row above by the field `under`, as a query inside the query.

    Counting several kinds of rows by joins would multiply them by each other: a million lines for two thousand rows.
    """
    counted = (
        rows.objects.filter(**{under: OuterRef("pk")}).order_by().values(under).annotate(count=Count("pk"))
    )
    return Coalesce(Subquery(counted.values("count")), 0)
