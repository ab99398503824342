"""How right and how fast Lyre's normalizer and its peers from PyPI read the same text.

Readings: Lyre and wetext, on tables of class, written and spoken text. Sentences: Lyre and pySBD, on
files of JSON lines with `text` and `sentences`. Lyre scores all readings by the same rules.
"""

import argparse
import json
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

import pysbd
import wetext

SENTENCE = "On May 3rd, 2024 Dr. Ada Smith paid $12.50 for 3 kg of pears at 9."
WETEXT_LANGUAGES = ("en", "zh")


def written(folder: Path) -> list[str]:
    """The texts of all tables of a language, in the order in which Lyre scores them."""
    files = sorted(folder.rglob("*.tsv"), key=str)
    lines = [line for file in files for line in file.read_bytes().split(b"\n")[1:] if line]
    return [line.split(b"\t")[1].decode() for line in lines]


def tolerant(program: str, data: Path, language: str, *options: str) -> tuple[int, float]:
    """Rows, and the share of them that is read right."""
    run = [program, "bench", "text", "--data", data, "--only", language, "--runs", "1", "--json"]
    out = subprocess.run([*run, *options], stdout=subprocess.PIPE, check=True).stdout
    sets = json.loads(out)["accuracy"]
    count = sum(s["rows"] for s in sets)
    return count, 100 * sum(s["tolerant"] for s in sets) / max(count, 1)


def lyre_sentences(program: str, language: str, texts: list[str]) -> list[list[str]]:
    run = [program, "sentences", "--language", language, "--json"]
    text = "".join(text + "\n" for text in texts)
    out = subprocess.run(run, input=text, stdout=subprocess.PIPE, text=True, check=True).stdout
    return [json.loads(line) for line in out.split("\n")[: len(texts)]]


def by_wetext(normalizer: wetext.Normalizer, text: str) -> str:
    try:
        return normalizer.normalize(text).replace("\n", " ")
    except AssertionError:
        # Some texts are too much for it: they count as left as they are.
        return text


def readings(program: str, data: Path):
    print("| readings | rows | Lyre, tolerant % | wetext, tolerant % |\n|---|---|---|---|")
    for folder in sorted(path for path in data.iterdir() if path.is_dir()):
        language = folder.name
        count, own = tolerant(program, data, language)
        if not count:
            continue
        peer = ""
        if language in WETEXT_LANGUAGES:
            normalizer = wetext.Normalizer(lang=language, operator="tn")
            with tempfile.NamedTemporaryFile("w") as file:
                for text in written(folder):
                    file.write(by_wetext(normalizer, text) + "\n")
                file.flush()
                peer = f"{tolerant(program, data, language, '--readings', file.name)[1]:.1f}"
        print(f"| {language} | {count} | {own:.1f} | {peer} |")


def sentences(program: str, data: Path):
    print("\n| sentences | texts | Lyre, right | pySBD, right |\n|---|---|---|---|")
    for file in sorted(data.glob("*/sentences/*.jsonl")):
        language = file.parts[-3]
        cases = [json.loads(line) for line in file.read_text().splitlines()]
        # A line of input is a text: those that hold line breaks are left out for both.
        cases = [case for case in cases if "\n" not in case["text"] and "\r" not in case["text"]]
        if not cases:
            continue
        texts = [case["text"] for case in cases]
        own = lyre_sentences(program, language, texts)
        try:
            segmenter = pysbd.Segmenter(language=language, clean=False)
            peer = [[s.strip() for s in segmenter.segment(text)] for text in texts]
        except ValueError:
            peer = None

        def right(found):
            stripped = [[s.strip() for s in case["sentences"]] for case in cases]
            return sum(a == b for a, b in zip(found, stripped))

        print(f"| {language} {file.stem} | {len(cases)} | {right(own)} | {right(peer) if peer else ''} |")


def speed(program: str):
    out = subprocess.run([program, "bench", "text", "--json"], stdout=subprocess.PIPE, check=True)
    own = json.loads(out.stdout)
    start = time.perf_counter()
    normalizer = wetext.Normalizer(lang="en", operator="tn")
    normalizer.normalize(SENTENCE)
    first = time.perf_counter() - start
    times = []
    for _ in range(200):
        start = time.perf_counter()
        normalizer.normalize(SENTENCE)
        times.append(time.perf_counter() - start)
    print("\n| speed, en | first call | 66 characters, p50 |\n|---|---|---|")
    lyre_p50 = own["speed"][0]["median_microseconds"] / 1000
    peer_p50 = statistics.median(times) * 1000
    print(f"| Lyre, with sentences and prompts | {own['first_call_milliseconds']:.1f} ms | {lyre_p50:.3f} ms |")
    print(f"| wetext, {peer_p50 / lyre_p50:.0f} times as long | {first * 1000:.0f} ms | {peer_p50:.2f} ms |")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lyre", default=".build/release/lyre", help="the program")
    parser.add_argument("--data", type=Path, help="a folder with a subfolder a language")
    arguments = parser.parse_args()
    if arguments.data:
        readings(arguments.lyre, arguments.data)
        sentences(arguments.lyre, arguments.data)
    speed(arguments.lyre)


main()
