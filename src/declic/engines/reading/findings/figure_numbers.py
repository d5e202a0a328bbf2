"""How numbers are said in a finding's message."""


def say(value: float) -> str:
    """Give a number as French writes it: « 12 500 », « 7,25 », at most two decimals."""
    rounded = round(value, 2)
    whole = int(rounded)
    if rounded == whole:
        return f"{whole:,}".replace(",", " ")
    said = f"{rounded:,.2f}".rstrip("0")
    return said.replace(",", " ").replace(".", ",")
