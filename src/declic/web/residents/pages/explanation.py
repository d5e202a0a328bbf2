"""How it works, in four steps that anyone can follow."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from declic.records.council.passages import Origin
from declic.web.design.components import OriginMark, Step, Steps
from declic.web.design.pages import Head


@dataclass(frozen=True, slots=True)
class MarkMeaning:
    """The mark of an origin and what it means."""

    mark: OriginMark
    meaning: str


@dataclass(frozen=True, slots=True)
class HowItWorksPage:
    """How a signed text becomes these pages."""

    head: Head
    steps: Steps
    marks: tuple[MarkMeaning, ...]


def how_it_works_page() -> HowItWorksPage:
    """Make the page."""
    meanings = (
        (Origin.READ, _("The words are in the document. A link shows them in their place.")),
        (Origin.COMPUTED, _("We counted it from what was read. Anyone can count it again.")),
        (Origin.PROPOSED, _("Nobody has confirmed it yet. It may be wrong.")),
    )
    return HowItWorksPage(
        head=Head(_("How it works")),
        steps=Steps(
            (
                Step(
                    _("A public text is read"),
                    _("A deliberation or a pact is put in, as it was published. The original file is kept."),
                ),
                Step(
                    _("Each value is tied to its sentence"),
                    _(
                        "Promises, figures, names and dates are found by rules, never guessed. What the text does not say stays unknown."
                    ),
                ),
                Step(
                    _("Somebody reads it again"),
                    _(
                        "A person accepts, corrects or refuses each value. What the text says against itself is shown, not repaired."
                    ),
                ),
                Step(
                    _("Everyone can check"),
                    _(
                        "Each promise has its page: the official sentence, who answers for it, and what nobody has said."
                    ),
                ),
            )
        ),
        marks=tuple(MarkMeaning(OriginMark(origin), meaning) for origin, meaning in meanings),
    )
