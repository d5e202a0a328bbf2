"""How money is said: amounts with their tax, stages, what cannot be calculated."""

from decimal import Decimal

from django.utils.translation import gettext as _

from declic.engines.funding.lines import Tax
from declic.engines.funding.stages import Stage
from declic.engines.funding.totals import Sums, Totals
from declic.records.money.choices import StageChoice, TaxBasis
from declic.web.design.components import Badge, Tone
from declic.web.design.wording import euros


TONES: dict[Stage, Tone] = {
    Stage.CONSIDERED: "neutral",
    Stage.REQUESTED: "info",
    Stage.GRANTED: "good",
    Stage.REFUSED: "bad",
    Stage.SIGNED: "good",
    Stage.PAID: "good",
    Stage.SETTLED: "neutral",
}


def stage_badge(stage: Stage) -> Badge:
    """Say where a line stands."""
    return Badge(str(StageChoice(stage.value).label), TONES[stage])


def with_tax(amount: Decimal, tax: Tax) -> str:
    """Write an amount and what it says of tax: « 1 000 € TTC »."""
    short = _("HT") if tax is Tax.EXCLUDED else _("TTC")
    return f"{euros(amount)} {short}"


def basis(tax: Tax) -> str:
    """Say a tax basis."""
    return str(TaxBasis(tax.value).label)


def side_by_side(sums: Sums, name: str) -> str:
    """Write a sum of both tax bases, never added to each other; a dash where there is none."""
    amounts = [(sums.of(tax), tax) for tax in (Tax.INCLUDED, Tax.EXCLUDED)]
    words = [with_tax(getattr(one, name), tax) for one, tax in amounts if getattr(one, name)]
    return " + ".join(words) or "–"


def missing(sums: Sums) -> str:
    """Write what is missing, or why it cannot be said."""
    words = [
        with_tax(lacking, tax)
        for tax in (Tax.INCLUDED, Tax.EXCLUDED)
        if (lacking := sums.of(tax).missing) is not None
    ]
    return " + ".join(words) or _("not calculable: no planned cost")


def bases_of(sums: Sums) -> tuple[tuple[Tax, Totals], ...]:
    """Give the tax bases that bear money; with tax where there is none at all."""
    found = tuple((tax, sums.of(tax)) for tax in (Tax.INCLUDED, Tax.EXCLUDED) if sums.of(tax) != Totals())
    return found or ((Tax.INCLUDED, Totals()),)
