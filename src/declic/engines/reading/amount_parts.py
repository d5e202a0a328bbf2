"""Who gives an amount, who gets it, for what and how often: each only where the words around say it."""

import re

from declic.engines.reading.quantities_context import LEADING_ARTICLE, QUOTED, Context
from declic.engines.reading.text import rejoin
from declic.units.spans import Span


_END = r"(?=\s?(?:[,.;:()+»]|$|\sà\shauteur|\sen\scomplément|\s(?:et|ou|pour|afin|dans|qui|sur|soit|au\stitre|en|est|sera|sont|seront|a|ont|destinée?s?|versée?s?|attribuée?s?|par)\b))"
_NAME = r"[^,.;:()+\n«»]{2,70}?"
_ARTICLE = r"(?:l['’]|(?:le|la|les|un|une|des?|du|cette?|ce)\s)"

YEARLY = re.compile(
    r"\s?(?:/\s?|par\s)(?P<unit>an|année|mois|jour|semaine|trimestre|semestre)\b|\s(?P<word>annuels?|annuelle(?:ment|s)?"
    r"|mensuels?|chaque\sannée)\b",
    re.IGNORECASE,
)
FOR_SOME = re.compile(
    r"[^.;,]{0,48}(?:\s\+[^+.;,]{1,40}){0,3}\spour\s[^.;,]{1,40}\s(?:par\s(?P<unit>an|mois|jour|semaine)|(?P<word>annuel))"
)
YEAR_FRAME = re.compile(
    r"\b(?:(?:[Ee]n|[Pp]our(?:\sl['’]année)?|[Aa]u\stitre\sde(?:\sl['’]année)?)\s(?=\d))?"
    r"(?P<year>(?:[Dd]epuis\s)?(?:(?<=\b[Ee]n\s)|(?<=\bdepuis\s)|(?<=\bDepuis\s)|(?<=\bpour\s)|(?<=\bPour\s)|(?<=\bannée\s)|(?<=\bde\s))"
    r"(?:19|20)\d{2}(?:[-/](?:20)?\d{2})?)\b"
)
WIDEST = 300
WORDED = {"annuel": "par an", "mensuel": "par mois", "chaque": "par an"}
DONE_BY = re.compile(
    r"\b(?!financ|vers|apport|allou|attribu|accord|octroy|subvention|pris|prise|mobilis|consacr|dot|pay|abond|support|assum"
    r"|vot|inscrit|d[ée]bloqu)[^\W\d_]{2,20}(?:ée?s?|ise?s?|ues?|us)\spar\s",
    re.IGNORECASE,
)
PAID_BY = re.compile(
    rf"\bpar\s(?:{_ARTICLE}|(?=[A-ZÀ-Ý]))(?P<name>(?!an\b|mois\b|jour\b|semaine\b|personne\b|habitant){_NAME}){_END}"
)
CREDITS = re.compile(
    rf"\bsur\s(?:les?|des|ses|la)?\s?(?P<name>(?:crédits?|fonds|dotations?|enveloppes?)\s{_NAME}){_END}"
)
BRACKETED = re.compile(
    r"^\s?\((?:financements?|financés?\spar|subventions?|crédits?|dotations?)\s(?:de\s|du\s|des\s|d['’])?"
    r"(?:l['’]|la\s|le\s)?(?P<name>[^()]{2,60})\)",
)
GLUED_NAME = re.compile(
    r"^\s(?:\(\s?)?(?P<name>[A-ZÀ-Ý][\w'’-]*(?:\s(?:de\sla\s|de\s|du\s|des\s|d['’])?[A-ZÀ-Ý][\w'’-]*){0,5})(?!\s?:|\w)"
)
OF_FUNDER = re.compile(
    rf"^\s(?:de\sla\spart\s)?(?:du|de\sla|de\sl['’]|des|de)\s?(?P<name>[A-ZÀ-Ý]{_NAME}){_END}"
)
GRANT_OF = re.compile(
    rf"\b(?:subvention|dotation|aide|participation|financement|fonds|contribution)s?\s(?:du|de\sla|de\sl['’]|des)\s?(?P<name>[A-ZÀ-Ý]{_NAME})\s(?:de|d['’]un|à\shauteur|s['’]élève)"
)
GIVES = re.compile(
    r"(?:^|[,;:]\s|\b(?:l['’]|[Ll]a\s|[Ll]e\s|[Ll]['’]))(?P<name>[A-ZÀ-Ý][^,.;:()\n]{1,50}?)\s(?:verse|verser[ao]n?t?|finance|financera|apporte"
    r"|apportera|attribue|attribuera|alloue|allouera|accorde|accordera|consacre|consacrera|mobilise|mobilisera|participe"
    r"|participera|contribue|contribuera|subventionne|octroie)\b",
)
TAXES = re.compile(r"^\s(?:HT|TTC|hors\staxes?|toutes\staxes\scomprises)\b")
ELLIPSIS = re.compile(
    r"^(?:[,;]|et|ainsi\sque)\s(?:l['’]|la\s|le\s|les\s)?(?P<name>[^,.;:()\d]{3,40}?)(?:\sà\shauteur\sde|\spour)?$"
)
_PAYER = (
    r"(?:[A-ZÉ]{2,8}\b|[ÉE]tat|Ville|Communes?|D[ée]partement|R[ée]gion|M[ée]tropole|Agglom[ée]ration|Communaut[ée]|Europe|Caisse|Conseil"
    r"|Fondation|Mairie|Pr[ée]fecture|Agence|Fonds|Minist[èe]re|Union|Mutualit[ée]|Bailleurs?|Partenaires?|France|Grand|Banque|Assurance)"
)
_SHARE_OF = (
    r"(?:(?:Engagements?|Participations?|Parts?|Contributions?|Apports?)\s(?:de\sla\s|de\sl['’]|du\s|des\s))?"
)
LABEL = re.compile(
    rf"(?:^|[-–•;(,]\s?){_SHARE_OF}(?P<name>(?!TOTAL|COUT|COÛT|BUDGET|MONTANT){_PAYER}[^:;,.()\n]{{0,60}}?)\s?:(?:\sune?)?$"
)
FRAME = re.compile(
    rf"\b(?:[Aa]u\ssein|[Aa]u\stitre|[Dd]ans\sle\scadre)\s(?:du|de\sla|de\sl['’]|des)\s?(?P<name>(?:contrat|fonds|dotation|crédits|programme|plan"
    rf"|appel|enveloppe){_NAME}){_END}"
)
TO_WHOM = re.compile(
    rf"^[^.;]{{0,40}}?\b(?:vers|en\sfaveur\sd[eu]s?|au\sprofit\sd[eu]s?|au\sbénéfice\sd[eu]s?|(?:attribués?|versés?|alloués?|accordés?|destinés?"
    rf"|consacrés?|octroyés?)\s(?:à|aux?))\s(?P<name>(?:l['’]|la\s)?{_NAME}){_END}"
)
GRANTED = re.compile(
    rf"^[^.;]{{0,90}}?\b(?:attribuée?s?|versée?s?|allouée?s?|accordée?s?|octroyée?s?)\s(?:à|aux?)\s(?P<name>(?:l['’]|la\s)?{_NAME}){_END}"
)
GIVEN = re.compile(
    r"\b(?:consacr|allou|attribu|vers|accord|affect|octroy|mobilis|apport)\w{1,6}(?:\s[^,;.]{0,30})?$"
)
GIVEN_TO = re.compile(rf"^(?:\spar\s\w+)?\s(?:à|aux?)\s(?P<name>(?:la\s|l['’])?{_NAME}){_END}")
ENDOWED = re.compile(r"\b(?:financ|dot|subventionn|souten|cofinanc|abond)(?:ée?s?|ues?|us?)\b")
GETS = re.compile(
    rf"^\s?{_ARTICLE}?(?P<name>[^,.;:()«»]{{3,60}}?)(?:,|\s\(|\s(?:est|sont|sera|seront|a\sété|bénéficie))",
    re.IGNORECASE,
)
FOR = re.compile(
    rf"^[^.;€]{{0,30}}?\b(?:pour|afin\sde|destinée?s?\sà|visant\sà|au\stitre\sd[eu]s?)\s(?P<name>(?!environ|\d|un\s|une\s){_NAME}){_END}"
)
MONEY = re.compile(r"€|\beuros?\b|^(?:budget|coûts?|montant|financement)s?\b", re.IGNORECASE)
ENVELOPE = re.compile(r"\b(?:enveloppe|budget|crédits|dotation|montant|somme)\b")
PROGRAMME = re.compile(r"(?P<name>[A-ZÀ-Ý][^.,;:()\n]{5,90}?)\s\((?P<short>[A-Z][A-Z0-9]{2,9})\)")


def read_period(context: Context, span: Span, *, room: Span) -> str | None:
    """Give how often the amount is paid (« par an »), or None."""
    sentence = context.sentence(span.start)
    end = min(room.end, sentence.end)
    text = context.layout.text
    found = YEARLY.match(text, span.end, end) or FOR_SOME.match(
        text[span.end : min(sentence.end, span.end + WIDEST)]
    )
    if not found:
        frame = YEAR_FRAME.search(text[max(sentence.start, span.start - WIDEST) : span.start])
        return rejoin(frame["year"]) if frame else None
    if found["unit"]:
        return f"par {found['unit'].lower()}"
    word = found["word"].lower()
    return next(said for start, said in WORDED.items() if word.startswith(start))


def read_funder(context: Context, span: Span, *, room: Span) -> str | None:
    """Give who pays: named after the amount, before it, or by the frame of the sentence."""
    after, before = _around(context, span, room)
    taxes = TAXES.match(after)
    after = after[taxes.end() :] if taxes else after
    if context.layout.text[span.end + (taxes.end() if taxes else 0) :][:1] == "\n":
        after = after.lstrip()
    glued, payer = GLUED_NAME.search(after), PAID_BY.search(_first_clause(after))
    if glued and payer:
        return f"{_clean(payer['name'])} ({_clean(glued['name'])})"
    ways = (
        (BRACKETED, after),
        (GLUED_NAME, after),
        (PAID_BY, _first_clause(after)),
        (CREDITS, _first_clause(after)),
        (OF_FUNDER, after),
        (GRANT_OF, before),
        (GIVES, before),
        (LABEL, before),
        (ELLIPSIS, before),
        (PAID_BY, before if ENDOWED.search(before) else ""),
        (FRAME, before),
    )
    return next((_clean(found["name"]) for pattern, words in ways if (found := pattern.search(words))), None)


def _first_clause(words: str) -> str:
    """Give the clause after an amount, up to what somebody does with it that is not paying (« décidé par »)."""
    clause = re.split(r"\s(?:et\s(?!de\b)|\+)|[;.]", words, maxsplit=1)[0]
    done = DONE_BY.search(clause)
    return clause[: done.start()] if done else clause


def read_beneficiary(context: Context, span: Span, *, room: Span) -> str | None:
    """Give who or what gets the amount: said after it, or the thing that is financed or endowed."""
    after, before = _around(context, span, room)
    sentence = context.sentence(span.start)
    rest = rejoin(context.layout.text[span.end : min(sentence.end, span.end + WIDEST)])
    found = TO_WHOM.search(after) or GRANTED.search(rest)
    if not found and GIVEN.search(before):
        found = GIVEN_TO.search(after)
    if found:
        return _clean(found["name"])
    return _endowed(context, span, before) or _item(context, span) or _programme(context, span)


def read_purpose(context: Context, span: Span, *, room: Span) -> str | None:
    """Give what the amount is for: said after it, or the frame, the item or the programme it stands in."""
    after, before = _around(context, span, room)
    for pattern, words in ((FOR, _first_clause(after)), (FRAME, before)):
        found = pattern.search(words)
        if found:
            return _clean(found["name"])
    return _endowed(context, span, before) or _item(context, span) or _programme(context, span)


def _item(context: Context, span: Span) -> str | None:
    """Give the name of the item that holds an amount; « Budget 15 000 € » names nothing but the money."""
    name = context.item_name(span.start)
    return None if name is None or MONEY.search(name) else name


def _endowed(context: Context, span: Span, before: str) -> str | None:
    """Give what is « financé », « doté »… before the amount: its quoted name, or the head of the sentence."""
    if not ENDOWED.search(before):
        return None
    quoted = [found.group(1) for found in QUOTED.finditer(before)]
    if quoted:
        return quoted[-1]
    opening = context.sentence(span.start).start
    if ENDOWED.match(rejoin(context.layout.text[opening : span.start])):
        return None
    found = GETS.search(before)
    return _clean(found["name"]) if found and not ENDOWED.search(found["name"]) else None


def _programme(context: Context, span: Span) -> str | None:
    """Give the programme with its letters that opens the paragraph, where the amount is an envelope."""
    paragraph = context.paragraph(span.start)
    before = context.layout.text[paragraph.start : span.start]
    if not ENVELOPE.search(before[-60:]):
        return None
    found = PROGRAMME.search(rejoin(before))
    return _clean(f"{found['name']} ({found['short']})") if found else None


def _around(context: Context, span: Span, room: Span) -> tuple[str, str]:
    sentence = context.sentence(span.start)
    text = context.layout.text
    after = rejoin(text[span.end : min(room.end, max(sentence.end, span.end))])
    glued = text[span.end : span.end + 1]
    opening = max(sentence.start, room.start)
    return (f" {after}" if glued.isspace() and glued != "\n" else after), rejoin(text[opening : span.start])


def _clean(name: str) -> str:
    return LEADING_ARTICLE.sub("", name.strip(" «»\"'’-–"), count=1).strip()
