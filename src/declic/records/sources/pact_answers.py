"""The pact's part of an answer, in the format `declic-reading/1`."""

from collections.abc import Iterable

from declic.engines.reading.drafts import (
    AmountDraft,
    AxisDraft,
    FigureDraft,
    MeasureDraft,
    NamedDraft,
    OngoingActionDraft,
    PactDraft,
    PartyDraft,
    SectionDraft,
)
from declic.records.sources.answers import Json, origins, passages, plain, spans_of, told


def pact_answer(pact: PactDraft) -> Json:
    """Give a pact or a plan, whole."""
    stated = {
        "title": pact.title,
        "date": pact.date,
        "weekday": pact.weekday,
        "ends_on": pact.ends_on,
        "successor": pact.successor,
        "reserve": pact.reserve,
    }
    return {
        **{name: told(value) for name, value in stated.items()},
        "passages": passages(stated),
        "origins": origins(stated),
        "parties": [_party(party) for party in pact.parties],
        **_outline(pact),
        "axes": [_axis(axis) for axis in pact.axes],
        "ongoing_actions": [_ongoing(action) for action in pact.ongoing_actions],
        "measures": [_measure(measure) for measure in pact.measures],
        "figures": [_figure(figure) for figure in pact.figures],
        "amounts": [_amount(amount) for amount in pact.amounts],
        **_rhythm(pact),
    }


def _outline(pact: PactDraft) -> Json:
    return {
        "signature_blocks": [
            {"text": block.text, "organisation": block.organisation, "spans": spans_of(block.spans)}
            for block in pact.signature_blocks
        ],
        "articles": [
            {
                "number": article.number,
                "title": article.title,
                "body": [article.body.start, article.body.end],
                "spans": spans_of(article.spans),
            }
            for article in pact.articles
        ],
        "diagnosis": [
            {"text": said.value, "origin": said.origin.value, "spans": spans_of(said.spans)}
            for said in pact.diagnosis
        ],
        "roles": [
            {
                "organisation": role.organisation,
                "role": role.role,
                "axes": list(role.axes),
                "spans": spans_of(role.spans),
            }
            for role in pact.roles
        ],
    }


def _rhythm(pact: PactDraft) -> Json:
    return {
        "bodies": [
            {"name": body.name, "periodicity": body.periodicity, "spans": spans_of(body.spans)}
            for body in pact.bodies
        ],
        "dates": [
            {
                "value": date.value,
                "precision": date.precision,
                "label": date.label,
                "spans": spans_of(date.spans),
            }
            for date in pact.dates
        ],
        "events": [
            {"name": event.name, "date": event.date, "spans": spans_of(event.spans)} for event in pact.events
        ],
    }


def _party(party: PartyDraft) -> Json:
    return {
        "organisation": party.organisation,
        "representatives": [
            {"name": one.name, "civility": one.civility, "function": one.function}
            for one in party.representatives
        ],
        "spans": spans_of(party.spans),
    }


def _axis(axis: AxisDraft) -> Json:
    return {
        "number": axis.number,
        "title": axis.title,
        "titles": list(axis.titles),
        "article": axis.article,
        "pilot": axis.pilot,
        "sections": [_section(section) for section in axis.sections],
        "body": [axis.body.start, axis.body.end],
        "spans": spans_of(axis.spans),
    }


def _section(section: SectionDraft) -> Json:
    return {
        "letter": section.letter,
        "title": section.title,
        "body": [section.body.start, section.body.end],
        "spans": spans_of(section.spans),
    }


def _ongoing(action: OngoingActionDraft) -> Json:
    return {
        "axis": action.axis,
        "title": action.title,
        "text": action.text,
        "carrier": action.carrier,
        "spans": spans_of(action.spans),
    }


def _measure(measure: MeasureDraft) -> Json:
    return {
        "number": measure.number,
        "axis": measure.axis,
        "parent": measure.parent,
        "text": measure.text,
        "bullets": list(measure.bullets),
        "commitment": measure.commitment,
        "verb": measure.verb,
        "organisations": _named(measure.organisations),
        "schemes": _named(measure.schemes),
        "secondary_axes": list(measure.secondary_axes),
        "spans": spans_of(measure.spans),
    }


def _named(things: Iterable[NamedDraft]) -> list[Json]:
    return [{"name": thing.name, "spans": spans_of(thing.spans)} for thing in things]


def _figure(figure: FigureDraft) -> Json:
    return {
        "value": plain(figure.value),
        "low": plain(figure.low),
        "high": plain(figure.high),
        "unit": figure.unit,
        "qualifier": figure.qualifier,
        "subject": figure.subject,
        "place": figure.place,
        "date": figure.date,
        "axis": figure.axis,
        "spans": spans_of(figure.spans),
    }


def _amount(amount: AmountDraft) -> Json:
    return {
        "value_eur": plain(amount.value_eur),
        "qualifier": amount.qualifier,
        "funder": amount.funder,
        "beneficiary": amount.beneficiary,
        "purpose": amount.purpose,
        "period": amount.period,
        "axis": amount.axis,
        "spans": spans_of(amount.spans),
    }
