"""
`declic work`: letters leave, reminders are written, whatever kills the worker.

A letter is « being handed over » before it is given to the mail server, and « sent » after. Where a worker dies in
between, a letter that is a file of the folder is written again under the same name, so that it is one; of a letter
given to a mail server nobody can say whether it left: it is shown as « perhaps sent », and never doubled by itself.
"""

import fcntl
import hashlib
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.utils import timezone

from declic.jobs.refusals import RefusedError
from declic.jobs.site import data_folder
from declic.jobs.voice import Voice
from declic.records.accounts.viewers import OPERATOR
from declic.records.steering.reads import LeavingLetter, leaving_letter, letters_being_handed
from declic.records.steering.writes import remind, settle_letter, take_letter, tell_mentions


LOCK = "working.lock"
PAUSE_SECONDS = 5
FILES = "django.core.mail.backends.filebased.EmailBackend"


def work(*, once: bool, tell: Callable[[str], None], voice: Voice) -> None:
    """Hand over the letters that wait, then wait for others; with `once`, leave when none waits."""
    with alone(data_folder(), voice=voice):
        recover()
        while True:
            remind(now=timezone.now(), by=OPERATOR)
            tell_mentions(now=timezone.now(), by=OPERATOR)
            count = hand_over_all()
            if once:
                tell(voice.say("Letters handed over: {count}.", count=count))
                return
            time.sleep(PAUSE_SECONDS)


def recover() -> None:
    """Settle the letters that a worker of before took and said nothing more of."""
    for number in letters_being_handed(viewer=OPERATOR):
        if settings.LETTERS_BACKEND == FILES:
            _hand_over(number)
        else:
            settle_letter(number, left=None, now=timezone.now(), by=OPERATOR)


def hand_over_all() -> int:
    """Hand over every letter that waits, one after the other, and count those that left."""
    count = 0
    while (number := take_letter(now=timezone.now(), by=OPERATOR)) is not None:
        count += _hand_over(number)
    return count


def message_of(letter: LeavingLetter) -> EmailMessage:
    """Give a letter as mail servers know it: its Message-ID is the same each time."""
    sender = settings.DEFAULT_FROM_EMAIL
    host = sender.rpartition("@")[2].strip(" >") or "localhost"
    message = EmailMessage(
        letter.subject,
        letter.text,
        sender,
        [letter.email],
        headers={"Message-ID": f"<{name_of(letter)}@{host}>"},
    )
    if letter.calendar:
        message.attach("reunion.ics", letter.calendar, "text/calendar")
    return message


def name_of(letter: LeavingLetter) -> str:
    """Name a letter by its key, without saying whom it is for."""
    return hashlib.sha256(letter.key.encode()).hexdigest()[:32]


def _hand_over(number: int) -> bool:
    letter = leaving_letter(number, viewer=OPERATOR)
    left = _keep_file(letter) if settings.LETTERS_BACKEND == FILES else _sent(letter)
    settle_letter(number, left=left, now=timezone.now(), by=OPERATOR)
    return left


def _sent(letter: LeavingLetter) -> bool:
    """Give a letter to the mail server, and say whether it took it."""
    try:
        return bool(get_connection(settings.LETTERS_BACKEND).send_messages([message_of(letter)]))
    except OSError:  # the server is away, or refuses: smtplib's errors are OSError
        return False


def _keep_file(letter: LeavingLetter) -> bool:
    """Keep a letter as a file, whole or not at all, under a name that is its own."""
    folder = Path(settings.EMAIL_FILE_PATH)
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{name_of(letter)}.eml"
    draft = target.with_suffix(".part")
    draft.write_bytes(message_of(letter).message().as_bytes())
    os.replace(draft, target)  # noqa: PTH105 — it replaces
    return True


@contextmanager
def alone(data: Path, *, voice: Voice) -> Iterator[None]:
    """Be the only worker of this machine. Raises RefusedError where another one works."""
    with (data / LOCK).open("a", encoding="ascii") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise RefusedError(voice.say("Another worker is at work: one is enough.")) from error
        yield
