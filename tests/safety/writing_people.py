"""
People who write through the pages, one after the other, and note what the site told them was recorded.

Each one has things of their own — measures to title, signatories to follow, findings to explain — so that what must
be found afterwards is known exactly: the last value that was acknowledged, or the one that was under way at the kill.
"""

import hashlib
import html
import http.client
import random
import threading
import time
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlencode

from tests.safety.killed_site import TOKEN


SECONDS_BEFORE_TRYING_AGAIN = 0.002
BUSY = 503
TEXTS = 0.04


@dataclass(slots=True)
class Thing:
    """
    One thing that one person alone writes: where its form is, its row, and what is known of it.

    `pending` is what was sent and never answered: it may have been kept or not, whole in both cases.
    """

    page: str
    address: str
    table: str
    column: str
    number: int
    about: str
    field_name: str
    more: tuple[tuple[str, str], ...] = ()
    value: str = ""
    line_count: int = 0
    acknowledged: int = 0
    pending: str | None = None


@dataclass(slots=True)
class GivenText:
    """A document that was given: its fingerprint, and whether the site said that it was read."""

    sha256: str
    is_acknowledged: bool = False


@dataclass(slots=True)
class Notes:
    """What one person noted."""

    acknowledged: int = 0
    told_busy: int = 0
    refused: list[str] = field(default_factory=list)
    seen_wrong: list[str] = field(default_factory=list)
    texts: list[GivenText] = field(default_factory=list)


class FormFinder(HTMLParser):
    """Finds the hidden fields of the form that is sent to an address."""

    def __init__(self, *, page: str, address: str) -> None:
        super().__init__()
        self.page, self.address = page, address
        self.is_inside, self.found = False, False
        self.hidden: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the hidden fields while the form lasts."""
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            target = given.get("action") or self.page
            self.is_inside = target == self.address and given.get("method") == "post"
            self.found |= self.is_inside
        elif tag == "input" and self.is_inside and given.get("type") == "hidden":
            self.hidden[given["name"]] = given.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        """Leave the form."""
        if tag == "form":
            self.is_inside = False


class WritingPerson:
    """Writes without rest until told to stop; survives the server."""

    def __init__(
        self, number: int, *, port: int, cookie: str, things: list[Thing], chance: random.Random
    ) -> None:
        self.number, self.port, self.cookie = number, port, cookie
        self.things, self.chance = things, chance
        self.notes = Notes()
        self.stop = threading.Event()
        self.written = 0

    def write_until_stopped(self) -> None:
        """Write one thing after another; a server that is gone is tried again until the end."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        while not self.stop.is_set():
            self.written += 1
            try:
                if self.chance.random() < TEXTS:
                    self._give_a_text(line)
                else:
                    self._write(line, thing=self.chance.choice(self.things))
            except (OSError, http.client.HTTPException):
                line.close()
                time.sleep(SECONDS_BEFORE_TRYING_AGAIN)
        line.close()

    def _write(self, line: http.client.HTTPConnection, *, thing: Thing) -> None:
        if thing.pending is not None:
            time.sleep(SECONDS_BEFORE_TRYING_AGAIN)
            return  # its last value is known only once somebody has looked
        finder = FormFinder(page=thing.page, address=thing.address)
        status, words = self._ask(line, thing.page)
        if status == 200:
            finder.feed(words)
        if not finder.found:
            self.notes.refused.append(f"GET {thing.page}: {status}")
            return
        if thing.value and thing.value not in words:
            self.notes.seen_wrong.append(f"{thing.about}: « {thing.value} » is not on its page")
        value = f"Mot {self.number} {self.written} {self.chance.randrange(10**9)}"
        thing.pending = value
        fields = {**finder.hidden, "csrfmiddlewaretoken": TOKEN, thing.field_name: value, **dict(thing.more)}
        status, _words = self._send(line, thing.address, fields)
        thing.pending = None
        if status in {302, 303}:
            thing.value, thing.acknowledged = value, thing.acknowledged + 1
            self.notes.acknowledged += 1
        else:
            self._note_refusal(f"POST {thing.address}", status=status)

    def _give_a_text(self, line: http.client.HTTPConnection) -> None:
        text = f"Bonjour {self.number} {self.written} {self.chance.randrange(10**9)}.\nUne phrase de plus."
        given = GivenText(hashlib.sha256(text.encode()).hexdigest())
        self.notes.texts.append(given)
        try:
            status, _words = self._send(line, "/pilotage/lire/", {"csrfmiddlewaretoken": TOKEN, "text": text})
        except ConnectionRefusedError:  # nobody was there to take it
            self.notes.texts.remove(given)
            raise
        if status in {302, 303}:
            given.is_acknowledged = True
            self.notes.acknowledged += 1
        else:
            self._note_refusal("POST /pilotage/lire/", status=status)

    def _note_refusal(self, what: str, *, status: int) -> None:
        """Note a refusal: too many people at once is said honestly, and must have kept nothing; no other is foreseen."""
        if status == BUSY:
            self.notes.told_busy += 1
        else:
            self.notes.refused.append(f"{what}: {status}")

    def _ask(self, line: http.client.HTTPConnection, path: str) -> tuple[int, str]:
        line.request("GET", path, headers={"Cookie": self.cookie})
        answer = line.getresponse()
        return answer.status, html.unescape(answer.read().decode())

    def _send(self, line: http.client.HTTPConnection, path: str, fields: dict[str, str]) -> tuple[int, str]:
        head = {"Cookie": self.cookie, "Content-Type": "application/x-www-form-urlencoded"}
        line.request("POST", path, body=urlencode(fields), headers=head)
        answer = line.getresponse()
        return answer.status, html.unescape(answer.read().decode())
