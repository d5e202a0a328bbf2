"""What must be true of every page, whoever reads it and on whatever screen."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_SCRIPT, AxeResults  # type: ignore[import-untyped] # it bears no types
from playwright.sync_api import ConsoleMessage, Page, Request, Response


WIDTHS = (1280, 640, 320)
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
RULES_OF_COLOUR = ("color-contrast", "link-in-text-block")
"""What the rules of axe ask of the colours: between light and dark, nothing else of a page changes."""

HEAVIEST_PAGE_BYTES = 100_000
MOST_REQUESTS = 10
SMALLEST_TARGET = 44
MOMENT_MS, LONGEST_WAIT_MOMENTS = 50, 400

TEXT_SPACING = """() => {
  for (const one of document.querySelectorAll('body *')) {
    one.style.setProperty('line-height', '1.5', 'important');
    one.style.setProperty('letter-spacing', '0.12em', 'important');
    one.style.setProperty('word-spacing', '0.16em', 'important');
  }
}"""
TOO_WIDE = """() => {
  const excused = '.scroll, .for-ears, .skip';
  const wide = [...document.querySelectorAll('body *')].filter(one => !one.closest(excused)
    && one.getClientRects().length && one.getBoundingClientRect().right > window.innerWidth + 1);
  const page = document.documentElement.scrollWidth > window.innerWidth ? ['the page'] : [];
  return page.concat(wide.map(one => one.tagName + '.' + (one.getAttribute('class') || '')));
}"""
SMALL_TARGETS = """(least) => [...document.querySelectorAll('a, button, input:not([type=hidden]), select, summary')]
  .filter(one => one.getClientRects().length && !one.closest('.for-ears, .skip'))
  .filter(one => !one.closest('p:not(.who), td, th, h1, h2, h3, .breadcrumb') || one.matches('.button, .source'))
  .filter(one => !one.matches('[type=checkbox], [type=radio]'))
  .filter(one => one.getBoundingClientRect().height < least - 0.5)
  .map(one => one.tagName + ' ' + one.textContent.trim().slice(0, 40))"""
FOCUS_SEEN = """() => {
  const one = document.activeElement;
  const seen = node => {
    const style = getComputedStyle(node);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  };
  return one === document.body || seen(one) || seen(one.closest('.card') || one);
}"""


@dataclass
class Traffic:
    """What pages asked the network, and what the browser complained of."""

    responses: list[Response] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    awaited: dict[Page, set[Request]] = field(default_factory=dict)


def watched(page: Page, *, traffic: Traffic) -> Page:
    """Note what the page asks and what goes wrong in it."""

    def complain(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            traffic.complaints.append(message.text)

    awaited = traffic.awaited.setdefault(page, set())
    # The browser's driver refuses bound methods of built-in types, so each is called by a function of ours.
    page.on("request", lambda request: awaited.add(request))  # noqa: PLW0108
    page.on("requestfinished", lambda request: awaited.discard(request))  # noqa: PLW0108
    page.on("requestfailed", lambda request: awaited.discard(request))  # noqa: PLW0108
    page.on("response", lambda response: traffic.responses.append(response))  # noqa: PLW0108
    page.on("console", complain)
    page.on("pageerror", lambda error: traffic.complaints.append(str(error)))
    return page


def await_answers(traffic: Traffic) -> None:
    """Let the site answer what open pages still ask of it: a story that ends empties the tables."""
    for page, awaited in traffic.awaited.items():
        for _moment in range(LONGEST_WAIT_MOMENTS):
            if page.is_closed() or not awaited:
                break
            page.wait_for_timeout(MOMENT_MS)
        assert page.is_closed() or not awaited, [one.url for one in awaited]


def opened_beside(page: Page, path: str) -> Traffic:
    """Open an address in a new tab of the same person, and give what it asked the network."""
    traffic = Traffic()
    tab = watched(page.context.new_page(), traffic=traffic)
    tab.goto(path)
    return traffic


AXE_ONCE = "window.axe !== undefined"
AXE_RUN = """async (rules) => {
  const {violations} = await axe.run({runOnly: rules, resultTypes: ['violations']});
  return {violations};
}"""


def assert_axe_finds_nothing(page: Page, *, rules: Sequence[str] = RULES) -> None:
    """Demand no obstacle that axe knows by these rules, or tags of rules."""
    if not page.evaluate(AXE_ONCE):
        page.evaluate(AXE_SCRIPT)
    found = AxeResults(page.evaluate(AXE_RUN, list(rules)))
    assert found.violations_count == 0, found.generate_report()


def assert_everyone_can_read(page: Page) -> None:
    """Demand no obstacle that axe knows, one title, one language, landmarks, and nothing wider than the screen."""
    assert_axe_finds_nothing(page)
    assert page.evaluate(TOO_WIDE) == []
    assert page.locator("h1").count() == 1
    assert page.locator("html").get_attribute("lang") in {"fr", "en"}
    assert [page.locator(landmark).count() for landmark in ("header", "main", "footer")] == [1, 1, 1]
    assert page.evaluate(HEADING_JUMPS) == []


HEADING_JUMPS = """() => {
  const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(one => Number(one.tagName[1]));
  return levels.filter((level, at) => at && level > levels[at - 1] + 1);
}"""


def assert_everyone_can_read_at_every_size(page: Page) -> None:
    """Demand it at every width, in light and in dark, of a page that is opened once: it obeys its screen."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="light")
        assert_everyone_can_read(page)
        page.emulate_media(color_scheme="dark")
        assert_axe_finds_nothing(page, rules=RULES_OF_COLOUR)


def assert_light_and_at_home(traffic: Traffic, *, host: str) -> None:
    """Demand a light page that calls nobody else and that the browser does not complain of."""
    heaviest = sum(len(response.body()) for response in traffic.responses)
    assert heaviest <= HEAVIEST_PAGE_BYTES
    assert len(traffic.responses) <= MOST_REQUESTS
    assert {urlsplit(response.url).netloc for response in traffic.responses} == {urlsplit(host).netloc}
    assert traffic.complaints == []


def assert_text_may_be_spread(page: Page) -> None:
    """Demand that nothing overflows when a reader spreads lines, words and letters (WCAG 1.4.12)."""
    page.evaluate(TEXT_SPACING)
    assert page.evaluate(TOO_WIDE) == []


def assert_targets_are_large(page: Page) -> None:
    """Demand that what is not a link in a sentence can be pressed with a thumb."""
    assert page.evaluate(SMALL_TARGETS, SMALLEST_TARGET) == []


def assert_keyboard_sees_where_it_is(page: Page, *, most_stops: int = 60) -> int:
    """Walk through the page by the Tab key, demand that each stop is seen, and count the stops."""
    for stop in range(most_stops):
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS_SEEN), page.evaluate("document.activeElement.outerHTML")
        if page.evaluate("document.activeElement === document.body"):
            return stop
    return most_stops
