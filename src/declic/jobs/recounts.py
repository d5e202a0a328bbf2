"""What `declic check` prints: the sitting counted again, question by question and check by check."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from rich.console import Console
from rich.text import Text

from declic.jobs.summaries import VERDICT_STYLES, lines_of, spaced
from declic.jobs.tables import clean, grid, title
from declic.jobs.voice import Voice


Answer = dict[str, Any]

COUNTED = ("present", "usable_proxies", "represented", "quorum", "quorum_met", "void_proxies")
CONTRADICTION = 3
"""Exit code of a sitting that contradicts itself."""


def show_recount(sitting: Answer, *, text: str, console: Console, voice: Voice) -> None:
    """Print the members × questions grid, the arithmetic of each question, then each check with its passages."""
    _show_grid(sitting, console=console, voice=voice)
    _show_questions(sitting, console=console, voice=voice)
    _show_checks(sitting["checks"], text=text, console=console, voice=voice)


def exit_code(sitting: Answer | None) -> int:
    """Give 3 where a check found a contradiction, else 0."""
    checks = sitting["checks"] if sitting else []
    return CONTRADICTION if any(check["verdict"] == "contradiction" for check in checks) else 0


def _show_grid(sitting: Answer, *, console: Console, voice: Voice) -> None:
    order = [one["question"] for one in sitting["questions"]]
    if not sitting["members"] or not order:
        return
    console.print(title(voice.say("Who was in the room, question by question")))
    console.print(Text(f"{voice.say('questions')} {runs_of(order)}", style="dim"))
    console.print(Text(voice.say("■ present   ◪ represented by a proxy that holds   · away"), style="dim"))
    away = dict(_represented(sitting))
    width = max(len(clean(member["name"])) for member in sitting["members"])
    for member in sitting["members"]:
        cells = "".join(
            "■"
            if question in member["present_at"]
            else "◪"
            if question in away.get(member["name"], ())
            else "·"
            for question in order
        )
        console.print(Text(f"{clean(member['name']):<{width}}  {cells}"), soft_wrap=True)


def _show_questions(sitting: Answer, *, console: Console, voice: Voice) -> None:
    if not sitting["questions"]:
        return
    say = voice.say
    console.print(title(say("Votes that could be cast")))
    rows = []
    for _, alike in groupby(sitting["questions"], key=lambda one: [one[name] for name in COUNTED]):
        run = list(alike)
        first = run[0]
        void = ", ".join(_void(sitting["proxies"][index]) for index in first["void_proxies"])
        met = {True: say("met"), False: say("not met"), None: "?"}[first["quorum_met"]]
        quorum = f"{first['quorum']} {met}" if first["quorum"] is not None else "?"
        arithmetic = f"{first['present']} + {first['usable_proxies']} = {first['represented']}"
        rows.append((runs_of([one["question"] for one in run]), arithmetic, quorum, void))
    headings = [
        say("questions"),
        say("present + proxies = votes"),
        say("quorum"),
        say("proxies without effect"),
    ]
    console.print(grid(headings, rows))


def _show_checks(checks: list[Answer], *, text: str, console: Console, voice: Voice) -> None:
    console.print(title(voice.say("Checks")))
    rows = [
        (
            Text(voice.say(spaced(check["verdict"])), style=VERDICT_STYLES[check["verdict"]]),
            check["message"],
            lines_of(check["spans"], text=text),
        )
        for check in checks
    ]
    console.print(grid([voice.say("verdict"), voice.say("check"), voice.say("line")], rows))


def _represented(sitting: Answer) -> list[tuple[str, set[int]]]:
    held: dict[str, set[int]] = {}
    for proxy in sitting["proxies"]:
        held.setdefault(proxy["giver"], set()).update(proxy["usable_at"])
    return list(held.items())


def _void(proxy: Answer) -> str:
    return f"{clean(proxy['giver'])} → {clean(proxy['holder'])}"


def runs_of(questions: Sequence[int]) -> str:
    """Say questions shortly, in their order of passage: « 21 – 44, 46, 45 »."""
    runs: list[list[int]] = []
    for question in questions:
        if runs and question == runs[-1][-1] + 1:
            runs[-1].append(question)
        else:
            runs.append([question])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]} – {run[-1]}" for run in runs)
