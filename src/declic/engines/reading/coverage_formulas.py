"""Sentences that hold no fact to keep, each known by a rule."""

import re


FORMULAS = re.compile(
    r"\W*(?:entre|et|d['’]une\spart|d['’]autre\spart|il\s(?:est|a\sété)\s(?:convenu|arrêté|décidé)\b.{0,40}"
    r"|ceci\s(?:étant\s)?exposé\b.{0,40}|extrait\sdu\sregistre\b.{0,80}|pour\sextrait\sconforme\b.{0,20}|(?:le|la)\ssecrétaire\sde\sséance"
    r"|(?:le|la)\s(?:vice-)?présidente?(?:\ssuppléante?)?|(?:le|la)\smaire|(?:étaient|etaient|sont)\s(?:présents?|absents?|excusés?|représentés?)"
    r"|(?:présents?|absents?|excusés?|procurations?|pouvoirs?)(?:\sde\svote)?|ont\sdonné\s(?:pouvoir|procuration)|après\sen\savoir\sdélibéré\b.{0,60}"
    r"|délibéré\s(?:en|à)\b.{0,60}|fait\s(?:et\sdélibéré\s)?(?:à|en|le)\b.{0,60}|signataires?|signatures?|préambule|résumé|sommaire|annexes?|objet"
    r"|monsieur|madame|messieurs|mesdames|vu|considérant|article|axe|rapport\sadopté\b.{0,30}|adopté\b.{0,30}|ordre\sdu\sjour|lu\set\sapprouvé"
    r"|république\sfrançaise|liberté.{0,4}égalité.{0,4}fraternité|inscription\sbudgétaire|(?:sans|avec)\sincidence\sbudgétaire|résultats?\sdu\svote"
    r"|(?:la|le)\s(?:présente\sdélibération|présent\sacte)\speut\sfaire\sl['’]objet\b.{0,200}|le\sconseil\b.{0,60}|\*?le\ssens\sdu\svote\b.{0,160})\W*\Z",
    re.IGNORECASE,
)
VISA = re.compile(r"(?:[-•]\s?)?vu\s(?:le|la|les|l['’])", re.IGNORECASE)
MARKUP = re.compile(r"<[^<>]{1,20}>|\*\*")
WORD = re.compile(r"[^\W\d_]+")
FINITE = re.compile(
    r"\b(?:est|sont|a|ont|sera|seront|était|étaient|peut|peuvent|doit|doivent|va|vont|fait|font|[a-zà-ÿ]{3,}(?:erons|irons|rons|ons|era|eront|ait"
    r"|aient|ent(?<!ment)))\b",
    re.IGNORECASE,
)
LONGEST_HEADING = 9
LONGEST_LEAD = 25
SHORTEST = 2


def is_formula(words: str) -> bool:
    """
    Say whether a sentence, on one line, is one of those that hold nothing to keep.

    A formula of minutes or contracts, a visa, the lead of a list (it ends with a colon), a heading (a few words
    without a finite verb and without a full stop), a civility alone.
    """
    plain = MARKUP.sub("", words).strip()
    if FORMULAS.match(plain) or VISA.match(plain):
        return True
    tokens = WORD.findall(plain)
    if len(tokens) < SHORTEST:
        return True
    if plain.endswith(":"):
        return len(tokens) <= LONGEST_LEAD
    return (
        len(tokens) <= LONGEST_HEADING
        and not plain.endswith((".", ";", "!", "?"))
        and not FINITE.search(plain)
    )
