"""Rows of a programme become frozen values; the rows must have been fetched with what they point at."""

from collections.abc import Iterable
from decimal import Decimal

from declic.records.accounts.rights import may_check_sittings
from declic.records.accounts.viewers import Viewer
from declic.records.council.cited import origin, passage, passages
from declic.records.council.passages import Cited, Origin, Passage
from declic.records.pact.choices import NameKind, StatedField, ValidationChoice, commitment_label
from declic.records.pact.models import (
    Amount,
    Axis,
    Body,
    ContextFigure,
    Measure,
    OngoingAction,
    Programme,
    Role,
    Section,
    Signatory,
)
from declic.records.pact.values import (
    AmountLine,
    BodyLine,
    FigureGroup,
    FigureKind,
    FigureLine,
    MeasureNeighbour,
    MeasureState,
    MeasureTile,
    NamedLine,
    OngoingActionLine,
    RepresentativeLine,
    RoleLine,
    SectionLine,
    SignatoryLine,
    ValidationLine,
    ValidationState,
    WordingLine,
)
from declic.records.pact.wordings import first_words
from declic.records.partners.names import normalised


KIND_OF_UNIT = {
    "%": FigureKind.SHARE,
    "rang": FigureKind.RANK,
    **dict.fromkeys(("an", "ans", "mois"), FigureKind.AGE),
}
PLAIN_MEASURES = (
    "km",
    "m",
    "m²",
    "ha",
    "h",
    "heure",
    "heures",
    "minute",
    "minutes",
    "jour",
    "jours",
    "semaine",
)


def stated(programme: Programme) -> dict[StatedField, tuple[Origin, tuple[Passage, ...]]]:
    """Give the origin and the passages of each single value; `sources__citation` must have been fetched."""
    found: dict[StatedField, tuple[Origin, tuple[Passage, ...]]] = {}
    for source in programme.sources.all():
        field = StatedField(source.field)
        known = found.get(field, (Origin(source.origin), ()))
        found[field] = (known[0], (*known[1], passage(source.citation)))
    return found


def title_of(measure: Measure) -> str:
    """Say what to show of a measure in a list."""
    return measure.plain_title or first_words(measure.official_text)


def measure_tile(
    measure: Measure, *, states: tuple[MeasureState, ...], open_finding_count: int
) -> MeasureTile:
    """Give a measure among its siblings; the first of its states is the most pressing."""
    return MeasureTile(
        number=measure.number,
        axis_number=measure.axis.number if measure.axis else None,
        parent_number=measure.parent.number if measure.parent else None,
        title=title_of(measure),
        plain_title=measure.plain_title or None,
        official_text=measure.official_text,
        commitment=measure.commitment or None,
        commitment_label=commitment_label(measure.commitment),
        state=states[0],
        states=states,
        open_finding_count=open_finding_count,
    )


def neighbour(measure: Measure | None) -> MeasureNeighbour | None:
    """Give a measure to walk to."""
    return MeasureNeighbour(measure.number, title_of(measure)) if measure else None


def wording_lines(axis: Axis) -> tuple[WordingLine, ...]:
    """Give each wording of the axis's name with the passages that hold it; its title comes first."""
    said = [(one, normalised(one.quote)) for one in passages(axis)]
    return tuple(
        WordingLine(
            text=wording.text,
            is_title=wording.text == axis.title,
            passages=tuple(one for one, words in said if normalised(wording.text) in words),
        )
        for wording in axis.wordings.all()
    )


def section_line(section: Section) -> SectionLine:
    """Give a lettered part of an axis."""
    return SectionLine(section.letter, section.title, passage(section.body), passages(section))


def role_line(role: Role) -> RoleLine:
    """Give who carries or pilots what."""
    axes = tuple(sorted(axis.number for axis in role.axes.all()))
    return RoleLine(role.organisation, role.role, axes, origin(role), passages(role))


def action_line(action: OngoingAction) -> OngoingActionLine:
    """Give something that already ran."""
    return OngoingActionLine(
        action_id=action.pk,
        axis_number=action.axis.number if action.axis else None,
        title=action.title,
        text=action.text,
        carrier=action.carrier or None,
        origin=origin(action),
        passages=passages(action),
    )


def body_line(body: Body) -> BodyLine:
    """Give a body and its rhythm."""
    return BodyLine(body.name, body.periodicity or None, origin(body), passages(body))


def named_lines(measure: Measure, *, kind: NameKind) -> tuple[NamedLine, ...]:
    """Give the organisations or the schemes that a measure names."""
    return tuple(NamedLine(one.name, passages(one)) for one in measure.names.all() if one.kind == kind)


def figure_line(figure: ContextFigure) -> FigureLine:
    """Give a quantity with its sentence."""
    kind = figure_kind(figure.unit)
    is_share = kind is FigureKind.SHARE and figure.value is not None
    return FigureLine(
        figure_id=figure.pk,
        value=_shortest(figure.value),
        low=_shortest(figure.low),
        high=_shortest(figure.high),
        unit=figure.unit,
        qualifier=figure.qualifier or None,
        subject=figure.subject,
        place=figure.place or None,
        date=figure.date or None,
        kind=kind,
        share=float(figure.value) / 100 if is_share and figure.value is not None else None,
        axis_number=figure.axis.number if figure.axis else None,
        measure_number=figure.measure.number if figure.measure else None,
        sentence=passage(figure.sentence),
        origin=origin(figure),
        passages=passages(figure),
    )


def figure_kind(unit: str) -> FigureKind:
    """Say what a unit measures; a rate « pour 10 000 » is neither a share nor a count."""
    words = unit.casefold().strip()
    if not words or words in PLAIN_MEASURES or " pour " in f" {words} " or "/" in words:
        return FigureKind.OTHER
    return KIND_OF_UNIT.get(words, FigureKind.COUNT)


def figure_group(figures: Iterable[FigureLine], *, axis_number: int | None, title: str) -> FigureGroup:
    """Sort figures by what they measure: shares can stand on one scale, the others cannot."""
    lines = tuple(figures)
    alone = {FigureKind.SHARE, FigureKind.COUNT}
    return FigureGroup(
        axis_number=axis_number,
        title=title,
        shares=tuple(figure for figure in lines if figure.kind is FigureKind.SHARE),
        counts=tuple(figure for figure in lines if figure.kind is FigureKind.COUNT),
        others=tuple(figure for figure in lines if figure.kind not in alone),
    )


def amount_line(amount: Amount) -> AmountLine:
    """Give an amount with its sentence."""
    return AmountLine(
        amount_id=amount.pk,
        euros=amount.euros,
        qualifier=amount.qualifier or None,
        funder=amount.funder or None,
        beneficiary=amount.beneficiary or None,
        purpose=amount.purpose or None,
        period=amount.period or None,
        axis_number=amount.axis.number if amount.axis else None,
        measure_number=amount.measure.number if amount.measure else None,
        sentence=passage(amount.sentence),
        origin=origin(amount),
        passages=passages(amount),
    )


def signatory_line(signatory: Signatory, *, viewer: Viewer) -> SignatoryLine:
    """
    Give a party with its people, its place among the signatures and its own validation.

    The deliberation that validated it is named to who may read its document.
    """
    blocks = list(signatory.signature_blocks.all())
    return SignatoryLine(
        signatory_id=signatory.pk,
        institution_id=signatory.institution_id,
        organisation=signatory.organisation,
        representatives=tuple(
            RepresentativeLine(one.name, one.civility or None, one.function or None)
            for one in signatory.representatives.all()
        ),
        signature=Cited(blocks[0].text, origin(blocks[0]), passages(blocks[0])) if blocks else None,
        edition=signatory.edition,
        validation=_validation(signatory, viewer=viewer),
        origin=origin(signatory),
        passages=passages(signatory),
    )


def _shortest(value: Decimal | None) -> Decimal | None:
    """Give « 41.5 » and « 15000 » for what the database keeps with six decimals."""
    if value is None:
        return None
    whole = value.to_integral_value()
    return whole if value == whole else value.normalize()


def _validation(signatory: Signatory, *, viewer: Viewer) -> ValidationLine:
    act = signatory.deliberation
    if act and not may_check_sittings(viewer, public=act.sitting.version.document.public):
        act = None
    return ValidationLine(
        state=ValidationState(signatory.validation),
        label=str(ValidationChoice(signatory.validation).label),
        recorded_at=signatory.validation_recorded_at,
        deliberation_id=act.pk if act else None,
        deliberation_number=(act.number or None) if act else None,
        deliberation_title=(act.title or None) if act else None,
        reference=signatory.deliberation_elsewhere or None,
        sitting_id=act.sitting_id if act else None,
        validated_on=act.sitting.date if act else None,
    )
