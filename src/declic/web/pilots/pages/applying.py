"""What a reviewed draft would open, the confirmation that opens it, and what it did open."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _, ngettext

from declic.records.pact.values import OpenedDocument
from declic.records.sources.choices import DraftState, ItemKind, ItemState
from declic.records.sources.values import DraftLine, ReviewGroup, ReviewPage as ReviewRead
from declic.web.design.components import Cell, Link, Message, Table
from declic.web.design.pages import Head, head
from declic.web.design.wording import day


@dataclass(frozen=True, slots=True)
class ApplyPage:
    """What a reviewed draft would open, and what it did open."""

    head: Head
    notices: tuple[Message, ...]
    opens: tuple[str, ...]
    table: Table
    waiting: Message | None
    waiting_count: int
    nothing: Message | None
    may_apply: bool
    applied: Message | None
    links: tuple[Link, ...]
    accept_url: str
    review_url: str


def apply_page(
    read: ReviewRead, *, opened: OpenedDocument | None, refusal: str = "", notices: tuple[Message, ...] = ()
) -> ApplyPage:
    """Show what a draft would open; `opened` is what it has opened already, `refusal` why it could not."""
    kept = {group.kind: _kept_count(group) for group in read.groups}
    waiting = sum(group.waiting_count for group in read.groups)
    opens = _opens(kept)
    is_pending = read.draft.state == DraftState.PENDING
    nothing = Message(_("Nothing to open yet: accept the sitting or the pact first."), tone="watch")
    return ApplyPage(
        head=head(
            _("Apply"),
            Link(_("Read a document"), reverse("read_document")),
            Link(read.document_title, reverse("review", args=[read.draft.id])),
        ),
        notices=(*notices, Message(refusal, title=_("Nothing was opened"), tone="bad"))
        if refusal
        else notices,
        opens=opens,
        table=_table(read),
        waiting=_waiting(waiting) if is_pending else None,
        waiting_count=waiting,
        nothing=nothing if is_pending and not opens else None,
        may_apply=is_pending and bool(opens),
        applied=_applied(read.draft),
        links=links_to(opened) if opened else (),
        accept_url=reverse("accept_all", args=[read.draft.id]),
        review_url=reverse("review", args=[read.draft.id]),
    )


def links_to(opened: OpenedDocument) -> tuple[Link, ...]:
    """Lead to what was opened."""
    links = []
    if opened.slug:
        links.append(Link(_("The pact"), reverse("steering_pact", args=[opened.slug])))
        links.append(Link(_("Its public page"), reverse("pact", args=[opened.slug])))
    if opened.sitting_id is not None:
        links.append(Link(_("The sitting, re-counted"), reverse("sitting", args=[opened.sitting_id])))
    return tuple(links)


def _kept_count(group: ReviewGroup) -> int:
    return sum(item.state in {ItemState.ACCEPTED, ItemState.EDITED} for item in group.items)


def _opens(kept: dict[str, int]) -> tuple[str, ...]:
    """Say what would open, each with what it holds; a part whose head was not accepted does not open."""
    opens = []
    if kept.get(ItemKind.SITTING):
        opens.append(_("A sitting: %(holds)s.") % {"holds": ", ".join(_sitting_holds(kept))})
    if kept.get(ItemKind.PACT):
        opens.append(_("A pact: %(holds)s.") % {"holds": ", ".join(_pact_holds(kept))})
    return tuple(opens)


def _sitting_holds(kept: dict[str, int]) -> tuple[str, ...]:
    members, proxies = kept.get(ItemKind.MEMBER, 0), kept.get(ItemKind.PROXY, 0)
    acts = kept.get(ItemKind.DELIBERATION, 0)
    return (
        ngettext("%(count)d member", "%(count)d members", members) % {"count": members},
        ngettext("%(count)d proxy", "%(count)d proxies", proxies) % {"count": proxies},
        ngettext("%(count)d deliberation", "%(count)d deliberations", acts) % {"count": acts},
    )


def _pact_holds(kept: dict[str, int]) -> tuple[str, ...]:
    axes, measures = kept.get(ItemKind.AXIS, 0), kept.get(ItemKind.MEASURE, 0)
    parties, figures = kept.get(ItemKind.PARTY, 0), kept.get(ItemKind.FIGURE, 0)
    return (
        ngettext("%(count)d axis", "%(count)d axes", axes) % {"count": axes},
        ngettext("%(count)d measure", "%(count)d measures", measures) % {"count": measures},
        ngettext("%(count)d signatory", "%(count)d signatories", parties) % {"count": parties},
        ngettext("%(count)d figure", "%(count)d figures", figures) % {"count": figures},
    )


def _table(read: ReviewRead) -> Table:
    heads = (_("Kind"), _("Accepted"), _("Corrected"), _("Rejected"), _("To review"))
    order = (ItemState.ACCEPTED, ItemState.EDITED, ItemState.REJECTED, ItemState.PROPOSED)
    rows = tuple(
        (
            Cell(group.label),
            *(Cell(str(sum(item.state == state for item in group.items)), is_number=True) for state in order),
        )
        for group in read.groups
    )
    return Table(_("What the review kept"), heads, rows)


def _waiting(count: int) -> Message | None:
    if not count:
        return None
    words = ngettext(
        "%(count)d value was not reviewed: it will not be opened.",
        "%(count)d values were not reviewed: they will not be opened.",
        count,
    )
    return Message(words % {"count": count}, tone="watch")


def _applied(draft: DraftLine) -> Message | None:
    if draft.state == DraftState.DISCARDED:
        return Message(_("This reading was set aside: another took its place."), tone="info")
    if draft.applied_at is None:
        return None
    return Message(_("Already applied on %(day)s.") % {"day": day(draft.applied_at.date())}, tone="good")
