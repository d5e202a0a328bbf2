"""How what a clerk says of a sitting's acts is kept: whose council it is, its SIRET, the matter of each act."""

import datetime
from collections.abc import Iterable

from declic.records.accounts.editions import next_edition
from declic.records.accounts.viewers import Viewer
from declic.records.council.filed import FiledActLine, FiledActSaid, FilingLine, FilingSaid
from declic.records.council.matters import MATTERS
from declic.records.council.models import Council, FiledAct, Filing, Sitting
from declic.records.journal.writes import note
from declic.records.partners.models import Institution
from declic.records.partners.writes import find_or_add_institution
from declic.units.register_numbers import plain_siret


Said = dict[int, tuple[str, datetime.date | None]]


class WrongFilingError(ValueError):
    """What was said cannot be: a matter that is none, an act of another sitting, a day before the sitting's."""


class OtherSiretError(ValueError):
    """The institution is known with another SIRET, which its manager or a pilot corrects; the message is that one."""


def filing_line(sitting: Sitting) -> FilingLine:
    """Give what was said of a fetched sitting."""
    filing, institution = getattr(sitting, "filing", None), sitting.council.institution
    kept = acts_kept(filing)
    return FilingLine(
        sitting_id=sitting.pk,
        edition=filing.edition if filing else 0,
        institution_id=institution.pk if institution else None,
        institution=institution.name if institution else "",
        siret=institution.siret if institution else "",
        acts=tuple(
            FiledActLine(act.pk, act.number or None, act.title or None, *kept.get(act.pk, ("", None)))
            for act in sitting.deliberations.all()
        ),
    )


def acts_kept(filing: Filing | None) -> Said:
    """Give what is kept of each act."""
    rows = filing.acts.all() if filing else ()
    return {row.deliberation_id: (row.matter, row.received_on) for row in rows}


def acts_said(sitting: Sitting, acts: Iterable[FiledActSaid]) -> Said:
    """Give what is said of each act of the sitting, those of which nothing is said left out. Raises WrongFilingError."""
    known = set(sitting.deliberations.values_list("pk", flat=True))
    found: Said = {}
    for act in acts:
        is_early = act.received_on and sitting.date and act.received_on < sitting.date
        if act.deliberation_id not in known or act.matter not in ("", *MATTERS) or is_early:
            raise WrongFilingError(act.deliberation_id)
        if act.matter or act.received_on:
            found[act.deliberation_id] = (act.matter, act.received_on)
    return found


def institution_said(said: FilingSaid, *, by: Viewer) -> int | None:
    """Give the institution that is meant, added where its name was not known. Raises LookupError for an unknown number."""
    if said.institution_id is None:
        return find_or_add_institution(said.institution_name, by=by) if said.institution_name else None
    if not Institution.objects.filter(pk=said.institution_id).exists():
        raise LookupError(said.institution_id)
    return said.institution_id


def number_institution(institution_id: int, *, siret: str, by: Viewer) -> None:
    """
    Give an institution the SIRET that it lacked.

    Raises ValueError for one that cannot exist, OtherSiretError where it has another.
    """
    plain = plain_siret(siret)
    row = Institution.objects.select_for_update().get(pk=institution_id)
    if row.siret == plain:
        return
    if row.siret:
        raise OtherSiretError(row.siret)
    Institution.objects.filter(pk=institution_id).update(siret=plain, **next_edition(by))
    note(by=by.mark, verb="numbered", about=f"institution {institution_id}")


def name_council(sitting: Sitting, *, institution_id: int | None) -> None:
    """
    Say whose council held a sitting, or that nobody knows.

    Two sittings of one institution's council of that name share it; a council that others hold is left to them.
    """
    council = sitting.council
    if council.institution_id == institution_id:
        return
    known = None
    if institution_id is not None:
        known = Council.objects.filter(institution_id=institution_id, name=council.name).first()
    is_alone = not council.sittings.exclude(pk=sitting.pk).exists()
    if known is None and is_alone:
        Council.objects.filter(pk=council.pk).update(institution_id=institution_id)
        return
    other = known or Council.objects.create(name=council.name, institution_id=institution_id)
    Sitting.objects.filter(pk=sitting.pk).update(council=other)
    if is_alone:
        council.delete()


def keep_acts(filing: Filing, *, acts: Said) -> None:
    """Keep what is said of the acts in the place of what was."""
    FiledAct.objects.filter(filing=filing).delete()
    FiledAct.objects.bulk_create(
        FiledAct(filing=filing, deliberation_id=act, matter=matter, received_on=received_on)
        for act, (matter, received_on) in acts.items()
    )
