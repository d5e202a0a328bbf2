"""
It will score the reading of the same facts in twenty layouts, at four levels of noise, beside plain patterns.

Usage: python benchmarks/accuracy_of_layouts.py [--write]
The sittings are drawn by the tests' generator, always the same. `--write` renews its part of
docs/reference/accuracy.md.
"""

import os
import re
import resource
import sys
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from random import Random


HOUSE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HOUSE))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "declic.config.settings")

from benchmarks.accuracy_of_sittings import patterns_of  # noqa: E402
from benchmarks.accuracy_page import renew  # noqa: E402
from declic.engines.reading.sitting import read_sitting  # noqa: E402
from declic.engines.reading.text import Layout  # noqa: E402
from declic.engines.voting.recount import recount  # noqa: E402
from declic.records.sources.rolls import findings_of, roll_of  # noqa: E402
from declic.units.person_names import name_key  # noqa: E402
from tests.engines.minutes.layouts import LAYOUTS, meeting_for, write  # noqa: E402
from tests.engines.minutes.scanning import LEVELS, scan  # noqa: E402
from tests.engines.minutes.told_facts import Facts, read_facts, written_facts  # noqa: E402


MARK = "<!-- layouts -->"
END = "<!-- end of layouts -->"
INTRODUCTION = (
    "{sittings} sittings in each of {layouts} layouts at each of {levels} levels of noise (`tests/engines/minutes`). "
    "A name counts as right only letter for letter, but for case and accents: a letter that the scan changed is an "
    "error here, though the reader gave what stands in the text."
)
CAUSES = (
    "Of {wrong} facts read wrong, {scan} are words that the scan changed; {own} are the reader's own: the text still "
    "holds the words that were meant."
)
SPEED = (
    "{speed:.2f} s of processor for 100,000 characters (plain patterns: {plain:.3f} s); "
    "{peak:.0f} MB at the peak of this process."
)
SITTINGS = 12
ALIKE = 0.75
WORST = 10
PATTERN_KINDS = {"date": "date", "present": "present, names", "proxies": "proxies", "votes": "votes", "secretary": "secretary"}  # fmt: skip


@dataclass(slots=True)
class Tally:
    """Facts written, read, and both."""

    written: int = 0
    read: int = 0
    right: int = 0

    def add(self, wanted: Counter[object], found: Counter[object]) -> None:
        self.written += wanted.total()
        self.read += found.total()
        self.right += (wanted & found).total()

    def cells(self) -> str:
        precision = f"{self.right / self.read:.3f}" if self.read else "–"
        recall = f"{self.right / self.written:.3f}" if self.written else "–"
        return f"{precision} | {recall}"


@dataclass(slots=True)
class Wrong:
    """A fact that was read and not written, the most alike of those written, and whether the text still says that one."""

    level: str
    layout: str
    kind: str
    read: str
    meant: str
    is_in_text: bool


@dataclass(slots=True)
class Scores:
    """Tallies by level and kind, by level and layout, and the patterns'; what was read wrong."""

    kinds: dict[tuple[str, str], Tally] = field(default_factory=lambda: defaultdict(Tally))
    layouts: dict[tuple[str, str], Tally] = field(default_factory=lambda: defaultdict(Tally))
    patterns: dict[tuple[str, str], Tally] = field(default_factory=lambda: defaultdict(Tally))
    wrong: list[Wrong] = field(default_factory=list)
    contradictions: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    patterns_seconds: float = 0.0
    characters: int = 0


def words_of(fact: object) -> str:
    return " ".join(map(str, fact)) if isinstance(fact, tuple) else str(fact)


def alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def wrongs(level: str, layout: str, text: str, wanted: Facts, found: Facts) -> list[Wrong]:
    """Give what was read and not written, each beside the written fact that it is most like."""
    plain = name_key(text)
    told = []
    for kind, facts in wanted.items():
        for fact in found.get(kind, Counter()) - facts:
            meant = max(
                (words_of(one) for one in facts), key=lambda one: alike(one, words_of(fact)), default=""
            )
            names = [part for part in re.findall(r"[a-z][a-z ]+[a-z]", meant) if len(part) > 3]
            is_said = bool(names) and all(name in plain for name in names)
            told.append(Wrong(level, layout, kind, words_of(fact), meant, is_said))
    return told


def score(scores: Scores, level: str, name: str, seed: int) -> None:
    """Write, scan, read and compare one sitting."""
    layout = LAYOUTS[name]
    meeting = meeting_for(layout, Random(seed))  # noqa: S311 — the same sittings every time
    text = scan(write(meeting, layout), Random(seed + 1), LEVELS[level])  # noqa: S311
    start = time.process_time()
    sitting = read_sitting(Layout(text))
    scores.seconds += time.process_time() - start
    scores.characters += len(text)
    found, wanted = read_facts(sitting), written_facts(meeting, layout)
    start = time.process_time()
    plain = patterns_of(text)
    scores.patterns_seconds += time.process_time() - start
    for kind, facts in wanted.items():
        own = found.get(kind, Counter())
        scores.kinds[level, kind].add(facts, own)
        scores.layouts[level, name].add(facts, own)
    for kind, other in PATTERN_KINDS.items():
        facts = Counter(map(str, wanted[kind])) if kind == "date" else wanted[kind]
        scores.patterns[level, kind].add(facts, plain.get(other, Counter()))
    scores.wrong += wrongs(level, name, text, wanted, found)
    if sitting:
        findings = findings_of(recount(roll_of(sitting)), sitting=sitting)
        scores.contradictions[level] += bool(findings)


def table(title: str, rows: dict[str, list[str]]) -> list[str]:
    """Give a table whose columns are the levels of noise, precision and recall apart."""
    heads = " | ".join(f"{level}: precision | recall" for level in LEVELS)
    lines = [f"| {title} | {heads} |", "|---|" + "---:|" * (2 * len(LEVELS))]
    return lines + [f"| {name} | {' | '.join(cells)} |" for name, cells in rows.items()]


def by_level(tallies: dict[tuple[str, str], Tally], names: list[str]) -> dict[str, list[str]]:
    return {name: [tallies[level, name].cells() for level in LEVELS] for name in names}


def invented(scores: Scores, level: str) -> tuple[int, int]:
    """Count what was read of a level, and what of it is like nothing that was written."""
    read = sum(tally.read for (own, _kind), tally in scores.kinds.items() if own == level)
    far = sum(one.level == level and alike(one.read, one.meant) < ALIKE for one in scores.wrong)
    return read, far


def worst(scores: Scores) -> list[str]:
    """List the reader's own misreadings that come back most: the text still says what was meant."""
    groups: dict[tuple[str, str], list[Wrong]] = defaultdict(list)
    for one in scores.wrong:
        if one.is_in_text:
            groups[one.kind, one.layout].append(one)
    own = sum(map(len, groups.values()))
    lines = [
        CAUSES.format(wrong=len(scores.wrong), scan=len(scores.wrong) - own, own=own),
        "",
        "| times | fact | layout | read | meant |",
        "|---:|---|---|---|---|",
    ]
    for (kind, layout), found in sorted(groups.items(), key=lambda group: -len(group[1]))[:WORST]:
        lines.append(f"| {len(found)} | {kind} | {layout} | {found[0].read} | {found[0].meant} |")
    return lines


def report(scores: Scores) -> str:
    """Write the part of the page that tells of layouts and noise."""
    kinds = sorted({kind for _level, kind in scores.kinds})
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    speed, plain = (
        spent / scores.characters * 100_000 for spent in (scores.seconds, scores.patterns_seconds)
    )
    lines = [
        MARK,
        "## The same facts in twenty layouts, scanned more or less well",
        "",
        INTRODUCTION.format(sittings=SITTINGS, layouts=len(LAYOUTS), levels=len(LEVELS)),
        "",
        *table("fact", by_level(scores.kinds, kinds)),
        "",
        "### Plain patterns on the same texts",
        "",
        *table("fact", by_level(scores.patterns, list(PATTERN_KINDS))),
        "",
        "### All facts together, by layout",
        "",
        *table("layout", by_level(scores.layouts, list(LAYOUTS))),
        "",
        "### What is false",
        "",
        "| noise | facts read | like nothing that was written | documents with a false contradiction |",
        "|---|---:|---:|---:|",
    ]
    for level in LEVELS:
        read, far = invented(scores, level)
        documents = SITTINGS * len(LAYOUTS)
        lines.append(f"| {level} | {read} | {far} | {scores.contradictions[level]} of {documents} |")
    lines += [
        "",
        f"### The {WORST} misreadings of the reader that come back most, all levels",
        "",
        *worst(scores),
        "",
    ]
    lines.append(SPEED.format(speed=speed, plain=plain, peak=peak))
    lines.append(END)
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    scores = Scores()
    for level in LEVELS:
        for name in LAYOUTS:
            for seed in range(SITTINGS):
                score(scores, level, name, seed)
    words = report(scores)
    print(words)
    if "--write" in arguments:
        renew(words, mark=MARK, end=END)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
