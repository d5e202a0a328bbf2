"""Signs that a text comes from a scan: letters that recognition takes for others, accents that it loses."""

import re
from collections.abc import Iterator, Sequence

from declic.units.folding import fold
from declic.units.person_names import name_key
from declic.units.spans import Span


FREQUENT = """
    absent absente absentes absents absolue abstention abstentions adjoint adopte adoptee ainsi annexe approuve article
    articles assemblee autorise avoir budget commission communal communaute communautaire commune communes compte
    conformement conseil conseiller conseillers contre convention convocation decide delibere deliberation deliberations
    departement depenses donne election etaient exercice excuse excuses extrait fixe general generale heures madame
    maire majorite membre membres messieurs monsieur municipal municipale municipaux nombre ordinaire partir pouvoir
    pouvoirs premier presence presente presents presidence president procuration procurations projet proposition
    publique question questions quorum rapport recettes region registre represente representes reunion salle seance
    secretaire session signer sous subvention suffrages suivant suivante tarifs territoriales travaux unanimite ville
    voirie votants votes
"""
CONFUSED = (
    ("rn", "m"), ("m", "rn"), ("cl", "d"), ("d", "cl"), ("vv", "w"), ("e", "c"), ("c", "e"), ("h", "b"), ("u", "n"),
    ("n", "u"), ("l", "1"), ("i", "1"), ("o", "0"), ("s", "5"), ("b", "8"),
)  # fmt: skip
SHORTEST = 5
REAL = frozenset({"coutre"})
BEFORE = r"(?<![\w'’/@-])(?<![\w'’/@-]\.)"
AFTER = r"(?![\w/@-]|\.\w)"
"""A word of an address (« mairie.fr/seance », « secretaire@ville.fr ») has no accents anywhere."""
WORD = re.compile(rf"{BEFORE}[^\W_]{{5,24}}{AFTER}")
FIGURE_IN_WORD = re.compile(
    r"(?<![\w./-])(?:[A-Za-zÀ-ÿ]{2,}[0158][A-Za-zÀ-ÿ]+|[0158](?!(?:heure|euro|jour|mois|voix|pour|contre|eme|ème|ière)\w{0,5}\b)[a-zà-ÿ]{5,}|"
    r"[A-ZÀ-Ý]{2,}[l][A-ZÀ-Ý]{2,}|[a-zà-ÿ]{2,}I[a-zà-ÿ]+)(?![\w./-])"
)
GLUED = re.compile(
    r"(?<![\w'’-])(?:M(?:me|lle|r)[A-ZÀ-Ý]{3,}|[A-ZÀ-Ý]?[a-zà-ÿ]{2,}[A-ZÀ-Ý]{4,}|[A-ZÀ-Ý]{4,}à|[A-ZÀ-Ý][01][a-zà-ÿ]{2,}|enavoir|apartir|àpartir|leconseil|enexercice)(?![\w'’])"
)
HOUR = re.compile(r"(?<![\w-])(?:\d[BOlSI]|[BOlSI]\d)[ ]?h(?![^\W\d])")
SMALL_CASE = re.compile(rf"{BEFORE}[a-zà-ÿœ]{{3,20}}{AFTER}")
SMALL_WORD = re.compile(
    r"(?<![\w'’.@/-])(?:cle|clu|clc|dc|lc|ct|cst|qne|qni|ponr|snr|nne|avcc|clans)(?![\w'’.@/-])"
)
FEWEST_BARE = 2
FEWEST_ACCENTED = 5
WRITTEN = """
    été délibéré délibère délibération délibérations séance présidence président présidente présents unanimité majorité
    secrétaire dépense dépenses mémoire bibliothèque
"""
OPEN_END = re.compile(r"(?:e|é)+s?$")
LOOKING_ALIKE = (
    ("rn", "m"), ("cl", "d"), ("vv", "w"), ("c", "e"), ("f", "e"), ("h", "b"), ("8", "b"), ("n", "u"), ("1", "l"), ("i", "l"),
    ("0", "o"), ("5", "s"),
)  # fmt: skip


def _misspelt() -> frozenset[str]:
    """Give every word that one confusion makes of a frequent one."""
    made = {
        word[:at] + taken + word[at + len(meant) :]
        for word in FREQUENT.split()
        if len(word) >= SHORTEST
        for meant, taken in CONFUSED
        for at in range(len(word))
        if word.startswith(meant, at)
    }
    return frozenset(made - set(FREQUENT.split()) - REAL)


MISSPELT = _misspelt()
RIGHT = {
    plain: {word for word in WRITTEN.split() if fold(word) == plain} for plain in map(fold, WRITTEN.split())
}


def find_scan_signs(view: str, folded: str) -> tuple[Span, ...]:
    """
    Find the places where a scan seems to have changed a letter, in order.

    A frequent word with one letter taken for one that looks like it, a figure inside a word, an hour with a letter;
    and words of a text that has accents written elsewhere without theirs.
    """
    return tuple(sorted({*_misread(folded), *_figures(view), *_bare(view, folded), *_half_bare(view)}))


def _misread(folded: str) -> Iterator[Span]:
    return (Span(*found.span()) for found in WORD.finditer(folded) if found.group() in MISSPELT)


def _figures(view: str) -> Iterator[Span]:
    for pattern in (FIGURE_IN_WORD, GLUED, HOUR, SMALL_WORD):
        yield from (Span(*found.span()) for found in pattern.finditer(view))


def _bare(view: str, folded: str) -> list[Span]:
    """Find the words that lost their accents in a text that writes the same words with them: two words at least."""
    accented: set[str] = set()
    bare: dict[str, list[Span]] = {}
    for found in WORD.finditer(view):
        word, plain = found.group(), folded[found.start() : found.end()]
        if not word.islower():
            continue
        if word == plain:
            bare.setdefault(plain, []).append(Span(*found.span()))
        elif (stem := OPEN_END.sub("", word)) != plain[: len(stem)]:
            accented.add(plain)
    words = sorted(accented & bare.keys())
    return [span for word in words for span in bare[word]] if len(words) >= FEWEST_BARE else []


def _half_bare(view: str) -> list[Span]:
    """Find the frequent words that lost an accent, all or some, in a text that has accents."""
    words = list(SMALL_CASE.finditer(view))
    if sum(not word.group().isascii() for word in words) < FEWEST_ACCENTED:
        return []
    return [
        Span(*word.span())
        for word in words
        if (right := RIGHT.get(fold(word.group()))) and _has_lost_accents(word.group(), right)
    ]


def _has_lost_accents(word: str, right: set[str]) -> bool:
    """Say whether a word is one of those that are right but for its accents: « dépensé » is another word."""
    return word not in right and any(
        all(letter in {own, fold(own)} for letter, own in zip(word, one, strict=True)) for one in right
    )


def are_confused(names: Sequence[str]) -> bool:
    """Say whether two of the names differ only by letters that a scan takes for each other."""
    spelt: dict[str, str] = {}
    for name in names:
        key = name_key(name)
        if spelt.setdefault(_look_of(key), key) != key:
            return True
    return False


def _look_of(key: str) -> str:
    for written, look in LOOKING_ALIKE:
        key = key.replace(written, look)
    return key
