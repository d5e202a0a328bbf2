"""`declic account` and `declic unlock`: open an account, and help who lost their second factor."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from declic.jobs.refusals import RefusedError
from declic.jobs.site import database, prepare
from declic.jobs.voice import Voice
from declic.records.accounts.choices import Role
from declic.records.accounts.viewers import OPERATOR
from declic.records.accounts.writes import AccountExistsError, create_account, reset_second_factor
from declic.records.partners.writes import find_or_add_institution, join


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody works, by its name, and with which roles beside being a member."""

    institution: str
    roles: tuple[Role, ...]


PASSWORD_BYTES = 15
"""Gives twenty characters: nobody chooses it, and nobody else has it."""


def open_account(email: str, *, name: str, place: Place, tell: Callable[[str], None], voice: Voice) -> None:
    """
    Open an account with a password made on the spot, said once, and have its person act for an institution.

    Raises RefusedError, in one sentence.
    """
    prepare(voice=voice)
    password = secrets.token_urlsafe(PASSWORD_BYTES)
    try:
        validate_email(email)
        with database(voice=voice):
            _open(email, name=name, password=password, place=place)
    except ValidationError as error:
        raise RefusedError(voice.say("{email}: this is not an e-mail address.", email=email)) from error
    except ValueError as error:
        raise RefusedError(voice.say("An institution has a name with letters.")) from error
    except AccountExistsError as error:
        raise RefusedError(voice.say("{email} has an account already.", email=email)) from error
    tell(voice.say("{email} can sign in with {password}", email=email, password=password))


def unlock(email: str, *, tell: Callable[[str], None], voice: Voice) -> None:
    """Erase the second factors of somebody and end their sessions. Raises RefusedError for an unknown e-mail."""
    try:
        reset_second_factor(email, by=OPERATOR)
    except LookupError as error:
        raise RefusedError(voice.say("{email} has no account.", email=email)) from error
    tell(voice.say("{email} signs in without a second factor, and is asked for a new one.", email=email))


@transaction.atomic
def _open(email: str, *, name: str, password: str, place: Place) -> None:
    number = create_account(email, name=name, password=password, by=OPERATOR)
    institution = find_or_add_institution(place.institution, by=OPERATOR)
    join(number, institution_id=institution, roles=place.roles, now=timezone.now(), by=OPERATOR)
