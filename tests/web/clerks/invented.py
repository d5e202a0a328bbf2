"""A small invented sitting: six members of three communes, four questions, the fourth taken before the third."""

import datetime

from declic.engines.reading.drafts import (
    DecisionDraft,
    DeliberationDraft,
    MemberDraft,
    ProxyDraft,
    SittingDraft,
    Stated,
    Status,
    VoteDraft,
)
from declic.engines.voting.verdicts import Verdict
from declic.records.council.passages import Cited, Origin, Passage
from declic.records.council.values import (
    AppealLine,
    Cell,
    CellState,
    CheckLine,
    DecisionLine,
    DeliberationLine,
    GridRow,
    MemberLine,
    ProxyLine,
    QuestionCount,
    SittingHeader,
    SittingPage,
    VoidProxy,
    VoteArithmetic,
    VoteLine,
)
from declic.records.council.writes import open_sitting
from declic.units.question_ranges import WHOLE_SITTING, QuestionRange
from tests.records.council.invented import CLERK, Paper, keep


ORDER = (1, 2, 4, 3)
BRUNE, CELESTE, DIANE, EDMOND, FLORE, GASPARD = (
    "Brune AUBREPIN",
    "Céleste BOISCLAIR",
    "Diane CHANTELOUP",
    "Edmond DORVAL",
    "Flore ESTIENVRE",
    "Gaspard FOLLEVILLE",
)


def passage(number: int, quote: str) -> Passage:
    return Passage(number, version_id=7, start=number * 100, end=number * 100 + len(quote), quote=quote)


def member(
    number: int,
    name: str,
    *,
    group: str | None,
    status: Status = Status.PRESENT,
    ranges: tuple[QuestionRange, ...] = (WHOLE_SITTING,),
) -> MemberLine:
    given, surname = name.split()
    return MemberLine(
        number, name, given, surname, "Mme", group, status, ranges, Origin.READ, (passage(number, name),)
    )


def cell(
    question: int,
    state: CellState,
    *,
    by: str | None = None,
    votes_of: tuple[str, ...] = (),
    void: tuple[str, str] | None = None,
) -> Cell:
    holder, reason = void or (None, None)
    return Cell(question, state, by, votes_of, holder, reason)


def everywhere(state: CellState, *, votes_of: tuple[str, ...] = ()) -> tuple[Cell, ...]:
    return tuple(cell(question, state, votes_of=votes_of) for question in ORDER)


ROWS = (
    GridRow(member(1, BRUNE, group="Valmorte"), everywhere(CellState.PRESENT)),
    GridRow(
        member(2, CELESTE, group="Valmorte", ranges=(QuestionRange(first=4),)),
        (
            cell(1, CellState.AWAY),
            cell(2, CellState.AWAY),
            cell(4, CellState.PRESENT, votes_of=(EDMOND,)),
            cell(3, CellState.PRESENT, votes_of=(EDMOND,)),
        ),
    ),
    GridRow(member(3, DIANE, group="Aigremont"), everywhere(CellState.PRESENT, votes_of=(GASPARD,))),
    GridRow(
        member(4, EDMOND, group="Sainte-Orbe", status=Status.ABSENT, ranges=()),
        (
            cell(1, CellState.AWAY, void=(CELESTE, "Céleste BOISCLAIR n'est pas dans la salle.")),
            cell(2, CellState.AWAY, void=(CELESTE, "Céleste BOISCLAIR n'est pas dans la salle.")),
            cell(4, CellState.REPRESENTED, by=CELESTE),
            cell(3, CellState.REPRESENTED, by=CELESTE),
        ),
    ),
    GridRow(member(5, FLORE, group=None, status=Status.ABSENT, ranges=()), everywhere(CellState.AWAY)),
    GridRow(
        member(6, GASPARD, group="Valmorte", status=Status.REPRESENTED, ranges=()),
        tuple(cell(question, CellState.REPRESENTED, by=DIANE) for question in ORDER),
    ),
)
EDMOND_TO_CELESTE = ProxyLine(
    1, EDMOND, 4, CELESTE, 2, WHOLE_SITTING, (4, 3), (1, 2), Origin.READ, (passage(31, "Edmond à Céleste"),)
)
GASPARD_TO_DIANE = ProxyLine(
    2, GASPARD, 6, DIANE, 3, WHOLE_SITTING, ORDER, (), Origin.READ, (passage(32, "Gaspard à Diane"),)
)
VOID = (
    VoidProxy(
        1, EDMOND, CELESTE, "Céleste BOISCLAIR n'est pas dans la salle.", (passage(31, "Edmond à Céleste"),)
    ),
)
QUESTIONS = (
    QuestionCount(1, 1, None, 2, 1, VOID, 3, 4, quorum_met=False),
    QuestionCount(2, 2, None, 2, 1, VOID, 3, 4, quorum_met=False),
    QuestionCount(3, 4, "Un jardin pour la halle", 3, 2, (), 5, 4, quorum_met=False),
    QuestionCount(4, 3, None, 3, 2, (), 5, None, quorum_met=None),
)
CHECKS = (
    CheckLine(
        "present_absent_in_office",
        "Présents + absents = en exercice",
        Verdict.OK,
        "3 présents + 3 absents = 6 membres en exercice.",
        (passage(41, "en exercice : 6"),),
    ),
    CheckLine(
        "quorum",
        "Quorum à chaque question",
        Verdict.CONTRADICTION,
        "Aux questions 1 et 2, 2 présents pour un quorum de 4 (non confirmé par un juriste).",
        (),
    ),
    CheckLine("weekday", "Date et jour", Verdict.NOT_CHECKABLE, "Le jour de la semaine n'est pas dit.", ()),
)
HEADER = SittingHeader(
    sitting_id=12,
    version_id=7,
    council="Conseil communautaire du Val d'Orbe",
    body=Cited("Conseil communautaire", Origin.READ, (passage(51, "Conseil communautaire"),)),
    held_on=Cited(datetime.date(2031, 3, 6), Origin.READ, (passage(52, "6 mars 2031"),)),
    weekday=None,
    published_on=None,
    convened_on=None,
    opened_at=Cited(datetime.time(18, 2), Origin.READ, (passage(53, "18h02"),)),
    closed_at=Cited(datetime.time(21, 0), Origin.READ, (passage(54, "21h"),)),
    chair=Cited(BRUNE, Origin.READ, (passage(55, BRUNE),)),
    secretary=None,
    members_in_office=Cited(6, Origin.READ, (passage(41, "en exercice : 6"),)),
    declared_present=None,
    declared_absent=None,
    declared_proxies=None,
    declared_voters=None,
    order=ORDER,
    order_passages=(passage(56, "1, 2, 4, 3"),),
)
DELIBERATION = DeliberationLine(
    deliberation_id=3,
    number="2031/0004",
    question=4,
    title="Un jardin pour la halle",
    rapporteur=DIANE,
    budget_impact=None,
    summary=None,
    decisions=(DecisionLine("approuve", "approuve le jardin", Origin.READ, (passage(61, "approuve"),)),),
    vote=VoteLine(
        5, 0, 0, None, unanimous=True, abstention_counts_non_voters=False, origin=Origin.READ,
        passages=(passage(62, "Pour : 5"),),
    ),
    arithmetic=VoteArithmetic(4, 3, 2, 5, 5, agrees=True),
    appeal=AppealLine("tribunal administratif", 2, datetime.date(2031, 5, 6), Origin.COMPUTED),
    origin=Origin.READ,
    passages=(passage(60, "2031/0004"),),
)  # fmt: skip
SITTING = SittingPage(
    header=HEADER,
    rows=ROWS,
    questions=QUESTIONS,
    substitutes=(),
    proxies=(EDMOND_TO_CELESTE, GASPARD_TO_DIANE),
    deliberations=(DELIBERATION,),
    signatures=(),
    checks=CHECKS,
)


def opened_sitting(*, public: bool = True) -> int:
    """Keep the same sitting, from a text of its own, and give its number; its council has five votes at question 4."""
    paper = Paper()
    draft = SittingDraft(
        body=Stated("Conseil communautaire", paper.add("Conseil communautaire")),
        date=Stated(datetime.date(2031, 3, 6), paper.add("Séance du 6 mars 2031")),
        published_on=Stated(datetime.date(2031, 3, 12), paper.add("Publié le 12/03/2031")),
        opened_at=Stated(datetime.time(18, 2), paper.add("ouverte à 18h02")),
        chair=Stated(BRUNE, paper.add("sous la présidence de Mme Brune AUBREPIN")),
        secretary=Stated(DIANE, paper.add("Secrétaire : Mme Diane CHANTELOUP")),
        members_in_office=Stated(6, paper.add("Membres en exercice : 6")),
        order=ORDER,
        order_spans=paper.add("Ordre de passage : 1, 2, 4, 3"),
        members=tuple(_read(row.member, paper=paper) for row in ROWS),
        proxies=(
            ProxyDraft(EDMOND, CELESTE, WHOLE_SITTING, paper.add("M. Edmond DORVAL à Mme Céleste BOISCLAIR")),
            ProxyDraft(
                GASPARD, DIANE, WHOLE_SITTING, paper.add("M. Gaspard FOLLEVILLE à Mme Diane CHANTELOUP")
            ),
        ),
        deliberations=(_act(paper),),
    )
    return open_sitting(keep(paper, public=public), draft=draft, by=CLERK)


def _read(line: MemberLine, *, paper: Paper) -> MemberDraft:
    return MemberDraft(
        line.name,
        line.given,
        line.surname,
        line.civility,
        line.group,
        Status.ABSENT if line.status is not Status.PRESENT else Status.PRESENT,
        line.ranges,
        paper.add(f"Mme {line.name}"),
    )


def _act(paper: Paper) -> DeliberationDraft:
    heading = paper.add("Délibération n° 2031/0004 : Un jardin pour la halle")
    decides = paper.add("approuve le jardin de la halle")
    votes = paper.add("Pour : 4")
    return DeliberationDraft(
        number="2031/0004",
        question=4,
        title="Un jardin pour la halle",
        rapporteur=DIANE,
        budget_impact="sans incidence",
        summary="Un jardin s'ouvre sous la halle.",
        decisions=(DecisionDraft("approuver", "approuve le jardin de la halle", decides),),
        vote=VoteDraft(
            votes_for=4,
            against=0,
            abstention=None,
            interested=None,
            unanimous=True,
            abstention_counts_non_voters=False,
            spans=votes,
        ),
        appeal_court="Tribunal administratif de Valmorte",
        appeal_months=2,
        spans=heading,
    )
