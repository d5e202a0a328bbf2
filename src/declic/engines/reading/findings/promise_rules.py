"""What a pact promises to describe and describes nowhere: evaluation, calendar, money, governance."""

import re
from collections.abc import Iterator

from declic.engines.reading.drafts import Finding, PactDraft, Severity
from declic.engines.reading.text import Layout


PURPOSE = re.compile(
    r"\b(?:presente?|ce|cette|le|la) (?:pacte|plan|contrat|programme|convention|charte|protocole|accord)\b[^.]{0,80}"
    r"\b(?:fixe|definit|precise|prevoit|comprend|comporte|determine|decrit|etablit)\b",
)
TOPICS = (
    (
        "l'évaluation et ne la décrit",
        re.compile(r"\bevaluation"),
        re.compile(r"\b(?:evalu|bilans?\b|indicateurs? (?:de suivi|de resultat|de realisation|d'impact))"),
    ),
    (
        "le calendrier et ne le décrit",
        re.compile(r"\bcalendrier"),
        re.compile(r"\b(?:calendrier|echeanc|planning|phasage|retroplanning|duree du\b)|\bjusqu'au \d"),
    ),
    (
        "le financement et ne le décrit",
        re.compile(r"\bfinancements?\b"),
        re.compile(r"(?:\bfinanc|\bbudget|\bcredits?\b|\bsubvention|€|\beuros?\b)"),
    ),
    (
        "la gouvernance et ne la décrit",
        re.compile(r"\b(?:gouvernance|pilotage)"),
        re.compile(r"\b(?:gouvernance|pilotage|comite)"),
    ),
)


def promise_findings(layout: Layout, *, pact: PactDraft) -> Iterator[Finding]:
    """
    Find the topics that the purpose sentence of a pact promises and that no other sentence of it takes up.

    One word of the topic anywhere else in the pact is enough to keep quiet.
    """
    since = pact.title.spans[0].start if pact.title else 0
    purpose = next(
        (
            sentence
            for sentence in layout.sentences
            if sentence.start >= since and PURPOSE.search(layout.folded, sentence.start, sentence.end)
        ),
        None,
    )
    if purpose is None:
        return
    elsewhere = f"{layout.folded[since : purpose.start]}\n{layout.folded[purpose.end :]}"
    for name, promised, taken_up in TOPICS:
        if promised.search(layout.folded, purpose.start, purpose.end) and not taken_up.search(elsewhere):
            yield Finding(
                rule="promised-not-described",
                severity=Severity.WARNING,
                message=f"Le pacte annonce {name} nulle part.",
                spans=(purpose,),
            )
