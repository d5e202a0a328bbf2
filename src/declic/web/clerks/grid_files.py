"""The grid of a sitting as a spreadsheet: one row a member, one column a question."""

import csv
import io

from django.utils.translation import gettext

from declic.open_data.cells import harmless
from declic.records.council.values import SittingPage
from declic.web.clerks.grids import place_of


BYTE_ORDER_MARK = "\ufeff"
"""French spreadsheets take a file without it for an older encoding, and break every accent."""


def grid_csv(sitting: SittingPage) -> str:
    """Write the whole grid, questions in order of passage, semicolons between, no cell that runs as a formula."""
    target = io.StringIO()
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    heads = [gettext("Commune or group"), gettext("Member")]
    writer.writerow(heads + [f"{gettext('Question')} {count.question}" for count in sitting.questions])
    for row in sitting.rows:
        places = [place_of(cell).label for cell in row.cells]
        writer.writerow([harmless(word) for word in (row.member.group or "", row.member.name, *places)])
    return BYTE_ORDER_MARK + target.getvalue()
