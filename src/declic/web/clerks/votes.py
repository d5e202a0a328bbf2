"""The arithmetic of a vote as a page shows it: the room that was re-counted beside the votes that the text states."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _, ngettext

from declic.records.council.values import DeliberationLine, QuestionCount, SittingPage, VoteLine
from declic.web.clerks.sources import sources_of
from declic.web.design.components import Badge, Source


@dataclass(frozen=True, slots=True)
class Addend:
    """One number of an equation, with its words."""

    number: int
    words: str


@dataclass(frozen=True, slots=True)
class Equation:
    """« 89 present + 24 proxies = 113 votes in the room »."""

    present: Addend
    proxies: Addend
    represented: Addend


@dataclass(frozen=True, slots=True)
class VoteGlance:
    """One deliberation's vote: the equation of the room, the result as stated, and whether the two agree."""

    title: str
    number: str
    question_url: str
    question: int
    equation: Equation
    stated: tuple[Addend, ...]
    badge: Badge
    sources: tuple[Source, ...]


def equation_of(*, present: int, proxies: int, represented: int) -> Equation:
    """Write the arithmetic of one question."""
    return Equation(
        Addend(present, ngettext("member present", "members present", present)),
        Addend(proxies, ngettext("proxy", "proxies", proxies)),
        Addend(represented, ngettext("vote in the room", "votes in the room", represented)),
    )


def equation_at(count: QuestionCount) -> Equation:
    """Write the arithmetic of a question of a kept sitting."""
    return equation_of(present=count.present, proxies=count.usable_proxies, represented=count.represented)


def glances_of(sitting: SittingPage) -> tuple[VoteGlance, ...]:
    """Give a glance for each deliberation whose question was re-counted and whose vote is stated."""
    counts = {count.question: count for count in sitting.questions}
    return tuple(
        _glance(deliberation, count=counts[deliberation.question], sitting_id=sitting.header.sitting_id)
        for deliberation in sitting.deliberations
        if deliberation.question in counts and deliberation.vote is not None
    )


def _glance(deliberation: DeliberationLine, *, count: QuestionCount, sitting_id: int) -> VoteGlance:
    vote = deliberation.vote
    return VoteGlance(
        title=deliberation.title or _("Untitled deliberation"),
        number=deliberation.number or "",
        question_url=reverse("sitting_question", args=[sitting_id, count.question]),
        question=count.question,
        equation=equation_at(count),
        stated=_stated(vote) if vote else (),
        badge=agreement_badge(deliberation),
        sources=sources_of(vote.passages) if vote else (),
    )


def stated_votes(
    *, votes_for: int | None, against: int | None, abstention: int | None, interested: int | None
) -> tuple[Addend, ...]:
    """List the votes that the text states; what it leaves unsaid is left out, never zero."""
    said = (
        (votes_for, _("for")),
        (against, _("against")),
        (abstention, _("abstention")),
        (interested, _("interested")),
    )
    return tuple(Addend(number, words) for number, words in said if number is not None)


def _stated(vote: VoteLine) -> tuple[Addend, ...]:
    return stated_votes(
        votes_for=vote.votes_for,
        against=vote.against,
        abstention=vote.abstention,
        interested=vote.interested,
    )


def agreement_badge(deliberation: DeliberationLine) -> Badge:
    """Say whether the stated votes are those of the room."""
    arithmetic = deliberation.arithmetic
    if arithmetic is None or arithmetic.agrees is None:
        return Badge(_("cannot be compared"), "neutral")
    return Badge(_("the votes agree"), "good") if arithmetic.agrees else Badge(_("contradiction"), "bad")
