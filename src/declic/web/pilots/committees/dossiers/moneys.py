"""The money of a dossier: what is secured, sought, refused and missing."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from declic.web.pilots.committees.dossiers.parts import Part, Row, Said, euros_said, table


Facts = dict[str, Any]


def money(said: Facts) -> Iterator[Part]:
    """Say the money of the pact: the whole, then each funder."""
    heads = {_("Tax"): 2, _("Secured"): 2, _("Sought"): 2, _("Refused"): 2, _("Missing"): 2}
    whole: list[Row] = [(_tax(tax), *_sums(sums)) for tax, sums in said["whole"].items() if _bears(sums)]
    yield table(_("The whole pact"), heads, whole, empty=_("No funding line yet."))
    funders = [
        (group["funder"], f"{_tax(tax)}", *_sums(sums)[:3])
        for group in said["funders"]
        for tax, sums in group.items()
        if tax != "funder" and _bears(sums)
    ]
    by_funder = {_("Funder"): 4, _("Tax"): 1, _("Secured"): 2, _("Sought"): 2, _("Refused"): 2}
    yield table(_("By funder"), by_funder, funders, empty=_("No funder yet."))


def money_in_short(whole: Facts) -> Part:
    """Say what is secured, sought and missing in the whole pact."""
    names = {"secured": _("Secured"), "sought": _("Sought"), "missing": _("Missing")}
    rows = (
        (f"{said} ({_tax(tax)})", euros_said(sums[name]))
        for tax, sums in whole.items()
        if _bears(sums)
        for name, said in names.items()
    )
    return table(_("Money"), {_("What"): 3, _("How much"): 2}, rows, empty=_("No funding line yet."))


def _tax(tax: str) -> str:
    return _("Without tax (HT)") if tax == "excluded" else _("With tax (TTC)")


def _bears(sums: Facts) -> bool:
    return any(Decimal(sums[name] or 0) for name in ("secured", "sought", "lost", "missing"))


def _sums(sums: Facts) -> tuple[Said, ...]:
    return tuple(euros_said(sums[name]) for name in ("secured", "sought", "lost", "missing"))
