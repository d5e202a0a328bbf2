"""A dossier in words: sections with their tables, ready for any file; the same facts give the same words."""

import datetime
import json
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from declic.records.steering.values import FrozenDossier
from declic.web.design.theme import current_theme
from declic.web.design.wording import day
from declic.web.pilots.committees.dossiers.parts import Section
from declic.web.pilots.committees.dossiers.sections import sections_of


LONGEST_SEAL = 12


@dataclass(frozen=True, slots=True)
class Shown:
    """A whole dossier in words."""

    title: str
    author: str
    pact: str
    when: str
    known: str
    running: str
    seal: str
    contents: str
    sections: tuple[Section, ...]


def shown(dossier: FrozenDossier) -> Shown:
    """Say a frozen dossier in words, from its content alone."""
    facts: dict[str, Any] = json.loads(dossier.content)
    meeting = facts["meeting"]
    at = timezone.localtime(datetime.datetime.fromisoformat(meeting["starts_at"]))
    title = _("Dossier: %(committee)s, no. %(number)d") % {
        "committee": meeting["committee"],
        "number": meeting["number"],
    }
    when = _("%(day)s at %(time)s") % {"day": day(at.date()), "time": date_format(at, "H:i")}
    return Shown(
        title=title,
        author=current_theme().name,
        pact=facts["pact"]["title"],
        when=f"{when}, {meeting['location']}" if meeting["location"] else when,
        known=_("What is known on %(day)s.") % {"day": day(datetime.date.fromisoformat(facts["as_of"]))},
        running=f"{facts['pact']['title']} — {title}",
        seal=_("Dossier no. %(number)d, sealed: %(seal)s…")
        % {"number": dossier.sequence, "seal": dossier.sha256[:LONGEST_SEAL]},
        contents=_("Contents"),
        sections=tuple(sections_of(facts)),
    )
