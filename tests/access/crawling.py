"""A crawl by everybody: every address by every method, then every link and form of every page, and its letters."""

import html
import logging
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from django.contrib.auth import get_user_model
from django.core import mail
from django.db import transaction

from declic.config.logs import JsonLines
from tests.access.addresses import METHODS, address_of, named_addresses
from tests.access.canaries import WORD, Canaries, actor_of_person
from tests.access.oracle import Actor
from tests.access.populated import ROLES, Browser, Populated


LINK = re.compile(r'(?:href|src|action)="([^"#]*)"')
LEFT_ALONE = ("/static/", "http:", "https:", "mailto:", "tel:", "data:")
STATES = ("published", "under review", "unknown", "")


@dataclass(slots=True)
class Crawl:
    """What a crawl saw: how many answers, how many words in them, and those that leaked."""

    answers: int = 0
    words: int = 0
    letters: int = 0
    lines: int = 0
    leaks: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Walker:
    """Somebody who asks for everything they can find."""

    role: str
    actor: Actor
    browser: Browser
    canaries: Canaries
    crawl: Crawl

    def ask(self, method: str, address: str, data: dict[str, Any] | None = None) -> str:
        """Ask, take back what it changed, and look for words in all that came of it."""
        mail.outbox.clear()
        with transaction.atomic():
            self.browser.client.raise_request_exception = False
            answer = self.browser.ask(method, address, data)
            body = b"".join(answer.streaming_content) if answer.streaming else answer.content
            self._read_letters()
            transaction.set_rollback(True)
        text = body.decode("utf-8", "replace")
        heard = "\n".join((text, str(answer.headers.items()), answer.cookies.output()))
        self.crawl.answers += 1
        self.crawl.words += len(set(WORD.findall(heard)))
        for place in self.canaries.leaks(heard, to=self.actor):
            self.crawl.leaks.append(f"{place} to {self.role} by {method} {address}")
        is_page = answer.headers.get("Content-Type", "").startswith("text/html")
        return text if is_page and answer.status_code == 200 else ""

    def _read_letters(self) -> None:
        """A letter holds what its receiver may know."""
        for letter in mail.outbox:
            self.crawl.letters += 1
            receiver = get_user_model().objects.filter(email__in=letter.to).first()
            actor = actor_of_person(receiver.pk if receiver else None)
            for place in self.canaries.leaks(str(letter.message()), to=actor):
                self.crawl.leaks.append(f"{place} by letter")


class Listener(logging.Handler):
    """Hear every line of the log as it would be written."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.setFormatter(JsonLines())
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


def crawl(
    site: Populated, canaries: Canaries, *, most_answers: int, methods: tuple[str, ...] = METHODS
) -> Crawl:
    """Crawl as everybody, at most so many answers each; every line of the log is heard."""
    found, listener = Crawl(), Listener()
    loud = [logging.getLogger(), logging.getLogger("django.request")]
    for logger in loud:
        logger.addHandler(listener)
    try:
        for role in ROLES:
            actor = actor_of_person(site.numbers[role])
            walker = Walker(role, actor, site.browsers[role], canaries, found)
            _walk(walker, site, most_answers=most_answers, methods=methods)
            _ask_for_letters(walker)
    finally:
        for logger in loud:
            logger.removeHandler(listener)
    found.lines = len(listener.lines)
    found.leaks += [f"in the log: {line}" for line in listener.lines if WORD.search(line)]
    return found


def _walk(walker: Walker, site: Populated, *, most_answers: int, methods: tuple[str, ...]) -> None:
    begun = walker.crawl.answers
    waiting: deque[str] = deque()
    seen: set[str] = set()
    for method, address in _doors(site, methods):
        if walker.crawl.answers - begun >= most_answers:
            return
        waiting.extend(_links(walker.ask(method, address)))
        seen.add(address)
    while waiting and walker.crawl.answers - begun < most_answers:
        address = waiting.popleft()
        if address not in seen:
            seen.add(address)
            waiting.extend(_links(walker.ask("GET", address)))


def _ask_for_letters(walker: Walker) -> None:
    """Have a code and a link sent to an administrator, whoever asks."""
    email = get_user_model().objects.get(name__startswith="Sofia").email
    walker.ask("POST", "/connexion/", {"login": email, "way": "code"})
    walker.ask("POST", "/mot-de-passe/", {"email": email})


def _doors(site: Populated, methods: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Give every address, for each state of its object; first as it is read, then by the other methods."""
    addresses = []
    for name, patterns in named_addresses().items():
        wanted = patterns[0].pattern.converters
        for state in STATES if wanted else ("",):
            places = site.places.get(state, {})
            if all(key in places or key in {"number", "pk", "uidb36", "key"} for key in wanted):
                addresses.append(address_of(name, state, site.places))
    unique = list(dict.fromkeys(addresses))
    for method in methods:
        yield from ((method, address) for address in unique)


def _links(page: str) -> list[str]:
    found = (html.unescape(link) for link in LINK.findall(page))
    return [
        link
        for link in found
        if link.startswith("/") and not link.startswith(LEFT_ALONE) and urlsplit(link).path
    ]
