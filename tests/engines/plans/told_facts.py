"""The facts that a plan tells, by kind: those that were written, and those that a reading found."""

from collections import Counter

from declic.engines.reading.drafts import FigureDraft, PactDraft
from declic.units.folding import fold
from tests.engines.plans.layouts import Place, PlanLayout, places
from tests.engines.plans.programmes import Programme


Facts = dict[str, Counter[object]]
SIGNED = frozenset({"signed", "governance", "articles"})
KINDS = ("title", "parties", "people", "axes", "measures", "texts", "figures", "amounts", "dates")


def written_facts(programme: Programme, layout: PlanLayout) -> Facts:
    """Give the facts that the layout writes."""
    facts: Facts = {"title": Counter([fold(programme.title)])}
    if layout.parties:
        facts["parties"] = Counter(fold(one.organisation) for one in programme.parties)
        facts["people"] = Counter((fold(one.person), fold(one.function)) for one in programme.parties)
    if layout.axis:
        facts["axes"] = Counter((at, fold(axis.title)) for at, axis in enumerate(programme.axes, start=1))
    found = list(places(programme))
    facts["measures"] = Counter(_place(place, layout) for place in found)
    facts["texts"] = Counter(fold(_text(place, layout)) for place in found)
    facts["figures"] = Counter((place.action.target, place.action.unit) for place in found)
    facts["amounts"] = Counter(place.action.cost_eur for place in found)
    days = [programme.signed_on] if layout.closing in SIGNED else []
    facts["dates"] = Counter([*days, *(place.action.begins_on for place in found)])
    return facts


def _place(place: Place, layout: PlanLayout) -> tuple[object, ...]:
    axis = place.numbers["a"] if layout.axis else None
    parent = layout.parent.format(**place.numbers) if layout.parent else None
    return layout.number.format(**place.numbers), axis, parent


def _text(place: Place, layout: PlanLayout) -> str:
    if layout.body is None:
        return place.action.promise
    return layout.body(place.action, layout.number.format(**place.numbers))[1]


def read_facts(pact: PactDraft | None) -> Facts:
    """Give the facts of a reading; what counts the plan itself (« trois axes ») is none of its targets."""
    if pact is None:
        return {}
    return {
        "title": Counter([fold(pact.title.value)] if pact.title else []),
        "parties": Counter(fold(one.organisation) for one in pact.parties),
        "people": Counter(
            (fold(one.name), fold(one.function or ""))
            for party in pact.parties
            for one in party.representatives
        ),
        "axes": Counter((axis.number, fold(axis.title)) for axis in pact.axes),
        "measures": Counter((one.number, one.axis, one.parent) for one in pact.measures),
        "texts": Counter(fold(one.text) for one in pact.measures),
        "figures": Counter((int(_least(one)), one.unit) for one in pact.figures),
        "amounts": Counter(one.value_eur for one in pact.amounts),
        "dates": Counter(one.value for one in pact.dates for _ in one.spans),
    }


def _least(figure: FigureDraft) -> float:
    """Give the value of a figure, the low end of a range."""
    return next((one for one in (figure.value, figure.low, figure.high) if one is not None), 0)
