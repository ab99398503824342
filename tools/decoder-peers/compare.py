"""Lyre's SNAC decoder and encoder beside PyTorch and ONNX Runtime, in one run on one core.

Prints CPU-seconds (user and system) a second of audio: medians of interleaved rounds, so that
whatever else the machine does meets all alike.
"""

import argparse
import json
import shlex
import sys
import tempfile
from pathlib import Path

import exactness
import readme_block
import rounds
import table
import weights
from measure import keep_to_one_core


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
            readme_block.parts(options.readme, table.BEGIN, table.END)
        except (OSError, ValueError) as error:
            parser.error(str(error))
    return options


def main() -> None:
    options = arguments()
    keep_to_one_core(options.core)
    with tempfile.TemporaryDirectory(prefix="decoder-peers-") as work:
        folder = options.model or Path(work) / "model"
        if not options.model:
            weights.save(weights.seeded(), folder)
        plan = rounds.Plan(
            lyre=options.lyre,
            model=folder,
            work=Path(work),
            only=options.only,
            seconds=options.seconds,
            rounds=options.rounds,
        )
        figures = rounds.figures(plan)
        found = exactness.findings(plan, seeded=not options.model) if options.only == "*" else []
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
        readme_block.replace(options.readme, table.BEGIN, table.END, text)
    if options.json:
        by_key = {f.row.key: f for f in figures}
        rows = [f.json(by_key) for f in figures]
        distances = {f.key: f.value for f in found}
        print(
            json.dumps({"machine": table.machine(), "rows": rows, "exactness": distances}, indent=2)
        )
    else:
        print(text)


if __name__ == "__main__":
    main()
