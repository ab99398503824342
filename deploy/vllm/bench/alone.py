"""What the constraint costs a step, alone: both interfaces, by the number of rows."""

import argparse
import statistics
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from lyre_vllm import SlotConstraint
from lyre_vllm.slots import START_OF_SPEECH, codes_of
from vllm import SamplingParams
from vllm.v1.sample.logits_processor import BatchUpdate

VOCABULARY = 156_940
CPU = torch.device("cpu")
CODES = [codes_of(slot)[5] for slot in range(7)]


def params(asks):
    return SamplingParams(extra_args={"lyre_slots": "on"} if asks else None)


def older_runner(rows, asking):
    """A step of the older runner."""
    model = SimpleNamespace(get_vocab_size=lambda: VOCABULARY)
    processor = SlotConstraint(SimpleNamespace(model_config=model), CPU, False)
    outputs = [[CODES[row % 7]] for row in range(rows)]
    added = [
        (row, params(row < asking), [START_OF_SPEECH], output) for row, output in enumerate(outputs)
    ]
    processor.update_state(BatchUpdate(rows, [], added, []))

    def step(logits):
        processor.update_state(None)
        processor.apply(logits)

    return step


def model_runner_v2(rows, asking):
    """A step of Model Runner V2."""
    state = SimpleNamespace(device=CPU, max_num_reqs=rows, vocab_size=VOCABULARY)
    processor = SlotConstraint(None, state)
    # Where no request asks for anything, vLLM calls no processor; penalties are asked for.
    for row in range(rows):
        processor.add_request(row, params(row < asking))
    context = SimpleNamespace(
        idx_mapping_np=np.arange(rows),
        expanded_idx_mapping=torch.arange(rows, dtype=torch.int32),
        input_ids=torch.tensor([CODES[row % 7] for row in range(rows)], dtype=torch.int32),
    )

    def step(logits):
        processor.apply_staged_writes()
        processor.apply(logits, context)

    return step


def median(step, rows, seconds):
    """Microseconds."""
    logits = torch.randn(rows, VOCABULARY)
    step(logits)
    times, until = [], time.perf_counter() + seconds
    while time.perf_counter() < until or len(times) < 5:
        start = time.perf_counter()
        step(logits)
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1e6


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[1, 4, 16, 256])
    parser.add_argument("--seconds", type=float, default=2, help="for each figure (default 2)")
    options = parser.parse_args()
    print(f"microseconds a step, {VOCABULARY} tokens, {torch.get_num_threads()} threads")
    print("| rows | asking | older runner | a row | Model Runner V2 | a row |")
    print("|---|---|---|---|---|---|")
    for rows in options.rows:
        for asking in sorted({0, rows // 2, rows}):
            cells = []
            for made in (older_runner, model_runner_v2):
                cost = median(made(rows, asking), rows, options.seconds)
                cells += [f"{cost:.1f}", f"{cost / rows:.1f}"]
            print(f"| {rows} | {asking} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
