"""
It will read the real Planoise document with the command line and score the answer against its gold, item by item.

Usage: python benchmarks/score_planoise.py [--misses]
The documents are read from DECLIC_DOCUMENTS (default: ../shared/documents beside the checkout).
"""

import json
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


HOUSE = Path(__file__).resolve().parents[1]
DOCUMENTS = Path(os.environ.get("DECLIC_DOCUMENTS", HOUSE.parent / "shared" / "documents"))
DOCUMENT = DOCUMENTS / "planoise" / "deliberation-2023-006429.txt"
GOLD = DOCUMENTS / "planoise" / "gold.json"
SAME_UNITS = (
    {"%", "pour cent"},
    {"part", "quart", "fraction", "x", "×"},
    {"×", "fois", "double"},
    {"rang", "ordinal"},
    {"pour 10 000 hab", "pour 10 000 habitants", "pour 10 000 hbts", "médecins pour 10 000 habitants"},
    {"heures", "heure", "h"},
)


@dataclass(slots=True)
class Score:
    """How many of the gold's facts were found, and what was missed or added."""

    name: str
    expected: int
    found: int
    misses: list[str] = field(default_factory=list)
    extras: list[str] = field(default_factory=list)

    def line(self) -> str:
        """One line of the table."""
        extras = f"  extras {len(self.extras)}" if self.extras else ""
        return f"{self.name:<46} {self.found:>4} / {self.expected:<4}{extras}"


def plain(text: object) -> str:
    """Fold case, accents and blanks: spellings are compared without them."""
    folded = (
        unicodedata.normalize("NFKD", str(text or "").replace("’", "'")).encode("ascii", "ignore").decode()
    )
    return re.sub(r"\s+", " ", folded).strip().lower()


def touches(span: Iterable[int], spans: Iterable[Iterable[int]]) -> bool:
    """Say whether a gold span shares a character with one of the spans read."""
    start, end = span
    return any(start < other_end and other_start < end for other_start, other_end in spans)


def covers(span: Iterable[int], spans: Iterable[Iterable[int]]) -> float:
    """Share of a gold span that the spans read hold."""
    start, end = span
    held = {
        at for other_start, other_end in spans for at in range(max(start, other_start), min(end, other_end))
    }
    return len(held) / (end - start)


def score_members(answer: dict[str, Any], gold: dict[str, Any]) -> list[Score]:
    read = {plain(member["name"]): member for member in answer["sitting"]["members"]}
    names = Score("members: names", len(gold["councillors"]), 0)
    facts = {
        key: Score(f"members: {key}", len(gold["councillors"]), 0) for key in ("status", "commune", "ranges")
    }
    for person in gold["councillors"]:
        member = read.pop(plain(person["name"]), None)
        if member is None:
            names.misses.append(person["name"])
            continue
        names.found += 1
        ends = (person["question_from"], person["question_to"])
        whole = person["status"] == "absent"
        right = {
            "status": member["status"] == person["status"],
            "commune": plain(member["group"]) == plain(person["commune"]),
            "ranges": member["ranges"] in ([], [[None, None]]) if whole else member["ranges"] == [list(ends)],
        }
        for key, is_right in right.items():
            facts[key].found += is_right
            if not is_right:
                facts[key].misses.append(f"{person['name']}: {member}")
    names.extras = [member["name"] for member in read.values()]
    return [names, *facts.values()]


def score_proxies(answer: dict[str, Any], gold: dict[str, Any]) -> Score:
    read = {
        (plain(proxy["giver"]), plain(proxy["holder"]), proxy["from"], proxy["to"])
        for proxy in answer["sitting"]["proxies"]
    }
    expected = {
        (plain(proxy["giver"]), plain(proxy["holder"]), proxy["question_from"], proxy["question_to"])
        for proxy in gold["proxies"]
    }
    return _sets("proxies with ranges", expected, read)


def _sets(name: str, expected: set[Any], read: set[Any]) -> Score:
    return Score(
        name,
        len(expected),
        len(expected & read),
        misses=[str(item) for item in sorted(expected - read, key=str)],
        extras=[str(item) for item in sorted(read - expected, key=str)],
    )


def score_sitting(answer: dict[str, Any], gold: dict[str, Any]) -> list[Score]:
    sitting, session = answer["sitting"], gold["seance"]
    expected = {
        "body": plain(session["body"]["value"]),
        "date": session["date"]["value"],
        "published_on": session["published"]["value"],
        "opened_at": session["opened"]["value"],
        "closed_at": session["closed"]["value"],
        "chair": plain(session["chair"]["value"]),
        "secretary": plain(session["secretary"]["value"]),
        "members_in_office": session["members_in_office"]["value"],
        "order": str(session["order"]["value"]),
    }
    read = {
        key: plain(sitting[key]) if key in {"body", "chair", "secretary"} else sitting[key]
        for key in expected
    }
    read["order"] = str(sitting["order"])
    act, vote = sitting["deliberations"][0], session["vote"]
    expected |= {
        "number": session["deliberation_number"]["value"],
        "question": session["report_number"]["value"],
        "title": plain(session["title"]["value"]),
        "rapporteur": plain(session["rapporteur"]["value"]),
        "vote": (vote["pour"]["value"], 0, 0, 0, True),
        "decisions": len(session["decisions"]),
    }
    counted = act["vote"]
    read |= {
        "number": act["number"],
        "question": act["question"],
        "title": plain(act["title"]),
        "rapporteur": plain(act["rapporteur"]),
        "vote": tuple(counted[key] for key in ("for", "against", "abstention", "interested", "unanimous")),
        "decisions": len(act["decisions"]),
    }
    return [_sets("sitting and deliberation: fields", set(expected.items()), set(read.items()))]


def score_questions(answer: dict[str, Any], gold: dict[str, Any]) -> Score:
    def key(line: dict[str, Any], usable: str, quorum: str) -> tuple[Any, ...]:
        return (
            line["question"],
            line["present"],
            line[usable],
            line["represented"],
            line[quorum],
            line["quorum_met"],
        )

    void = {proxy["id"]: index for index, proxy in enumerate(gold["proxies"])}
    expected = {
        (*key(line, "proxies_usable", "quorum_needed"), tuple(void[name] for name in line["unusable"]))
        for line in gold["computed"]["by_question"]
    }
    read = {
        (*key(line, "usable_proxies", "quorum"), tuple(line["void_proxies"]))
        for line in answer["sitting"]["questions"]
    }
    return _sets("questions: presence, proxies, quorum", expected, read)


def score_plan(answer: dict[str, Any], gold: dict[str, Any]) -> list[Score]:
    pact, expected = answer["pact"], gold["pact"]
    axes = {
        axis["number"]: {plain(title) for title in (axis["title"], *axis["titles"])} for axis in pact["axes"]
    }
    parties = {plain(party["organisation"]).removeprefix("l'") for party in pact["parties"]}
    people = {plain(person["name"]) for party in pact["parties"] for person in party["representatives"]}
    return [
        _sets(
            "articles",
            {(article["number"], plain(article["title"])) for article in expected["articles"]},
            {(article["number"], plain(article["title"])) for article in pact["articles"]},
        ),
        _sets("parties", {plain(party["organisation"]) for party in expected["signatories"]}, parties),
        _sets(
            "representatives",
            {
                plain(person["name"])
                for party in expected["signatories"]
                for person in party["representatives"]
            },
            people,
        ),
        _sets(
            "axes with both names",
            {
                (axis["number"], plain(axis[name]))
                for axis in expected["axes"]
                for name in ("name_in_article", "name_in_deliberation")
            },
            {(number, title) for number, titles in axes.items() for title in titles},
        ),
        _sets(
            "measures: number, axis, official text",
            {
                (str(one["number"]), one["axis"], re.sub(r"\s+", " ", one["full_text"]))
                for one in expected["measures"]
            },
            {(one["number"], one["axis"], one["text"]) for one in pact["measures"]},
        ),
    ]


def score_passages(
    name: str, expected: list[dict[str, Any]], read: list[dict[str, Any]], *, share: float
) -> Score:
    """Match gold facts to read ones by the passages they stand on."""
    score = Score(name, len(expected), 0)
    used: set[int] = set()
    for fact in expected:
        spans = fact.get("spans") or [fact["span"]]
        hits = [
            index
            for index, one in enumerate(read)
            if all(covers(span, one["spans"]) >= share for span in spans[:1]) and index not in used
        ]
        if hits:
            used.add(hits[0])
            score.found += 1
        else:
            score.misses.append(str(fact.get("text") or fact.get("message")))
    score.extras = [
        str({k: v for k, v in one.items() if v})[:160] for i, one in enumerate(read) if i not in used
    ]
    return score


def score_figures(answer: dict[str, Any], gold: dict[str, Any]) -> list[Score]:
    read = answer["pact"]["figures"]
    total = len(gold["figures"])
    scores = {
        name: Score(f"figures: {name}", total, 0) for name in ("value", "unit", "qualifier", "all three")
    }
    used: set[int] = set()
    for fact in gold["figures"]:
        hits = [
            (i, one) for i, one in enumerate(read) if touches(fact["span"], one["spans"]) and i not in used
        ]
        hits.sort(key=lambda hit: not same_value(fact, hit[1]))
        if not hits:
            for score in scores.values():
                score.misses.append(f"{fact['id']} {fact['context']}")
            continue
        index, one = hits[0]
        used.add(index)
        right = {
            "value": same_value(fact, one),
            "unit": same_unit(fact["unit"], one["unit"]),
            "qualifier": plain(fact.get("qualifier")) == plain(one["qualifier"]),
        }
        right["all three"] = all(right.values())
        for name, is_right in right.items():
            scores[name].found += is_right
            if not is_right:
                scores[name].misses.append(
                    f"{fact['id']} {fact.get(name)!r} read {one.get(name)!r} in {fact['context']}"
                )
    extras = [f"{one['value']} {one['unit']} {one['subject']}" for i, one in enumerate(read) if i not in used]
    scores["all three"].extras = extras
    return list(scores.values())


def same_value(fact: dict[str, Any], one: dict[str, Any]) -> bool:
    if fact.get("value_max") is not None:
        return (one["low"], one["high"]) == (fact["value"], fact["value_max"])
    value = one["value"] if one["value"] is not None else one["low"]
    return value is not None and abs(float(value) - float(fact["value"])) < 1e-6


def same_unit(expected: str, read: str) -> bool:
    def stem(unit: str) -> str:
        return " ".join(word.rstrip("sx") for word in plain(unit).rstrip(".").split())

    if stem(expected) == stem(read) or stem(expected) in stem(read) or stem(read) in stem(expected):
        return True
    return any(expected.strip(".") in units and read.strip(".") in units for units in SAME_UNITS)


def score_amounts(answer: dict[str, Any], gold: dict[str, Any]) -> Score:
    def key(one: dict[str, Any]) -> bool:
        return any(
            float(one["value"]) == float(read["value_eur"]) and touches(one["span"], read["spans"])
            for read in answer["pact"]["amounts"]
        )

    missed = [one["text"] for one in gold["amounts"] if not key(one)]
    extra = len(answer["pact"]["amounts"]) - len(gold["amounts"]) + len(missed)
    return Score(
        "amounts", len(gold["amounts"]), len(gold["amounts"]) - len(missed), missed, ["?"] * max(0, extra)
    )


def score_dates(answer: dict[str, Any], gold: dict[str, Any]) -> Score:
    read = answer["pact"]["dates"]
    missed, used = [], set()
    for fact in gold["dates"]:
        hits = [
            index
            for index, one in enumerate(read)
            if touches(fact["span"], one["spans"])
            and one["value"].replace("/", "-").startswith(fact["value"].split("/")[0].replace("/", "-"))
        ]
        used.update(hits[:1])
        if not hits:
            missed.append(f"{fact['text']} = {fact['value']}")
    extras = [f"{one['value']} {one['label']}" for index, one in enumerate(read) if index not in used]
    return Score("dates with values", len(gold["dates"]), len(gold["dates"]) - len(missed), missed, extras)


def score_findings(answer: dict[str, Any], gold: dict[str, Any]) -> Score:
    used, missed = set(), []
    for anomaly in gold["anomalies"]:
        hits = [
            index
            for index, finding in enumerate(answer["findings"])
            if any(touches(span, finding["spans"]) for span in anomaly["spans"]) and index not in used
        ]
        if hits:
            used.add(hits[0])
        else:
            missed.append(f"{anomaly['kind']}: {anomaly['message']}")
    extras = [
        f"{one['rule']}: {one['message']}"
        for index, one in enumerate(answer["findings"])
        if index not in used
    ]
    total = len(gold["anomalies"])
    return Score("findings touching the gold's anomalies", total, total - len(missed), missed, extras)


def score_spans(answer: dict[str, Any], text: str) -> Score:
    spans = list(_spans(answer))
    wrong = [
        str(span)
        for span in spans
        if not (0 <= span[0] < span[1] <= len(text) and text[span[0] : span[1]].strip())
    ]
    return Score("spans that re-read", len(spans), len(spans) - len(wrong), wrong)


def _spans(node: Any) -> Iterable[list[int]]:
    if isinstance(node, dict):
        for key, value in node.items():
            if key in {"spans", "orphans"}:
                yield from value
            else:
                yield from _spans(value)
    elif isinstance(node, list):
        for value in node:
            yield from _spans(value)


def read_answer(path: Path) -> dict[str, Any]:
    command = [str(Path(sys.executable).with_name("declic")), "read", str(path), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def scores(answer: dict[str, Any], gold: dict[str, Any], text: str) -> list[Score]:
    pact = gold["pact"]
    return [
        *score_sitting(answer, gold),
        *score_members(answer, gold),
        score_proxies(answer, gold),
        score_questions(answer, gold),
        *score_plan(answer, gold),
        score_passages(
            "ongoing actions", pact["current_actions"], answer["pact"]["ongoing_actions"], share=0.5
        ),
        *score_figures(answer, gold),
        score_amounts(answer, gold),
        score_dates(answer, gold),
        score_passages("bodies", gold["bodies"], answer["pact"]["bodies"], share=0.5),
        score_findings(answer, gold),
        score_spans(answer, text),
    ]


def main(arguments: list[str]) -> int:
    if not DOCUMENT.is_file():
        sys.stderr.write("The real document is not here: set DECLIC_DOCUMENTS.\n")
        return 2
    answer = read_answer(DOCUMENT)
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    for score in scores(answer, gold, DOCUMENT.read_text(encoding="utf-8")):
        print(score.line())
        if "--misses" in arguments:
            for miss in score.misses:
                print(f"    missed  {miss}")
            for extra in score.extras:
                print(f"    extra   {extra}")
    checks = [f"{check['rule']}={check['verdict']}" for check in answer["sitting"]["checks"]]
    print(f"{len(checks)} checks: " + ", ".join(checks))
    covered = answer["coverage"]
    print(
        f"coverage: {covered['attached']} attached + {covered['ignored']} ignored of {covered['sentences']} sentences, "
        f"{len(covered['orphans'])} orphans; digits {covered['digits_claimed']} / {covered['digits']}",
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
