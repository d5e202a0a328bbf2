"""The posts that a programme promises, from the quantities of its text: where they stand, and how sure they are."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from declic.records.accounts.viewers import Viewer
from declic.records.money.models import PromiseReading
from declic.records.pact.choices import FindingChoice, NameKind
from declic.records.pact.findings import answered
from declic.records.pact.models import ContextFigure, Finding, MeasureName
from declic.units.folding import fold


MEDIATOR_WORDS = ("adulte-relais", "adultes-relais", "adulte relais", "adultes relais")
COUNT_UNCLEAR = "count-unclear"
"""The rule of the finding that a count may be part of the one before it, or be more."""


@dataclass(frozen=True, slots=True)
class PostPromise:
    """
    How many posts a measure promises: `least` to `most` as its text can be read, `read` once somebody said which.

    Where a measure counts posts in several places, the largest count is sure, and each other one may be part of it
    or be more.
    """

    measure_id: int
    number: str
    least: int
    most: int
    read: int | None
    why: str
    edition: int
    employers: tuple[str, ...]
    figure_ids: tuple[int, ...]

    @property
    def is_clear(self) -> bool:
        """Say whether it can be read in one way, or somebody said in which."""
        return self.read is not None or self.least == self.most

    @property
    def sure(self) -> tuple[int, int]:
        """Give the least and the most, once read."""
        return (self.least, self.most) if self.read is None else (self.read, self.read)


def promised_posts(programme_id: int) -> dict[int, PostPromise]:
    """Give the posts that each measure of a programme promises, by its key; in a bounded number of queries."""
    figures = ContextFigure.objects.filter(programme_id=programme_id, measure__isnull=False)
    counts: dict[int, list[ContextFigure]] = {}
    for figure in figures.select_related("measure").order_by("measure__position", "position"):
        if figure.measure_id is not None and figure.value is not None and _counts_posts(figure):
            counts.setdefault(figure.measure_id, []).append(figure)
    readings = {row.measure_id: row for row in PromiseReading.objects.filter(measure_id__in=counts)}
    employers = _employers(counts)
    return {
        measure_id: _promise(own, reading=readings.get(measure_id), employers=employers.get(measure_id, ()))
        for measure_id, own in counts.items()
    }


def explain_counts(promise: PostPromise, *, read: int, why: str, by: Viewer) -> None:
    """
    Explain what the findings say of the posts of a measure by how they were read, inside a write.

    What somebody answered in other words stays.
    """
    figures = ContextFigure.objects.filter(pk__in=promise.figure_ids).select_related("citation")
    where = Q()
    for one in figures.order_by("pk"):
        start, end = one.citation.start, one.citation.end
        where |= Q(passages__citation__start__lte=start, passages__citation__end__gte=end)
    before = Q(state=FindingChoice.OPEN)
    if promise.read is not None:
        before |= Q(explanation=_reading(promise.read, why=promise.why))
    unclear = Finding.objects.filter(
        where, before, rule=COUNT_UNCLEAR, programme__measures=promise.measure_id
    )
    for number in sorted(set(unclear.values_list("pk", flat=True))):
        answered(Finding.objects.filter(pk=number), words=_reading(read, why=why), by=by)


def _reading(count: int, *, why: str) -> str:
    """Say how a promise was read, in French, as the finding is said."""
    return f"{count} {'poste promis' if count <= 1 else 'postes promis'} : {why}"


def _counts_posts(figure: ContextFigure) -> bool:
    words = fold(f"{figure.unit} {figure.subject}")
    return any(word in words for word in MEDIATOR_WORDS) and figure.value == int(figure.value or 0)


def _promise(
    figures: list[ContextFigure], *, reading: PromiseReading | None, employers: tuple[str, ...]
) -> PostPromise:
    values = [int(figure.value or 0) for figure in figures]
    first = figures[0].measure
    return PostPromise(
        measure_id=first.pk if first else 0,
        number=first.number if first else "",
        least=max(values),
        most=sum(values),
        read=reading.post_count if reading else None,
        why=reading.why if reading else "",
        edition=reading.edition if reading else 0,
        employers=employers,
        figure_ids=tuple(figure.pk for figure in figures),
    )


def _employers(measures: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """Give the organisations that each measure names: one of them employs."""
    found: dict[int, tuple[str, ...]] = {}
    rows = MeasureName.objects.filter(measure_id__in=list(measures), kind=NameKind.ORGANISATION)
    for measure_id, name in rows.order_by("measure_id", "position").values_list("measure_id", "name"):
        found[measure_id] = (*found.get(measure_id, ()), name)
    return found
