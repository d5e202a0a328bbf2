"""The numbers of lists in a Word document: they are not written in it, but counted when it is shown."""

from collections import defaultdict
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from declic.engines.reading.files.list_numbers import DASH, PLACE, shown_number


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STYLES = {"decimal": "1", "decimalZero": "01", "lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I", "none": "none", "ordinal": "1"}  # fmt: skip
LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts, how its number is shown (`%1.%2.`), and where it starts."""

    style: str = "1"
    shown: str = ""
    start: int = 1
    is_bullet: bool = False


class Lists:
    """The lists of a document, and how far each has counted."""

    def __init__(self, numbering: Element | None) -> None:
        """Know the lists that the document declares."""
        self._levels: dict[str, dict[int, Level]] = {}
        self._kinds: dict[str, str] = {}
        self._starts: dict[str, dict[int, int]] = defaultdict(dict)
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()
        for kind in numbering.iter(f"{W}abstractNum") if numbering is not None else ():
            levels = {_int(one, "ilvl"): _level(one) for one in kind.iter(f"{W}lvl")}
            self._levels[kind.get(f"{W}abstractNumId", "")] = levels
        for number in numbering.iter(f"{W}num") if numbering is not None else ():
            self._know(number)

    def next_mark(self, number: str, level: int) -> str:
        """Count one more in a list, and give the number that is shown; empty where there is none."""
        kind = self._kinds.get(number)
        levels = self._levels.get(kind or "", {})
        here = levels.get(level)
        if kind is None or here is None:
            return ""
        counts = self._counts[kind]
        if level in self._starts[number] and (number, level) not in self._begun:
            counts.pop(level, None)
        self._begun.add((number, level))
        counts[level] = counts.get(level, self._start(number, level, here) - 1) + 1
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        if here.is_bullet:
            return DASH
        return PLACE.sub(lambda place: self._shown(number, int(place[1]) - 1), here.shown).strip()

    def _shown(self, number: str, level: int) -> str:
        kind = self._kinds[number]
        found = self._levels[kind].get(level)
        if found is None:
            return ""
        return shown_number(self._counts[kind].get(level, self._start(number, level, found)), found.style)

    def _start(self, number: str, level: int, found: Level) -> int:
        return self._starts[number].get(level, found.start)

    def _know(self, number: Element) -> None:
        name = number.get(f"{W}numId", "")
        kind = number.find(f"{W}abstractNumId")
        self._kinds[name] = kind.get(f"{W}val", "") if kind is not None else ""
        for change in number.iter(f"{W}lvlOverride"):
            start = change.find(f"{W}startOverride")
            if start is not None:
                self._starts[name][_int(change, "ilvl")] = _int(start, "val")


def _level(found: Element) -> Level:
    values = {child.tag: child.get(f"{W}val", "") for child in found}
    style = values.get(f"{W}numFmt", "decimal")
    start = values.get(f"{W}start", "1")
    return Level(
        STYLES.get(style, "1"),
        values.get(f"{W}lvlText", ""),
        int(start) if start.isdecimal() else 1,
        is_bullet=style == "bullet",
    )


def _int(found: Element, name: str) -> int:
    value = found.get(f"{W}{name}", "0")
    return min(int(value), 9_999) if value.isdecimal() else 0
