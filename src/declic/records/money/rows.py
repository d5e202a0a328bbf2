"""Rows of money become values, and what the engine counts."""

from collections.abc import Iterable, Mapping

from django.db.models import QuerySet

from declic.engines.funding.lines import Cost, Line, Place, Tax
from declic.engines.funding.stages import Stage
from declic.records.money.choices import PostState
from declic.records.money.models import FundingLine, MediatorPost, PlannedCost
from declic.records.money.values import LineRow, PostRow
from declic.records.pact.models import Measure


def places_of(programme_id: int) -> dict[int, Place]:
    """Give where each measure of a programme stands: its axis, the measures above it, the other axes it serves."""
    measures = Measure.objects.filter(programme_id=programme_id).select_related("axis")
    return places_in(measures.prefetch_related("secondary_axes"))


def places_in(measures: Iterable[Measure]) -> dict[int, Place]:
    """Give where each of the measures of one programme stands, fetched with their axes."""
    rows = {row.pk: row for row in measures}
    return {
        key: Place(
            axis=row.axis.number if row.axis else None,
            measures=tuple(rows[one].number for one in _above(key, rows=rows)),
            also_axes=tuple(axis.number for axis in row.secondary_axes.all()),
        )
        for key, row in rows.items()
    }


def lines_of(programme_id: int) -> QuerySet[FundingLine]:
    """Find the funding lines of a programme with what a page says of them."""
    rows = FundingLine.objects.filter(programme_id=programme_id).order_by("fiscal_year", "id")
    return rows.select_related("funder", "beneficiary", "measure__axis", "sheet__measure")


def costs_of(programme_id: int) -> QuerySet[PlannedCost]:
    """Find what the sheets of a programme are planned to cost."""
    return PlannedCost.objects.filter(sheet__measure__programme_id=programme_id).select_related("sheet")


def counted_line(row: FundingLine, *, places: Mapping[int, Place]) -> Line:
    """Give a line as the engine counts it."""
    return Line(
        key=f"line {row.pk}",
        euros=row.euros,
        stage=Stage(row.stage),
        tax=Tax(row.tax),
        funder=str(row.funder),
        credit=row.credit,
        nature=row.nature,
        year=row.fiscal_year,
        place=Place() if row.measure_id is None else places[row.measure_id],
        granted=row.granted_euros,
    )


def counted_cost(row: PlannedCost, *, places: Mapping[int, Place]) -> Cost:
    """Give a cost as the engine counts it."""
    return Cost(
        key=f"cost {row.pk}",
        euros=row.euros,
        tax=Tax(row.tax),
        nature=row.nature,
        year=row.fiscal_year,
        place=places.get(row.sheet.measure_id, Place()),
    )


def line_row(row: FundingLine) -> LineRow:
    """Give a line as people see it."""
    days = tuple((stage, day) for stage in Stage if (day := getattr(row, f"{stage.value}_on")) is not None)
    axis = row.measure.axis if row.measure else None
    return LineRow(
        line_id=row.pk,
        edition=row.edition,
        purpose=row.purpose,
        funder_id=row.funder_id,
        funder=str(row.funder),
        funder_siret=row.funder.siret,
        beneficiary_id=row.beneficiary_id,
        beneficiary=str(row.beneficiary) if row.beneficiary else "",
        beneficiary_siret=row.beneficiary.siret if row.beneficiary else "",
        beneficiary_rna=row.beneficiary.rna if row.beneficiary else "",
        instrument=row.instrument,
        credit=row.credit,
        nature=row.nature,
        fiscal_year=row.fiscal_year,
        euros=row.euros,
        granted_euros=row.granted_euros,
        tax=Tax(row.tax),
        stage=Stage(row.stage),
        days=days,
        agreement_reference=row.agreement_reference,
        report_due_on=row.report_due_on,
        axis_number=axis.number if axis else None,
        measure_number=row.measure.number if row.measure else None,
        sheet_id=row.sheet_id,
        sheet_code=row.sheet.code if row.sheet else None,
    )


def post_row(row: MediatorPost, *, may_edit: bool) -> PostRow:
    """Give a post as people see it."""
    return PostRow(
        post_id=row.pk,
        edition=row.edition,
        measure_number=row.measure.number,
        axis_number=row.measure.axis.number if row.measure.axis else None,
        sheet_id=row.sheet_id,
        sheet_code=row.sheet.code if row.sheet else None,
        employer_id=row.employer_id,
        employer=str(row.employer),
        mission=row.mission,
        agreement_reference=row.agreement_reference,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        state=PostState(row.state),
        state_on=row.state_on,
        open_data_id=row.open_data_id,
        may_edit=may_edit,
    )


def _above(key: int, *, rows: Mapping[int, Measure]) -> Iterable[int]:
    """Give the keys from the outermost measure to this one."""
    way = [key]
    while (parent := rows[way[-1]].parent_id) is not None and parent not in way:
        way.append(parent)
    return reversed(way)
