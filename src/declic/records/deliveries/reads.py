"""Answers about deliveries: what was done, for which promise, and where one may say more."""

from django.db.models import QuerySet

from declic.records.accounts.rights import demand, may_read_sheet
from declic.records.accounts.viewers import Viewer
from declic.records.deliveries.choices import DeliveryKind
from declic.records.deliveries.facts import may_record, open_places
from declic.records.deliveries.models import PARTS, Delivery
from declic.records.deliveries.values import DeliveriesPage, DeliveryChoices, DeliveryRow
from declic.records.pact.models import Measure, Programme
from declic.records.pact.queries import header, readable_programmes
from declic.records.sheets.models import ActionSheet


ROWS_A_PAGE = 50


def deliveries_page(
    slug: str, *, viewer: Viewer, measure: str = "", sheet_id: int | None = None, page: int = 1
) -> DeliveriesPage:
    """Give what was done, of a measure or a sheet where one is asked for. Raises LookupError, NotAllowedError."""
    programme = _programme(slug, viewer=viewer)
    rows = _rows(programme)
    if measure:
        rows = rows.filter(measure__number=measure)
    if sheet_id is not None:
        rows = rows.filter(sheet_id=sheet_id)
    start = (max(1, page) - 1) * ROWS_A_PAGE
    sheets, measures = open_places(programme.pk, viewer=viewer)
    return DeliveriesPage(
        header=header(programme, viewer=viewer),
        rows=tuple(
            _row(one, may_change=_is_open(one, sheets=sheets, measures=measures))
            for one in rows[start : start + ROWS_A_PAGE]
        ),
        total=rows.count(),
        may_record=bool(sheets or measures),
    )


def delivery(slug: str, delivery_id: int, *, viewer: Viewer) -> DeliveryRow:
    """Give one delivery. Raises LookupError, NotAllowedError."""
    row = _rows(_programme(slug, viewer=viewer)).filter(pk=delivery_id).first()
    if row is None:
        raise LookupError(delivery_id)
    return _row(row, may_change=may_record(viewer, measure=row.measure, sheet_id=row.sheet_id))


def delivery_choices(slug: str, *, viewer: Viewer) -> DeliveryChoices:
    """Give where this viewer may record what was done. Raises LookupError, NotAllowedError."""
    programme = _programme(slug, viewer=viewer)
    sheets, measures = open_places(programme.pk, viewer=viewer)
    return DeliveryChoices(
        header=header(programme, viewer=viewer),
        sheets=tuple((str(one.pk), f"{one.code} – {one.title}") for one in sheets),
        measures=tuple((one.number, one.plain_title or one.official_text) for one in measures),
    )


def _programme(slug: str, *, viewer: Viewer) -> Programme:
    demand(may_read_sheet(viewer, published=False))
    row = readable_programmes(viewer=viewer).prefetch_related("sources__citation").filter(slug=slug).first()
    if row is None:
        raise LookupError(slug)
    return row


def _rows(programme: Programme) -> QuerySet[Delivery]:
    rows = Delivery.objects.filter(measure__programme=programme).order_by("-on", "-id")
    return rows.select_related("measure__axis", "sheet__measure")


def _is_open(row: Delivery, *, sheets: list[ActionSheet], measures: list[Measure]) -> bool:
    if row.sheet_id is None:
        return any(one.pk == row.measure_id for one in measures)
    return any(one.pk == row.sheet_id for one in sheets)


def _row(row: Delivery, *, may_change: bool) -> DeliveryRow:
    return DeliveryRow(
        delivery_id=row.pk,
        edition=row.edition,
        kind=DeliveryKind(row.kind),
        on=row.on,
        measure_number=row.measure.number,
        axis_number=row.measure.axis.number if row.measure.axis else None,
        sheet_id=row.sheet_id,
        sheet_code=row.sheet.code if row.sheet else None,
        place=row.place_words,
        count=row.count,
        parts=tuple((name, getattr(row, name)) for name in PARTS if getattr(row, name) is not None),
        may_change=may_change and row.kind != DeliveryKind.POST,
    )
