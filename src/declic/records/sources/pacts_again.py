"""A pact's part of an answer becomes a draft again."""

from declic.engines.reading.drafts import (
    AmountDraft,
    ArticleDraft,
    AxisDraft,
    BodyDraft,
    DateDraft,
    EventDraft,
    FigureDraft,
    MeasureDraft,
    NamedDraft,
    OngoingActionDraft,
    Origin,
    PactDraft,
    PartyDraft,
    RepresentativeDraft,
    RoleDraft,
    SectionDraft,
    SignatureBlockDraft,
    Stated,
)
from declic.records.sources.answers import Json
from declic.records.sources.drafts_again import day, spans_from, stated_from
from declic.units.spans import Span


def pact_from(part: Json) -> PactDraft:
    """Give the pact or plan that a part of an answer states."""
    return PactDraft(
        title=stated_from(part, name="title", read=str),
        date=stated_from(part, name="date", read=day),
        weekday=stated_from(part, name="weekday", read=str),
        ends_on=stated_from(part, name="ends_on", read=day),
        successor=stated_from(part, name="successor", read=str),
        reserve=stated_from(part, name="reserve", read=str),
        parties=tuple(_party(one) for one in part["parties"]),
        signature_blocks=tuple(_signature_block(one) for one in part["signature_blocks"]),
        articles=tuple(
            ArticleDraft(one["number"], one["title"], spans_from(one["spans"]), Span(*one["body"]))
            for one in part["articles"]
        ),
        diagnosis=tuple(
            Stated(one["text"], spans_from(one["spans"]), Origin(one["origin"])) for one in part["diagnosis"]
        ),
        axes=tuple(_axis(one) for one in part["axes"]),
        roles=tuple(_role(one) for one in part["roles"]),
        ongoing_actions=tuple(_ongoing(one) for one in part["ongoing_actions"]),
        measures=tuple(_measure(one) for one in part["measures"]),
        figures=tuple(_figure(one) for one in part["figures"]),
        amounts=tuple(_amount(one) for one in part["amounts"]),
        bodies=tuple(
            BodyDraft(one["name"], one["periodicity"], spans_from(one["spans"])) for one in part["bodies"]
        ),
        dates=tuple(
            DateDraft(one["value"], one["precision"], one["label"], spans_from(one["spans"]))
            for one in part["dates"]
        ),
        events=tuple(
            EventDraft(one["name"], one["date"], spans_from(one["spans"])) for one in part["events"]
        ),
    )


def _party(value: Json) -> PartyDraft:
    people = tuple(
        RepresentativeDraft(one["name"], one["civility"], one["function"]) for one in value["representatives"]
    )
    return PartyDraft(value["organisation"], people, spans_from(value["spans"]))


def _signature_block(value: Json) -> SignatureBlockDraft:
    return SignatureBlockDraft(value["text"], value["organisation"], spans_from(value["spans"]))


def _role(value: Json) -> RoleDraft:
    return RoleDraft(value["organisation"], value["role"], tuple(value["axes"]), spans_from(value["spans"]))


def _axis(value: Json) -> AxisDraft:
    return AxisDraft(
        number=value["number"],
        title=value["title"],
        titles=tuple(value["titles"]),
        article=value["article"],
        sections=tuple(
            SectionDraft(one["letter"], one["title"], spans_from(one["spans"]), Span(*one["body"]))
            for one in value["sections"]
        ),
        pilot=value["pilot"],
        spans=spans_from(value["spans"]),
        body=Span(*value["body"]),
    )


def _ongoing(value: Json) -> OngoingActionDraft:
    return OngoingActionDraft(
        axis=value["axis"],
        title=value["title"],
        text=value["text"],
        carrier=value["carrier"],
        spans=spans_from(value["spans"]),
    )


def _measure(value: Json) -> MeasureDraft:
    return MeasureDraft(
        number=value["number"],
        axis=value["axis"],
        parent=value["parent"],
        text=value["text"],
        bullets=tuple(value["bullets"]),
        commitment=value["commitment"],
        verb=value["verb"],
        organisations=_named(value["organisations"]),
        schemes=_named(value["schemes"]),
        secondary_axes=tuple(value["secondary_axes"]),
        spans=spans_from(value["spans"]),
    )


def _named(values: list[Json]) -> tuple[NamedDraft, ...]:
    return tuple(NamedDraft(one["name"], spans_from(one["spans"])) for one in values)


def _figure(value: Json) -> FigureDraft:
    return FigureDraft(
        value=value["value"],
        low=value["low"],
        high=value["high"],
        unit=value["unit"],
        qualifier=value["qualifier"],
        subject=value["subject"],
        place=value["place"],
        date=value["date"],
        axis=value["axis"],
        spans=spans_from(value["spans"]),
    )


def _amount(value: Json) -> AmountDraft:
    return AmountDraft(
        value_eur=value["value_eur"],
        qualifier=value["qualifier"],
        funder=value["funder"],
        beneficiary=value["beneficiary"],
        purpose=value["purpose"],
        period=value["period"],
        axis=value["axis"],
        spans=spans_from(value["spans"]),
    )
