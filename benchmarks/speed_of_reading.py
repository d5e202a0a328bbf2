"""
It will time the reading of a document beside a plain regular-expression baseline, in one run, at growing lengths.

Usage: python benchmarks/speed_of_reading.py [FILE]
Each line gives the median of several runs in processor time, the ratio to the baseline and the peak memory.
"""

import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from declic.engines.reading.reader import read_text


HOUSE = Path(__file__).resolve().parents[1]
RESTATED = HOUSE / "data" / "planoise" / "deliberation.txt"
LENGTHS = (1, 4, 16)
RUNS = 7
BASELINE = (
    re.compile(r"(?:M\.|Mme) [A-ZÉ][\w-]+ [A-ZÉÈ-]{2,}"),
    re.compile(r"Mesure \d+ : .+"),
    re.compile(r"\d[\d  ]*(?:,\d+)? ?(?:%|€)"),
    re.compile(r"\d{1,2} [a-zéû]+ \d{4}"),
)


def baseline(text: str) -> int:
    """Count what four plain patterns find: the least that any reader does."""
    return sum(len(pattern.findall(text)) for pattern in BASELINE)


def median_seconds(run: Callable[[str], object], text: str) -> float:
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        run(text)
        times.append(time.process_time() - start)
    return statistics.median(times)


def peak_megabytes(path: Path) -> float:
    """Peak memory of the whole command, in a process of its own."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    command = [str(Path(sys.executable).with_name("declic")), "read", str(path), "--json"]
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    print(f"the whole command, from start to end: {time.perf_counter() - start:.2f} s")
    return max(before, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / 1024


def main(arguments: list[str]) -> int:
    path = Path(arguments[0]) if arguments else RESTATED
    text = path.read_text(encoding="utf-8")
    print(f"peak memory of the whole command: {peak_megabytes(path):.0f} MB")
    print("| characters | Déclic, median s | patterns alone, median s | ratio | s per 100,000 characters |")
    print("|---|---|---|---|---|")
    for times in LENGTHS:
        longer = text * times
        ours, theirs = median_seconds(read_text, longer), median_seconds(baseline, longer)
        per = ours / len(longer) * 100_000
        print(f"| {len(longer):,} | {ours:.3f} | {theirs:.4f} | {ours / theirs:.0f} | {per:.3f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
