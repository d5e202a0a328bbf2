"""One value under correction: what the document says, what was read, a field for each of its parts."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from declic.records.sources.choices import ItemKind
from declic.records.sources.values import ReviewItem
from declic.web.design.choosing import Seen
from declic.web.design.components import Field, Link, Message
from declic.web.design.fields import fields_of, form_message
from declic.web.design.pages import Head, head
from declic.web.pilots.item_forms import ItemForm
from declic.web.pilots.kinds import KINDS


@dataclass(frozen=True, slots=True)
class ItemPage:
    """The form of one value."""

    head: Head
    kind_label: str
    quote: str
    refusal: Message | None
    seen: Seen
    fields: tuple[Field, ...]
    back_url: str


def item_page(item: ReviewItem, *, draft_id: int, form: ItemForm) -> ItemPage:
    """Show the form of one value."""
    back = f"{reverse('review', args=[draft_id])}?type={KINDS[item.kind].slug}"
    return ItemPage(
        head=head(
            _("Correct a value"),
            Link(_("Read a document"), reverse("read_document")),
            Link(_("Review"), back),
        ),
        kind_label=str(ItemKind(item.kind).label),
        quote=item.quote,
        refusal=form_message(form, title=_("This was not kept")),
        seen=Seen(item.edition),
        fields=fields_of(form),
        back_url=f"{back}#valeur-{item.id}",
    )
