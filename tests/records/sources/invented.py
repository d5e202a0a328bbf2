"""A small invented document: its text, and drafts of it that fill every field."""

import datetime
from typing import TypeVar

from declic.engines.reading.drafts import (
    AmountDraft,
    ArticleDraft,
    AxisDraft,
    BodyDraft,
    Coverage,
    DateDraft,
    DecisionDraft,
    DeliberationDraft,
    DocumentKind,
    EventDraft,
    FigureDraft,
    Finding,
    IgnoredDigits,
    MeasureDraft,
    MemberDraft,
    NamedDraft,
    OngoingActionDraft,
    Origin,
    PactDraft,
    PartyDraft,
    ProxyDraft,
    Reading,
    RepresentativeDraft,
    RoleDraft,
    SectionDraft,
    Severity,
    SignatureBlockDraft,
    SignatureDraft,
    SittingDraft,
    Stated,
    Status,
    SubstituteDraft,
    VoteDraft,
)
from declic.units.question_ranges import WHOLE_SITTING, QuestionRange
from declic.units.spans import Span


T = TypeVar("T")

TEXT = (
    "Conseil municipal de Valmont\n"
    "Séance du 4 mai 2023, ouverte à 18h00, levée à 20h30\n"
    "Présents : Mme Brune AUBREPIN, M. Edmond DORVAL (à partir de la question 2)\n"
    "Procuration : Mme Flore ESTIENVRE à Mme Brune AUBREPIN\n"
    "Mesure 1 : Nous ouvrirons un lieu d'accueil pour 40 jeunes, pour 12 000 euros.\n"
)


def span_of(words: str) -> tuple[Span, ...]:
    start = TEXT.index(words)
    return (Span(start, start + len(words)),)


def stated(value: T, words: str, origin: Origin = Origin.READ) -> Stated[T]:
    return Stated(value, span_of(words), origin)


SITTING = SittingDraft(
    body=stated("Conseil municipal de Valmont", "Conseil municipal"),
    date=stated(datetime.date(2023, 5, 4), "4 mai 2023"),
    weekday=None,
    opened_at=stated(datetime.time(18, 0), "18h00"),
    closed_at=stated(datetime.time(20, 30), "20h30"),
    secretary=stated("Edmond DORVAL", "Edmond DORVAL", Origin.PROPOSED),
    members_in_office=stated(3, "Présents", Origin.COMPUTED),
    order=(1, 2),
    order_spans=span_of("question 2"),
    members=(
        MemberDraft(
            "Brune AUBREPIN",
            "Brune",
            "AUBREPIN",
            "Mme",
            "Valmont",
            Status.PRESENT,
            (WHOLE_SITTING,),
            span_of("Brune AUBREPIN"),
        ),
        MemberDraft(
            "Edmond DORVAL",
            "Edmond",
            "DORVAL",
            "M.",
            None,
            Status.PRESENT,
            (QuestionRange(2, None),),
            span_of("Edmond DORVAL"),
        ),
        MemberDraft(
            "Flore ESTIENVRE",
            "Flore",
            "ESTIENVRE",
            None,
            None,
            Status.REPRESENTED,
            (),
            span_of("Flore ESTIENVRE"),
        ),
    ),
    substitutes=(SubstituteDraft("Gaspard FOLLEVILLE", None, span_of("Présents")),),
    proxies=(
        ProxyDraft(
            "Flore ESTIENVRE",
            "Brune AUBREPIN",
            WHOLE_SITTING,
            span_of("Flore ESTIENVRE à Mme Brune AUBREPIN"),
        ),
    ),
    deliberations=(
        DeliberationDraft(
            number="2023-12",
            question=2,
            title="Accueil des jeunes",
            rapporteur="Brune AUBREPIN",
            budget_impact="oui",
            summary="Le lieu d'accueil.",
            decisions=(DecisionDraft("autorise", "autorise la signature", span_of("Procuration")),),
            vote=VoteDraft(3, 0, 0, None, True, True, span_of("Séance")),
            appeal_court="Tribunal administratif",
            appeal_months=2,
            spans=span_of("Séance du 4 mai 2023"),
        ),
        DeliberationDraft(None, None, None, None, None, None, (), None, None, None, span_of("Mesure 1")),
    ),
    signatures=(SignatureDraft("Edmond DORVAL", "secrétaire", span_of("M. Edmond DORVAL")),),
)

PACT = PactDraft(
    title=stated("Pacte de Valmont", "Valmont"),
    date=stated(datetime.date(2023, 5, 4), "4 mai 2023"),
    ends_on=stated(datetime.date(2025, 12, 31), "2023", Origin.COMPUTED),
    parties=(
        PartyDraft(
            "Ville de Valmont", (RepresentativeDraft("Brune AUBREPIN", "Mme", "maire"),), span_of("Valmont")
        ),
    ),
    signature_blocks=(SignatureBlockDraft("Madame la Maire", None, span_of("Conseil")),),
    articles=(ArticleDraft(1, "Objet", span_of("Séance"), Span(0, 40)),),
    diagnosis=(stated("Quarante jeunes attendent.", "40 jeunes"),),
    axes=(
        AxisDraft(
            1,
            "Accueil",
            ("Accueil des jeunes",),
            1,
            (SectionDraft("A", "Contexte", span_of("Présents"), Span(0, 10)),),
            None,
            span_of("accueil"),
            Span(0, 100),
        ),
    ),
    roles=(RoleDraft("Ville de Valmont", "carries", (1,), span_of("Valmont")),),
    ongoing_actions=(OngoingActionDraft(1, "Permanence", "Une permanence.", None, span_of("Présents")),),
    measures=(
        MeasureDraft(
            "1",
            1,
            None,
            "Nous ouvrirons un lieu d'accueil",
            ("un lieu",),
            "open_place",
            "ouvrir",
            (NamedDraft("Ville de Valmont", span_of("Valmont")),),
            (NamedDraft("Accueil", span_of("accueil")),),
            (2,),
            span_of("Mesure 1 : Nous ouvrirons un lieu d'accueil"),
        ),
    ),
    figures=(
        FigureDraft(40.0, None, None, "jeunes", None, "accueillis", None, None, 1, span_of("40 jeunes")),
    ),
    amounts=(AmountDraft(12_000.0, None, None, None, "lieu d'accueil", None, 1, span_of("12 000 euros")),),
    bodies=(BodyDraft("Comité de suivi", "deux fois par an", span_of("Conseil")),),
    dates=(DateDraft("2023-05-04", "day", "séance", span_of("4 mai 2023")),),
    events=(EventDraft("Fête des métiers", None, span_of("Séance")),),
)

FINDINGS = (Finding("axis-names", Severity.WARNING, "L'axe a deux noms.", span_of("accueil")),)

READING = Reading(
    kind=DocumentKind.MIXED,
    text=TEXT,
    sitting=SITTING,
    pact=PACT,
    findings=FINDINGS,
    coverage=Coverage(
        attached=span_of("Séance du 4 mai 2023"),
        ignored=span_of("Conseil municipal"),
        orphans=span_of("Procuration"),
        digits=(*span_of("2023"), *span_of("40")),
        unread_digits=span_of("40"),
        ignored_digits=(IgnoredDigits("un nom de rue", *span_of("2023")),),
    ),
)
