"""A small invented pact: its text and its draft, whose every span re-reads; and a larger one of any size."""

import datetime
from dataclasses import replace
from hashlib import sha256

from declic.engines.reading.drafts import (
    AmountDraft,
    ArticleDraft,
    AxisDraft,
    BodyDraft,
    Coverage,
    DateDraft,
    EventDraft,
    FigureDraft,
    Finding,
    MeasureDraft,
    NamedDraft,
    OngoingActionDraft,
    PactDraft,
    PartyDraft,
    RepresentativeDraft,
    RoleDraft,
    SectionDraft,
    Severity,
    SignatureBlockDraft,
    Stated,
)
from declic.records.pact.values import CoverageLine
from declic.records.pact.values.whole import SourceFile, WholeFinding, WholePact
from declic.records.pact.writes import open_pact
from declic.units.spans import Span
from tests.records.council.invented import PILOT, Paper, keep


COVERAGE = CoverageLine.of(
    Coverage(
        attached=(Span(0, 5), Span(6, 9)),
        ignored=(Span(10, 12),),
        orphans=(Span(13, 20),),
        digits=(Span(0, 1), Span(2, 3)),
        unread_digits=(Span(2, 3),),
    )
)
JUST_A_FIGURE = FigureDraft(
    value=12.0,
    low=None,
    high=None,
    unit="jeunes",
    qualifier="environ",
    subject="",
    place=None,
    date=None,
    axis=None,
    spans=(),
)
TODAY = datetime.date(2024, 3, 1)


def small_pact() -> tuple[Paper, PactDraft, tuple[Finding, ...]]:
    """Two axes, three measures (one under another, one of a second axis too), two figures, an amount, a finding."""
    paper = Paper()
    header = PactDraft(
        title=Stated("Pacte des deux rives", paper.add("Pacte des deux rives")),
        date=Stated(datetime.date(2024, 1, 15), paper.add("Lundi 15 janvier 2024")),
        ends_on=Stated(datetime.date(2024, 12, 31), paper.add("jusqu'au 31 décembre 2024")),
        successor=Stated("contrat de ville", paper.add("intégré au contrat de ville")),
    )
    parties, blocks = _parties(paper)
    reasons = (Stated("Les aides sont mal connues.", paper.add("Les aides sont mal connues.")),)
    figures = _figures(paper)
    axes, measures, articles, actions = _promises(paper)
    draft = replace(
        header,
        reserve=Stated("sous réserve", paper.add("Sous réserve du vote de leurs assemblées.")),
        parties=parties,
        signature_blocks=blocks,
        articles=articles,
        diagnosis=reasons,
        axes=axes,
        roles=(
            RoleDraft("Ville de Valmont", "coordonne", (1,), paper.add("La ville coordonne l'axe 1")),
            RoleDraft("État", "pilote", (), paper.add("L'État pilote le pacte")),
        ),
        ongoing_actions=actions,
        measures=measures,
        figures=(*figures, *_figures_in(measures[0], paper=paper)),
        amounts=(_amount(paper),),
        bodies=(
            BodyDraft("comité de suivi", "3 fois par an", paper.add("Un comité de suivi, 3 fois par an")),
        ),
        dates=(
            DateDraft("2024-02", "month", "lancement", paper.add("en février 2024")),
            DateDraft("2024-06-21", "day", "fête des rives", paper.add("le 21 juin 2024")),
        ),
        events=(
            EventDraft("fête des rives", "2024-06-21", paper.add("fête des rives le 21 juin 2024")),
            EventDraft("forum des associations", "2024-09", paper.add("forum en septembre 2024")),
            EventDraft("café du quartier", None, paper.add("café du quartier")),
        ),
    )
    findings = (
        Finding("axis_names", Severity.WARNING, "L'axe 1 a deux noms.", axes[0].spans),
        Finding("measure_words", Severity.INFO, "« ouvrirons » est écrit deux fois.", measures[0].spans),
        Finding("no_evaluation", Severity.ERROR, "L'évaluation est annoncée et jamais décrite.", ()),
    )
    return paper, draft, findings


def opened_small_pact(*, public: bool = True) -> str:
    """Open the small pact and give its slug."""
    paper, draft, findings = small_pact()
    return open_pact(keep(paper, public=public), draft=draft, findings=findings, coverage=COVERAGE, by=PILOT)


def tiny_whole_pact() -> WholePact:
    """A pact of one measure, as another site would send it."""
    text = "Mesure 1 : Nous ouvrirons une ludothèque."
    spans = (Span(0, len(text)),)
    measure = MeasureDraft("1", None, None, text, (), None, None, (), (), (), spans)
    return WholePact(
        slug="pacte-venu-d-ailleurs",
        source=SourceFile(
            "Pacte venu d'ailleurs", "pacte.txt", sha256(text.encode()).hexdigest(), text, text.encode()
        ),
        pact=PactDraft(measures=(measure,)),
        findings=(WholeFinding(Finding("no_evaluation", Severity.ERROR, "Rien.", ()), "Oubli."),),
        coverage=CoverageLine(1, 1, 0, 0, 1, 1),
        plain_titles=(("1", "Une ludothèque"),),
        validations=(),
    )


def pact_of(size: int) -> tuple[Paper, PactDraft, tuple[Finding, ...]]:
    """As many of everything as asked for, in two axes."""
    paper = Paper()
    axes = tuple(_axis(paper, number, title=f"Axe inventé {number}", article=None) for number in (1, 2))
    measures = tuple(
        _measure(paper, str(n), axis=1 + n % 2, text=f"Nous ouvrirons la salle {n} à 12 jeunes.")
        for n in range(1, size + 1)
    )
    draft = PactDraft(
        title=Stated("Grand pacte inventé", paper.add("Grand pacte inventé")),
        parties=tuple(
            PartyDraft(f"Ville de Valmont {n}", (), paper.add(f"la ville de Valmont {n}"))
            for n in range(size)
        ),
        axes=axes,
        roles=tuple(
            RoleDraft(f"Ville {n}", "pilote", (1,), paper.add(f"Ville {n} pilote")) for n in range(size)
        ),
        ongoing_actions=tuple(_action(paper, f"Atelier {n}", axis=1) for n in range(size)),
        measures=measures,
        figures=tuple(figure for measure in measures for figure in _figures_in(measure, paper=paper)),
        amounts=tuple(_amount(paper) for _ in range(size)),
        dates=tuple(
            DateDraft("2024-06", "month", f"étape {n}", paper.add(f"étape {n}")) for n in range(size)
        ),
        diagnosis=tuple(Stated(f"Raison {n}.", paper.add(f"Raison {n}.")) for n in range(size)),
    )
    findings = tuple(
        Finding("words", Severity.INFO, f"Anomalie {n}.", measure.spans) for n, measure in enumerate(measures)
    )
    return paper, draft, findings


def _parties(paper: Paper) -> tuple[tuple[PartyDraft, ...], tuple[SignatureBlockDraft, ...]]:
    prefect = RepresentativeDraft("Yves LAMY", None, "préfet")
    mayor = RepresentativeDraft("Zoé MARTEL", "Madame", "maire")
    parties = (
        PartyDraft("État", (prefect,), paper.add("l'État représenté par le préfet, Yves LAMY")),
        PartyDraft("Ville de Valmont", (mayor,), paper.add("la ville de Valmont, Mme Zoé MARTEL, maire")),
    )
    blocks = (
        SignatureBlockDraft("Madame la Maire,", "Ville de Valmont", paper.add("Madame la Maire,")),
        SignatureBlockDraft("Le témoin", None, paper.add("Le témoin")),
    )
    return parties, blocks


def _figures(paper: Paper) -> tuple[FigureDraft, ...]:
    sentence = paper.add("On compte 41,5 % de jeunes, et 100 à 150 sans solution.")[0]
    share = Span(sentence.start + 10, sentence.start + 16)
    some = Span(sentence.start + 30, sentence.start + 39)
    young = replace(JUST_A_FIGURE, subject="jeunes sans solution", spans=(some,))
    return (
        replace(JUST_A_FIGURE, value=41.5, unit="%", subject="part des jeunes", spans=(share,)),
        replace(young, value=None, low=100.0, high=150.0),
    )


def _figures_in(measure: MeasureDraft, *, paper: Paper) -> tuple[FigureDraft, ...]:
    at = paper.text.index("12", measure.spans[0].start)
    spans = (Span(at, at + 2),)
    return (replace(JUST_A_FIGURE, subject="jeunes accueillis", axis=measure.axis, spans=spans),)


def _amount(paper: Paper) -> AmountDraft:
    sentence = paper.add("La ville apporte 1 500,50 € en 2024.")[0]
    return AmountDraft(
        value_eur=1500.5,
        qualifier=None,
        funder="Ville de Valmont",
        beneficiary=None,
        purpose="la ludothèque",
        period="2024",
        axis=1,
        spans=(Span(sentence.start + 17, sentence.start + 27),),
    )


def _promises(
    paper: Paper,
) -> tuple[
    tuple[AxisDraft, ...], tuple[MeasureDraft, ...], tuple[ArticleDraft, ...], tuple[OngoingActionDraft, ...]
]:
    heading = paper.add("Article 1. Vivre ensemble")
    first = _axis(paper, 1, title="Vivre ensemble", article=1)
    actions = (_action(paper, "Café des rives", axis=1),)
    section = paper.add("C - Plan d'actions")
    top = _measure(paper, "10", axis=1, text="Nous ouvrirons une ludothèque pour 12 jeunes.", also=(2,))
    under = _measure(paper, "10.1", axis=1, text="Nous prêterons des jeux.", parent="10")
    plan = SectionDraft("C", "Plan d'actions", section, Span(section[0].start, under.spans[0].end))
    body = Span(heading[0].start, under.spans[0].end)
    article = ArticleDraft(1, "Vivre ensemble", heading, body)
    second = _axis(paper, 2, title="Se soigner", article=None)
    last = _measure(paper, "20", axis=2, text="Nous travaillerons avec le dispensaire des deux rives.")
    axes = (_with_section(first, plan), second)
    return axes, (top, under, last), (article,), actions


def _axis(paper: Paper, number: int, *, title: str, article: int | None) -> AxisDraft:
    heading = paper.add(f"Axe {number} : {title}")
    other = paper.add(f"l'axe « Bien {title.lower()} »")
    return AxisDraft(
        number=number,
        title=title,
        titles=(title, f"Bien {title.lower()}"),
        article=article,
        sections=(),
        pilot=None,
        spans=(*heading, *other),
        body=Span(heading[0].start, other[0].end),
    )


def _with_section(axis: AxisDraft, section: SectionDraft) -> AxisDraft:
    return AxisDraft(
        number=axis.number,
        title=axis.title,
        titles=axis.titles,
        article=axis.article,
        sections=(section,),
        pilot="Zoé MARTEL",
        spans=axis.spans,
        body=axis.body,
    )


def _measure(
    paper: Paper,
    number: str,
    *,
    axis: int,
    text: str,
    parent: str | None = None,
    also: tuple[int, ...] = (),
) -> MeasureDraft:
    spans = paper.add(f"Mesure {number} : {text}")
    return MeasureDraft(
        number=number,
        axis=axis,
        parent=parent,
        text=text,
        bullets=(),
        commitment="create_structure",
        verb="ouvrir",
        organisations=(NamedDraft("dispensaire", spans), NamedDraft("dispensaire", spans)),
        schemes=(NamedDraft("ludothèque", spans),),
        secondary_axes=also,
        spans=spans,
    )


def _action(paper: Paper, title: str, *, axis: int) -> OngoingActionDraft:
    return OngoingActionDraft(
        axis, title, f"{title} le jeudi.", "Amis des rives", paper.add(f"{title} le jeudi.")
    )
