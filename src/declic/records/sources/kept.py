"""What a review kept of an answer: rejected values left out, corrections in place, nothing else changed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from declic.engines.reading.drafts import Finding, PactDraft, SittingDraft
from declic.records.sources.answers import Json
from declic.records.sources.choices import ItemKind
from declic.records.sources.drafts_again import finding_from, sitting_from
from declic.records.sources.items import PACT_LISTS, SITTING_LISTS
from declic.records.sources.pacts_again import pact_from


@dataclass(frozen=True, slots=True)
class KeptReading:
    """A reviewed draft, with the types of the reading engine; `answer` is the same as plain data."""

    draft_id: int
    version_id: int
    state: str
    sitting: SittingDraft | None
    pact: PactDraft | None
    findings: tuple[Finding, ...]
    answer: Json


def kept_answer(answer: Json, *, items: Iterable[tuple[str, Json]]) -> Json:
    """Put the kept items (kind, value) back where they stood in the answer; a part without its head is null."""
    kept: dict[str, list[Json]] = defaultdict(list)
    for kind, value in items:
        kept[kind].append(value)
    return {
        **answer,
        "sitting": _part(answer["sitting"], head=ItemKind.SITTING, lists=SITTING_LISTS, kept=kept),
        "pact": _part(answer["pact"], head=ItemKind.PACT, lists=PACT_LISTS, kept=kept),
        "findings": kept[ItemKind.FINDING],
    }


def reading_from(answer: Json, *, draft_id: int, version_id: int, state: str) -> KeptReading:
    """Give a kept answer the types that the records above apply."""
    return KeptReading(
        draft_id=draft_id,
        version_id=version_id,
        state=state,
        sitting=sitting_from(answer["sitting"]) if answer["sitting"] else None,
        pact=pact_from(answer["pact"]) if answer["pact"] else None,
        findings=tuple(finding_from(finding) for finding in answer["findings"]),
        answer=answer,
    )


def _part(
    part: Json | None,
    *,
    head: ItemKind,
    lists: Iterable[tuple[ItemKind, str]],
    kept: Mapping[str, list[Json]],
) -> Json | None:
    if part is None or not kept.get(head):
        return None
    return {**part, **kept[head][0], **{name: kept.get(kind, []) for kind, name in lists}}
