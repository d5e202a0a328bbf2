"""
A whole pact as one JSON document: the format `declic-pact/1`, published in docs/reference/declic-pact-1.schema.json.

It carries the document itself, so that it stands alone: every passage is [start, end] in characters of `document.text`.
A key is never left out: what is not known is null. Nobody is named but the public people of the document.
"""

import base64
import binascii
import json
import re
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from declic.engines.reading.drafts import PactDraft
from declic.records.pact.values import CoverageLine, ValidationState
from declic.records.pact.values.whole import SourceFile, WholeFinding, WholePact, WholeValidation
from declic.records.sources.answers import finding_answer
from declic.records.sources.drafts_again import finding_from
from declic.records.sources.pact_answers import pact_answer
from declic.records.sources.pacts_again import pact_from
from declic.records.steering.whole.columns import shapes
from declic.records.steering.whole.values import CarriedRows, CarriedShape, WholeSteering


FORMAT = "declic-pact/1"
COUNTS = ("sentences", "attached", "ignored", "orphans", "digits", "digits_claimed")
STEERING_SAYS = (
    "What was done for the pact: for who works on it, all of it; for others, what is published or approved, and null "
    "where a value is not. A measure is named by its number, a sheet and an indicator by their code, an institution by "
    "its name, an axis by its number, a promised body and every row that has an id by that number."
)
REFERENCE = re.compile(r'"#/\$defs/(\w+)"')
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class PactFile:
    """What a file holds: a pact, and its steering."""

    whole: WholePact
    steering: WholeSteering


class WrongPactFileError(ValueError):
    """A file does not hold a pact in this format; the message is where and why, for who sent it."""


def pact_json(whole: WholePact, *, steering: WholeSteering) -> str:
    """Write a pact, the same words for the same pact."""
    tables = {one.table: list(one.rows) for one in steering.tables}
    return json.dumps({**_document(whole), "steering": tables}, ensure_ascii=False) + "\n"


def pact_of_json(data: bytes) -> PactFile:
    """Read a pact again. Raises WrongPactFileError."""
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise WrongPactFileError("JSON") from error
    if fault := best_match(_validator().iter_errors(found)):
        raise WrongPactFileError(fault.json_path[:200])
    try:
        return PactFile(_whole(found), _steering(found["steering"]))
    except ValueError as error:
        raise WrongPactFileError(str(error)[:200]) from error


def pact_schema() -> Json:
    """Give the published schema: the pact as a reading says it, what is around it, its steering as its columns hold it."""
    found, reading = _kept("around-a-pact"), _kept("declic-reading-1")["$defs"]
    found["$defs"] |= {name: reading[name] for name in _below("pact", among=reading)}
    tables = shapes()
    found["required"].append("steering")
    found["properties"]["steering"] = {
        "type": "object",
        "description": STEERING_SAYS,
        "additionalProperties": False,
        "required": [one.table for one in tables],
        "properties": {one.table: _table_schema(one) for one in tables},
    }
    return found


def _kept(name: str) -> Json:
    text = files("declic.open_data").joinpath(f"{name}.schema.json").read_text(encoding="utf-8")
    found: Json = json.loads(text)
    return found


def _below(name: str, *, among: Json) -> list[str]:
    """Name a definition and those that it refers to, itself or through others, in the order of `among`."""
    found, waiting = set[str](), {name}
    while waiting:
        found |= waiting
        waiting = {one for each in waiting for one in REFERENCE.findall(json.dumps(among[each]))} - found
    return [one for one in among if one in found]


def _table_schema(table: CarriedShape) -> Json:
    columns = {one.name: dict(one.schema) for one in table.columns}
    row = {
        "type": "object",
        "additionalProperties": False,
        "required": list(columns),
        "properties": columns,
    }
    return {"type": "array", "description": table.says, "items": row}


@cache
def _validator() -> Any:
    return Draft202012Validator(pact_schema())


def _steering(found: Json) -> WholeSteering:
    return WholeSteering(tuple(CarriedRows(name, tuple(rows)) for name, rows in found.items()))


def _document(whole: WholePact) -> Json:
    coverage = whole.coverage
    return {
        "format": FORMAT,
        "slug": whole.slug,
        "document": _source(whole.source),
        "pact": pact_answer(whole.pact),
        "findings": [
            {**finding_answer(one.finding), "explanation": one.explanation or None} for one in whole.findings
        ],
        "coverage": {name: getattr(coverage, name) for name in COUNTS},
        "plain_titles": dict(whole.plain_titles),
        "published_numbers": {one.number: one.published for one in whole.pact.measures if one.published},
        "validations": [
            {
                "organisation": one.organisation,
                "state": one.state.value,
                "is_recorded": one.is_recorded,
                "proof": one.proof or None,
            }
            for one in whole.validations
        ],
    }


def _source(source: SourceFile) -> Json:
    """Give the file; its bytes only where the text does not give them again (an older encoding)."""
    is_plain = sha256(source.text.encode()).hexdigest() == source.sha256
    return {
        "title": source.title,
        "file_name": source.file_name,
        "sha256": source.sha256,
        "text": source.text,
        "base64": None if is_plain else base64.b64encode(source.data).decode("ascii"),
    }


def _whole(found: Json) -> WholePact:
    return WholePact(
        slug=found["slug"],
        source=_source_from(found["document"]),
        pact=_pact(found),
        findings=tuple(
            WholeFinding(finding_from(one), one["explanation"] or "") for one in found["findings"]
        ),
        coverage=CoverageLine(**found["coverage"]),
        plain_titles=tuple(found["plain_titles"].items()),
        validations=tuple(
            WholeValidation(
                one["organisation"], ValidationState(one["state"]), one["is_recorded"], one["proof"] or ""
            )
            for one in found["validations"]
        ),
    )


def _pact(found: Json) -> PactDraft:
    """Give the pact with the text's own numbers; older files know of none."""
    pact, published = pact_from(found["pact"]), found.get("published_numbers", {})
    return replace(
        pact, measures=tuple(replace(one, published=published.get(one.number)) for one in pact.measures)
    )


def _source_from(found: Json) -> SourceFile:
    try:
        data = base64.b64decode(found["base64"], validate=True) if found["base64"] else found["text"].encode()
    except (binascii.Error, UnicodeEncodeError) as error:
        raise WrongPactFileError("$.document.base64") from error
    return SourceFile(found["title"], found["file_name"], found["sha256"], found["text"], data)
