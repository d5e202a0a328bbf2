"""The roll of a sitting in the ways that minutes write it: sentences, lists, columns, tables, by commune."""

import textwrap
from dataclasses import dataclass

from tests.engines.generated_sittings import Given, Someone
from tests.engines.minutes.meetings import Meeting
from tests.engines.rendered_sittings import mixed


WIDTH = 92
WHERE = {None: "Présent", "absent": "Absent", "excused": "Excusé"}


@dataclass(frozen=True, slots=True)
class Roll:
    """One way of writing a roll; `bounds` says by what the part of a sitting is counted, or None."""

    name: str
    listing: str
    labels: tuple[str, str, str]
    proxy: str
    proxies: str = "Pouvoirs :"
    bounds: str | None = None


def write_name(person: Someone, how: str) -> str:
    return {
        "civil": f"{person.civility} {person.given} {person.surname}",
        "civil mixed": f"{person.civility} {person.given} {mixed(person.surname)}",
        "plain": f"{person.given} {person.surname}",
        "plain mixed": f"{person.given} {mixed(person.surname)}",
        "surname first": f"{person.surname} {person.given}",
        "civil surname first": f"{person.civility} {person.surname} {person.given}",
    }[how]


def write_roll(meeting: Meeting, roll: Roll) -> str:
    if roll.listing == "table":
        return _table(meeting, roll)
    blocks = []
    given = {proxy.giver: proxy for proxy in meeting.proxies}
    for label, away in zip(roll.labels, (None, "absent", "excused"), strict=True):
        people = meeting.standing(away)
        entries = [
            write_name(one, roll.name) + _suffix(meeting, roll, one, given.get(meeting.people.index(one)))
            for one in people
        ]
        if people:
            blocks.append(f"{label}{_listed(entries, people, roll)}")
    if meeting.proxies and roll.proxy in PROXY_LISTS:
        blocks.append(_proxies(meeting, roll))
    return "\n\n".join(blocks)


def write_bounds(meeting: Meeting, part: Someone | Given, by: str | None) -> str:
    """Write the part of the sitting, without brackets; nothing said: nothing."""
    if by is None or by == "told" or (part.first is None and part.last is None):
        return ""
    if by == "hour":
        return (
            f"arrivé à {meeting.begins(part.first):%H h %M}"
            if part.first
            else f"jusqu'à {meeting.begins((part.last or 0) + 1):%H h %M}"
        )
    said = {
        "question": "la question n° {}",
        "point": "le point {}",
        "deliberation": "la délibération n° {}",
    }[by]
    number = part.first or part.last or 0
    words = said.format(meeting.items[number - 1].identifier if by == "deliberation" else number)
    start, until = ("du", "au") if words.startswith("le ") else ("de la", "à la")
    if part.first:
        return f"à partir {start} {words.split(' ', 1)[1]}"
    return f"jusqu'{until} {words.split(' ', 1)[1]}"


def _suffix(meeting: Meeting, roll: Roll, person: Someone, proxy: Given | None) -> str:
    bounds = write_bounds(meeting, person, roll.bounds)
    if proxy is None or roll.proxy in PROXY_LISTS:
        return f" ({bounds})" if bounds else ""
    holder = write_name(meeting.people[proxy.holder], roll.name)
    part = write_bounds(meeting, proxy, roll.bounds)
    if roll.proxy == "gives":
        return f" donne pouvoir à {holder}" + (f" ({part})" if part else "")
    if roll.proxy == "represented":
        return f" représenté par {holder}" + (f" ({part})" if part else "")
    words = {"brackets": "pouvoir à", "proxy to": "procuration à", "gave": "a donné pouvoir à"}[roll.proxy]
    return f" ({words} {holder}{', ' + part if part else ''})"


PROXY_LISTS = {
    "to": "{giver} à {holder}",
    "lines to": "{giver} à {holder}",
    "list gives": "{giver} donne pouvoir à {holder}",
    "list of": "de {giver} à {holder}",
    "having": "{giver} ayant donné procuration à {holder}",
    "rows": "| {giver} | {holder} |",
}


def _proxies(meeting: Meeting, roll: Roll) -> str:
    texts = []
    for proxy in meeting.proxies:
        giver, holder = (write_name(meeting.people[at], roll.name) for at in (proxy.giver, proxy.holder))
        part = write_bounds(meeting, proxy, roll.bounds)
        texts.append(
            PROXY_LISTS[roll.proxy].format(giver=giver, holder=holder) + (f" ({part})" if part else "")
        )
    if roll.proxy == "rows":
        return "\n".join(["| Mandant | Mandataire |", "|---|---|", *texts])
    if roll.proxy in {"lines to", "having"}:
        return "\n".join([roll.proxies, *texts])
    return f"{roll.proxies} {_wrapped('; '.join(texts))}."


def _listed(entries: list[str], people: list[Someone], roll: Roll) -> str:
    by_commune = [f"{name} : {', '.join(own)}" for name, own in _groups(entries, people)]
    on_lines = {
        "lines": entries,
        "bullets": [f"- {one}" for one in entries],
        "columns": ["".join(one.ljust(44) for one in pair).rstrip() for pair in _pairs(entries)],
        "commune lines": by_commune,
    }
    if roll.listing in on_lines:
        return "\n" + "\n".join(on_lines[roll.listing])
    words = {
        "communes": " ; ".join(by_commune),
        "collective": _collective(entries),
        "semicolons": " ; ".join(entries),
        "dashes": " – ".join(entries),
        "commas": ", ".join(entries),
        "sentence": " et ".join([", ".join(entries[:-1])] * (len(entries) > 1) + entries[-1:]),
    }[roll.listing]
    return f" {_wrapped(words)}."


def _pairs(entries: list[str]) -> list[list[str]]:
    return [entries[at : at + 2] for at in range(0, len(entries), 2)]


def _groups(entries: list[str], people: list[Someone]) -> list[tuple[str, list[str]]]:
    groups: dict[str, list[str]] = {}
    for entry, person in zip(entries, people, strict=True):
        groups.setdefault(person.commune, []).append(entry)
    return list(groups.items())


def _collective(entries: list[str]) -> str:
    parts = []
    for civility, title in (("M. ", "MM. "), ("Mme ", "Mmes ")):
        own = [one.removeprefix(civility) for one in entries if one.startswith(civility)]
        if len(own) > 1:
            parts.append(f"{title}{', '.join(own)}")
        elif own:
            parts.append(f"{civility}{own[0]}")
    return ", ".join(parts)


def _table(meeting: Meeting, roll: Roll) -> str:
    rows = ["| Nom | Présence | Pouvoir à |", "|---|---|---|"]
    given = {proxy.giver: proxy.holder for proxy in meeting.proxies}
    for at, one in enumerate(meeting.people):
        holder = write_name(meeting.people[given[at]], roll.name) if at in given else ""
        rows.append(f"| {write_name(one, roll.name)} | {WHERE[one.away]} | {holder} |")
    return "\n".join(rows)


def _wrapped(words: str) -> str:
    return textwrap.fill(words, WIDTH, break_on_hyphens=False, break_long_words=False)
