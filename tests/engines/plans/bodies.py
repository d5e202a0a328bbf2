"""How a layout writes what an action holds: in sentences, on one line, in the fields of a sheet, in a row of a table."""

from collections.abc import Callable

from tests.engines.plans.programmes import Action


Body = Callable[[Action, str], tuple[list[str], str]]
"""Gives the lines of an action after its mark, the first one to follow it, and the words that a reading gives back."""
COLUMNS = ("N°", "Action", "Cible", "Pilote", "Échéance", "Budget")
FIELDS = ("Objectif", "Pilote", "Calendrier", "Budget")


def in_sentences(action: Action, _number: str) -> tuple[list[str], str]:
    """« Ouvrir … », then three sentences."""
    lines = [
        f"{action.promise}.",
        f"Il s'agit d'{action.target_words}."
        if action.target_verb[0] in "aeé"
        else f"Il s'agit de {action.target_words}.",
        f"Son coût est de {action.cost}.",
        f"Le travail commence en {action.begins}.",
    ]
    return lines, " ".join(lines)


def in_bullets(action: Action, _number: str) -> tuple[list[str], str]:
    """« Ouvrir … » and the items of a list."""
    lines = [
        action.promise,
        f"- {action.target_words} ;",
        f"- consacrer {action.cost} à ce travail ;",
        f"- commencer en {action.begins}.",
    ]
    return lines, " ".join(lines)


def on_one_line(action: Action, _number: str) -> tuple[list[str], str]:
    """« Ouvrir … – équiper 40 foyers – 12 000 € – mars 2026 »."""
    line = f"{action.promise} – {action.target_words} – {action.cost} – {action.begins}"
    return [line], line


def bare(action: Action, _number: str) -> tuple[list[str], str]:
    """« Ouvrir …, pour 12 000 €, en mars 2026 : équiper 40 foyers. »."""
    line = f"{action.promise}, pour {action.cost}, en {action.begins} : {action.target_words}."
    return [line], line


def _values(action: Action) -> tuple[str, str, str, str]:
    return action.target_words, action.pilot, action.begins, action.cost


def in_fields(action: Action, _number: str) -> tuple[list[str], str]:
    """« Objectif : … », « Pilote : … »."""
    fields = [f"{name} : {value}" for name, value in zip(FIELDS, _values(action), strict=True)]
    lines = [action.promise, *fields]
    return lines, " ".join(lines)


def in_fields_alone(action: Action, _number: str) -> tuple[list[str], str]:
    """The name of each field alone on its line, its value below."""
    lines = [action.promise]
    for name, value in zip(FIELDS, _values(action), strict=True):
        lines += [name, f"{value[0].upper()}{value[1:]}"]
    return lines, " ".join(lines)


def in_numbered_fields(action: Action, number: str) -> tuple[list[str], str]:
    """« 1.1.1. Objectif » and its value below."""
    lines = [action.promise]
    for at, (name, value) in enumerate(zip(FIELDS, _values(action), strict=True), start=1):
        lines += [f"{number}.{at}. {name}", f"{value[0].upper()}{value[1:]}"]
    return lines, " ".join(lines)


def row_of(action: Action, number: str, *, has_edges: bool) -> str:
    """Give the row of an action, with or without bars at its edges."""
    row = " | ".join([number, action.promise, *_values(action)])
    return f"| {row} |" if has_edges else row


def head_of_table(*, has_edges: bool) -> list[str]:
    """Give the first rows of a table."""
    names = " | ".join(COLUMNS)
    return [f"| {names} |", "|" + "---|" * len(COLUMNS)] if has_edges else [names]
