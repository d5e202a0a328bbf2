"""What every row that holds a value of a document shares: its origin and the passages that prove it."""

from typing import TypeVar

from django.db import models
from django.db.models import Q, QuerySet

from declic.records.council.choices import OriginChoice
from declic.records.council.passages import Origin, Passage
from declic.records.sources.models import Citation


class CitedRow(models.Model):
    """
    A value with its proof: a passage that cannot be deleted under it, and the others that say it too.

    Reads take rows by `with_passages`, or each row costs two more queries.
    """

    origin = models.CharField(max_length=10, choices=OriginChoice, default=OriginChoice.READ)
    citation = models.ForeignKey(Citation, on_delete=models.PROTECT, related_name="+")
    further_citations = models.ManyToManyField(Citation, related_name="+", blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(origin__in=OriginChoice.values), name="%(app_label)s_%(class)s_origin_known"
            ),
        ]


Row = TypeVar("Row", bound=CitedRow)


def with_passages(rows: QuerySet[Row]) -> QuerySet[Row]:
    """Fetch the passages along with the rows, whatever their number."""
    return rows.select_related("citation").prefetch_related("further_citations")


def passage(citation: Citation) -> Passage:
    """Give the passage of a citation."""
    return Passage(citation.pk, citation.version_id, citation.start, citation.end, citation.quote)


def passages(row: CitedRow) -> tuple[Passage, ...]:
    """Give every passage of a row, the first one first."""
    return (passage(row.citation), *(passage(citation) for citation in row.further_citations.all()))


def origin(row: CitedRow) -> Origin:
    """Say how the row's value came to be."""
    return Origin(row.origin)
