"""
The acts of a sitting as the French local authorities publish them: the schema « SCDL délibérations », version 2.1.

One line an act, commas between, UTF-8 without mark, ISO dates. What is unsaid stays empty, never zero. The columns that
the schema demands and that nobody has said make the file impossible: it is then not written at all.
"""

import csv
import io
from collections.abc import Iterator
from enum import StrEnum

from declic.open_data.cells import harmless
from declic.records.council.filed import FiledActLine, FilingLine
from declic.records.council.matters import matter_name
from declic.records.council.values import DeliberationLine, SittingPage, VoteLine


COLUMNS = (
    "COLL_NOM",
    "COLL_SIRET",
    "DELIB_ID",
    "DELIB_DATE",
    "DELIB_MATIERE_CODE",
    "DELIB_MATIERE_NOM",
    "DELIB_OBJET",
    "BUDGET_ANNEE",
    "BUDGET_NOM",
    "PREF_ID",
    "PREF_DATE",
    "VOTE_EFFECTIF",
    "VOTE_REEL",
    "VOTE_POUR",
    "VOTE_CONTRE",
    "VOTE_ABSTENTION",
    "DELIB_URL",
)


class Lack(StrEnum):
    """What keeps the acts of a sitting from leaving: said by nobody, or not stated by the document."""

    ACT = "act"
    DAY = "day"
    NUMBER = "number"
    TITLE = "title"
    INSTITUTION = "institution"
    SIRET = "siret"
    MATTER = "matter"


class IncompleteActsError(ValueError):
    """Something that the schema demands is not known."""


def lacks(sitting: SittingPage, *, filing: FilingLine) -> tuple[Lack, ...]:
    """Say what is missing, each thing once, in the order of `Lack`; nothing where the file can be written."""
    acts = sitting.deliberations
    missing = {
        Lack.ACT: not acts,
        Lack.DAY: sitting.header.held_on is None,
        Lack.NUMBER: any(not _said(act.number) for act in acts),
        Lack.TITLE: any(not _said(act.title) for act in acts),
        Lack.INSTITUTION: not _said(filing.institution),
        Lack.SIRET: not filing.siret,
        Lack.MATTER: any(not act.matter for act in filing.acts),
    }
    return tuple(lack for lack, is_missing in missing.items() if is_missing)


def acts_csv(sitting: SittingPage, *, filing: FilingLine, address: str) -> str:
    """Write the file; `address` is where the document can be read. Raises IncompleteActsError."""
    if found := lacks(sitting, filing=filing):
        raise IncompleteActsError(", ".join(found))
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    filed = {act.deliberation_id: act for act in filing.acts}
    for act in sitting.deliberations:
        said = filed[act.deliberation_id]
        writer.writerow(
            [*_identity(sitting, act, filing), *_matter(act, said), *_vote(sitting, act), address]
        )
    return target.getvalue()


def _identity(sitting: SittingPage, act: DeliberationLine, filing: FilingLine) -> Iterator[str]:
    held_on = sitting.header.held_on
    yield harmless(_said(filing.institution))
    yield filing.siret
    yield harmless(_said(act.number))
    yield held_on.value.isoformat() if held_on else ""


def _matter(act: DeliberationLine, said: FiledActLine) -> Iterator[str]:
    yield said.matter
    yield matter_name(said.matter)
    yield harmless(_said(act.title))
    yield from ("", "", "")  # the budget and the prefecture's code: no document read here states them
    yield said.received_on.isoformat() if said.received_on else ""


def _vote(sitting: SittingPage, act: DeliberationLine) -> Iterator[str]:
    in_office, vote = sitting.header.members_in_office, act.vote
    yield _number(in_office.value if in_office else None)
    yield _number(_voters(vote))
    yield _number(vote.votes_for if vote else None)
    yield _number(vote.against if vote else None)
    yield _number(vote.abstention if vote else None)


def _voters(vote: VoteLine | None) -> int | None:
    """
    Add up who took part; None where one of the three counts is unsaid.

    Abstentions that count members who did not vote do not say how many did.
    """
    if vote is None or vote.votes_for is None or vote.against is None or vote.abstention is None:
        return None
    if vote.abstention and vote.abstention_counts_non_voters:
        return None
    return vote.votes_for + vote.against + vote.abstention


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _said(words: str | None) -> str:
    return " ".join((words or "").split())
