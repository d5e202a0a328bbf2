"""It will describe every page and form in OpenAPI, for the tools that attack them: addresses, methods, fields, answers."""

import json
from collections.abc import Iterator
from typing import Any


WORDS = {"type": "string"}
NUMBER = {"type": "integer"}
FILE = {"type": "string", "format": "binary"}
SLUG = "pacte-pour-l-emancipation-des-jeunes-de-planoise"
"""The address of the demonstration's pact: half of the attacks are on what is there, half on what is not."""
IN_ADDRESSES: dict[str, dict[str, Any]] = {
    "slug": {"anyOf": [{"enum": [SLUG]}, WORDS]},
    "number": {"anyOf": [{"enum": ["1", "2", "10"]}, WORDS]},
}
QUERIES = {
    "sign_in": {"next": WORDS},
    "figures": {"axe": WORDS},
    "document": {"de": NUMBER, "a": NUMBER, "partie": NUMBER},
    "sitting": {"question": WORDS, "membre": WORDS, "groupe": WORDS, "page": NUMBER},
    "review": {"type": WORDS, "etat": WORDS, "page": NUMBER, "valeur": NUMBER},
    "steering_pact": {"axe": WORDS, "etat": WORDS, "q": WORDS},
}
FORMS = {
    "sign_in": {"username": WORDS, "password": WORDS, "next": WORDS},
    "switch_language": {"language": {"anyOf": [{"enum": ["fr", "en"]}, WORDS]}, "next": WORDS},
    "check_text": {"text": WORDS, "file": FILE},
    "read_document": {"text": WORDS, "file": FILE},
    "decide_item": {"decision": WORDS, "page": WORDS},
    "accept_all": {"type": WORDS},
    "explain_finding": {"explanation": WORDS},
    "steering_measure": {"plain_title": WORDS},
    "record_validation": {"state": WORDS, "deliberation": WORDS, "reference": WORDS},
}
ANY_FORM = dict.fromkeys(("email", "password", "code", "name", "next", "edition"), WORDS)
"""What a form may hold whose fields are not written above."""
OPEN = "everyone"
ANSWERS = {
    "200": "The page.",
    "302": "Another page has the answer, or one must sign in first.",
    "303": "Another page has the answer.",
    "400": "The request could not be understood.",
    "403": "The form does not come from this site.",
    "404": "There is nothing here, or nothing for this person.",
    "405": "The address is not used this way.",
    "409": "Somebody else wrote meanwhile: both texts are shown.",
    "411": "The length of the body is not announced.",
    "413": "More was sent than the page takes.",
    "422": "The form must be corrected.",
    "429": "Too many tries: wait.",
    "431": "The header is too large.",
}
BY_METHOD = {
    "get": ("200", "302", "400", "404"),
    "post": ("200", "302", "303", "400", "403", "404", "409", "411", "413", "422", "429"),
}


def description() -> str:
    """Give the description of the whole site, as JSON; Django must be started."""
    paths: dict[str, dict[str, Any]] = {}
    for address, name, view in addresses():
        kept = [word.lower() for word in getattr(view, "methods", ("GET",)) if word.lower() in BY_METHOD]
        found, parameters = in_braces(address)
        paths[found] = {
            method: operation(name, method=method, parameters=parameters, view=view) for method in kept
        }
    whole = {
        "openapi": "3.1.0",
        "info": {
            "title": "Déclic, page by page",
            "version": "1",
            "description": "Made by `make docs` from the code; do not edit. For the tools of `make audit`.",
        },
        "paths": dict(sorted(paths.items())),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def addresses() -> Iterator[tuple[str, str, Any]]:
    """List every address as the code writes it, with its name and its view."""
    from django.urls import URLPattern, URLResolver, get_resolver  # noqa: PLC0415 — Django must be started first

    def walk(patterns: list[URLPattern | URLResolver], prefix: str) -> Iterator[tuple[str, str, Any]]:
        for pattern in patterns:
            address = prefix + str(pattern.pattern)
            if isinstance(pattern, URLResolver):
                yield from walk(pattern.url_patterns, address)
            else:
                yield address, str(pattern.name), pattern.callback

    yield from walk(get_resolver().url_patterns, "/")


def in_braces(address: str) -> tuple[str, list[dict[str, Any]]]:
    """Turn `<int:number>` into `{number}`, and describe what may stand there."""
    parts, parameters = [], []
    for part in address.split("/"):
        if not (part.startswith("<") and part.endswith(">")):
            parts.append(part.strip("^$"))
            continue
        kind, _colon, name = part[1:-1].rpartition(":")
        schema = {"anyOf": [{"enum": [1, 2]}, NUMBER]} if kind == "int" else IN_ADDRESSES.get(name, WORDS)
        parts.append(f"{{{name}}}")
        parameters.append({"name": name, "in": "path", "required": True, "schema": schema})
    return "/".join(parts), parameters


def operation(name: str, *, method: str, parameters: list[dict[str, Any]], view: Any) -> dict[str, Any]:
    """Describe one use of one address."""
    asked = [*parameters]
    asked += [
        {"name": field, "in": "query", "schema": schema} for field, schema in QUERIES.get(name, {}).items()
    ]
    said: dict[str, Any] = {
        "operationId": f"{name}-{method}",
        "description": f"Who may enter: {getattr(view, 'door', 'nobody')}.",
        "parameters": asked,
        "responses": {status: {"description": ANSWERS[status]} for status in BY_METHOD[method]},
    }
    if method == "post":
        fields = FORMS.get(name, ANY_FORM)
        kind = "multipart/form-data" if FILE in fields.values() else "application/x-www-form-urlencoded"
        said["requestBody"] = {"content": {kind: {"schema": {"type": "object", "properties": fields}}}}
    return said
