"""The environment, read once into typed values; nothing else in the house reads it."""

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured


class WrongEnvironmentError(ImproperlyConfigured):
    """
    A setting of the environment cannot be used; the sentence says which and why.

    The sentence and its values stay apart, so that the command line can say it in French.
    """

    def __init__(self, sentence: str, **values: object) -> None:
        """Keep the sentence as it is written in the code, beside its values."""
        super().__init__(sentence.format(**values) if values else sentence)
        self.sentence = sentence
        self.values = values


LOOPBACK = {"localhost", "127.0.0.1", "::1"}

LOGS = ("requests", "faults")


@dataclass(frozen=True, slots=True)
class Environment:
    """Every setting that an installation may choose; docs/reference/settings.md is made from these lines."""

    data: Path
    """DECLIC_DATA: folder of the database, the kept files and the secret key. Default: `var` in the current folder."""
    secret_key: str
    """DECLIC_SECRET_KEY: signs sessions. Default: made once and kept in the data folder, readable by its owner only."""
    database_url: str
    """DATABASE_URL: `postgres://user:password@host:port/name`, or `postgres://user@/name?host=/run/postgresql` for a local socket. Default: an embedded SQLite file in the data folder."""
    database_kept_seconds: int
    """DECLIC_DATABASE_KEPT_SECONDS: how long each thread of the site keeps its connection to PostgreSQL between two requests; 0 where a pooler such as PgBouncer stands between them. Default: 60."""
    database_question_seconds: int
    """DECLIC_DATABASE_QUESTION_SECONDS: how long PostgreSQL may take over one question of a page before it gives up; 0 for ever. The command line waits as long as it takes. Default: 30."""
    database_lock_seconds: int
    """DECLIC_DATABASE_LOCK_SECONDS: how long one write waits for another before it gives up, in seconds; 0 for ever. Default: 10."""
    hosts: tuple[str, ...]
    """DECLIC_HOSTS: names the site answers to, separated by commas. Default: localhost, 127.0.0.1 and [::1]."""
    https: bool
    """DECLIC_HTTPS: `yes` when the site is reached by https: cookies and headers are then strict. Default: no."""
    workers: int
    """DECLIC_WORKERS: processes that serve, one a core at most. Default: 2."""
    threads: int
    """DECLIC_THREADS: requests that each of them answers at once. Default: 4."""
    oidc_issuer: str
    """DECLIC_OIDC_ISSUER: https address of a provider of identities (OpenID Connect, of ProConnect's shape) that people with an account may sign in by. Default: none."""
    oidc_client_id: str
    """DECLIC_OIDC_CLIENT_ID: the name under which the provider knows this site."""
    oidc_client_secret: str
    """DECLIC_OIDC_CLIENT_SECRET: the secret that the provider shares with this site."""
    oidc_name: str
    """DECLIC_OIDC_NAME: what the provider is called on the button. Default: ProConnect."""
    mail_url: str
    """DECLIC_MAIL_URL: mail server that letters leave by: `smtp://user:password@server:587` (STARTTLS), `smtps://…:465` (TLS), `smtp+plain://localhost:25` (a relay of this machine); `console:` prints them. Default: each letter is a file of the folder `letters` of the data folder, and nobody receives it."""
    mail_from: str
    """DECLIC_MAIL_FROM: sender of letters, `Name <address@town.example>`; needed with a mail server."""
    log: str
    """DECLIC_LOG: `requests` for a line for each request, `faults` for what goes wrong only. Default: requests; faults in the demonstration."""
    security_contact: str
    """DECLIC_SECURITY_CONTACT: where to report a weakness of the site, `mailto:…` or `https://…`, shown in `/.well-known/security.txt`. Default: that address does not exist."""
    trusted_proxies: int
    """DECLIC_TRUSTED_PROXIES: how many proxies stand before the site and write X-Forwarded-For and X-Forwarded-Proto; those are believed for as many, and thrown away with 0. Default: 1 with DECLIC_HTTPS, 0 without."""
    debug: bool
    """DECLIC_DEBUG: `yes` for developers only. Default: no."""
    demo: bool
    """DECLIC_DEMO: `yes` shows that the people and accounts of this site are invented. Default: no."""


def read_environment(variables: Mapping[str, str]) -> Environment:
    """Read the settings, with their defaults. Raises WrongEnvironmentError for a value that cannot be used."""
    data = Path(variables.get("DECLIC_DATA", "") or Path.cwd() / "var").absolute()
    demo, https = _yes_or_no(variables, "DECLIC_DEMO"), _yes_or_no(variables, "DECLIC_HTTPS")
    hosts = tuple(host.strip() for host in variables.get("DECLIC_HOSTS", "").split(",") if host.strip())
    return Environment(
        data=data,
        secret_key=variables.get("DECLIC_SECRET_KEY", "") or _kept_secret_key(data),
        database_url=variables.get("DATABASE_URL", ""),
        database_kept_seconds=_seconds(variables, "DECLIC_DATABASE_KEPT_SECONDS", default=60),
        database_question_seconds=_seconds(variables, "DECLIC_DATABASE_QUESTION_SECONDS", default=30),
        database_lock_seconds=_seconds(variables, "DECLIC_DATABASE_LOCK_SECONDS", default=10),
        hosts=hosts or ("localhost", "127.0.0.1", "[::1]"),
        https=https,
        workers=_count(variables, "DECLIC_WORKERS", default=2, least=1, most=64),
        threads=_count(variables, "DECLIC_THREADS", default=4, least=1, most=64),
        **_provider(variables),
        mail_url=variables.get("DECLIC_MAIL_URL", "").strip(),
        mail_from=variables.get("DECLIC_MAIL_FROM", "").strip(),
        log=_one_of(variables, "DECLIC_LOG", LOGS, default="faults" if demo else "requests"),
        security_contact=_contact(variables),
        trusted_proxies=_count(
            variables, "DECLIC_TRUSTED_PROXIES", default=int(https), least=int(https), most=9
        ),
        debug=_yes_or_no(variables, "DECLIC_DEBUG"),
        demo=demo,
    )


def _contact(variables: Mapping[str, str]) -> str:
    contact = variables.get("DECLIC_SECURITY_CONTACT", "").strip()
    if contact and not re.fullmatch(r"(?:mailto:|https://)\S+", contact):
        raise WrongEnvironmentError("DECLIC_SECURITY_CONTACT: write mailto:… or https://…")
    return contact


def _yes_or_no(variables: Mapping[str, str], name: str) -> bool:
    word = variables.get(name, "").strip().lower()
    if word in {"", "no", "0", "false", "off"}:
        return False
    if word in {"yes", "1", "true", "on"}:
        return True
    raise WrongEnvironmentError("{name}: write yes or no, not « {word} ».", name=name, word=word)


def _count(variables: Mapping[str, str], name: str, *, default: int, least: int, most: int) -> int:
    written = variables.get(name, "").strip()
    if not written:
        return default
    if not written.isascii() or not written.isdigit() or not least <= int(written) <= most:
        raise WrongEnvironmentError(
            "{name}: write a number from {least} to {most}.", name=name, least=least, most=most
        )
    return int(written)


def _provider(variables: Mapping[str, str]) -> dict[str, str]:
    names = ("DECLIC_OIDC_ISSUER", "DECLIC_OIDC_CLIENT_ID", "DECLIC_OIDC_CLIENT_SECRET")
    issuer, client_id, secret = (variables.get(name, "").strip() for name in names)
    if any((issuer, client_id, secret)) and not all((issuer, client_id, secret)):
        raise WrongEnvironmentError(
            "DECLIC_OIDC_ISSUER, DECLIC_OIDC_CLIENT_ID and DECLIC_OIDC_CLIENT_SECRET go together."
        )
    url = urlsplit(issuer)
    if issuer and not (url.scheme == "https" or (url.scheme == "http" and url.hostname in LOOPBACK)):
        raise WrongEnvironmentError("DECLIC_OIDC_ISSUER: write an https address.")
    name = variables.get("DECLIC_OIDC_NAME", "").strip() or "ProConnect"
    return {
        "oidc_issuer": issuer.rstrip("/"),
        "oidc_client_id": client_id,
        "oidc_client_secret": secret,
        "oidc_name": name if issuer else "",
    }


def _one_of(variables: Mapping[str, str], name: str, words: tuple[str, ...], *, default: str) -> str:
    word = variables.get(name, "").strip().lower() or default
    if word not in words:
        raise WrongEnvironmentError(
            "{name}: write {words}, not « {word} ».", name=name, words=" | ".join(words), word=word
        )
    return word


def _seconds(variables: Mapping[str, str], name: str, *, default: int) -> int:
    word = variables.get(name, "").strip() or str(default)
    if word.isascii() and word.isdecimal():
        return int(word)
    raise WrongEnvironmentError("{name}: write a number of seconds, not « {word} ».", name=name, word=word)


def _kept_secret_key(data: Path) -> str:
    kept = data / "secret_key"
    try:
        if not kept.exists():
            data.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile("w", encoding="ascii", dir=data, delete=False) as draft:
                draft.write(secrets.token_urlsafe(50))
            Path(draft.name).replace(kept)  # whole or absent: a process killed here leaves no empty key
        return kept.read_text(encoding="ascii").strip()
    except OSError as error:
        raise WrongEnvironmentError(
            "The data folder cannot be written ({reason}): choose another with DECLIC_DATA.",
            reason=error.strerror,
        ) from error
