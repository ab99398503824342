"""Rounds of all rows, each in a process of its own.

What a process happens to get from the system, where its memory lies above all, can cost a row twice
and more as long as it lives; the median over processes leaves that out.
"""

import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from fnmatch import fnmatch
from pathlib import Path

import torch

import torch_peers
import weights
from figure import Figure
from lyre_rows import Lyre
from measure import Cost, NotRun, Row, keep_freed_memory
from onnx_peers import OnnxPeers

OFFLINE_SECONDS = 10


@dataclass(frozen=True)
class Plan:
    """What every round needs to know; `work` is a folder for the exported graphs."""

    lyre: Path
    model: Path
    work: Path
    only: str
    seconds: float
    rounds: int


@dataclass
class Round:
    """The rows without their means, and by their names what they cost or why they did not run."""

    rows: list[Row] = field(default_factory=list)
    costs: dict[str, Cost] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)
    said: dict[str, dict] = field(default_factory=dict)


def settle() -> None:
    """What holds for a process that runs PyTorch here."""
    keep_freed_memory()
    torch.set_num_threads(1)
    torch.set_grad_enabled(False)


def figures(plan: Plan) -> list[Figure]:
    done: list[Round] = []
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawn, max_tasks_per_child=1) as processes:
        for number in range(1, plan.rounds + 1):
            failed = done[-1].reasons if done else {}
            done.append(processes.submit(one_round, plan, number, failed).result())
    last = done[-1]
    return [
        Figure(row, [], last.reasons[row.key])
        if row.key in last.reasons
        else Figure(row, [r.costs[row.key] for r in done], said=last.said.get(row.key))
        for row in last.rows
    ]


def one_round(plan: Plan, number: int, failed: dict[str, str]) -> Round:
    """Builds everyone from the same weights and gives each its turn, but not who failed before."""
    settle()
    # Loaded twice: a copy shares the weight norm's class, and would be folded halfway.
    loaded, folded = weights.load(plan.model), weights.folded(weights.load(plan.model))
    silent = weights.silent_decoder(folded)
    lyre = Lyre(plan.lyre, plan.model)
    rows = (
        lyre.rows()
        + torch_peers.rows(loaded, folded, OFFLINE_SECONDS)
        + OnnxPeers(silent, plan.work, OFFLINE_SECONDS).rows()
    )
    result = Round(reasons=dict(failed), said=lyre.said)
    for row in rows:
        if not fnmatch(row.key, plan.only):
            continue
        result.rows.append(replace(row, measure=None))
        if row.key in failed:
            continue
        try:
            result.costs[row.key] = row.measure(plan.seconds)
            said = f"{result.costs[row.key].cpu:.3f}"
        except NotRun as reason:
            result.reasons[row.key] = str(reason)
            said = f"not run: {reason}"
        name = f"{row.label}, batch {row.batch}"
        print(f"round {number} of {plan.rounds}  {name}: {said}", file=sys.stderr, flush=True)
    return result
