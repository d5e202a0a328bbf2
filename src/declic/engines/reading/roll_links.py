"""What ties two people of a roll: who votes for whom, who sits in whose place."""

import re
from enum import StrEnum


class LinkKind(StrEnum):
    """What the first person named is to the second."""

    GIVES_VOTE_TO = "gives vote to"
    HOLDS_VOTE_OF = "holds vote of"
    SITS_FOR = "sits for"
    REPLACED_BY = "replaced by"


POWER = r"(?:pouvoirs?|procurations?|mandats?|delegations?(?:\s+de\s+vote)?|droit\s+de\s+vote|pvr|proc\b\.?)"
ABOUT_POWER = r"(?:\s+(?:ecrite?s?|de\s+vote|de\s+voter|donnee?s?|remise?s?|confiee?s?|permanente?s?|est|sont|respectivement))*"
AWAY = r"(?:absent\w*|excus\w+|empech\w+|non|et|puis|est|etait|,|\s)*"
HAS = r"(?:(?:qui|ayant|a|ont|avait|avaient|avoir|aura|avec|par|pour)\s+){0,3}"
GIVEN = r"(?:(?:donn|remi|confi|laiss|delegu|transmi|accord|adress|etabli|conced|consenti|vot)\w*\s+(?:respectivement\s+)?)?"
ITS = r"(?:(?:par|son|sa|leurs?|ses|une?|le|la|tout|tous)\s+){0,2}"
TO = r"(?:\s*(?:a|au|aux|pour|en\s+faveur\s+d[eu']|au\s+profit\s+d[eu']|entre\s+les\s+mains\s+d[eu'])(?=[\s'])|\s*(?::|=>|->|→|=|➔|➜|–|-))?"
FROM = r"\s*(?:de\s+la\s+part\s+)?(?:des?|d'|du)(?=[\s']|(?<='))(?!\s+vote)"
SUBSTITUTE = r"(?:son|sa|le|la|leur)\s+(?:suppleant|remplacant)\w*"
LINKS = (
    (LinkKind.REPLACED_BY, re.compile(rf"{AWAY}(?:(?:remplac|supple|represent)\w+\s+par\s+{SUBSTITUTE}|(?:remplac|supple)\w+\s+par|suppleant\w*\s*:)\s*[,:]?")),
    (LinkKind.SITS_FOR, re.compile(rf"(?:suppleant\w*{FROM}|remplac(?:ant\w*|e)(?:{FROM})?(?=\s+[a-z])(?!\s+par\b)|en\s+remplacement{FROM}|{HAS}{ITS}suppleant\w*{FROM})")),
    (LinkKind.HOLDS_VOTE_OF, re.compile(rf"{HAS}(?:(?:recu|porteu\w+|detent\w+|titulaire|mandataire|dispos\w+|possed\w+|repre\w+)\s+)?(?:(?:de|d'|du|la|le|un|une|l')\s*){{0,2}}(?:{POWER}{ABOUT_POWER}{FROM})")),
    (LinkKind.HOLDS_VOTE_OF, re.compile(rf"mandataire{FROM}")),
    (LinkKind.GIVES_VOTE_TO, re.compile(rf"{AWAY}represent\w+\s+par")),
    (LinkKind.GIVES_VOTE_TO, re.compile(rf"{AWAY}(?:et\s+)?{HAS}{GIVEN}{ITS}{POWER}{ABOUT_POWER}{TO}")),
    (LinkKind.GIVES_VOTE_TO, re.compile(r"(?:=>|->|→|➔|➜)")),
)  # fmt: skip
PLAIN = re.compile(
    r"(?:a|au|par|pour|donne\s+a|en\s+faveur\s+de|au\s+(?:profit|benefice)\s+de)(?=\s)|[:=](?=\s)"
)
STARTS = re.compile(
    r"(?<![\w'-])(?=(?:absent|excus|empech|remplac|supple|represent|en\s+remplacement|qui\s|ayant|a\s|ont\s|avait|avec\s|"
    r"recu|porteu|detent|titulaire|mandataire|dispos|pouvoir|procuration|mandat|delegation|droit\s+de|pvr|proc\b|donn|"
    r"remi|confi|laiss|delegu|est\s|etait|son\s|sa\s|par\s|pour\s))|(?=→|=>|->|➔|➜)"
)
REFUSAL = re.compile(r"(?:pas|sans|aucune?|n'a\s+pas|ni)\s+(?:donne\w*\s+)?(?:de\s+)?(?:pouvoir|procuration)")


def match_link(folded: str, at: int, *, is_plain_enough: bool) -> tuple[LinkKind, int] | None:
    """
    Read the words that tie the person before this place to the one after; give what they say and where they end.

    `is_plain_enough`: the block's label says that people give their votes, so that « à » alone does.
    """
    if REFUSAL.match(folded, at):
        return None
    for kind, pattern in LINKS:
        found = pattern.match(folded, at)
        if found and found.end() > at:
            return kind, found.end()
    found = PLAIN.match(folded, at) if is_plain_enough else None
    return (LinkKind.GIVES_VOTE_TO, found.end()) if found else None


def find_link(folded: str) -> tuple[LinkKind, int, int] | None:
    """Find the first tie said in a phrase: what it says, where it starts, where it ends."""
    if REFUSAL.search(folded):
        return None
    for start in STARTS.finditer(folded):
        found = match_link(folded, start.start(), is_plain_enough=False)
        if found:
            return found[0], start.start(), found[1]
    return None
