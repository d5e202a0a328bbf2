"""The places for signatures at the end of a pact, and the party that each stands for."""

import re
from collections import Counter
from collections.abc import Sequence

from declic.engines.reading.drafts import PartyDraft, SignatureBlockDraft
from declic.engines.reading.text import Layout, Paragraph
from declic.engines.reading.wordings import stems_of
from declic.units.folding import fold
from declic.units.spans import Span


HEADER = re.compile(
    r"[#*_ ]*(?:les )?(?:signataires?|signatures?)\b[^.]{0,60}$|[#*_ ]*fait (?:a|en|le)\b.{0,80}$|[#*_ ]*ont signe\b"
)
BLOCK = re.compile(r"[*_ ]*(?:monsieur|madame|m\.|mme|pour |le |la |l')")
LONGEST_BLOCK = 220
CIVILITIES = frozenset({"monsie", "madame", "m", "mme"})


def read_signature_blocks(
    layout: Layout, parties: Sequence[PartyDraft], *, since: int
) -> tuple[SignatureBlockDraft, ...]:
    """
    Read the blocks under « Signataires », « Signatures » or « Fait à… », each attached to one party at most.

    A block goes to the party whose name and function share its rarest words; a tie goes to nobody.
    """
    blocks = _blocks(layout, since=since)
    owners = _owners([layout.rejoined(block.span) for block in blocks], parties)
    return tuple(
        SignatureBlockDraft(block.span.of(layout.text), owner, (block.span,))
        for block, owner in zip(blocks, owners, strict=True)
    )


def _blocks(layout: Layout, *, since: int) -> list[Paragraph]:
    after: list[Paragraph] = []
    is_open = False
    for paragraph in layout.paragraphs:
        if paragraph.span.start < since:
            continue
        if HEADER.match(fold(paragraph.lines[0].text)):
            is_open = True
            rest = paragraph.lines[1:]
            after += [Paragraph(rest)] if rest else []
        elif is_open:
            after.append(paragraph)
    return [paragraph for paragraph in after if _is_block(layout, paragraph.span)]


def _is_block(layout: Layout, span: Span) -> bool:
    words = span.of(layout.text)
    return len(words) <= LONGEST_BLOCK and not words.endswith(".") and BLOCK.match(fold(words)) is not None


def _owners(blocks: Sequence[str], parties: Sequence[PartyDraft]) -> list[str | None]:
    described = [_description(party) for party in parties]
    rarity = Counter(stem for stems in described for stem in stems)
    scored = [
        (sum(1 / rarity[stem] for stem in stems & set(stems_of(block))), at, place)
        for at, block in enumerate(blocks)
        for place, stems in enumerate(described)
    ]
    owners: list[str | None] = [None] * len(blocks)
    taken: set[int] = set()
    for score, at, place in sorted(scored, key=lambda item: (-item[0], item[1], item[2])):
        if score <= 0 or owners[at] is not None or place in taken:
            continue
        if any(
            other == score and row == at and seat != place and seat not in taken
            for other, row, seat in scored
        ):
            continue
        owners[at] = parties[place].organisation
        taken.add(place)
    return owners


def _description(party: PartyDraft) -> set[str]:
    functions = [person.function or "" for person in party.representatives]
    names = [person.name for person in party.representatives]
    return set(stems_of(" ".join([party.organisation, *functions, *names]))) - CIVILITIES
