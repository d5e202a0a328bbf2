"""What a council votes, in the ways that minutes and extracts write an act and its result."""

from collections.abc import Callable

from tests.engines.generated_sittings import Someone
from tests.engines.minutes.meetings import Item, Meeting
from tests.engines.minutes.rolls import write_name
from tests.engines.rendered_sittings import in_words


HEADINGS = {
    "slash": "{number}/ {title}",
    "point": "POINT {number} – {title}",
    "question": "Question n° {number} : {title}",
    "dot": "{number}. {title}",
    "deliberation": "Délibération n° {identifier} : {title}",
    "object": "N° {identifier}\nOBJET : {title}",
    "capitals": "DÉLIBÉRATION {identifier}\n{capitals}",
    "title then number": "OBJET : {title} – DE_{number_of_year}",
}
TALK = (
    "Le dossier est présenté par un adjoint, puis une discussion s'engage sur les délais.",
    "Il est rappelé que ce sujet a été étudié en commission ; les devis sont joints.",
    "La dépense est inscrite au budget et l'aide attendue couvre une partie des frais.",
)
Result = Callable[[Meeting, Item, str], str]


def write_act(meeting: Meeting, item: Item, *, heading: str, vote: str, name: str) -> str:
    head = HEADINGS[heading].format(
        number=item.number,
        identifier=item.identifier,
        title=item.title,
        capitals=item.title.upper(),
        number_of_year=f"{meeting.day.year}_{item.number:03d}",
    )
    return f"{head}\n\n{TALK[item.number % len(TALK)]}\n\n{VOTES[vote](meeting, item, name)}"


def write_moves(meeting: Meeting, number: int, name: str) -> list[str]:
    """Tell who comes before a question, or left after the one before it."""
    told = []
    for person in meeting.people:
        if person.first == number:
            told.append(f"Arrivée de {write_name(person, name)} à {meeting.begins(number):%H h %M}.")
        if person.last == number - 1:
            told.append(f"{write_name(person, name)} quitte la séance à {meeting.begins(number):%H h %M}.")
    return told


def _names(meeting: Meeting, places: tuple[int, ...], name: str) -> str:
    return ", ".join(write_name(meeting.people[at], name) for at in places)


def _block(_meeting: Meeting, item: Item, _name: str) -> str:
    result = item.result
    return f"VOTE\nPour : {result.votes_for}\nContre : {result.against}\nAbstention : {result.abstention}"


def _line(_meeting: Meeting, item: Item, _name: str) -> str:
    result = item.result
    return f"Vote : Pour : {result.votes_for}   Contre : {result.against}   Abstention : {result.abstention}"


def _named_line(meeting: Meeting, item: Item, name: str) -> str:
    result = item.result
    against = f" ({_names(meeting, item.against, name)})" if item.against else ""
    abstaining = f" ({_names(meeting, item.abstaining, name)})" if item.abstaining else ""
    return (
        f"Résultat du vote : {result.votes_for} voix pour, {result.against} voix contre{against}, "
        f"{result.abstention} abstention{'s' if result.abstention > 1 else ''}{abstaining}"
    )


def _table(_meeting: Meeting, item: Item, _name: str) -> str:
    result = item.result
    return f"| Pour | Contre | Abstention |\n|---|---|---|\n| {result.votes_for} | {result.against} | {result.abstention} |"


def _sentence(_meeting: Meeting, item: Item, _name: str) -> str:
    result = item.result
    if item.is_unanimous:
        return "Le conseil, après en avoir délibéré, à l'unanimité, approuve cette proposition."
    return (
        f"Le conseil, après en avoir délibéré, par {result.votes_for} voix pour, {result.against} voix contre et "
        f"{result.abstention} abstention{'s' if result.abstention > 1 else ''}, approuve cette proposition."
    )


def _adopted(_meeting: Meeting, item: Item, _name: str) -> str:
    result = item.result
    if item.is_unanimous:
        return "Adopté à l'unanimité."
    return f"Adopté à la majorité : {result.votes_for} pour, {result.against} contre, {result.abstention} abstention."


def _words(_meeting: Meeting, item: Item, _name: str) -> str:
    result = item.result
    votes_for, against, abstention = map(in_words, (result.votes_for, result.against, result.abstention))
    return f"Votes : {votes_for} voix pour, {against} voix contre, {abstention} abstentions."


def _decided(_meeting: Meeting, item: Item, _name: str) -> str:
    result = item.result
    told = "à l'unanimité" if item.is_unanimous else (
        f"par {result.votes_for} voix pour, {result.against} contre et {result.abstention} abstention(s)"
    )  # fmt: skip
    return f"Après en avoir délibéré, le conseil {told} :\n- APPROUVE le projet présenté ;\n- AUTORISE la signature des pièces utiles."


VOTES: dict[str, Result] = {
    "block": _block,
    "line": _line,
    "named line": _named_line,
    "table": _table,
    "sentence": _sentence,
    "adopted": _adopted,
    "words": _words,
    "decided": _decided,
}
TELLS_ONLY_UNANIMITY = {"sentence", "adopted", "decided"}


def secretary_line(person: Someone, how: str, name: str) -> str:
    return {
        "label": f"Secrétaire de séance : {write_name(person, name)}",
        "elected": f"{write_name(person, name)} a été désigné secrétaire de séance.",
        "upper": f"SECRÉTAIRE DE SÉANCE\n{write_name(person, name)}",
    }[how]
