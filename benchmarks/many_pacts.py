"""
Every priority neighbourhood of France in one database: invented pacts of Planoise's shape, as many as are asked for.

Rows are put in directly, block by block: what is measured is how pages read them, not how people write them.
"""

import datetime
import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from django.utils import timezone

from declic.records.money.models import FundingLine, MediatorPost
from declic.records.pact.models import Axis, Coverage, Measure, Programme, Signatory
from declic.records.partners.models import Institution
from declic.records.partners.names import normalised
from declic.records.sheets.choices import SheetRole, SheetStatus
from declic.records.sheets.models import ActionSheet, AxisPilot, Milestone, SheetInstitution
from declic.records.sources.models import Citation, Document, Version
from declic.records.steering.choices import CommitteeKind
from declic.records.steering.models import Committee, Meeting


AXES, MEASURES, SHEETS, MILESTONES, SIGNATORIES, INSTITUTIONS = 5, 40, 5, 2, 9, 400
BLOCK = 25
FIRST_DAY, LAST_DAY = datetime.date(2026, 1, 31), datetime.date(2026, 12, 31)
MIDDAY = datetime.datetime(2026, 11, 2, 12, tzinfo=datetime.UTC)


def fill(count: int) -> dict[str, int]:
    """Put in `count` pacts, and count the rows of each kind."""
    institutions = _institutions()
    for start in range(0, count, BLOCK):
        _fill_block(range(start, min(start + BLOCK, count)), institutions)
    kinds = (Programme, Measure, ActionSheet, Milestone, FundingLine, MediatorPost, Meeting, Citation)
    return {kind.__name__: kind.objects.count() for kind in kinds}


def slug_of(number: int) -> str:
    """Give the address of the pact of that number."""
    return f"quartier-{number:04d}"


def _institutions() -> list[Institution]:
    names = [f"Structure {number} de Valmorte" for number in range(INSTITUTIONS)]
    return Institution.objects.bulk_create(
        Institution(name=name, normalised_name=normalised(name)) for name in names
    )


def _fill_block(numbers: Iterable[int], institutions: list[Institution]) -> None:
    numbers = list(numbers)
    programmes = _programmes(numbers)
    citations = _citations(programmes)
    axes = Axis.objects.bulk_create(
        Axis(
            programme=programme,
            number=one,
            title=f"Axe {one} du quartier",
            citation=citations[programme.pk, one],
            body=citations[programme.pk, one],
        )
        for programme in programmes
        for one in range(1, AXES + 1)
    )
    AxisPilot.objects.bulk_create(
        AxisPilot(axis=axis, institution=_drawn(institutions, place), function="direction de projet")
        for place, axis in enumerate(axes)
        if axis.number < AXES
    )
    Signatory.objects.bulk_create(
        Signatory(
            programme=programme,
            position=place,
            institution=_drawn(institutions, programme.pk * SIGNATORIES + place),
            organisation=_drawn(institutions, programme.pk * SIGNATORIES + place).name,
            citation=citations[programme.pk, 1],
        )
        for programme in programmes
        for place in range(1, SIGNATORIES + 1)
    )
    measures = _measures(programmes, axes, citations)
    _sheets(measures, institutions)
    _posts(measures, institutions)
    _committees(programmes)


def _programmes(numbers: list[int]) -> list[Programme]:
    now = timezone.now()
    documents = Document.objects.bulk_create(
        Document(title=f"Pacte {number}", slug=slug_of(number), kind="pact", public=True, created_at=now)
        for number in numbers
    )
    texts = {number: _text(number) for number in numbers}
    versions = Version.objects.bulk_create(
        Version(
            document=document,
            number=1,
            file_name="pacte.txt",
            data=texts[number].encode(),
            byte_count=len(texts[number].encode()),
            sha256=hashlib.sha256(texts[number].encode()).hexdigest(),
            text=texts[number],
            encoding="utf-8",
            reader="1",
            taken_at=now,
        )
        for number, document in zip(numbers, documents, strict=True)
    )
    programmes = Programme.objects.bulk_create(
        Programme(
            slug=slug_of(number),
            version=version,
            title=f"Pacte du quartier {number}",
            date=FIRST_DAY,
            ends_on=LAST_DAY,
        )
        for number, version in zip(numbers, versions, strict=True)
    )
    Coverage.objects.bulk_create(
        Coverage(programme=one, sentences=1, attached=1, ignored=0, orphans=0, digits=0, digits_claimed=0)
        for one in programmes
    )
    return programmes


def _text(number: int) -> str:
    lines = [f"Pacte du quartier {number}", *(_promise(number, one) for one in range(1, MEASURES + 1))]
    return "\n".join(lines)


def _promise(number: int, measure: int) -> str:
    return f"{measure}. Ouvrir le lieu {measure} du quartier {number} aux jeunes, avec deux rendez-vous par mois."


def _citations(programmes: list[Programme]) -> dict[tuple[int, int], Citation]:
    """Cite each measure's sentence, by programme and number."""
    found = Citation.objects.bulk_create(_cited(programmes))
    keys = ((programme.pk, one) for programme in programmes for one in range(1, MEASURES + 1))
    return dict(zip(keys, found, strict=True))


def _cited(programmes: list[Programme]) -> Iterator[Citation]:
    for programme in programmes:
        text = programme.version.text
        start = text.index("\n") + 1
        for line in text[start:].split("\n"):
            yield Citation(version=programme.version, start=start, end=start + len(line), quote=line)
            start += len(line) + 1


def _measures(
    programmes: list[Programme], axes: list[Axis], citations: dict[tuple[int, int], Citation]
) -> list[Measure]:
    by_key = {(axis.programme_id, axis.number): axis for axis in axes}
    return Measure.objects.bulk_create(
        Measure(
            programme=programme,
            position=one,
            number=str(one),
            official_text=citations[programme.pk, one].quote,
            commitment="create_structure",
            axis=by_key[programme.pk, 1 + (one - 1) * AXES // MEASURES],
            citation=citations[programme.pk, one],
        )
        for programme in programmes
        for one in range(1, MEASURES + 1)
    )


def _sheets(measures: list[Measure], institutions: list[Institution]) -> None:
    sheets = ActionSheet.objects.bulk_create(
        ActionSheet(
            measure=measure,
            sequence=one,
            title=f"Action {one}",
            description="Deux rendez-vous par mois, avec les structures du quartier.",
            start_on=FIRST_DAY,
            end_on=LAST_DAY,
            status=list(SheetStatus)[(place + one) % len(SheetStatus)],
        )
        for place, measure in enumerate(measures)
        if place % MEASURES  # the first measure of each pact has none: an alert says so
        for one in range(1, SHEETS + 1)
    )
    Milestone.objects.bulk_create(_milestones(sheets), batch_size=2_000)
    SheetInstitution.objects.bulk_create(
        (
            SheetInstitution(sheet=sheet, institution=_drawn(institutions, sheet.pk + shift), role=role)
            for sheet in sheets
            for shift, role in ((0, SheetRole.LEAD), (7, SheetRole.PARTNER))
        ),
        batch_size=2_000,
    )
    FundingLine.objects.bulk_create(
        (
            FundingLine(
                programme_id=sheet.measure.programme_id,
                sheet=sheet,
                measure_id=sheet.measure_id,
                key=f"ligne-{sheet.pk}",
                funder=_drawn(institutions, sheet.pk % 12),
                purpose="fonctionnement",
                fiscal_year=2026,
                euros=1_000 + sheet.pk % 900,
                considered_on=FIRST_DAY,
            )
            for sheet in sheets
        ),
        batch_size=2_000,
    )


def _milestones(sheets: list[ActionSheet]) -> Iterator[Milestone]:
    for sheet in sheets:
        for one in range(1, MILESTONES + 1):
            due = FIRST_DAY + datetime.timedelta(days=60 * one + sheet.pk % 40)
            done = due if (sheet.pk + one) % 3 else None
            yield Milestone(sheet=sheet, title=f"Étape {one}", due_on=due, done_on=done)


def _posts(measures: list[Measure], institutions: list[Institution]) -> None:
    MediatorPost.objects.bulk_create(
        MediatorPost(measure=measure, key=f"poste-{measure.pk}", employer=_drawn(institutions, place))
        for place, measure in enumerate(measures)
        if place % 10 == 3
    )


def _committees(programmes: list[Programme]) -> None:
    committees = Committee.objects.bulk_create(
        Committee(
            programme=programme,
            kind=CommitteeKind.STEERING,
            name="Comité de pilotage",
            meetings_due=3,
            months=12,
        )
        for programme in programmes
    )
    Meeting.objects.bulk_create(
        Meeting(committee=committee, number=1, starts_at=MIDDAY) for committee in committees
    )


def _drawn(found: list[Any], place: int) -> Any:
    return found[place % len(found)]
