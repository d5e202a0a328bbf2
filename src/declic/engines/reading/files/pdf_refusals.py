"""The text of a PDF that is none: a picture, a folder of other files, letters that are not those that one sees."""

import re


WORDS = re.compile(r"[^\W\d_]+")
USUAL = frozenset(
    ["de", "la", "le", "les", "et", "des", "du", "à", "en", "un", "une", "au", "par", "pour", "m", "mme"]
)
VOWELS = frozenset("aeiouyàâéèêëîïôûù")
LEADERS = "._-–—…|•"
"""What leads the eye to a number, or rules a form."""
FEWEST_LETTERS = 200
ENOUGH = 100_000
FEWEST_USUAL = 0.01
"""In French prose a third of the words are these; in a list of names, one in ten."""
FEWEST_VOWELS = 0.25
"""In any language that our letters write, two letters in five are vowels."""
FEWEST_ALPHANUMERIC = 0.5
MOST_OF_A_COVER = 1_000
COVER = re.compile(r"porte-?documents|porte-?folio|PDF Package|Acrobat", re.IGNORECASE)


def refused_text(text: str, *, files_inside: int) -> str:
    """Say in one sentence why a text is refused; nothing for one that can be read."""
    if not any(letter.isalnum() for letter in text):
        return (
            "Le PDF ne contient pas de texte : c'est une image numérisée, passez-la d'abord à la reconnaissance de "
            "caractères (OCR)."
        )
    if files_inside and len(text) < MOST_OF_A_COVER and COVER.search(text):
        return "Le PDF est un porte-documents : donnez l'un des documents qu'il contient."
    if _is_scrambled(text):
        return (
            "Les lettres que ce PDF contient ne sont pas celles que l'on voit : enregistrez-le de nouveau depuis le "
            "document d'origine, ou passez-le à la reconnaissance de caractères (OCR)."
        )
    return ""


def _is_scrambled(text: str) -> bool:
    """Say whether signs stand for letters, or letters for others, in a text long enough for that to be no chance."""
    text = text[:ENOUGH].lower()
    shown = [letter for letter in text if not letter.isspace() and letter not in LEADERS]
    if len(shown) < FEWEST_LETTERS:
        return False
    if sum(letter.isalnum() for letter in shown) < FEWEST_ALPHANUMERIC * len(shown):
        return True
    letters = [letter for letter in shown if letter.isalpha()]
    words = WORDS.findall(text)
    usual, vowels = sum(word in USUAL for word in words), sum(letter in VOWELS for letter in letters)
    is_judged = len(letters) >= FEWEST_LETTERS
    return is_judged and usual < FEWEST_USUAL * len(words) and vowels < FEWEST_VOWELS * len(letters)
