"""One question of a sitting as a page shows it: who is there, who holds whose vote, who is away."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from declic.records.council.values import Cell, CellState, GridRow, ProxyLine, QuestionCount, SittingPage
from declic.web.clerks.acts import DeliberationCard, deliberation_card
from declic.web.clerks.checks import law_note
from declic.web.clerks.pages import sitting_title
from declic.web.clerks.sources import first_url
from declic.web.clerks.votes import Equation, VoteGlance, equation_at, glances_of
from declic.web.design.components import Badge, Link, Neighbours
from declic.web.design.pages import Head, head


@dataclass(frozen=True, slots=True)
class Seat:
    """A member at one question; `words` says whose vote they hold, or who holds theirs."""

    name: str
    group: str
    words: str
    url: str


@dataclass(frozen=True, slots=True)
class VoidSeat:
    """A proxy without effect, and why."""

    giver: str
    holder: str
    reason: str
    url: str


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """One question, whole."""

    head: Head
    position: str
    equation: Equation
    quorum: str
    quorum_badge: Badge | None
    law_note: str
    glances: tuple[VoteGlance, ...]
    present: tuple[Seat, ...]
    represented: tuple[Seat, ...]
    void: tuple[VoidSeat, ...]
    away: tuple[Seat, ...]
    deliberations: tuple[DeliberationCard, ...]
    neighbours: Neighbours


def question_page(sitting: SittingPage, *, number: int) -> QuestionPage | None:
    """Show one question; None where the sitting has no such question."""
    count = next((count for count in sitting.questions if count.question == number), None)
    if count is None:
        return None
    places = {row: cell for row in sitting.rows for cell in row.cells if cell.question == number}
    title = _("Question %(number)d") % {"number": number}
    return QuestionPage(
        head=head(
            f"{title} – {count.title}" if count.title else title,
            Link(_("Check a deliberation"), reverse("sittings")),
            Link(sitting_title(sitting.header), reverse("sitting", args=[sitting.header.sitting_id])),
            current=title,
        ),
        position=_("Number %(position)d of %(count)d in the order of passage")
        % {"position": count.position, "count": len(sitting.questions)},
        equation=equation_at(count),
        quorum=_quorum(count),
        quorum_badge=_quorum_badge(count),
        law_note=_law_note(sitting, count=count),
        glances=tuple(glance for glance in glances_of(sitting) if glance.question == number),
        present=_seats(places, state=CellState.PRESENT),
        represented=_represented(places, proxies=sitting.proxies),
        void=tuple(
            VoidSeat(one.giver, one.holder, one.reason, first_url(one.passages)) for one in count.void_proxies
        ),
        away=_seats(places, state=CellState.AWAY),
        deliberations=tuple(
            deliberation_card(act) for act in sitting.deliberations if act.question == number
        ),
        neighbours=_neighbours(sitting, count=count),
    )


def _seats(places: dict[GridRow, Cell], *, state: CellState) -> tuple[Seat, ...]:
    return tuple(
        Seat(
            row.member.name, row.member.group or "", ", ".join(cell.votes_of), first_url(row.member.passages)
        )
        for row, cell in places.items()
        if cell.state is state
    )


def _represented(places: dict[GridRow, Cell], *, proxies: Iterable[ProxyLine]) -> tuple[Seat, ...]:
    urls = {
        (proxy.giver_id, question): first_url(proxy.passages)
        for proxy in proxies
        for question in proxy.usable_at
    }
    return tuple(
        Seat(
            row.member.name,
            row.member.group or "",
            cell.represented_by or "",
            urls.get((row.member.member_id, cell.question), ""),
        )
        for row, cell in places.items()
        if cell.state is CellState.REPRESENTED
    )


def _quorum(count: QuestionCount) -> str:
    if count.quorum is None:
        return _("The quorum cannot be counted: the text does not say how many members are in office.")
    words = _("Quorum: %(quorum)d members in the room; %(present)d were there.")
    return words % {"quorum": count.quorum, "present": count.present}


def _law_note(sitting: SittingPage, *, count: QuestionCount) -> str:
    held_on = sitting.header.held_on
    note = law_note(held_on.value) if held_on and count.quorum is not None else None
    return note.title if note else ""


def _quorum_badge(count: QuestionCount) -> Badge | None:
    if count.quorum_met is None:
        return None
    return Badge(_("quorum met"), "good") if count.quorum_met else Badge(_("quorum not met"), "bad")


def _neighbours(sitting: SittingPage, *, count: QuestionCount) -> Neighbours:
    def link(position: int) -> Link | None:
        found = next((each for each in sitting.questions if each.position == position), None)
        if found is None:
            return None
        url = reverse("sitting_question", args=[sitting.header.sitting_id, found.question])
        return Link(_("Question %(number)d") % {"number": found.question}, url)

    return Neighbours(_("Questions"), link(count.position - 1), link(count.position + 1))
