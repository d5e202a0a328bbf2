"""Minutes written from facts in one of many layouts, with invented people and our own words."""

import textwrap

from tests.engines.generated_sittings import (
    COMMUNES,
    LONG_SURNAMES,
    SURNAMES,
    TITLES,
    Facts,
    Someone,
    Style,
    day_in_words,
)


LABELS = {
    "present": (
        "Étaient présents :",
        "Présents :",
        "Membres présents :",
        "ÉTAIENT PRÉSENTS :",
        "Conseillers présents :",
    ),
    "absent": ("Étaient absents :", "Absents :", "Absents non excusés :", "ABSENTS :", "Membres absents :"),
    "excused": ("Étaient excusés :", "Excusés :", "Absents excusés :", "EXCUSÉS :", "Membres excusés :"),
    "proxies": (
        "Procurations :",
        "Pouvoirs :",
        "Ont donné procuration :",
        "POUVOIRS :",
        "Procurations de vote :",
    ),
}
WIDTH = 88
NUMBERS = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
]


def write_name(person: Someone, style: Style) -> str:
    given, surname = person.given, person.surname
    return {
        "mixed case": f"{person.civility} {given} {mixed(surname)}",
        "plain": f"{given} {surname}",
        "surname first": f"{surname} {given}",
        "civil surname first": f"{person.civility} {surname} {given}",
        "civil": f"{person.civility} {given} {surname}",
    }[style.name]


def mixed(surname: str) -> str:
    return next(known for known in (*SURNAMES, *LONG_SURNAMES) if known.upper() == surname)


def write_bounds(first, last, style: Style) -> str:
    if first and last:
        return (
            f" (de la question {first} à la question {last})",
            f" (questions {first} à {last})",
            f" (du point {first} au point {last})",
        )[style.bounds]
    if first:
        return (
            f" (à partir de la question n°{first})",
            f" (à partir du rapport {first})",
            f" (arrivée à la question {first})",
        )[style.bounds]
    if last:
        return (
            f" (jusqu'à la question n°{last} incluse)",
            f" (jusqu'au point {last})",
            f" (départ après la question {last})",
        )[style.bounds]
    return ""


def write_list(people, style: Style, *, suffix) -> str:
    entries = [(person, write_name(person, style) + suffix(person)) for person in people]
    texts = [text for _person, text in entries]
    if style.listing in {"lines", "bullets"}:
        mark = "- " if style.listing == "bullets" else ""
        return "\n" + "\n".join(f"{mark}{text}" for text in texts)
    if style.listing in {"bold communes", "communes", "commune lines"}:
        return _by_commune(entries, style)
    if style.listing == "collective":
        return _collective(people, style, suffix)
    mark = {"semicolons": " ; ", "dashes": " – "}.get(style.listing, ", ")
    return " " + textwrap.fill(mark.join(texts) + ".", WIDTH, break_on_hyphens=False, break_long_words=False)


def _by_commune(entries, style: Style) -> str:
    parts = []
    for commune in dict.fromkeys(person.commune for person, _text in entries):
        own = ", ".join(text for person, text in entries if person.commune == commune)
        parts.append(f"**{commune} :** {own}" if style.listing == "bold communes" else f"{commune} : {own}")
    mark = "\n" if style.listing == "commune lines" else (" " if style.listing == "bold communes" else " ; ")
    return ("\n" if mark == "\n" else " ") + mark.join(parts) + "."


def _collective(people, style: Style, suffix) -> str:
    bare = Style(
        **{
            **style.__dict__,
            "name": "plain" if style.name in {"civil", "plain", "mixed case"} else "surname first",
        }
    )
    parts = []
    for civility, title in (("M.", "MM."), ("Mme", "Mmes")):
        own = [write_name(person, bare) + suffix(person) for person in people if person.civility == civility]
        if len(own) > 1:
            parts.append(f"{title} {', '.join(own[:-1])} et {own[-1]}")
        elif own:
            parts.append(f"{civility} {own[0]}")
    return " " + textwrap.fill(", ".join(parts) + ".", WIDTH, break_on_hyphens=False, break_long_words=False)


def write_proxy(facts: Facts, style: Style, at: int) -> str:
    proxy = facts.proxies[at]
    giver, holder = (write_name(facts.people[index], style) for index in (proxy.giver, proxy.holder))
    ways = {
        "to": f"{giver} à {holder}",
        "lines": f"{giver} à {holder}",
        "gives": f"{giver} donne pouvoir à {holder}",
        "gave": f"{giver} a donné procuration à {holder}",
        "having": f"{giver} ayant donné pouvoir à {holder}",
        "arrow": f"{giver} → {holder}",
        "by": f"{giver} par {holder}",
        "of": f"pouvoir de {giver} à {holder}",
        "brackets": f" (pouvoir à {holder})",
        "represented": f", représenté par {holder}",
    }
    bounds = write_bounds(proxy.first, proxy.last, style)
    if style.proxy == "brackets":
        return f" (pouvoir à {holder}{bounds.replace('(', ', ').replace(')', '')})"
    return ways[style.proxy] + bounds


def write_totals(facts: Facts, style: Style) -> str:
    office, present, proxies = len(facts.people), len(facts.standing(None)), len(facts.proxies)
    return (
        f"Nombre de conseillers en exercice : {office} présents : {present} votants : {present + proxies}",
        f"En exercice : {office}\nPrésents : {present}\nNombre de procurations : {proxies}\nVotants : {present + proxies}",
        f"Membres en exercice : {office}",
        f"| En exercice | Présents | Votants |\n| {office} | {present} | {present + proxies} |",
        f"Nombre de membres en exercice : {office} - Présents : {present} - Pouvoirs : {proxies}",
    )[style.totals]


def write_roll(facts: Facts, style: Style) -> str:
    in_list = style.proxy in {"brackets", "represented"}
    given = {proxy.giver: at for at, proxy in enumerate(facts.proxies)}

    def suffix(person: Someone) -> str:
        at = given.get(facts.people.index(person))
        bounds = write_bounds(person.first, person.last, style)
        return bounds + (write_proxy(facts, style, at) if in_list and at is not None else "")

    blocks = []
    for away in (None, "absent", "excused"):
        people = facts.standing(away)
        label = LABELS[away or "present"][style.labels]
        if people or away is None:
            blocks.append(f"{label}{write_list(people, style, suffix=suffix)}")
    if facts.proxies and not in_list:
        texts = [write_proxy(facts, style, at) for at in range(len(facts.proxies))]
        listed = "\n" + "\n".join(texts) if style.proxy == "lines" else " " + ", ".join(texts) + "."
        blocks.append(f"{LABELS['proxies'][style.labels]}{listed}")
    blocks.append(f"Secrétaire de séance : {write_name(facts.people[facts.secretary], style)}")
    return "\n\n".join(blocks)


def write_vote(result, style: Style) -> str:
    votes_for, against, abstention = result.votes_for, result.against, result.abstention
    return {
        "block": f"Pour : {votes_for}\n\nContre : {against}\n\nAbstention : {abstention}",
        "line": f"Vote : Pour : {votes_for} Contre : {against} Abstention : {abstention}",
        "against first": f"{against} contre, {abstention} abstention, {votes_for} pour",
        "voices": f"Adopté par {votes_for} voix pour, {against} voix contre et {abstention} abstentions.",
        "words": f"{in_words(votes_for)} voix pour, {in_words(against)} voix contre, {in_words(abstention)} abstentions",
        "bars": f"Pour | Contre | Abstention\n{votes_for} | {against} | {abstention}",
        "adopted": f"Résultat du vote : {votes_for} POUR – {against} CONTRE – {abstention} ABSTENTION",
    }[style.vote]


def in_words(number: int) -> str:
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def write_acts(facts: Facts, style: Style) -> str:
    parts = []
    for at, result in enumerate(facts.results, start=1):
        title = TITLES[at % len(TITLES)]
        heading = {
            "slash": f"{at}/ {title} :",
            "point": f"POINT {at} - {title}",
            "question": f"Question n°{at} : {title}",
            "bracket": f"{at}) {title}",
            "dot": f"{at}. {title}",
            "deliberation": f"Délibération n° 2021-{at:03d} : {title}",
        }[style.heading]
        parts.append(
            f"{heading}\n\nLe maire présente le dossier et répond aux questions.\n\n{write_vote(result, style)}"
        )
    return "\n\n".join(parts)


def write_minutes(facts: Facts, style: Style) -> str:
    chair = facts.people[facts.chair]
    passage = ", ".join(str(question) for question in facts.order)
    return "\n\n".join(
        (
            f"CONSEIL MUNICIPAL DE {COMMUNES[0].upper()}",
            f"Séance du {day_in_words(facts.day)}",
            f"Le conseil municipal s'est réuni sous la présidence de {chair.civility} {chair.given} {chair.surname}, maire.",
            write_totals(facts, style),
            f"Ordre de passage des rapports : {passage}.",
            write_roll(facts, style),
            write_acts(facts, style),
        ),
    )
