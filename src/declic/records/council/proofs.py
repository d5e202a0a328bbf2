"""Every passage that a draft stands on becomes a citation once, and no row is kept without its own."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import TypeVar

from declic.records.accounts.viewers import Viewer
from declic.records.council.cited import CitedRow
from declic.records.sources.writes import cite
from declic.units.spans import Span


Row = TypeVar("Row", bound=CitedRow)

BATCH = 200


class UncitedValueError(ValueError):
    """A value has no passage to stand on; the message says which kind, in French, for who reviews."""


@dataclass(frozen=True, slots=True)
class Proofs:
    """The citations of one version, by passage."""

    citation_ids: Mapping[Span, int]

    def ids(self, spans: Iterable[Span]) -> list[int]:
        """Give the citations of these passages, each once, in the order given."""
        return [self.citation_ids[span] for span in dict.fromkeys(spans)]

    def keep(self, rows: Sequence[Row], *, spans: Sequence[Sequence[Span]]) -> list[Row]:
        """
        Save rows of one model, each with its passages: `spans[n]` are those of `rows[n]`.

        Raises UncitedValueError for a row without passage; nothing is saved then.
        """
        if not rows:
            return []
        cited = [self.ids(own) for own in spans]
        for row, ids in zip(rows, cited, strict=True):
            if not ids:
                raise UncitedValueError(f"Une valeur n'a pas de passage dans le document : {row}.")
            row.citation_id = ids[0]
        model = type(rows[0])
        kept = model._default_manager.bulk_create(rows, batch_size=BATCH)  # noqa: SLF001 — Django's own door
        _keep_further(kept, cited=cited)
        return kept


def prove(version_id: int, *, draft: object, also: Iterable[Span] = (), by: Viewer) -> Proofs:
    """Cite, at once, every passage found anywhere in a draft, and those given beside it."""
    spans = list(dict.fromkeys([*spans_in(draft), *also]))
    citations = cite(version_id, spans, by=by)
    return Proofs({span: citation.pk for span, citation in zip(spans, citations, strict=True)})


def spans_in(value: object) -> Iterator[Span]:
    """Give every passage held by a value, however deep in its fields and tuples."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from spans_in(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from spans_in(getattr(value, field.name))


def _keep_further(rows: Sequence[CitedRow], *, cited: Sequence[Sequence[int]]) -> None:
    through = type(rows[0]).further_citations.through
    owner = type(rows[0])._meta.model_name  # noqa: SLF001 — the name Django gave the column
    links = [
        through(**{f"{owner}_id": row.pk, "citation_id": further})
        for row, ids in zip(rows, cited, strict=True)
        for further in ids[1:]
    ]
    through._default_manager.bulk_create(links, batch_size=BATCH)  # noqa: SLF001
