"""The numbers of lists and headings in an OpenDocument text: counted when it is shown, as in Word."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from declic.engines.reading.files.list_numbers import DASH, shown_number


TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
OUTLINE = "outline"
DEEPEST = 10


@dataclass(frozen=True, slots=True)
class Level:
    """One level: its style of number, what stands around it, how many levels it shows, where it starts."""

    style: str
    prefix: str
    suffix: str
    shown_levels: int
    start: int
    is_bullet: bool


class Lists:
    """The lists that a document declares, and how far each has counted."""

    def __init__(self, parts: Iterable[Element]) -> None:
        """Know the lists of every part."""
        self._levels: dict[str, dict[int, Level]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        for part in parts:
            for style in part.iter():
                if style.tag in {f"{TEXT}list-style", f"{TEXT}outline-style"}:
                    name = OUTLINE if style.tag.endswith("outline-style") else style.get(f"{STYLE}name", "")
                    self._levels[name] = {
                        _int(one, "level", 1): _level(one) for one in style if _is_level(one)
                    }

    def begin(self, key: str) -> None:
        """Count a list from its start again."""
        self._counts.pop(key, None)

    def next_mark(self, name: str, level: int, *, key: str) -> str:
        """Count one more in the list of that key, and give the number that is shown; empty where there is none."""
        levels = self._levels.get(name, {})
        here = levels.get(level)
        if here is None:
            return ""
        counts = self._counts[key]
        counts[level] = counts.get(level, here.start - 1) + 1
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        if here.is_bullet:
            return DASH
        shown = [
            shown_number(counts.get(one, levels[one].start), levels[one].style)
            for one in range(level - here.shown_levels + 1, level + 1)
            if one in levels
        ]
        number = ".".join(part for part in shown if part)
        return f"{here.prefix}{number}{here.suffix}".strip() if number else ""


def _is_level(found: Element) -> bool:
    return found.tag.startswith((f"{TEXT}list-level-style", f"{TEXT}outline-level-style"))


def _level(found: Element) -> Level:
    return Level(
        found.get(f"{STYLE}num-format", ""),
        found.get(f"{STYLE}num-prefix", ""),
        found.get(f"{STYLE}num-suffix", ""),
        min(_int(found, "display-levels", 1), DEEPEST),
        _int(found, "start-value", 1),
        is_bullet=found.tag.endswith(("bullet", "image")),
    )


def _int(found: Element, name: str, default: int) -> int:
    value = found.get(f"{TEXT}{name}", "")
    return min(int(value), 9_999) if value.isdecimal() else default
