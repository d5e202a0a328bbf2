"""Who takes part, in a dossier."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from declic.records.sheets.choices import Participation
from declic.web.pilots.committees.dossiers.parts import Part, count_said, day_words, table


def participation(said: Mapping[str, Any]) -> Iterator[Part]:
    """Say who takes part: residents on each sheet, institutions at the meetings."""
    heads = {_("Sheet"): 2, _("Residents take part by"): 3, _("How"): 6}
    rows = (
        (one["sheet"], str(Participation(one["kind"]).label) if one["kind"] else "–", one["how"] or "–")
        for one in said["sheets"]
    )
    yield table(_("Residents"), heads, rows, empty=_("No sheet says how residents take part."))
    meetings = {_("Meeting"): 5, _("Institutions there"): 2, _("Institutions seated"): 2}
    held = (
        (
            _("%(committee)s, no. %(number)d, %(day)s")
            % {"committee": one["committee"], "number": one["number"], "day": day_words(one["on"])},
            count_said(one["there"]),
            count_said(one["seats"]),
        )
        for one in said["meetings"]
    )
    yield table(_("Institutions"), meetings, held, empty=_("No meeting was held yet."))
