"""Text as a scanner and its recognition give it back: letters taken for others, accents lost, blanks, stamps, page feet."""

import re
import unicodedata
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Noise:
    """How much is spoilt, in chances for each character, or for each line."""

    letters: float = 0.0
    accents: float = 0.0
    blanks: float = 0.0
    cuts: float = 0.0
    page_lines: int = 0
    stamps: int = 0


LEVELS = {
    "none": Noise(),
    "light": Noise(letters=0.0005, accents=0.005, page_lines=40),
    "middle": Noise(letters=0.002, accents=0.05, blanks=0.003, cuts=0.05, page_lines=40, stamps=1),
    "heavy": Noise(letters=0.008, accents=0.3, blanks=0.01, cuts=0.1, page_lines=30, stamps=3),
}
CONFUSED = {
    "O": "0", "0": "O", "l": "1", "1": "l", "I": "l", "rn": "m", "m": "rn", "S": "5", "5": "S", "B": "8", "8": "B",
    "e": "c", "c": "e", "h": "b", "u": "n", "n": "u", "E": "F", "cl": "d", "d": "cl", "vv": "w", ":": ";", ",": ".",
}  # fmt: skip
STAMPS = (
    "Envoyé en préfecture le 04/01/2031\nReçu en préfecture le 05/01/2031\nPublié le\nID : 099-219900011-20310104-D1-DE",
    "ACTE RENDU EXÉCUTOIRE",
    "Accusé de réception - Ministère de l'intérieur\n099-200000016-20310104-7-DE",
)
LONG_WORD = re.compile(r"[a-zà-ÿ]{8,}")


def scan(text: str, random: Random, noise: Noise) -> str:
    """Spoil a text; without noise it is given back as it is."""
    lines = [_spoilt(line, random, noise) for line in text.split("\n")]
    lines = _with_cut_words(lines, random, noise)
    if noise.page_lines:
        lines = _with_feet(lines, noise.page_lines)
    for _stamp in range(noise.stamps):
        lines.insert(random.randrange(3, len(lines)), random.choice(STAMPS))
    return "\n".join(lines)


def _spoilt(line: str, random: Random, noise: Noise) -> str:
    if noise == Noise():
        return line
    parts: list[str] = []
    at = 0
    while at < len(line):
        pair, letter = line[at : at + 2], line[at]
        taken = pair if pair in CONFUSED else letter
        if taken in CONFUSED and random.random() < noise.letters:
            parts.append(CONFUSED[taken])
        elif letter == " " and random.random() < noise.blanks:
            parts.append(random.choice(("", "  ")))
            taken = letter
        else:
            taken = letter
            parts.append(_bare(letter) if random.random() < noise.accents else letter)
        at += len(taken)
    return "".join(parts)


def _bare(letter: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFD", letter) if not unicodedata.combining(one))


def _with_cut_words(lines: list[str], random: Random, noise: Noise) -> list[str]:
    """Cut some last long words of lines with a hyphen, as a narrow column does."""
    cut: list[str] = []
    for line in lines:
        words = list(LONG_WORD.finditer(line))
        if words and random.random() < noise.cuts:
            at = words[-1].start() + 4
            cut += [f"{line[:at]}-", line[at:]]
        else:
            cut.append(line)
    return cut


def _with_feet(lines: list[str], every: int) -> list[str]:
    pages = [lines[at : at + every] for at in range(0, len(lines), every)]
    footed: list[str] = []
    for number, page in enumerate(pages, start=1):
        footed += [*page, "", f"Registre des délibérations - page {number}/{len(pages)}", ""]
    return footed
