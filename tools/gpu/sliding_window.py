"""PyTorch's sliding window on a GPU: what servers of Orpheus do for every frame of every stream.

The last 28 tokens of each stream are decoded for each new frame, and 2048 samples of the middle are
played. Prints real-time streams by batch, eager and compiled, and how many more Lyre holds.
"""

import argparse
import json
import statistics
import sys
import time
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent / "decoder-peers"))

BATCHES = (1, 8, 32, 128, 512)
SECONDS = 3.0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--device", default="cuda:0", help="(default: %(default)s)")
    parser.add_argument(
        "--beside", type=Path, metavar="FILE", help="what 'lyre bench gpu --output' wrote"
    )
    return parser.parse_args()


def streams(decode, batch: int, device: str) -> float:
    """Real-time streams: frames that a second decodes, over those that a second of sound has."""
    import torch
    from torch_peers import PLAYED, WINDOW_FRAMES
    from weights import FRAME_SECONDS, draw_codes

    codes = [level.to(device) for level in draw_codes(batch, WINDOW_FRAMES)]
    times = []
    with torch.inference_mode():
        for _ in range(3):
            decode(codes)
        torch.cuda.synchronize(device)
        began = time.perf_counter()
        while time.perf_counter() - began < SECONDS:
            start = time.perf_counter()
            # A server hands samples on, so they leave the device.
            decode(codes)[..., PLAYED].cpu()
            times.append(time.perf_counter() - start)
    return batch * FRAME_SECONDS / statistics.median(times)


def main() -> None:
    options = arguments()
    try:
        import torch
        import weights
    except ImportError as error:
        sys.exit(f"PyTorch's sliding window was not run: {error}")
    if not torch.cuda.is_available():
        sys.exit("PyTorch's sliding window was not run: PyTorch sees no GPU")
    lyre = {}
    if options.beside and options.beside.is_file():
        rows = json.loads(options.beside.read_text())
        lyre = {row["precision"]: row["real_time_streams"] for row in rows}
    model = weights.folded(weights.seeded()).to(options.device)
    plain = weights.unscripted(weights.folded(weights.seeded())).to(options.device)
    compiled = torch.compile(plain.decode, dynamic=False)
    best = 0.0
    print(f"PyTorch {torch.__version__}, {torch.cuda.get_device_name(options.device)}")
    for name, decode in (("eager", model.decode), ("compiled", compiled)):
        for batch in BATCHES:
            try:
                count = streams(decode, batch, options.device)
            except Exception as error:  # the compiler's errors have no common class
                print(f"  {name} {batch:4}  not run: {str(error).strip().splitlines()[0]}")
                continue
            best = max(best, count)
            print(f"  {name} {batch:4}  {count:.0f} real-time streams")
    for precision, count in lyre.items():
        print(f"  Lyre, {precision}: {count:.0f}, {count / best:.1f} times the best of these")


if __name__ == "__main__":
    main()
