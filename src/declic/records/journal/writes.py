"""The only way to add to the journal."""

from django.db import transaction

from declic.records.journal.adding import add_line


@transaction.atomic
def note(*, by: str, verb: str, about: str) -> None:
    """
    Add one line: `by` and `about` are marks (« user 3 », « draft 12 »), never names; `verb` is a past tense.

    It is the last thing that an act does: who notes holds the journal until the transaction ends, and must then
    wait for nobody. An act made of several stands under `adding.notes_last`.
    """
    add_line(who=by, verb=verb, about=about)
