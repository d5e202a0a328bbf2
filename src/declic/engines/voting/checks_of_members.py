"""Checks of the roll: names, proxies, quorum."""

from collections import Counter, defaultdict

from declic.engines.voting.law import law_on
from declic.engines.voting.room import VOID_WORDS, VoidReason, order_of
from declic.engines.voting.verdicts import Check, Counted, Verdict, counted, said_questions
from declic.units.person_names import name_key


def no_name_twice(sitting: Counted) -> Check:
    """Nobody is named twice in the roll."""
    members = sitting.roll.members
    if not members:
        return Check("no_name_twice", Verdict.NOT_CHECKABLE, "Aucun membre n'est nommé.")
    keys = [tuple(sorted(name_key(member.name).split())) for member in members]
    times = Counter(keys)
    twice = tuple(index for index, key in enumerate(keys) if times[key] > 1)
    if not twice:
        return Check("no_name_twice", Verdict.OK, f"{counted(len(members), 'nom')}, tous différents.")
    names = ", ".join(sorted({members[index].name for index in twice}))
    return Check("no_name_twice", Verdict.CONTRADICTION, f"Nommé plus d'une fois : {names}.", members=twice)


def proxies_can_hold(sitting: Counted) -> Check:
    """At each question, a proxy's giver is away and its holder is in the room."""
    if not sitting.roll.proxies:
        return Check("proxies_can_hold", Verdict.NOT_CHECKABLE, "Aucune procuration n'est déclarée.")
    void: dict[tuple[int, VoidReason], list[int]] = defaultdict(list)
    for room in sitting.rooms:
        for index, reason in room.void:
            if reason is not VoidReason.GIVER_IN_ROOM:
                void[index, reason].append(room.question)
    if not void:
        said = counted(len(sitting.roll.proxies), "procuration")
        return Check("proxies_can_hold", Verdict.OK, f"{said} : le mandataire est toujours dans la salle.")
    sentences = [
        _void_sentence(sitting, index, reason, questions) for (index, reason), questions in void.items()
    ]
    proxies = tuple(sorted({index for index, _ in void}))
    return Check("proxies_can_hold", Verdict.CONTRADICTION, " ".join(sentences), proxies=proxies)


def _void_sentence(sitting: Counted, index: int, reason: VoidReason, questions: list[int]) -> str:
    proxy = sitting.roll.proxies[index]
    where = said_questions(questions, order=order_of(sitting.roll))
    plural = "aux questions" if len(questions) > 1 else "à la question"
    return f"{proxy.giver} → {proxy.holder} : sans effet {plural} {where}, {VOID_WORDS[reason]}."


def one_proxy_per_holder(sitting: Counted) -> Check:
    """Nobody holds more proxies at once than the law of that day allows. Source: CGCT, art. L2121-20."""
    rule, roll, seats = "one_proxy_per_holder", sitting.roll, sitting.seats
    law = law_on(roll.held_on)
    if not roll.proxies or law is None:
        what = (
            "la date de la séance n'est pas connue" if roll.proxies else "aucune procuration n'est déclarée"
        )
        return Check(rule, Verdict.NOT_CHECKABLE, f"Non vérifiable : {what}.")
    limit, article = law.proxies_per_holder, law.proxy_source
    held: dict[int, set[int]] = defaultdict(set)
    for room in sitting.rooms:
        counts = Counter(seats[index][1] for index in room.usable)
        for index in room.usable:
            holder = seats[index][1]
            if holder is not None and counts[holder] > limit:
                held[holder].add(index)
    if not held:
        message = f"Personne ne porte plus de {counted(limit, 'procuration')} à la fois ({article})."
        return Check(rule, Verdict.OK, message)
    names = ", ".join(roll.members[holder].name for holder in sorted(held))
    proxies = tuple(sorted(index for indexes in held.values() for index in indexes))
    message = f"Plus de {counted(limit, 'procuration')} à la fois ({article}) : {names}."
    return Check(rule, Verdict.CONTRADICTION, message, members=tuple(sorted(held)), proxies=proxies)


def no_presence_with_own_proxy(sitting: Counted) -> Check:
    """Nobody is in the room at a question at which their own proxy is in range."""
    rule = "no_presence_with_own_proxy"
    if not sitting.roll.proxies:
        return Check(rule, Verdict.NOT_CHECKABLE, "Aucune procuration n'est déclarée.")
    overlaps: dict[int, list[int]] = defaultdict(list)
    for room in sitting.rooms:
        for index, reason in room.void:
            if reason is VoidReason.GIVER_IN_ROOM:
                overlaps[index].append(room.question)
    if not overlaps:
        return Check(rule, Verdict.OK, "Aucun mandant n'est dans la salle pendant sa procuration.")
    sentences = [
        _void_sentence(sitting, index, VoidReason.GIVER_IN_ROOM, questions)
        for index, questions in overlaps.items()
    ]
    return Check(rule, Verdict.CONTRADICTION, " ".join(sentences), proxies=tuple(sorted(overlaps)))


def quorum_at_each_question(sitting: Counted) -> Check:
    """Enough members are in the room at each question; proxies do not count. Source: CGCT, art. L2121-17."""
    rule, roll = "quorum_at_each_question", sitting.roll
    law = law_on(roll.held_on)
    if roll.in_office is None or law is None or not any(room.in_room for room in sitting.rooms):
        return Check(
            rule, Verdict.NOT_CHECKABLE, "La date, le nombre de membres en exercice ou la liste manque."
        )
    quorum = law.quorum(roll.in_office)
    counts = {
        room.question: room.represented if law.counts_represented else room.in_room for room in sitting.rooms
    }
    fewest = min(counts.values())
    lacking = [question for question, count in counts.items() if count < quorum]
    fields = ("members_in_office",)
    if not lacking:
        message = f"Quorum de {quorum} atteint à chaque question : au moins {counted(fewest, 'présent')}."
        return Check(rule, Verdict.OK, message, fields=fields)
    where = said_questions(lacking, order=order_of(roll))
    message = f"Quorum de {quorum} non atteint (question {where}) : {counted(fewest, 'présent')} au plus bas."
    return Check(rule, Verdict.CONTRADICTION, message, fields=fields)
