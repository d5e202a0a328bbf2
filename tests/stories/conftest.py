"""
Stories are told in a real browser: Debian's chromium, driven by Playwright, on a site that really serves.

`open_page(path, …)` gives a browser page; `tests/stories/checks.py` says whether everyone can read it. Where chromium
is not installed the stories are skipped, and say how to get it.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

import pytest
from django.core.cache import cache
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from declic.records.accounts.rights import needs_second_factor
from tests.people import APP_KEY, CLAIRE, JEANNE, Person, signed_up, viewer_without_database
from tests.records.pact.invented import opened_small_pact
from tests.web.members.people_sign_in import shown


pytest.register_assert_rewrite("tests.stories.checks")

from tests.stories.checks import Traffic, await_answers, watched  # noqa: E402 — its assertions are told in full from here


CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
HERE = Path(__file__).parent
NO_CHROMIUM = pytest.mark.skip(
    reason=f"no browser at {CHROMIUM}: apt-get install --no-install-recommends chromium, or set CHROMIUM"
)
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--lang=fr-FR",
)
# Playwright's synchronous face runs an event loop in our thread; the rows of a story are written in that thread.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


class OpenPage(Protocol):
    """Open an address of the site in the browser."""

    def __call__(
        self,
        path: str,
        *,
        width: int = 1280,
        scheme: str = "light",
        javascript: bool = True,
        person: Person | None = None,
    ) -> Page:
        """Give the page once it has loaded; `person` is signed in first, through the form."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is told here as needing a browser, and skip it where there is none."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if not CHROMIUM.exists():
                item.add_marker(NO_CHROMIUM)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Launch Debian's chromium, quietly and in French."""
    return {**browser_type_launch_args, "executable_path": str(CHROMIUM), "args": list(QUIET)}


@pytest.fixture
def town(live_server: LiveServer) -> str:
    """A served site where one small invented pact is open; gives the pact's slug."""
    assert live_server.url
    return opened_small_pact()


@pytest.fixture
def claire_has_an_account(live_server: LiveServer) -> Person:
    """Claire, the pilot, who may sign in."""
    assert live_server.url
    signed_up(CLAIRE)
    return CLAIRE


@pytest.fixture
def jeanne_has_an_account(live_server: LiveServer) -> Person:
    """Jeanne, the clerk, who may sign in."""
    assert live_server.url
    signed_up(JEANNE)
    return JEANNE


@pytest.fixture
def traffic() -> Traffic:
    """Everything the pages of this story asked the network, and every complaint of the browser."""
    return Traffic()


@pytest.fixture
def open_page(browser: Browser, live_server: LiveServer, traffic: Traffic) -> Iterator[OpenPage]:
    """Open pages of the served site, each in a browser of its own that knows nobody."""
    contexts: list[BrowserContext] = []

    def open_one(
        path: str,
        *,
        width: int = 1280,
        scheme: Any = "light",
        javascript: bool = True,
        person: Person | None = None,
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            java_script_enabled=javascript,
            locale="fr-FR",
            timezone_id="Europe/Paris",
            reduced_motion="reduce",
            base_url=live_server.url,
        )
        contexts.append(context)
        page = watched(context.new_page(), traffic=traffic)
        if person is not None:
            sign_in(page, person=person)
        page.goto(path)
        return page

    yield open_one
    await_answers(traffic)
    for context in contexts:
        context.close()


@pytest.fixture
def blank_page(browser: Browser) -> Iterator[Page]:
    """An empty page of no site, to try the checks on (the plug-in's own `page` warns, and a warning is an error)."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def sign_in(page: Page, *, person: Person) -> None:
    """Sign somebody in as they would: by the form, then by the code of their app where their role needs one."""
    needs_code = needs_second_factor(viewer_without_database(person, number=0))
    if needs_code:
        cache.clear()  # a code serves once: the same person signs in again within the half minute
    page.goto("/connexion/")
    page.get_by_label(re.compile("mail", re.IGNORECASE)).fill(person.email)
    page.get_by_label("Mot de passe").fill(person.password)
    page.get_by_role("main").get_by_role("button", name="Se connecter", exact=True).click()
    if needs_code:
        page.get_by_label("Code").fill(shown(APP_KEY))
        page.get_by_role("main").get_by_role("button", name="Se connecter", exact=True).click()
    page.get_by_text(person.name, exact=True).wait_for()
