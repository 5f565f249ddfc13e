"""What the packaged lexicon costs: time to the first look-up, memory, size on disk.

    python tests/benchmarks/bench_lexicon.py

Each time is the best of several fresh processes, in processor time, so that a busy
machine does not count; wall time stands beside it. The budget is 50 ms for the first
look-up of a form and of a word together, and 5 MB of files.
"""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.resources import files

RUNS = 7
BUDGET_MS = 50.0
BUDGET_BYTES = 5_000_000

PROBE = """
import json, sys, time

def clock():
    return time.process_time(), time.perf_counter()

marks = [clock()]
from ntbner.lexicon import packaged, token_categories
marks.append(clock())
packaged().find("Irak")
marks.append(clock())
token_categories("Irak")
marks.append(clock())
packaged().find("Iran"), token_categories("Iran")
marks.append(clock())
print(json.dumps([[1e3 * (b - a) for a, b in zip(x, y)] for x, y in zip(marks, marks[1:])]))
"""

MEMORY_PROBE = """
import tracemalloc
from ntbner.lexicon import packaged, token_categories
tracemalloc.start()
packaged().find("Irak")
forms = tracemalloc.get_traced_memory()[0]
token_categories("Irak")
print(forms, tracemalloc.get_traced_memory()[0] - forms)
"""

STEPS = ("import ntbner.lexicon", "first find()", "first token_categories()", "second of both")


def run(probe: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", probe], check=True, capture_output=True, text=True
    ).stdout


def main() -> None:
    runs = [json.loads(run(PROBE)) for _ in range(RUNS)]
    best = []
    for number, step in enumerate(STEPS):
        cpu = min(times[number][0] for times in runs)
        wall = min(times[number][1] for times in runs)
        best.append(cpu)
        print(f"{step:26} {cpu:8.2f} ms processor {wall:8.2f} ms wall")
    first = best[1] + best[2]
    print(f"{'first look-ups':26} {first:8.2f} ms of {BUDGET_MS:.0f}")
    forms, words = map(int, run(MEMORY_PROBE).split())
    print(f"memory: forms and entries {forms / 1e6:.1f} MB, words {words / 1e6:.1f} MB")
    folder = files("ntbner.lexicon")
    sizes = {
        name: len((folder / name).read_bytes())
        for name in ("entries.tsv", "forms.tsv", "words.txt")
    }
    for name, size in sizes.items():
        print(f"{name:12} {size:>10,} bytes")
    total = sum(sizes.values())
    print(f"{'files':12} {total:>10,} bytes of {BUDGET_BYTES:,}")
    sys.exit(first > BUDGET_MS or total > BUDGET_BYTES)


if __name__ == "__main__":
    main()
