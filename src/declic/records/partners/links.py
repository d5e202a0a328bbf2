"""The signed link of an invitation: good once, for who receives it."""

from django.core import signing


SALT = "declic.partners.invitation"


def link_of(invitation_id: int, *, nonce: str) -> str:
    """Give what the mail carries: the same for the same invitation, so that sending it again changes nothing."""
    return signing.dumps([invitation_id, nonce], salt=SALT, compress=False)


def opened_link(link: str) -> tuple[int, str]:
    """Give the number and the nonce that a link carries. Raises signing.BadSignature for an altered one."""
    match signing.loads(link, salt=SALT):
        case [int(number), str(nonce)]:
            return number, nonce
        case _:
            raise signing.BadSignature("Not a link of an invitation.")
