"""What each page of the clerks shows."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _, ngettext

from declic.records.council.values import QuestionCount, SittingHeader, SittingLine, SittingPage
from declic.web.clerks.acts import DeliberationCard, deliberation_card, proxy_table, substitute_list
from declic.web.clerks.checks import CheckCard, check_card, counted_verdicts, law_note, verdict_counts
from declic.web.clerks.forms import GridForm
from declic.web.clerks.grids import Detail, Grid, Place, draw_grid, legend
from declic.web.clerks.sources import in_words, terms_of
from declic.web.clerks.votes import VoteGlance, glances_of
from declic.web.design.charts.presence import Attendance, PresenceChart, presence_chart
from declic.web.design.components import Badge, Card, Definitions, Empty, Field, Link, Message, Table
from declic.web.design.fields import fields_of
from declic.web.design.pages import Head, head


@dataclass(frozen=True, slots=True)
class SittingsPage:
    """Every sitting that can be read, with what its checks say."""

    head: Head
    cards: tuple[Card, ...]
    empty: Empty | None
    check_link: Link | None


@dataclass(frozen=True, slots=True)
class GridPart:
    """The grid, its filter, and the way to take it away; `whole_url` is empty where nothing is filtered."""

    grid: Grid
    sitting_id: int
    fields: tuple[Field, ...]
    legend: tuple[Place, ...]
    is_fine: bool
    shown: str
    csv_url: str
    whole_url: str


@dataclass(frozen=True, slots=True)
class CheckedSittingPage:
    """« Vérifier une délibération », whole."""

    head: Head
    council: str
    document_url: str
    open_acts_url: str
    verdicts: tuple[Badge, ...]
    facts: Definitions
    glances: tuple[VoteGlance, ...]
    chart: PresenceChart | None
    checks: tuple[CheckCard, ...]
    law_note: Message | None
    grid: GridPart
    proxies: Table | None
    substitutes: Definitions | None
    deliberations: tuple[DeliberationCard, ...]


def sittings_page(lines: tuple[SittingLine, ...], *, may_review: bool) -> SittingsPage:
    """Show the list; who reviews documents is also led to the check of a text of their own."""
    check = Link(_("Check a text without keeping it"), reverse("check_text")) if may_review else None
    text = _("A sitting appears here once its deliberation has been read, reviewed and applied.")
    return SittingsPage(
        head=Head(_("Check a deliberation")),
        cards=tuple(_card(line) for line in lines),
        empty=None if lines else Empty(_("No sitting yet"), text),
        check_link=check,
    )


def checked_sitting_page(sitting: SittingPage, *, form: GridForm) -> CheckedSittingPage:
    """Show one sitting; the form says which part of the grid is asked for."""
    return CheckedSittingPage(
        head=head(sitting_title(sitting.header), Link(_("Check a deliberation"), reverse("sittings"))),
        council=sitting.header.council,
        document_url=reverse("document", args=[sitting.header.version_id]),
        open_acts_url=reverse("open_acts", args=[sitting.header.sitting_id]),
        verdicts=counted_verdicts(check.verdict for check in sitting.checks),
        facts=_facts(sitting.header),
        glances=glances_of(sitting),
        chart=_chart(sitting.questions),
        checks=tuple(check_card(check) for check in sitting.checks),
        law_note=law_note(held_on.value if (held_on := sitting.header.held_on) else None),
        grid=_grid_part(sitting, form=form),
        proxies=proxy_table(sitting.proxies, order=sitting.header.order),
        substitutes=substitute_list(sitting.substitutes),
        deliberations=tuple(deliberation_card(act) for act in sitting.deliberations),
    )


def sitting_title(header: SittingHeader) -> str:
    """Name a sitting by its day."""
    if header.held_on is None:
        return _("Sitting without a date")
    return _("Sitting of %(day)s") % {"day": in_words(header.held_on.value)}


def _card(line: SittingLine) -> Card:
    return Card(
        title=" · ".join(line.titles) or line.council,
        url=reverse("sitting", args=[line.sitting_id]),
        kicker=f"{line.council}, {in_words(line.held_on)}" if line.held_on else line.council,
        badges=verdict_counts(
            agreeing=line.ok_count,
            contradictions=line.contradiction_count,
            not_checkable=line.not_checkable_count,
        ),
    )


def _facts(header: SittingHeader) -> Definitions:
    return Definitions(
        terms_of(
            (_("Council"), header.body),
            (_("Day"), header.held_on),
            (_("Opened at"), header.opened_at),
            (_("Closed at"), header.closed_at),
            (_("Chair"), header.chair),
            (_("Secretary"), header.secretary),
            (_("Members in office"), header.members_in_office),
            (_("Stated present"), header.declared_present),
            (_("Stated absent"), header.declared_absent),
            (_("Stated proxies"), header.declared_proxies),
            (_("Stated voters"), header.declared_voters),
            (_("Convened on"), header.convened_on),
            (_("Published on"), header.published_on),
        )
    )


def _chart(questions: tuple[QuestionCount, ...]) -> PresenceChart | None:
    if not questions:
        return None
    points = [Attendance(str(count.question), count.present, count.usable_proxies) for count in questions]
    quorums = {count.quorum for count in questions}
    return presence_chart(points, quorum=quorums.pop() if len(quorums) == 1 else None)


def _grid_part(sitting: SittingPage, *, form: GridForm) -> GridPart:
    grid = draw_grid(sitting, asked=form.asked())
    number = sitting.header.sitting_id
    words = ngettext("%(shown)d of %(count)d member", "%(shown)d of %(count)d members", grid.member_count)
    return GridPart(
        grid=grid,
        sitting_id=number,
        fields=fields_of(form),
        legend=legend(),
        is_fine=grid.detail is Detail.QUESTIONS,
        shown=words % {"shown": grid.shown_count, "count": grid.member_count},
        csv_url=reverse("sitting_grid_csv", args=[number]),
        whole_url=reverse("sitting", args=[number]) + "#grid" if form.has_changed() else "",
    )
