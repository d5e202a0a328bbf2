"""
Passwords that somebody would guess, long as they are: a common one said twice or with figures after it, a few letters
over and over, one's own e-mail, the site's name.

No rule asks for capitals or signs: length does more (CNIL, délibération 2022-100; NIST SP 800-63B, 5.1.1.2).
"""

import re

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


LEAST_DIFFERENT = 6
"""How many different characters a password holds at least."""

OURS = {"declic", "motdepasse", "azertyuiop", "bonjour", "pacte"}
"""Words that anyone here would think of first, and that no list of the world holds."""

REPEATED = re.compile(r"(.+?)\1+")
NOT_LETTERS = re.compile(r"[\W\d_]+")


class NotObvious:
    """Refuse what would be guessed first."""

    def __init__(self) -> None:
        """Read the list of common passwords once."""
        self.common = CommonPasswordValidator().passwords | OURS

    def validate(self, password: str, user: object | None = None) -> None:
        """Raise ValidationError for an obvious password."""
        if self._is_obvious(password.lower(), email=str(getattr(user, "email", "")).lower()):
            raise ValidationError(
                _("This password would be easy to guess. Choose a sentence that you alone would say."),
                code="obvious",
            )

    def get_help_text(self) -> str:
        """Say what is asked."""
        return _("A sentence that you alone would say.")

    def _is_obvious(self, password: str, *, email: str) -> bool:
        if len(set(password)) < LEAST_DIFFERENT or (email and password in {email, email.partition("@")[0]}):
            return True
        if password.isdigit():
            return True
        letters = NOT_LETTERS.sub("", password.replace("é", "e"))
        return bool({password, letters, _once(password), _once(letters)} & self.common)


def _once(text: str) -> str:
    whole = REPEATED.fullmatch(text)
    return whole[1] if whole else text
