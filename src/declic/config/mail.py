"""Letters: how they leave this machine, from one address that the environment gives."""

from dataclasses import dataclass
from email.utils import parseaddr
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from declic.config.environment import Environment, WrongEnvironmentError


PATIENCE_SECONDS = 10
"""How long a mail server may keep somebody waiting."""

PORTS = {"smtps": 465, "smtp": 587, "smtp+plain": 25}
"""Kinds of mail server and their usual ports: encrypted from the start, encrypted before the password, never."""


class WrongMailServerError(WrongEnvironmentError):
    """The address of the mail server cannot be used; the message does not repeat it, it may hold a password."""

    def __init__(self) -> None:
        """Say what to write."""
        super().__init__(
            "DECLIC_MAIL_URL: write smtp://user:password@server:587, smtps://… or smtp+plain://…, or console:."
        )


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where letters are handed over."""

    kind: str
    host: str
    port: int
    user: str
    password: str


def mail_settings(environment: Environment) -> dict[str, object]:
    """
    Give Django's settings for letters.

    Unless a server is named, each letter is a file of the folder `letters`, and nobody receives it.
    Raises WrongEnvironmentError.
    """
    common: dict[str, object] = {
        "EMAIL_TIMEOUT": PATIENCE_SECONDS,
        "EMAIL_SUBJECT_PREFIX": "",
        "DEFAULT_FROM_EMAIL": _sender(environment),
        "SERVER_EMAIL": _sender(environment),
    }
    if not environment.mail_url:
        return common | _kept_in(environment.data / "letters")
    if environment.mail_url == "console:":
        return common | {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    server = read_mail_server(environment.mail_url)
    return common | {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": server.host,
        "EMAIL_PORT": server.port,
        "EMAIL_HOST_USER": server.user,
        "EMAIL_HOST_PASSWORD": server.password,
        "EMAIL_USE_TLS": server.kind == "smtp",
        "EMAIL_USE_SSL": server.kind == "smtps",
    }


def read_mail_server(address: str) -> MailServer:
    """Read `smtp://user:password@server:port`. Raises WrongMailServerError."""
    try:
        url = urlsplit(address)
        port = url.port
    except ValueError as error:
        raise WrongMailServerError from error
    if url.scheme not in PORTS or not url.hostname or _says_more(url):
        raise WrongMailServerError
    return MailServer(
        kind=url.scheme,
        host=url.hostname,
        port=port or PORTS[url.scheme],
        user=unquote(url.username or ""),
        password=unquote(url.password or ""),
    )


def _says_more(url: SplitResult) -> bool:
    return url.path.strip("/") != "" or bool(url.query or url.fragment)


def _kept_in(folder: Path) -> dict[str, object]:
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
        "EMAIL_FILE_PATH": str(folder),
    }


def _sender(environment: Environment) -> str:
    written = environment.mail_from
    if not written:
        if environment.mail_url.startswith("smtp"):
            raise WrongEnvironmentError("DECLIC_MAIL_FROM: give the address that letters come from.")
        return f"Déclic <declic@{environment.hosts[0].strip('.[]*')}>"
    _, address = parseaddr(written)
    user, _, host = address.rpartition("@")
    if not user or not host or any(mark in written for mark in "\r\n,"):
        raise WrongEnvironmentError("DECLIC_MAIL_FROM: write Name <address@town.example>.")
    return written
