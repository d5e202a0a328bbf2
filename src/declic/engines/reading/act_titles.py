"""Acts that nothing numbers: each has a title on a line of its own, above what is told, decided and voted."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from declic.engines.reading.act_headings import ActHeading, ActRegion
from declic.engines.reading.elections import BallotMark
from declic.engines.reading.votes import VoteMark
from declic.units.folding import fold
from declic.units.spans import Span


TITLE = re.compile(
    r"(?:(?<=\n)|^)[ \t*>–-]{0,12}(?P<title>(?:[A-ZÀ-Ý]|[«\"]\s?[A-ZÀ-Ý])(?:[^\n]{6,150}?(?=[ \t]*:?[ \t*]*\n)|[^\n:]{2,5}(?=[ \t]*:[ \t*]*\n)))[ \t]*:?[ \t*]*(?=\n)"
)
NOT_TITLE = re.compile(
    r"(?:vu|le|la|les|un|une|il|elle|ils|ce|cette|apres|par|pour|mm|mme|dit|fait|ainsi|oui|id|suite|date|sur\s+proposition|en\s+consequence|"
    r"ont\s+vote|ordre\s+du\s+jour|d'ou|soit|dont)(?!\w)|l'|m\.|"
    r"(?:consider|contre|abst|vote(?!\s+d(?:es?\s|u\s|e\s+l')(?!conseil|assemblee|membres|elu|present|comite|commission))|votants|monsieur|madame|"
    r"messieurs|mesdames|present(?!ation\s)|absent|excus|pouvoir|procuration|secretaire|article|section|"
    r"depense|recette|total|montant|fonctionnement|investissement|chapitre|exercice|nombre\s+(?:de\s+(?:votants|membres|conseill|bulletins|suffrages|voix|presents)|d'|total)|certifi|signature|adopte\b|approuve\b|autorise|decide|"
    r"delibere|fixe\b|donne\b|charge\b|accepte|valide\b|emet|prend|sollicite|attribue|entendu|resultat|unanimite|precise|demande\b|"
    r"premier|deuxieme|second|troisieme|aucun|chaque|chacun|ont\s+obtenu|a\s+obtenu|reste|majorite|bulletin|suffrage|a\s+deduire|questions?\s+diverses|informations?\s+diverses|annexe|page|registre|publie|envoye|recu|excedent|deficit|solde|report)"
)
SECTION = re.compile(
    r"(?:(?:expose|rapport|note|proposition|projet)s?(?:\s+(?:des?\s+)?(?:motifs|sommaire|prealable|presentation|synthese|deliberation))?|"
    r"contexte|motifs|rappels?|debats?|discussions?|echanges|interventions?|questions?|reponses?|observations?|remarques?|commentaires?|"
    r"deliberation|decision|conclusion|synthese|presentation|deroulement|prises?\s+de\s+parole)"
    r"(?:\s+(?:et|des?|du)\s+(?:la\s+|l'|les\s+)?(?:debats?|discussions?|interventions?|questions?|reponses?|observations?|remarques?|commentaires?|"
    r"elus|conseillers|vote|parole|seance|groupes?|motifs|projet|faits?)|"
    r"\s+(?:d[eu]\s+)?(?:l[ae]\s+maire|l[ae]\s+president|mm?\.|mmes?\s|monsieur|madame).*)?"
)
"""A title inside an act, not of one: what is said before the vote."""
ROUND_SAID = re.compile(
    r"\s*[:–,(-]\s*(?:premier|1\s?er|second|deuxieme|troisieme|[23]\s?e(?:me)?)\s+tour\b.*$"
)
FIGURES = re.compile(r"=|\d[ .]?\d{3}|€|%")
SENTENCE = re.compile(
    r"\b(?:est|sont|a\s+ete|ont\s+ete|sera|seront|rappelle|propose|indique|informe|precise|expose|presente|decide|donne)\b"
)
UNFINISHED = re.compile(r"(?:[.;,!?]|\b(?:de|du|des|la|le|les|et|a|au|aux|en|par|pour))$")
WRAPPED = re.compile(r"\n[ \t]*[a-zà-ÿ]")
BLANK_LINE = re.compile(r"\n[ \t]*\n[ \t*>–-]*$")
FEWEST_ACTS = 2
FARTHEST_START = 1200


def regions_by_titles(
    view: str, folded: str, marks: Sequence[VoteMark | BallotMark], places: Sequence[int], *, start: int
) -> tuple[ActRegion, ...]:
    """
    Cut a text that nothing numbers at the title above each result; none where two titled results are not found.

    A result opens a new act where a title stands between it and the result before; where none does, both are of
    one act, unless each counts its voices.
    """
    results = sorted(filter(_is_result, marks), key=lambda mark: mark.start)
    titles = _titles(view, folded, start)
    if len(results) < FEWEST_ACTS or not titles:
        return ()
    cuts: list[tuple[int, ActHeading | None]] = [(start, None)]
    first = _last_between(titles, max(start, results[0].start - FARTHEST_START), results[0].start)
    if first:
        cuts = [(first.start, _heading(first))]
    for last, mark in pairwise(results):
        title = _last_between(titles, last.spans[-1].end, mark.start)
        if title and _has_place(places, title.end, mark.spans[-1].end):
            cuts.append((title.start, _heading(title)))
        elif _is_counted(last) and _is_counted(mark):
            cuts.append((last.spans[-1].end, None))
    titled = [at for at, heading in cuts if heading is not None]
    if len(titled) < FEWEST_ACTS and not (titled and len(cuts) > 1 and _is_after_blank_line(view, titled[0])):
        return ()
    ends = [*(at for at, _heading_ in cuts[1:]), len(folded)]
    return tuple(ActRegion(at, end, heading) for (at, heading), end in zip(cuts, ends, strict=True))


def _titles(view: str, folded: str, start: int) -> list[Span]:
    """Find the lines that may be titles: short, no sentence, no label, and what follows starts anew."""
    found: list[Span] = []
    for line in TITLE.finditer(view, start):
        span = Span(*line.span("title"))
        words = span.of(folded).strip(' :*"«»')
        if any(words and pattern.search(words) for pattern in (SENTENCE, UNFINISHED, FIGURES)) or (
            NOT_TITLE.match(words) or SECTION.fullmatch(words)
        ):
            continue
        if WRAPPED.match(view, line.end()) or not _starts_anew(view, line.start()):
            continue
        found.append(_without_round(view, span))
    return found


def _starts_anew(view: str, at: int) -> bool:
    """Say whether the line above ended: a blank line, or a full stop."""
    above = view[max(0, at - 200) : at].rstrip(" \t")
    return not above.rstrip("\n") or above.endswith("\n\n") or above.rstrip()[-1:] in ".;:!»)"


def _is_result(mark: VoteMark | BallotMark) -> bool:
    return isinstance(mark, BallotMark) or "pour" in mark.counts or mark.unanimous is not None


def _is_counted(mark: VoteMark | BallotMark) -> bool:
    return isinstance(mark, VoteMark) and "pour" in mark.counts


def _is_after_blank_line(view: str, at: int) -> bool:
    return BLANK_LINE.search(view, max(0, at - 60), at) is not None


def _last_between(titles: Sequence[Span], low: int, high: int) -> Span | None:
    at = bisect_left(titles, high, key=lambda title: title.start)
    return titles[at - 1] if at and titles[at - 1].start >= low else None


def _has_place(places: Sequence[int], low: int, high: int) -> bool:
    at = bisect_left(places, low)
    return at < len(places) and places[at] < high


def _heading(title: Span) -> ActHeading:
    return ActHeading("line", None, None, title, title)


def _without_round(view: str, title: Span) -> Span:
    """Cut « Premier tour de scrutin » off the title of an election."""
    found = ROUND_SAID.search(fold(title.of(view)))
    return Span(title.start, title.start + found.start()) if found else title
