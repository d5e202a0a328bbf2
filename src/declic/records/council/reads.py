"""Answers about councils: their sittings, re-counted, with the passages each value stands on."""

from collections import Counter

from django.db.models import Prefetch, QuerySet

from declic.engines.voting.recount import recount
from declic.engines.voting.verdicts import Verdict
from declic.records.accounts.filters import reached
from declic.records.accounts.rights import may_check_sittings
from declic.records.accounts.viewers import Viewer
from declic.records.council.cited import with_passages
from declic.records.council.filed import FilingLine
from declic.records.council.filing import filing_line
from declic.records.council.models import (
    Attendance,
    Decision,
    Deliberation,
    Proxy,
    Signature,
    Sitting,
    SittingSource,
    Substitute,
)
from declic.records.council.recounting import roll_of
from declic.records.council.sitting_pages import checked_sitting
from declic.records.council.values import SittingLine, SittingPage
from declic.records.sources.models import HEAVY


HEAVY_VERSION = tuple(f"version__{column}" for column in HEAVY)


class UnknownSittingError(LookupError):
    """No sitting has this number, or the viewer may not know that it has."""


def sittings(*, viewer: Viewer) -> tuple[SittingLine, ...]:
    """List the sittings the viewer may read, the latest first."""
    rows = _readable(viewer=viewer).prefetch_related(
        "agenda", "members__ranges", "substitutes", "proxies", "deliberations__vote"
    )
    return tuple(_line(row) for row in rows)


def sitting_page(sitting_id: int, *, viewer: Viewer) -> SittingPage:
    """
    Give one sitting whole: header, grid, count of each question, proxies, deliberations, ten checks.

    Raises UnknownSittingError.
    """
    row = _whole(_readable(viewer=viewer)).filter(pk=sitting_id).first()
    if row is None:
        raise UnknownSittingError(sitting_id)
    return checked_sitting(row)


def filing(sitting_id: int, *, viewer: Viewer) -> FilingLine:
    """
    Give what was said of a sitting's acts for their publication; it is as public as the sitting.

    Raises UnknownSittingError.
    """
    rows = _readable(viewer=viewer).select_related("council__institution", "filing")
    row = rows.prefetch_related("filing__acts", "deliberations").filter(pk=sitting_id).first()
    if row is None:
        raise UnknownSittingError(sitting_id)
    return filing_line(row)


def sitting_of_version(version_id: int, *, viewer: Viewer) -> int | None:
    """Say which sitting was opened from a version of a document; None where none was, or none is visible."""
    rows = _readable(viewer=viewer).filter(version_id=version_id)
    return rows.values_list("pk", flat=True).first()


def _readable(*, viewer: Viewer) -> QuerySet[Sitting]:
    known = reached(may_check_sittings, viewer=viewer, public="version__document__public")
    return Sitting.objects.select_related("council", "version__document").defer(*HEAVY_VERSION).filter(known)


def _whole(rows: QuerySet[Sitting]) -> QuerySet[Sitting]:
    acts = with_passages(Deliberation.objects.order_by("position")).select_related("vote__citation")
    decisions = with_passages(Decision.objects.order_by("position"))
    return rows.prefetch_related(
        "agenda",
        Prefetch("sources", queryset=SittingSource.objects.select_related("citation")),
        Prefetch("members", queryset=with_passages(Attendance.objects.prefetch_related("ranges"))),
        Prefetch("substitutes", queryset=with_passages(Substitute.objects.all())),
        Prefetch("proxies", queryset=with_passages(Proxy.objects.all())),
        Prefetch("signatures", queryset=with_passages(Signature.objects.all())),
        Prefetch(
            "deliberations",
            queryset=acts.prefetch_related(
                Prefetch("decisions", queryset=decisions), "vote__further_citations"
            ),
        ),
    )


def _line(row: Sitting) -> SittingLine:
    verdicts = Counter(check.verdict for check in recount(roll_of(row)).checks)
    return SittingLine(
        sitting_id=row.pk,
        version_id=row.version_id,
        council=row.council.name,
        held_on=row.date,
        titles=tuple(act.title for act in row.deliberations.all() if act.title),
        ok_count=verdicts[Verdict.OK],
        contradiction_count=verdicts[Verdict.CONTRADICTION],
        not_checkable_count=verdicts[Verdict.NOT_CHECKABLE],
    )
