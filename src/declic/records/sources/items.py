"""The values of an answer, one by one, so that a person can accept, correct or reject each."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from declic.records.sources.choices import ItemKind


Value = dict[str, Any]

SITTING_LISTS = (
    (ItemKind.MEMBER, "members"),
    (ItemKind.SUBSTITUTE, "substitutes"),
    (ItemKind.PROXY, "proxies"),
    (ItemKind.DELIBERATION, "deliberations"),
)
PACT_LISTS = (
    (ItemKind.PARTY, "parties"),
    (ItemKind.SIGNATURE_BLOCK, "signature_blocks"),
    (ItemKind.ARTICLE, "articles"),
    (ItemKind.AXIS, "axes"),
    (ItemKind.ROLE, "roles"),
    (ItemKind.ONGOING_ACTION, "ongoing_actions"),
    (ItemKind.MEASURE, "measures"),
    (ItemKind.FIGURE, "figures"),
    (ItemKind.AMOUNT, "amounts"),
    (ItemKind.BODY, "bodies"),
    (ItemKind.DATE, "dates"),
    (ItemKind.EVENT, "events"),
)
COMPUTED = {"questions", "checks"}
"""Parts of the sitting that are computed: shown beside the review, never decided on."""

KEY_FIELDS = ("number", "name", "organisation", "giver", "title", "question")
LABEL_FIELDS = (
    "number",
    "question",
    "name",
    "organisation",
    "giver",
    "title",
    "subject",
    "label",
    "text",
    "value",
)


@dataclass(frozen=True, slots=True)
class ItemDraft:
    """One value to review, before it is a row."""

    kind: ItemKind
    key: str
    label: str
    value: Value
    spans: list[list[int]]


def items_of(answer: Value) -> tuple[ItemDraft, ...]:
    """Cut an answer (`declic-reading/1`) into its values, in the order of the review; keys are unique per kind."""
    return (
        *_part(answer.get("sitting"), head=ItemKind.SITTING, lists=SITTING_LISTS),
        *_part(answer.get("pact"), head=ItemKind.PACT, lists=PACT_LISTS),
        *_listed(ItemKind.FINDING, answer["findings"]),
    )


def _part(
    part: Value | None, *, head: ItemKind, lists: Iterable[tuple[ItemKind, str]]
) -> Iterator[ItemDraft]:
    if part is None:
        return
    listed = {name for _, name in lists} | COMPUTED
    own = {name: value for name, value in part.items() if name not in listed}
    flat = sorted({tuple(span) for passages in own["passages"].values() for span in passages})
    yield ItemDraft(
        kind=head,
        key=head.value,
        label=str(own.get("body") or own.get("title") or "")[:300],
        value=own,
        spans=[list(span) for span in flat],
    )
    for kind, name in lists:
        yield from _listed(kind, part.get(name) or [])


def _listed(kind: ItemKind, values: Iterable[Value]) -> Iterator[ItemDraft]:
    seen: Counter[str] = Counter()
    for position, value in enumerate(values):
        key = _first(value, KEY_FIELDS)[:180] or str(position + 1)
        seen[key] += 1
        unique = key if seen[key] == 1 else f"{key} #{seen[key]}"
        yield ItemDraft(
            kind=kind, key=unique, label=_label(value), value=value, spans=value.get("spans") or []
        )


def _label(value: Value) -> str:
    if "message" in value:
        words = str(value["message"])
    elif "giver" in value:
        words = f"{value['giver']} → {value['holder']}"
    elif "unit" in value:
        words = f"{_quantity(value)} {value['unit']} · {value['subject']}"
    elif "value_eur" in value:
        words = f"{value['value_eur']} € · {value['purpose'] or ''}".strip(" ·")
    else:
        said = [str(value[field]) for field in LABEL_FIELDS if value.get(field) not in (None, "")]
        words = " · ".join(said[:2])
    return words[:300]


def _quantity(value: Value) -> str:
    return str(value["value"]) if value["value"] is not None else f"{value['low']} – {value['high']}"


def _first(value: Value, fields: Iterable[str]) -> str:
    return next((str(value[field]) for field in fields if value.get(field) not in (None, "")), "")
