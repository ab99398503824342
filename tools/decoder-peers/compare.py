"""Lyre's SNAC decoder and encoder beside PyTorch and ONNX Runtime, in one run on one core.

Prints CPU-seconds (user and system) a second of audio: medians of interleaved rounds, so that
whatever else the machine does meets all alike.
"""

import argparse
import copy
import json
import shlex
import sys
import tempfile
from fnmatch import fnmatch
from pathlib import Path

import torch

import table
import torch_peers
import weights
from exactness import findings
from lyre_rows import Lyre
from measure import Cost, NotRun, Row, keep_freed_memory, keep_to_one_core
from onnx_peers import OnnxPeers

OFFLINE_SECONDS = 10
EXACTNESS_FRAMES = 36


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument(
        "--lyre", type=Path, default=".build/release/lyre", help="(default: %(default)s)"
    )
    parser.add_argument(
        "--model", type=Path, metavar="FOLDER", help="trained weights, not seeded ones"
    )
    parser.add_argument("--rounds", type=int, default=3, help="(default: %(default)s)")
    parser.add_argument(
        "--seconds", type=float, default=3, help="of a peer's turn (default: %(default)s)"
    )
    parser.add_argument("--core", type=int, help="(default: the last one)")
    parser.add_argument(
        "--only", default="*", metavar="PATTERN", help="rows by name, as in 'torch_*_8'"
    )
    parser.add_argument("--quick", action="store_true", help="one short round, for a first look")
    parser.add_argument("--json", action="store_true", help="print JSON instead of Markdown")
    parser.add_argument(
        "--readme", type=Path, metavar="FILE", help="write the table into its block"
    )
    options = parser.parse_args()
    if options.quick:
        options.rounds, options.seconds = 1, 0.5
    if options.rounds < 1 or options.seconds <= 0:
        parser.error("rounds and seconds have to be above 0")
    if options.readme and (options.quick or options.only != "*"):
        parser.error("--readme wants a whole run: without --quick and --only")
    if options.readme:
        try:
            table.parts(options.readme)
        except (OSError, ValueError) as error:
            parser.error(str(error))
    return options


def tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def in_rounds(
    rows: list[Row], rounds: int, seconds: float
) -> tuple[dict[str, list[Cost]], dict[str, str]]:
    """The costs of each row by its name, and why those that did not run did not."""
    costs: dict[str, list[Cost]] = {row.key: [] for row in rows}
    reasons: dict[str, str] = {}
    for number in range(1, rounds + 1):
        for row in rows:
            if row.key in reasons:
                continue
            try:
                cost = row.measure(seconds)
                costs[row.key].append(cost)
                said = f"{cost.cpu:.3f}"
            except NotRun as reason:
                costs[row.key], reasons[row.key] = [], str(reason)
                said = f"not run: {reason}"
            tell(f"round {number} of {rounds}  {row.label}, batch {row.batch}: {said}")
    return costs, reasons


def compared(options: argparse.Namespace, work: Path) -> tuple[list[table.Figure], list]:
    """Builds everyone from the same weights, measures them, and holds their samples together."""
    folder = options.model or work / "model"
    if not options.model:
        weights.save(weights.seeded(), folder)
    # Loaded twice: a copy shares the weight norm's class, and would be folded halfway.
    loaded, folded = weights.load(folder), weights.folded(weights.load(folder))
    silent = weights.unscripted(weights.silenced(copy.deepcopy(folded)))
    lyre = Lyre(options.lyre, folder)
    onnx = OnnxPeers(silent, work, OFFLINE_SECONDS)
    rows = lyre.rows() + torch_peers.rows(loaded, folded, OFFLINE_SECONDS) + onnx.rows()
    rows = [row for row in rows if fnmatch(row.key, options.only)]
    costs, reasons = in_rounds(rows, options.rounds, options.seconds)
    figures = [
        table.Figure(r, costs[r.key], reasons.get(r.key), lyre.said.get(r.key)) for r in rows
    ]
    if options.only != "*":
        return figures, []
    tell("comparing samples")
    return figures, findings(silent, lyre, onnx, EXACTNESS_FRAMES, seeded=not options.model)


def main() -> None:
    options = arguments()
    keep_to_one_core(options.core)
    keep_freed_memory()
    torch.set_num_threads(1)
    torch.set_grad_enabled(False)
    with tempfile.TemporaryDirectory(prefix="decoder-peers-") as work:
        figures, found = compared(options, Path(work))
    if not figures:
        sys.exit(f"compare: no row is called '{options.only}'")
    model = (
        f"weights of {options.model}"
        if options.model
        else "seeded weights of the full 24 kHz model"
    )
    command = shlex.join(["tools/decoder-peers/run", *sys.argv[1:]])
    text = table.markdown(figures, found, options.rounds, model, command)
    if options.readme:
        table.replace_block(options.readme, text)
    if options.json:
        by_key = {f.row.key: f for f in figures}
        rows = [f.json(by_key) for f in figures]
        exactness = {f.key: f.value for f in found}
        print(
            json.dumps({"machine": table.machine(), "rows": rows, "exactness": exactness}, indent=2)
        )
    else:
        print(text)


if __name__ == "__main__":
    main()
