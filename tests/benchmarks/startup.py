"""The cost of the sample article as a whole process, beyond a bare Click command that reads the same file.

    python tests/benchmarks/startup.py [RUNS]

The two run in turn, compiled and warm; CPU seconds are the operating system's own, medians are printed.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ARTICLE = next(Path(__file__).parents[2].joinpath("seeds").glob("*.txt"))
BARE = """
import click
@click.command()
@click.argument("path")
def main(path):
    with open(path, encoding="utf-8") as file:
        click.echo(len(file.read()))
main()
"""


def cpu(command: list[str]) -> float:
    """The CPU milliseconds, user and system, of a command."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder, "bare.py")
        bare.write_text(BARE)
        commands = {
            "bare Click": [sys.executable, str(bare), str(ARTICLE)],
            "factx": [str(Path(sys.executable).with_name("factx")), str(ARTICLE)],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(runs + 2):
            for name, command in commands.items():
                times[name].append(cpu(command))
    medians = {name: statistics.median(values[2:]) for name, values in times.items()}
    for name, median in medians.items():
        print(f"{name:12s} {median:6.1f} ms of CPU")
    print(f"{'over it':12s} {medians['factx'] - medians['bare Click']:6.1f} ms, "
          f"{medians['factx'] / medians['bare Click']:.2f} times")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{'memory':12s} {peak:6.1f} MiB at most")


if __name__ == "__main__":
    main()
