"""Where figures are read: not in the roll, the votes, the header nor the legal small print."""

import re
from collections.abc import Iterator

from declic.engines.reading.drafts import PactDraft
from declic.engines.reading.stamps import find_stamps
from declic.engines.reading.text import Layout, Paragraph
from declic.units.spans import Span


OF_A_SITTING = re.compile(
    r"\W{0,6}(?:(?:étaient|etaient|sont|ont)\s(?:présents?|présentes?|absents?|absentes?|excusée?s?|représentée?s?|donné)"
    r"|(?:membres?|conseillers?|élus|délégués)\s(?:[\wéàèç'’-]{1,16}\s){0,5}?(?:présents?|absents?|excusés?|en\sexercice|représentés?)"
    r"|présents?\s?:|présents?\s?\(|absents?\s?[:(]|absents?\s(?:excusés?|représentés?)|excusés?\s?[:(]|représentés?\s?[:(]"
    r"|pouvoirs?\s?[:(]|procurations?\b|secrétaire\sde\sséance|ordre\sde\spassage|ordre\sdu\sjour|quorum\b|votants?\b|suffrages\b"
    r"|nombre\sde\s(?:membres|conseillers|votants|présents|pouvoirs|procurations|suffrages|voix|délégués)"
    r"|date\sde\s(?:la\s)?(?:convocation|publication|l['’]affichage|transmission)|(?:la\s)?séance\s(?:est|du)|publiée?\sle|affichée?\sle"
    r"|pour\s?:|contre\s?:|abstentions?\W{0,3}:|conseillers?\sintéressés?|ne\sprend|résultats?\sdu\svote|vote\s?:|adoptée?\s(?:à|par)"
    r"|en\sexercice\s?:|l['’]an\s(?:deux|20)|(?:le|la)\s(?:conseil|comité|bureau|commission)\s(?:[\wéàè'’-]{1,16}\s){0,4}?(?:régulièrement|légalement"
    r"|dûment|convoqué)|délibération\sn|rapport\sn|envoyé\sen\spréfecture|reçu\sen\spréfecture|accusé\sde\sréception|acte\srendu)",
    re.IGNORECASE,
)
LEGAL = re.compile(
    r"\b(?:peut\sfaire\sl['’]objet\sd['’]un\srecours|recours\spour\sexcès\sde\spouvoir|voies\set\sdélais\sde\srecours"
    r"|tribunal\sadministratif|télérecours)\b",
    re.IGNORECASE,
)
PAGE_BEFORE = re.compile(
    r"\d{1,3}\s(?=(?:axe|orientation|action|fiche|mesure|objectif|partie|chapitre|annexe)\s(?:n[°º]\s?)?[\dIVX]{1,3}\b)",
    re.IGNORECASE,
)
HOW_OFTEN = re.compile(r"\b(?:tous|toutes)\sles\s[\wà-ÿ]+\s(?:ans|mois|semaines|jours)\b", re.IGNORECASE)
CIVILITY = re.compile(r"\b(?:M\.|Mmes?|MM\.|Mlle)\s")
ROLL_CIVILITIES = 4


def excluded_zones(layout: Layout, *, pact: PactDraft | None) -> Iterator[Span]:
    """
    Give the passages that belong to the life of the council and not to the pact, and those that count nothing.

    Paragraphs of the roll, of the votes, of the header and of the appeal, and the signature blocks; how often
    something comes back (« tous les deux mois »); of the pact, the numbers of its measures, and the page before a
    heading of the contents (« 7 AXE 2 : … »).
    """
    stamps = find_stamps(layout)
    for paragraph in layout.paragraphs:
        if paragraph.lines[0].number not in stamps and _is_of_a_sitting(layout, paragraph):
            yield paragraph.span
        else:
            yield from (line.span for line in paragraph.lines if OF_A_SITTING.match(line.text))
    yield from (Span(*found.span()) for found in HOW_OFTEN.finditer(layout.text))
    if pact:
        yield from _of_a_pact(layout, pact)


def _of_a_pact(layout: Layout, pact: PactDraft) -> Iterator[Span]:
    for block in pact.signature_blocks:
        yield from block.spans
    for measure in pact.measures:
        start, end = measure.spans[0]
        at = layout.text.find(measure.number, start, end)
        yield Span(start, at + len(measure.number) if at >= 0 else start)
    for line in layout.lines:
        page = PAGE_BEFORE.match(line.text)
        if page:
            yield Span(line.span.start, line.span.start + page.end())


def _is_of_a_sitting(layout: Layout, paragraph: Paragraph) -> bool:
    first = paragraph.lines[0].text
    if OF_A_SITTING.match(first):
        return True
    words = paragraph.span.of(layout.text)
    if LEGAL.search(words):
        return True
    return len(CIVILITY.findall(words)) >= ROLL_CIVILITIES
