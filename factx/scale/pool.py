"""The processes: inputs go out to worker processes, and what they come to comes back in the inputs' order.

    the reader ──► this process ──► a worker each core ──► this process

The reader has a process of its own, so that what is done is handed on even while the next input is waited for. A
worker answers input by input: when it dies, that is known of one input, and the others go on in another worker. All of
them are forked from a process that has its rules compiled already, and nothing is forked until work proves to be long.
"""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from queue import SimpleQueue
from typing import TYPE_CHECKING, Final, Generic

from factx.scale.outcomes import Died, R, ReaderDiedError, S

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

CHUNK: Final = 64 * 1024
"""The weight of what a worker is given at a time: large enough that handing it on costs nothing, small for the rest."""
AHEAD: Final = 16 * CHUNK
"""The weight of what the reader reads ahead."""
WAITING: Final = 2
"""How many chunks a worker may have: the next is there when it is done with one."""
HELD: Final = 8
"""For each worker, how many full chunks may be held until those before them are done."""


class Chunk(Generic[S, R]):
    """Some inputs that go to one worker, and what has come back of them."""

    def __init__(self, inputs: list[S], weight: int) -> None:
        self.inputs = inputs
        self.weight = weight
        self.answered = 0
        self.answers: deque[tuple[S, R | Died]] = deque()

    @property
    def done(self) -> bool:
        return self.answered == len(self.inputs)

    def answer(self, result: R | Died) -> None:
        self.answers.append((self.inputs[self.answered], result))
        self.answered += 1


class Process:
    """A process forked from this one, and the connection to it."""

    def __init__(self, run: Callable[[Connection], None], others: Iterable[Process]) -> None:
        from multiprocessing import Pipe

        self.connection, theirs = Pipe()
        self.pid = os.fork()
        if self.pid == 0:
            status = 1
            try:
                signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that was started
                for process in (self, *others):
                    process.connection.close()  # or else the end of this process would go unseen
                run(theirs)
                status = 0
            except (EOFError, OSError):
                pass  # nobody is there to answer any more
            finally:
                os._exit(status)  # what this process would have done at its end is not for its copy to do
        theirs.close()

    def end(self) -> str:
        """What became of it, in words; it is ended if it has not."""
        ended, status = os.waitpid(self.pid, os.WNOHANG)
        if not ended:
            os.kill(self.pid, signal.SIGKILL)
            _, status = os.waitpid(self.pid, 0)
        self.connection.close()
        code = os.waitstatus_to_exitcode(status)
        return f"exit status {code}" if code >= 0 else signal.strsignal(-code) or f"signal {-code}"


class Worker(Process, Generic[S, R]):
    """A process that works on inputs, and the chunks that it has."""

    def __init__(self, work: Callable[[S], R], between: Callable[[], None], others: Iterable[Process]) -> None:
        self.chunks: deque[Chunk[S, R]] = deque()

        def serve(connection: Connection) -> None:
            given: SimpleQueue[list[S]] = SimpleQueue()
            # What is sent is taken at once: were both ends to send and neither to receive, both would wait for ever.
            threading.Thread(target=receive, args=(connection, given.put), daemon=True).start()
            while True:
                for item in given.get():
                    connection.send(work(item))
                between()

        super().__init__(serve, others)

    def give(self, chunk: Chunk[S, R]) -> None:
        self.chunks.append(chunk)
        self.connection.send(chunk.inputs[chunk.answered :])


def receive(connection: Connection, put: Callable[[list[S]], None]) -> None:
    """Hand on what comes; when nobody is left to send, this process ends."""
    try:
        while True:
            put(connection.recv())
    except (EOFError, OSError):
        os._exit(0)


class Pool(Generic[S, R]):
    """The reader, the workers, and the chunks that are not all handed on yet, in order."""

    def __init__(
        self, work: Callable[[S], R], processes: int, weight: Callable[[S], int], between: Callable[[], None]
    ) -> None:
        self.work = work
        self.between = between
        self.processes = processes
        self.weight = weight
        self.reader: Process | None = None
        self.workers: list[Worker[S, R]] = []
        self.held: deque[Chunk[S, R]] = deque()

    def run(self, inputs: Iterator[S]) -> Iterator[tuple[S, R | Died]]:
        from multiprocessing.connection import wait

        gc.collect()
        gc.freeze()  # what is there already is left alone by the workers' collections, and so stays shared
        try:
            self.reader = Process(lambda connection: feed(inputs, connection, self.weight), ())
            while self.reader or self.held:
                asked: list[Process] = [worker for worker in self.workers if worker.chunks]
                idle = self.idle() if self.reader else None
                if self.reader and idle:
                    asked.append(self.reader)
                ready = wait([process.connection for process in asked])
                for worker in [worker for worker in self.workers if worker.connection in ready]:
                    self.hear(worker)
                if self.reader and idle in self.workers and self.reader.connection in ready:
                    self.take(self.reader, idle)
                while self.held:
                    while self.held[0].answers:
                        yield self.held[0].answers.popleft()
                    if not self.held[0].done:
                        break
                    self.held.popleft()
        finally:
            for process in self.all():
                process.end()

    def all(self) -> list[Process]:
        return [*self.workers, *([self.reader] if self.reader else [])]

    def idle(self) -> Worker[S, R] | None:
        """The worker for the next chunk, forked if need be; None where all have enough, or too much is held."""
        full = sum(chunk.weight for chunk in self.held) >= HELD * self.processes * CHUNK
        if full and len(self.held) >= self.processes:
            return None
        least = min(self.workers, key=lambda worker: len(worker.chunks), default=None)
        if len(self.workers) < self.processes and (least is None or least.chunks):
            least = Worker(self.work, self.between, self.all())
            self.workers.append(least)
        return least if least and len(least.chunks) < WAITING else None

    def take(self, reader: Process, worker: Worker[S, R]) -> None:
        """The next chunk goes from the reader to a worker; an empty one is the last."""
        try:
            inputs = reader.connection.recv()
        except (EOFError, OSError):
            self.reader = None
            raise ReaderDiedError(reader.end()) from None
        if not inputs:
            self.reader = None
            reader.end()
            return
        chunk: Chunk[S, R] = Chunk(inputs, sum(map(self.weight, inputs)))
        self.held.append(chunk)
        self.give(worker, chunk)

    def give(self, worker: Worker[S, R], chunk: Chunk[S, R]) -> None:
        with suppress(OSError):  # it is heard to have died when it is asked next
            worker.give(chunk)

    def hear(self, worker: Worker[S, R]) -> None:
        """What a worker answers; where it has died, the input that it died of is told, and another goes on."""
        chunk = worker.chunks[0]
        try:
            chunk.answer(worker.connection.recv())
        except (EOFError, OSError):
            chunk.answer(Died(worker.end()))
            self.workers.remove(worker)
            another = Worker(self.work, self.between, self.all())
            self.workers.append(another)
            for left in worker.chunks:
                if not left.done:
                    self.give(another, left)
            return
        if chunk.done:
            worker.chunks.popleft()


def feed(inputs: Iterator[S], connection: Connection, weight: Callable[[S], int]) -> None:
    """Send the inputs in chunks, and an empty one at the end: few while each is waited for, many where they abound."""
    ahead: deque[S] = deque()
    heavy = 0
    ended = False
    changed = threading.Condition()

    def send() -> None:
        nonlocal heavy
        while True:
            with changed:
                changed.wait_for(lambda: ahead or ended)
                chunk: list[S] = []
                size = 0
                while ahead and size < CHUNK:
                    chunk.append(ahead.popleft())
                    size += weight(chunk[-1])
                heavy -= size
                changed.notify()
            try:
                connection.send(chunk)
            except OSError:
                os._exit(0)  # nobody is there to read for
            if not chunk:
                return

    sender = threading.Thread(target=send, daemon=True)
    sender.start()
    for item in inputs:
        with changed:
            while heavy >= AHEAD:
                changed.wait()
            ahead.append(item)
            heavy += weight(item)
            changed.notify()
    with changed:
        ended = True
        changed.notify()
    sender.join()
