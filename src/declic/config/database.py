"""The database that the environment chose: the embedded one, or a PostgreSQL server."""

from urllib.parse import parse_qsl, unquote, urlsplit

from declic.config.environment import Environment, WrongEnvironmentError


# FULL, not NORMAL: with NORMAL in WAL mode, writes already acknowledged are lost at a power cut.
SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL;"
    "PRAGMA synchronous=FULL;"
    "PRAGMA foreign_keys=ON;"
    "PRAGMA secure_delete=ON;"
    "PRAGMA journal_size_limit=27103364;"
    "PRAGMA cache_size=-20000;"
)


NO_COMPILING = "-c jit=off"
"""
The server does not compile its plans to machine code: the rules that hide rows make hundreds of expressions of a plain
question, which took ten seconds to compile and a fraction of one to answer (docs/decisions/0008-the-database-hides-rows.md).
"""

FOR_EVER = 86_400
"""How long a write waits where it waits for ever, in seconds: SQLite has no word for it."""


def database_settings(environment: Environment) -> dict[str, object]:
    """Give Django's settings of the database. Raises WrongEnvironmentError."""
    if environment.database_url:
        return _server_settings(environment)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": environment.data / "declic.sqlite3",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": environment.database_lock_seconds or FOR_EVER,
            "init_command": SQLITE_PRAGMAS,
        },
    }


def _server_settings(environment: Environment) -> dict[str, object]:
    """Give those of a server; the folder of a local socket is taken as written, where a host loses its capitals."""
    url = urlsplit(environment.database_url)
    if url.scheme not in {"postgres", "postgresql"} or not url.path.strip("/"):
        raise WrongEnvironmentError("DATABASE_URL: write postgres://user:password@host:port/name.")
    options = dict(parse_qsl(url.query))
    limits = (
        f"{NO_COMPILING} -c statement_timeout={environment.database_question_seconds}s "
        f"-c lock_timeout={environment.database_lock_seconds}s"
    )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(url.path.strip("/")),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": options.pop("host", "") or unquote(url.hostname or ""),
        "PORT": str(url.port or ""),
        "CONN_MAX_AGE": environment.database_kept_seconds,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {**options, "options": f"{limits} {options.get('options', '')}".strip()},
    }
