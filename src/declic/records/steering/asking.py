"""The signed link of a question, and the letter that carries it."""

import secrets

from django.core import signing


SALT = "declic.steering.status_request"
NONCE_BYTES = 24
WAIT_DAYS = 7
MOST_REMINDERS = 2
GOOD_DAYS = 30


class QuestionClosedError(ValueError):
    """The question was answered, or its link is too old or altered."""


def link_of(request_id: int, *, nonce: str) -> str:
    """Give what the letter carries: the same for the same question."""
    return signing.dumps([request_id, nonce], salt=SALT, compress=False)


def opened_link(link: str) -> tuple[int, str]:
    """Give the number and the nonce that a link carries. Raises QuestionClosedError for an altered one."""
    try:
        match signing.loads(link, salt=SALT):
            case [int(number), str(nonce)]:
                return number, nonce
            case _:
                raise QuestionClosedError(link)
    except signing.BadSignature as error:
        raise QuestionClosedError(link) from error


def new_nonce() -> str:
    """Give what makes a link impossible to guess."""
    return secrets.token_urlsafe(NONCE_BYTES)
