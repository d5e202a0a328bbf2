"""What a sitting decided and who voted for whom, as a page shows them."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from declic.records.council.values import (
    AppealLine,
    DecisionLine,
    DeliberationLine,
    ProxyLine,
    SubstituteLine,
)
from declic.units.question_ranges import QuestionRange
from declic.web.clerks.grids import questions_in_words
from declic.web.clerks.sources import first_url, in_words, sources_of
from declic.web.design.components import Cell, Definitions, OriginMark, Source, Table, Term
from declic.web.design.passages import first_source


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing that is decided, in the words of the act."""

    text: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class DeliberationCard:
    """An act with what it decides, and until when it can be appealed."""

    title: str
    facts: Definitions
    summary: str
    decisions: tuple[Decision, ...]


def deliberation_card(act: DeliberationLine) -> DeliberationCard:
    """Show one act."""
    said = (
        (_("Number"), act.number),
        (_("Question"), act.question),
        (_("Rapporteur"), act.rapporteur),
        (_("Budget"), act.budget_impact),
    )
    terms = [Term(name, str(value)) for name, value in said if value is not None]
    if terms:
        terms[0] = Term(terms[0].term, terms[0].text, OriginMark(act.origin), first_source(act.passages))
    return DeliberationCard(
        title=act.title or _("Untitled deliberation"),
        facts=Definitions((*terms, *_appeal(act.appeal))),
        summary=act.summary or "",
        decisions=tuple(_decision(decision) for decision in act.decisions),
    )


def proxy_table(proxies: tuple[ProxyLine, ...], *, order: tuple[int, ...]) -> Table | None:
    """List the proxies with the questions at which each holds and is void; None where there is none."""
    if not proxies:
        return None
    heads = (_("Who gives"), _("Who holds"), _("For which questions"), _("Holds at"), _("Void at"))
    rows = tuple(
        (
            Cell(proxy.giver, first_url(proxy.passages)),
            Cell(proxy.holder),
            Cell(range_in_words(proxy.range)),
            Cell(_all_or_some(proxy.usable_at, order=order)),
            Cell(_all_or_some(proxy.void_at, order=order)),
        )
        for proxy in proxies
    )
    return Table(_("Who gave their vote to whom"), heads, rows)


def substitute_list(substitutes: tuple[SubstituteLine, ...]) -> Definitions | None:
    """List who sat in another's place; None where nobody did."""
    if not substitutes:
        return None
    return Definitions(
        tuple(
            Term(
                one.name,
                _("in the place of %(name)s") % {"name": one.replaces} if one.replaces else _("substitute"),
                OriginMark(one.origin),
                first_source(one.passages),
            )
            for one in substitutes
        )
    )


def range_in_words(part: QuestionRange) -> str:
    """Say a part of a sitting."""
    if part.first is None and part.last is None:
        return _("the whole sitting")
    if part.first is None:
        return _("until question %(last)d") % {"last": part.last}
    if part.last is None:
        return _("from question %(first)d") % {"first": part.first}
    return _("from question %(first)d to question %(last)d") % {"first": part.first, "last": part.last}


def _all_or_some(questions: tuple[int, ...], *, order: tuple[int, ...]) -> str:
    if not questions:
        return "–"
    return _("all") if questions == order else questions_in_words(questions)


def _decision(decision: DecisionLine) -> Decision:
    return Decision(decision.text, sources_of(decision.passages))


def _appeal(appeal: AppealLine) -> tuple[Term, ...]:
    terms = []
    if appeal.court:
        terms.append(Term(_("Appeal before"), appeal.court))
    if appeal.deadline:
        terms.append(
            Term(_("Last day to appeal"), in_words(appeal.deadline), OriginMark(appeal.deadline_origin))
        )
    return tuple(terms)
