"""Every colour of the style sheet can be read on what it stands on, in light and in dark."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from hypothesis import given, strategies as st

from declic.web.design.contrast import READABLE, VISIBLE, contrast
from declic.web.design.theme import DARK_PAPER, LIGHT_PAPER


TOKEN = re.compile(r"--([\w-]+):\s*(?:var\([\w-]+,\s*)?(#[0-9a-f]{6})\)?;")
GROUNDS = ("paper", "surface", "sunken")
WORDS = [(word, ground) for word in ("ink", "muted", "accent") for ground in GROUNDS]
WORDS += [(f"hue-{n}", ground) for n in range(6) for ground in ("paper", "surface", f"hue-{n}-soft")]
WORDS += [("ink", f"hue-{n}-soft") for n in range(6)]
WORDS += [(tone, f"{tone}-soft") for tone in ("good", "watch", "bad", "info")]
WORDS += [("ink", f"{tone}-soft") for tone in ("good", "watch", "bad", "info")]
WORDS += [("muted", "watch-soft"), ("on-accent", "accent"), ("paper", "ink"), ("on-mark", "mark")]
WORDS += [("surface", f"hue-{n}") for n in range(1, 6)]
MARKS = [("edge", ground) for ground in GROUNDS]
MARKS += [("focus", ground) for ground in GROUNDS]
MARKS += [("spark", ground) for ground in ("paper", "surface")]


def style_sheet() -> str:
    found = finders.find("design/declic.css")
    assert isinstance(found, str)
    return Path(found).read_text(encoding="utf-8")


def tokens(scheme: str) -> dict[str, str]:
    light, dark = style_sheet().split("@media (prefers-color-scheme: dark)")[:2]
    return dict(TOKEN.findall(light)) | (dict(TOKEN.findall(dark)) if scheme == "dark" else {})


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_can_be_read_on_its_ground(scheme):
    colours = tokens(scheme)
    weak = {
        f"{word} on {ground}": round(contrast(colours[word], colours[ground]), 2)
        for word, ground in WORDS
        if contrast(colours[word], colours[ground]) < READABLE
    }

    assert weak == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_mark_and_edge_can_be_seen_on_its_ground(scheme):
    colours = tokens(scheme)
    weak = {
        f"{mark} on {ground}": round(contrast(colours[mark], colours[ground]), 2)
        for mark, ground in MARKS
        if contrast(colours[mark], colours[ground]) < VISIBLE
    }

    assert weak == {}


def test_the_theme_is_checked_against_the_papers_of_the_sheet():
    assert tokens("light")["paper"] == LIGHT_PAPER
    assert tokens("dark")["paper"] == DARK_PAPER


def test_the_style_sheet_weighs_at_most_forty_kilobytes():
    assert len(style_sheet().encode()) <= 40_000


def test_black_on_white_is_twenty_one_and_white_on_white_is_one():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#ffffff") == pytest.approx(1)


@given(st.integers(0, 0xFFFFFF), st.integers(0, 0xFFFFFF))
def test_contrast_is_the_same_both_ways_and_between_one_and_twenty_one(first, second):
    one, other = f"#{first:06x}", f"#{second:06x}"

    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21.01


@pytest.mark.parametrize("colour", ["red", "#fff", "#gggggg", "", "#1234567"])
def test_what_is_not_a_colour_is_refused(colour):
    with pytest.raises(ValueError, match="n'est pas une couleur"):
        contrast(colour, "#ffffff")
