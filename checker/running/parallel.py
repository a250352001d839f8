"""Work on several items at a time, with the results in their order: the same bytes whatever the number of processes.

Workers are forks of this process, so that they have everything that was loaded and nothing but results travels. Where
a system cannot fork, or one process is enough, the work is done here.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from checker.settings import AUTO

Item, Result = TypeVar("Item"), TypeVar("Result")

WORTH_IT = 400_000  # bytes of documents from which on a second process pays for its start


def processes(jobs: int, files: Sequence[str]) -> int:
    """How many processes to use for these files; AUTO takes the processors into account, and whether it is worth it."""
    if len(files) < 2 or "-" in files or not hasattr(os, "fork"):  # only this process has the standard input
        return 1
    if jobs != AUTO:
        return min(jobs, len(files))
    size = sum(os.path.getsize(file) for file in files if os.path.isfile(file))
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(usable, len(files), size // WORTH_IT))


def mapped(work: Callable[[Item], Result], items: Iterable[Item], jobs: int) -> Iterator[Result]:
    """`work` on every item, by so many processes; results in the order of the items, what it raises at its place."""
    if jobs <= 1:
        yield from map(work, items)
        return
    from multiprocessing import get_context
    from multiprocessing.connection import wait

    items, context = list(items), get_context("fork")
    workers = [_Worker(context, work, items) for _ in range(jobs)]
    todo, done, idle = iter(range(len(items))), {}, list(workers)
    try:
        for wanted in range(len(items)):
            while wanted not in done:
                for worker in idle:
                    worker.start(next(todo, None))
                busy = {worker.pipe: worker for worker in workers if worker.at is not None}
                if not busy:
                    raise RuntimeError("all workers have ended")
                idle = [busy[pipe] for pipe in wait(list(busy))]
                for worker in idle:
                    at = worker.at
                    done[at] = worker.result()
            yield _unpacked(*done.pop(wanted))
    finally:
        for worker in workers:
            worker.end()


class _Worker:
    """A forked process, the pipe to it, and the index of the item it is at."""

    def __init__(self, context, work: Callable, items: Sequence):
        self.pipe, other = context.Pipe()
        self.at: int | None = None
        self.process = context.Process(target=_serve, args=(other, work, items), daemon=True)
        self.process.start()
        other.close()

    def start(self, index: int | None) -> None:
        if index is None or not self.process.is_alive():
            return
        self.at = index
        self.pipe.send(index)

    def result(self) -> tuple[bool, object]:
        """Whether it went well, and the result or what was raised."""
        self.at = None
        try:
            return self.pipe.recv()
        except EOFError:
            self.process.join()
            return False, RuntimeError(f"a worker ended with code {self.process.exitcode}")

    def end(self) -> None:
        if self.at is not None:  # the run is given up: what it is doing is of no use
            self.process.terminate()
        elif self.process.is_alive():
            self.pipe.send(None)  # closing would not reach it: the workers after it hold this pipe, too
        self.process.join()
        self.pipe.close()


def _unpacked(well: bool, found):
    if well:
        return found
    raise found


def _serve(pipe, work: Callable, items: Sequence) -> None:
    """The life of a worker: indices in, results out, until it is told to end or nobody is there any more."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the user interrupts the parent, which ends us
    while True:
        try:
            index = pipe.recv()
        except (EOFError, OSError):
            return
        if index is None:
            return
        try:
            answer = True, work(items[index])
        except Exception as error:
            answer = False, error
        try:
            pipe.send(answer)
        except (BrokenPipeError, OSError):
            return
