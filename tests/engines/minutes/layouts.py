"""Twenty layouts of minutes and extracts: each writes every fact of a sitting in one council's way."""

from dataclasses import dataclass, replace
from random import Random

from declic.units.french_calendar import MONTHS, WEEKDAYS
from tests.engines.generated_sittings import day_in_words
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
    parts = [_head(meeting, layout.head), _totals(meeting, layout), write_roll(meeting, layout.roll)]
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


def _chair(meeting: Meeting) -> str:
    chair = meeting.people[0]
    return f"{'Madame' if chair.civility == 'Mme' else 'Monsieur'} {chair.given} {chair.surname}"


def _weekday(meeting: Meeting) -> str:
    return WEEKDAYS[meeting.day.weekday()]


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


HEADS = {
    "minutes": (
        "VILLE DE GRANDVAL\n\nPROCÈS-VERBAL DE LA SÉANCE DU CONSEIL MUNICIPAL\n"
        "du {weekday} {day} à {hour} h {minute}\n\n"
        "Sous la présidence de {chair}, Maire."
    ),
    "report": (
        "Commune de Bellefond\nCOMPTE-RENDU DU CONSEIL MUNICIPAL DU {upper_day}\n\n"
        "La séance est ouverte à {hour}h{minute} sous la présidence de {chair}, maire."
    ),
    "community": (
        "COMMUNAUTÉ DE COMMUNES DES TROIS RIVIÈRES\n\nPROCÈS-VERBAL DU CONSEIL COMMUNAUTAIRE\n"
        "Séance publique du {weekday} {day}\n\n"
        "Le conseil communautaire s'est réuni à {hour} h {minute} sous la présidence de {chair}, président."
    ),
    "told": (
        "CONSEIL MUNICIPAL DE VALMY-SUR-OURCE\nSéance du {date:%d/%m/%Y}\n\n"
        "{chair}, maire, ouvre la séance à {hour} heures {minute}."
    ),
    "department": (
        "DÉPARTEMENT DU VAL-D'ORBE\nCONSEIL DÉPARTEMENTAL\n"
        "Réunion du {weekday} {day}\n\n"
        "Le Conseil départemental s'est réuni à {hour} h {minute}, sous la présidence de {chair}, Président."
    ),
    "region": (
        "RÉGION DES HAUTES-COMBES\nCONSEIL RÉGIONAL\n"
        "Séance plénière du {day}\n\n"
        "L'assemblée s'est réunie à {hour} h {minute} sous la présidence de {chair}, président du conseil régional."
    ),
    "metropolis": (
        "MÉTROPOLE DE GRANDVAL\nRegistre des délibérations du conseil métropolitain\n"
        "Séance du {weekday} {day}\n\n"
        "Présidence : {chair}\nOuverture de la séance à {hour} h {minute}"
    ),
    "village": (
        "CR du conseil municipal du {day}\n\n"
        "Le conseil municipal de Chaux-Neuve s'est réuni le {day} à {hour}h{minute} en mairie, "
        "sous la présidence de {chair}."
    ),
}


def _head(meeting: Meeting, name: str) -> str:
    """Write the head of minutes: what sat, when, and who presides."""
    if name == "register":
        return _register(meeting)
    day = day_in_words(meeting.day)
    return HEADS[name].format(
        weekday=_weekday(meeting),
        day=day,
        upper_day=day.upper(),
        date=meeting.day,
        chair=_chair(meeting),
        hour=meeting.opened.hour,
        minute=f"{meeting.opened.minute:02d}",
    )
