"""What cannot be done because of what was asked, said in one sentence."""


class RefusedError(Exception):
    """The command was given something it cannot use; the message is one sentence for who typed it. Exit code 2."""
