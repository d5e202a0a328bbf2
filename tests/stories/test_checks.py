"""The checks of the stories are themselves checked: each one sees the fault it is there for."""

import pytest

from tests.stories.checks import (
    Traffic,
    assert_everyone_can_read,
    assert_everyone_can_read_at_every_size,
    assert_keyboard_sees_where_it_is,
    assert_light_and_at_home,
    assert_targets_are_large,
    assert_text_may_be_spread,
)


SOUND = (
    "<html lang=fr><head><title>Sain</title></head><body><header>Haut</header>"
    "<main><h1>Sain</h1>{}</main><footer>Bas</footer></body></html>"
)


@pytest.mark.parametrize(
    "fault",
    [
        "<p style='color:#999;background:#fff'>Pâle</p>",
        "<img src='data:,'>",
        "<input type=text>",
        "<h1>Deux</h1>",
        "<h3>Saut</h3>",
        "<div style='width:5000px'>Large</div>",
    ],
)
def test_an_obstacle_is_seen(blank_page, fault):
    blank_page.set_content(SOUND.format(fault))

    with pytest.raises(AssertionError):
        assert_everyone_can_read(blank_page)


@pytest.mark.parametrize(
    "condition", ["(prefers-color-scheme: dark)", "(max-width: 320px)", "(min-width: 1280px)"]
)
def test_an_obstacle_of_one_screen_alone_is_seen(blank_page, condition):
    pale = f"<style>@media {condition} {{ p {{ color: #999; background: #fff }} }}</style><p>Pâle</p>"
    blank_page.set_content(SOUND.format(pale))

    with pytest.raises(AssertionError):
        assert_everyone_can_read_at_every_size(blank_page)


def test_a_sound_page_passes(blank_page):
    blank_page.set_content(SOUND.format("<p>Bonjour.</p>"))

    assert_everyone_can_read_at_every_size(blank_page)


def test_a_word_that_overflows_once_spread_is_seen(blank_page):
    blank_page.set_viewport_size({"width": 320, "height": 600})
    blank_page.set_content(SOUND.format("<p style='white-space:nowrap;width:300px'>" + "mot " * 9 + "</p>"))

    with pytest.raises(AssertionError):
        assert_text_may_be_spread(blank_page)


def test_a_small_button_is_seen(blank_page):
    blank_page.set_content(SOUND.format("<button style='height:20px'>x</button>"))

    with pytest.raises(AssertionError):
        assert_targets_are_large(blank_page)


def test_a_hidden_focus_is_seen(blank_page):
    blank_page.set_content(SOUND.format("<a href='#' style='outline:none'>Ici</a>"))

    with pytest.raises(AssertionError):
        assert_keyboard_sees_where_it_is(blank_page)


def test_a_complaint_of_the_browser_is_seen():
    with pytest.raises(AssertionError):
        assert_light_and_at_home(
            Traffic(complaints=["Refused to apply inline style"]), host="http://localhost"
        )
