"""It will write every page of the docs that is made from the code; with --check, say which ones are stale."""

import ast
import csv
import importlib.util
import json
import os
import sys
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

import grimp


HOUSE = Path(__file__).resolve().parents[1]
SOURCE = HOUSE / "src" / "declic"
FLOORS = (
    ("config", "the one place that knows the machine: settings, addresses"),
    ("web", "faces, by audience"),
    ("jobs", "hours: the command line"),
    ("open_data", "what leaves as data, and comes back"),
    ("records", "memory, by noun"),
    ("engines", "thinking, by verb"),
    ("units", "words: spans, question ranges, French numbers, dates, names"),
)
BESIDE = {"web", "jobs"}


def settings_page() -> str:
    """List the environment's variables from the lines of documentation in environment.py."""
    tree = ast.parse((SOURCE / "config" / "environment.py").read_text(encoding="utf-8"))
    environment = next(
        node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == "Environment"
    )
    lines = [
        str(node.value.value)
        for node in environment.body
        if isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and ": " in str(node.value.value)
    ]
    rows = [f"| `{name}` | {meaning} |" for name, meaning in (line.split(": ", 1) for line in lines)]
    return "\n".join(
        [
            "# Settings",
            "",
            "Made by `make docs` from `src/declic/config/environment.py`; do not edit.",
            "",
            "| variable | meaning |",
            "|---|---|",
            *rows,
            "",
            LETTERS,
        ],
    )


LETTERS = """## Letters

Invitations and codes leave by one mail server. Code that writes to somebody calls Django's `send_mail` without a
sender: it is `DECLIC_MAIL_FROM`. Three ways to run:

- **nothing set** (a trial, the demonstration): each letter is a file of `letters/` in the data folder. It holds codes
  and addresses: it is as private as the database.
- **`DECLIC_MAIL_URL=console:`** (a developer): letters are printed where the site runs.
- **a server**: `DECLIC_MAIL_URL=smtp://user:password@mail.town.example:587` and
  `DECLIC_MAIL_FROM="Pacte <pacte@town.example>"`. `smtp` encrypts before the password is said (STARTTLS, 587 unless
  told), `smtps` from the start (465), `smtp+plain` never: only for a relay on the same machine. Marks in the user or
  password that have a meaning in an address are written `%40` (@), `%3A` (:), `%2F` (/), `%23` (#).
"""


def pages_page() -> str:
    """List address → view → who may enter, from the addresses that Django answers to."""
    _start_django()
    from django.urls import URLPattern, URLResolver, get_resolver  # noqa: PLC0415 — Django must be started first

    rows: list[str] = []

    def walk(patterns: list[URLPattern | URLResolver], prefix: str) -> None:
        for pattern in patterns:
            address = prefix + str(pattern.pattern)
            if isinstance(pattern, URLResolver):
                walk(pattern.url_patterns, address)
                continue
            view = pattern.callback
            door = getattr(view, "door", "**undeclared**")
            methods = ", ".join(getattr(view, "methods", ("GET",)))
            rows.append(
                f"| `/{address}` | `{pattern.name}` | {view.__module__.split('.')[-2]} | {door} | {methods} |"
            )

    walk(get_resolver().url_patterns, "")
    return "\n".join(
        [
            "# Pages and who may enter",
            "",
            "Made by `make docs` from the code; do not edit. A page that does not exist, or that a visitor may not",
            "know of, answers 404.",
            "",
            "| address | name | room | who may enter | methods |",
            "|---|---|---|---|---|",
            *sorted(rows),
            "",
            *rules_section(),
        ],
    )


OWN = "one's own"


def rules_section() -> list[str]:
    """List rule → its sentence → for each role, the grounds on which it is open, from the rules themselves."""
    from declic.records.accounts import rights  # noqa: PLC0415 — Django must be started first
    from declic.records.accounts.choices import Role  # noqa: PLC0415
    from declic.records.accounts.rules import Rule  # noqa: PLC0415
    from declic.records.accounts.viewers import OPERATOR, VISITOR, Viewer  # noqa: PLC0415

    member = Role.MEMBER.value
    viewers = {
        "visitor": VISITOR,
        "signed in": Viewer(1, ""),
        **{role.value: Viewer(1, "", frozenset({member, role.value}), 1) for role in Role},
        Role.OPERATOR.value: OPERATOR,
    }
    rules = [value for value in vars(rights).values() if isinstance(value, Rule)]
    lines = [
        "## The rules",
        "",
        "Made from `src/declic/records/accounts/rights.py`, the only file that tests a role. « yes » is always; words",
        "in brackets are what must be true of the thing; an empty cell is no. Every role but the operator is held by a",
        "member of an institution, acting for it, until departure.",
        "",
    ]
    for rule in rules:
        facts = f" — judged by {', '.join(sorted(rule.facts))}" if rule.facts else ""
        lines += [f"**`{rule.name}`**{facts}. {rule.said}", ""]
    lines += [
        f"| rule | {' | '.join(viewers)} |",
        f"|---|{'---|' * len(viewers)}",
        *(
            f"| `{rule.name}` | {' | '.join(_open_on(rule.grounds(viewer)) for viewer in viewers.values())} |"
            for rule in rules
        ),
        "",
    ]
    return lines


def _open_on(grounds: tuple[object, ...]) -> str:
    if not grounds:
        return ""
    demanded = [dict(one.demanded) for one in grounds]  # type: ignore[attr-defined]
    if {} in demanded:
        return "yes"
    own = {"institution", "user"}
    words = {
        ", ".join(f"{fact}: {OWN if fact in own else str(value).lower()}" for fact, value in one.items())
        for one in demanded
    }
    return " or ".join(f"({word})" for word in sorted(words))


FIELDS_HEAD = """# What is kept

Made by `make docs` from `src/declic/records/fields.csv`; do not edit. Every field of every table is here, those of
the libraries too: one that is missing fails the tests. Classes: **public** (printed by a document that is published;
hidden while the document is under review), **internal** (how the site works), **identifying** (says who somebody is),
**contact** (reaches somebody), **secret** (opens something; nobody reads it). Who reads what is in
[pages-and-rights.md](pages-and-rights.md).

| table | fields | class | why | kept |
|---|---|---|---|---|
"""


def fields_page() -> str:
    """List every kept field with its class, purpose and end, what concerns people first."""
    with (SOURCE / "records" / "fields.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table, delimiter=";"))
    order = ("secret", "contact", "identifying", "internal", "public")
    rows.sort(key=lambda row: order.index(row["class"]))
    lines = (
        f"| `{row['model']}` | {row['fields'].replace(' ', ', ')} | {row['class']} | {row['purpose']} | {row['kept']} |\n"
        for row in rows
    )
    return FIELDS_HEAD + "".join(lines)


def pages_for_tools() -> str:
    """Describe every page and form in OpenAPI, for the tools that attack them."""
    _start_django()
    spec = importlib.util.spec_from_file_location("pages_api", HOUSE / "docs" / "pages_api.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError("docs/pages_api.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return str(module.description())


def _start_django() -> None:
    import django  # noqa: PLC0415 — only the page of addresses needs it
    from django.conf import settings  # noqa: PLC0415

    if not settings.configured:
        os.environ.setdefault("DECLIC_DATA", tempfile.mkdtemp(prefix="declic-docs-"))
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "declic.config.settings")
    django.setup()


def rooms() -> dict[str, list[str]]:
    """Name the rooms of each floor, as they are on disk."""
    return {
        floor: sorted(room.name for room in (SOURCE / floor).iterdir() if (room / "__init__.py").exists())
        for floor, _ in FLOORS
    }


def arrows() -> list[tuple[str, str]]:
    """Say which floor imports which, from the imports themselves."""
    graph = grimp.build_graph("declic", include_external_packages=False)
    found = {
        (_floor(importer), _floor(imported))
        for importer in graph.modules
        for imported in graph.find_modules_directly_imported_by(importer)
    }
    names = [floor for floor, _ in FLOORS]
    drawn = [(above, below) for above, below in found if above and below and above != below]
    return sorted(drawn, key=lambda pair: (names.index(pair[0]), names.index(pair[1])))


def _floor(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 and parts[1] in dict(FLOORS) else ""


def architecture_picture() -> str:
    """Draw the floors, their rooms, and which floor stands on which."""
    places = _places()
    shapes = [_floor_shape(floor, says, places[floor]) for floor, says in FLOORS]
    drawn = arrows()
    lines = [_arrow_shape(places[above], places[below], step) for step, (above, below) in enumerate(drawn)]
    width = RIGHT + 40 + STEP * len(drawn)
    height = max(y for _, y, _ in places.values()) + FLOOR_HEIGHT + 20
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" aria-labelledby="t">\n'
        '<title id="t">The six floors of the house; every arrow is an import, and all go down</title>\n'
        "<style>text{font:15px system-ui,sans-serif;fill:#1d2330}.name{font-weight:700;font-size:18px}"
        ".says{fill:#4a5263;font-size:14px}rect{fill:#faf8f2;stroke:#1d2330}.room{fill:#fff;stroke:#9aa1ad}"
        "path{fill:none;stroke:#2b4acb;stroke-width:2}.head{fill:#2b4acb;stroke:none}</style>\n"
        f'<rect x="0" y="0" width="{width}" height="{height}" style="fill:#fff;stroke:none"/>\n'
        + "\n".join((*shapes, *lines))
        + "\n</svg>\n"
    )


RIGHT = 880
STEP = 26
FLOOR_HEIGHT = 112
JOBS_LEFT = 640


def _places() -> dict[str, tuple[int, int, int]]:
    places: dict[str, tuple[int, int, int]] = {}
    y = 20
    for floor, _ in FLOORS:
        if floor == "jobs":
            places[floor] = (JOBS_LEFT, places["web"][1], RIGHT - JOBS_LEFT)
            continue
        places[floor] = (20, y, JOBS_LEFT - 40 if floor in BESIDE else RIGHT - 20)
        y += FLOOR_HEIGHT + 24
    return places


def _arrow_shape(above: tuple[int, int, int], below: tuple[int, int, int], step: int) -> str:
    """Leave the upper floor to the right, go down in a column of its own, enter the lower floor."""
    x = RIGHT + 20 + STEP * step
    start, end = above[1] + 20 + 8 * (step % 8), below[1] + 20 + 8 * (step % 8)
    head = f'<path class="head" d="M{RIGHT},{end} l9,-5 v10 z"/>'
    return f'<path d="M{RIGHT},{start} H{x} V{end} H{RIGHT + 8}"/>{head}'


def _floor_shape(floor: str, says: str, place: tuple[int, int, int]) -> str:
    x, y, width = place
    parts = [
        f'<rect x="{x}" y="{y}" width="{width}" height="{FLOOR_HEIGHT}" rx="6"/>',
        f'<text x="{x + 16}" y="{y + 28}" class="name">{floor}</text>',
        f'<text x="{x + 16}" y="{y + 50}" class="says">{escape(says)}</text>',
    ]
    at = x + 16
    for room in rooms()[floor]:
        room_width = 22 + 9 * len(room)
        parts.append(f'<rect x="{at}" y="{y + 64}" width="{room_width}" height="34" rx="4" class="room"/>')
        parts.append(f'<text x="{at + 11}" y="{y + 86}">{room}</text>')
        at += room_width + 8
    return "".join(parts)


def pact_schema() -> str:
    """Give the schema of a whole pact, as the site checks files against it."""
    _start_django()
    from declic.open_data import whole_pact  # noqa: PLC0415 — Django must be started first

    return json.dumps(whole_pact.pact_schema(), ensure_ascii=False, indent=2) + "\n"


def reading_schema() -> str:
    """Give the schema of a reading, as the package keeps it."""
    return (SOURCE / "open_data" / "declic-reading-1.schema.json").read_text(encoding="utf-8")


PAGES = {
    "docs/reference/declic-reading-1.schema.json": reading_schema,
    "docs/reference/declic-pact-1.schema.json": pact_schema,
    "docs/reference/settings.md": settings_page,
    "docs/reference/pages-and-rights.md": pages_page,
    "docs/reference/fields.md": fields_page,
    "docs/reference/pages.openapi.json": pages_for_tools,
    "docs/architecture.svg": architecture_picture,
}


def stale() -> list[str]:
    """Name the generated pages that are not what the code says."""
    return [
        name
        for name, make in PAGES.items()
        if not (HOUSE / name).exists() or (HOUSE / name).read_text(encoding="utf-8") != make()
    ]


def main(arguments: list[str]) -> int:
    """Write the pages, or with --check name the stale ones and exit 1."""
    if "--check" in arguments:
        for name in (found := stale()):
            sys.stderr.write(f"{name} is stale: run make docs\n")
        return 1 if found else 0
    for name, make in PAGES.items():
        (HOUSE / name).write_text(make(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
