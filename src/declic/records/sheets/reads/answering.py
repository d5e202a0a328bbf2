"""Answers about who answers: pilots of axes, leads of measures, whom one may name, and whom one took away."""

from typing import Literal

from django.db.models import Count, Prefetch, Q

from declic.records.accounts.rights import may_edit_pact, may_name_pilots, may_read_sheet, may_steer_axis
from declic.records.accounts.viewers import Viewer
from declic.records.pact.models import Axis, Measure
from declic.records.pact.queries import header
from declic.records.pact.wordings import first_words
from declic.records.partners.models import Membership
from declic.records.sheets.history import changes_of
from declic.records.sheets.models import AxisPilot, MeasureLead, SheetInstitution, SheetPerson
from declic.records.sheets.naming import named_line
from declic.records.sheets.queries import readable_programme
from declic.records.sheets.values import Colleague, LedMeasure, PilotedAxis, PilotsPage


Answering = Literal["pilot", "lead", "institution", "person"]
ROWS: dict[Answering, type[AxisPilot | MeasureLead | SheetInstitution | SheetPerson]] = {
    "pilot": AxisPilot,
    "lead": MeasureLead,
    "institution": SheetInstitution,
    "person": SheetPerson,
}


def pilots_page(slug: str, *, viewer: Viewer) -> PilotsPage:
    """Say who pilots each axis of a pact and who answers for each measure. Raises UnknownSheetError."""
    row = readable_programme(slug, viewer=viewer)
    leads = Prefetch("leads", queryset=MeasureLead.objects.select_related("institution", "person"))
    measures = Measure.objects.order_by("position").prefetch_related(leads)
    axes = row.axes.prefetch_related(
        Prefetch("pilots", queryset=AxisPilot.objects.select_related("institution", "person")),
        Prefetch("measures", queryset=measures.annotate(sheet_count=Count("sheets"))),
    )
    return PilotsPage(header(row, viewer=viewer), tuple(_axis(axis, viewer=viewer) for axis in axes))


def colleagues(*, viewer: Viewer) -> tuple[Colleague, ...]:
    """
    List the people whom the viewer may name on what they answer for, by name.

    Who steers the pact names anyone who acts for an institution; the others, people of their own institution and
    those who pilot an axis. Nobody is listed to who works for no institution.
    """
    rows = Membership.objects.filter(ended_at__isnull=True, user__is_active=True)
    if not may_edit_pact(viewer):
        if not may_read_sheet(viewer, published=False):
            return ()
        pilots = AxisPilot.objects.filter(person__isnull=False).values("person")
        rows = rows.filter(Q(institution_id=viewer.institution_id) | Q(user__in=pilots))
    return tuple(
        Colleague(row.user_id, row.user.name, row.institution_id, str(row.institution))
        for row in rows.select_related("user", "institution").order_by("user__name", "pk")
    )


def took_away(slug: str, what: Answering, number: int, *, viewer: Viewer) -> bool:
    """
    Say whether a row of a pact is gone and the viewer is who took it away: a second press of theirs finds it gone.

    Raises UnknownSheetError.
    """
    programme, model = readable_programme(slug, viewer=viewer), ROWS[what]
    if viewer.user_id is None or model.rows().filter(pk=number).exists():
        return False
    last = changes_of(model(pk=number)).filter(programme=programme).last()
    return last is not None and last.person_id == viewer.user_id


def _axis(axis: Axis, *, viewer: Viewer) -> PilotedAxis:
    pilots = tuple(named_line(one) for one in axis.pilots.all())
    people = frozenset(one.person_id for one in pilots if one.person_id is not None)
    may_lead = may_steer_axis(viewer, axis_pilots=people)
    return PilotedAxis(
        id=axis.pk,
        number=axis.number,
        title=axis.title,
        stated=axis.pilot,
        pilots=pilots,
        measures=tuple(_measure(one, may_lead=may_lead) for one in axis.measures.all()),
        may_name=may_name_pilots(viewer, axis_pilots=people, is_piloted=bool(people)),
        is_piloted=bool(people),
    )


def _measure(measure: Measure, *, may_lead: bool) -> LedMeasure:
    return LedMeasure(
        id=measure.pk,
        number=measure.number,
        title=measure.plain_title or first_words(measure.official_text),
        leads=tuple(named_line(one) for one in measure.leads.all()),
        sheet_count=getattr(measure, "sheet_count", 0),
        may_lead=may_lead,
    )
