"""What the pilots' page of a measure tells of it beside its sheets: what was done, posts, money, decisions that wait."""

from collections.abc import Iterator

from django.utils.translation import gettext as _, ngettext

from declic.records.pact.values import PactHeader
from declic.records.steering.home_values import MeasureSteering
from declic.web.design.components import Link
from declic.web.design.wording import day
from declic.web.pilots.pact_home import money_told
from declic.web.pilots.pages.header import address
from declic.web.pilots.pages.standing import Told


def measure_told(read: MeasureSteering, *, header: PactHeader) -> tuple[Told, ...]:
    """Tell where a measure stands, each fact with the page that says more."""
    return (
        _done(read, header=header),
        *_posts(read, header=header),
        *money_told(read.money, header=header),
        _decided(read, header=header),
    )


def _done(read: MeasureSteering, *, header: PactHeader) -> Told:
    words = _("nothing yet")
    if read.delivered_on is not None:
        times = ngettext("%(count)d delivery", "%(count)d deliveries", read.delivery_count) % {
            "count": read.delivery_count
        }
        words = _("%(times)s, the last on %(day)s") % {"times": times, "day": day(read.delivered_on)}
    return Told(_("What was done"), words, Link(_("What was done"), address("deliveries", header)))


def _posts(read: MeasureSteering, *, header: PactHeader) -> Iterator[Told]:
    if read.post_count:
        words = _("%(filled)d of %(all)d filled") % {"filled": read.filled_posts, "all": read.post_count}
        yield Told(_("Posts"), words, Link(_("The posts"), address("posts", header)))


def _decided(read: MeasureSteering, *, header: PactHeader) -> Told:
    words = (
        ngettext("%(count)d to carry out", "%(count)d to carry out", read.open_decisions)
        % {"count": read.open_decisions}
        if read.open_decisions
        else _("none waits")
    )
    return Told(_("Decisions"), words, Link(_("The decisions"), address("decisions", header)))
