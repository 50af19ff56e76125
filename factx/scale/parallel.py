"""Work over all cores, where there is enough of it to be worth their start."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Final

from factx.scale.outcomes import Died, R, S

SHORT: Final = 0.7
"""The seconds of CPU up to which work stays in this process: in less, forking gains nothing that anyone sees."""
HEAVY: Final = 500_000
"""The weight of an input that is not begun before the workers are there, for the next to be worked on beside it."""


def cores() -> int:
    """How many processes can run at once here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_order(
    work: Callable[[S], R],
    inputs: Iterable[S],
    jobs: int | None,
    weight: Callable[[S], int],
    between: Callable[[], None] = lambda: None,
) -> Iterator[tuple[S, R | Died]]:
    """Each input and what `work` makes of it, in order, worked on by so many processes; None: by what it is worth.

    weight: about how many bytes an input has.
    between: what a worker does when it is done with some inputs, before it goes on to the next.
    """
    rest = iter(inputs)
    enough = time.process_time() + (SHORT if jobs is None else 0)
    processes = jobs or cores()
    for number, item in enumerate(rest):
        long = weight(item) >= HEAVY or number > 0 and time.process_time() >= enough
        if processes > 1 and long and hasattr(os, "fork"):
            from factx.scale.pool import Pool  # most work is short

            yield from Pool(work, processes, weight, between).run(chain([item], rest))
            return
        yield item, work(item)
