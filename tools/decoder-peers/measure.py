"""One measurement: what a second of audio costs this process."""

import ctypes
import os
import resource
import time
from collections.abc import Callable
from dataclasses import dataclass


class NotRun(Exception):
    """Why a row was not run, in one sentence."""


@dataclass(frozen=True)
class Cost:
    """Seconds for a second of audio."""

    user: float
    system: float = 0.0
    wall: float | None = None

    @property
    def cpu(self) -> float:
        return self.user + self.system


@dataclass(frozen=True)
class Row:
    """Something that decodes or encodes, and how it is measured."""

    key: str
    label: str
    batch: int
    measure: Callable[[float], Cost] | None  # for about so many seconds; None in a report
    like: str | None = None  # the row of Lyre that does the same work


def keep_to_one_core(core: int | None) -> None:
    """The last one if none is named. Programs that are started from here, Lyre too, keep to it."""
    allowed = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(allowed) if core is None else core})


def keep_freed_memory() -> None:
    """Else PyTorch pays page faults for memory that glibc gave back, by chance up to a half."""
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt:
        trim_threshold, mmap_max = -1, -4  # malloc.h
        mallopt(trim_threshold, -1)
        mallopt(mmap_max, 0)


def timed(call: Callable[[], object], audio_seconds: float) -> Callable[[float], Cost]:
    """Repeats a call that makes so much audio; the first one warms up and is not counted."""

    def measure(seconds: float) -> Cost:
        call()
        calls, start, before = 0, time.perf_counter(), resource.getrusage(resource.RUSAGE_SELF)
        while calls == 0 or time.perf_counter() - start < seconds:
            call()
            calls += 1
        after, wall = resource.getrusage(resource.RUSAGE_SELF), time.perf_counter() - start
        audio = calls * audio_seconds
        return Cost(
            user=(after.ru_utime - before.ru_utime) / audio,
            system=(after.ru_stime - before.ru_stime) / audio,
            wall=wall / audio,
        )

    return measure
