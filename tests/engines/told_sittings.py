"""What happens while a council sits, drawn at random and told between its acts: who comes, who goes, who votes how."""

from dataclasses import dataclass

from hypothesis import strategies as st

from tests.engines.generated_sittings import TITLES, Facts, Someone, Style
from tests.engines.rendered_sittings import write_name, write_roll, write_totals, write_vote


COMES = (
    "Arrivée de {name} à 20 h 25.",
    "{name} arrive à 20h25.",
    "{name} rejoint la séance.",
    "À 20 heures 25, {name} entre en séance.",
    "{name} est arrivé avant le vote de la question n° {question}.",
    "Arrivée de {name}.",
)
GOES = (
    "Départ de {name} à 21 h 10.",
    "{name} quitte la séance à 21h10.",
    "{name} a quitté la réunion.",
    "À 21 heures 10, {name} quitte la salle et donne pouvoir à {holder}.",
    "Départ de {name} après le vote de la question {before}.",
)
APART = (
    "{name} ne prend pas part au vote.",
    "{name} se retire.",
    "{name}, concerné par le dossier, sort de la salle.",
    "Hors de la présence de {name}, le conseil délibère.",
)
SCORES = (
    "{name} : {votes} voix",
    "{name} a obtenu {votes} voix",
    "- {name}, {votes} voix",
    "Liste conduite par {name} : {votes} voix",
)


@dataclass(frozen=True)
class Told:
    """Who moves (a place in the roll), where, who withdraws from which act, who votes against, who is elected."""

    mover: int
    comes: bool
    act: int
    wording: str
    apart: tuple[int, int, str] | None
    named: tuple[int, ...]
    scores: tuple[tuple[int, int], ...]
    score_wording: str
    blank: int
    null: int


def _place(known: Facts, person: Someone) -> int:
    return known.people.index(person)


@st.composite
def told(draw, known: Facts):
    there = [_place(known, person) for person in known.standing(None)]
    held = {known.chair, known.secretary, *(proxy.holder for proxy in known.proxies)}
    free = [at for at in there if at not in held]
    if not free:
        return None
    mover = draw(st.sampled_from(free))
    others = [at for at in there if at != mover]
    comes = draw(st.booleans())
    act = draw(st.integers(1, len(known.results)))
    apart = None
    if draw(st.booleans()):
        apart = (
            draw(st.sampled_from(others)),
            draw(st.integers(0, len(known.results) - 1)),
            draw(st.sampled_from(APART)),
        )
    named = draw(st.lists(st.sampled_from(others), max_size=3, unique=True))
    candidates = draw(st.lists(st.sampled_from(others), min_size=1, max_size=2, unique=True))
    scores = [(at, draw(st.integers(0, 9))) for at in candidates]
    return Told(
        mover=mover,
        comes=comes,
        act=act,
        wording=draw(st.sampled_from(COMES if comes else GOES)),
        apart=apart,
        named=tuple(named),
        scores=tuple(scores),
        score_wording=draw(st.sampled_from(SCORES)),
        blank=draw(st.integers(0, 3)),
        null=draw(st.integers(0, 3)),
    )


def write_told(known: Facts, style: Style, happens: Told) -> str:
    """Write minutes whose questions pass in their order, with what happens between and within their acts."""
    chair = known.people[known.chair]
    parts = [
        "CONSEIL MUNICIPAL DE BELLEFOND",
        f"Séance du {known.day:%d/%m/%Y}",
        f"Le conseil municipal s'est réuni sous la présidence de {chair.civility} {chair.given} {chair.surname}, maire.",
        write_totals(known, style),
        write_roll(known, style),
    ]
    for at, result in enumerate(known.results):
        lines = [f"Question n°{at + 1} : {TITLES[at % len(TITLES)]}", "Le maire présente le dossier."]
        if happens.apart and happens.apart[1] == at:
            lines.append(happens.apart[2].format(name=write_name(known.people[happens.apart[0]], style)))
        if at == 0 and happens.named:
            names = ", ".join(write_name(known.people[place], style) for place in happens.named)
            lines.append(
                f"Pour : {result.votes_for}\nContre : {len(happens.named)} ({names})\nAbstention : 0"
            )
        else:
            lines.append(write_vote(result, style))
        if at + 1 == happens.act:
            lines.append(_move(known, style, happens))
        parts.append("\n\n".join(lines))
    parts.append(_election(known, style, happens))
    return "\n\n".join(parts)


def _move(known: Facts, style: Style, happens: Told) -> str:
    return happens.wording.format(
        name=write_name(known.people[happens.mover], style),
        holder=write_name(known.people[known.chair], style),
        question=happens.act + 1,
        before=happens.act,
    )


def _election(known: Facts, style: Style, happens: Told) -> str:
    cast = sum(votes for _place, votes in happens.scores)
    scores = "\n".join(
        happens.score_wording.format(name=write_name(known.people[at], style), votes=votes)
        for at, votes in happens.scores
    )
    return (
        f"Question n°{len(known.results) + 1} : Élection d'un adjoint\n\n"
        f"Nombre de votants : {cast + happens.blank + happens.null}\nBulletins blancs : {happens.blank}\n"
        f"Bulletins nuls : {happens.null}\nSuffrages exprimés : {cast}\nMajorité absolue : {cast // 2 + 1}\n{scores}\n"
    )
