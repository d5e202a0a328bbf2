"""`declic account`: open an account for somebody who works here."""

import secrets
from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from declic.jobs.refusals import RefusedError
from declic.jobs.site import database, prepare
from declic.jobs.voice import Voice
from declic.records.accounts.choices import Role
from declic.records.accounts.viewers import OPERATOR
from declic.records.accounts.writes import AccountExistsError, create_account


PASSWORD_BYTES = 15
"""Gives twenty characters: nobody chooses it, and nobody else has it."""


def open_account(
    email: str, *, name: str, roles: list[Role], tell: Callable[[str], None], voice: Voice
) -> None:
    """Open an account with a password made on the spot, said once. Raises RefusedError, in one sentence."""
    prepare(voice=voice)
    password = secrets.token_urlsafe(PASSWORD_BYTES)
    try:
        validate_email(email)
        with database(voice=voice):
            create_account(email, name=name, password=password, roles=roles, by=OPERATOR)
    except ValidationError as error:
        raise RefusedError(voice.say("{email}: this is not an e-mail address.", email=email)) from error
    except AccountExistsError as error:
        raise RefusedError(voice.say("{email} has an account already.", email=email)) from error
    tell(voice.say("{email} can sign in with {password}", email=email, password=password))
