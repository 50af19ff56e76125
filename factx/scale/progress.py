"""A progress bar for long work, on a terminal's standard error."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

LONG: Final = 2.0
"""The seconds after which a bar is shown."""
BETWEEN: Final = 0.2
"""The seconds between updates of the bar."""


class Progress:
    """A bar with the share that is done, the rate and the time left, shown once work has proved to be long."""

    def __init__(self, total: Callable[[], int | None]) -> None:
        """total: returns the weight of all inputs, None if it is unknown; called when the bar is first shown."""
        self.total = total
        self.done = 0
        self.began = time.monotonic()
        self.due = self.began + LONG
        self.bar: Bar | None = None

    def advance(self, weight: int) -> None:
        self.done += weight
        if (now := time.monotonic()) < self.due:
            return
        self.due = now + BETWEEN
        if self.bar is None:
            self.bar = started(self.total(), self.began)
        self.bar.update(self.bar.task_ids[0], completed=self.done, refresh=True)

    def clear(self) -> None:
        """Remove the bar, before other output and at the end."""
        if self.bar is not None:
            self.bar.stop()
            self.bar = None


def started(total: int | None, began: float) -> Bar:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        TaskProgressColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
        TransferSpeedColumn,
    )
    from rich.progress import Progress as Bar

    timed = TimeRemainingColumn(elapsed_when_finished=True) if total else TimeElapsedColumn()
    columns = (BarColumn(), *((TaskProgressColumn(),) if total else ()), TransferSpeedColumn(), timed)
    bar = Bar(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
    task = bar.add_task("", total=total)
    bar.start()
    bar.tasks[task].start_time = began
    return bar


def wanted(terminal: bool) -> bool:
    """Whether a bar can be shown: only if errors go to a terminal and facts do not."""
    return not terminal and sys.stderr is not None and sys.stderr.isatty()
