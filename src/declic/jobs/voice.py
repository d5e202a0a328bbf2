"""What the command line says, in French or in English."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from declic.jobs.french import FRENCH
from declic.jobs.refusals import RefusedError


LANGUAGES = ("fr", "en")
LANGUAGE_CODE = re.compile(r"[_.@-]")


@dataclass(frozen=True, slots=True)
class Voice:
    """Speaks one language; sentences are written in English in the code, and French stands in `french.py`."""

    language: str = "fr"

    def say(self, sentence: str, /, **values: object) -> str:
        """Give the sentence in the language, with its values in place."""
        words = FRENCH.get(sentence, sentence) if self.language == "fr" else sentence
        return words.format(**values) if values else words


def asked_language(arguments: Sequence[str]) -> str | None:
    """Give what follows `--lang`, wherever it stands before `--`; None where it is not there."""
    before = list(arguments[: arguments.index("--")] if "--" in arguments else arguments)
    for position, argument in enumerate(before):
        if argument == "--lang":
            return before[position + 1] if position + 1 < len(before) else ""
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
    return None


def demand_known_language(arguments: Sequence[str], *, voice: Voice) -> None:
    """Raise RefusedError where `--lang` asks for a language that nobody speaks here."""
    if asked_language(arguments) not in {None, *LANGUAGES}:
        raise RefusedError(voice.say("The language is fr or en."))


def chosen_language(arguments: Sequence[str], variables: Mapping[str, str]) -> str:
    """Find the language before anything is said: `--lang`, then DECLIC_LANG, then the session's; or French."""
    asked = asked_language(arguments)
    if asked in LANGUAGES:
        return asked
    said = (variables.get(name, "") for name in ("DECLIC_LANG", "LC_ALL", "LC_MESSAGES", "LANG"))
    first = next((value for value in said if value), "fr")
    return "en" if LANGUAGE_CODE.split(first.lower())[0] == "en" else "fr"
