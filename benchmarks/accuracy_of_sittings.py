"""
It will score the reading of minutes, fact by fact, precision and recall apart, beside plain patterns.

Usage: python benchmarks/accuracy_of_sittings.py [--write] [--misses]
Real minutes are read from DECLIC_DOCUMENTS (default: ../shared/documents beside the checkout), generated ones are
drawn by the tests' generator, always the same. `--write` renews docs/reference/accuracy.md.
"""

import json
import os
import re
import resource
import sys
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pypdfium2
from hypothesis import HealthCheck, given, settings


HOUSE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HOUSE))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "declic.config.settings")

from benchmarks.accuracy_page import renew  # noqa: E402
from declic.records.sources.readings import read_bytes  # noqa: E402
from declic.units.french_calendar import MONTHS  # noqa: E402
from declic.units.person_names import name_key  # noqa: E402
from tests.engines.generated_sittings import Facts, Style, facts, styles  # noqa: E402
from tests.engines.rendered_sittings import write_minutes  # noqa: E402


DOCUMENTS = Path(os.environ.get("DECLIC_DOCUMENTS", HOUSE.parent / "shared" / "documents")) / "development"
KINDS = (
    "date", "opened", "chair", "secretary", "in office", "present", "present, names", "away, names", "proxies",
    "votes", "elections", "votes add up",
)  # fmt: skip
GENERATED = 300
MARK = "<!-- sittings -->"
END = "<!-- end of sittings -->"
PATTERN_DATE = re.compile(rf"(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})", re.IGNORECASE)
PATTERN_PRESENT = re.compile(
    r"pr[ée]sents?\s*:\s*(.{10,2500}?)(?:\n\s*\n|\n[^\n]{0,40}(?:excus|absent|pouvoir|procur))",
    re.IGNORECASE | re.DOTALL,
)
PATTERN_NAME = re.compile(r"[A-ZÀ-Ý][a-zà-ÿ-]+ (?:L[Ee] )?[A-ZÀ-Ý'’-]{2,}|[A-ZÀ-Ý'’-]{3,} [A-ZÀ-Ý][a-zà-ÿ-]+")
PATTERN_PROXY = re.compile(
    rf"({PATTERN_NAME.pattern})[^.;\n]{{0,40}}?(?:pouvoir|procuration)[^.;\n]{{0,20}}? à (?:M\. |Mme )?({PATTERN_NAME.pattern})"
)
PATTERN_VOTE = re.compile(
    r"pour\s*:?\s*(\d+)\D{1,20}contre\s*:?\s*(\d+)\D{1,20}abst\w*\s*:?\s*(\d+)", re.IGNORECASE
)
PATTERN_SECRETARY = re.compile(
    rf"secr[ée]taire de s[ée]ance\s*:?\s*(?:M\. |Mme )?({PATTERN_NAME.pattern})", re.IGNORECASE
)

Found = dict[str, Counter[object]]


@dataclass(slots=True)
class Tally:
    """Facts expected, read, and both, of one kind."""

    expected: int = 0
    read: int = 0
    right: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, wanted: Counter[object], read: Counter[object]) -> None:
        both = wanted & read
        self.expected += wanted.total()
        self.read += read.total()
        self.right += both.total()
        self.misses += [f"missed {one}" for one in wanted - both] + [f"invented {one}" for one in read - both]

    def line(self) -> str:
        precision = f"{self.right / self.read:.3f}" if self.read else "–"
        recall = f"{self.right / self.expected:.3f}" if self.expected else "–"
        return f"{self.expected} | {precision} | {recall}"


def facts_of(answer: dict[str, Any]) -> Found:
    """Give the facts of an answer, by kind."""
    sitting = answer["sitting"]
    if not sitting:
        return {}
    present = [one["name"] for one in sitting["members"] if one["status"] == "present"]
    votes = [(act["question"], act["vote"]) for act in sitting["deliberations"] if act["vote"]]
    found: Found = {
        "present": Counter([len(present)]),
        "present, names": Counter(name_key(name) for name in present),
        "away, names": Counter(
            name_key(one["name"]) for one in sitting["members"] if one["status"] != "present"
        ),
        "proxies": Counter((name_key(one["giver"]), name_key(one["holder"])) for one in sitting["proxies"]),
        "votes": Counter(
            (vote["for"], vote["against"], vote["abstention"]) for _, vote in votes if vote["for"] is not None
        ),
        "elections": Counter(
            (
                name_key(score["name"]),
                score["votes"],
                vote["ballot"]["blank"],
                vote["ballot"]["null"],
                vote["ballot"]["cast"],
            )
            for question, vote in votes
            if vote["ballot"]
            for score in vote["ballot"]["scores"][:1]
        ),
        "votes add up": Counter(
            one["verdict"]
            for one in sitting["checks"]
            if one["rule"] == "votes_add_up" and one["verdict"] != "not_checkable"
        ),
    }
    single = {"date": "date", "opened": "opened_at", "in office": "members_in_office"}
    for kind, key in single.items():
        found[kind] = Counter([sitting[key]] if sitting[key] is not None else [])
    for kind in ("chair", "secretary"):
        found[kind] = Counter([name_key(sitting[kind])] if sitting[kind] else [])
    return found


def wanted_of(expected: dict[str, Any]) -> Found:
    """Give the facts that a real document is expected to give; a kind that it does not tell of is left out."""
    wanted: Found = {"date": Counter([expected["date"]]), "present": Counter([expected["present"]])}
    for kind, key in (("opened", "opened"), ("in office", "members")):
        if key in expected:
            wanted[kind] = Counter([expected[key]])
    for kind in ("chair", "secretary"):
        if kind in expected:
            wanted[kind] = Counter([name_key(expected[kind])])
    if "present_names" in expected:
        wanted["present, names"] = Counter(map(name_key, expected["present_names"]))
    wanted["proxies"] = Counter(
        (name_key(one["giver"]), name_key(one["holder"])) for one in expected["proxies"]
    )
    away = [
        *expected.get("absent", ()),
        *expected.get("excused", ()),
        *(one["giver"] for one in expected["proxies"]),
    ]
    wanted["away, names"] = Counter(map(name_key, away))
    votes = expected.get("votes", [])
    wanted["votes"] = Counter(
        (one["pour"], one["contre"], one["abstention"]) for one in votes if "pour" in one
    )
    if votes:
        wanted["votes add up"] = Counter(["ok"])
        scored = [one for one in votes if "scores" in one]
        if scored:
            wanted["elections"] = Counter(
                (name_key(name), score, one["blancs"], one["nuls"], one["exprimes"])
                for one in scored
                for name, score in one["scores"].items()
            )
    return wanted


def patterns_of(text: str) -> Found:
    """Give what plain regular expressions find: the least that any reader does."""
    day = PATTERN_DATE.search(text)
    block = PATTERN_PRESENT.search(text)
    secretary = PATTERN_SECRETARY.search(text)
    return {
        "date": Counter(
            [f"{day[3]}-{MONTHS.index(day[2].lower()) + 1:02d}-{int(day[1]):02d}"] if day else []
        ),
        "present, names": Counter(map(name_key, PATTERN_NAME.findall(block[1]) if block else [])),
        "proxies": Counter((name_key(a), name_key(b)) for a, b in PATTERN_PROXY.findall(text)),
        "votes": Counter(tuple(map(int, found)) for found in PATTERN_VOTE.findall(text)),
        "secretary": Counter([name_key(secretary[1])] if secretary else []),
    }


def wanted_of_facts(known: Facts) -> Found:
    """Give the facts that generated minutes state."""
    names = [name_key(one.name) for one in known.people]
    return {
        "date": Counter([known.day.isoformat()]),
        "chair": Counter([names[known.chair]]),
        "secretary": Counter([names[known.secretary]]),
        "in office": Counter([len(names)]),
        "present, names": Counter(name_key(one.name) for one in known.standing(None)),
        "away, names": Counter(name_key(one.name) for one in known.people if one.away),
        "proxies": Counter((names[one.giver], names[one.holder]) for one in known.proxies),
        "votes": Counter((one.votes_for, one.against, one.abstention) for one in known.results),
    }


def text_of(path: Path) -> str:
    """Give the plain text of a PDF, page after page."""
    document = pypdfium2.PdfDocument(path)
    pages = [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in document]
    document.close()
    return "\n".join(pages)


@dataclass(slots=True)
class Scores:
    """Tallies by document and kind, ours and the patterns'."""

    ours: dict[tuple[str, str], Tally] = field(default_factory=lambda: defaultdict(Tally))
    theirs: dict[tuple[str, str], Tally] = field(default_factory=lambda: defaultdict(Tally))
    seconds: float = 0.0
    characters: int = 0

    def add(self, name: str, text: str, wanted: Found) -> None:
        start = time.process_time()
        read = facts_of(read_bytes(text.encode(), name=f"{name}.txt").answer)
        self.seconds += time.process_time() - start
        self.characters += len(text)
        plain = patterns_of(text)
        for kind, facts_wanted in wanted.items():
            for key in ((name, kind), ("all", kind)):
                self.ours[key].add(facts_wanted, read.get(kind, Counter()))
                self.theirs[key].add(facts_wanted, plain.get(kind, Counter()))


def score_real() -> Scores:
    scores = Scores()
    expected = json.loads((DOCUMENTS / "expected.json").read_text(encoding="utf-8"))
    for name, wanted in expected.items():
        if name.startswith("cm-"):
            scores.add(name, text_of(DOCUMENTS / f"{name}.pdf"), wanted_of(wanted))
    return scores


def score_generated() -> Scores:
    scores = Scores()

    @settings(
        max_examples=GENERATED,
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(facts(), styles())
    def read_one(known: Facts, style: Style) -> None:
        scores.add("generated", write_minutes(known, style), wanted_of_facts(known))

    read_one()
    return scores


def table(scores: Scores, name: str) -> list[str]:
    """Give one table: kinds by lines, ours then the patterns'."""
    lines = [
        "| fact | expected | precision | recall | patterns: precision | recall |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for kind in KINDS:
        ours, theirs = scores.ours.get((name, kind)), scores.theirs.get((name, kind))
        if ours and theirs and (ours.expected or ours.read):
            lines.append(f"| {kind} | {ours.line()} | {theirs.line().split(' | ', 1)[1]} |")
    return lines


def report(real: Scores | None, generated: Scores) -> str:
    """Write the part of the page that tells of sittings."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    lines = [MARK, "## Minutes and deliberations", ""]
    if real:
        names = sorted({name for name, _ in real.ours} - {"all"})
        lines += [f"### Real minutes, all {len(names)} together", "", *table(real, "all"), ""]
        for name in names:
            lines += [f"### {name}", "", *table(real, name), ""]
        lines += [f"{real.characters:,} characters read in {real.seconds:.2f} s of processor.", ""]
    lines += [
        f"### Generated minutes ({GENERATED} at most, always the same)",
        "",
        *table(generated, "all"),
        "",
    ]
    speed = generated.seconds / max(generated.characters, 1) * 100_000
    lines += [
        f"{speed:.2f} s of processor for 100,000 characters; {peak:.0f} MB at the peak of this process.",
        END,
    ]
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    real = score_real() if DOCUMENTS.is_dir() else None
    generated = score_generated()
    words = report(real, generated)
    print(words)
    if "--misses" in arguments:
        for scores in (real, generated):
            for (name, kind), tally in scores.ours.items() if scores else ():
                if name != "all" and tally.misses:
                    print(f"{name}: {kind}: {Counter(tally.misses).most_common(8)}")
    if "--write" in arguments:
        renew(words, mark=MARK, end=END)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
