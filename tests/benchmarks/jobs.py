"""How much sooner the work is done on more cores: whole processes, the same output, in turn.

    python tests/benchmarks/jobs.py FILE.jsonl [JOBS] [RUNS]

The best of the runs is taken of each, and what else the machine did meanwhile is printed: judge by a quiet one.
"""

from __future__ import annotations

import hashlib
import os
import resource
import subprocess
import sys
import time


def run(path: str, jobs: int) -> tuple[float, float, float, str]:
    """Seconds by the clock, of CPU, until the first fact, and a digest of the output."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    command = [sys.executable, "-m", "factx", "-j", str(jobs), "-f", "jsonl", path]
    digest = hashlib.sha256()
    with subprocess.Popen(command, stdout=subprocess.PIPE) as running:
        assert running.stdout
        digest.update(running.stdout.readline())
        first = time.perf_counter() - began
        while data := running.stdout.read(1 << 20):
            digest.update(data)
    seconds = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, cpu, first, digest.hexdigest()


def main() -> None:
    path = sys.argv[1]
    jobs = int(sys.argv[2]) if len(sys.argv) > 2 else len(os.sched_getaffinity(0))
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    results: dict[int, list[tuple[float, float, float, str]]] = {1: [], jobs: []}
    for _ in range(runs):
        for number, found in results.items():
            found.append(run(path, number))
    best = {number: min(found) for number, found in results.items()}
    for number, (seconds, cpu, first, _) in best.items():
        print(f"{number} jobs: {seconds:6.2f} s, {cpu:6.2f} s of CPU, the first fact after {first:.2f} s")
    same = len({digest for found in results.values() for *_, digest in found}) == 1
    print(f"{best[1][0] / best[jobs][0]:.2f} times as fast; the output is {'the same' if same else 'NOT THE SAME'}")
    print(f"load while it ran: {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
