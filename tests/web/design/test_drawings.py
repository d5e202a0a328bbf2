"""Every chart is taken away as a drawing that stands alone, with what the page shows and nothing else."""

import base64
import re
from pathlib import Path
from xml.dom import minidom

import pytest
from django.template.loader import render_to_string

from declic.web import design
from declic.web.design.chart_examples import chart_examples
from declic.web.design.charts.bars import Bar, bar_chart
from declic.web.design.charts.papers import COLOURS, LOOKS, WIDTH
from declic.web.design.charts.taken_away import drawing_of


STYLES = Path(design.__file__).parent / "static/design/declic.css"
CHARTS = [part for one in chart_examples() for part in one.parts if hasattr(part, "table")]


def parsed(drawing: str):
    return minidom.parseString(drawing).documentElement  # noqa: S318 — it is our own drawing


def words_of(drawing: str) -> list[str]:
    found = parsed(drawing).getElementsByTagName("text")
    return [node.firstChild.data for node in found if node.firstChild]


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: type(chart).__name__)
def test_a_chart_is_taken_away_as_it_is_shown_on_a_paper_that_holds_it_whole(chart):
    page = render_to_string(chart.template, {"part": chart})
    (address,) = re.findall(r'href="data:image/svg\+xml;base64,([^"]+)"', page)

    drawing = base64.b64decode(address).decode()
    paper = parsed(drawing)

    assert drawing == drawing_of(chart)
    assert paper.getElementsByTagName("title")[0].firstChild.data == chart.title
    assert int(paper.getAttribute("width")) == WIDTH
    places = [int(node.getAttribute("y")) for node in paper.childNodes if node.tagName in ("text", "svg")]
    assert max(places) < int(paper.getAttribute("height"))
    assert not re.search(r"<(script|image|use|a|style)\b|href|url\(|class=", drawing)


def test_the_five_kinds_of_steering_and_the_three_of_reading_are_all_drawn():
    assert {type(chart).__name__ for chart in CHARTS} == {
        *("BarChart", "GaugesChart", "StackChart", "TimelineChart", "TrajectoryChart"),
        *("AxesChart", "CoverageChart", "PresenceChart"),
    }


def test_what_a_name_holds_is_words_in_the_drawing_and_never_marks():
    bars = [Bar("<script>\x0b & fils", '3 "postes"', 0.5, hue=3)]
    chart = bar_chart(bars, key="k", title="T <b>", description="D", heads=("x", "y"))

    drawing = drawing_of(chart)

    assert words_of(drawing) == ["T <b>", "D", "<script> & fils", '3 "postes"']


def test_what_is_no_chart_is_not_drawn():
    with pytest.raises(TypeError):
        drawing_of("no chart")


def test_a_drawing_has_the_colours_of_the_pages_in_light():
    light = STYLES.read_text(encoding="utf-8").partition("prefers-color-scheme: dark")[0]
    styled = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", light))

    assert {name: styled[name] for name in COLOURS} == COLOURS


def styled(name: str) -> dict[str, str]:
    """What the styles of the pages say of a class that stands alone, the colours by their names."""
    found: dict[str, str] = {}
    for selectors, said in re.findall(
        r"^(\.[^{}]+)\{([^{}]*)\}", STYLES.read_text(encoding="utf-8"), re.MULTILINE
    ):
        if f".{name}" in [one.strip() for one in selectors.split(",")]:
            pairs = (one.partition(":") for one in said.split(";") if one.strip())
            found |= {
                key.strip(): re.sub(r"var\(--([\w-]+)\)", r"{\1}", value.strip()) for key, _, value in pairs
            }
    return found


OWN = {
    "fill-proxies": "a page draws the line of the proxies around the whole, a swatch around itself",
    **dict.fromkeys((f"hue-{number}" for number in range(6)), "a page names the colour once for a whole row"),
}
"""What a drawing says in its own way, and why."""


@pytest.mark.parametrize("look", sorted(set(LOOKS) - set(OWN)))
def test_a_shape_looks_in_a_drawing_as_on_the_page(look):
    said = {
        name.strip(): value.strip()
        for name, _, value in (one.partition(":") for one in LOOKS[look].split(";"))
    }

    assert styled(look) == said
