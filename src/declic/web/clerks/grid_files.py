"""The grid of a sitting as a spreadsheet: one row a member, one column a question."""

from django.utils.translation import gettext

from declic.open_data.cells import french_csv
from declic.records.council.values import SittingPage
from declic.web.clerks.grids import place_of


def grid_csv(sitting: SittingPage) -> str:
    """Write the whole grid, questions in order of passage."""
    questions = (f"{gettext('Question')} {count.question}" for count in sitting.questions)
    heads = (gettext("Commune or group"), gettext("Member"), *questions)
    rows = (
        (row.member.group or "", row.member.name, *(place_of(cell).label for cell in row.cells))
        for row in sitting.rows
    )
    return french_csv((heads, *rows))
