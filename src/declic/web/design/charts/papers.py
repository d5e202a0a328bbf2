"""A drawing as a file of its own: rows of words and shapes, written as SVG with the colours of a printed page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from declic.units.unwritable import writable


WIDTH, MARGIN, INNER = 800, 44, 712
LINE, GAP, SWATCH = 22, 16, 18
LONGEST_LABEL, LETTER = 78, 7.4
"""How many letters a line has room for, and how wide one is, about."""

QUIET = 400
"""The weight of letters that say less than others."""

COLOURS = {
    "paper": "#faf7f1",
    "surface": "#ffffff",
    "sunken": "#f1ece1",
    "line": "#e3dccd",
    "ink": "#1c1a27",
    "muted": "#57536a",
    "hue-0": "#57536a",
    "hue-1": "#1d5ba6",
    "hue-1-soft": "#e4eefa",
    "hue-2": "#11704b",
    "hue-3": "#8b2d7b",
    "hue-4": "#855600",
    "hue-5": "#b0361f",
}
"""The colours of the pages in light, as the styles name them."""

LOOKS = {
    "fill-ground": "fill: {sunken}",
    "fill-present": "fill: {hue-1}",
    "fill-proxies": "fill: {hue-1-soft}; stroke: {hue-1}",
    "fill-attached": "fill: {hue-2}",
    "fill-ignored": "fill: {line}",
    "fill-orphan": "fill: {hue-5}",
    "fill-slice-1": "fill: {hue-2}",
    "fill-slice-2": "fill: {hue-1}",
    "fill-slice-3": "fill: {hue-5}",
    "line-grid": "stroke: {line}",
    "line-quorum": "stroke: {hue-5}; stroke-width: 2.5; stroke-dasharray: 7 5",
    "line-top": "stroke: {hue-1}; stroke-width: 2",
    "step-done": "fill: {hue-2}; stroke: {surface}; stroke-width: 1.5",
    "step-late": "fill: {surface}; stroke: {hue-5}; stroke-width: 3",
    "step-coming": "fill: {surface}; stroke: {ink}; stroke-width: 1.5",
    **{f"hue-{number}": f"fill: {{hue-{number}}}" for number in range(6)},
}
"""How each kind of shape looks."""


@dataclass(frozen=True, slots=True)
class Row:
    """
    A drawing under its words: `height` of the shapes (0: words alone), `below` the words that follow it.

    `under` is how much room its marks need below it.
    """

    label: str = ""
    value: str = ""
    height: int = 0
    shapes: tuple[SafeString, ...] = ()
    below: str = ""
    under: int = 0


Legend = Sequence[tuple[SafeString, str]]
"""Swatches, each with its words."""


def rect(look: str, *, x: str, width: str, y: str | int = 0, height: str | int = "100%") -> SafeString:
    """Draw a bar."""
    place = _said(x=x, y=y)
    return format_html('<rect{} width="{}" height="{}" style="{}"/>', place, width, height, look_of(look))


def line(look: str, *, start: tuple[str, str | int], end: tuple[str, str | int]) -> SafeString:
    """Draw a straight line."""
    return format_html('<line x1="{}" y1="{}" x2="{}" y2="{}" style="{}"/>', *start, *end, look_of(look))


def dot(look: str, *, x: str, y: str | int, radius: int = 5) -> SafeString:
    """Draw a dot."""
    return format_html('<circle cx="{}" cy="{}" r="{}" style="{}"/>', x, y, radius, look_of(look))


def words(text: str, *, x: str | int, y: str | int, anchor: str = "start", weight: int = QUIET) -> SafeString:
    """Write words at a place; those that say less are in the colour and the weight of the whole drawing."""
    shift = format_html(' text-anchor="{}"', anchor) if anchor != "start" else SafeString()
    loud = SafeString()
    if weight != QUIET:
        loud = format_html(' font-weight="{}" fill="{}"', weight, COLOURS["ink"])
    return format_html("<text{}{}{}>{}</text>", _said(x=x, y=y), shift, loud, text)


def _said(**places: str | int) -> SafeString:
    """Write where a shape is; what is not said is nought."""
    return format_html_join("", ' {}="{}"', ((name, one) for name, one in places.items() if str(one) != "0"))


def look_of(look: str) -> str:
    """Give how a kind of shape looks, its colours written out."""
    found = LOOKS[look]
    for name, colour in COLOURS.items():
        found = found.replace(f"{{{name}}}", colour)
    return found


def paper(title: str, description: str, *, legend: Legend, rows: Iterable[Row]) -> str:
    """Write a whole drawing, whose height is that of its rows."""
    top = MARGIN
    parts = [words(_short(title), x=MARGIN, y=top, weight=700)]
    for text in _lines(description):
        top += LINE
        parts.append(words(text, x=MARGIN, y=top))
    if legend:
        top += LINE + GAP // 2
        drawn, top = _legend(legend, top=top)
        parts += drawn
    top += GAP
    for row in rows:
        drawn, top = _row(row, top=top)
        parts += drawn
    return _document(title, description, parts=parts, height=top + MARGIN - GAP)


def _document(title: str, description: str, *, parts: Iterable[SafeString], height: int) -> str:
    said = format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1}" width="{0}" height="{1}" role="img"'
        ' font-family="system-ui, sans-serif" font-size="14" fill="{4}"><title>{2}</title><desc>{3}</desc>'
        '<rect width="100%" height="100%" fill="{5}"/>{6}</svg>\n',
        *(WIDTH, height, title, description, COLOURS["muted"], COLOURS["paper"]),
        format_html_join("", "{}", ((part,) for part in parts)),
    )
    return writable(said)


def _row(row: Row, *, top: int) -> tuple[list[SafeString], int]:
    parts: list[SafeString] = []
    if row.label or row.value:
        top += LINE
        parts.append(words(_short(row.label), x=MARGIN, y=top - 6, weight=550))
        parts.append(words(row.value, x=WIDTH - MARGIN, y=top - 6, anchor="end", weight=700))
    if row.shapes:
        inside = format_html_join("", "{}", ((shape,) for shape in row.shapes))
        parts.append(
            format_html(
                '<svg x="{}" y="{}" width="{}" height="{}" overflow="visible">{}</svg>',
                *(MARGIN, top, INNER, row.height, inside),
            )
        )
        top += row.height + row.under
    for text in _lines(row.below):
        top += LINE
        parts.append(words(text, x=MARGIN, y=top - 6))
    return parts, top + GAP


def _legend(legend: Legend, *, top: int) -> tuple[list[SafeString], int]:
    parts: list[SafeString] = []
    left = float(MARGIN)
    for swatch, text in legend:
        wide = SWATCH + 8 + len(text) * LETTER + GAP
        if left > MARGIN and left + wide > WIDTH - MARGIN:
            left, top = float(MARGIN), top + LINE
        parts.append(
            format_html(
                '<svg x="{}" y="{}" width="{}" height="12" overflow="visible">{}</svg>',
                *(round(left), top - 11, SWATCH, swatch),
            )
        )
        parts.append(words(text, x=round(left + SWATCH + 8), y=top))
        left += wide
    return parts, top


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_LABEL else f"{text[: LONGEST_LABEL - 1].rstrip()}…"


def _lines(text: str) -> list[str]:
    found: list[str] = []
    for word in text.split():
        if found and len(found[-1]) + len(word) < LONGEST_LABEL + 14:
            found[-1] += f" {word}"
        else:
            found.append(word)
    return found
