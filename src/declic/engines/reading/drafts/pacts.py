"""What a reading proposes of a pact or a plan."""

import datetime
from dataclasses import dataclass

from declic.engines.reading.drafts.stated import Stated
from declic.units.spans import Span


@dataclass(frozen=True, slots=True)
class RepresentativeDraft:
    """Who stands for a party of a pact."""

    name: str
    civility: str | None
    function: str | None


@dataclass(frozen=True, slots=True)
class PartyDraft:
    """An institution that enters the pact (fr: signataire)."""

    organisation: str
    representatives: tuple[RepresentativeDraft, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class SignatureBlockDraft:
    """A place for a signature at the end of the pact, and the party it stands for (an organisation's name)."""

    text: str
    organisation: str | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ArticleDraft:
    """A numbered article; `spans` is its heading line, `body` runs to the next one."""

    number: int
    title: str
    spans: tuple[Span, ...]
    body: Span


@dataclass(frozen=True, slots=True)
class SectionDraft:
    """A lettered part of an axis: context, ongoing actions, plan."""

    letter: str
    title: str
    spans: tuple[Span, ...]
    body: Span


@dataclass(frozen=True, slots=True)
class AxisDraft:
    """An axis (fr: axe): its title, every other wording of it in the text, and its lettered sections."""

    number: int
    title: str
    titles: tuple[str, ...]
    article: int | None
    sections: tuple[SectionDraft, ...]
    pilot: str | None
    spans: tuple[Span, ...]
    body: Span


@dataclass(frozen=True, slots=True)
class NamedDraft:
    """An organisation or a scheme named in a passage."""

    name: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class MeasureDraft:
    """
    A promise of the plan (fr: mesure), verbatim and rejoined.

    `number` is as published; `parent` is the number of the measure above it, if any; `commitment` is one of
    the words of `commitments.py`; `secondary_axes` are axes that the text says it belongs to as well. `published`
    is the text's own number where a programme, to hold each number once, had to give the measure another.
    """

    number: str
    axis: int | None
    parent: str | None
    text: str
    bullets: tuple[str, ...]
    commitment: str | None
    verb: str | None
    organisations: tuple[NamedDraft, ...]
    schemes: tuple[NamedDraft, ...]
    secondary_axes: tuple[int, ...]
    spans: tuple[Span, ...]
    published: str | None = None


@dataclass(frozen=True, slots=True)
class OngoingActionDraft:
    """Something that already runs when the pact is signed (fr: action en cours)."""

    axis: int | None
    title: str
    text: str
    carrier: str | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class FigureDraft:
    """
    A quantity of the text that is not money.

    `value` is alone, or `low` and `high` are the two ends of a range; a rank (« 3ème ») has the unit `rang`.
    """

    value: float | None
    low: float | None
    high: float | None
    unit: str
    qualifier: str | None
    subject: str
    place: str | None
    date: str | None
    axis: int | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class AmountDraft:
    """Money of the text, in euros."""

    value_eur: float
    qualifier: str | None
    funder: str | None
    beneficiary: str | None
    purpose: str | None
    period: str | None
    axis: int | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class BodyDraft:
    """A body or a regular meeting that the pact names (fr: instance)."""

    name: str
    periodicity: str | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class DateDraft:
    """
    A date of the text.

    `value` is ISO, cut to its precision (`2023-07-04`, `2022-12`, `2014`), or two of them joined by a stroke
    for a season or a school year (`2022-06/2022-09`); `precision` is day, month, year, season, school-year
    or approx.
    """

    value: str
    precision: str
    label: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class EventDraft:
    """Something that is to happen or happens regularly, in public."""

    name: str
    date: str | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class RoleDraft:
    """Who carries, coordinates or pilots what."""

    organisation: str
    role: str
    axes: tuple[int, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class PactDraft:
    """A pact or a plan as its text states it."""

    title: Stated[str] | None = None
    date: Stated[datetime.date] | None = None
    weekday: Stated[str] | None = None
    ends_on: Stated[datetime.date] | None = None
    successor: Stated[str] | None = None
    reserve: Stated[str] | None = None
    parties: tuple[PartyDraft, ...] = ()
    signature_blocks: tuple[SignatureBlockDraft, ...] = ()
    articles: tuple[ArticleDraft, ...] = ()
    diagnosis: tuple[Stated[str], ...] = ()
    axes: tuple[AxisDraft, ...] = ()
    roles: tuple[RoleDraft, ...] = ()
    ongoing_actions: tuple[OngoingActionDraft, ...] = ()
    measures: tuple[MeasureDraft, ...] = ()
    figures: tuple[FigureDraft, ...] = ()
    amounts: tuple[AmountDraft, ...] = ()
    bodies: tuple[BodyDraft, ...] = ()
    dates: tuple[DateDraft, ...] = ()
    events: tuple[EventDraft, ...] = ()
