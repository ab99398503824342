"""What the constraint costs a token in a running server: the same requests with it and without.

For a server whose model never ends by itself, or lengths would differ:

    tools/vllm-cpu/run --slots --frames 0
"""

import argparse
import json
import statistics
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor

HEADER = [128_259, 128_000, 3000, 128_009, 128_260, 128_261, 128_257]
END_OF_SPEECH = 128_258


def complete(url, model, tokens, seed, slots):
    request = {
        "model": model,
        "prompt": HEADER,
        "max_tokens": tokens,
        "stop_token_ids": [END_OF_SPEECH],
        "temperature": 0.6,
        "top_p": 0.9,
        "repetition_penalty": 1.1,
        "seed": seed,
        **({"vllm_xargs": {"lyre_slots": "on"}} if slots else {}),
    }
    headers = {"Content-Type": "application/json"}
    body = json.dumps(request).encode()
    call = urllib.request.Request(url + "/v1/completions", body, headers)
    with urllib.request.urlopen(call, timeout=600) as answer:
        return json.load(answer)["usage"]["completion_tokens"]


def seconds_a_token(options, streams, seed, slots):
    """Of so many streams at once, all tokens together."""
    start = time.perf_counter()
    with ThreadPoolExecutor(streams) as threads:
        counts = threads.map(
            lambda n: complete(options.url, options.model, options.tokens, seed + n, slots),
            range(streams),
        )
        total = sum(counts)
    return (time.perf_counter() - start) / total


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("url")
    parser.add_argument("--model", default="orpheus")
    parser.add_argument("--streams", type=int, nargs="+", default=[1, 4])
    parser.add_argument("--tokens", type=int, default=280, help="of a stream (default 280)")
    parser.add_argument("--rounds", type=int, default=21)
    options = parser.parse_args()
    print("| streams | tokens/s without | with | microseconds a token without | with | more |")
    print("|---|---|---|---|---|---|")
    for streams in options.streams:
        times = {False: [], True: []}
        for number in range(-1, options.rounds):
            # Which one goes first takes turns; the first round warms up.
            for slots in (False, True) if number % 2 else (True, False):
                cost = seconds_a_token(options, streams, 100 * number + 1000, slots)
                if number >= 0:
                    times[slots].append(cost)
        free, kept = (statistics.median(times[slots]) for slots in (False, True))
        more = statistics.median(b - a for a, b in zip(times[False], times[True]))
        print(
            f"| {streams} | {1 / free:.0f} | {1 / kept:.0f}"
            f" | {free * 1e6:.0f} | {kept * 1e6:.0f} | {more * 1e6:+.0f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
