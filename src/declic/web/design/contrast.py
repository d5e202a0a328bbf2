"""How far two colours stand apart, as the accessibility rules count it."""

import re


HEXADECIMAL_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
READABLE = 4.5
"""The least contrast of a text with its background. Source: WCAG 2.2, 1.4.3, level AA; RGAA 4.1, 3.2."""
VISIBLE = 3.0
"""The least contrast of a control or a mark with what is beside it. Source: WCAG 2.2, 1.4.11; RGAA 4.1, 3.3."""
DARKEST_CURVED = 0.04045
"""Where the curve of sRGB begins. Source: WCAG 2.2, « relative luminance »."""


def contrast(first: str, second: str) -> float:
    """
    Give the contrast of two colours written `#rrggbb`, from 1 (the same) to 21 (black on white).

    Raises ValueError for anything else than six hexadecimal digits after a hash.
    """
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    if not HEXADECIMAL_COLOUR.fullmatch(colour):
        raise ValueError(f"« {colour} » n'est pas une couleur : écrivez #rrggbb.")
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    if channel <= DARKEST_CURVED:
        return channel / 12.92
    return float(((channel + 0.055) / 1.055) ** 2.4)
