"""Answers about a measure that is steered: what was done for it, its posts, its money, what was decided about it."""

from typing import Any

from django.db.models import Count, Max, OuterRef, Q, QuerySet, Subquery

from declic.engines.funding.lines import Place
from declic.engines.funding.totals import count
from declic.records.accounts.rights import may_read_committees
from declic.records.accounts.viewers import Viewer
from declic.records.deliveries.models import Delivery
from declic.records.money.choices import PostState
from declic.records.money.models import MediatorPost
from declic.records.money.rows import costs_of, counted_cost, counted_line, lines_of
from declic.records.pact.models import Measure
from declic.records.pact.queries import readable_programmes
from declic.records.pact.reads import UnknownMeasureError
from declic.records.steering.choices import OPEN_STATES
from declic.records.steering.home_values import MeasureSteering
from declic.records.steering.models import Decision


def measure_steering(slug: str, *, number: str, viewer: Viewer) -> MeasureSteering:
    """Say what is known of one measure beside its sheets, in three questions to the database. Raises LookupError."""
    known = readable_programmes(viewer=viewer).filter(slug=slug).order_by().values("pk")
    rows = Measure.objects.filter(programme__in=known, number=number)
    row: Any = _counted(rows).first() if may_read_committees(viewer) else None
    if row is None:
        raise UnknownMeasureError(number)
    places = {row.pk: Place(measures=(row.number,))}
    lines = [counted_line(one, places=places) for one in lines_of(row.programme_id).filter(measure=row)]
    costs = costs_of(row.programme_id).filter(sheet__measure=row)
    return MeasureSteering(
        delivery_count=row.delivery_count or 0,
        delivered_on=row.delivered_on,
        filled_posts=row.filled_posts or 0,
        post_count=row.post_count or 0,
        money=count(lines, costs=[counted_cost(one, places=places) for one in costs]),
        open_decisions=row.open_decisions or 0,
    )


def _counted(rows: QuerySet[Measure]) -> QuerySet[Any]:
    """Count beside each measure what was done for it, its posts, and the decisions that wait."""
    here = Q(measure=OuterRef("pk"))
    about = (
        Q(item__measure=OuterRef("pk"))
        | Q(item__sheet__measure=OuterRef("pk"))
        | Q(effects__sheet__measure=OuterRef("pk"))
        | Q(effects__milestone__sheet__measure=OuterRef("pk"))
    )
    done = Delivery.objects.filter(here).order_by().values("measure")
    posts = MediatorPost.objects.filter(here).order_by().values("measure")
    waiting = (
        Decision.objects.filter(about, state__in=OPEN_STATES)
        .order_by()
        .values("meeting__committee__programme")
    )
    return rows.annotate(
        delivery_count=Subquery(done.annotate(found=Count("pk")).values("found")),
        delivered_on=Subquery(done.annotate(found=Max("on")).values("found")),
        filled_posts=Subquery(
            posts.filter(state=PostState.FILLED).annotate(found=Count("pk")).values("found")
        ),
        post_count=Subquery(posts.annotate(found=Count("pk")).values("found")),
        open_decisions=Subquery(waiting.annotate(found=Count("pk", distinct=True)).values("found")),
    )
