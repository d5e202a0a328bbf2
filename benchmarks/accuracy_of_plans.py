"""
It will score the reading of plans, fact by fact, precision and recall apart, beside plain patterns.

Usage: python benchmarks/accuracy_of_plans.py [--write]
The same invented facts in twenty layouts at four levels of noise (`tests/engines/plans`), always the same; and the real
documents of DECLIC_DOCUMENTS that hold a plan. `--write` renews its part of docs/reference/accuracy.md.
"""

import json
import os
import re
import resource
import sys
import time
from collections import Counter
from difflib import get_close_matches
from pathlib import Path
from random import Random
from typing import Any


HOUSE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HOUSE))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "declic.config.settings")

from benchmarks.accuracy_of_layouts import (  # noqa: E402
    SPEED,
    WORST,
    Scores,
    Tally,
    by_level,
    invented,
    table,
    worst,
    wrongs,
)
from benchmarks.accuracy_of_sittings import text_of  # noqa: E402
from benchmarks.accuracy_page import renew  # noqa: E402
from declic.engines.reading.reader import read_text  # noqa: E402
from declic.units.folding import fold  # noqa: E402
from declic.units.french_calendar import MONTHS  # noqa: E402
from tests.engines.minutes.scanning import LEVELS, scan  # noqa: E402
from tests.engines.plans.layouts import LAYOUTS, write  # noqa: E402
from tests.engines.plans.programmes import draw_programme  # noqa: E402
from tests.engines.plans.told_facts import KINDS, Facts, read_facts, written_facts  # noqa: E402


DOCUMENTS = Path(os.environ.get("DECLIC_DOCUMENTS", HOUSE.parent / "shared" / "documents"))
MARK = "<!-- plans -->"
END = "<!-- end of plans -->"
PROGRAMMES = 10
INTRODUCTION = (
    "{programmes} programmes in each of {layouts} layouts at each of {levels} levels of noise (`tests/engines/plans`): "
    "title, parties and who stands for them, axes (number, title), measures (number, axis, parent), their whole texts, "
    "figures with their unit, amounts, dates. A word counts as right only letter for letter, but for case and accents; the "
    "text of a measure where it begins and ends as written, whatever letters the scan changed in it."
)
PATTERN_AXIS = re.compile(r"^(?:#+ )?(?:axe|orientation|enjeu|ambition) (?:n° ?)?(\d+) ?[:–.-] ?(.+)$", re.IGNORECASE | re.MULTILINE)  # fmt: skip
PATTERN_MEASURE = re.compile(
    r"^(?:#+ )?(?:mesure|action|fiche action|engagement|objectif opérationnel|chantier) (?:n° ?)?(\d+(?:\.\d+)*) ?[:–.-]",
    re.IGNORECASE | re.MULTILINE,
)
PATTERN_AMOUNT = re.compile(r"(\d[\d ]*(?:,\d+)?) ?(M€|k€|€|euros)")
PATTERN_FIGURE = re.compile(r"(\d+) ([a-zà-ÿ]{4,}s)\b")
PATTERN_DATE = re.compile(rf"(?:(\d{{1,2}}) )?({'|'.join(MONTHS)}) (\d{{4}})", re.IGNORECASE)
PATTERN_PARTY = re.compile(
    r"(?:l'|la )([^,\n]{3,60}), représentée? par (?:M\.|Mme) ([^,\n]+), ([^,;\n]+)", re.IGNORECASE
)
THIRD = 3
SAME_BOUNDS = 0.94
STAMPED = frozenset({"2031-01-04", "2031-01-05"})
"""What the stamps of a scan say: it is in the text, and none of the plan's facts."""
FACTORS = {"M€": 1_000_000, "k€": 1000}


def patterns_of(text: str) -> Facts:
    """Give what plain regular expressions find: the least that any reader does."""
    parties = PATTERN_PARTY.findall(text)
    return {
        "title": Counter([fold(text.split("\n", 1)[0]).strip("# ")]),
        "parties": Counter(fold(name) for name, _who, _what in parties),
        "people": Counter((fold(who), fold(what)) for _name, who, what in parties),
        "axes": Counter((int(number), fold(title)) for number, title in PATTERN_AXIS.findall(text)),
        "measures": Counter(PATTERN_MEASURE.findall(text)),
        "figures": Counter((int(value), unit) for value, unit in PATTERN_FIGURE.findall(text)),
        "amounts": Counter(
            float(value.replace(" ", "").replace(",", ".")) * FACTORS.get(unit, 1)
            for value, unit in PATTERN_AMOUNT.findall(text)
        ),
        "dates": Counter(
            f"{year}-{MONTHS.index(month.lower()) + 1:02d}" + (f"-{int(day):02d}" if day else "")
            for day, month, year in PATTERN_DATE.findall(text)
        ),
    }


def score(scores: Scores, level: str, name: str, seed: int) -> None:
    """Write, scan, read and compare one programme."""
    layout, programme = LAYOUTS[name], draw_programme(Random(seed))  # noqa: S311 — the same programmes every time
    text = scan(write(programme, layout), Random(seed + 1), LEVELS[level])  # noqa: S311
    start = time.process_time()
    reading = read_text(text)
    scores.seconds += time.process_time() - start
    scores.characters += len(text)
    found, wanted = read_facts(reading.pact), written_facts(programme, layout)
    found["texts"] = bounded(found.get("texts", Counter()), wanted["texts"])
    found["dates"] = Counter(
        {day: count for day, count in found.get("dates", Counter()).items() if day not in STAMPED}
    )
    start = time.process_time()
    plain = patterns_of(text)
    scores.patterns_seconds += time.process_time() - start
    for kind, facts in wanted.items():
        scores.kinds[level, kind].add(facts, found.get(kind, Counter()))
        scores.layouts[level, name].add(facts, found.get(kind, Counter()))
        told = Counter(one[0] for one in facts.elements()) if kind == "measures" else facts  # type: ignore[index]
        if kind != "texts":
            scores.patterns[level, kind].add(told, plain.get(kind, Counter()))
    scores.wrong += wrongs(level, name, text, wanted, found)
    scores.contradictions[level] += any(one.severity.value != "info" for one in reading.findings)


def bounded(read: Counter[object], written: Counter[object]) -> Counter[object]:
    """Give the texts that were read, those whose bounds are right as they were written, whatever letters a scan changed."""
    left = [str(one) for one in (written - read).elements()]
    kept: Counter[object] = Counter((read & written).elements())
    for one in (read - written).elements():
        close = get_close_matches(str(one), left, n=1, cutoff=SAME_BOUNDS)
        kept[close[0] if close else one] += 1
        if close:
            left.remove(close[0])
    return kept


def planoise() -> list[str]:
    """Score the real pact against its gold."""
    folder = DOCUMENTS / "planoise"
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    text = (folder / "deliberation-2023-006429.txt").read_text(encoding="utf-8")
    pact = read_text(text).pact
    wanted, found, plain = wanted_of_gold(gold), read_facts(pact), patterns_of(text)
    found["measures"] = Counter(one.number for one in pact.measures) if pact else Counter()
    lines = [
        "### A real pact (`deliberation-2023-006429`)",
        "",
        "This document was in view while the rules were written.",
        "",
        "| fact | expected | precision | recall | patterns: precision | recall |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for kind, facts in wanted.items():
        own, other = Tally(), Tally()
        own.add(facts, found.get(kind, Counter()))
        other.add(facts, plain.get(kind, Counter()))
        lines.append(f"| {kind} | {facts.total()} | {own.cells()} | {other.cells()} |")
    return [*lines, ""]


def wanted_of_gold(gold: dict[str, Any]) -> Facts:
    """Give the facts of the gold, by kind."""
    pact = gold["pact"]
    return {
        "title": Counter([fold(pact["title"]["value"])]),
        "parties": Counter(fold(one["organisation"]) for one in pact["signatories"]),
        "measures": Counter(str(one["number"]) for one in pact["measures"]),
        "texts": Counter(fold(one["full_text"]) for one in pact["measures"]),
        "figures": Counter(
            (int(one["value"]), one["unit"].replace("hab.", "habitants")) for one in gold["figures"]
        ),
        "amounts": Counter(one["value"] for one in gold["amounts"]),
        "dates": Counter(one["value"] for one in gold["dates"]),
    }


def framework() -> list[str]:
    """Count what is read of a real framework of actions of four levels, of which the counts alone are known."""
    name = "referentiel-cae-2024"
    expected = json.loads((DOCUMENTS / "development" / "expected.json").read_text(encoding="utf-8"))[name]
    pact = read_text(text_of(DOCUMENTS / "development" / f"{name}.pdf")).pact
    numbers = [one.number.rstrip(".").split(".") for one in pact.measures] if pact else []
    rows = (
        ("axes", expected["axes"], len(pact.axes) if pact else 0),
        (
            "measures of the third level",
            expected["measures_level3"],
            sum(len(one) == THIRD for one in numbers),
        ),
        (
            "measures of the fourth level",
            expected["submeasures_level4"],
            sum(len(one) > THIRD for one in numbers),
        ),
    )
    lines = [
        f"### A real framework of actions (`{name}`)",
        "",
        "| level | expected | read |",
        "|---|---:|---:|",
    ]
    return [*lines, *(f"| {level} | {count} | {read} |" for level, count, read in rows), ""]


def report(scores: Scores) -> str:
    """Write the part of the page that tells of plans."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    speed, plain = (
        spent / scores.characters * 100_000 for spent in (scores.seconds, scores.patterns_seconds)
    )
    real = [*planoise(), *framework()] if DOCUMENTS.is_dir() else []
    lines = [MARK, "## Plans and pacts", "", *real, "### The same facts in twenty layouts", ""]
    lines += [INTRODUCTION.format(programmes=PROGRAMMES, layouts=len(LAYOUTS), levels=len(LEVELS)), ""]
    lines += [
        *table("fact", by_level(scores.kinds, list(KINDS))),
        "",
        "### Plain patterns on the same plans",
        "",
    ]
    lines += table("fact", by_level(scores.patterns, [kind for kind in KINDS if kind != "texts"]))
    lines += [
        "",
        "Of measures, the patterns are only asked for the number.",
        "",
        "### All facts of plans, by layout",
        "",
    ]
    lines += [*table("layout", by_level(scores.layouts, list(LAYOUTS))), "", "### What is false of plans", ""]
    lines += [
        "| noise | facts read | like nothing that was written | plans with a false contradiction |",
        "|---|---:|---:|---:|",
    ]
    for level in LEVELS:
        read, far = invented(scores, level)
        lines.append(
            f"| {level} | {read} | {far} | {scores.contradictions[level]} of {PROGRAMMES * len(LAYOUTS)} |"
        )
    lines += [
        "",
        f"### The {WORST} misreadings of plans that come back most, all levels",
        "",
        *worst(scores),
        "",
    ]
    return "\n".join([*lines, SPEED.format(speed=speed, plain=plain, peak=peak), END])


def main(arguments: list[str]) -> int:
    scores = Scores()
    for level in LEVELS:
        for name in LAYOUTS:
            for seed in range(PROGRAMMES):
                score(scores, level, name, seed)
    words = report(scores)
    print(words)
    if "--write" in arguments:
        renew(words, mark=MARK, end=END)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
