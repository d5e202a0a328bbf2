"""What every page of a pact shares: where it stands, and its tabs."""

from django.urls import reverse
from django.utils.translation import gettext as _, ngettext

from declic.records.pact.values import MeasureTile, PactHeader
from declic.web.design.components import Link, Tab, Tabs, Tile
from declic.web.design.pages import Head, head


TABS = ("pact", "figures", "amounts", "signatories")


def pact_head(header: PactHeader, title: str, *above: Link, current: str = "") -> Head:
    """Name a page below the pact's home."""
    return head(title, Link(header.title.value, address("pact", header)), *above, current=current)


def pact_tabs(header: PactHeader, *, current: str) -> Tabs:
    """Give the tabs of a pact; `current` is the name of an address."""
    labels = {
        "pact": _("Promises"),
        "figures": _("Figures"),
        "amounts": _("Money"),
        "signatories": _("Signatories"),
    }
    tabs = [Tab(labels[name], address(name, header), is_current=name == current) for name in TABS]
    document = reverse("document", kwargs={"version_id": header.version_id})
    return Tabs(_("This pact"), (*tabs, Tab(_("The document"), document, is_current=current == "document")))


def address(name: str, header: PactHeader, **more: str | int) -> str:
    """Give the address of a page of the pact."""
    return reverse(name, kwargs={"slug": header.slug, **more})


def measure_tile(measure: MeasureTile, *, header: PactHeader) -> Tile:
    """Show a measure among others."""
    return Tile(
        number=measure.number,
        title=measure.title,
        url=address("measure", header, number=measure.number),
        axis_number=measure.axis_number,
    )


def axis_link(number: int, *, header: PactHeader) -> Link:
    """Lead to an axis by its number."""
    return Link(_("Axis %(number)d") % {"number": number}, address("axis", header, number=number))


def measures_in_words(count: int) -> str:
    """Write how many measures there are."""
    return ngettext("%(count)d measure", "%(count)d measures", count) % {"count": count}
