"""What the pilots' pages of a pact share: where they stand, their tabs, the messages of the last act."""

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _, ngettext

from declic.engines.reading.drafts import Severity
from declic.records.pact.choices import SeverityChoice
from declic.records.pact.values import MeasureState, PactHeader
from declic.web.design.components import Badge, Link, Message, Tab, Tabs, Tone
from declic.web.design.pages import Head, head


STATE_TONES: dict[MeasureState, Tone] = {
    MeasureState.FINDING_OPEN: "watch",
    MeasureState.WITHOUT_SHEET: "neutral",
    MeasureState.WITH_SHEET: "info",
    MeasureState.PUBLISHED: "good",
}
SEVERITY_TONES: dict[Severity, Tone] = {
    Severity.ERROR: "bad",
    Severity.WARNING: "watch",
    Severity.INFO: "info",
}


OF_PILOTS = ("steering_pact", "steering_findings", "steering_signatories", "letters")
"""Tabs whose pages open to pilots and coordinators alone."""


def steering_head(header: PactHeader, title: str, *above: Link, current: str = "") -> Head:
    """Name a page of those who work on a pact: below its pilots' home, or below the pact that everyone reads."""
    if not header.is_steered_here:
        pact = Link(header.title.value, address("pact", header))
        return head(title, pact, *above, current=current)
    home = Link(header.title.value, address("steering_pact", header))
    return head(title, Link(_("Steering"), reverse("steering")), home, *above, current=current)


def steering_tabs(header: PactHeader, *, current: str) -> Tabs:
    """
    Give the tabs of who works on a pact; `current` is the name of an address.

    Who does not steer it finds no tab that would answer 404.
    """
    labels = {
        "steering_pact": _("Measures"),
        "steering_findings": _("Findings"),
        "steering_signatories": _("Signatories"),
        "sheets": _("Action sheets"),
        "pilots": _("Pilots"),
        "committees": _("Committees"),
        "alerts": _("Alerts"),
        "letters": _("Letters"),
        "money": _("Money"),
        "posts": _("Mediator posts"),
        "indicators": _("Indicators"),
        "deliveries": _("What was done"),
        "pact": _("Public page"),
    }
    tabs = tuple(
        Tab(label, address(name, header), is_current=name == current)
        for name, label in labels.items()
        if header.is_steered_here or name not in OF_PILOTS
    )
    return Tabs(_("Steering of this pact"), tabs)


def address(name: str, header: PactHeader, **more: str | int) -> str:
    """Give the address of a page of the pact."""
    return reverse(name, kwargs={"slug": header.slug, **more})


def notices_of(request: HttpRequest) -> tuple[Message, ...]:
    """Give the messages of what was just done."""
    tones: dict[str, Tone] = {"success": "good", "warning": "watch", "error": "bad"}
    return tuple(
        Message(str(each), tone=tones.get(each.level_tag, "info")) for each in messages.get_messages(request)
    )


def state_badge(state: MeasureState, *, open_finding_count: int = 0) -> Badge:
    """Say where a measure stands."""
    words = {
        MeasureState.FINDING_OPEN: ngettext(
            "%(count)d finding to explain", "%(count)d findings to explain", open_finding_count
        )
        % {"count": open_finding_count},
        MeasureState.WITHOUT_SHEET: _("without action sheet"),
        MeasureState.WITH_SHEET: _("with an action sheet"),
        MeasureState.PUBLISHED: _("published"),
    }
    return Badge(words[state], STATE_TONES[state])


def severity_badge(severity: Severity) -> Badge:
    """Say how much a finding matters."""
    return Badge(str(SeverityChoice(severity.value).label), SEVERITY_TONES[severity])
