"""Twenty layouts of minutes and extracts: each writes every fact of a sitting in one council's way."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from declic.units.french_calendar import MONTHS, WEEKDAYS
from tests.engines.minutes.acts import TELLS_ONLY_UNANIMITY, secretary_line, write_act, write_moves
from tests.engines.minutes.meetings import Meeting, draw_meeting
from tests.engines.minutes.rolls import Roll, write_roll
from tests.engines.rendered_sittings import in_words


@dataclass(frozen=True, slots=True)
class Minutes:
    """One layout: its head, its roll, its acts; an extract holds the first act alone."""

    head: str
    roll: Roll
    heading: str
    vote: str
    secretary: str = "label"
    is_extract: bool = False
    closed: str = ""

    @property
    def tells_communes(self) -> bool:
        return "commune" in self.roll.listing

    @property
    def tells_only_unanimity(self) -> bool:
        return self.vote in TELLS_ONLY_UNANIMITY


USUAL = ("Étaient présents :", "Étaient absents :", "Étaient excusés :")
SHORT = ("Présents :", "Absents :", "Excusés :")
UPPER = ("ÉTAIENT PRÉSENTS :", "ABSENTS :", "ABSENTS EXCUSÉS :")
MEMBERS = ("Membres présents :", "Membres absents :", "Membres excusés :")
COUNCILLORS = ("Conseillers présents :", "Conseillers absents :", "Conseillers excusés :")
TITULAR = ("Titulaires présents :", "Absents non excusés :", "Absents excusés :")

LAYOUTS: dict[str, Minutes] = {
    "register, sentence, proxies in brackets": Minutes(
        "register", Roll("civil", "sentence", USUAL, "brackets"), "object", "decided", "elected", is_extract=True
    ),
    "register, collective civilities": Minutes(
        "register", Roll("civil", "collective", USUAL, "to"), "object", "sentence", is_extract=True
    ),
    "extract of a department, names a line": Minutes(
        "department", Roll("civil", "lines", UPPER, "having"), "capitals", "named line", is_extract=True
    ),
    "minutes, commas, lists to": Minutes("minutes", Roll("civil", "commas", USUAL, "to"), "dot", "line"),
    "minutes, two columns of names": Minutes(
        "minutes", Roll("civil", "columns", UPPER, "lines to"), "deliberation", "block", "upper"
    ),
    "minutes, names a line, table of proxies": Minutes(
        "minutes", Roll("plain", "lines", MEMBERS, "rows"), "point", "table", "upper", closed="closed"
    ),
    "report, names in mixed case": Minutes(
        "report", Roll("civil mixed", "commas", SHORT, "brackets"), "slash", "adopted", closed="lifted"
    ),
    "report, semicolons, gives": Minutes(
        "report", Roll("plain", "semicolons", SHORT, "gives", bounds="question"), "question", "line"
    ),
    "report, dashes, represented": Minutes(
        "report", Roll("civil", "dashes", COUNCILLORS, "represented"), "dot", "words"
    ),
    "community, by commune, by question": Minutes(
        "community", Roll("surname first", "commune lines", TITULAR, "proxy to", bounds="question"), "point", "line"
    ),
    "community, communes in a sentence": Minutes(
        "community", Roll("civil", "communes", USUAL, "list of", "Procurations :", bounds="point"), "point", "sentence"
    ),
    "community, bounds by deliberation": Minutes(
        "community", Roll("civil", "commune lines", SHORT, "to", bounds="deliberation"), "deliberation", "line"
    ),
    "community, bounds by hour": Minutes(
        "community", Roll("civil", "commas", SHORT, "brackets", bounds="hour"), "deliberation", "line", closed="lifted"
    ),
    "minutes, arrivals told between acts": Minutes(
        "told", Roll("civil", "commas", USUAL, "list gives", "Procurations :", bounds="told"), "dot", "named line"
    ),
    "minutes, table of presence": Minutes(
        "told", Roll("civil", "table", USUAL, "rows"), "question", "block", closed="closed"
    ),
    "department, surname first": Minutes(
        "department", Roll("civil surname first", "semicolons", UPPER, "gave", bounds="question"), "capitals", "named line"
    ),
    "region, bullets": Minutes(
        "region", Roll("civil", "bullets", USUAL, "having", "Ont donné procuration :"), "deliberation", "adopted"
    ),
    "metropolis, bounds by deliberation in brackets": Minutes(
        "metropolis", Roll("plain", "commas", USUAL, "brackets", bounds="deliberation"), "deliberation", "named line"
    ),
    "village, given name first, plain sentence": Minutes(
        "village", Roll("plain mixed", "sentence", SHORT, "proxy to"), "slash", "sentence"
    ),
    "village, identifiers after titles": Minutes(
        "village", Roll("civil", "bullets", SHORT, "brackets"), "title then number", "line", "elected"
    ),
}  # fmt: skip


def meeting_for(layout: Minutes, random: Random) -> Meeting:
    """Draw a sitting that the layout can tell whole."""
    bounds = layout.roll.bounds
    meeting = draw_meeting(
        random,
        moves=bounds is not None,
        parts_of_proxies=bounds not in {None, "told"},
        communes=layout.tells_communes,
    )
    return replace(meeting, items=meeting.items[:1]) if layout.is_extract else meeting


def write(meeting: Meeting, layout: Minutes) -> str:
    """Write the minutes of a sitting."""
    parts = [HEADS[layout.head](meeting), _totals(meeting, layout), write_roll(meeting, layout.roll)]
    parts.append(secretary_line(meeting.people[meeting.secretary], layout.secretary, layout.roll.name))
    for item in meeting.items:
        if layout.roll.bounds == "told":
            parts += write_moves(meeting, item.number, layout.roll.name)
        parts.append(
            write_act(meeting, item, heading=layout.heading, vote=layout.vote, name=layout.roll.name)
        )
    if layout.closed:
        end = meeting.begins(len(meeting.items) + 1)
        parts.append(CLOSED[layout.closed].format(hour=f"{end:%H h %M}"))
    return "\n\n".join(parts) + "\n"


CLOSED = {"lifted": "La séance est levée à {hour}.", "closed": "Fin de la séance : {hour}."}


def _totals(meeting: Meeting, layout: Minutes) -> str:
    office, present = len(meeting.people), len(meeting.standing(None))
    if layout.roll.bounds:
        return f"Nombre de membres en exercice : {office}"
    voters = present + len(meeting.proxies)
    return {
        "register": f"Nombre de conseillers :\n- en exercice : {office}\n- présents : {present}\n- votants : {voters}",
        "minutes": f"En exercice : {office}\nPrésents : {present}\nPouvoirs : {len(meeting.proxies)}\nVotants : {voters}",
        "report": f"Nombre de conseillers en exercice : {office} – présents : {present} – votants : {voters}",
        "told": f"| En exercice | Présents | Votants |\n|---|---|---|\n| {office} | {present} | {voters} |",
    }.get(layout.head, f"Membres en exercice : {office} - Présents : {present} - Votants : {voters}")


def _day(meeting: Meeting) -> str:
    number = "1er" if meeting.day.day == 1 else str(meeting.day.day)
    return f"{number} {MONTHS[meeting.day.month - 1]} {meeting.day.year}"


def _chair(meeting: Meeting) -> str:
    chair = meeting.people[0]
    return f"{'Madame' if chair.civility == 'Mme' else 'Monsieur'} {chair.given} {chair.surname}"


def _weekday(meeting: Meeting) -> str:
    return WEEKDAYS[meeting.day.weekday()]


def _hour(meeting: Meeting, *, sign: str = " h ") -> str:
    return f"{meeting.opened.hour}{sign}{meeting.opened.minute:02d}"


def _register(meeting: Meeting) -> str:
    year = f"deux mille {in_words_to_31(meeting.day.year - 2000)}"
    day = "premier" if meeting.day.day == 1 else in_words_to_31(meeting.day.day)
    minutes = f" {in_words_to_31(meeting.opened.minute)}" if meeting.opened.minute else ""
    return (
        "COMMUNE DE FERRIÈRES-LE-HAUT\n\nEXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL\n\n"
        f"L'an {year}, le {_weekday(meeting)} {day} {MONTHS[meeting.day.month - 1]} à "
        f"{in_words_to_31(meeting.opened.hour)} heures{minutes}, le Conseil municipal de la commune de Ferrières-le-Haut, "
        f"dûment convoqué, s'est réuni en session ordinaire, sous la présidence de {_chair(meeting)}, Maire."
    )


def in_words_to_31(number: int) -> str:
    if number <= 16:
        return in_words(number)
    tens, unit = divmod(number, 10)
    ten = ("", "dix", "vingt", "trente")[tens]
    return ten if not unit else f"{ten} et un" if unit == 1 else f"{ten}-{in_words(unit)}"


def _minutes(meeting: Meeting) -> str:
    return (
        "VILLE DE GRANDVAL\n\nPROCÈS-VERBAL DE LA SÉANCE DU CONSEIL MUNICIPAL\n"
        f"du {_weekday(meeting)} {_day(meeting)} à {_hour(meeting)}\n\n"
        f"Sous la présidence de {_chair(meeting)}, Maire."
    )


def _report(meeting: Meeting) -> str:
    return (
        f"Commune de Bellefond\nCOMPTE-RENDU DU CONSEIL MUNICIPAL DU {_day(meeting).upper()}\n\n"
        f"La séance est ouverte à {_hour(meeting, sign='h')} sous la présidence de {_chair(meeting)}, maire."
    )


def _community(meeting: Meeting) -> str:
    return (
        "COMMUNAUTÉ DE COMMUNES DES TROIS RIVIÈRES\n\nPROCÈS-VERBAL DU CONSEIL COMMUNAUTAIRE\n"
        f"Séance publique du {_weekday(meeting)} {_day(meeting)}\n\n"
        f"Le conseil communautaire s'est réuni à {_hour(meeting)} sous la présidence de {_chair(meeting)}, président."
    )


def _told(meeting: Meeting) -> str:
    return (
        f"CONSEIL MUNICIPAL DE VALMY-SUR-OURCE\nSéance du {meeting.day:%d/%m/%Y}\n\n"
        f"{_chair(meeting)}, maire, ouvre la séance à {_hour(meeting, sign=' heures ')}."
    )


def _department(meeting: Meeting) -> str:
    return (
        "DÉPARTEMENT DU VAL-D'ORBE\nCONSEIL DÉPARTEMENTAL\n"
        f"Réunion du {_weekday(meeting)} {_day(meeting)}\n\n"
        f"Le Conseil départemental s'est réuni à {_hour(meeting)}, sous la présidence de {_chair(meeting)}, Président."
    )


def _region(meeting: Meeting) -> str:
    return (
        "RÉGION DES HAUTES-COMBES\nCONSEIL RÉGIONAL\n"
        f"Séance plénière du {_day(meeting)}\n\n"
        f"L'assemblée s'est réunie à {_hour(meeting)} sous la présidence de {_chair(meeting)}, président du conseil régional."
    )


def _metropolis(meeting: Meeting) -> str:
    return (
        "MÉTROPOLE DE GRANDVAL\nRegistre des délibérations du conseil métropolitain\n"
        f"Séance du {_weekday(meeting)} {_day(meeting)}\n\n"
        f"Présidence : {_chair(meeting)}\nOuverture de la séance à {_hour(meeting)}"
    )


def _village(meeting: Meeting) -> str:
    return (
        f"CR du conseil municipal du {_day(meeting)}\n\n"
        f"Le conseil municipal de Chaux-Neuve s'est réuni le {_day(meeting)} à {_hour(meeting, sign='h')} en mairie, "
        f"sous la présidence de {_chair(meeting)}."
    )


HEADS: dict[str, Callable[[Meeting], str]] = {
    "register": _register,
    "minutes": _minutes,
    "report": _report,
    "community": _community,
    "told": _told,
    "department": _department,
    "region": _region,
    "metropolis": _metropolis,
    "village": _village,
}
