"""How many numbers of a text nobody read, in words."""

from django.utils.translation import gettext as _, ngettext


def unread_in_words(left: int, *, total: int) -> str:
    """Say how many numbers of the text are read nowhere, or that all of them are."""
    if not left:
        return _("Every number of the text is read: %(total)d in all.") % {"total": total}
    words = ngettext(
        "%(left)d number of the text is read nowhere, of %(total)d.",
        "%(left)d numbers of the text are read nowhere, of %(total)d.",
        left,
    )
    return words % {"left": left, "total": total}
