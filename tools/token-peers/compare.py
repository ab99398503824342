"""What a streamed token costs lyre-tokens and Python clients, in one run.

The same replay of an engine serves all of them, a token an event, 83 a second for each stream:
1,000 streams for lyre-tokens, 100 for a Python client, which is what one core carries of them.
"""

import argparse
import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from statistics import median

import readme_block

HERE = Path(__file__).parent
BEGIN, END = "<!-- token figures -->", "<!-- end of token figures -->"
PEERS = ("openai", "aiohttp")


def lyre(program: str, streams: int, seconds: float) -> dict:
    command = [program, "bench", "tokens", "--json"]
    command += ["--streams", str(streams), "--seconds", str(seconds)]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def peer(name: str, program: str, streams: int, seconds: float) -> dict:
    command = [program, "bench", "tokens", "--serve-only"]
    command += ["--streams", str(streams), "--seconds", str(seconds)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as replay:
        try:
            url = replay.stdout.readline().strip()
            client = [sys.executable, str(HERE / "client.py"), name, url, str(streams)]
            out = subprocess.run(client, check=True, stdout=subprocess.PIPE).stdout
        finally:
            replay.terminate()
    figures = json.loads(out)
    expected = streams * -(-int(seconds * 83) // 7)
    if abs(figures["frames"] - expected) > streams:
        sys.exit(f"{name} got {figures['frames']} frames, and not about {expected}")
    return figures


def table(runs: dict[str, list[dict]], command: str) -> str:
    def figure(name: str, key: str) -> float:
        return median(run[key] for run in runs[name])

    own = figure("lyre", "cpu_microseconds_per_event")
    lines = [
        "| one token an event, 83 a second a stream | streams | CPU us an event | Lyre is cheaper by |",
        "|---|---|---|---|",
        f"| `lyre-tokens` as a whole, frames at the caller | {runs['lyre'][0]['streams']} | {own:.1f} | |",
    ]
    for name in PEERS:
        cost = figure(name, "cpu_microseconds_per_event")
        label = f"Python's {name} {version(name)}, frames in the client"
        lines.append(
            f"| {label} | {runs[name][0]['streams']} | {cost:.1f} | {cost / own:.1f} |"
        )
    delays = [figure("lyre", f"event_to_frame_milliseconds_{p}") for p in ("p50", "p99")]
    memory = figure("lyre", "kilobytes_per_stream")
    return "\n".join(lines) + (
        f"\n\nFrom a frame's last event to the frame at the caller: p50 {delays[0]:.1f} ms, p99 "
        f"{delays[1]:.1f} ms; {memory:.0f} KB a stream. Medians of {len(runs['lyre'])} interleaved "
        f"rounds of `{command}`, lyre-tokens on one of {os.cpu_count()} cores."
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lyre", default=".build/release/lyre", help="the program")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=15)
    parser.add_argument("--readme", type=Path, help="write the table into this file")
    arguments = parser.parse_args()
    runs = {"lyre": [], **{name: [] for name in PEERS}}
    for number in range(arguments.rounds):
        print(f"round {number + 1} of {arguments.rounds}", file=sys.stderr)
        runs["lyre"].append(lyre(arguments.lyre, 1000, arguments.seconds))
        for name in PEERS:
            runs[name].append(peer(name, arguments.lyre, 100, arguments.seconds))
    text = table(runs, "make bench")
    print(text)
    if arguments.readme:
        readme_block.replace(arguments.readme, BEGIN, END, text)


main()
