"""Plans made of invented facts and rendered in the layouts that French plans have, for property tests."""

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import wrap

from hypothesis import strategies as st

from tests.engines.planned_measures import PlannedAxis, PlannedGroup, PlannedMeasure, axes


LINES_OF_A_PAGE = 15
ROMANS = ("I", "II", "III", "IV", "V", "VI")


@dataclass(frozen=True, slots=True)
class ExpectedMeasure:
    """What a reading must give back for one measure."""

    number: str
    axis: int | None
    parent: str | None
    text: str
    bullets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GeneratedPlan:
    """A text, and what must be read in it; `axes` are numbers and titles."""

    layout: str
    text: str
    axes: tuple[tuple[int, str], ...]
    measures: tuple[ExpectedMeasure, ...]


@dataclass(frozen=True, slots=True)
class Style:
    """
    How a layout announces each level; a level that it does not have is None.

    The places are: `a` axis, `r` axis in Roman figures, `g` group in the axis, `k` group in the plan, `i` measure in
    the axis, `j` measure in the group, `n` measure in the plan.
    """

    name: str
    axis: str | None
    group: tuple[str, str] | None
    measure: tuple[str, str]


STYLES = (
    Style("Axe / Mesure", "Axe {a} : ", None, ("Mesure {n} : ", "{n}")),
    Style("Axe romain / Mesure n°", "AXE {r} – ", None, ("Mesure n° {n} – ", "{n}")),
    Style("Axe / Action 1.1", "Axe n°{a} - ", None, ("Action {a}.{i} : ", "{a}.{i}")),
    Style("Axe / Mesure par centaine", "Axe {a}. ", None, ("MESURE {a}{i:02} : ", "{a}{i:02}")),
    Style("Axe / Mesure qui recommence", "Axe {a} : ", None, ("Mesure {i} : ", "{i}")),
    Style(
        "Orientation / Objectif / Action",
        "Orientation {a} : ",
        ("Objectif {a}.{g} – ", "{a}.{g}"),
        ("Action {a}.{g}.{j} – ", "{a}.{g}.{j}"),
    ),
    Style(
        "Axe / Objectif opérationnel n° / Fiche action n°",
        "Axe {a} : ",
        ("Objectif opérationnel n°{k} : ", "{k}"),
        ("Fiche action n°{n} : ", "{n}"),
    ),
    Style(
        "Axe / Engagement / Action", "Axe {r} : ", ("Engagement {k} : ", "{k}"), ("Action n°{n} : ", "{n}")
    ),
    Style("1 / 1.1 / 1.1.1", "{a} - ", ("{a}.{g} ", "{a}.{g}"), ("{a}.{g}.{j} ", "{a}.{g}.{j}")),
    Style("# Markdown", "## Axe {a} – ", None, ("### Mesure {n} – ", "{n}")),
    Style("Action sans axe", None, None, ("Action n°{n} : ", "{n}")),
    Style("Engagement sans axe", None, None, ("Engagement {n} : ", "{n}")),
    Style("Axe / 1.1", "Axe {a} : ", None, ("{a}.{i} ", "{a}.{i}")),
    Style("Codes", "OS{a} : ", ("OO{a}.{g} : ", "OO{a}.{g}"), ("FA{n} : ", "FA{n}")),
    Style("Rang / Action", "{a}e axe : ", None, ("• Action {n} – ", "{n}")),
)


@st.composite
def plans(draw: st.DrawFn) -> GeneratedPlan:
    """Draw a plan in one of the layouts, with or without contents, summary, wrapped lines and blank lines."""
    style = draw(st.sampled_from(STYLES))
    planned = draw(axes())
    rendering = Rendering(
        style=style,
        width=draw(st.sampled_from((0, 60, 90))),
        has_contents=draw(st.booleans()),
        has_plain_contents=draw(st.booleans()),
        has_footers=draw(st.booleans()),
        has_subheadings=draw(st.booleans()),
        is_cut=draw(st.booleans()),
        has_summary=draw(st.booleans()),
        is_airy=draw(st.booleans()),
        has_closing=draw(st.booleans()),
    )
    return rendering.of(planned)


@dataclass(frozen=True, slots=True)
class Rendering:
    """How one plan is laid out."""

    style: Style
    width: int = 0
    has_contents: bool = False
    has_plain_contents: bool = False
    has_footers: bool = False
    has_subheadings: bool = False
    is_cut: bool = False
    has_summary: bool = False
    is_airy: bool = True
    has_closing: bool = False

    def of(self, planned: tuple[PlannedAxis, ...]) -> GeneratedPlan:
        """Render the plan and say what must be read in it."""
        body, headings, expected = self._body(planned)
        title = (
            "# Plan d'action pour la vallée"
            if self.style.name.startswith("#")
            else "Plan d'action pour la vallée"
        )
        dots = "" if self.has_plain_contents else "." * 12
        pages = [
            f"{heading} {dots} {page}" if dots else heading for page, heading in enumerate(headings, start=3)
        ]
        recalled = [f"{mark}{measure.lines[0]}" for mark, measure in self._marked(planned)]
        parts = [
            [title, ""],
            ["Sommaire", "", *pages, ""] if self.has_contents else [],
            ["Ce plan dit ce que la vallée veut faire pour ses habitants, avec eux, et comment.", ""],
            body,
            ["", "Récapitulatif des mesures", "", *recalled, ""] if self.has_summary else [],
            ["", "Signataires", "", "Madame la Maire de Valmont,", ""] if self.has_closing else [],
        ]
        lines = [line for part in parts for line in part]
        text = "\n".join(_with_footers(lines) if self.has_footers else lines)
        numbered = (
            tuple((at, axis.title) for at, axis in enumerate(planned, start=1)) if self.style.axis else ()
        )
        return GeneratedPlan(self.style.name, text, numbered, tuple(expected))

    def _marked(self, planned: tuple[PlannedAxis, ...]) -> Iterator[tuple[str, PlannedMeasure]]:
        for place in _places(planned):
            yield self.style.measure[0].format(**place.numbers), place.measure

    def _body(self, planned: tuple[PlannedAxis, ...]) -> tuple[list[str], list[str], list[ExpectedMeasure]]:
        lines: list[str] = []
        headings: list[str] = []
        expected: list[ExpectedMeasure] = []
        for place in _places(planned):
            for heading in self._headings_above(place):
                headings.append(heading)
                lines += [heading, ""]
            mark = self.style.measure[0].format(**place.numbers)
            headings.append(f"{mark}{place.measure.lines[0]}")
            if self.has_subheadings and self.is_airy and place.is_even:
                lines += ["Travail avec les familles :", ""]
            lines += self._measure_lines(mark, place.measure)
            expected.append(self._expected(place))
        return lines, headings, expected

    def _headings_above(self, place: "Place") -> Iterator[str]:
        if place.opens_axis and self.style.axis:
            yield f"{self.style.axis.format(**place.numbers)}{place.axis.title}"
        if place.opens_group and self.style.group:
            yield f"{self.style.group[0].format(**place.numbers)}{place.group.title}"

    def _expected(self, place: "Place") -> ExpectedMeasure:
        bullets = (f"- {bullet}" for bullet in place.measure.bullets)
        return ExpectedMeasure(
            number=self.style.measure[1].format(**place.numbers),
            axis=place.axis_number if self.style.axis else None,
            parent=self.style.group[1].format(**place.numbers) if self.style.group else None,
            text=" ".join((*place.measure.lines, *bullets)),
            bullets=place.measure.bullets,
        )

    def _measure_lines(self, mark: str, measure: PlannedMeasure) -> list[str]:
        first, *details = measure.lines
        blank = [""] if self.is_airy else []
        lines = self._wrapped(f"{mark}{first}")
        for detail in details:
            lines += [*blank, *self._wrapped(detail)]
        if self.is_cut and details:
            lines[-1:] = _cut(lines[-1])
        items = [line for bullet in measure.bullets for line in self._wrapped(f"- {bullet}")]
        return [*lines, *(blank if items else []), *items, ""]

    def _wrapped(self, line: str) -> list[str]:
        return (
            wrap(line, self.width, break_long_words=False, break_on_hyphens=False) if self.width else [line]
        )


def _cut(line: str) -> list[str]:
    """Cut a line by a blank one, in the middle of its sentence."""
    words = line.split(" ")
    half = len(words) // 2
    return [" ".join(words[:half]), "", " ".join(words[half:])] if half else [line]


def _with_footers(lines: list[str]) -> list[str]:
    """Add the foot of a page where that makes three pages at least."""
    paged: list[str] = []
    if len(lines) < 3 * LINES_OF_A_PAGE:
        return lines
    for at, line in enumerate(lines, start=1):
        paged.append(line)
        if at % LINES_OF_A_PAGE == 0:
            paged += ["", str(at // LINES_OF_A_PAGE), "Plan de la vallée – Commune de Valmont", ""]
    return paged


@dataclass(frozen=True, slots=True)
class Place:
    """Where a measure stands; `numbers` are those that a style may say."""

    axis: PlannedAxis
    axis_number: int
    group: PlannedGroup
    measure: PlannedMeasure
    numbers: dict[str, int | str]
    opens_axis: bool
    opens_group: bool
    is_even: bool


def _places(planned: tuple[PlannedAxis, ...]) -> Iterator[Place]:
    count = group_count = 0
    for a, axis in enumerate(planned, start=1):
        in_axis = 0
        for g, group in enumerate(axis.groups, start=1):
            group_count += 1
            for j, measure in enumerate(group.measures, start=1):
                count += 1
                in_axis += 1
                numbers: dict[str, int | str] = {
                    "a": a,
                    "r": ROMANS[a - 1],
                    "g": g,
                    "k": group_count,
                    "i": in_axis,
                    "j": j,
                    "n": count,
                }
                yield Place(
                    axis,
                    a,
                    group,
                    measure,
                    numbers,
                    opens_axis=in_axis == 1,
                    opens_group=j == 1,
                    is_even=count % 2 == 0,
                )
