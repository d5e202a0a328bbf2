"""The styles of a Word document: what a paragraph counts, what is a heading, what is hidden or in capitals."""

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from declic.engines.reading.files.docx_lists import W


BODY_TEXT = 9
OFF = ("0", "false", "none", "off")


@dataclass(frozen=True, slots=True)
class Style:
    """What a style gives: its list, its level in it, whether it is a heading, in capitals, hidden."""

    number: str | None = None
    level: int | None = None
    is_heading: bool = False
    parent: str = ""
    is_capital: bool = False
    is_hidden: bool = False


def styles_of(styles: Element | None) -> dict[str, Style]:
    """Give the styles that a document declares, by name."""
    found: dict[str, Style] = {}
    for style in styles.iter(f"{W}style") if styles is not None else ():
        based, shown = style.find(f"{W}basedOn"), style.find(f"{W}rPr")
        own = style_of(style.find(f"{W}pPr"))
        found[style.get(f"{W}styleId", "")] = Style(
            own.number,
            own.level,
            own.is_heading,
            based.get(f"{W}val", "") if based is not None else "",
            is_capital=_is_on(shown, "caps") or _is_on(shown, "smallCaps"),
            is_hidden=_is_on(shown, "vanish"),
        )
    return found


def style_of(properties: Element | None) -> Style:
    """Give what a paragraph says of itself."""
    if properties is None:
        return Style()
    number = properties.find(f"{W}numPr/{W}numId")
    level = properties.find(f"{W}numPr/{W}ilvl")
    outline = properties.find(f"{W}outlineLvl")
    style = properties.find(f"{W}pStyle")
    return Style(
        number.get(f"{W}val") if number is not None else None,
        _number(level),
        _number(outline) in range(BODY_TEXT),
        style.get(f"{W}val", "") if style is not None else "",
    )


def shown_as(properties: Element | None, *, styles: Mapping[str, Style]) -> Style:
    """Say how the words of a run are shown: by its own properties, else by its style."""
    named = properties.find(f"{W}rStyle") if properties is not None else None
    style = styles.get(named.get(f"{W}val", ""), Style()) if named is not None else Style()
    is_capital = _is_on(properties, "caps", default=style.is_capital) or _is_on(properties, "smallCaps")
    return Style(is_capital=is_capital, is_hidden=_is_on(properties, "vanish", default=style.is_hidden))


def _is_on(properties: Element | None, name: str, *, default: bool = False) -> bool:
    found = properties.find(f"{W}{name}") if properties is not None else None
    return found.get(f"{W}val", "1") not in OFF if found is not None else default


def _number(found: Element | None) -> int | None:
    value = found.get(f"{W}val", "") if found is not None else ""
    return min(int(value), BODY_TEXT) if value.isdecimal() else None
