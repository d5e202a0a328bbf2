"""Files made to hurt who reads them: 1,000 and more of them, the same for the same seed."""

import random
from collections.abc import Iterator


WORDS = (
    "Étaient présents : Mme ", "procuration à ", "Article 1. ", "Axe 1 – ", "Mesure 1 : ", "question n°", "questions 1 à ",
    "1er mai 2024 ", "1 000 000 euros ", "quatre-vingt-", "Pour : ", "Délibération n°", "Séance du ", "représenté par ",
    "M. ", "DUPONT ", "Jean-", "l'", "« ", "(", "1.1.1 ", "IV. ", "- ", "• ", "| ", ". . ", "…", "__", "* ", "# ", "à ", "n° ",
)  # fmt: skip
CHARACTERS = (
    " ", "\t", "\n", "\u00a0", "\u202f", ".", ",", ";", ":", "-", "–", "'", "’", "/", "%", "€", "9", "a", "A", "é", "°",
    "\u0301", "\u202e", "\u2066", "\u200b", "\U0001f4a9", "ß", "İ", "\x0b", "\x0c", "\x85", "\u2028", "\ufeff", "\x1b[2J",
)  # fmt: skip
MAGIC = (
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"\x89PNG\r\n",
    b"\xff\xd8\xff",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf1",
    b"\x1f\x8b\x08",
    b"MZ",
    b"\x7fELF",
)
FORMULAS = (
    "=cmd|' /C calc'!A0",
    "+1+1",
    "@SUM(1)",
    "-2+3",
    "\t=1",
    "<script>alert(1)</script>",
    "{{7*7}}",
    "${7*7}",
    "'; DROP TABLE x; --",
)


def hostile_files(count: int, *, seed: int, size: int) -> Iterator[tuple[str, bytes]]:
    """Give that many files of at most this size, each with the name of what it tries."""
    chance = random.Random(seed)  # noqa: S311 — a seed, so that a fault can be seen again
    makers = (_bytes, _cut, _runs, _words, _nested, _numbers, _lines, _magic, _bidi, _formulas, _nulls)
    for rank in range(count):
        maker = makers[rank % len(makers)]
        yield f"{maker.__name__[1:]}-{rank}", maker(chance, size)[:size]


def _bytes(chance: random.Random, size: int) -> bytes:
    return chance.randbytes(chance.randint(0, size))


def _cut(chance: random.Random, size: int) -> bytes:
    """A text cut in the middle of a character, or bytes that are no character."""
    whole = "".join(chance.choice(WORDS) for _ in range(size // 12)).encode()
    return whole[: chance.randint(1, len(whole))] + chance.choice(
        [b"\xc3", b"\xe2\x82", b"\xff", b"\xed\xa0\x80", b"\xf4\x90\x80\x80"]
    )


def _runs(chance: random.Random, size: int) -> bytes:
    """A long run of one character between two others: what makes a careless pattern explode."""
    run = chance.choice(CHARACTERS) * (size // 4)
    return (chance.choice(WORDS) + run + chance.choice("a1!\n")).encode()


def _words(chance: random.Random, size: int) -> bytes:
    """The same words of the trade again and again, without ever ending the sentence."""
    some = [chance.choice(WORDS) for _ in range(chance.randint(1, 3))]
    return ("".join(some) * (size // 12)).encode()


def _nested(chance: random.Random, size: int) -> bytes:
    opening, closing = chance.choice([("(", ")"), ("« ", " »"), ("[", "]"), ("{", "}"), ("<b>", "</b>")])
    return ("Article 1. " + opening * (size // 4) + closing * (size // 5)).encode()


def _numbers(chance: random.Random, size: int) -> bytes:
    digits = "9" * chance.choice([20, 400, 5000, size // 2])
    return (
        chance.choice(
            [
                "Mesure {}",
                "{} euros",
                "le {} mai 2024",
                "{} jeunes",
                "question n°{}",
                "{}e",
                "Membres en exercice : {}",
            ]
        )
        .format(digits)
        .encode()
    )


def _lines(chance: random.Random, size: int) -> bytes:
    return (chance.choice(["\n", "\r", "\r\n", "a\n", "- \n", "|\n", "1.\n"]) * (size // 3)).encode() + b"a"


def _magic(chance: random.Random, size: int) -> bytes:
    return chance.choice(MAGIC) + chance.randbytes(min(size, 2000))


def _bidi(chance: random.Random, size: int) -> bytes:
    return (
        "Mme \u202eDUPONT\u202c \u2066Jean\u2069 " * (size // 40)
    ).encode() + "e\u0301".encode() * chance.randint(1, 999)


def _formulas(chance: random.Random, size: int) -> bytes:
    return "\n".join(
        f"Étaient présents : {chance.choice(FORMULAS)}, M. Paul {chance.choice(FORMULAS)}"
        for _ in range(size // 80)
    ).encode()


def _nulls(chance: random.Random, size: int) -> bytes:
    return (
        b"Pour : 5\x00" * chance.randint(1, size // 9)
        if chance.random() < 0.5
        else b"Pour : 5\x01\x02\x1b" * (size // 12)
    )
