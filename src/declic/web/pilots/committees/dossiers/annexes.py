"""The annexes of a dossier: every alert, rule by rule."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _

from declic.engines.tracking.alerts import AlertRule
from declic.web.pilots.committees.dossiers.parts import Part, day_said, table
from declic.web.pilots.committees.wording import RULES


def alerts_by_rule(alerts: Sequence[dict[str, Any]]) -> Iterator[Part]:
    """Give a table for each rule that raised some, in the order in which rules are stated."""
    if not alerts:
        yield Part("", words=(_("No alert"),))
    for rule in AlertRule:
        raised = [one for one in alerts if one["rule"] == rule.value]
        if raised:
            yield _of_rule(rule, raised)


def _of_rule(rule: AlertRule, raised: Sequence[dict[str, Any]]) -> Part:
    heads = {_("About"): 7, _("Since"): 2, _("Who answers for it"): 3}
    rows = ((_about(one), day_said(one["since"]), one["owner"] or "–") for one in raised)
    title = _("%(rule)s (%(count)d)") % {"rule": RULES[rule], "count": len(raised)}
    return table(title, heads, rows, empty="")


def _about(one: dict[str, Any]) -> str:
    if one["muted"] is None:
        return str(one["title"])
    return _("%(title)s (muted: %(reason)s)") % {"title": one["title"], "reason": one["muted"]}
