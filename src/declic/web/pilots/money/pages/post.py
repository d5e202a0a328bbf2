"""The page of one post: what it is, whether it is filled; never who holds it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from declic.records.money.values import PostRow
from declic.records.pact.values import PactHeader
from declic.web.design.choosing import Seen
from declic.web.design.components import Badge, Definitions, Field, Link, Message, Tabs, Term
from declic.web.design.fields import fields_of, form_message
from declic.web.design.pages import Head
from declic.web.design.wording import day
from declic.web.pilots.money.forms import HoldForm
from declic.web.pilots.money.pages.posts import STATES
from declic.web.pilots.pages.header import address, steering_head, steering_tabs


@dataclass(frozen=True, slots=True)
class PostPage:
    """A mediator post."""

    head: Head
    tabs: Tabs
    notices: tuple[Message, ...]
    badge: Badge
    facts: Definitions
    refusal: Message | None
    seen: Seen
    fields: tuple[Field, ...]
    hold_url: str
    edit: Link | None
    back: Link


def post_page(header: PactHeader, post: PostRow, *, form: HoldForm, notices: tuple[Message, ...]) -> PostPage:
    """Show a post."""
    return PostPage(
        head=steering_head(header, post.mission or _("Mediator post")),
        tabs=steering_tabs(header, current="posts"),
        notices=notices,
        badge=Badge(str(post.state.label), STATES[post.state]),
        facts=Definitions(tuple(_facts(post))),
        refusal=form_message(form, title=_("This was not recorded")),
        seen=Seen(post.edition),
        fields=fields_of(form) if post.may_edit else (),
        hold_url=address("hold_post", header, post_id=post.post_id),
        edit=Link(_("Edit this post"), address("edit_post", header, post_id=post.post_id))
        if post.may_edit
        else None,
        back=Link(_("Back to the posts"), address("posts", header)),
    )


def _facts(post: PostRow) -> list[Term]:
    unknown = _("unknown")
    days = (
        (_("Agreement from"), post.starts_on),
        (_("Agreement until"), post.ends_on),
        (_("State since"), post.state_on),
    )
    return [
        Term(_("Measure"), post.measure_number),
        Term(_("Employer"), post.employer),
        Term(
            _("Reference of the agreement"),
            post.agreement_reference or unknown,
            is_unsaid=not post.agreement_reference,
        ),
        *(Term(name, day(on) if on else unknown, is_unsaid=on is None) for name, on in days),
        Term(
            _("Number in the State’s open data"),
            post.open_data_id or unknown,
            is_unsaid=not post.open_data_id,
        ),
    ]
