"""The words that shade a quantity: « plus de », « environ », « au moins », « minimum »."""

import re


BEFORE = re.compile(
    r"(?:^|(?<=[\s(«'’]))(?P<words>un\speu\s(?:plus|moins)\sd(?:e|['’])|pas\smoins\sd(?:e|['’])|plus\sd(?:e|['’])"
    r"|moins\sd(?:e|['’])|près\sd(?:e|['’])|au\smoins|au\splus|au\sminimum|au\smaximum|minimum|maximum"
    r"|jusqu['’](?:à|en)|à\spartir\sde|au[- ]delà\sde|autour\sde|de\sl['’]ordre\sde|aux\salentours\sde"
    r"|environ|approximativement|presque|quasiment|à\speine|quelque|supérieure?s?\sà|inférieure?s?\sà|dès)"
    r"\s?(?:les\s|des\s)?$",
    re.IGNORECASE,
)
AFTER = re.compile(
    r"\s(?P<words>minimum|maximum|environ|au\smoins|au\splus|au\sminimum|au\smaximum|et\splus|ou\splus"
    r"|et\smoins|révolus)\b",
    re.IGNORECASE,
)
BUILT_AROUND = re.compile(
    r"(?:articul|organis|structur|constru|bâti|réuni|rassembl|décline)\w*\sautour\sde\s$", re.IGNORECASE
)
LONGEST = 48


def qualifier_before(text: str, at: int) -> str | None:
    """Give what shades the number that starts there (« plus d' » is « plus de »), or None."""
    before = text[max(0, at - LONGEST) : at]
    found = BEFORE.search(before)
    if not found or BUILT_AROUND.search(before):
        return None
    return re.sub(r"\bd['’]$", "de", re.sub(r"\s+", " ", found["words"].lower()))


def qualifier_after(text: str, at: int) -> str | None:
    """Give what shades the quantity that ends there (« 6 mois minimum »), or None."""
    found = AFTER.match(text, at)
    return re.sub(r"\s+", " ", found["words"].lower()) if found else None
