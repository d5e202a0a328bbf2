"""The summary that `declic read` prints: what was read, what was found, what was not accounted for."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from rich.console import Console
from rich.text import Text

from declic.jobs.tables import clean, facts, grid, title
from declic.jobs.voice import Voice


Answer = dict[str, Any]

SEVERITY_STYLES = {"error": "bold red", "warning": "yellow", "info": "dim"}
VERDICT_STYLES = {"ok": "green", "contradiction": "bold red", "not_checkable": "dim"}


def show_reading(answer: Answer, *, text: str, console: Console, voice: Voice) -> None:
    """Print the summary of an answer (`declic-reading/1`); `text` gives the line of each finding."""
    document = answer["document"]
    console.print(title(document["name"]))
    console.print(
        facts(
            [
                (voice.say("kind"), voice.say(document["kind"])),
                (voice.say("characters"), document["characters"]),
                ("sha256", document["sha256"]),
            ]
        )
    )
    if answer["sitting"]:
        show_sitting(answer["sitting"], console=console, voice=voice)
    if answer["pact"]:
        show_pact(answer["pact"], console=console, voice=voice)
    if not answer["sitting"] and not answer["pact"]:
        console.print(Text("\n" + voice.say("No sitting and no pact was read in this document.")))
    _show_findings(answer["findings"], text=text, console=console, voice=voice)
    _show_coverage(answer["coverage"], console=console, voice=voice)


def show_sitting(sitting: Answer, *, console: Console, voice: Voice) -> None:
    """Print what a sitting's minutes state, and the result of its checks."""
    say = voice.say
    statuses = Counter(say(member["status"]) for member in sitting["members"])
    roll = ", ".join(f"{name} {count}" for name, count in sorted(statuses.items()))
    verdicts = Counter(check["verdict"] for check in sitting["checks"])
    console.print(title(say("Sitting")))
    console.print(
        facts(
            [
                (say("council"), sitting["body"]),
                (say("date"), sitting["date"]),
                (say("opened, closed"), _joined(sitting["opened_at"], sitting["closed_at"])),
                (say("chair"), sitting["chair"]),
                (say("secretary"), sitting["secretary"]),
                (say("members in office"), sitting["members_in_office"]),
                (say("roll"), f"{len(sitting['members'])} ({roll})" if roll else None),
                (say("proxies"), len(sitting["proxies"])),
                (say("questions"), len(sitting["order"]) or None),
                (
                    say("checks"),
                    ", ".join(f"{say(spaced(word))} {count}" for word, count in verdicts.items()),
                ),
            ]
        )
    )
    if sitting["deliberations"]:
        _show_votes(sitting["deliberations"], console=console, voice=voice)


def show_pact(pact: Answer, *, console: Console, voice: Voice) -> None:
    """Print what a pact or a plan holds, axis by axis."""
    say = voice.say
    measures = Counter(measure["axis"] for measure in pact["measures"])
    ongoing = Counter(action["axis"] for action in pact["ongoing_actions"])
    counted = ("parties", "articles", "axes", "measures", "ongoing_actions")
    also = ("figures", "amounts", "bodies", "dates", "events")
    console.print(title(say("Pact or plan")))
    console.print(
        facts(
            [
                (say("title"), pact["title"]),
                (say("date"), pact["date"]),
                (say("ends on"), pact["ends_on"]),
                (say("counts"), _counts(pact, names=counted, voice=voice)),
                ("", _counts(pact, names=also, voice=voice)),
            ]
        )
    )
    if pact["axes"]:
        rows = [
            (axis["number"], axis["title"], measures[axis["number"]], ongoing[axis["number"]])
            for axis in pact["axes"]
        ]
        headings = [say("axis"), say("title"), say("measures"), say("ongoing actions")]
        console.print(grid(headings, rows, right=(0, 2, 3)))


def _counts(pact: Answer, *, names: Iterable[str], voice: Voice) -> str:
    return ", ".join(f"{voice.say(spaced(name))} {len(pact[name])}" for name in names)


def spaced(name: str) -> str:
    """Write a word of the format as people read it."""
    return name.replace("_", " ")


def _show_votes(acts: list[Answer], *, console: Console, voice: Voice) -> None:
    say = voice.say
    headings = [say(word) for word in ("deliberation", "question", "title", "for", "against", "abstention")]
    rows = [(act["number"], act["question"], act["title"], *_vote(act["vote"], voice=voice)) for act in acts]
    console.print(grid(headings, rows, right=(1, 3, 4, 5)))


def _vote(vote: Answer | None, *, voice: Voice) -> tuple[object, object, object]:
    if vote is None:
        return "–", "–", "–"
    stated = [vote["for"], vote["against"], vote["abstention"]]
    if all(count is None for count in stated) and vote["unanimous"]:
        return voice.say("unanimous"), "", ""
    return tuple("?" if count is None else count for count in stated)  # type: ignore[return-value] # three of them


def _show_findings(findings: list[Answer], *, text: str, console: Console, voice: Voice) -> None:
    console.print(title(voice.say("Findings")))
    if not findings:
        console.print(Text(voice.say("None.")))
        return
    rows = [
        (
            Text(voice.say(finding["severity"]), style=SEVERITY_STYLES[finding["severity"]]),
            lines_of(finding["spans"], text=text),
            finding["message"],
        )
        for finding in findings
    ]
    console.print(grid([voice.say("severity"), voice.say("line"), voice.say("what")], rows))


def lines_of(spans: list[list[int]], *, text: str) -> str:
    """Give the lines of the text at which passages start, each once."""
    lines = dict.fromkeys(str(text.count("\n", 0, start) + 1) for start, _ in spans)
    return ", ".join(lines)


def _show_coverage(coverage: Answer, *, console: Console, voice: Voice) -> None:
    say = voice.say
    orphans = len(coverage["orphans"])
    sentences = f"{coverage['attached']} + {coverage['ignored']} + {orphans} = {coverage['sentences']}"
    aside, unread = len(coverage["ignored_digits"]), len(coverage["unread_digits"])
    numbers = f"{coverage['digits_claimed'] - aside} + {aside} + {unread} = {coverage['digits']}"
    console.print(title(say("Coverage")))
    console.print(
        facts(
            [
                (say("sentences: read + set aside + not read"), sentences),
                (say("numbers: read + set aside + not read"), numbers),
            ]
        )
    )


def _joined(*parts: object) -> str:
    return " – ".join(clean(part) for part in parts if part is not None)
