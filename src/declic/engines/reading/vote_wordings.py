"""Words that give a result without counting: « à l'unanimité », « à la majorité », said by this council of this act."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from declic.units.spans import Span


@dataclass(frozen=True, slots=True)
class VoteWording:
    """A result in words and its passage; `unanimous` is False for a majority."""

    unanimous: bool
    span: Span


RESULT = re.compile(
    r"(?:a\s+l'\s?)?unanimite|unanimement|(?:accord|avis|vote|decision)\s+(?:favorable\s+)?unanime|(?<=vote : )majorite(?!\s+(?:relative|absolue|qualifiee))|a\s+la\s+majorite(?!\s+(?:relative|absolue|qualifiee|des\s+deux))"
)
BOUNDS = re.compile(
    r"(?<!\bm)(?<!\bmme)(?<!\bart)\.(?=\s)|\n\s*\n|[;?!](?=\s)|:\s(?=adopt|approuv|vot|accept|valid|unanim|accord\s|avis\s)|\n\s*(?=[-–•·*►➢✓■\ue000-\uf8ff]\s|\d{1,2}\s?[-–—/)°.]\s|"
    r"(?:vot|adopt|approuv|accept|valid|unanim|accord\s|avis\s|a\s+l'\s?unanim|a\s+la\s+major|rapport\s+adopt|deliber|decision|result|le\s+conseil|l'assemblee|apres\s))"
)
COUNCIL = re.compile(
    r"(?<!\w)(?:le|la|l'|les|du|notre)\s*(?:presente?\s+)?(?:conseil(?!ler)|assemblee(?!\s+(?:nationale|generale|plen))|comite\s+syndical|"
    r"bureau\s+(?:communautaire|metropol|syndical)|commission\s+permanente|membres?\s+(?:du\s+conseil|presents?|de\s+l'assemblee)|"
    r"elue?s|conseill\w+|presents|delegues|suffrages)"
)
SUBJECT = re.compile(
    r"^[^\w«»]*(?:vote\b|votee?s?\b|resultats?\b|adopt\w+|approuv\w+|accept\w+|valid\w+|decid\w+|delibere?\w*|"
    r"unanimite|a\s+l'\s?unanimite|a\s+la\s+majorite|accord\b|avis\b|apres\b|aucune\s+(?:observation|remarque)|ainsi\b|"
    r"(?:l[ea]s?|l'|ce|cet|cette|ces|du|de)\s*(?:present\w*\s+)?(?:proces|compte|rapport|deliberation|proposition|motion|"
    r"budget|convention|projet|point|question|decision|subvention|demande|voeu|vœu|amendement|modification|avenant|tarif|"
    r"reglement|ordre\s+du\s+jour|modalites|dossier|principe|tout)|rapport\b|deliberation\b|proposition\b|motion\b|"
    r"proces|compte|sur\s+(?:proposition|rapport|le)|oui\b|entendu\b|considerant\b|il\s+est\b|mis(?:e)?\s+aux?\s+voix|en\s+consequence|"
    r"approbation|pour\s*:|ont\s+vote)"
)
LINE_RESULT = re.compile(r"[^:\n]{3,120}:\s*(?:a\s+l'\s?)?unanimite\W*")
PASSIVE = re.compile(
    r"(?:est|sont|a\s+ete|ont\s+ete)\s+(?:\w+ment\s+|donc\s+|ainsi\s+)?(?:adopt|approuv|accept|valid|vot|decid|arret|retenu)\w*"
)
VERB = re.compile(
    r"adopt|approuv|accept|valid|vot|decid|delibere|donn|autoris|fix|accord|emet|prend|arret|design|eli|elu|unanimite\s*$|:"
)
SOMEONE_ELSE = re.compile(
    r"deja|par\s+(?:la|le|les|l'|un|une|notre)\s*(?!presente?|conseil\s+(?:municipal|communautaire|de\s+communaute|metropol|depart|region|syndical)|"
    r"conseil\s*[.,;:]|membres|presents|elus|assemblee|conseill|comite|bureau|vote|maire|president|suffrages|voix|pour)\w+|lors\s+d[eu']|en\s+date\s+du|"
    r"assemblee\s+(?:nationale|generale)|senat\b|parlement|avai(?:t|ent)\s+(?:ete\s+)?|dernier\b|derniere\b|precedemment|"
    r"commission\s+(?!permanente)\w+|souhait\w+|jury\b|comite\s+(?!syndical)\w+|association|amf\b|"
    r"(?:les|des|plusieurs|autres|communes\s+de)\s+communes|departement\s+a\b|region\s+a\b|si\s+|peut\b|doit\b|peuvent\b|requi|exig|regle\s+de|scrutin\s+secret|elections?\s+d|est\s+elu\s|sont\s+elus"
)
TOLD = re.compile(
    r"(?:commission|comite|jury|bureau)\s+(?!permanente|syndical|communautaire|metropol)(?:[\w'-]+\s+){0,4}(?:a|ont|s'est|avait|emet|donne|:|est)\b|"
    r"avis\s+(?:(?:de)?favorable\s+)?de\s+la\s+commission\s+(?!permanente)|"
    r"deja\b|avai(?:t|ent)\b|lors\s+d(?:e\s+la|u|'une?)\s+(?:precedent\w*\s+)?(?:seance|reunion|conseil|commission|vote|debat)|"
    r"l'an\s+(?:dernier|passe)|l'annee\s+(?:derniere|passee)|(?:seance|reunion|conseil|mois)\s+(?:precedente?|derniere?)|"
    r"^\W*en\s+(?:19|20)\d\d\b|assemblee\s+(?:nationale|generale)|senat\b|parlement|sondage|referendum|petition|"
    r"(?:consultation|vote)\s+(?:citoyenne?|publique|des\s+(?:habitants|citoyens|riverains|parents|familles|jeunes|agents))|"
    r"habitants\s+(?:ont|avaient|se)|«[^»]*$"
)
A_COUNCIL = re.compile(
    r"(?:conseils?|conseillers?)\s+(?P<of>municipa(?:l|ux)|communautaires?|metropolitain|departemental|regional)"
)
JUST_BEFORE = re.compile(
    r"(?:\s+(?:municipal|communautaire|metropolitain|departemental|regional|syndical|de\s+communaute))?\s*,?\s*(?:(?:apres|ayant)\s+[^.;:]{0,60},\s*)?(?:et\s+)?"
)
EXCEPT = re.compile(r"\s{0,4}(?:moins|sauf|a\s+l'exception|excepte)")
QUOTED = re.compile(r"«[^«»]*$")
SENTENCE = 420
NEAR = 160


def find_wordings(folded: str, *, others: frozenset[str] = frozenset()) -> Iterator[VoteWording]:
    """
    Find the results in words that this council gives in this text, in order.

    The sentence must have the council, the act or the verdict for its subject; what another assembly voted,
    what was « déjà voté » and what a rule requires are left out. `others` are councils that this is not
    (« departemental »).
    """
    for found in RESULT.finditer(folded):
        start, end = _sentence(folded, found.start(), found.end())
        sentence = folded[start:end]
        before = folded[start : found.start()]
        if not _is_of_this_council(sentence, before) or _names_another(
            before + sentence[len(before) :][:90], others
        ):
            continue
        is_unanimous = "majorite" not in found.group() and not EXCEPT.match(folded, found.end())
        span = (
            _trimmed(folded, start, min(end, found.end() + 60))
            if end - start < SENTENCE // 3
            else Span(*found.span())
        )
        yield VoteWording(is_unanimous, span)


def is_said_of_another(folded: str, at: int, *, others: frozenset[str]) -> bool:
    """Say whether the counts that start here are told of another assembly or of another time."""
    start, end = _sentence(folded, at, at)
    before = folded[max(start, at - NEAR) : at]
    return TOLD.search(before) is not None or _names_another(folded[start : min(end, at + 90)], others)


def _names_another(sentence: str, others: frozenset[str]) -> bool:
    named = (found["of"].replace("aux", "al").rstrip("s") for found in A_COUNCIL.finditer(sentence))
    return any(of in others for of in named)


def _sentence(folded: str, start: int, end: int) -> tuple[int, int]:
    low = max(0, start - SENTENCE)
    first = low
    for bound in BOUNDS.finditer(folded, low, start):
        first = bound.end()
    line = folded.rfind("\n", low, start) + 1
    stop = folded.find("\n", end)
    if line > first and LINE_RESULT.fullmatch(folded, line, stop if stop >= 0 else len(folded)):
        return line, stop if stop >= 0 else len(folded)
    last = BOUNDS.search(folded, end, min(len(folded), end + SENTENCE))
    return first, last.start() if last else min(len(folded), end + SENTENCE)


def _is_of_this_council(sentence: str, before: str) -> bool:
    councils = [found.span() for found in COUNCIL.finditer(before)]
    start = councils[-1][0] if councils else max(0, len(before) - 160)
    near = sentence[start : len(before) + 90]
    if SOMEONE_ELSE.search(near) or QUOTED.search(before):
        return False
    if councils and JUST_BEFORE.fullmatch(before, councils[-1][1]):
        return True
    if SUBJECT.search(sentence.lstrip()) or LINE_RESULT.fullmatch(sentence.strip()):
        return True
    return bool((COUNCIL.search(sentence) and VERB.search(sentence)) or PASSIVE.search(before))


def _trimmed(folded: str, start: int, end: int) -> Span:
    passage = folded[start:end]
    kept = passage.strip(" \n\r\t-–—•·*►➢➔→✓■>")
    at = start + passage.find(kept)
    return Span(at, at + len(kept))
