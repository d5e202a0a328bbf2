"""
The signed grants as French public bodies publish them: the schema « SCDL subventions », version 2.1.

One line a grant, commas between, UTF-8 without mark, ISO dates, euros with a point. What is unsaid stays empty: how a
grant is paid is « autre », and a line is the whole of its own grant, so that its share is 1.
"""

import csv
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
SIGNED = frozenset({Stage.SIGNED, Stage.PAID, Stage.SETTLED})


def subsidies_csv(lines: Iterable[LineRow]) -> str:
    """Write the grants that were signed and that can be said: both institutions have their SIRET."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(_row(line) for line in lines if can_be_said(line))
    return target.getvalue()


def can_be_said(line: LineRow) -> bool:
    """Say whether a line is a signed grant whose two institutions have a SIRET."""
    return line.stage in SIGNED and bool(line.funder_siret and line.beneficiary_siret)


def unsaid_count(lines: Iterable[LineRow]) -> int:
    """Count the signed grants that lack a SIRET, or a beneficiary."""
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
        harmless(line.purpose),
        f"{amount:.2f}",
        "aide en nature" if line.credit == CreditType.VALUED else "aide en numéraire",
        "autre",
        paid.isoformat() if paid else "",
        "",
        "",
        "1",
        str(Instrument(line.instrument).label),
    )
