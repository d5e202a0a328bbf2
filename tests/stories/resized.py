"""One page at every size, in light and in dark, without opening it again: for who had to sign in to see it."""

from playwright.sync_api import Page

from tests.stories.checks import SCHEMES, WIDTHS, Traffic, assert_everyone_can_read, watched


def assert_everyone_can_read_it_resized(page: Page) -> None:
    """Demand no obstacle at any width, in light and in dark."""
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type] # « light » or « dark »
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert_everyone_can_read(page)


def opened_beside(page: Page, path: str) -> Traffic:
    """Open an address in a new tab of the same person, and give what it asked the network."""
    traffic = Traffic()
    tab = watched(page.context.new_page(), traffic=traffic)
    tab.goto(path)
    return traffic
