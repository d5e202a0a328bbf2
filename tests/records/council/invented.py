"""A small invented sitting: its text and its draft, whose every span re-reads; and a larger one of any size."""

import datetime
from dataclasses import dataclass, field, replace

from declic.engines.reading.drafts import (
    DecisionDraft,
    DeliberationDraft,
    MemberDraft,
    ProxyDraft,
    SignatureDraft,
    SittingDraft,
    Stated,
    Status,
    SubstituteDraft,
    VoteDraft,
)
from declic.records.accounts.choices import Role
from declic.records.accounts.viewers import OPERATOR, Viewer
from declic.records.sources.models import Document
from declic.records.sources.writes import keep_document
from declic.units.question_ranges import QuestionRange
from declic.units.spans import Span


CLERK = Viewer(user_id=41, name="Jeanne Courvoisier", roles=frozenset({Role.CLERK.value}))
PILOT = Viewer(user_id=42, name="Claire Aubépin", roles=frozenset({Role.PILOT.value}))


def sign_up_writers() -> None:
    """Give the clerk and the pilot of the records' tests their accounts, as whoever writes has one."""
    from django.contrib.auth import get_user_model  # noqa: PLC0415 — pure tests need no Django
    from django.db import connection  # noqa: PLC0415

    users = get_user_model()._default_manager
    if (
        connection.vendor == "postgresql"
    ):  # it never counts back: the next account must not find 41 or 42 taken
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT setval('accounts_user_id_seq', GREATEST(1000, nextval('accounts_user_id_seq')))"
            )
    for one in (CLERK, PILOT):
        email = f"person-{one.user_id}@demo.invalid"
        users.update_or_create(pk=one.user_id or 0, defaults={"email": email, "name": one.name})


SECOND_ROUND = QuestionRange(2, None)


@dataclass
class Paper:
    """A text under our pen: each piece that is added says where it stands."""

    text: str = ""
    spans: list[Span] = field(default_factory=list)

    def add(self, words: str) -> tuple[Span, ...]:
        start = len(self.text)
        self.text += f"{words}\n\n"
        return (Span(start, start + len(words)),)


def keep(paper: Paper, *, public: bool = True) -> int:
    """Keep the paper as a document and give its version."""
    version = keep_document(paper.text.encode(), "seance.txt", by=OPERATOR, title="Séance inventée")
    Document.objects.filter(pk=version.document_id).update(public=public)
    return version.id


def small_sitting(after: Paper | None = None) -> tuple[Paper, SittingDraft]:
    """Six members, three questions, the third taken before the second; a substitute; a proxy void at question 1."""
    paper = after or Paper()
    header = SittingDraft(
        body=Stated("Conseil communautaire", paper.add("Le Conseil communautaire s'est réuni.")),
        date=Stated(datetime.date(2024, 5, 14), paper.add("Séance du mardi 14 mai 2024")),
        published_on=Stated(datetime.date(2024, 5, 21), paper.add("Publié le 21/05/2024")),
        opened_at=Stated(datetime.time(18, 5), paper.add("ouverte à 18h05")),
        members_in_office=Stated(6, paper.add("Membres en exercice : 6")),
        chair=Stated("Odile FERRAND", paper.add("sous la présidence de Mme Odile FERRAND")),
        secretary=Stated("Paul GRAND", paper.add("Secrétaire de séance : M. Paul GRAND")),
    )
    order_spans = paper.add("Ordre de passage : 1, 3, 2")
    paper.add("Commune de Valmont")
    draft = replace(
        header,
        order=(1, 3, 2),
        order_spans=order_spans,
        members=(
            member(paper, "Odile FERRAND", ranges=(QuestionRange(),)),
            member(paper, "Paul GRAND", ranges=(QuestionRange(),)),
            member(paper, "Rose HUBERT", ranges=(QuestionRange(3, None),)),
            member(paper, "Serge IMBERT", status=Status.ABSENT),
            member(paper, "Tara JOLY", status=Status.EXCUSED),
            member(paper, "Viviane LOUP", status=Status.ABSENT),
        ),
        substitutes=(
            SubstituteDraft("Ugo KLEIN", "Viviane LOUP", paper.add("Ugo KLEIN suppléant de Viviane LOUP")),
        ),
        proxies=(
            proxy(paper, "Serge IMBERT", "Rose HUBERT"),
            proxy(paper, "Tara JOLY", "Paul GRAND", part=QuestionRange(None, 3)),
        ),
        deliberations=(deliberation(paper),),
        signatures=(SignatureDraft("Paul GRAND", "secrétaire", paper.add("Signé : Paul GRAND, secrétaire")),),
    )
    return paper, draft


def member(
    paper: Paper,
    name: str,
    *,
    status: Status = Status.PRESENT,
    ranges: tuple[QuestionRange, ...] = (),
) -> MemberDraft:
    given, surname = name.split()
    spans = paper.add(f"M. {name}")
    return MemberDraft(name, given, surname, "M.", "Valmont", status, ranges, spans)


def proxy(paper: Paper, giver: str, holder: str, *, part: QuestionRange = QuestionRange()) -> ProxyDraft:  # noqa: B008
    return ProxyDraft(giver, holder, part, paper.add(f"{giver} donne pouvoir à {holder}"))


def deliberation(paper: Paper) -> DeliberationDraft:
    heading = paper.add("Délibération n° 2024-7 : Ouverture d'une ludothèque")
    decides = paper.add("autorise la présidente à ouvrir la ludothèque")
    votes = paper.add("Pour : 3")
    return DeliberationDraft(
        number="2024-7",
        question=2,
        title="Ouverture d'une ludothèque",
        rapporteur="Rose HUBERT",
        budget_impact="sans incidence",
        summary="Une ludothèque ouvre au centre.",
        decisions=(DecisionDraft("autoriser", "autorise la présidente à ouvrir la ludothèque", decides),),
        vote=VoteDraft(
            votes_for=3,
            against=None,
            abstention=None,
            interested=None,
            unanimous=True,
            abstention_counts_non_voters=False,
            spans=votes,
        ),
        appeal_court="Tribunal administratif de Valmont",
        appeal_months=2,
        spans=(*heading, *votes),
    )


def sitting_of(size: int) -> tuple[Paper, SittingDraft]:
    """As many members, proxies, questions and deliberations as asked for."""
    paper = Paper()
    names = [f"Membre{n} NOM{n}" for n in range(2 * size)]
    return paper, SittingDraft(
        body=Stated("Conseil municipal", paper.add("Conseil municipal")),
        members_in_office=Stated(2 * size, paper.add(f"{2 * size} membres en exercice")),
        order=tuple(range(1, size + 1)),
        order_spans=paper.add("Ordre de passage"),
        members=(
            *(member(paper, name, ranges=(QuestionRange(),)) for name in names[:size]),
            *(member(paper, name, status=Status.ABSENT) for name in names[size:]),
        ),
        proxies=tuple(proxy(paper, names[size + n], names[n]) for n in range(size)),
        deliberations=tuple(deliberation(paper) for _ in range(size)),
    )
