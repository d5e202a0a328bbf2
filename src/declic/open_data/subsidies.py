"""
The signed grants as French public bodies publish them: the schema « SCDL subventions », version 2.1.

One line a grant, commas between, UTF-8 without mark, ISO dates, euros with a point. The schema asks for more than is
kept here; what it asks for and nobody said is filled by these rules, and by no other:

- how a grant is paid is « autre », and a line is the whole of its own grant, so that its share is 1;
- the day of the payment where it is known; else the period that the budget allows, from the signature to the end of
  the fiscal year;
- « non » for a State aid notified to the European Commission: none is recorded here.

A beneficiary without a SIRET (an association known by its RNA) can be said; a funder without one cannot.
"""

import csv
import datetime
import io
from collections.abc import Iterable

from declic.engines.funding.stages import Stage
from declic.open_data.cells import harmless
from declic.records.money.choices import CreditType, Instrument
from declic.records.money.values import LineRow


COLUMNS = (
    "nomAttribuant",
    "idAttribuant",
    "dateConvention",
    "referenceDecision",
    "nomBeneficiaire",
    "idBeneficiaire",
    "rnaBeneficiaire",
    "objet",
    "montant",
    "nature",
    "conditionsVersement",
    "datesPeriodeVersement",
    "idRAE",
    "notificationUE",
    "pourcentageSubvention",
    "dispositifAide",
)
LONGEST_PURPOSE = 256
SIGNED = frozenset({Stage.SIGNED, Stage.PAID, Stage.SETTLED})


def subsidies_csv(lines: Iterable[LineRow]) -> str:
    """Write the grants that were signed and that can be said: the funder's SIRET and the beneficiary are known."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(_row(line) for line in lines if can_be_said(line))
    return target.getvalue()


def can_be_said(line: LineRow) -> bool:
    """Say whether a line is a signed grant of a funder that has a SIRET to a beneficiary that has a name."""
    return line.stage in SIGNED and bool(line.funder_siret and line.beneficiary)


def unsaid_count(lines: Iterable[LineRow]) -> int:
    """Count the signed grants that lack the funder's SIRET, or a beneficiary."""
    return sum(1 for line in lines if line.stage in SIGNED and not can_be_said(line))


def _row(line: LineRow) -> tuple[str, ...]:
    signed, paid = line.day_of(Stage.SIGNED), line.day_of(Stage.PAID)
    amount = line.euros if line.granted_euros is None else line.granted_euros
    return (
        harmless(line.funder),
        line.funder_siret,
        signed.isoformat() if signed else "",
        harmless(line.agreement_reference),
        harmless(line.beneficiary),
        line.beneficiary_siret,
        line.beneficiary_rna,
        harmless(line.purpose)[:LONGEST_PURPOSE],
        f"{amount:.2f}",
        "aide en nature" if line.credit == CreditType.VALUED else "aide en numéraire",
        "autre",
        _payment(signed, paid=paid, fiscal_year=line.fiscal_year),
        "",
        "non",
        "1",
        str(Instrument(line.instrument).label),
    )


def _payment(signed: datetime.date | None, *, paid: datetime.date | None, fiscal_year: int) -> str:
    """Give the day of the payment, or the period in which it is awaited."""
    if paid is not None or signed is None:
        return paid.isoformat() if paid else ""
    last = datetime.date(max(fiscal_year, signed.year), 12, 31)
    return f"{signed.isoformat()}/{last.isoformat()}"
