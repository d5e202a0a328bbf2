"""Proxies whose giver or holder could be several members, settled by what a proxy supposes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from declic.engines.reading.drafts import ChoiceDraft, MemberDraft, ProxyDraft, SittingDraft, Status
from declic.engines.reading.people import read_civility
from declic.units.folding import fold
from declic.units.person_names import find_namesake
from declic.units.spans import Span


@dataclass(frozen=True, slots=True)
class _Clue:
    """A reason to keep some of the members who could be meant, in French."""

    said: str
    keeps: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Room:
    """The members, and which of them hold a proxy that names them without doubt."""

    members: tuple[MemberDraft, ...]
    names: tuple[str, ...]
    busy: frozenset[int | None]


LADIES = frozenset({"Mme", "Madame", "Mlle", "Mademoiselle"})
LEAD = re.compile(r"(?:M|Mr|Mme|Mlle|Monsieur|Madame)\.?[ \r\n]{1,3}$")
MOST_NAMESAKES = 12


def settle_namesakes(sitting: SittingDraft, view: str) -> SittingDraft:
    """
    Give the sitting whose proxies name, of several members who could be meant, the one that may give or hold.

    Nobody gives a vote to oneself; who gives is away, who holds is in the room; a civility tells a man from a
    woman; who holds no other proxy comes before who does. Several left: the name stays as written, to confirm.
    """
    names = tuple(member.name for member in sitting.members)
    index = {name: find_namesake(name, among=names) for proxy in sitting.proxies for name in _named(proxy)}
    if None not in index.values():
        return sitting
    busy = frozenset(index[proxy.holder] for proxy in sitting.proxies)
    room = _Room(sitting.members, names, busy)
    proxies: list[ProxyDraft] = []
    choices: list[ChoiceDraft] = []
    for proxy in sitting.proxies:
        settled = proxy
        for is_holder, name in enumerate(_named(proxy)):
            if index[name] is not None:
                continue
            settled, choice = _settle(room, settled, view, is_holder=bool(is_holder))
            choices.extend([choice] if choice else [])
        proxies.append(settled)
    return replace(sitting, proxies=tuple(proxies), choices=(*sitting.choices, *choices))


def _named(proxy: ProxyDraft) -> tuple[str, str]:
    return proxy.giver, proxy.holder


def _settle(
    room: _Room, proxy: ProxyDraft, view: str, *, is_holder: bool
) -> tuple[ProxyDraft, ChoiceDraft | None]:
    name, other = (proxy.holder, proxy.giver) if is_holder else (proxy.giver, proxy.holder)
    names = room.names
    meant = [at for at, one in enumerate(names) if find_namesake(name, among=[one]) is not None]
    if not 1 < len(meant) <= MOST_NAMESAKES:
        return proxy, None
    left = tuple(meant)
    reasons: list[str] = []
    civility = _civility(view, name, proxy.spans[0])
    for clue in _clues(room, left, other=other, civility=civility, is_holder=is_holder):
        kept = tuple(at for at in left if at in clue.keeps)
        if kept and kept != left and len(left) > 1:
            left, reasons = kept, [*reasons, clue.said]
    is_settled = len(left) == 1
    chosen = names[left[0]] if is_settled else name
    rivals = tuple(names[at] for at in (meant if is_settled else left) if names[at] != chosen)
    choice = ChoiceDraft(
        subject=f"Pouvoir de {proxy.giver} à {proxy.holder}",
        chosen=chosen,
        rivals=rivals,
        constraint=", ".join(reasons) if is_settled else None,
        spans=proxy.spans,
    )
    if not is_settled:
        return proxy, choice
    return (replace(proxy, holder=chosen) if is_holder else replace(proxy, giver=chosen)), choice


def _clues(
    room: _Room, meant: Sequence[int], *, other: str, civility: str | None, is_holder: bool
) -> Iterator[_Clue]:
    members = room.members
    apart = find_namesake(other, among=room.names)
    yield _Clue("nul ne se donne pouvoir", tuple(at for at in meant if at != apart))
    if civility:
        yield _Clue("la civilité", tuple(at for at in meant if _is_alike(civility, members[at])))
    there = tuple(at for at in meant if members[at].status is Status.PRESENT)
    if is_holder:
        yield _Clue("le mandataire est dans la salle", there)
        yield _Clue("les autres tiennent déjà un pouvoir", tuple(at for at in meant if at not in room.busy))
    else:
        yield _Clue("qui donne pouvoir est absent", tuple(at for at in meant if at not in there))


def _is_alike(civility: str, member: MemberDraft) -> bool:
    return member.civility is None or (member.civility in LADIES) is (civility in LADIES)


def _civility(view: str, name: str, span: Span) -> str | None:
    """Give the civility that stands before the name in the words of the proxy."""
    words = span.of(view)
    lead = LEAD.search(words[: max(words.rfind(name), 0)])
    found = read_civility(words, fold(words), lead.start()) if lead else None
    return found.value if found else None
