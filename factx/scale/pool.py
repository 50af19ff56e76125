"""A pool of processes: inputs go out to workers, and the results come back in the inputs' order.

    the reader ──► this process ──► a worker each core ──► this process

The reader is a separate process, so that results are passed on even while the next input is awaited. A worker answers
input by input: if it dies, only one input is lost, and another worker takes over the rest. All of them are forked from
a process that has compiled its rules already, and nothing is forked until work proves to be long.
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
from typing import TYPE_CHECKING, Any, Final, Generic

from factx.records import NamedTuple
from factx.scale.outcomes import Died, R, ReaderDiedError, S

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

CHUNK: Final = 64 * 1024
"""The weight of a chunk: large enough that passing it on costs next to nothing, otherwise small."""
AHEAD: Final = 16 * CHUNK
"""The weight of the inputs that the reader reads ahead."""
WAITING: Final = 2
"""The most chunks that a worker has at once, so that the next is there when one is done."""
HELD: Final = 8
"""The most full chunks, for each worker, that wait for those before them to be done."""


class Part(NamedTuple):
    """A part of a result; one without a value follows the last."""

    value: Any
    more: bool = True


class Chunk(Generic[S, R]):
    """Some inputs for one worker, and the answers so far."""

    def __init__(self, inputs: list[S], weight: int) -> None:
        self.inputs = inputs
        self.weight = weight
        self.answered = 0
        self.answers: deque[tuple[S, R | Died]] = deque()
        self.parts: list[Any] = []
        """What there is of the next result, if it comes in parts."""

    @property
    def done(self) -> bool:
        return self.answered == len(self.inputs)

    def answer(self, result: R | Died) -> None:
        self.answers.append((self.inputs[self.answered], result))
        self.answered += 1
        self.parts = []

    def hear(self, message: Any) -> None:
        """Take in a result, or a part of one."""
        if not isinstance(message, Part):
            self.answer(message)
        elif message.more:
            self.parts.append(message.value)
        else:
            self.answer(self.parts)  # type: ignore[arg-type]  # the list of what an iterator gives is its result


class Process:
    """A process forked from this one, and the connection to it."""

    def __init__(self, run: Callable[[Connection], None], others: Iterable[Process]) -> None:
        from multiprocessing import Pipe

        self.connection, theirs = Pipe()
        self.pid = os.fork()
        if self.pid == 0:
            status = 1
            try:
                signal.signal(signal.SIGINT, signal.SIG_IGN)  # only the parent handles Ctrl-C
                for process in (self, *others):
                    process.connection.close()  # or else nobody would notice when the parent ends
                run(theirs)
                status = 0
            except (EOFError, OSError):
                pass  # the parent is gone
            finally:
                os._exit(status)  # without the parent's exit handlers
        theirs.close()

    def end(self) -> str:
        """Kill the process unless it has ended, and return in words how it ended."""
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
            # A thread receives at once: if both ends were sending and neither receiving, both would wait for ever.
            threading.Thread(target=receive, args=(connection, given.put), daemon=True).start()
            while True:
                for item in given.get():
                    send(connection, work(item))
                between()

        super().__init__(serve, others)

    def give(self, chunk: Chunk[S, R]) -> None:
        self.chunks.append(chunk)
        self.connection.send(chunk.inputs[chunk.answered :])


def send(connection: Connection, result: Any) -> None:
    """Send a result; what an iterator gives is sent one by one, so that it is never in memory as a whole."""
    if not isinstance(result, Iterator):
        connection.send(result)
        return
    for value in result:
        connection.send(Part(value))
    connection.send(Part(None, more=False))


def receive(connection: Connection, put: Callable[[list[S]], None]) -> None:
    """Pass on what is received; end this process when the sender is gone."""
    try:
        while True:
            put(connection.recv())
    except (EOFError, OSError):
        os._exit(0)


class Pool(Generic[S, R]):
    """The reader, the workers, and the chunks that are not passed on completely yet, in order."""

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
        gc.freeze()  # the workers' collectors leave existing objects alone, so that their memory stays shared
        try:
            self.reader = Process(lambda connection: feed(inputs, connection, self.weight), ())
            while self.reader or self.held:
                awaited: list[Process] = [worker for worker in self.workers if worker.chunks]
                idle = self.idle() if self.reader else None
                if self.reader and idle:
                    awaited.append(self.reader)
                ready = wait([process.connection for process in awaited])
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
        """The worker for the next chunk, forked if need be; None if all have enough, or too much is held."""
        full = sum(chunk.weight for chunk in self.held) >= HELD * self.processes * CHUNK
        if full and len(self.held) >= self.processes:
            return None
        least = min(self.workers, key=lambda worker: len(worker.chunks), default=None)
        if len(self.workers) < self.processes and (least is None or least.chunks):
            least = Worker(self.work, self.between, self.all())
            self.workers.append(least)
        return least if least and len(least.chunks) < WAITING else None

    def take(self, reader: Process, worker: Worker[S, R]) -> None:
        """Pass the next chunk from the reader to a worker; an empty one is the last."""
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
        with suppress(OSError):  # if it has died, `hear` will notice
            worker.give(chunk)

    def hear(self, worker: Worker[S, R]) -> None:
        """Take a worker's next answer; if it has died, that is the answer, and another worker takes over the rest."""
        chunk = worker.chunks[0]
        try:
            chunk.hear(worker.connection.recv())
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
    """Send the inputs in chunks, and an empty one at the end: small while inputs come slowly, full if many wait."""
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
                os._exit(0)  # the parent is gone
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
