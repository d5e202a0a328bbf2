"""
The log: one JSON object a line, on the standard error, without anything about a person.

The house's own loggers speak in fixed words and counted facts. What a library says may hold anything (a sentence of an
exception quotes the value that broke it; Django names the whole address): of it the line keeps who speaks, where an
error happened and of which kind it is, and leaves the words out.
"""

import datetime
import json
import logging
from collections.abc import Iterator
from types import TracebackType

from declic.web.design.traces import current_trace, method_of, pattern_of


OURS = ("declic", "_granian")
"""Loggers whose words are their own: the house, and the server (which speaks of its workers)."""

FRAMES = 40
"""How many places of an error are kept, the last ones: enough to find it."""

CAUSES = 4
"""How many errors behind an error are named."""


class JsonLines(logging.Formatter):
    """Write a record as one JSON object on one line."""

    def format(self, record: logging.LogRecord) -> str:
        """Give the line."""
        at = datetime.datetime.fromtimestamp(record.created, tz=datetime.UTC)
        line: dict[str, object] = {
            "time": at.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "level": record.levelname.lower(),
            "event": _words(record),
        }
        if trace := current_trace.get():
            line["id"] = trace
        line |= _facts(record)
        if record.exc_info and record.exc_info[1] is not None:
            line |= _error(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False)


class ErrorsAlone(logging.Filter):
    """Let through what bears an error: Django also repeats each refusal, with its whole address."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Say whether the record bears an error."""
        return bool(record.exc_info and record.exc_info[1] is not None)


def log_settings(*, requests: bool) -> dict[str, object]:
    """Give Python's settings of the log; `requests` asks for a line for each request."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"()": "declic.config.logs.JsonLines"}},
        "filters": {"errors": {"()": "declic.config.logs.ErrorsAlone"}},
        "handlers": {
            "stderr": {"class": "logging.StreamHandler", "formatter": "line"},
            "errors": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["errors"]},
        },
        "loggers": {
            "declic.requests": {"level": "INFO" if requests else "WARNING"},
            "django": {"handlers": [], "propagate": True},  # Django's own would write to the administrators
            "django.request": {"handlers": ["errors"], "propagate": False},
            "_granian": {"level": "WARNING"},
        },
        "root": {"handlers": ["stderr"], "level": "WARNING"},
    }


def _words(record: logging.LogRecord) -> str:
    if record.name.split(".", maxsplit=1)[0] in OURS:
        return record.getMessage()
    return "unforeseen error" if record.name == "django.request" else record.name


def _facts(record: logging.LogRecord) -> dict[str, object]:
    facts: dict[str, object] | None = getattr(record, "facts", None)
    if facts is not None:
        return facts
    request = getattr(record, "request", None)
    if request is None:
        return {}
    return {"method": method_of(request), "address": pattern_of(request)}


def _error(error: BaseException) -> dict[str, object]:
    return {
        "error": [_name(one) for one in _with_its_causes(error)],
        "at": [_place(trace) for trace in _frames(error.__traceback__)][-FRAMES:],
    }


def _name(error: BaseException) -> str:
    return f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")


def _with_its_causes(error: BaseException) -> Iterator[BaseException]:
    cause: BaseException | None = error
    for _ in range(CAUSES):
        if cause is None:
            return
        yield cause
        cause = cause.__cause__ or cause.__context__


def _frames(trace: TracebackType | None) -> Iterator[TracebackType]:
    while trace is not None:
        yield trace
        trace = trace.tb_next


def _place(trace: TracebackType) -> str:
    code = trace.tb_frame.f_code
    return f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno} {code.co_name}"
