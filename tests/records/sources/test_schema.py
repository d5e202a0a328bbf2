"""The published schema says what `declic read --json` prints: every key there, none besides."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from declic.engines.reading.drafts import DocumentKind, Reading
from declic.records.sources.readings import compose, read_bytes
from tests.documents import PLANOISE, needs_planoise
from tests.records.sources.invented import READING


SCHEMA: dict[str, Any] = json.loads(
    (Path(__file__).resolve().parents[3] / "docs/reference/declic-reading-1.schema.json").read_text("utf-8")
)
RESTATED = Path(__file__).resolve().parents[3] / "data" / "planoise" / "deliberation.txt"


def faults(answer: dict[str, Any]) -> list[str]:
    return [
        f"{error.json_path}: {error.message}"[:200]
        for error in Draft202012Validator(SCHEMA).iter_errors(json.loads(json.dumps(answer)))
    ]


def objects_of(node: Any) -> list[dict[str, Any]]:
    found = [node] if isinstance(node, dict) and node.get("type") == "object" else []
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    return [*found, *(one for child in children for one in objects_of(child))]


def test_the_schema_is_one():
    Draft202012Validator.check_schema(SCHEMA)


def test_no_key_may_be_left_out_or_added():
    objects = objects_of(SCHEMA)

    assert len(objects) > 25
    assert [one for one in objects if one["additionalProperties"] is not False] == []
    assert [one for one in objects if sorted(one["required"]) != sorted(one["properties"])] == []


def test_a_full_answer_follows_the_schema():
    assert faults(compose(READING, name="valmont.txt", sha256="0" * 64).answer) == []


def test_an_answer_that_says_nothing_follows_the_schema():
    answer = compose(Reading(DocumentKind.UNKNOWN, "Bonjour."), name="a.txt", sha256="0" * 64).answer

    assert faults(answer) == []
    assert (answer["sitting"], answer["pact"], answer["findings"]) == (None, None, [])


@pytest.mark.parametrize("key", ["format", "document", "sitting", "pact", "findings", "coverage"])
def test_an_answer_without_a_key_is_refused(key):
    answer = compose(READING, name="valmont.txt", sha256="0" * 64).answer

    assert len(faults({name: value for name, value in answer.items() if name != key})) == 1


def test_every_passage_of_a_full_answer_reads_again():
    answer = compose(READING, name="valmont.txt", sha256="0" * 64).answer

    assert [span for span in _spans(answer) if not READING.text[span[0] : span[1]].strip()] == []


def test_the_restated_document_follows_the_schema():
    assert faults(read_bytes(RESTATED.read_bytes(), name=RESTATED.name).answer) == []


@needs_planoise
def test_the_real_document_follows_the_schema():
    reading = read_bytes(PLANOISE.read_bytes(), name=PLANOISE.name)

    assert faults(reading.answer) == []
    assert [span for span in _spans(reading.answer) if not reading.text[span[0] : span[1]].strip()] == []


def _spans(node: Any) -> list[list[int]]:
    if isinstance(node, dict):
        own = node.get("spans", [])
        return [*own, *(span for value in node.values() for span in _spans(value))]
    return [span for value in node for span in _spans(value)] if isinstance(node, list) else []
