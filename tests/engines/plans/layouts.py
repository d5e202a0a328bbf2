"""Twenty layouts of plans and pacts: each writes the same facts in one territory's way."""

from collections.abc import Iterator
from dataclasses import dataclass

from tests.engines.plans.bodies import (
    Body,
    bare,
    head_of_table,
    in_bullets,
    in_fields,
    in_fields_alone,
    in_numbered_fields,
    in_sentences,
    on_one_line,
    row_of,
)
from tests.engines.plans.programmes import Action, Axis, Group, Party, Programme


ROMANS = ("I", "II", "III", "IV")
CAPITALS = "ABCD"
LINES_OF_A_PAGE = 28


@dataclass(frozen=True, slots=True)
class PlanLayout:
    """
    How a layout announces its levels and what is around them; a level that it does not have is None.

    The places are: `a` `r` `u` axis in figures, in Roman figures, as a letter; `g` `v` group in the axis, `k` in the
    plan; `i` `j` `n` action in the axis, in the group, in the plan; `t` the title. `number` and `parent` are as published.
    """

    axis: str | None
    group: str | None
    action: str
    number: str
    parent: str | None = None
    body: Body | None = in_sentences
    parties: str = ""
    contents: str = ""
    closing: str = ""
    repeats_heads: bool = False
    title_below: bool = False
    has_edges: bool = False
    is_airy: bool = True
    has_running_title: bool = False
    is_list_of_measures: bool = True


LAYOUTS: dict[str, PlanLayout] = {
    "pact, measures in sentences": PlanLayout("Axe {a} : {t}", None, "Mesure {n} : ", "{n}", parties="lines", closing="signed"),
    "pact, parties in a sentence, engagements": PlanLayout(None, None, "Engagement {n} – ", "{n}", body=in_bullets, parties="sentence", closing="signed"),
    "city contract, stakes and objectives": PlanLayout("ENJEU {a} : {t}", "Orientation {k} : {t}", "Objectif opérationnel {k}.{j} : ", "{k}.{j}", "{k}", in_bullets, "list", closing="governance"),
    "climate plan, sheets with their heads again": PlanLayout("AXE {a} – {t}", "Orientation {a}.{g} – {t}", "Action {a}.{g}.{j}", "{a}.{g}.{j}", "{a}.{g}", in_fields_alone, repeats_heads=True, title_below=True),
    "sheets with colons, an annex": PlanLayout("Axe {a} – {t}", None, "Fiche action n°{n} : ", "{n}", body=in_fields, closing="annex"),
    "numbers alone, three levels": PlanLayout("{a} - {t}", "{a}.{g} {t}", "{a}.{g}.{j} ", "{a}.{g}.{j}", "{a}.{g}"),
    "poverty strategy, numbered fields": PlanLayout(None, "{k}. Engagement : {t}", "{k}.{j}. Action : ", "{k}.{j}", "{k}", in_numbered_fields, is_airy=False),
    "Markdown, headings": PlanLayout("## Axe {a} – {t}", None, "### Mesure {n} – ", "{n}"),
    "Markdown, tables of actions": PlanLayout("## Axe {a} : {t}", None, "", "{a}.{i}", body=None, has_edges=True),
    "tables of a word processor": PlanLayout("Axe {a} : {t}", None, "", "{a}.{i}", body=None),
    "mandate, titles and bare measures": PlanLayout("{t}", None, "{n}. ", "{n}", body=bare, is_airy=False),
    "themes without number": PlanLayout("Thématique : {t}", None, "Action n°{n} : ", "{n}", body=in_fields, is_airy=False),
    "pillars and a total": PlanLayout("Pilier {t}", None, "Action n° {n} : ", "{n}", body=in_fields, closing="total", is_airy=False),
    "great parts and letters": PlanLayout("{r} – {t}", "{v} – {t}", "{j}) ", "{j}", "{v}", bare, is_airy=False),
    "letters and codes": PlanLayout("Axe {u} – {t}", None, "{u}{i}. ", "{u}{i}", body=on_one_line),
    "codes of objectives and sheets": PlanLayout("OS{a} : {t}", "OO{a}.{g} : {t}", "FA{n} : ", "FA{n}", "OO{a}.{g}", in_fields),
    "contents with dots, running title": PlanLayout("Axe {a} : {t}", None, "Action {a}.{i} : ", "{a}.{i}", contents="dots", has_running_title=True),
    "contents with pages alone, a summary": PlanLayout("Orientation stratégique n°{a} – {t}", None, "Action n°{n} – ", "{n}", contents="pages", closing="summary"),
    "convention with articles": PlanLayout("Orientation {a} : {t}", None, "Action {a}.{i} : ", "{a}.{i}", body=on_one_line, parties="lines", closing="articles", is_airy=False),
    "ambitions, challenges, projects": PlanLayout("Ambition {a} – {t}", "Défi {k} – {t}", "Chantier {n} – ", "{n}", "{k}", bare, is_airy=False),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """Where an action stands, the numbers that a layout may say, and whether it opens its axis or its group."""

    axis: Axis
    group: Group
    action: Action
    numbers: dict[str, int | str]
    opens_axis: bool
    opens_group: bool


def places(programme: Programme) -> Iterator[Place]:
    """Go through the actions of a programme in order."""
    n = k = 0
    for a, axis in enumerate(programme.axes, start=1):
        i = 0
        for g, group in enumerate(axis.groups, start=1):
            k += 1
            for j, action in enumerate(group.actions, start=1):
                n, i = n + 1, i + 1
                numbers: dict[str, int | str] = {"a": a, "g": g, "k": k, "i": i, "j": j, "n": n}
                numbers |= {"r": ROMANS[a - 1], "u": CAPITALS[a - 1], "v": CAPITALS[g - 1]}
                yield Place(axis, group, action, numbers, opens_axis=i == 1, opens_group=j == 1)


def write(programme: Programme, layout: PlanLayout) -> str:
    """Write a programme."""
    is_marked = bool(layout.axis and layout.axis.startswith("#"))
    title = f"# {programme.title}" if is_marked else programme.title
    body, heads = _body(programme, layout)
    lines = [title, "", *_parties(programme, layout), *_contents(heads, layout)]
    lines += ["La vallée dit ici ce qu'elle veut faire pour ses habitants, avec eux.", ""]
    lines += [*_articles(layout), *body, *_closing(programme, layout, heads)]
    return "\n".join(_with_running_title(lines, programme) if layout.has_running_title else lines) + "\n"


def _body(programme: Programme, layout: PlanLayout) -> tuple[list[str], list[str]]:
    lines: list[str] = []
    heads: list[str] = []
    blank = [""] if layout.is_airy else []
    for place in places(programme):
        above = _heads_above(place, layout)
        opened = [head for head, is_new in above if is_new]
        heads += opened
        if opened and not layout.is_airy and not layout.group:
            lines.append("")
        for head in (head for head, is_new in above if is_new or layout.repeats_heads):
            lines += [head, *blank]
        own = _action_lines(place, layout)
        heads.append(own[0] if not layout.title_below else f"{own[0]} : {own[1]}")
        lines += [*own, *blank] if layout.body else own
    return lines, heads


def _heads_above(place: Place, layout: PlanLayout) -> list[tuple[str, bool]]:
    heads = []
    if layout.axis:
        heads.append((layout.axis.format(t=place.axis.title, **place.numbers), place.opens_axis))
    if layout.group:
        heads.append((layout.group.format(t=place.group.title, **place.numbers), place.opens_group))
    return heads


def _action_lines(place: Place, layout: PlanLayout) -> list[str]:
    number = layout.number.format(**place.numbers)
    if layout.body is None:
        head = head_of_table(has_edges=layout.has_edges) if place.opens_axis else []
        return [*head, row_of(place.action, number, has_edges=layout.has_edges)]
    mark = layout.action.format(**place.numbers)
    first, *rest = layout.body(place.action, number)[0]
    return [mark, first, *rest] if layout.title_below else [f"{mark}{first}", *rest]


def _parties(programme: Programme, layout: PlanLayout) -> list[str]:
    said = [_says(party) for party in programme.parties]
    if layout.parties == "sentence":
        return [f"Entre {', '.join(said[:-1])} et {said[-1]},", "", "il est convenu ce qui suit :", ""]
    if layout.parties == "list":
        return [
            "Entre les soussignés :",
            *(f"- {one} ;" for one in said),
            "",
            "Il est convenu ce qui suit.",
            "",
        ]
    if layout.parties == "lines":
        return ["Entre", *(f"{one[0].upper()}{one[1:]}," for one in said), "il est convenu ce qui suit.", ""]
    return []


def _says(party: Party) -> str:
    is_hers = party.article != "l'" or party.organisation.startswith("association")
    represented = "représentée" if is_hers else "représenté"
    return f"{party.article}{party.organisation}, {represented} par {party.civility} {party.person}, {party.function}"


def _contents(heads: list[str], layout: PlanLayout) -> list[str]:
    if not layout.contents:
        return []
    fill = f" {'.' * 20} " if layout.contents == "dots" else " "
    return ["Sommaire", "", *(f"{head}{fill}{page}" for page, head in enumerate(heads, start=3)), ""]


def _articles(layout: PlanLayout) -> list[str]:
    if layout.closing != "articles":
        return []
    return [
        "Article 1 – Objet",
        "La convention dit qui fait quoi.",
        "Article 2 – Actions",
        "Les actions suivent.",
        "",
    ]


def _closing(programme: Programme, layout: PlanLayout, heads: list[str]) -> list[str]:
    signed = ["", f"Fait à Montorbe, le {programme.signed}"]
    ends = {
        "signed": signed,
        "governance": ["Gouvernance", "Le comité de pilotage réunit les signataires.", *signed],
        "annex": ["", "ANNEXE 1 : Qui compose le comité", "Le comité réunit les communes."],
        "total": ["TOTAL : voir le budget"],
        "summary": ["", "Récapitulatif des actions", "", *heads],
        "articles": ["Article 3 – Suivi", "Un comité suit la convention.", *signed],
    }
    return ends.get(layout.closing, [])


def _with_running_title(lines: list[str], programme: Programme) -> list[str]:
    paged: list[str] = []
    for at, line in enumerate(lines, start=1):
        paged.append(line)
        if at % LINES_OF_A_PAGE == 0:
            paged += ["", f"{programme.title} – page {at // LINES_OF_A_PAGE}", ""]
    return paged
