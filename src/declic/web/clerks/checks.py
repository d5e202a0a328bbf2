"""The ten checks as a page shows them: a verdict in words and in colour, a sentence, the passages."""

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _, ngettext

from declic.engines.voting.law import law_on
from declic.records.council.values import CheckLine
from declic.web.clerks.sources import sources_of
from declic.web.design.components import Badge, Message, Source, Tone


SHOWN_SOURCES = 2
"""A check of the whole roll stands on a hundred passages: two are shown, the others unfold."""

OK, CONTRADICTION, NOT_CHECKABLE = "ok", "contradiction", "not_checkable"
"""The verdicts, as the format `declic-reading/1` writes them."""
TONES: dict[str, Tone] = {OK: "good", CONTRADICTION: "bad", NOT_CHECKABLE: "neutral"}


@dataclass(frozen=True, slots=True)
class CheckCard:
    """One check: its verdict, its sentence with the arithmetic, and the passages it stands on."""

    title: str
    badge: Badge
    message: str
    sources: tuple[Source, ...]

    @property
    def first_sources(self) -> tuple[Source, ...]:
        """The passages to show at once."""
        return self.sources[:SHOWN_SOURCES]

    @property
    def more_sources(self) -> tuple[Source, ...]:
        """The passages to show when asked."""
        return self.sources[SHOWN_SOURCES:]


def law_note(day: datetime.date | None) -> Message | None:
    """Say that no lawyer has confirmed the rules of law of a day; None where none applies or once one has."""
    law = law_on(day)
    if law is None or law.is_confirmed_by_lawyer:
        return None
    text = _(
        "The rules on the quorum and the proxies were taken from the codes; no lawyer has confirmed them: %(law)s."
    )
    return Message(text % {"law": "; ".join(law.sources)}, title=_("Not confirmed by a lawyer"), tone="watch")


def check_card(check: CheckLine) -> CheckCard:
    """Show one check."""
    return CheckCard(check.title, verdict_badge(check.verdict), check.message, sources_of(check.passages))


def verdict_badge(verdict: str) -> Badge:
    """Say one verdict."""
    words = {OK: _("agrees"), CONTRADICTION: _("contradiction"), NOT_CHECKABLE: _("cannot be checked")}
    return Badge(words[verdict], TONES[verdict])


def counted_verdicts(verdicts: Iterable[str]) -> tuple[Badge, ...]:
    """Count the verdicts of some checks."""
    counts = Counter(str(verdict) for verdict in verdicts)
    return verdict_counts(
        agreeing=counts[OK], contradictions=counts[CONTRADICTION], not_checkable=counts[NOT_CHECKABLE]
    )


def verdict_counts(*, agreeing: int, contradictions: int, not_checkable: int) -> tuple[Badge, ...]:
    """Say how many checks agree, contradict or cannot be made; a verdict that no check has is left out."""
    counted = (
        (agreeing, OK, ngettext("%(count)d check agrees", "%(count)d checks agree", agreeing)),
        (
            contradictions,
            CONTRADICTION,
            ngettext("%(count)d contradiction", "%(count)d contradictions", contradictions),
        ),
        (
            not_checkable,
            NOT_CHECKABLE,
            ngettext("%(count)d check is impossible", "%(count)d checks are impossible", not_checkable),
        ),
    )
    return tuple(
        Badge(words % {"count": count}, TONES[verdict]) for count, verdict, words in counted if count
    )
