"""Spreads work over all cores, if there is enough of it to make starting processes pay off."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Final

from factx.scale.outcomes import Died, R, S

SHORT: Final = 0.7
"""The seconds of CPU time that work stays in this process: shorter work would not gain noticeably by forking."""
HEAVY: Final = 500_000
"""The weight of an input that is left to a worker at once.

So the next one is worked on at the same time; and if memory or time runs out, it alone is lost, even with one worker.
"""


def cores() -> int:
    """The number of processes that can run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_order(
    work: Callable[[S], R],
    inputs: Iterable[S],
    jobs: int | None,
    weight: Callable[[S], int],
    between: Callable[[], None] = lambda: None,
) -> Iterator[tuple[S, R | Died]]:
    """Each input with the result of `work`, in order.

    jobs: the number of inputs worked on at a time; if None, as many as pay off.
    weight: returns the approximate number of bytes of an input.
    between: called by a worker after some inputs, before it goes on to the next.
    """
    rest = iter(inputs)
    enough = time.process_time() + (SHORT if jobs is None else 0)
    processes = jobs or cores()
    for number, item in enumerate(rest):
        long = processes > 1 and number > 0 and time.process_time() >= enough
        if (long or weight(item) >= HEAVY) and hasattr(os, "fork"):
            from factx.scale.pool import Pool  # imported late: most work is short

            yield from Pool(work, processes, weight, between).run(chain([item], rest))
            return
        yield item, work(item)
