"""
Letters leave after the answer: the time of an answer does not tell whether a letter was written.

One thread a process hands them over, in order; at the end of the process it finishes what it holds. What could not
be handed over is said in the log, without whom it was for.
"""

import logging
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend


log = logging.getLogger("declic.letters")

HAND = ThreadPoolExecutor(max_workers=1, thread_name_prefix="letters")


class Postbox(BaseEmailBackend):
    """Take letters at once, and hand them over to the backend of `LETTERS_BACKEND`."""

    def __init__(self, **options: Any) -> None:
        """Take Django's options; a failure is never the visitor's."""
        super().__init__(**{**options, "fail_silently": True})

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Take the letters, and count them."""
        HAND.submit(hand_over, tuple(email_messages))
        return len(email_messages)


def hand_over(letters: Sequence[EmailMessage]) -> int:
    """Hand letters over, and count those that left; what went wrong is in the log."""
    try:
        return get_connection(settings.LETTERS_BACKEND).send_messages(letters) or 0
    except Exception:
        log.exception("a letter could not be handed over")
        return 0
